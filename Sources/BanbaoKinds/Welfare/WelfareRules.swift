package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Welfare {
  package static let rules = WelfareRules.all

  package static func check(_ entries: [Entry<Welfare>], in library: Library) -> [Diagnostic] {
    entries.flatMap { total($0) + unchecked($0) + counted($0) } + twice(entries)
  }

  private static func total(_ entry: Entry<Welfare>) -> [Diagnostic] {
    guard let stated = entry.record.stated, let sum = entry.record.sum?.exact, stated.value != sum.value else {
      return []
    }
    return [
      WelfareRules.total.at(
        entry.place(stated.mark),
        Wording(
          "金额写 \(stated.value.grouped) 元，各项相加却是 \(sum.value.grouped) 元",
          en: "the amount is \(stated.value.grouped), but the items add up to \(sum.value.grouped)"),
        help: Wording("对照凭证改正；不写总金额，就由各项相加", en: "compare the voucher; without an amount the items are added up"),
        related: [Related(entry.place(sum.mark), Wording("第一项", en: "the first item"))])
    ]
  }

  private static func unchecked(_ entry: Entry<Welfare>) -> [Diagnostic] {
    guard entry.record.checkedBy == nil else { return [] }
    let key = entry.keys[Keys.checkedBy]
    return [
      WelfareRules.unchecked.at(
        entry.place(entry.record.month.mark),
        Wording(
          "\(entry.record.month.value.wording.zh)的福利没有写谁审核的",
          en: "nobody is said to have checked the list of \(entry.record.month.value.wording.en)"),
        help: Wording("审核以后写上 \(key): 审核的人或机构", en: "when it is checked, write \(key): who did it"))
    ]
  }

  private static func counted(_ entry: Entry<Welfare>) -> [Diagnostic] {
    entry.record.items.compactMap { item in
      let keys = [(item.people == nil, ItemKeys.people.name), (item.amount == nil, ItemKeys.amount.name)]
      let missing = keys.filter(\.0).map { entry.keys[$0.1] }
      guard !missing.isEmpty else { return nil }
      let (zh, en) = (missing.map { "“\($0)”" }.joined(separator: "和"), missing.joined(separator: " and "))
      return WelfareRules.item.at(
        entry.place(item.name.mark),
        Wording(
          "“\(item.name.value)”没有写\(zh)，网页印\(missingMark)",
          en: "“\(item.name.value)” lacks \(en); pages print \(missingMark)"),
        help: Wording("补上\(zh)", en: "add \(en)"))
    }
  }

  /// One item of one month in two lists, or twice in one, would be handed out twice.
  private static func twice(_ entries: [Entry<Welfare>]) -> [Diagnostic] {
    struct Subject: Hashable {
      var month: Month
      var name: String
    }
    var first: [Subject: Place] = [:]
    let inOrder = entries.sorted { $0.place < $1.place }
    return inOrder.flatMap { entry in
      entry.record.items.compactMap { item -> Diagnostic? in
        let place = entry.place(item.name.mark)
        let month = entry.record.month.value
        let subject = Subject(month: month, name: item.name.value.filter { !$0.isWhitespace })
        guard let earlier = first[subject] else {
          first[subject] = place
          return nil
        }
        return WelfareRules.twice.at(
          place,
          Wording(
            "\(month.wording.zh)的“\(item.name.value)”已经发过一次",
            en: "“\(item.name.value)” of \(month.wording.en) was handed out already"),
          help: Wording("核对清单；确是补发的，名称里写明“补发”", en: "check the lists; where it was made up for, say 补发 in its name"),
          related: [Related(earlier, Wording("第一次", en: "the first time"))])
      }
    }
  }

  /// The next month's list, of a union that has handed out something for three months running.
  package static func due(_ entries: [Entry<Welfare>], in library: Library) -> [Due] {
    let months = Set(entries.map(\.record.month.value))
    guard let newest = entries.max(by: { $0.record.month.value < $1.record.month.value }) else { return [] }
    let last = newest.record.month.value
    guard (1...2).allSatisfy({ months.contains(last.advanced(by: -$0)) }) else { return [] }
    let next = last.advanced(by: 1)
    return [
      Due(
        place: newest.place, title: newest.title,
        task: Wording("核发\(next.wording.zh)的福利，先审核清单", en: "hand out the welfare of \(next.wording.en), checked first"),
        day: next.span.last, remedy: Wording("运行 banbao new 福利核发 标题", en: "run banbao new welfare TITLE"))
    ]
  }
}

package enum WelfareRules {
  package static let total = Rule(
    "welfare-total", .error,
    Wording(
      "总金额等于各项金额相加；不写总金额，就由各项相加。", en: "The amount is the sum of the items; where it is not given, they are added up."),
    wrong: "month: 2026-03\nchecked_by: 经审委员会\nitems: [{name: 生日蛋糕, people: 12, amount: 1800}]\namount: 1900",
    right: "month: 2026-03\nchecked_by: 经审委员会\nitems: [{name: 生日蛋糕, people: 12, amount: 1800}]\namount: 1800")
  package static let unchecked = Rule(
    "welfare-unchecked", .warning,
    Wording("每月的福利清单先审核再发，写明谁审核的。", en: "A month's list is checked before anything is handed out, and says by whom."),
    wrong: "month: 2026-03\nitems: [{name: 生日蛋糕, people: 12, amount: 1800}]",
    right: "month: 2026-03\nchecked_by: 经审委员会\nitems: [{name: 生日蛋糕, people: 12, amount: 1800}]")
  package static let item = Rule(
    "welfare-item", .note,
    Wording(
      "每一项写明多少人、多少元；没有写的，网页印〔待补〕。",
      en: "Each item says how many people and how much; where it does not, pages print 〔待补〕."),
    wrong: "month: 2026-03\nchecked_by: 经审委员会\nitems: [{name: 生日蛋糕}]",
    right: "month: 2026-03\nchecked_by: 经审委员会\nitems: [{name: 生日蛋糕, people: 12, amount: 1800}]")
  package static let twice = Rule(
    "welfare-twice", .warning,
    Wording("同一个月的同一项福利只发一次。", en: "One item of one month is handed out once."),
    wrong:
      "month: 2026-03\nchecked_by: 经审委员会\nitems:\n  - {name: 生日蛋糕, people: 12, amount: 1800}\n  - {name: 生日蛋糕, people: 12, amount: 1800}",
    right: "month: 2026-03\nchecked_by: 经审委员会\nitems: [{name: 生日蛋糕, people: 12, amount: 1800}]")
  package static let all = [total, unchecked, item, twice]
}
