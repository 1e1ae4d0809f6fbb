import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoTheme
import BanbaoUnion

/// All records of a kind and a year, cut by their months so that a long year can be looked through.
struct YearArchive: Sendable {
  var heading: Wording
  /// Whether what the board itself has taken down stands in it too.
  var keepsExpired: Bool
  /// Whether its records stand there with their pictures.
  var isPictured: Bool
  var years: [FacetLink]
  /// The last first, those with records.
  var months: [YearGroup]
}

let archiveTemplate = Template<YearArchive>(
  "archive",
  .words("heading") { $0.heading },
  .otherWords("heading2") { $0.heading },
  .flag("keeps_expired") { $0.keepsExpired },
  .flag("pictured") { $0.isPictured },
  .list("years", facetNames) { $0.years },
  .flag("several_months") { $0.months.count > 1 },
  .list("months", yearGroupNames) { $0.months })

extension RecordKind {
  /// A page for each year that has records.
  ///
  /// - Parameters:
  ///   - entries: newest first.
  ///   - row: a record as it stands in a list.
  static func archives(
    _ entries: [Entry<Self>], in library: Library, keepsExpired: Bool = false,
    isPictured: Bool = false, heading: (Int) -> Wording, row: @escaping @Sendable (Entry<Self>) -> Row
  ) -> [PagePlan] {
    let years = years(entries)
    return grouped(entries) { $0.date.first.year }.map { year, members in
      let (heading, path) = (heading(year), archivePath(year))
      return PagePlan(
        archiveTemplate, path: path, title: library.words(heading), origin: library.origin(folder), section: folder,
        crumbs: [.init(library.words(section), url: "\(folder)/index.html")], isList: true
      ) {
        YearArchive(
          heading: heading, keepsExpired: keepsExpired, isPictured: isPictured,
          years: years.links(current: path),
          months: monthGroups(members, row: row))
      }
    }
  }
}
