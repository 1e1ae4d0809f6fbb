import BanbaoSource
import Testing

@testable import BanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder of a test's own, removed with it.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("\(P_tmpdir)/banbao-test-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { name in
      guard let start = name.baseAddress, mkdtemp(start) != nil else { return "" }
      return String(cString: start)
    }
    try #require(path != "")
  }

  deinit {
    guard let slash = path.lastIndex(of: "/") else { return }
    do {
      let parent = try OpenFolder.at(String(path[..<slash]), shown: path)
      try removeTree(String(path[path.index(after: slash)...]), in: parent.descriptor, shown: path)
    } catch {
      Issue.record(error)
    }
  }

  func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Writes a file, making its folders.
  func write(_ text: String, to name: String) throws {
    let file = self(name)
    if let slash = file.lastIndex(of: "/") { try makeFolders(String(file[..<slash]), shown: name) }
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    try #require(descriptor >= 0, "\(name): \(errno)")
    defer { close(descriptor) }
    try writeAll(Array(text.utf8), to: descriptor, shown: name)
  }

  func text(of name: String) throws -> String {
    String(decoding: try readFile(self(name), shown: name), as: UTF8.self)
  }

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
