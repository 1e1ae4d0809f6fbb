package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource
package import BanbaoUnion

/// 荣誉: what a collective or a member was commended for, and by whom (DomainNotes 3).
package struct Honour: RecordKind {
  /// The level of the body that awards it, highest first.
  package enum Level: String, Choice {
    case national = "国家"
    case provincial = "省"
    case city = "市"
    case county = "县区"
    case sector = "系统"
    case upper = "上级"
    case own = "本级"

    package var english: String {
      switch self {
      case .national: "National"
      case .provincial: "Provincial"
      case .city: "City"
      case .county: "County or district"
      case .sector: "Sector"
      case .upper: "Upper union"
      case .own: "Our own"
      }
    }
  }

  /// Whether a collective or a person is commended; it decides whether names are masked.
  package enum Sort: String, Choice {
    case collective = "集体"
    case individual = "个人"
    package var english: String { self == .collective ? "Collective" : "Individual" }
  }

  /// Whether the union is still selecting whom to commend.
  package enum State: String, Choice {
    case open = "评选中"
    case decided = "已评定"
    package var english: String { self == .open ? "Being selected" : "Decided" }
  }

  package var level: Located<Level>
  package var sort: Located<Sort>
  package var awardedBy: String
  package var number: Located<String>?
  /// Persons, or collectives, whose names are shown whole.
  package var recipients: [Person]
  /// Those of them who are persons, or read as such among collectives.
  package let people: [Person]
  package var count: Located<Count>?
  package var parts: [Part]
  /// Whether it is still to be decided who gets it.
  package var isOpen: Bool
  /// The path of the record that proves it.
  package var evidence: Located<String>?
  package var citation: String
  /// Whether it is a title that the union still bears, of which the summaries of later years tell too.
  package var isHeld: Bool

  package static let folder = "honours"
  package static let name = Wording("荣誉", en: "Honour")
  package static let section = Wording("光荣榜", en: "Honour roll")

  enum Keys {
    static let level = Key.choice(
      "level", "级别", Level.self, Wording("授予单位的级别", en: "the level of the awarding body"), .required
    ).called("荣誉级别", "等级", "层级")
    static let kind = Key.choice("kind", "类别", Sort.self, Wording("集体或个人", en: "集体 or 个人"), .required).called(
      "分类", "类型", "种类", "category", "categories", "type")
    static let awardedBy = Key.text("awarded_by", "授予单位", Wording("谁授予的", en: "who awarded it"), .required).called(
      "颁发单位", "颁奖单位", "授奖单位", "发证单位", "表彰单位", "授予机关", "单位")
    static let number = Key.text("number", "文号", Wording("表彰文件的文号", en: "the document's number")).called(
      "发文字号", "表彰文号", "编号")
    static let recipients = GroupKey(
      "recipients", "获得者",
      Wording(
        "集体的名称，或 {姓名, 部门, 同意公开} 的列表", en: "a collective's name, or a list of {name, department, consent}")
    ).called("获奖者", "获奖人", "获奖名单", "获奖人员", "获奖单位", "名单", "姓名")
    static let count = Key.roughCount("count", "人数", Wording("多少人", en: "how many people")).called("获奖人数")
    static let state = Key.choice(
      "status", "状态", State.self, Wording("还在评选的写 评选中；评定以后删去", en: "评选中 as long as it is not decided")
    ).called("进度", "评选状态")
    static let evidence = Key.text(
      "evidence", "依据", Wording("有关记录的路径，如 notices/2026/喜报", en: "the path of the record that proves it"))
    static let citation = Key.text("citation", "事迹", Wording("一两句话", en: "a sentence or two")).called(
      "先进事迹", "主要事迹", "简介")
    static let held = Key.flag(
      "held", "保持称号", en: "Still held", Wording("称号至今保持写 true，以后各年的总结也会说到", en: "true for a title that is still borne"))
  }

  package init?(reading fields: inout FieldReader) {
    let level = fields.read(Keys.level)
    let sort = fields.read(Keys.kind)
    let awardedBy = fields.read(Keys.awardedBy)
    number = fields.read(Keys.number)
    recipients = fields.records(
      Keys.recipients, word: { Person(name: $0, consents: false) }, { Self.readRecipient(&$0) })
    count = fields.read(Keys.count)
    parts = Part.read(&fields)
    isOpen = fields.read(Keys.state)?.value == .open
    evidence = fields.read(Keys.evidence)
    citation = fields.read(Keys.citation)?.value ?? ""
    isHeld = fields.read(Keys.held)?.value ?? false
    guard let level, let sort, let awardedBy else { return nil }
    self.level = level
    self.sort = sort
    if sort.value == .individual {
      people = recipients
    } else {
      let notNames = fields.notNames
      people = recipients.compactMap { $0.amongCollectives(notNames: notNames) }
    }
    self.awardedBy = awardedBy.value
  }

  enum RecipientKeys {
    static let name = Key.text("name", "姓名", Wording("姓名", en: "the name"), .required).called("名字", "获得者")
    static let department = Key.text("department", "部门", Wording("部门或科室", en: "the department")).called(
      "科室", "单位", "所在部门", "所在科室")
    static let consent = Key.flag(
      "consent", "同意公开", Wording("本人同意公开姓名写 true，否则只显示姓", en: "true where the person agrees to be named"))
  }

  private static func readRecipient(_ fields: inout FieldReader) -> Person? {
    let name = fields.read(RecipientKeys.name)
    let department = fields.read(RecipientKeys.department)
    let consent = fields.read(RecipientKeys.consent)
    return name.map { Person(name: $0, department: department?.value ?? "", consent: consent) }
  }

  package static func check(_ entries: [Entry<Honour>], in library: Library) -> [Diagnostic] {
    entries.compactMap { entry in
      entry.record.evidence.flatMap { referenced($0, in: library, from: entry.source).fault }
    }
  }

  package func label(_ library: Library) -> String { library.words(level.value) }
}
