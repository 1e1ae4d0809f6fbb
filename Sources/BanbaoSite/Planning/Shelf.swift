package import BanbaoDiagnostics
import BanbaoHTML
package import BanbaoSource

/// The entries of one kind, newest first, behind a face that does not name the kind.
protocol AnyShelf: Sendable {
  var folder: String { get }
  var section: Wording { get }
  var count: Int { get }
  func check(_ library: Library) -> [Diagnostic]
  func due(_ library: Library) -> [Due]
  func pages(_ library: Library) -> [PagePlan]
  func home(_ library: Library) -> HomePart
  func photo(_ library: Library) -> HomePhoto?
  func events(_ library: Library) -> [CalendarEvent]
  func honoured(_ library: Library) -> [Honoured]
  func menu(_ library: Library) -> [MenuItem]
}

struct Shelf<Kind: RecordKind>: AnyShelf {
  let entries: [Entry<Kind>]

  init(_ kind: Kind.Type, _ library: Library) { entries = library.entries(of: kind) }

  var folder: String { Kind.folder }
  var section: Wording { Kind.section }
  var count: Int { entries.count }

  func check(_ library: Library) -> [Diagnostic] {
    Kind.check(entries, in: library) + staleness(library)
  }
  func due(_ library: Library) -> [Due] { Kind.due(entries, in: library) }
  func pages(_ library: Library) -> [PagePlan] { entries.isEmpty ? [] : Kind.pages(entries, in: library) }
  func home(_ library: Library) -> HomePart { Kind.home(entries, in: library) }

  /// The newest photograph of those records that readers see first.
  func photo(_ library: Library) -> HomePhoto? {
    entries.lazy.filter { !$0.status.isExpired && $0.date.first <= library.today }.prefix(100).compactMap { entry in
      entry.files.photos.first.map { HomePhoto(entry: entry, photo: $0) }
    }.first
  }
  func events(_ library: Library) -> [CalendarEvent] { Kind.events(entries, in: library) }
  func honoured(_ library: Library) -> [Honoured] { Kind.honoured(entries, in: library) }
  func menu(_ library: Library) -> [MenuItem] { entries.isEmpty ? [] : Kind.menu(entries, in: library) }

  /// `thresholds` of `site.yaml`: a section without news for too long.
  private func staleness(_ library: Library) -> [Diagnostic] {
    guard let newest = entries.first(where: { $0.date.first <= library.today }) else { return [] }
    return library.staleness(
      of: Kind.folder, Kind.section, usual: Kind.staleAfter, since: newest.date.last, newest.place,
      help: Wording("最近的一条是《\(newest.title)》", en: "the newest record is “\(newest.title)”"))
  }
}

extension Library {
  /// What `thresholds` of `site.yaml` makes of a section whose last news is of a day: at most one warning.
  ///
  /// - Parameter usual: the days of a section of which they do not speak.
  package func staleness(
    of folder: String, _ section: Wording, usual: Int? = nil, since day: Day, _ place: Place, help: Wording
  ) -> [Diagnostic] {
    let own = settings.staleAfter.first { $0.folder == folder }?.days.value
    guard let limit = own ?? usual else { return [] }
    let days = today.serial - day.serial
    guard days > limit else { return [] }
    return [
      SettingsRules.stale.at(
        place,
        Wording(
          "“\(section.zh)”已有 \(days) 天没有新内容（规定 \(limit) 天）",
          en: "“\(section.en)” has had no news for \(days) days (limit \(limit))"),
        help: help)
    ]
  }
}

func shelf<Kind: RecordKind>(_ kind: Kind.Type, _ library: Library) -> any AnyShelf { Shelf(kind, library) }
