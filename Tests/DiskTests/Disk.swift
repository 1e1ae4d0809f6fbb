import BanbaoSource
import TestSupport
import Testing

@testable import BanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension TemporaryFolder {
  /// The paths of all files below, but the marker, with their texts.
  func texts(of name: String) throws -> [String: String] {
    let tree = try readTree(at: self(name), label: name).tree
    var texts: [String: String] = [:]
    for file in tree.files {
      texts[file.path] = String(decoding: try tree.read(file), as: UTF8.self)
    }
    return texts
  }

  /// All names in a folder, hidden ones too.
  func names(in name: String = ".") throws -> Set<String> {
    let folder = try OpenFolder.at(self(name), shown: name)
    var names: Set<String> = []
    try forEachEntry(of: folder.descriptor, shown: name) { entry, _ in
      names.insert(String(cString: entry))
    }
    return names
  }
}

/// What tells whether a file is the same file as before, and who may do what with it.
struct Status: Equatable {
  var inode: UInt64
  var seconds: Int
  var nanoseconds: Int
  var mode: mode_t

  init(_ path: String) throws {
    var found = stat()
    try #require(lstat(path, &found) == 0, "\(path)")
    inode = UInt64(found.st_ino)
    #if canImport(Darwin)
      let time = found.st_mtimespec
    #else
      let time = found.st_mtim
    #endif
    seconds = time.tv_sec
    nanoseconds = time.tv_nsec
    mode = found.st_mode
  }
}

/// A page of fixed text.
func page(_ path: String, _ text: String) -> OutputFile {
  OutputFile(path: path, content: .page { $0 += Array(text.utf8) })
}
