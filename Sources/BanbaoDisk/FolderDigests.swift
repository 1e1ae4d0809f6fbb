import BanbaoDiagnostics
import BanbaoSource
internal import CBanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Every file below a folder, hidden ones too, with the digest of its bytes.
package struct FolderDigests {
  enum Content: Hashable {
    case bytes(Digest)
    /// It is no regular file: a link, a pipe.
    case irregular
  }

  let folder: String
  /// In the order of the paths' bytes.
  private(set) var files: [(path: String, content: Content)] = []
  private var byPath: [PathKey: Content] = [:]

  /// - Parameter folder: may itself be a symbolic link; links inside it are not followed.
  /// - Throws: where the folder or one of its files cannot be read.
  package init(_ folder: String) throws(DiskFault) {
    self.folder = folder
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { piece.deallocate() }
    try add(OpenFolder.at(folder, follow: true, shown: folder), "", shown: folder, piece)
    files.sort { $0.path.precedes($1.path) }
    byPath = Dictionary(files.map { (PathKey($0.path), $0.content) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(path: String) -> Content? { byPath[PathKey(path)] }

  /// Each level holds its folder open, as `removeEntries` does.
  private mutating func add(
    _ folder: OpenFolder, _ prefix: String, shown: String, _ piece: UnsafeMutableRawBufferPointer
  ) throws(DiskFault) {
    try forEachEntry(of: folder.descriptor, shown: shown) { name, kind throws(DiskFault) in
      let bytes = UnsafeRawBufferPointer(start: name, count: strlen(name)).assumingMemoryBound(to: UInt8.self)
      let name = (raw: name, shown: String(validating: bytes, as: UTF8.self) ?? spelledOut(bytes))
      let path = prefix + name.shown
      switch banbao_kind(UInt32(bitPattern: kind)) {
      case banbao_kind_folder:
        let inner = uninterrupted {
          openat(folder.descriptor, name.raw, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        }
        guard inner >= 0 else { throw DiskFault(shown + "/" + name.shown, errno, .list) }
        try add(OpenFolder(inner), path + "/", shown: shown + "/" + name.shown, piece)
      case banbao_kind_file:
        let digest = try digest(of: name.raw, in: folder.descriptor, shown: shown + "/" + name.shown, piece)
        files.append((path, .bytes(digest)))
      default: files.append((path, .irregular))
      }
    }
  }
}

/// The digest of a regular file, read a piece at a time.
private func digest(
  of name: UnsafePointer<CChar>, in folder: Int32, shown: String, _ piece: UnsafeMutableRawBufferPointer
) throws(DiskFault) -> Digest {
  let descriptor = uninterrupted { openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK) }
  guard descriptor >= 0 else { throw DiskFault(shown, errno, .read) }
  defer { close(descriptor) }
  var hashing = Digest.Hashing()
  while true {
    let count = uninterrupted { read(descriptor, piece.baseAddress, piece.count) }
    guard count >= 0 else { throw DiskFault(shown, errno, .read) }
    if count == 0 { return hashing.digest }
    let got = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(piece)[..<count])
    hashing.add(got.assumingMemoryBound(to: UInt8.self))
  }
}
