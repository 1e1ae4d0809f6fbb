import BanbaoDiagnostics
import BanbaoDisk
import BanbaoHTML
import BanbaoPreview

/// What `serve` prints: where the preview is, and what came of each change.
struct PreviewReport {
  /// Of the home page, for a browser on this computer.
  let address: String
  private let port: Int
  private let isEverywhere: Bool
  private let language: Language
  private let isQuiet: Bool
  /// The faults that were printed last, which are not printed again.
  private var told = ""

  init(host: String, port: Int, language: Language, isQuiet: Bool) {
    isEverywhere = ["0.0.0.0", "::"].contains(host)
    address = Authority(host: isEverywhere || host == "localhost" ? "127.0.0.1" : host, port: port).address
    self.port = port
    self.language = language
    self.isQuiet = isQuiet
  }

  mutating func announce(_ session: PreviewSession) {
    if isEverywhere {
      Output.complain(
        Wording("注意：同一网络里的任何人都能看到预览，包括草稿", en: "beware: anyone on the network can see the preview, drafts included")[
          language])
    }
    Output.print(
      Wording(
        "预览 \(address) ，工作台 \(address)-/desk.html ；页面 \(session.count.pages)，问题 \(session.count.faults)；按 Ctrl-C 结束",
        en: """
          preview at \(address), desk at \(address)-/desk.html; \(session.count.pages) pages, \(session.count.faults) \
          faults; stop with Ctrl-C
          """)[language])
    if isEverywhere {
      for host in networkAddresses() {
        let address = Authority(host: host, port: port).address
        Output.print(Wording("手机和别的电脑打开 \(address)", en: "phones and other computers open \(address)")[language])
      }
    }
    printFaults(session)
  }

  /// Says how the site stands, and where the pages are that a change touched.
  mutating func tell(_ session: PreviewSession, _ change: TreeChanges) {
    guard !isQuiet else { return }
    Output.print(
      Wording(
        "已更新：页面 \(session.count.pages)，问题 \(session.count.faults)；\(session.milliseconds) 毫秒",
        en: "updated: \(session.count.pages) pages, \(session.count.faults) faults; \(session.milliseconds) ms")[
          language])
    for path in session.pages(of: change) { Output.print("  \(address)\(percentEncoded(path: path))") }
    printFaults(session)
  }

  private mutating func printFaults(_ session: PreviewSession) {
    guard !isQuiet else { return }
    let faults = session.faults
    guard faults != told else { return }
    told = faults
    if !told.isEmpty { Output.print(form: told) }
  }
}
