package import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

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

  /// The number of its process.
  package let processIdentifier: Int32
  private let said: TemporaryFolder
  /// How it ended; nil as long as nobody has seen that it did.
  private let status = Mutex<Int32?>(nil)

  /// Starts a program.
  ///
  /// Not by `Process` of Foundation, which waits for the end of a program with a whole processor, and whose manager of
  /// sockets is overrun where many tests have started programs and opened connections.
  ///
  /// - Parameter environment: the whole of it but for `PATH` and `HOME`, so that the machine's own decides nothing.
  package init(
    _ arguments: [String], in folder: URL, _ environment: [String: String] = ["BANBAO_LANG": "en"],
    of executable: URL = banbao
  ) throws {
    said = try TemporaryFolder(["output": "", "errors": ""])
    let own = ProcessInfo.processInfo.environment.filter { ["PATH", "HOME", "LD_LIBRARY_PATH"].contains($0.key) }
    let variables = environment.merging(own) { given, _ in given }.map { "\($0.key)=\($0.value)" }
    let path = executable.path(percentEncoded: false)
    processIdentifier = try spawned(
      path, [path] + arguments, variables, in: folder.path(percentEncoded: false), output: said("output"),
      errors: said("errors"))
  }

  deinit {
    guard isRunning else { return }
    kill(processIdentifier, SIGTERM)
    _ = end()
  }

  /// What it wrote to standard output until now.
  package var output: String { get throws { try said.text("output") } }
  /// What it wrote to standard error until now.
  package var errors: String { get throws { try said.text("errors") } }

  /// Whether it has not ended yet.
  package var isRunning: Bool {
    status.withLock { status in
      if status == nil { status = howItEnded(processIdentifier) }
      return status == nil
    }
  }

  /// Waits for its end, and gives the exit status, or the negative number of the signal that ended it.
  package func end() -> Int32 {
    while isRunning { usleep(1_000) }
    return status.withLock { $0 } ?? 0
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

#if canImport(Glibc)
  // Both are of GNU, and Swift's module of the C library leaves those out.
  @_silgen_name("posix_spawn_file_actions_addchdir_np")
  private func addFolder(_ actions: UnsafeMutablePointer<posix_spawn_file_actions_t>, _ path: UnsafePointer<CChar>)
    -> Int32
  @_silgen_name("posix_spawn_file_actions_addclosefrom_np")
  private func addClosing(_ actions: UnsafeMutablePointer<posix_spawn_file_actions_t>, _ from: Int32) -> Int32
#endif

/// What a program could not be started for.
private struct SpawnFault: Error { let code: Int32 }

/// How a program ended, as `Program.end` gives it; nil where it has not.
private func howItEnded(_ child: pid_t) -> Int32? {
  var status: Int32 = 0
  var answer: pid_t
  repeat { answer = waitpid(child, &status, WNOHANG) } while answer == -1 && errno == EINTR
  guard answer == child else { return nil }
  return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
}

/// Starts a program that inherits no open file, with signals as a shell leaves them.
private func spawned(
  _ program: String, _ arguments: [String], _ variables: [String], in folder: String, output: String, errors: String
) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  var attributes = posix_spawnattr_t()
  posix_spawn_file_actions_init(&actions)
  posix_spawnattr_init(&attributes)
  defer {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY, 0)
  #if canImport(Glibc)
    _ = addFolder(&actions, folder)
    _ = addClosing(&actions, 3)
  #else
    posix_spawn_file_actions_addchdir_np(&actions, folder)
  #endif
  var signals = sigset_t()
  sigemptyset(&signals)
  posix_spawnattr_setsigmask(&attributes, &signals)
  for signal in [SIGINT, SIGTERM, SIGPIPE, SIGHUP] { sigaddset(&signals, signal) }
  posix_spawnattr_setsigdefault(&attributes, &signals)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
  let (words, settings) = (arguments.map { strdup($0) }, variables.map { strdup($0) })
  defer { for word in words + settings { free(word) } }
  var child = pid_t()
  let code = posix_spawn(&child, program, &actions, &attributes, words + [nil], settings + [nil])
  guard code == 0 else { throw SpawnFault(code: code) }
  return child
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
