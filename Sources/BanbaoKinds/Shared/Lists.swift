import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoTheme
import BanbaoUnion

/// The records of one year in a list.
struct YearGroup: Sendable {
  var year: Int
  /// In the whole list, of which the page may show a part.
  var count: Int
  var rows: [Row]
}

let yearGroupNames = Names<YearGroup>(
  .text("id") { "y\($0.year)" },
  .words("label") { Wording("\($0.year)年", en: "\($0.year)") },
  .number("count") { $0.count },
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

  /// Records of one page of a list by year, newest first, each year with how many it has in all.
  ///
  /// - Parameter years: of the whole list.
  static func yearGroups(_ members: [Entry<Self>], of years: [Facet], in library: Library) -> [YearGroup] {
    grouped(members) { $0.date.first.year }.map { year, entries in
      YearGroup(
        year: year, count: years.first { $0.label == "\(year)" }?.count ?? entries.count,
        rows: entries.map { $0.row(library, name: name) })
    }
  }

  /// `FOLDER/kind/公示`.
  static func kindFolder(_ kind: some Choice) -> String { "\(folder)/kind/\(kind.rawValue)" }

  /// The kinds that have records, in the order of their type; the first leads back to all of them.
  static func kindFacets<Value: Choice>(
    _ entries: [Entry<Self>], in library: Library, of kind: (Self) -> Value
  ) -> [Facet] {
    let counts = Dictionary(entries.map { (kind($0.record), 1) }, uniquingKeysWith: +)
    let all = Facet(
      label: library.words(Wording("全部", en: "All")), path: "\(folder)/index.html", count: entries.count)
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
