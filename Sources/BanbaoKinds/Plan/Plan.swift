package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource

/// 计划: what the union means to do in a year, when, and what came of it.
package struct Plan: RecordKind {
  /// 状态, as its author says it; what a record proves counts more.
  package enum State: String, Choice {
    case planned = "计划"
    case underWay = "进行中"
    case done = "完成"
    case failed = "未完成"

    package var english: String {
      switch self {
      case .planned: "Planned"
      case .underWay: "Under way"
      case .done: "Done"
      case .failed: "Not done"
      }
    }
  }

  /// 时间: a day, days, months, or a month with words of its own, such as 三八期间.
  package enum Timing: Sendable, Hashable {
    case days(DaySpan)
    /// Whole months, from the first day of one to the last of another.
    case months(DaySpan)
    /// A month of the plan's year, from 1, with the words that stand for the time.
    case labelled(month: Int, label: String)

    /// The days that it covers in a year.
    package func span(in year: Int) -> DaySpan {
      switch self {
      case .days(let span), .months(let span): return span
      case .labelled(let month, _):
        let first = Day(year: year, month: month, day: 1) ?? Day(serial: 0)
        return DaySpan(first, Day(year: year, month: month, day: Day.length(ofMonth: month, year: year)) ?? first)
      }
    }
  }

  /// One thing to do.
  package struct Item: Sendable {
    package var title: Located<String>
    package var when: Located<Timing>?
    package var owner: WordsOnPersons?
    package var state: Located<State>?
    /// The path of the record that did it.
    package var record: Located<String>?
  }

  /// 层级: whose plan of study it is.
  package enum Level: String, Choice {
    case unit = "单位"
    case office = "科室"
    case person = "个人"

    package var english: String {
      switch self {
      case .unit: "The whole unit"
      case .office: "Offices"
      case .person: "Persons"
      }
    }
  }

  /// 学习计划 of one level: how many there are, and how many were assessed.
  package struct Study: Sendable {
    package var level: Located<Level>
    package var count: Located<Count>?
    package var assessed: Located<Count>?
  }

  package var year: Located<Int>
  package var items: [Item]
  package var study: [Study]

  package var tellsOfThePast: Bool { false }
  package static let dateIsItsDay = false
  package static let folder = "plans"
  package static let name = Wording("计划", en: "Plan")
  package static let section = Wording("工作计划", en: "Plans")

  enum Keys {
    static let year = Key.year("year", "年度", Wording("哪一年的计划", en: "the year of the plan"), .required).called(
      "年份", "计划年度")
    static let items = GroupKey("items", "事项", Wording("要做的事", en: "what is to be done"), .required).called(
      "计划", "工作事项", "任务", "工作任务", "内容")
    static let study = GroupKey(
      "study", "学习计划", en: "Plans of study",
      Wording("单位、科室、个人各有几份，考核了几份", en: "how many of the unit, of offices and of persons, and how many assessed"))
  }

  enum StudyKeys {
    static let level = Key.choice("level", "层级", Level.self, Wording("单位、科室或个人", en: "单位, 科室 or 个人"), .required)
    static let count = Key.roughCount("count", "份数", en: "Plans", Wording("几份", en: "how many"), .required)
    static let assessed = Key.roughCount("assessed", "考核", Wording("考核了几份", en: "how many were assessed"))
  }

  private static func readStudy(_ fields: inout FieldReader) -> Study? {
    let level = fields.read(StudyKeys.level)
    let count = fields.read(StudyKeys.count)
    let assessed = fields.read(StudyKeys.assessed)
    guard let level else { return nil }
    if let assessed = assessed?.exact, let count = count?.exact, assessed.value > count.value {
      fields.report(
        PlanRules.study.at(
          fields.place(assessed.mark),
          Wording(
            "考核 \(assessed.value) 份，比\(level.value.rawValue)学习计划 \(count.value) 份还多",
            en: "\(assessed.value) were assessed, more than the \(count.value) plans"),
          help: Wording("核对份数", en: "check both counts"),
          related: [Related(fields.place(count.mark), Wording("份数", en: "how many there are"))]))
    }
    return Study(level: level, count: count, assessed: assessed)
  }

  package init?(reading fields: inout FieldReader) {
    let year = fields.read(Keys.year)
    let notNames = fields.notNames
    items = fields.records(Keys.items) { Self.readItem(&$0, notNames) }
    study = fields.records(Keys.study) { Self.readStudy(&$0) }
    guard let year, !fields.lacksRequired else { return nil }
    self.year = year
  }

  enum ItemKeys {
    static let title = Key.text("title", "标题", Wording("什么事", en: "what"), .required).called(
      "事项", "任务", "内容", "名称", "题目")
    static let when = GroupKey(
      "when", "时间",
      Wording("一天、一段日期、2026-07/2026-08，或 {月: 3, 说明: 三八期间}", en: "a day, a span, months, or {month, label}")
    ).called("日期", "期限", "完成时间", "截止日期", "完成时限")
    static let owner = Key.text("owner", "责任人", Wording("哪个部门负责", en: "the office that sees to it")).called(
      "负责人", "责任部门", "负责部门", "牵头")
    static let status = Key.choice("status", "状态", State.self, Wording("做到哪一步", en: "how far it is")).called(
      "进度", "完成情况")
    static let record = Key.text("record", "关联", Wording("做成它的记录的路径", en: "the path of the record that did it"))
  }

  private static func readItem(_ fields: inout FieldReader, _ notNames: [String]) -> Item? {
    let title = fields.read(ItemKeys.title)
    let keys = fields.keys
    let when = fields.textOrRecord(
      ItemKeys.when, form: .timing, word: { text throws(Misread) in try Timing(reading: text, keys) },
      { readLabelled(&$0) })
    let owner = fields.read(ItemKeys.owner).map { WordsOnPersons($0, notNames: notNames) }
    let state = fields.read(ItemKeys.status)
    let record = fields.read(ItemKeys.record)
    return title.map { title in
      // A mark for the ends of lines, as in the title of a record.
      let text = TitleText(written: title.value).text
      return Item(title: Located(text, title.mark), when: when, owner: owner, state: state, record: record)
    }
  }

  enum LabelledKeys {
    static let month = Key.count("month", "月", Wording("几月，1 到 12", en: "the month, from 1 to 12"), .required)
    static let label = Key.text("label", "说明", Wording("如 三八期间", en: "such as 三八期间"))
  }

  private static func readLabelled(_ fields: inout FieldReader) -> Timing? {
    let month = fields.read(LabelledKeys.month)
    let label = fields.read(LabelledKeys.label)
    guard let month else { return nil }
    guard (1...12).contains(month.value) else {
      fields.report(
        ValueRules.timingForm.at(
          fields.place(month.mark), Wording("没有 \(month.value) 月", en: "there is no month \(month.value)"),
          help: Wording("月份是 1 到 12", en: "months run from 1 to 12")))
      return nil
    }
    return .labelled(month: month.value, label: label?.value ?? "")
  }

  package func label(_ library: Library) -> String {
    library.words(Wording("\(year.value)年", en: "\(year.value)"))
  }

  package static let masksPersons = true
  package var people: [Person] { items.flatMap { $0.owner?.people ?? [] } }
}

extension Plan.Timing {
  /// Reads a day, a span of days, `2026-07` or `2026-07/2026-08`, also as 2026年7月.
  ///
  /// - Parameter keys: how the file names keys.
  package init(reading text: String, _ keys: KeyLanguage) throws(Misread) {
    let halves = foldedFullWidth(text).split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let months = halves.compactMap { Month(folded: $0)?.span }
    if let first = months.first, let last = months.last, months.count == halves.count, months.count <= 2 {
      guard first.first <= last.last else {
        throw Misread(
          rule: ValueRules.spanBackwards,
          message: Wording("“\(text)”的起月晚于止月", en: "the first month of “\(text)” lies after its last"),
          help: Wording("先写早的月份", en: "write the earlier month first"))
      }
      self = .months(DaySpan(first.first, last.last))
      return
    }
    do {
      self = .days(try DaySpan(reading: text))
    } catch {
      guard error.rule.code == ValueRules.dayForm.code else { throw error }
      let labelled = "{\(keys[Plan.LabelledKeys.month]): 3, \(keys[Plan.LabelledKeys.label]): \(text)}"
      throw Misread(
        rule: ValueRules.timingForm, message: Wording("“\(text)”不是一个时间", en: "“\(text)” is no time"),
        help: Wording(
          "像 2026-05-12、2026-07/2026-08 这样写，或写 \(labelled)，3 换成那个月",
          en: "write 2026-05-12, 2026-07/2026-08, or \(labelled) with its month"))
    }
  }
}
