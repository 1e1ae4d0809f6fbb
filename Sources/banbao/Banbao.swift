import ArgumentParser
import CArena

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@main
enum Program {
  /// Runs the command: one that works in parallel in a task, while the main thread sleeps.
  ///
  /// With an asynchronous `main` the runtime would end the main thread instead. Ending a thread unwinds it, for which a
  /// program that is linked statically first sorts the places of all its functions: 0.4 thousand million instructions.
  static func main() {
    banbao_keep_freed_memory()
    let arguments = Array(CommandLine.arguments.dropFirst())
    let usage = WrongUsage(arguments)
    if let message = usage.unknownCommand(arguments) {
      Output.complain(lines: message)
      Banbao.exit(withError: ExitCode.validationFailure)
    }
    do {
      var command = try Banbao.parseAsRoot(arguments)
      if let command = command as? any Command {
        // Before the task, which would wait for ever for a thread.
        Threads.demand()
        Task.detached { await finish(command, usage) }
        while true { pause() }
      }
      try command.run()
    } catch {
      end(error, usage)
    }
    Banbao.exit()
  }

  private static func finish(_ command: any Command, _ usage: WrongUsage) async {
    var command = command
    do {
      try await command.run()
    } catch {
      end(error, usage)
    }
    Banbao.exit()
  }

  private static func end(_ error: any Error, _ usage: WrongUsage) -> Never {
    let message = Banbao.fullMessage(for: error)
    if Banbao.exitCode(for: error).isSuccess, !message.isEmpty {
      Output.print(lines: usage.help(message))
      Banbao.exit()
    }
    guard Banbao.exitCode(for: error) == .validationFailure, !(error is ExitCode) else { Banbao.exit(withError: error) }
    Output.complain(lines: usage.told(message))
    Banbao.exit(withError: ExitCode.validationFailure)
  }
}

/// 板报: checks a union's content and publishes it as a site.
struct Banbao: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "banbao",
    abstract: usageText("板报：检查工会的内容，发布成静态网站。", en: "Checks a union's content and publishes it as a static site."),
    discussion: usageText(
      """
      例：
        banbao build                     发布 content/ 到 public/
        banbao check --strict            只检查，提醒也算不通过
        banbao serve                     边写边看
        banbao fix                       照提示改好写法
        banbao new 通知 春节放假安排     新建一条通知
        banbao init 工会板报             新建一个站点
        banbao summary 2026              打印工作总结
        banbao print plans/2026          把网页做成 PDF
        banbao seal 2026-H1              封账
        banbao verify public             核对发布的网站
        banbao explain fullwidth-colon   解释一条提示
        banbao schema notice             各项的 JSON Schema
      """,
      en: """
        Examples:
          banbao build                     publish content/ to public/
          banbao check --strict            check only, warnings fail too
          banbao serve                     preview with live reload
          banbao fix                       mend what needs no judgement
          banbao new 通知 春节放假安排     write a starting file for a notice
          banbao init 工会板报             start a new site
          banbao summary 2026              print the year's work summary
          banbao print plans/2026          make the PDF of a page
          banbao seal 2026-H1              close a reviewed period
          banbao verify public             check a published folder
          banbao explain fullwidth-colon   explain a diagnostic
          banbao schema notice             the JSON Schema of the keys
        """),
    version: "0.1.0",
    subcommands: [
      Build.self, Check.self, Serve.self, Fix.self, New.self, Init.self, SummaryCommand.self, PrintCommand.self,
      BooksCommand.self, SealCommand.self, VerifyCommand.self, Explain.self, SchemaCommand.self,
    ])
}
