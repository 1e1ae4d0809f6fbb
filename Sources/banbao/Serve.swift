import ArgumentParser
import BanbaoDiagnostics
import BanbaoDisk
import BanbaoPreview

struct Serve: Command {
  static let configuration = CommandConfiguration(
    abstract: "边写边看：保存后浏览器自动更新 Show the site in a browser and update it with every save.",
    discussion: """
      草稿、未到发布日期和过期的内容都显示，并加标记；工作台在 /-/desk.html。
      Drafts, scheduled and expired records are shown and marked; the desk is at /-/desk.html.

      例 Examples:
        banbao serve
        banbao serve --port 9000 --open
      """)

  @OptionGroup var options: SiteOptions

  @Option(help: "监听的地址；0.0.0.0 表示局域网里的人都能看到草稿 The address to listen on.")
  var host = "localhost"

  @Option(help: "端口 The port.")
  var port = 8080

  @Flag(help: "打开浏览器 Open a browser.")
  var open = false

  @Flag(help: "定时查看文件，不用系统通知（网络文件夹） Look at the files every so often, for network folders.")
  var poll = false

  mutating func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port 是 0 到 65535 的整数 --port is a number from 0 to 65535")
    }
  }

  var lang: Language? { options.lang }

  func execute() async throws -> ExitCode {
    var session = PreviewSession(options)
    let server = PreviewServer(host: host, port: port, allowedHosts: [])
    let changes = try watch(options.folders.all, polling: poll)
    let first = try await session.refresh(nil)
    let port = try await server.start()
    await server.show(first, .pages)
    announce(port, session.count)
    for await change in changes {
      do {
        let before = session.isFaulty
        let snapshot = try await session.refresh(change)
        await server.show(snapshot, session.change(change, wasFaulty: before))
        report(session)
      } catch let fault as DiskFault {
        // A folder that is being replaced may be gone for a moment; the last good pages stay.
        Output.complain(fault.wording, nil, in: language)
      }
    }
    await server.stop()
    return .success
  }

  private func announce(_ port: Int, _ count: (pages: Int, faults: Int)) {
    let isEverywhere = ["0.0.0.0", "::"].contains(host)
    let address = "http://\(isEverywhere || host == "localhost" ? "127.0.0.1" : host):\(port)/"
    if isEverywhere {
      Output.complain(
        Wording("注意：同一网络里的任何人都能看到预览，包括草稿", en: "beware: anyone on the network can see the preview, drafts included")[
          language])
    }
    Output.print(
      Wording(
        "预览 \(address) ，工作台 \(address)-/desk.html ；页面 \(count.pages)，问题 \(count.faults)；按 Ctrl-C 结束",
        en:
          "preview at \(address), desk at \(address)-/desk.html; \(count.pages) pages, \(count.faults) faults; stop with Ctrl-C"
      )[language])
    if open { openBrowser(address) }
  }

  private func report(_ session: PreviewSession) {
    guard !options.quiet else { return }
    Output.print(
      Wording(
        "已更新：页面 \(session.count.pages)，问题 \(session.count.faults)；\(session.milliseconds) 毫秒",
        en: "updated: \(session.count.pages) pages, \(session.count.faults) faults; \(session.milliseconds) ms")[
          language])
  }
}
