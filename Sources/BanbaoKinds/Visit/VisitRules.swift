package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Visit {
  package static let rules = VisitRules.all

  package static func check(_ entries: [Entry<Visit>], in library: Library) -> [Diagnostic] {
    entries.flatMap(checkCounted)
  }

  /// Money that went to nobody knows how many. A record that says nothing yet is left alone.
  private static func checkCounted(_ entry: Entry<Visit>) -> [Diagnostic] {
    guard entry.record.headcount.attendance == nil, entry.record.visits == nil,
      let amount = entry.record.spending.amount, amount.value.fen > 0
    else {
      return []
    }
    let (people, times) = (entry.keys[Keys.people], entry.keys[Keys.personTimes])
    return [
      VisitRules.uncounted.at(
        entry.place(entry.record.sort.mark),
        Wording(
          "这次慰问没有写人数，网页和总结印\(missingMark)", en: "this visit counts nobody; pages and summary print \(missingMark)"),
        help: Wording("补上“\(people)”或“\(times)”", en: "add \(people) or \(times)"))
    ]
  }
}

package enum VisitRules {
  package static let name = Rule(
    "visit-name", .error,
    Wording(
      "慰问只公开人数、人次和金额，任何一项里都不写姓名：生病、困难、丧事都是个人隐私。",
      en: "A visit is a count and a sum, never a name in any key: illness, need and bereavement are private."),
    wrong: "title: 看望张秀英同志\nkind: 患病", right: "title: 看望住院职工\nkind: 患病\npeople: 1")
  package static let uncounted = Rule(
    "visit-uncounted", .note,
    Wording("慰问写明多少人或多少人次；没有写的，网页和总结印〔待补〕。", en: "A visit says how many people; where it does not, pages print 〔待补〕."),
    wrong: "kind: 患病\namount: 800", right: "kind: 患病\npeople: 5\namount: 800")
  package static let all = [name, uncounted]
}
