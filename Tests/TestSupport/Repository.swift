import BanbaoDisk
package import BanbaoSource
package import Foundation

/// The checkout that the tests were built from.
package enum Repository {
  /// Its top folder.
  package static let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().resolvingSymlinksInPath()

  /// The path of a file or folder on the disk.
  package static func path(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

  /// The text of a file. Throws where it cannot be read.
  package static func text(_ name: String) throws -> String {
    try String(contentsOf: url.appending(path: name), encoding: .utf8)
  }

  /// The files below a folder.
  ///
  /// - Parameter label: what messages call the folder; its own name where none is given.
  package static func tree(_ folder: String, label: String? = nil) throws -> SourceTree {
    try readTree(at: path(folder), label: label ?? folder).tree
  }
}
