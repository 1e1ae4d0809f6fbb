import Foundation
import TestSupport

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

  static var python: URL { Repository.url.appending(path: ".build-browser/venv/bin/python") }

  private static func check() async throws -> [String: [Fault]] {
    let scratch = try TemporaryFolder()
    let content = Repository.path("content")
    // The day up to which the sample content was written: a public review is open on it.
    _ = try await run(
      Program.banbao,
      [
        "build", "--content", content, "--theme", Repository.path("theme"), "--output", scratch("public"),
        "--as-of", "2026-11-22", "--strict", "--quiet",
      ], in: scratch)
    let script = Repository.path("Tests/BrowserTests/checks/check_site.py")
    let output = try await run(python, ["-B", "-X", "utf8", script, scratch("public"), content], in: scratch)
    return try JSONDecoder().decode([String: [Fault]].self, from: Data(output.utf8))
  }

  /// What the command writes to standard output.
  static func run(_ program: URL, _ arguments: [String], in scratch: TemporaryFolder) async throws -> String {
    // A browser wants more of the machine's environment than banbao.
    let running = try Program(arguments, in: scratch.url, ProcessInfo.processInfo.environment, of: program)
    let status = await running.ended()
    guard status == 0 else {
      throw CommandFailure(command: program.lastPathComponent, status: status, said: try running.errors)
    }
    return try running.output
  }
}

struct CommandFailure: Error {
  let command: String
  let status: Int32
  let said: String
}
