import BanbaoDiagnostics
import BanbaoDisk
import BanbaoHTML

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A Chromium of the machine, which turns pages into PDFs.
struct Chromium {
  /// Where it lies.
  let program: String

  /// The names under which Chromium, Chrome and Edge are installed.
  static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
    "microsoft-edge-stable",
  ]

  /// The first of them on the `PATH`.
  init() throws(PrintFault) {
    let folders = (Environment["PATH"] ?? "").split(separator: ":")
    let all = Self.names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let program = all.first(where: { access($0, X_OK) == 0 && !Environment.isFolder($0) }) else { throw .missing }
    self.program = program
  }

  /// Prints a page by its own styles, without a browser's head and foot.
  ///
  /// - Parameters:
  ///   - page: an absolute path.
  ///   - folder: an empty folder, in which its profile and what it says are kept.
  ///   - seconds: how long it may take.
  func print(_ page: String, to pdf: String, in folder: String, within seconds: UInt64 = 120) async throws {
    var arguments = [
      program, "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions",
      "--disable-background-networking", "--no-first-run", "--no-default-browser-check",
      // A profile of its own: one that a window on the desktop has open is locked.
      "--user-data-dir=\(folder)/profile",
      // The second is what it was called before.
      "--no-pdf-header-footer", "--print-to-pdf-no-header", "--print-to-pdf=\(pdf)",
    ]
    // Its sandbox does not start for root.
    if geteuid() == 0 { arguments.append("--no-sandbox") }
    arguments.append("file://" + percentEncoded(path: page))
    let said = "\(folder)/said"
    let status = try await run(arguments, saying: said, within: seconds)
    guard status == 0 else { throw PrintFault.failed(program, status, lastLine(of: said)) }
    guard access(pdf, F_OK) == 0 else { throw PrintFault.silent(program, lastLine(of: said)) }
  }

  /// Runs it to its end, and gives the exit status, or the negative number of the signal that ended it.
  private func run(_ arguments: [String], saying said: String, within seconds: UInt64) async throws -> Int32 {
    let child = try start(arguments, saying: said)
    // Whatever it started goes with it.
    defer { kill(-child, SIGKILL) }
    let end = Environment.nanoseconds + seconds * 1_000_000_000
    while true {
      var status: Int32 = 0
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child { return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F) }
      guard ended == 0 || errno == EINTR else { throw PrintFault.notStarted(program, errno) }
      guard Environment.nanoseconds < end else {
        kill(-child, SIGKILL)
        waitpid(child, &status, 0)
        throw PrintFault.tooLong(program, seconds)
      }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  private func start(_ arguments: [String], saying said: String) throws(PrintFault) -> pid_t {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, said, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    let words = arguments.map { strdup($0) }
    defer { for word in words { free(word) } }
    var child = pid_t()
    let refused = posix_spawn(&child, program, &actions, &attributes, words + [nil], environ)
    guard refused == 0 else { throw .notStarted(program, refused) }
    return child
  }

  /// The last line that it said; empty for none.
  private func lastLine(of said: String) -> String {
    do {
      return String(decoding: try fileBytes(at: said, limit: 1 << 16), as: UTF8.self).split(whereSeparator: \.isNewline)
        .last { !$0.allSatisfy(\.isWhitespace) }.map(String.init) ?? ""
    } catch {
      return ""
    }
  }
}

/// Why there is no PDF.
enum PrintFault: Error {
  /// No Chromium on the `PATH`.
  case missing
  /// It could not be started: the system's number.
  case notStarted(String, Int32)
  /// It ended with a status, or by a signal, and said this at last.
  case failed(String, Int32, String)
  /// It ended well and wrote nothing.
  case silent(String, String)
  /// Or something else than a PDF.
  case noPDF(String)
  case tooLong(String, UInt64)

  var wording: Wording {
    switch self {
    case .missing:
      Wording("这台电脑上没有找到 Chromium 浏览器，不能生成 PDF", en: "there is no Chromium on this machine to make a PDF")
    case .notStarted(let program, let reason):
      Wording(
        "“\(program)”启动不了：系统错误 \(reason)",
        en: "“\(program)” does not start: \(String(cString: strerror(reason)))")
    case .failed(let program, let status, let said):
      said.isEmpty
        ? Wording("“\(program)”没有生成 PDF，退出码 \(status)", en: "“\(program)” made no PDF and ended with status \(status)")
        : Wording(
          "“\(program)”没有生成 PDF，退出码 \(status)，它说：\(said)",
          en: "“\(program)” made no PDF and ended with status \(status), saying: \(said)")
    case .silent(let program, let said):
      said.isEmpty
        ? Wording("“\(program)”没有生成 PDF，也没有说为什么", en: "“\(program)” made no PDF and did not say why")
        : Wording("“\(program)”没有生成 PDF，它说：\(said)", en: "“\(program)” made no PDF, saying: \(said)")
    case .noPDF(let program):
      Wording("“\(program)”写出来的不是 PDF", en: "what “\(program)” wrote is no PDF")
    case .tooLong(let program, let seconds):
      Wording("“\(program)”\(seconds) 秒还没有做完，已经停掉", en: "“\(program)” was stopped after \(seconds) seconds")
    }
  }

  var help: Wording {
    switch self {
    case .missing:
      Wording(
        "装上再运行：Debian、麒麟用 apt install chromium；或者用平时的浏览器打开这个网页，按 Ctrl+P 打印",
        en: "install it, with apt install chromium on Debian, and run this again; or print the page from any browser")
    case .notStarted, .failed, .silent, .noPDF, .tooLong:
      Wording(
        "再运行一次；还是不行，就用平时的浏览器打开这个网页，按 Ctrl+P 打印，版式是一样的",
        en: "run this again; if that does not help, open the page in any browser and print it: it looks the same")
    }
  }
}
