package import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

/// What union money is not for, by the words of titles (DomainNotes 1.8; 总工办发〔2017〕32号). Careful to be silent in doubt.
func checkUnionMoney(_ library: Library) -> [Diagnostic] {
  library.entries(that: (any Spends).self).flatMap { entry, record -> [Diagnostic] in
    guard let gift = record.gift, let spending = record.outlay, isBound(entry, spending) else { return [] }
    return switch gift {
    case .festival: festival(entry, spending) + retired(entry, spending, mayBeFarewell: false)
    case .farewell: retired(entry, spending, mayBeFarewell: true)
    case .examination: examination(entry, spending)
    case .present: retired(entry, spending, mayBeFarewell: false)
    case .benefit:
      retired(entry, spending, mayBeFarewell: false)
        + (entry.title.contains("体检") ? examination(entry, spending) : [])
    }
  }
}

/// Whether union money pays, at a time when the rules of December 2017 held.
private func isBound(_ entry: some AnyEntry, _ spending: Spending) -> Bool {
  spending.isUnionMoney && entry.date.first.year >= 2018
}

private func festival(_ entry: some AnyEntry, _ spending: Spending) -> [Diagnostic] {
  guard let word = otherFestivals.first(where: entry.title.contains),
    !statutoryFestivals.contains(where: entry.title.contains)
  else { return [] }
  return [
    fault(
      UnionMoneyRules.festival, entry, spending,
      Wording("“\(word)”的节日慰问品用了工会的钱", en: "gifts for “\(word)” are paid from union money"),
      help: Wording(
        "年节只有元旦、春节、清明、劳动节、端午、中秋、国庆；其他节日办活动，或由行政承担",
        en: "only the seven statutory festivals have gifts: hold an activity, or let the employer pay"))
  ]
}

/// - Parameter mayBeFarewell: whether the record is one at a member's retirement unless its title names another occasion.
private func retired(_ entry: some AnyEntry, _ spending: Spending, mayBeFarewell: Bool) -> [Diagnostic] {
  let title = entry.title
  guard !SpendingWords.farewells.contains(where: title.contains),
    let word = (mayBeFarewell ? ["退休", "离休"] : SpendingWords.retirees).first(where: title.contains)
      ?? (mayBeFarewell ? "退休" : nil),
    !mayBeFarewell || occasions.contains(where: title.contains)
  else { return [] }
  return [
    fault(
      UnionMoneyRules.retired, entry, spending,
      Wording("给“\(word)”的慰问用了工会的钱", en: "gifts to the retired (“\(word)”) are paid from union money"),
      help: Wording(
        "退休人员的福利由行政承担；会员退休离岗时的纪念可以用工会经费，标题写明“退休离岗”",
        en: "the employer pays for the retired; a farewell at retirement is allowed: call it 退休离岗"))
  ]
}

private func examination(_ entry: some AnyEntry, _ spending: Spending) -> [Diagnostic] {
  let source = entry.keys[Spending.Keys.source]
  return [
    fault(
      UnionMoneyRules.examination, entry, spending,
      Wording("体检用了工会的钱", en: "a physical examination is paid from union money"),
      help: Wording(
        "体检费用由行政承担，写 \(source): 行政", en: "the employer pays for examinations: write \(source): 行政"))
  ]
}

private func fault(
  _ rule: Rule, _ entry: some AnyEntry, _ spending: Spending, _ message: Wording, help: Wording
) -> Diagnostic {
  rule.at(
    spending.source.map { entry.place($0.mark) } ?? entry.place, message, help: help,
    related: [Related(entry.place, Wording("标题", en: "the title"))])
}

let statutoryFestivals = [
  "元旦", "新年", "春节", "除夕", "过年", "清明", "五一", "劳动节", "端午", "中秋", "国庆", "年节",
]

private let otherFestivals = [
  "三八", "妇女节", "女神节", "五四", "青年节", "六一", "儿童节", "护士节", "医师节", "教师节", "八一", "建军节", "七夕", "重阳", "元宵", "腊八",
  "冬至", "圣诞", "平安夜", "情人节", "母亲节", "父亲节", "感恩节",
]

private let occasions = statutoryFestivals + otherFestivals + ["节日", "生日", "走访"]

package enum UnionMoneyRules {
  package static let festival = Rule(
    "union-money-festival", .warning,
    Wording(
      "工会经费买的年节慰问品只限七个法定节日：元旦、春节、清明、劳动节、端午、中秋、国庆。",
      en: "Union money buys gifts for the seven statutory festivals only."),
    wrong: "title: 护士节慰问品\nkind: 节日福利\nsource: 工会经费", right: "title: 端午节慰问品\nkind: 节日福利\nsource: 工会经费")
  package static let retired = Rule(
    "union-money-retired", .warning,
    Wording(
      "退休人员的福利由行政承担，不用会费和工会经费；会员退休离岗时的慰问除外。",
      en: "The employer, not the union, pays for the retired, but for the farewell at retirement."),
    wrong: "title: 退休职工春节慰问\nkind: 节日\nsource: 工会经费", right: "title: 退休职工春节慰问\nkind: 节日\nsource: 行政")
  package static let examination = Rule(
    "union-money-examination", .warning,
    Wording("体检费用由行政承担，不用会费和工会经费。", en: "The employer, not the union, pays for physical examinations."),
    wrong: "kind: 体检\nsource: 工会经费", right: "kind: 体检\nsource: 行政")
  package static let all = [festival, retired, examination]
}
