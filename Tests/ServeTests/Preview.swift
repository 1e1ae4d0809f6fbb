import Foundation
import TestSupport
import Testing

extension Program {
  /// Waits until the preview says where it is, ten minutes at most: the machine may be busy, and gives the port.
  func port() async throws -> Int {
    for _ in 0..<30_000 where isRunning {
      if let found = try output.firstMatch(of: #/http://127\.0\.0\.1:(\d+)/[, ]/#) {
        return try #require(Int(found.1))
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw CancellationError()
  }

  /// Waits until it has printed a text, ten minutes at most: the machine may be busy.
  func says(_ text: String) async throws {
    for _ in 0..<30_000 where isRunning {
      if try output.contains(text) { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record("it does not say \(text)")
  }
}
