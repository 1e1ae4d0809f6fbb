package import BanbaoDiagnostics
package import BanbaoSource
package import BanbaoTheme

/// Every published record of a site, and what its pages need besides.
///
/// Drafts and scheduled records are not in it (unless the input shows drafts): they are filtered here, once.
package struct Library: Sendable {
  package let settings: SiteSettings
  package let workingDays: WorkingDays
  package let today: Day
  /// Whether drafts and scheduled records are shown, marked as such.
  package let showsDrafts: Bool
  /// What stands before content paths in messages, such as `content`.
  package let label: String
  /// Of all kinds, newest first.
  package private(set) var entries: [any AnyEntry]
  /// Why a record is not published, by its id.
  package let unpublished: [String: Wording]
  /// Records whose file has a fault that kept them from being read, by their ids: what names them is not blamed.
  package let unread: Set<String>
  /// What the build left out: drafts, scheduled records, and expired ones, which only leave the noticeboard.
  package let leftOut: [LeftOut]
  /// Drafts and scheduled records, for what is due about them; no page sees them unless the input shows drafts.
  private(set) var waiting: [any AnyEntry]
  /// The fields of every kind, for the handbook's reference.
  package let references: [KindReference]
  /// What each template may use, for the handbook's reference; the names of every page come first, as `base`.
  package let templates: [TemplateDeclaration]
  /// Words that titles are not broken in.
  package let ownWords: OwnWords
  /// How tags are spelt.
  package let tagNames: TagNames
  private let registers: [any Register]
  /// What the files of every register say.
  var allRegisters: [any Register] { registers }
  private var byFolder: [String: [any AnyEntry]]
  private let byID: [String: Int]
  /// The ids of all published records, for what names none of them.
  package let ids: NearIndex
  private var derived: [ObjectIdentifier: any Derived] = [:]

  package init(
    settings: SiteSettings, workingDays: WorkingDays, today: Day, label: String = "content",
    entries all: [any AnyEntry], unfinished: [UnfinishedDraft] = [], showsDrafts: Bool,
    references: [KindReference] = [], templates: [TemplateDeclaration] = [], unread: Set<String> = [],
    registers: [any Register] = []
  ) {
    self.registers = registers
    self.label = label
    self.unread = unread
    self.settings = settings
    self.workingDays = workingDays
    self.today = today
    self.showsDrafts = showsDrafts
    var unpublished: [String: Wording] = [:]
    var leftOut: [LeftOut] = []
    var published: [any AnyEntry] = []
    // A sample gives way to the first real record of its kind, so that no list and no figure holds both.
    let real = Set(
      all.lazy.filter { !$0.common.isSample && (showsDrafts || !$0.status.isHeldBack) }.map(\.folder))
    for entry in all {
      if !showsDrafts, entry.status.isDraft {
        unpublished[entry.id] = Wording("草稿", en: "a draft")
        leftOut.append(LeftOut(path: entry.source, reason: .draft))
      } else if !showsDrafts, entry.status.isScheduled {
        unpublished[entry.id] = Wording("未到发布日期", en: "scheduled")
        leftOut.append(LeftOut(path: entry.source, reason: .scheduled))
      } else if entry.common.isSample, real.contains(entry.folder) {
        unpublished[entry.id] = Wording("示例", en: "a sample")
        leftOut.append(LeftOut(path: entry.source, reason: .sample))
      } else {
        if entry.status.isExpired { leftOut.append(LeftOut(path: entry.source, reason: .expired)) }
        published.append(entry)
      }
    }
    for draft in unfinished {
      unpublished[draft.id] = Wording("草稿", en: "a draft")
      leftOut.append(LeftOut(path: draft.source, reason: .draft))
    }
    leftOut += registers.flatMap { $0.drafts }.map { LeftOut(path: $0, reason: .draft) }
    waiting = all.filter(\.status.isHeldBack)
    self.references = references
    self.templates = templates
    self.unpublished = unpublished
    self.leftOut = leftOut
    // A record's key is made once: sorting would make it again for every comparison.
    let keys = published.map { (first: $0.date.first.serial, id: $0.id) }
    let order = keys.indices.sorted { a, b in
      if keys[a].first != keys[b].first { return keys[a].first > keys[b].first }
      return keys[a].id.precedes(keys[b].id)
    }
    entries = order.map { published[$0] }
    tagNames = TagNames(entries)
    ownWords = OwnWords(of: entries)
    byFolder = Dictionary(grouping: entries) { $0.folder }
    ids = NearIndex { [entries] in entries.map(\.id) }
    byID = Dictionary(zip(order.map { keys[$0].id }, 0...), uniquingKeysWith: { first, _ in first })
    let types = references.flatMap { $0.kind.derived } + registers.flatMap { type(of: $0).derived }
    for type in types { derived[ObjectIdentifier(type)] = type.init(self) }
  }

  /// This library with another text of one record, of which nothing that was worked out from all records knows; nil
  /// where the record is not in it.
  func replacing(_ entry: any AnyEntry) -> Library? {
    guard let place = byID[entry.id] else { return nil }
    let old = entries[place]
    guard let inFolder = byFolder[entry.folder]?.firstIndex(where: { $0 === old }) else { return nil }
    var library = self
    library.entries[place] = entry
    library.byFolder[entry.folder]?[inFolder] = entry
    if let place = waiting.firstIndex(where: { $0 === old }) { library.waiting[place] = entry }
    return library
  }

  /// What was worked out from all records, once.
  package func derived<Value: Derived>(_ type: Value.Type) -> Value {
    derived[ObjectIdentifier(type)] as? Value ?? Value(self)
  }

  /// A published record by its path under `content/` without extension.
  package func entry(_ id: String) -> (any AnyEntry)? { byID[id].map { entries[$0] } }

  /// The published records of one kind, newest first.
  package func entries<Kind: RecordKind>(of kind: Kind.Type) -> [Entry<Kind>] {
    (byFolder[Kind.folder] ?? []).compactMap { $0 as? Entry<Kind> }
  }

  /// The published records of every kind that has a capability, newest first: `entries(that: (any Spends).self)`.
  package func entries<Capability>(that capability: Capability.Type) -> [(entry: any AnyEntry, record: Capability)] {
    // A kind has it for all of its records or for none.
    let folders = byFolder.filter { $0.value.first?.anyRecord is Capability }
    if folders.isEmpty { return [] }
    return entries.compactMap { entry in
      guard folders[entry.folder] != nil, let record = entry.anyRecord as? Capability else { return nil }
      return (entry, record)
    }
  }

  /// Those of `entries(of:)` that begin on some days, found without a look at the others.
  package func entries<Kind: RecordKind>(of kind: Kind.Type, from first: Day, to last: Day) -> [Entry<Kind>] {
    beginning(byFolder[Kind.folder] ?? [], from: first, to: last).compactMap { $0 as? Entry<Kind> }
  }

  /// Those of `entries(that:)` that begin on some days, found without a look at the others.
  package func entries<Capability>(
    that capability: Capability.Type, from first: Day, to last: Day
  ) -> [(entry: any AnyEntry, record: Capability)] {
    beginning(entries, from: first, to: last).compactMap { entry in
      (entry.anyRecord as? Capability).map { (entry, $0) }
    }
  }

  private func beginning(_ entries: [any AnyEntry], from first: Day, to last: Day) -> ArraySlice<any AnyEntry> {
    let newest = entries.leadingCount { $0.date.first > last }
    return entries[newest..<max(newest, entries.leadingCount { $0.date.first >= first })]
  }

  /// The kinds that have a capability, in the order of the menu: `kinds(that: (any Spends.Type).self)`.
  package func kinds<Capability>(that capability: Capability.Type) -> [Capability] {
    references.compactMap { $0.kind as? Capability }
  }

  /// What a register read; nil where none of its files is there.
  package func register<Kept: Register>(_ type: Kept.Type) -> Kept? {
    registers.lazy.compactMap { $0 as? Kept }.first
  }

  /// What caused a page that stands for no single record: a folder or file under `content/`.
  package func origin(_ path: String) -> Place { Place(joined(label, path)) }

  /// In the site's language.
  package func words(_ wording: Wording) -> String { wording[settings.language] }
  /// In the site's other language.
  package func otherWords(_ wording: Wording) -> String {
    wording[settings.language == .chinese ? .english : .chinese]
  }

  /// `2026年3月8日`, or `8 March 2026`.
  package func words(_ day: Day) -> String { words(day.wording) }

  package func words(_ span: DaySpan) -> String { words(span.wording) }
}

extension Day {
  /// `2026年3月8日`, `8 March 2026`.
  package var wording: Wording {
    let (year, month, number) = parts
    return Wording(chinese, en: "\(number) \(monthWords(month).en) \(year)")
  }
}

extension DaySpan {
  /// `2026年3月26日至4月3日`, `26 March 2026 to 3 April 2026`.
  package var wording: Wording {
    isOneDay ? first.wording : Wording(chinese, en: "\(first.wording.en) to \(last.wording.en)")
  }
}
