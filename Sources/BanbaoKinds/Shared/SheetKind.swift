import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoTheme
import BanbaoUnion

/// A kind whose records are sheets of facts, figures and tables, so that all of them share two templates.
protocol SheetKind: RecordKind {
  /// What the record's own page says besides its text.
  func sheet(_ entry: Entry<Self>, _ library: Library) -> Sheet
  /// What stands above the list of a year, or of all years: totals by kind, for instance. Entries come newest first.
  static func tables(_ entries: [Entry<Self>], in library: Library) -> [Table]
  /// Whether `tables` links every record, so that a list of rows below them would say it all again. False by default.
  static var tablesLinkAll: Bool { get }
  /// Everyone whom `tables` names, for the report; nobody by default.
  static func peopleInTables(_ entries: [Entry<Self>], in library: Library) -> [ShownPerson]
}

/// The page of a record whose kind is a sheet.
struct SheetPage: Sendable {
  var parts: RecordParts
  var sheet: Sheet
  var label: String
  var days: DaySpan
}

let sheetTemplate = Template<SheetPage>(
  "record",
  .of(recordNames) { $0.parts },
  .of(Sheet.names) { $0.sheet },
  .text("kind") { $0.label },
  .address("kind_url") { _ in "" },
  .words("days") { $0.days.wording })

/// A list of such records, with the tables above it.
struct SheetList: Sendable {
  var heading: Wording
  var tables: [Table]
  var groups: [YearGroup]
  var years: [FacetLink]
  var pager: Pager?
}

let sheetListTemplate = Template<SheetList>(
  "record-list",
  .words("heading") { $0.heading },
  .otherWords("heading2") { $0.heading },
  .list("tables", Table.names) { $0.tables },
  .list("groups", yearGroupNames) { $0.groups },
  .list("years", facetNames) { $0.years },
  .flag("several_months") { $0.groups.count > 1 && $0.groups.contains { $0.month != nil } },
  .view("pager", pagerNames) { $0.pager })

extension SheetKind {
  static var tablesLinkAll: Bool { false }
  static func peopleInTables(_ entries: [Entry<Self>], in library: Library) -> [ShownPerson] { [] }

  package static var templates: [TemplateDeclaration] { [sheetTemplate.declaration, sheetListTemplate.declaration] }

  package static func pages(_ entries: [Entry<Self>], in library: Library) -> [PagePlan] {
    sheetPages(entries, in: library) + sheetLists(entries, in: library)
  }

  /// A page for each record.
  static func sheetPages(_ entries: [Entry<Self>], in library: Library) -> [PagePlan] {
    recordPages(entries, in: library, sheetTemplate) { page in
      var sheet = page.record.sheet(page.entry, library)
      if let parts = (page.record as? any HasParts)?.parts { sheet.facts.append(parts.fact(library)) }
      sheet.facts.append(page.entry.upperDocumentFact)
      return SheetPage(
        parts: page.parts, sheet: sheet, label: page.entry.label(library),
        days: page.entry.date)
    }
  }

  /// The index, cut into pages, and an archive for each year.
  static func sheetLists(_ entries: [Entry<Self>], in library: Library) -> [PagePlan] {
    let years = years(entries)
    let home = PagePlan.Crumb(library.words(section), url: "\(folder)/index.html")

    func page(
      _ part: ListPage, _ members: [Entry<Self>], heading: Wording, crumbs: [PagePlan.Crumb], isArchive: Bool = false
    ) -> PagePlan {
      PagePlan(
        sheetListTemplate, path: part.path, title: library.words(heading) + library.words(part.suffix),
        origin: library.origin(folder), section: folder, crumbs: crumbs,
        people: part.number == 1 ? peopleInTables(members, in: library) : [], isList: true
      ) {
        let listed = tablesLinkAll ? [] : Array(members[part.range])
        return SheetList(
          heading: heading, tables: part.number == 1 ? tables(members, in: library) : [],
          groups: isArchive
            ? monthGroups(listed) { $0.row(library, name: name) } : yearGroups(listed, of: years, in: library),
          years: years.links(current: part.path), pager: part.pager)
      }
    }

    let count = tablesLinkAll ? min(entries.count, 1) : entries.count
    let all = paginate(count: count, folder: folder).map { page($0, entries, heading: section, crumbs: []) }
    let archives = grouped(entries) { $0.date.first.year }.map { year, members in
      page(
        ListPage(whole: members.count, path: archivePath(year)), members,
        heading: Wording("\(year)年\(section.zh)", en: "\(section.en) of \(year)"), crumbs: [home], isArchive: true)
    }
    return all + archives
  }
}
