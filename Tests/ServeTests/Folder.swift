import Foundation
import Testing

/// A site in a folder of its own, removed with it.
final class Folder: Sendable {
  let path: String

  init(_ files: [String: [UInt8]]) throws {
    path = NSTemporaryDirectory() + "banbao-serve-\(UUID())"
    for (name, bytes) in files { try write(bytes, to: name) }
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: path) } catch { Issue.record(error) }
  }

  func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Writes into the file that is there, as small editors do.
  func write(_ bytes: [UInt8], to name: String) throws {
    try makeFolder(of: name)
    let file = self(name)
    if !FileManager.default.fileExists(atPath: file) {
      try #require(FileManager.default.createFile(atPath: file, contents: Data(bytes)))
      return
    }
    let handle = try FileHandle(forWritingTo: URL(filePath: file))
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
  }

  /// Writes a hidden file and puts it in the place of the other, as large editors do: one step for whoever watches.
  func replace(_ bytes: [UInt8], at name: String) throws {
    try makeFolder(of: name)
    let hidden = self(".new-\(UUID())")
    try Data(bytes).write(to: URL(filePath: hidden))
    try #require(rename(hidden, self(name)) == 0, "\(name): \(errno)")
  }

  func move(_ name: String, to other: String) throws {
    try makeFolder(of: other)
    try #require(rename(self(name), self(other)) == 0, "\(name) to \(other): \(errno)")
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: self(name)) }

  private func makeFolder(of name: String) throws {
    try FileManager.default.createDirectory(
      atPath: URL(filePath: self(name)).deletingLastPathComponent().path(percentEncoded: false),
      withIntermediateDirectories: true)
  }

  /// Every file below, hidden ones too, with its bytes.
  func files(_ name: String = "") throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let root = name.isEmpty ? path : self(name)
    for found in try FileManager.default.subpathsOfDirectory(atPath: root) {
      var isFolder: ObjCBool = false
      let file = root + "/" + found
      guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue
      else { continue }
      files[found] = Array(try Data(contentsOf: URL(filePath: file)))
    }
    return files
  }
}
