import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSource

/// The entries of one kind, newest first, behind a face that does not name the kind.
protocol AnyShelf: Sendable {
  var folder: String { get }
  var section: Wording { get }
  var isEmpty: Bool { get }
  func check(_ library: Library) -> [Diagnostic]
  func due(_ library: Library) -> [Due]
  func pages(_ library: Library) -> [PagePlan]
  func home(_ library: Library) -> HomePart
  func menu(_ library: Library) -> [MenuItem]
}

struct Shelf<Kind: RecordKind>: AnyShelf {
  let entries: [Entry<Kind>]

  init(_ kind: Kind.Type, _ entries: [any AnyEntry]) {
    self.entries = entries.compactMap { $0.folder == Kind.folder ? $0 as? Entry<Kind> : nil }
  }

  var folder: String { Kind.folder }
  var section: Wording { Kind.section }
  var isEmpty: Bool { entries.isEmpty }

  func check(_ library: Library) -> [Diagnostic] {
    Kind.check(entries, in: library) + staleness(library)
  }
  func due(_ library: Library) -> [Due] { Kind.due(entries, in: library) }
  func pages(_ library: Library) -> [PagePlan] { entries.isEmpty ? [] : Kind.pages(entries, in: library) }
  func home(_ library: Library) -> HomePart { Kind.home(entries, in: library) }
  func menu(_ library: Library) -> [MenuItem] { entries.isEmpty ? [] : Kind.menu(entries, in: library) }

  /// `thresholds` of `site.yaml`: a section without news for too long.
  private func staleness(_ library: Library) -> [Diagnostic] {
    guard let newest = entries.first(where: { $0.date.first <= library.today }),
      let limit = library.settings.staleAfter.first(where: { $0.folder == Kind.folder })
    else { return [] }
    let days = library.today.serial - newest.date.last.serial
    guard days > limit.days.value else { return [] }
    return [
      SettingsRules.stale.at(
        newest.place,
        Wording(
          "“\(Kind.section.zh)”已有 \(days) 天没有新内容（规定 \(limit.days.value) 天）",
          en: "“\(Kind.section.en)” has had no news for \(days) days (limit \(limit.days.value))"),
        help: Wording("最近的一条是《\(newest.title)》", en: "the newest record is “\(newest.title)”"))
    ]
  }
}

func shelf<Kind: RecordKind>(_ kind: Kind.Type, _ entries: [any AnyEntry]) -> any AnyShelf { Shelf(kind, entries) }
