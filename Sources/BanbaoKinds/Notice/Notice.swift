package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource
import BanbaoUnion

/// 通知: something the committee tells its members, in one of the forms that committees use (DomainNotes 2).
package struct Notice: RecordKind {
  /// The form of a notice (文种).
  package enum Form: String, Choice {
    case notice = "通知"
    case announcement = "公告"
    case publicity = "公示"
    case circular = "通报"
    case goodNews = "喜报"
    case proposal = "倡议书"
    case bulletin = "简报"
    case invitation = "邀请"

    package var english: String {
      switch self {
      case .notice: "Notice"
      case .announcement: "Announcement"
      case .publicity: "Public notice for objection"
      case .circular: "Circular"
      case .goodNews: "Good news"
      case .proposal: "Proposal"
      case .bulletin: "Bulletin"
      case .invitation: "Invitation"
      }
    }
  }

  /// 公示期: a period in which members may object.
  package struct Publicity: Sendable {
    package var from: Located<Day>
    /// The last day; nil where only the working days are given.
    package var to: Located<Day>?
    package var workingDays: Located<Int>?
    /// Where and how to object.
    package var contact: Located<String>?
  }

  package var form: Located<Form>
  package var number: Located<String>?
  package var to: String
  package var issuer: String
  package var hasSeal: Bool
  package var pinnedUntil: Located<Day>?
  package var publicity: Located<Publicity>?
  /// Whether a period is written that cannot be read; its faults are reported already.
  package var hasUnreadablePublicity: Bool
  /// The 公示 whose result this notice tells.
  package var resultOf: Located<String>?
  /// When what it is about takes place.
  package var when: Located<Appointment>?
  /// Where.
  package var place: String
  /// 期号 of a 简报, as its author writes it; empty where its title says it, or nobody.
  package var issue: String
  /// What a 倡议书 calls for, in a sentence.
  package var call: String

  package static let folder = "notices"
  package static let name = Wording("通知", en: "Notice")
  package static let section = Wording("通知公告", en: "Notices")

  enum Keys {
    static let kind = Key.choice("kind", "类别", Form.self, Wording("文种", en: "the form of the notice"), .required)
      .called("分类", "类型", "种类", "category", "categories", "type", "文种")
    static let number = Key.text("number", "发文字号", Wording("如 云医工〔2026〕3号", en: "the document number")).called(
      "文号", "编号", "发文号", "发文文号", "字号")
    static let to = Key.text("to", "主送", Wording("如 各工会小组", en: "to whom it is sent")).called(
      "主送单位", "主送机关", "发送", "抄送", "收文单位", "发至", "recipients")
    static let issuer = Key.text("issuer", "落款单位", Wording("谁发的", en: "who issues it")).called(
      "署名", "落款", "发文单位", "发文机关", "发布单位", "发布人", "单位", "印发单位", "作者", "author", "from")
    static let seal = Key.flag("seal", "盖章", Wording("true 表示盖章", en: "true where it bears a seal"))
    static let pinnedUntil = Key.day("pinned_until", "置顶至", Wording("置顶到哪一天", en: "pinned until this day")).called(
      "置顶", "置顶到", "置顶日期", "置顶截止", "top", "pinned", "sticky")
    static let publicity = GroupKey("publicity", "公示期", Wording("公示的起止和异议受理", en: "period and contact of a 公示")).called(
      "公示时间", "公示期限", "公示日期")
    static let resultOf = Key.text(
      "result_of", "公示结果对应", Wording("这是哪条公示的结果，写它的路径", en: "the path of the 公示 whose result this is")
    ).called("结果对应", "对应公示", "公示结果")
    static let when = Key.appointment(
      "when", "时间",
      Wording("在什么时候，如 2026-02-06 19:00；也写进日历", en: "when, such as 2026-02-06 19:00; the calendar tells it too"))
    static let place = Key.text("place", "地点", Wording("在哪里", en: "where")).called(
      "地址", "场地", "会场", "活动地点", "举办地点", "会议地点", "location", "venue", "address")
    static let issue = Key.text("issue", "期号", Wording("简报是第几期，如 第3期", en: "the number of a bulletin, such as 第3期"))
      .called(
        "期次", "期数", "刊号")
    static let call = Key.text("call", "倡议", Wording("倡议书号召什么，一句话", en: "what a 倡议书 calls for, in a sentence")).called(
      "号召", "倡议内容", "口号")
  }

  package init?(reading fields: inout FieldReader) {
    let form = fields.read(Keys.kind)
    number = fields.read(Keys.number)
    let to = fields.read(Keys.to)
    issuer = fields.read(Keys.issuer)?.value ?? ""
    hasSeal = fields.read(Keys.seal)?.value ?? false
    pinnedUntil = fields.read(Keys.pinnedUntil)
    let publicity = fields.record(Keys.publicity) {
      Self.readPublicity(&$0)
    }
    hasUnreadablePublicity = publicity == nil && fields.mentions(Keys.publicity.name)
    resultOf = fields.read(Keys.resultOf)
    when = fields.read(Keys.when)
    place = fields.read(Keys.place)?.value ?? ""
    issue = fields.read(Keys.issue)?.value ?? ""
    call = fields.read(Keys.call)?.value ?? ""
    guard let form else { return nil }
    self.form = form
    self.to = withoutColon(to?.value ?? "")
    self.publicity = publicity
  }

  enum PublicityKeys {
    static let from = Key.day("from", "起", Wording("公示第一天", en: "the first day"), .required).called(
      "开始", "开始时间", "开始日期", "起始", "自", "从", "start", "begin")
    static let to = Key.day(
      "to", "止", Wording("公示最后一天；写了工作日数可以不写", en: "the last day; not needed where the working days are given")
    ).called("结束", "结束时间", "结束日期", "截止", "截止日期", "至", "到", "end", "until")
    static let workingDays = Key.count(
      "working_days", "工作日", Wording("几个工作日，一般不少于 5", en: "how many working days, usually 5 or more")
    ).called("天数", "工作日数", "工作天数", "days")
    static let contact = Key.text("contact", "异议受理", Wording("向谁、在哪里、怎样提出异议", en: "to whom and how to object")).called(
      "联系人", "联系方式", "联系电话", "受理", "异议", "受理部门")
  }

  private static func readPublicity(_ fields: inout FieldReader) -> Publicity? {
    let from = fields.read(PublicityKeys.from)
    let to = fields.read(PublicityKeys.to)
    let days = fields.read(PublicityKeys.workingDays)
    let contact = fields.read(PublicityKeys.contact)
    guard let from else { return nil }
    if to == nil, days == nil {
      // What is written and cannot be read has its fault already.
      if fields.mentions(PublicityKeys.to.name) || fields.mentions(PublicityKeys.workingDays.name) { return nil }
      let workingDays = fields.keys[PublicityKeys.workingDays]
      fields.report(
        FieldRules.missing.at(
          fields.place(fields.mark),
          Wording("公示期没有写到哪一天为止，也没有写几个工作日", en: "the period has neither a last day nor working days"),
          help: Wording("在公示期里加上 \(workingDays): 5", en: "add \(workingDays): 5 to the period")))
      return nil
    }
    if let to, to.value < from.value {
      fields.report(
        ValueRules.spanBackwards.at(
          fields.place(to.mark),
          Wording(
            "公示结束日 \(to.value.iso) 早于开始日 \(from.value.iso)",
            en: "the period ends on \(to.value.iso), before it begins on \(from.value.iso)"),
          help: Wording("核对这两个日期", en: "check both days"),
          related: [Related(fields.place(from.mark), Wording("开始日", en: "the first day"))]))
      return nil
    }
    return Publicity(from: from, to: to, workingDays: days, contact: contact)
  }

  /// What the form of a notice lives by.
  package static func wantedKeys(of sort: String) -> [String] {
    switch Form(rawValue: sort) {
    case .publicity: ["publicity.from", "publicity.working_days", "publicity.contact"]
    case .invitation: ["to", "when", "place"]
    case .proposal: ["call"]
    case .bulletin: ["issue"]
    default: []
    }
  }

  /// Good news, circulars and bulletins tell of what was done; the others may be of a day to come.
  package var tellsOfThePast: Bool { [.goodNews, .circular, .bulletin].contains(form.value) }
  /// The result of a 公示 is of a day behind the period, and nobody reads it while members may object.
  package var waitsForItsDay: Bool { resultOf != nil }

  /// Whether it goes out as an official document, which has a number of its own; a bulletin counts its issues, and good news
  /// hang on a wall.
  var isOfficial: Bool { number != nil && ![.bulletin, .goodNews].contains(form.value) }

  package func label(_ library: Library) -> String { library.words(form.value) }
}

/// 主送 ends with a colon on the page, whether or not its author typed one.
private func withoutColon(_ text: String) -> String {
  text.hasSuffix("：") || text.hasSuffix(":") ? String(text.dropLast()) : text
}

extension Notice.Publicity {
  /// First and last day. Where only working days are given, the last one follows from the calendar.
  func span(_ workingDays: WorkingDays) -> DaySpan {
    DaySpan(from.value, to?.value ?? workingDays.end(of: self.workingDays?.value ?? 1, from: from.value))
  }

  /// Working days from today to the end, both included; nil unless today lies in the period.
  func left(_ library: Library) -> Int? {
    let span = span(library.workingDays)
    guard span.first <= library.today, library.today <= span.last else { return nil }
    return library.workingDays.count(from: library.today, through: span.last)
  }
}
