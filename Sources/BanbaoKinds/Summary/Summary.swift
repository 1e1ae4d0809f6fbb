package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
package import BanbaoTheme

/// 工作总结: the year's summary and the statistics over the years, written from the records of all kinds.
package struct Summary: Overview {
  let library: Library
  /// Those that have a page, oldest first and a year before its parts.
  let periods: [Period]

  package init(_ library: Library) {
    self.library = library
    periods = Self.periods(in: library)
  }

  static let folder = "summary"
  static let section = Wording("工作总结", en: "Summaries")

  package static let templates: [TemplateDeclaration] = [pageTemplate.declaration, statisticsTemplate.declaration]

  package static let rules = SummaryRules.all

  package func check() -> [Diagnostic] {
    misnamedChapters()
      + library.entries(of: Page.self).compactMap { entry in
        guard entry.id.hasPrefix("pages/summary/"), Page.period(ofSummary: entry.id) == nil else { return nil }
        let name = entry.id.dropFirst("pages/summary/".count)
        return SummaryRules.textName.at(
          Place(entry.source),
          Wording("“\(name)”不是一个期间，不会写进工作总结", en: "“\(name)” is no period; its text is in no summary"),
          help: Wording(
            "文件名写成 2026.md、2026-H1.md 或 2026-Q3.md", en: "call the file 2026.md, 2026-H1.md or 2026-Q3.md"))
      }
  }

  /// What `site.yaml` lists that is no chapter, or one that stands there already.
  private func misnamedChapters() -> [Diagnostic] {
    let usual = Chapter.usual(of: Period(library.today.year))
    var seen: [String: Located<String>] = [:]
    return library.settings.summary.compactMap { written in
      let place = Place(joined(library.label, "site.yaml"), written.mark)
      guard let (chapter, _) = Chapter.named(written.value, among: usual) else {
        let names = usual.map(\.heading.zh).joined(separator: "、")
        return SummaryRules.chapter.at(
          place, Wording("“\(written.value)”看不出是总结的哪一章", en: "“\(written.value)” is no chapter of the summary"),
          help: Wording(
            "写上是哪一章，后面写自己的叫法，如 关心职工：\(written.value)；各章是 \(names)",
            en: "write the chapter before your own words, as in 关心职工：\(written.value); the chapters are \(names)"))
      }
      guard let first = seen.updateValue(written, forKey: chapter.id) else { return nil }
      return SummaryRules.chapter.at(
        place,
        Wording(
          "“\(written.value)”和“\(first.value)”是同一章", en: "“\(written.value)” and “\(first.value)” are one chapter"),
        help: Wording("只留一个", en: "keep one"))
    }
  }

  package func pages() -> [PagePlan] {
    guard !periods.isEmpty else { return [] }
    let byYear = Dictionary(grouping: periods, by: \.year)
    return periods.map { Self.page($0, among: byYear[$0.year] ?? [], in: library) }
      + [Self.statistics(periods, in: library)]
  }

  /// The year so far in three sentences, 人, 事 and 钱; in a year that is too young to say anything, the year before.
  package func glance() -> [HomeSentence] {
    for year in [library.today.year, library.today.year - 1] {
      let period = Period(year)
      guard periods.contains(period) else { continue }
      let lines = Chapter.glance(PeriodRecords(period: period, library: library)).prefix { $0.isOfThree }
      if lines.isEmpty { continue }
      return lines.map { line in
        HomeSentence(
          label: line.label, text: Wording(line.sentence.plain(.chinese), en: line.sentence.plain(.english)),
          url: line.sentence.proof ?? summaryPath(period))
      }
    }
    return []
  }

  package static var sections: [String] { [folder] }

  package func menu() -> [MenuItem] {
    guard !periods.isEmpty else { return [] }
    return [
      MenuItem(target: Self.folder, label: library.words(Self.section), url: "\(Self.folder)/index.html", order: 0)
    ]
  }
}

package enum SummaryRules {
  package static let textName = Rule(
    "summary-text-name", .warning,
    Wording(
      "pages/summary/ 里的文件以期间为名，它的文字才会写进那个期间的工作总结。",
      en: "A file in pages/summary/ is named after a period, so that its text goes into that period's summary."),
    wrong: "pages/summary/总结.md", right: "pages/summary/2026.md")
  package static let chapter = Rule(
    "summary-chapter", .warning,
    Wording(
      "site.yaml 的 summary 按顺序列出总结的各章；要换叫法的写成 关心职工：送温暖。没有列出的章排在后面。",
      en: "summary in site.yaml lists the chapters in order, with the union's own words behind a colon; others follow."),
    wrong: "summary: [文体活动, 春风行动]",
    right: "summary: [文体活动, 关心职工：春风行动]")
  package static let all = [textName, chapter]
}
