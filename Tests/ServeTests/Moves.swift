import Foundation
import TestSupport
import Testing

extension TemporaryFolder {
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
}
