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
    library.entries(of: Page.self).compactMap { entry in
      guard entry.id.hasPrefix("pages/summary/"), Page.period(ofSummary: entry.id) == nil else { return nil }
      let name = entry.id.dropFirst("pages/summary/".count)
      return SummaryRules.textName.at(
        Place(entry.source),
        Wording("“\(name)”不是一个期间，不会写进工作总结", en: "“\(name)” is no period; its text is in no summary"),
        help: Wording(
          "文件名写成 2026.md、2026-H1.md 或 2026-Q3.md", en: "call the file 2026.md, 2026-H1.md or 2026-Q3.md"))
    }
  }

  package func pages() -> [PagePlan] {
    guard !periods.isEmpty else { return [] }
    return periods.map { Self.page($0, among: periods, in: library) } + [Self.statistics(periods, in: library)]
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
  package static let all = [textName]
}
