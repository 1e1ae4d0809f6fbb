import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource

/// A section of the summary, with the heads of the reports (DomainNotes 7).
struct Chapter: Sendable {
  /// By which links name it within the page.
  var id: String
  var heading: Wording
  /// The usual heading, where the union's settings give another.
  var usual = ""
  /// What a heading of the cadre's text has in it that belongs here, besides this heading.
  var words: [String] = []
  var sentences: @Sendable (PeriodRecords) -> [Sentence]

  /// The chapters of a period: those that the site's settings name, in that order, and then the others.
  static func all(of period: Period, _ settings: SiteSettings) -> [Chapter] {
    var rest = usual(of: period)
    var named: [Chapter] = []
    for written in settings.summary {
      guard let (chapter, heading) = Chapter.named(written.value, among: rest) else { continue }
      rest.removeAll { $0.id == chapter.id }
      var own = chapter
      own.heading = heading
      own.usual = chapter.heading.zh
      // The cadre's text may still bear the usual heading.
      own.words += [chapter.heading.zh, chapter.heading.en.lowercased()]
      named.append(own)
    }
    return named + rest
  }

  /// The chapter that a heading of the settings means, and what it is to be called: `关心职工：送温暖`, or the union's own words
  /// that have the chapter's in them.
  static func named(_ written: String, among chapters: [Chapter]) -> (Chapter, Wording)? {
    let parts = written.split(maxSplits: 1) { $0 == "：" || $0 == ":" }.map { trimmed($0) }
    guard let name = parts.first, let chapter = chapters.first(where: { $0.takes(name) }) else { return nil }
    let heading = parts.count > 1 ? parts[1] : name
    return (chapter, heading == chapter.heading.zh ? chapter.heading : Wording(heading, en: heading))
  }

  /// In the order of the reports.
  static func usual(of period: Period) -> [Chapter] {
    [
      Chapter(
        id: "organisation", heading: Wording("组织建设", en: "Organisation"), sentences: organisation),
      Chapter(id: "democracy", heading: Wording("民主管理", en: "Democratic management"), sentences: democracy),
      Chapter(id: "training", heading: Wording("学习培训", en: "Training"), sentences: training),
      Chapter(id: "activities", heading: Wording("文体活动", en: "Activities"), sentences: activities),
      Chapter(id: "honours", heading: Wording("荣誉", en: "Honours"), sentences: honours),
      Chapter(
        id: "care", heading: Wording("关心职工", en: "Care"), words: ["职工生活", "职工福利"], sentences: care),
      Chapter(
        id: "retired-women", heading: Wording("离退休和女职工", en: "Retired members and women"),
        words: ["离退休", "女职工"], sentences: retiredAndWomen),
      Chapter(
        id: "finance", heading: Wording("财务经审", en: "Finance and audit"), words: ["财务", "经审"], sentences: finance),
      problems,
      Chapter(
        id: "plan",
        heading: period.part == .year
          ? Wording("下年计划", en: "Next year's plan") : Wording("下步计划", en: "What comes next"),
        words: [
          "下年计划", "下步计划", "下一步", "下一年", "明年", "来年", "打算", "设想", "工作思路", "工作要点", "今后工作", "努力方向",
        ], sentences: outlook),
    ]
  }

  /// The cadre's own words alone; sections of the cadre's own making stand before it.
  static let problems = Chapter(
    id: "problems", heading: Wording("存在的问题", en: "Problems"),
    words: ["存在问题", "问题和不足", "问题与不足", "主要问题", "不足之处", "薄弱环节", "差距"]
  ) { _ in [] }

  /// Whether a heading of the cadre's text belongs to this section.
  func takes(_ heading: String) -> Bool {
    let heading = heading.lowercased()
    return ([self.heading.zh, self.heading.en.lowercased()] + words).contains { heading.contains($0) }
  }
}
