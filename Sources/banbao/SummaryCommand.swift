import ArgumentParser
import BanbaoDiagnostics
import BanbaoKinds
import BanbaoSite
import BanbaoSource

struct SummaryCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: usageText(
      "打印工作总结，数字取自各类记录", en: "Print a period's work summary as Markdown, its figures taken from the records."),
    discussion: usageText(
      """
      没有记录的数字写作〔待补〕；自己写的文字放在 content/pages/summary/年份.md。

      例：
        banbao summary 2026
        banbao summary 2026-H1 > 半年总结.md
        banbao summary 2026-Q3 --lang en
      """,
      en: """
        What no record gives reads 〔待补〕; your own text goes into content/pages/summary/YEAR.md.

        Examples:
          banbao summary 2026
          banbao summary 2026-H1 > 半年总结.md
          banbao summary 2026-Q3 --lang en
        """))

  @Argument(help: .words("年、半年或季度：2026、2026-H1、2026-Q3", en: "A year, half-year or quarter: 2026, 2026-H1, 2026-Q3."))
  var period: String

  @Option(help: .words("内容文件夹", en: "The content folder."), completion: .directory)
  var content = inSite("content")

  @OptionGroup var day: DayOption

  @Option(help: .words("总结和提示的语言：zh-Hans、en", en: "The language of the summary and of messages: zh-Hans, en."))
  var lang: Language?

  func execute() async throws -> ExitCode {
    let period = try readPeriod(self.period)
    let site = try await SiteRequest(
      folders: SiteFolders(content: content), asOf: day.asOf, lang: lang, isQuiet: true
    ).checkedSite()
    guard site.isPassed else { return Report(site).finish() }
    let library = site.compilation.library
    let known = Summary.periods(in: library)
    guard known.contains(period) else {
      let years = known.filter { $0.part == .year || $0.year == period.year }.map(\.code).joined(separator: " ")
      throw years.isEmpty
        ? ValidationError("没有可以总结的记录", en: "there is no record to sum up")
        : ValidationError(
          "\(period.wording.zh)没有记录；有工作总结的期间：\(years)",
          en: "there is no record of \(period.wording.en); summaries: \(years)")
    }
    Output.print(lines: summaryMarkdown(of: period, in: library, language: lang))
    return .success
  }
}
