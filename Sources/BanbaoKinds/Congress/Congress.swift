package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource
package import BanbaoUnion

/// 职代会: a session of the workers' congress, what it passed and what delegates asked for.
package struct Congress: SheetKind {
  /// One report put to the vote.
  package struct Report: Sendable {
    package var title: Located<String>
    package var inFavour: Located<Count>?
    package var against: Located<Count>?
    package var abstained: Located<Count>?
    package var isPassed: Bool

    /// All of them; nil where no vote was counted.
    package var votes: Count? { Tally([inFavour, against, abstained].compactMap { $0?.value }).sum }
  }

  /// What a delegate asked for, and the matter that came of it.
  package struct Opinion: Sendable {
    package var text: Located<String>
    /// The path of a record of 职工诉求.
    package var matter: Located<String>?
  }

  package var term: Located<Int>
  package var session: Located<Int>
  package var place: String
  package var delegates: Located<Count>?
  package var attended: Located<Count>?
  package var observers: Located<Count>?
  package var reports: [Report]
  package var commended: Located<Count>?
  package var parts: [Part]
  package var opinions: [Opinion]

  package static let folder = "congress"
  package static let name = Wording("职代会", en: "Congress")
  package static let section = Wording("职代会", en: "Workers' congress")
  package static let dateMayBeSpan = true
  package static let isEvent = true

  enum Keys {
    static let term = Key.count("term", "届", Wording("第几届", en: "which term"), .required).called("届次", "届数")
    static let session = Key.count("session", "次", Wording("第几次会议", en: "which session of the term"), .required).called(
      "会次", "次数")
    static let place = Key.text("place", "地点", Wording("在哪里", en: "where")).called(
      "地址", "场地", "会场", "活动地点", "举办地点", "培训地点", "会议地点", "location", "venue", "address")
    static let delegates = Key.roughCount("delegates", "正式代表", Wording("正式代表人数", en: "how many delegates"), .required)
      .called("代表人数", "代表", "应到", "应到代表", "应到人数")
    static let attended = Key.roughCount("attended", "到会", Wording("到会代表人数", en: "how many delegates came")).called(
      "到会代表", "实到", "实到代表", "到会人数", "实到人数")
    static let observers = Key.roughCount("observers", "列席", Wording("列席人数", en: "how many observers")).called(
      "列席代表", "列席人数")
    static let reports = GroupKey("reports", "报告", en: "Report", Wording("审议的报告与表决", en: "reports and their votes"))
      .called("议案", "议题", "审议", "表决")
    static let commended = Key.roughCount("commended", "表彰人数", Wording("表彰了多少人", en: "how many were commended")).called(
      "表彰")
    static let opinions = GroupKey(
      "opinions", "意见", Wording("代表的意见，以及转成的职工诉求", en: "delegates' opinions and the matters they became")
    ).called("提案", "代表提案", "代表意见")
  }

  package init?(reading fields: inout FieldReader) {
    let term = fields.read(Keys.term)
    let session = fields.read(Keys.session)
    place = fields.read(Keys.place)?.value ?? ""
    delegates = fields.read(Keys.delegates)
    attended = fields.read(Keys.attended)
    observers = fields.read(Keys.observers)
    reports = fields.records(Keys.reports) {
      Self.readReport(&$0)
    }
    commended = fields.read(Keys.commended)
    opinions = fields.records(Keys.opinions, word: { Opinion(text: $0, matter: nil) }, { Self.readOpinion(&$0) })
    parts = Part.read(&fields)
    guard let term, let session else { return nil }
    self.term = term
    self.session = session
  }

  enum ReportKeys {
    static let title = Key.text("title", "标题", Wording("报告的名称", en: "the report's title"), .required).called(
      "名称", "题目", "报告")
    static let inFavour = Key.roughCount("for", "赞成", Wording("赞成票", en: "votes for it")).called("赞成票", "同意", "同意票")
    static let against = Key.roughCount("against", "反对", Wording("反对票", en: "votes against it")).called("反对票", "不同意")
    static let abstain = Key.roughCount("abstain", "弃权", en: "Abstained", Wording("弃权票", en: "abstentions")).called(
      "弃权票")
    static let passed = Key.flag("passed", "通过", Wording("通过了写 true", en: "true where it was passed"))
  }

  private static func readReport(_ fields: inout FieldReader) -> Report? {
    let title = fields.read(ReportKeys.title)
    let inFavour = fields.read(ReportKeys.inFavour)
    let against = fields.read(ReportKeys.against)
    let abstained = fields.read(ReportKeys.abstain)
    let isPassed = fields.read(ReportKeys.passed)?.value ?? false
    return title.map {
      Report(title: $0, inFavour: inFavour, against: against, abstained: abstained, isPassed: isPassed)
    }
  }

  enum OpinionKeys {
    static let opinion = Key.text("opinion", "意见", Wording("一句话", en: "in one sentence"), .required)
    static let matter = Key.text(
      "matter", "关联", Wording("职工诉求的路径，如 matters/2026/热水", en: "the path of the matter that it became"))
  }

  private static func readOpinion(_ fields: inout FieldReader) -> Opinion? {
    let text = fields.read(OpinionKeys.opinion)
    let matter = fields.read(OpinionKeys.matter)
    return text.map { Opinion(text: $0, matter: matter) }
  }

  package func label(_ library: Library) -> String {
    library.words(Wording("\(chinese(term.value))届\(chinese(session.value))次", en: "\(term.value).\(session.value)"))
  }
}

/// `七` for 7, `十二` for 12, `二十` for 20: as ordinals of terms are written; Arabic from 100 on.
func chinese(_ number: Int) -> String {
  let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  guard (0..<100).contains(number) else { return String(number) }
  let (tens, ones) = (number / 10, number % 10)
  if tens == 0 { return digits[ones] }
  return (tens > 1 ? digits[tens] : "") + "十" + (ones > 0 ? digits[ones] : "")
}
