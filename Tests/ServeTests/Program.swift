import Foundation
import Testing

/// The built program, beside the tests.
private let program: URL = {
  let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
  let folder =
    bundle.map { $0.bundleURL.deletingLastPathComponent() }
    ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
  return folder.appending(path: "banbao")
}()

/// The program at work in a folder. What it says goes into files of another folder, which goes with this.
final class Running: Sendable {
  let process: Process
  private let said: Folder

  init(_ arguments: String..., in folder: Folder) throws {
    said = try Folder(["output": [], "errors": []])
    process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    let own = ProcessInfo.processInfo.environment
    process.environment = own.filter { ["PATH", "HOME", "LD_LIBRARY_PATH"].contains($0.key) }
      .merging(["BANBAO_LANG": "en"]) { $1 }
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: said("output")))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: said("errors")))
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  deinit { if process.isRunning { process.terminate() } }

  var output: String { get throws { try text("output") } }
  var errors: String { get throws { try text("errors") } }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: said(name))), as: UTF8.self)
  }

  /// The exit status, or the negative number of the signal that ended it.
  func end() -> Int32 {
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }

  /// Waits until the preview says where it is, half a minute at most, and gives the port.
  func port() async throws -> Int {
    for _ in 0..<1500 where process.isRunning {
      if let found = try output.firstMatch(of: #/http://127\.0\.0\.1:(\d+)/[, ]/#) {
        return try #require(Int(found.1))
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw CancellationError()
  }
}
