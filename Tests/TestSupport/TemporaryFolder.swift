package import Foundation
import Testing

/// A folder of a test's own, removed with it.
package final class TemporaryFolder: Sendable {
  /// Its path, with no slash at the end.
  package let path: String

  /// - Parameter files: by their path in the folder, written in this order.
  package init(_ files: KeyValuePairs<String, String> = [:]) throws {
    path = NSTemporaryDirectory().trimmingSuffix("/") + "/banbao-test-\(UUID())"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  /// - Parameter files: by their path in the folder.
  package convenience init(bytes files: [String: [UInt8]]) throws {
    try self.init()
    for (name, bytes) in files { try write(bytes, to: name) }
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: path) } catch { Issue.record(error) }
  }

  /// The folder as an address.
  package var url: URL { URL(filePath: path, directoryHint: .isDirectory) }

  /// The path on the disk of something in the folder.
  package func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Writes a file, making its folders. Into the file that is there, as small editors do.
  package func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  /// Writes bytes, as above texts are written.
  package func write(_ bytes: [UInt8], to name: String) throws {
    try makeFolder(of: name)
    try Data(bytes).write(to: URL(filePath: self(name)))
  }

  /// Makes the folders above something.
  package func makeFolder(of name: String) throws {
    guard let slash = name.lastIndex(of: "/") else { return }
    try FileManager.default.createDirectory(atPath: self(String(name[..<slash])), withIntermediateDirectories: true)
  }

  /// Removes a file, or a folder with all that is in it.
  package func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: self(name)) }

  /// Whether there is something of a name.
  package func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: self(name)) }

  /// The bytes of a file.
  package func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: self(name)))) }

  /// The text of a file.
  package func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// The paths of all files below a folder, hidden ones too, in no order.
  package func paths(below name: String = ".") throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: self(name)).filter { found in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: self(name) + "/" + found, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }

  /// Every file below a folder, hidden ones too, with its bytes.
  package func files(_ name: String = ".") throws -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: try paths(below: name).map { ($0, try bytes(name + "/" + $0)) })
  }

  /// Every file below a folder with the time of its last change.
  package func times(_ name: String) throws -> [String: Date] {
    var times: [String: Date] = [:]
    for found in try paths(below: name) {
      times[found] =
        try FileManager.default.attributesOfItem(atPath: self(name) + "/" + found)[.modificationDate] as? Date
    }
    return times
  }
}

extension String {
  /// The text without an end, where it has it.
  fileprivate func trimmingSuffix(_ end: String) -> String { hasSuffix(end) ? String(dropLast(end.count)) : self }
}
