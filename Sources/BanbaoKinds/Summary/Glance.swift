import BanbaoDiagnostics
import BanbaoFinance
import BanbaoSite
import BanbaoSource
import BanbaoUnion

/// 一览: the period in five lines, each of which says only what records tell.
struct Glance: Sendable {
  /// 人, 事, 钱, 荣誉, 明年.
  var label: Wording
  var sentence: Sentence
  /// Whether it is one of the three that the home page says too: 人, 事, 钱.
  var isOfThree = false
}

extension Chapter {
  /// The lines of a period, without those that would say nothing.
  static func glance(_ records: PeriodRecords) -> [Glance] {
    let next =
      records.period.part == .year ? Wording("明年", en: "Next year") : Wording("下步", en: "What comes next")
    let all = [
      Glance(label: Wording("人", en: "People"), sentence: peopleInShort(records), isOfThree: true),
      Glance(label: Wording("事", en: "Work"), sentence: workInShort(records), isOfThree: true),
      Glance(label: Wording("钱", en: "Money"), sentence: moneyInShort(records), isOfThree: true),
      Glance(label: Wording("荣誉", en: "Honours"), sentence: honoursInShort(records)),
      Glance(label: next, sentence: comingPlan(records)),
    ]
    return all.filter { !$0.sentence.clauses.isEmpty }
  }

  private static func peopleInShort(_ records: PeriodRecords) -> Sentence {
    let newest = Array(membership(records).suffix(1))
    let members = Quantity(newest) { $0.record.closing?.value }.known
    let women = Quantity(newest) { $0.record.women?.value }.known
    let visited = attendance(records.entries(of: Visit.self)).known
    return Sentence([
      members.map { Clause("会员\($0)人", en: "\($0) members") },
      women.map { Clause("其中女会员\($0)人", en: "\($0) of them women") },
      visited.map { Clause("走访慰问\($0)人次", en: "\($0) person-times visited") },
    ])
  }

  private static func workInShort(_ records: PeriodRecords) -> Sentence {
    let activities = records.entries(of: Activity.self)
    let trainings = records.entries(of: Training.self)
    return Sentence([
      Quantity(counting: activities).known.map { Clause("活动\($0)项", en: "Activities: \($0)") },
      attendance(activities).known.map { Clause("参加\($0)人次", en: "\($0) person-times") },
      Quantity(counting: trainings).known.map { Clause("培训\($0)次", en: "trainings: \($0)") },
      Quantity(counting: records.entries(of: Meeting.self)).known.map { Clause("会议\($0)次", en: "meetings: \($0)") },
    ])
  }

  private static func moneyInShort(_ records: PeriodRecords) -> Sentence {
    let booked = BookedFigures(records)
    return Sentence([
      booked.income.known.map { Clause("收入\($0)元", en: "Income \($0) yuan") },
      booked.expense.known.map { Clause("支出\($0)元", en: "expense \($0) yuan") },
      booked.closing.known.map { Clause("期末结余\($0)元", en: "balance at the end \($0) yuan") },
    ])
  }

  private static func honoursInShort(_ records: PeriodRecords) -> Sentence {
    let all = decided(records)
    let won = Quantity(counting: all.filter { $0.record.level.value != .own }).known
    let own = Quantity(counting: all.filter { $0.record.level.value == .own }).known
    return Sentence([
      won.map { Clause("获上级荣誉\($0)项", en: "Honours from above: \($0)") },
      own.map { Clause("本级表彰\($0)项", en: "our own commendations: \($0)") },
    ])
  }
}

/// What the books say of a period; unknown where there are none.
struct BookedFigures {
  let income: Quantity
  let expense: Quantity
  let budget: Quantity
  let closing: Quantity
  /// Of the year's budget.
  let rate: Percent?
  /// Whether there are books at all.
  let isKept: Bool

  init(_ records: PeriodRecords) {
    let library = records.library
    let year = library.derived(PublicYears.self)[records.period.year]
    let sheet = year.flatMap { FinanceSheet($0, records.period) }
    let page = year?.periods.contains(records.period) ?? false ? records.period : Period(records.period.year)
    func quantity(_ amount: Money?) -> Quantity {
      Quantity(amount, title: library.words(sheetTitle(page)), url: sheetPath(page))
    }
    income = quantity(sheet?.amount(.total(.income)))
    expense = quantity(sheet?.amount(.total(.expense)))
    budget = quantity(sheet?[.total(.expense)]?.budget)
    closing = quantity(sheet?.amount(.closing))
    rate = sheet?[.total(.expense)]?.rate
    isKept = sheet != nil
  }
}
