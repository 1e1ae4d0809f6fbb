import Foundation

/// A Python that has the packages of a check: that of `.ci/setup`, else the system's.
package struct Python: Sendable {
  private let program: URL
  private let arguments: [String]

  /// Nil where no Python has them.
  package static func having(_ modules: String) async -> Python? {
    let own = Repository.url.appending(path: ".build-browser/venv/bin/python")
    for python in [
      Python(program: own, arguments: []), Python(program: URL(filePath: "/usr/bin/env"), arguments: ["python3"]),
    ] where await python.has(modules) {
      return python
    }
    return nil
  }

  private func has(_ modules: String) async -> Bool {
    guard let folder = try? TemporaryFolder(),
      let running = try? Program(arguments + ["-c", "import \(modules)"], in: folder.url, of: program)
    else { return false }
    return await running.ended() == 0
  }

  /// Runs a script of the repository in a folder to its end.
  package func run(_ script: String, _ arguments: [String], in folder: TemporaryFolder) async throws -> Program.Result {
    let all = self.arguments + ["-B", "-X", "utf8", Repository.path(script)] + arguments
    let running = try Program(all, in: folder.url, of: program)
    return Program.Result(status: await running.ended(), output: try running.output, errors: try running.errors)
  }
}
