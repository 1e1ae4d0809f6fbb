internal import BanbaoSite
package import BanbaoSource
internal import CBanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder beside the content for what makes the next run quicker. It holds nothing that is not made anew where it is
/// missing, so nothing here complains: what cannot be read is nil, and what cannot be written is left out.
///
/// Drafts may stand in it: it is this account's alone, never in the published folder, and hidden from git. What another
/// could have written is not believed, so neither a link nor a folder open to others is used.
package struct CacheFolder: Sendable {
  private let path: String

  /// The one beside the content's folder.
  package init(beside content: String) {
    let name = content.utf8.last == UInt8(ascii: "/") ? String(content.dropLast()) : content
    let above = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
    path = above + Self.name
  }

  private static let name = ".banbao-cache"

  /// What was kept under a name, whole as it was written; else nil.
  package func bytes(_ name: String) -> [UInt8]? {
    do throws(DiskFault) {
      let folder = try OpenFolder.at(path, shown: path)
      guard folder.isPrivate, let file = try status(name, in: folder.descriptor, shown: path), isPrivate(file) else {
        return nil
      }
      let bytes = try readFile(name, in: folder.descriptor, shown: path)
      let content = bytes.dropLast(digestLength)
      return bytes.suffix(digestLength).elementsEqual(Digest(of: content).hexadecimal.utf8) ? Array(content) : nil
    } catch {
      return nil
    }
  }

  /// Keeps bytes under a name. A reader finds these or the ones before, each whole or, after a power cut, not at all.
  package func keep(_ bytes: [UInt8], as name: String) async { await keep([File(name: name) { bytes }], tasks: 1) }

  /// What is to be kept under a name.
  package struct File: Sendable {
    package let name: String
    /// Makes it, just before it is written. Where it throws, this and what is not kept yet is not.
    package let bytes: @Sendable () throws -> [UInt8]

    package init(name: String, bytes: @escaping @Sendable () throws -> [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Keeps several as one is kept.
  package func keep(_ files: [File], tasks: Int) async {
    if files.isEmpty { return }
    uninterrupted { mkdir(path, 0o700) }
    do {
      let folder = try OpenFolder.at(path, shown: path)
      guard folder.isOwn else { return }
      // Who could have put something in does so no more; what is there is replaced.
      if !folder.isPrivate { guard uninterrupted({ fchmod(folder.descriptor, 0o700) }) == 0 else { return } }
      // Another run is writing: what it keeps is as good.
      if uninterrupted({ flock(folder.descriptor, LOCK_EX | LOCK_NB) }) != 0 { return }
      if try status(".gitignore", in: folder.descriptor, shown: path) == nil {
        try replace(".gitignore", in: folder, with: Array("*\n".utf8))
      }
      _ = try await concurrentMap(files, tasks: tasks) { file in
        let bytes = try file.bytes()
        try replace(file.name, in: folder, with: bytes + Array(Digest(of: bytes).hexadecimal.utf8))
      }
    } catch {
      // A full, broken or read-only disk: the next run finds what was there before, or nothing.
    }
  }

  private func replace(_ name: String, in folder: OpenFolder, with bytes: [UInt8]) throws(DiskFault) {
    let beside = name + ".new"
    uninterrupted { unlinkat(folder.descriptor, beside, 0) }
    let descriptor = uninterrupted {
      openat(folder.descriptor, beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    }
    guard descriptor >= 0 else { throw DiskFault(path, errno, .write) }
    do throws(DiskFault) {
      defer { close(descriptor) }
      try writeAll(bytes, to: descriptor, shown: path)
    } catch {
      uninterrupted { unlinkat(folder.descriptor, beside, 0) }
      throw error
    }
    if uninterrupted({ renameat(folder.descriptor, beside, folder.descriptor, name) }) != 0 {
      uninterrupted { unlinkat(folder.descriptor, beside, 0) }
    }
  }
}

extension OpenFolder {
  fileprivate var isOwn: Bool { status.owner == geteuid() }
  fileprivate var isPrivate: Bool { BanbaoDisk.isPrivate(status) }
}

/// How many digits end a file.
private let digestLength = 64

/// Whether this account owns it, and no other may read or write it.
private func isPrivate(_ status: banbao_status) -> Bool { status.owner == geteuid() && status.mode & 0o077 == 0 }

/// What this program is known by: the states of all files that its code was loaded from. Another build, or another
/// version of a library, has another. Nil where the system does not tell, or one of them was replaced since.
package func programState() -> Digest? {
  do throws(DiskFault) {
    // proc(5): address, permissions, offset, device, inode, path.
    let maps = try readFile("/proc/self/maps", shown: "")
    var paths = Set<String>()
    for line in maps.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 5)
      guard fields.count == 6, fields[1].contains(UInt8(ascii: "x")) else { continue }
      let path = String(decoding: fields[5].drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
      if path.hasPrefix("/") { paths.insert(path) }
    }
    var state = ""
    for path in paths.sorted() {
      guard let found = try BanbaoDisk.status(path, shown: "") else { return nil }
      state += path + "\0" + version(found) + "\0"
    }
    return paths.isEmpty ? nil : Digest(of: state)
  } catch {
    return nil
  }
}
