import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoTheme
import BanbaoUnion

/// The records of one year on a page of a list, or of one month of a year's archive.
struct YearGroup: Sendable {
  var year: Int
  var month: Int?
  /// In the whole list, of which the page may show a part.
  var total: Int
  var rows: [Row]
}

let yearGroupNames = Names<YearGroup>(
  .text("id") { group in group.month.map { "m\($0)" } ?? "y\(group.year)" },
  .words("label") { group in group.month.map(monthWords) ?? Wording("\(group.year)年", en: "\(group.year)") },
  .number("count") { $0.rows.count },
  .number("total") { $0.total > $0.rows.count ? $0.total : nil },
  .list("rows", rowNames) { $0.rows })

extension RecordKind {
  /// `FOLDER/archive/2026.html`.
  static func archivePath(_ year: Int) -> String { "\(folder)/archive/\(year).html" }

  /// The years that have records, newest first.
  static func years(_ entries: [Entry<Self>]) -> [Facet] {
    let counts = Dictionary(entries.map { ($0.date.first.year, 1) }, uniquingKeysWith: +)
    return counts.sorted { $0.key > $1.key }.map {
      Facet(label: "\($0.key)", path: archivePath($0.key), count: $0.value)
    }
  }

  /// Records of one page of a list by year, newest first.
  ///
  /// - Parameter years: of the whole list, which is cut into pages.
  static func yearGroups(_ members: [Entry<Self>], of years: [Facet], in library: Library) -> [YearGroup] {
    grouped(members) { $0.date.first.year }.map { year, entries in
      YearGroup(
        year: year, total: years.first { $0.label == "\(year)" }?.count ?? entries.count,
        rows: entries.map { $0.row(library, name: name) })
    }
  }

  /// Records of one year by month, newest first.
  ///
  /// - Parameter row: a record as it stands in a list.
  static func monthGroups(_ members: [Entry<Self>], row: (Entry<Self>) -> Row) -> [YearGroup] {
    grouped(members) { $0.date.first.parts.month }.map { month, entries in
      YearGroup(
        year: entries.first?.date.first.year ?? 0, month: month, total: entries.count, rows: entries.map(row))
    }
  }

  /// `FOLDER/kind/公示`.
  static func kindFolder(_ kind: some Choice) -> String { "\(folder)/kind/\(kind.rawValue)" }

  /// The kinds that have records, in the order of their type; the first leads back to the index.
  ///
  /// - Parameter listed: how many the index lists, where those are not all.
  static func kindFacets<Value: Choice>(
    _ entries: [Entry<Self>], listed: Int? = nil, in library: Library, of kind: (Self) -> Value
  ) -> [Facet] {
    let counts = Dictionary(entries.map { (kind($0.record), 1) }, uniquingKeysWith: +)
    let count = listed ?? entries.count
    let label = count == entries.count ? Wording("全部", en: "All") : Wording("有效期内", en: "In force")
    let all = Facet(label: library.words(label), path: "\(folder)/index.html", count: count)
    return [all]
      + Value.allCases.compactMap { value in
        counts[value].map {
          Facet(label: library.words(value.wording), path: "\(kindFolder(value))/index.html", count: $0)
        }
      }
  }
}

extension ListPage {
  /// What the second and later pages of a list have behind their title: （第2页）.
  var suffix: Wording {
    number > 1 ? Wording("（第\(number)页）", en: " (page \(number))") : Wording("", en: "")
  }
}
