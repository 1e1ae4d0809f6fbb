import BanbaoDiagnostics

/// The kinds with their records and the overviews: what each of them says of the library, in the order of the model.
struct Sections: Sendable {
  let library: Library
  let shelves: [any AnyShelf]
  private let kinds: [any RecordKind.Type]
  private let overviews: [any Overview]
  /// What overviews may offer in the menu when they have something to show.
  private let overviewSections: Set<String>

  init(_ model: SiteModel, _ library: Library) {
    self.library = library
    kinds = model.kinds
    overviews = model.overviews.compactMap { $0.init(library) }
    overviewSections = Set(model.overviews.flatMap { $0.sections })
    shelves = kinds.map { shelf($0, library) }
  }

  /// The rules of records, each of which finds what it finds for itself, beside the others.
  var checks: [@Sendable () -> [Diagnostic]] {
    let ofShelves = shelves.map { shelf -> @Sendable () -> [Diagnostic] in { [library] in shelf.check(library) } }
    return ofShelves + overviews.flatMap { $0.checks() }
  }

  func pages() -> [PagePlan] {
    shelves.flatMap { $0.pages(library) } + overviews.flatMap { $0.pages() }
  }

  /// What overviews publish beside their pages.
  func files() -> [FilePlan] { overviews.flatMap { $0.files() } }

  /// What the home page says of the whole in a few sentences.
  func glance() -> [HomeSentence] { overviews.flatMap { $0.glance() } }

  /// What the menu may hold.
  var offered: [MenuItem] { shelves.flatMap { $0.menu(library) } + overviews.flatMap { $0.menu() } }

  /// Whether a target of the menu is a section of an overview that has nothing to show.
  func isEmptySection(_ target: String) -> Bool { overviewSections.contains(target) }

  func due() -> [Due] {
    shelves.flatMap { $0.due(library) } + overviews.flatMap { $0.due() } + library.scheduledDue
  }

  /// What one record of a kind is called, by the folder of the kind.
  var names: [String: Wording] {
    Dictionary(kinds.map { ($0.folder, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// What stands in the calendar, of all kinds, by its days; nothing of a record that is not published yet.
  func events() -> [CalendarEvent] {
    shelves.flatMap { $0.events(library) }.filter { !$0.entry.status.isHeldBack }.sorted {
      $0.days == $1.days ? $0.address < $1.address : $0.days < $1.days
    }
  }
}
