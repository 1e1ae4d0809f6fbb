import ArgumentParser
import BanbaoDiagnostics
import BanbaoDisk
import BanbaoFinance
import BanbaoSite
import BanbaoSource

struct SealCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: usageText("封账：审查过的一期不能再改", en: "Close a reviewed period, so that no change of it passes unseen."),
    discussion: usageText(
      """
      这一期的账本、期初、预算、收支表和经审意见写进 book.yaml 旁边的 seals.yaml，和它一起提交。以后改了哪一行，
      检查时都会指出来；确实要改的，在 book.yaml 里写更正，再封一次。封账码印在收支表上，电话里可以核对。

      例：
        banbao seal 2026-H1
        banbao seal 2026 --dry-run       只看能不能封
      """,
      en: """
        Its ledger, opening, budget, sheet and review go into seals.yaml beside book.yaml, to be committed with it. From
        then on every change of a line is an error, unless a correction in book.yaml tells of it; then seal it again.
        The short code stands on the sheet, to be compared over the telephone.

        Examples:
          banbao seal 2026-H1
          banbao seal 2026 --dry-run       say whether it can be sealed
        """))

  @Argument(help: .words("年、半年或季度：2026、2026-H1、2026-Q3", en: "A year, half-year or quarter: 2026, 2026-H1, 2026-Q3."))
  var period: String

  @Option(help: .words("内容文件夹", en: "The content folder."), completion: .directory)
  var content = inSite("content")

  @OptionGroup var day: DayOption

  @Option(help: .words("提示的语言：zh-Hans、en", en: "The language of messages: zh-Hans, en."))
  var lang: Language?

  @Flag(name: .customLong("dry-run"), help: .words("只检查，不写文件", en: "Check, and write nothing."))
  var isDry = false

  func execute() async throws -> ExitCode {
    let period = try readPeriod(self.period)
    var site = try await SiteRequest(
      folders: SiteFolders(content: content), asOf: day.asOf, lang: lang, isQuiet: true
    ).checkedSite()
    let language = Environment.language(lang) ?? site.compilation.settings.language
    site.compilation.diagnostics.removeAll { $0.severity != .error }
    guard site.isPassed else { return Report(site).finish() }
    let path = Books.sealsPath(year: period.year)
    let tree = site.inputs.content
    let before = try tree.files.first { $0.path == path }.map { try tree.read($0) }
    guard let books = site.compilation.library.register(Books.self) else {
      throw ValidationError("没有账本", en: "there are no books")
    }
    let text = before.map { SourceText(path: tree.shown(path), bytes: $0) }
    switch books.sealing(period, on: site.inputs.today, text) {
    case .refused(let why, let help):
      Output.complain(why, help, in: language)
      return .failure
    case .unchanged(let seal):
      Output.print(
        lines: Wording("没有改动，不用再封", en: "nothing changed since it was sealed")[language] + "\n" + told(seal, language))
    case .sealed(let seal, let file):
      let place = "\(withoutSlash(content))/\(path)"
      if isDry {
        Output.print(
          lines: Wording("可以封账，什么也没有写", en: "it can be sealed; nothing written")[language] + "\n" + told(seal, language)
        )
        return .success
      }
      // An empty file is one without seals, and what replaces it is there whole or not at all.
      if before == nil { try writeNewFile([], at: place) }
      guard try replaceFile(Array(file.utf8), of: before ?? [], at: place) else {
        Output.complain(
          Wording("“\(place)”刚被改动，没有封账", en: "“\(place)” has just changed, nothing was sealed"),
          Wording("再运行一次", en: "run it again"), in: language)
        return .refused
      }
      Output.print(
        lines: told(seal, language) + "\n"
          + Wording("写在 \(place)，和 book.yaml 一起提交", en: "written to \(place): commit it with book.yaml")[language])
    }
    return .success
  }

  private func told(_ seal: Seal, _ language: Language) -> String {
    let period = seal.period.value.wording
    return Wording(
      "\(period.zh) \(seal.day.value.iso) 封账，封账码 \(seal.digest.shortCode)\n摘要值 \(seal.digest.hexadecimal)",
      en:
        "\(period.en), sealed on \(seal.day.value.iso), code \(seal.digest.shortCode)\ndigest \(seal.digest.hexadecimal)"
    )[
      language]
  }
}
