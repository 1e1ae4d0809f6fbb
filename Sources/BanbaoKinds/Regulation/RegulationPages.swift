import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Regulation {
  /// Which rules each rule took the place of, by its id; newest first.
  struct Replacements: Derived {
    let byID: [String: [Entry<Regulation>]]

    init(_ library: Library) {
      byID = Dictionary(grouping: library.entries(of: Regulation.self)) { $0.record.repealedBy?.value ?? "" }
    }
  }

  package static let derived: [any Derived.Type] = [Replacements.self]

  func sheet(_ entry: Entry<Regulation>, _ library: Library) -> Sheet {
    let successor = successor(library)
    let replaced = library.derived(Replacements.self).byID[entry.id] ?? []
    return Sheet(
      facts: [
        Fact(Wording("效力", en: "Standing"), label(library)),
        Fact(Keys.number.label, number?.value ?? ""),
        Fact(Keys.adopted.label, adopted.map { library.words($0.value) } ?? ""),
        Fact(Wording("修订日期", en: "Revised"), revisions(library)),
        Fact(Wording("废止日期", en: "Repealed"), repealed.map { library.words($0.value) } ?? ""),
        Fact(Wording("由它取代", en: "Replaced by"), successor?.title ?? "", url: successor?.url ?? ""),
      ] + replaced.map { Fact(Wording("取代", en: "Replaces"), $0.title, url: $0.url) })
  }

  static let tablesLinkAll = true

  static func tables(_ entries: [Entry<Regulation>], in library: Library) -> [Table] {
    let inForce = entries.filter { !$0.record.isRepealed(on: library.today) }
    let repealed = entries.filter { $0.record.isRepealed(on: library.today) }
    return [inForceTable(inForce, library), repealedTable(repealed, library)].filter { !$0.rows.isEmpty }
  }

  private static func inForceTable(_ entries: [Entry<Regulation>], _ library: Library) -> Table {
    Table(
      caption: Wording("现行制度（\(entries.count) 项）", en: "In force (\(entries.count))"),
      columns: [
        Table.Column(label: Wording("制度", en: "Rule")), Table.Column(label: Keys.number.label),
        Table.Column(label: Keys.adopted.label), Table.Column(label: Wording("修订日期", en: "Revised")),
      ],
      rows: entries.map { entry in
        let rule = entry.record
        return [
          Table.Cell(entry.title, url: entry.url), Table.Cell(rule.number?.value ?? ""),
          .day(rule.adopted.map { library.words($0.value) } ?? missingMark), Table.Cell(rule.revisions(library)),
        ]
      })
  }

  private static func repealedTable(_ entries: [Entry<Regulation>], _ library: Library) -> Table {
    Table(
      caption: Wording("已废止的制度（\(entries.count) 项）", en: "Repealed (\(entries.count))"),
      columns: [
        Table.Column(label: Wording("制度", en: "Rule")), Table.Column(label: Keys.adopted.label),
        Table.Column(label: Wording("废止日期", en: "Repealed")),
        Table.Column(label: Wording("取代它的制度", en: "Replaced by")),
      ],
      rows: entries.map { entry in
        let rule = entry.record
        let successor = rule.successor(library)
        return [
          Table.Cell(entry.title, url: entry.url),
          .day(rule.adopted.map { library.words($0.value) } ?? missingMark),
          .day(rule.repealed.map { library.words($0.value) } ?? missingMark),
          Table.Cell(successor?.title ?? "", url: successor?.url ?? ""),
        ]
      })
  }

  private func revisions(_ library: Library) -> String {
    revised.map(\.value).sorted().map { library.words($0) }
      .joined(separator: library.words(Wording("、", en: ", ")))
  }

  /// The rule that took its place, where it names one that is published.
  private func successor(_ library: Library) -> (any AnyEntry)? { repealedBy.flatMap { library.entry($0.value) } }
}
