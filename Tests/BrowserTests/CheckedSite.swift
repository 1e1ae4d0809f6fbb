import Foundation

/// What a check found wrong, and on which page; an empty page where the check itself broke.
struct Fault: Decodable {
  let page: String
  let text: String
}

/// The sample site, built by the program under test and checked once for all tests of the suite.
enum CheckedSite {
  /// The faults by the name of the check; a check that passed has an empty list.
  static let faults = Task { try await check() }

  static var canBeChecked: Bool { FileManager.default.isExecutableFile(atPath: python.path) }

  private static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static var python: URL { package.appending(path: ".build-browser/venv/bin/python") }

  /// The program lies beside the bundle of the tests.
  private static var program: URL {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? Bundle.main
      return bundle.bundleURL.deletingLastPathComponent().appending(path: "banbao")
    #else
      return Bundle.main.bundleURL.appending(path: "banbao")
    #endif
  }

  private static func check() async throws -> [String: [Fault]] {
    let scratch = FileManager.default.temporaryDirectory.appending(
      path: "banbao-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer {
      do {
        try FileManager.default.removeItem(at: scratch)
      } catch {
        // The system empties its folder for temporary files by itself.
      }
    }
    let content = package.appending(path: "content")
    let site = scratch.appending(path: "public")
    // The day up to which the sample content was written: a public review is open on it.
    _ = try await run(
      program,
      [
        "build", "--content", content.path, "--theme", package.appending(path: "theme").path,
        "--output", site.path, "--as-of", "2026-11-22", "--strict", "--quiet",
      ], in: scratch)
    let script = package.appending(path: "Tests/BrowserTests/checks/check_site.py")
    let output = try await run(
      python, ["-B", "-X", "utf8", script.path, site.path, content.path], in: scratch)
    return try JSONDecoder().decode([String: [Fault]].self, from: output)
  }

  /// What the command writes to standard output. Through files, because a full pipe would stop it.
  private static func run(_ program: URL, _ arguments: [String], in scratch: URL) async throws
    -> Data
  {
    let output = scratch.appending(path: "output")
    let complaints = scratch.appending(path: "complaints")
    try Data().write(to: output)
    try Data().write(to: complaints)
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: complaints)
    let status = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do {
        try process.run()
      } catch {
        continuation.resume(throwing: error)
      }
    }
    guard status == 0 else {
      let said = String(decoding: try Data(contentsOf: complaints), as: UTF8.self)
      throw CommandFailure(command: program.lastPathComponent, status: status, said: said)
    }
    return try Data(contentsOf: output)
  }
}

struct CommandFailure: Error {
  let command: String
  let status: Int32
  let said: String
}
