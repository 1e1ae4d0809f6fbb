import ArgumentParser
import BanbaoDiagnostics
import BanbaoDisk
import BanbaoPreview

struct Serve: Command {
  static let configuration = CommandConfiguration(
    abstract: usageText("边写边看：保存后浏览器自动更新", en: "Show the site in a browser and update it with every save."),
    discussion: usageText(
      """
      草稿、未到发布日期和过期的内容都显示，并加标记；工作台在 /-/desk.html。

      例：
        banbao serve
        banbao serve --port 9000 --open
      """,
      en: """
        Drafts, scheduled and expired records are shown and marked; the desk is at /-/desk.html.

        Examples:
          banbao serve
          banbao serve --port 9000 --open
        """))

  @OptionGroup var options: SiteOptions

  @Option(help: .words("监听的地址；0.0.0.0 表示局域网里的人都能看到草稿", en: "The address to listen on."))
  var host = "localhost"

  @Option(help: .words("端口", en: "The port."))
  var port = 8080

  @Flag(help: .words("打开浏览器", en: "Open a browser."))
  var open = false

  @Flag(help: .words("定时查看文件，不用系统通知（网络文件夹）", en: "Look at the files every so often, for network folders."))
  var poll = false

  mutating func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port 是 0 到 65535 的整数", en: "--port is a number from 0 to 65535")
    }
  }

  var lang: Language? { options.lang }

  func execute() async throws -> ExitCode {
    Threads.demand(Threads.ofPreview)
    var session = PreviewSession(options)
    let server = PreviewServer(host: host, port: port, openFiles: Environment.openFiles)
    let changes = try watch(options.folders.all, polling: poll)
    let first = try await session.refresh(nil)
    let port = try await server.start()
    await server.show(first, .pages)
    var report = PreviewReport(host: host, port: port, language: language, isQuiet: options.quiet)
    report.announce(session)
    if open { openBrowser(report.address) }
    for await change in changes {
      do {
        let before = session.isFaulty
        let snapshot = try await session.refresh(change)
        await server.show(snapshot, session.change(change, wasFaulty: before))
        report.tell(session, change)
        session.forgetPast()
      } catch let fault as DiskFault {
        // A folder that is being replaced may be gone for a moment; the last good pages stay.
        Output.complain(fault.wording, nil, in: language)
      }
    }
    await server.stop()
    return .success
  }
}
