import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoTheme
import BanbaoUnion

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
  static func yearGroups(_ members: [Entry<Self>], of years: [Facet], in library: Library) -> ViewValue {
    .list(
      grouped(members) { $0.date.first.year }.map { year, entries in
        [
          "id": .text("y\(year)"), "label": .text(library.words(Wording("\(year)年", en: "\(year)"))),
          "count": .number(years.first { $0.label == "\(year)" }?.count ?? entries.count),
          "rows": .list(entries.map { $0.row(library, name: name) }),
        ]
      })
  }

  /// `FOLDER/kind/公示`.
  static func kindFolder(_ kind: some Choice) -> String { "\(folder)/kind/\(kind.rawValue)" }

  /// The kinds that have records, in the order of the contract; the first leads back to all of them.
  static func kindFacets<Value: Choice>(
    _ entries: [Entry<Self>], in library: Library, of kind: (Self) -> Value
  ) -> [Facet] {
    let counts = Dictionary(entries.map { (kind($0.record), 1) }, uniquingKeysWith: +)
    let all = Facet(
      label: library.words(Wording("全部", en: "All")), path: "\(folder)/index.html", count: entries.count)
    return [all]
      + Value.allCases.compactMap { value in
        counts[value].map {
          Facet(label: library.words(value), path: "\(kindFolder(value))/index.html", count: $0)
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
