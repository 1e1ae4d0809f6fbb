import ArgumentParser
import BanbaoDiagnostics
internal import CArena

/// The threads that the program works in, of which an account or a container may be allowed few.
enum Threads {
  /// What works in parallel takes a thread for each processor, and one that minds them.
  private static var ofWork: Int32 { banbao_processors() + 1 }
  /// The preview's event loop, those that read files for it, and the watch.
  static let ofPreview: Int32 = 6

  /// Ends the program where the system refuses threads that it needs: it would wait for ever for one of them.
  ///
  /// - Parameter count: nil for those of all work in parallel.
  static func demand(_ count: Int32? = nil) {
    let count = count ?? ofWork
    if banbao_can_start_threads(count) != 0 { return }
    Output.complain(
      Wording(
        "系统让这个账户启动的线程太少，至少还要 \(count) 个",
        en: "the system lets this account start too few threads: \(count) more are needed"),
      Wording(
        "请管理员调高 ulimit -u，或容器的进程数上限（pids）",
        en: "ask the administrator to raise ulimit -u, or the container's limit of processes (pids)"),
      in: Environment.language(nil) ?? .chinese)
    Banbao.exit(withError: ExitCode.refused)
  }
}
