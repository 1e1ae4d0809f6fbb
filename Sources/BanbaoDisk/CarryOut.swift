internal import BanbaoSource
internal import CBanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What became of some outputs.
struct CarriedOut: Sendable {
  var written = 0
  /// Of those written, how many have an older file at their path.
  var replaced = 0
  var unchanged: [String] = []
  var bytes: Int64 = 0
  /// Of all of them, written or not, where they were asked for.
  var digests: [Manifest.Line] = []
}

extension Publication {
  /// Makes each output's bytes, and writes those that differ from what is published.
  ///
  /// - Parameters:
  ///   - mayKeep: whether files of the published folder may be taken over.
  ///   - hashes: whether the digests of the bytes are wanted.
  func carryOut(_ outputs: ArraySlice<OutputFile>, mayKeep: Bool, hashes: Bool) throws(DiskFault) -> CarriedOut {
    var done = CarriedOut()
    var page: [UInt8] = []
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { piece.deallocate() }
    func carryOut(_ path: String, _ bytes: [UInt8]) throws(DiskFault) {
      if hashes { done.digests.append(Manifest.Line(path: path, digest: Digest(of: bytes))) }
      try self.carryOut(path, bytes, mayKeep: mayKeep, piece, &done)
    }
    for output in outputs {
      switch output.content {
      case .page(let make):
        page.removeAll(keepingCapacity: true)
        make(&page)
        try carryOut(output.path, page)
      case .file(let tree, let file):
        try carryOut(output.path, bytes(tree.shown(file.path)) { try tree.read(file) })
      case .reusing(let make):
        try carryOut(output.path, bytes(output.path) { try make(mayKeep ? published(output.path) : nil) })
      }
    }
    return done
  }

  private func carryOut(
    _ path: String, _ bytes: [UInt8], mayKeep: Bool, _ piece: UnsafeMutableRawBufferPointer,
    _ done: inout CarriedOut
  ) throws(DiskFault) {
    done.bytes += Int64(bytes.count)
    let found = old.map { standing(of: path, in: $0.descriptor, against: bytes, piece: piece) }
    switch found ?? .missing {
    case .same where mayKeep:
      done.unchanged.append(path)
      return
    case .same, .different: done.replaced += 1
    case .missing: break
    }
    try write(bytes, to: path)
    done.written += 1
  }

  private func bytes(_ shown: String, _ read: () throws -> [UInt8]) throws(DiskFault) -> [UInt8] {
    do {
      return try read()
    } catch let fault as DiskFault {
      throw fault
    } catch {
      throw DiskFault(shown, EIO, .read)
    }
  }

  /// What stands at a path of the published folder; nil where nothing does that can be read.
  private func published(_ path: String) -> [UInt8]? {
    guard let old else { return nil }
    do throws(DiskFault) {
      return try readFile(path, in: old.descriptor, shown: path)
    } catch {
      return nil
    }
  }

  /// What the published folder holds before, without the marker; nil if there is none.
  func countOld() throws(DiskFault) -> OldCount? {
    guard let old else { return nil }
    var count = OldCount()
    try count.add(old.descriptor, shown: output.shown, isTop: true)
    count.isMarked = isMarked(old.descriptor)
    return count
  }
}

/// How many files and folders a published folder holds.
struct OldCount {
  /// Whatever is no folder.
  var files = 0
  var folders = 0
  /// Whether it bears the marker as this program writes it.
  var isMarked = false
  /// Somebody put a link in, through which a file from elsewhere would pass for a page.
  var hasLinks = false

  mutating func add(_ folder: Int32, shown: String, isTop: Bool = false) throws(DiskFault) {
    try forEachEntry(of: folder, shown: shown) { name, kind throws(DiskFault) in
      if isTop, strcmp(name, markerName) == 0 { return }
      if kind == Int32(banbao_kind_folder.rawValue) {
        folders += 1
        let inner = uninterrupted {
          openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        }
        guard inner >= 0 else { throw DiskFault(shown, errno, .list) }
        let opened = OpenFolder(inner)
        try add(opened.descriptor, shown: shown)
      } else {
        files += 1
        if kind == Int32(banbao_kind_link.rawValue) { hasLinks = true }
      }
    }
  }
}
