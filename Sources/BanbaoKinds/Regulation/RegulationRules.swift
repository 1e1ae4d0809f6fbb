package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Regulation {
  package static let rules = RegulationRules.all

  package static func check(_ entries: [Entry<Regulation>], in library: Library) -> [Diagnostic] {
    let byID = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let circles = lastBefore(entries, byID)
    return entries.flatMap { checkDays($0) + checkReplacement($0, byID, circles, library) }
  }

  /// A rule is adopted, revised, repealed: in this order.
  private static func checkDays(_ entry: Entry<Regulation>) -> [Diagnostic] {
    let rule = entry.record
    var found: [Diagnostic] = []
    func fault(_ later: (Day, Mark, Wording), _ earlier: (Day, Mark, Wording)) {
      guard later.0 < earlier.0 else { return }
      found.append(
        RegulationRules.days.at(
          entry.place(later.1),
          Wording(
            "\(later.2.zh) \(later.0.iso) 早于\(earlier.2.zh) \(earlier.0.iso)",
            en: "the \(later.2.en), \(later.0.iso), is before the \(earlier.2.en), \(earlier.0.iso)"),
          help: Wording("核对这两个日期", en: "check both days"),
          related: [Related(entry.place(earlier.1), earlier.2)]))
    }
    let adopted = rule.adopted.map { ($0.value, $0.mark, Wording("通过日期", en: "day of adoption")) }
    let repealed = rule.repealed.map { ($0.value, $0.mark, Wording("废止日期", en: "day of repeal")) }
    for revision in rule.revised {
      let name = Wording("修订日期", en: "day of revision")
      if let adopted { fault((revision.value.first, revision.mark, name), adopted) }
      if let repealed { fault(repealed, (revision.value.last, revision.mark, name)) }
    }
    if let adopted, let repealed { fault(repealed, adopted) }
    return found
  }

  private static func checkReplacement(
    _ entry: Entry<Regulation>, _ byID: [String: Entry<Regulation>], _ circles: [String: Entry<Regulation>],
    _ library: Library
  ) -> [Diagnostic] {
    guard let reference = entry.record.repealedBy else { return [] }
    let (named, fault) = referenced(reference, in: library, from: entry.source)
    var found = [fault].compactMap { $0 }
    if entry.record.repealed == nil {
      found.append(
        RegulationRules.repealMissing.at(
          entry.place(reference.mark),
          Wording("写了取代它的制度，没有写哪天废止", en: "it names the rule that took its place, not the day of its repeal"),
          help: Wording(
            "加一行 \(entry.keys[Keys.repealed]): 废止的日子", en: "add a line \(entry.keys[Keys.repealed]): with the day")))
    }
    guard let named else { return found }
    func replacementFault(_ message: Wording, _ related: Related) -> Diagnostic {
      RegulationRules.replacement.at(
        entry.place(reference.mark), message,
        help: Wording("写取代它的那项制度的路径，不带扩展名", en: "name the rule that took its place by its path, without extension"),
        related: [related])
    }
    guard let successor = byID[named.id] else {
      return found + [
        replacementFault(
          Wording("“\(named.id)”不是制度", en: "“\(named.id)” is no rule"),
          Related(named.place, Wording("《\(named.title)》", en: "“\(named.title)”")))
      ]
    }
    if successor.id == entry.id {
      return found + [
        replacementFault(
          Wording("“\(named.id)”就是这项制度自己", en: "“\(named.id)” is this rule itself"),
          Related(entry.place, Wording("《\(entry.title)》", en: "“\(entry.title)”")))
      ]
    }
    if let last = circles[entry.id] {
      return found + [
        replacementFault(
          Wording(
            "《\(entry.title)》和《\(last.title)》互相取代", en: "“\(entry.title)” and “\(last.title)” take each other's place"),
          Related(
            last.place(last.record.repealedBy?.mark ?? last.common.title.mark),
            Wording("这里又由《\(entry.title)》取代", en: "this one is replaced by “\(entry.title)” in turn")))
      ]
    }
    guard successor.record.isRepealed(on: library.today) else { return found }
    let next = successor.record.repealedBy.flatMap { byID[$0.value] }
    return found + [
      RegulationRules.replacementRepealed.at(
        entry.place(reference.mark),
        Wording("取代它的《\(successor.title)》也已废止", en: "“\(successor.title)”, which took its place, is itself repealed"),
        help: next.map { Wording("写成 \($0.id)", en: "write \($0.id)") }
          ?? Wording("写现行的制度；没有就删去这一行", en: "name the rule in force, or take the line out"),
        related: [
          Related(
            successor.place(
              (successor.record.repealed?.mark ?? successor.record.repealedBy?.mark) ?? successor.common.title.mark),
            Wording("废止", en: "its repeal"))
        ])
    ]
  }

  /// Of every rule in a circle of rules that replace each other, the one that it replaces. Each way is gone once.
  private static func lastBefore(
    _ entries: [Entry<Regulation>], _ byID: [String: Entry<Regulation>]
  ) -> [String: Entry<Regulation>] {
    func successor(_ entry: Entry<Regulation>) -> Entry<Regulation>? {
      entry.record.repealedBy.flatMap { byID[$0.value] }
    }
    var last: [String: Entry<Regulation>] = [:]
    /// On which way a rule was reached first.
    var ways: [String: Int] = [:]
    for (way, entry) in entries.enumerated() {
      var met = byID[entry.id]
      while let current = met, ways[current.id] == nil {
        ways[current.id] = way
        met = successor(current)
      }
      // A way that comes back to itself does so in a circle.
      guard let start = met, ways[start.id] == way else { continue }
      var current = start
      while last[start.id] == nil, let next = successor(current) {
        last[next.id] = current
        current = next
      }
    }
    return last
  }
}

package enum RegulationRules {
  package static let days = Rule(
    "rule-days", .error,
    Wording("制度先通过，再修订，后废止。", en: "A rule is adopted, then revised, then repealed."),
    wrong: "adopted: 2024-03-20\nrepealed: 2023-12-01", right: "adopted: 2024-03-20\nrepealed: 2026-03-20")
  package static let repealMissing = Rule(
    "rule-repeal-missing", .warning,
    Wording("由别的制度取代的，要写废止的日子。", en: "A rule that another took the place of has a day of repeal."),
    wrong: "repealed_by: rules/财务管理", right: "repealed: 2026-03-20\nrepealed_by: rules/财务管理")
  package static let replacement = Rule(
    "rule-replacement", .error,
    Wording(
      "repealed_by 写取代它的另一项制度，不能写自己，也不能互相取代。",
      en: "repealed_by names another rule, not itself, and no two rules take each other's place."),
    wrong: "repealed: 2026-03-20\nrepealed_by: notices/2026/新制度", right: "repealed: 2026-03-20\nrepealed_by: rules/财务管理"
  )
  package static let replacementRepealed = Rule(
    "rule-replacement-repealed", .warning, followsCalendar: true,
    Wording(
      "repealed_by 写现行的制度，会员点进去才看得到现在怎么办。",
      en: "repealed_by names the rule in force, so that members find what holds now."),
    wrong: "repealed: 2026-03-20\nrepealed_by: rules/财务管理2019",
    right: "repealed: 2026-03-20\nrepealed_by: rules/财务管理2026")

  package static let all = [days, repealMissing, replacement, replacementRepealed]
}
