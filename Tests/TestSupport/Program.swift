package import Foundation

/// The built program, or another, at work in a folder.
///
/// What it says goes into files of a folder of their own, because a pipe that nobody reads fills up.
package final class Program: Sendable {
  /// banbao, beside the tests.
  package static let banbao: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let folder =
      bundle.map { $0.bundleURL.deletingLastPathComponent() }
      ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return folder.appending(path: "banbao")
  }()

  /// What a program came to.
  package struct Result: Sendable {
    /// The exit status, or the negative number of the signal that ended it.
    package var status: Int32
    /// What it wrote to standard output.
    package var output: String
    /// What it wrote to standard error.
    package var errors: String

    /// The last line of the output; empty where there is none.
    package var lastLine: String { output.split(separator: "\n").last.map(String.init) ?? "" }
  }

  /// The process of the program.
  package let process: Process
  private let said: TemporaryFolder

  /// Starts a program.
  ///
  /// - Parameter environment: the whole of it but for `PATH` and `HOME`, so that the machine's own decides nothing.
  package init(
    _ arguments: [String], in folder: URL, _ environment: [String: String] = ["BANBAO_LANG": "en"],
    of executable: URL = banbao
  ) throws {
    said = try TemporaryFolder(["output": "", "errors": ""])
    process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let own = ProcessInfo.processInfo.environment.filter { ["PATH", "HOME", "LD_LIBRARY_PATH"].contains($0.key) }
    process.environment = environment.merging(own) { given, _ in given }
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: said("output")))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: said("errors")))
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  deinit { if process.isRunning { process.terminate() } }

  /// What it wrote to standard output until now.
  package var output: String { get throws { try said.text("output") } }
  /// What it wrote to standard error until now.
  package var errors: String { get throws { try said.text("errors") } }

  /// Waits for its end, and gives the exit status, or the negative number of the signal that ended it.
  package func end() -> Int32 {
    // `waitUntilExit` runs a loop that has nothing to wait for, and so takes a whole processor.
    while process.isRunning { usleep(2_000) }
    return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }

  /// Waits for its end without holding a thread that other tests need.
  package func ended() async -> Int32 {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: self.end()) }
    }
  }

  /// Runs banbao in a folder to its end.
  package static func run(_ arguments: [String], in folder: URL, _ environment: [String: String] = [:]) throws
    -> Result
  {
    let program = try Program(arguments, in: folder, environment)
    return Result(status: program.end(), output: try program.output, errors: try program.errors)
  }
}

extension TemporaryFolder {
  /// Runs banbao here to its end.
  package func run(_ arguments: String..., environment: [String: String] = ["BANBAO_LANG": "en"]) throws
    -> Program.Result
  {
    try run(arguments, environment: environment)
  }

  /// Runs banbao here to its end.
  package func run(_ arguments: [String], environment: [String: String] = ["BANBAO_LANG": "en"]) throws
    -> Program.Result
  {
    try Program.run(arguments, in: url, environment)
  }
}
