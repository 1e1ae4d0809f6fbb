package import BanbaoDiagnostics
import BanbaoHTML
package import BanbaoMarkdown
package import BanbaoSource
package import BanbaoTheme

/// One kind of record: a folder under `content/`, what its records say, which rules they obey and which pages they make.
///
/// The engine knows kinds only through this. A kind does not know another kind.
package protocol RecordKind: Sendable {
  /// The folder under `content/`, such as `notices`.
  static var folder: String { get }
  /// What one record is called, such as 通知.
  static var name: Wording { get }
  /// What the section is called in the menu, such as 通知公告.
  static var section: Wording { get }
  /// Whether `date` may be a span.
  static var dateMayBeSpan: Bool { get }
  /// Whether its records lie in a folder for each year, as in `notices/2026/`.
  static var isFiledByYear: Bool { get }
  /// The key that tells the sorts of its records apart, such as `kind` 类别.
  static var sortKey: String { get }
  /// The keys that a starting file of this sort of record is given besides the required ones, those in a group as
  /// `publicity.from`. None by default.
  ///
  /// - Parameter sort: the word under `sortKey`, such as 公示.
  static func wantedKeys(of sort: String) -> [String]
  /// Whether its records are events that members put into a calendar (`calendar.ics`).
  static var isEvent: Bool { get }
  /// Whether a record is news to those who follow the board (`feed.xml`); false for texts and figures that are kept up.
  static var isNews: Bool { get }
  /// After how many days without a new record the section is stale where `thresholds` does not say; nil for never.
  static var staleAfter: Int? { get }
  /// The templates of this kind and what they see.
  static var templates: [TemplateDeclaration] { get }
  /// Whether `date` is the day of what the record tells; false for texts that are kept up and for what is told of a period
  /// or a body, where it is that of the text.
  static var dateIsItsDay: Bool { get }
  /// Every rule of this kind, for `banbao explain`.
  static var rules: [Rule] { get }
  /// What a person's name anywhere in a record breaks; nil for a kind that may name people.
  static var personRule: Rule? { get }
  /// Whether its records may name persons without their consent, whom other records then do not name either.
  static var masksPersons: Bool { get }
  /// Keys that name whom readers turn to, in both languages: the name stands there on purpose.
  static var contactKeys: Set<String> { get }
  /// What is worked out from its records for several of its pages and rules; nothing by default.
  static var derived: [any Derived.Type] { get }

  /// Reads the kind's own fields, every one of them, before it gives up.
  init?(reading fields: inout FieldReader)
  /// The rules that need more than one record, or the day.
  static func check(_ entries: [Entry<Self>], in library: Library) -> [Diagnostic]
  /// Every page of the kind: one a record, lists, archives. Entries come newest first.
  static func pages(_ entries: [Entry<Self>], in library: Library) -> [PagePlan]
  /// What the home page shows of the kind. Entries come newest first.
  static func home(_ entries: [Entry<Self>], in library: Library) -> HomePart
  /// What of these records stands in the calendar; by default each of them where the kind is one of events.
  static func events(_ entries: [Entry<Self>], in library: Library) -> [CalendarEvent]
  /// Whom the screen in the lobby honours, newest first; by default nobody. Entries come newest first.
  static func honoured(_ entries: [Entry<Self>], in library: Library) -> [Honoured]
  /// What the committee has to do about these records, at any day: the desk picks what is late or due this month.
  static func due(_ entries: [Entry<Self>], in library: Library) -> [Due]
  /// The kind's items of the menu; by default one for the section.
  static func menu(_ entries: [Entry<Self>], in library: Library) -> [MenuItem]
  /// The word that lists show beside a record's title, such as 公示; empty for none.
  func label(_ library: Library) -> String
  /// Everyone whom the record names, in the order of its fields.
  var people: [Person] { get }
  /// Whether the record tells of what has happened, so that its day cannot lie ahead.
  var tellsOfThePast: Bool { get }
  /// Whether it is not published before its own day, as if `publish` said so.
  var waitsForItsDay: Bool { get }
  /// The page under `public/` that shows a record: one of its own, unless the kind weaves its text into another page.
  static func page(of id: String) -> String
}

extension RecordKind {
  /// The record's own page, at its content path.
  package static func page(of id: String) -> String { id + ".html" }
  package static var dateMayBeSpan: Bool { false }
  package static var isFiledByYear: Bool { true }
  package static var sortKey: String { "kind" }
  /// None.
  package static func wantedKeys(of sort: String) -> [String] { [] }
  package static var isEvent: Bool { false }
  package static var isNews: Bool { true }
  package static var staleAfter: Int? { nil }
  package static var dateIsItsDay: Bool { true }
  package var tellsOfThePast: Bool { true }
  package var waitsForItsDay: Bool { false }
  package static var rules: [Rule] { [] }
  package static var personRule: Rule? { nil }
  package static var masksPersons: Bool { false }
  package static var contactKeys: Set<String> { [] }
  package static var derived: [any Derived.Type] { [] }
  package static func check(_ entries: [Entry<Self>], in library: Library) -> [Diagnostic] { [] }
  package static func home(_ entries: [Entry<Self>], in library: Library) -> HomePart {
    guard dateIsItsDay else { return HomePart() }
    return HomePart(latest: news(entries, in: library).map { $0.row(library, name: name) })
  }
  package static func due(_ entries: [Entry<Self>], in library: Library) -> [Due] { [] }
  package func label(_ library: Library) -> String { "" }
  package var people: [Person] { [] }
}

/// A record of any kind, as the engine and mixed lists see it.
package protocol AnyEntry: AnyObject, Sendable {
  /// What the kind itself read.
  var anyRecord: any RecordKind { get }
  var common: CommonFields { get }
  /// The keys, in English, whose figures the record says that nobody knows yet.
  var pending: Set<String> { get }
  // Asked for by every list: an entry gives them without copying what else its record has in common with others.
  var title: String { get }
  /// The title with the places where its lines may end.
  var titleText: TitleText { get }
  var date: DaySpan { get }
  /// The day on which readers could first see it: its own, or the later one until which it was held back.
  var appeared: Day { get }
  var place: Place { get }
  /// The path under `content/` without extension, by which other records name it: `notices/2026/spring`.
  var id: String { get }
  /// As messages show it.
  var source: String { get }
  /// How its file names keys; messages about the record do the same.
  var keys: KeyLanguage { get }
  var status: RecordStatus { get }
  var body: Body? { get }
  var files: RecordFiles { get }
  var folder: String { get }
  /// What lists show below the title: the `summary`, else the first paragraph of the body that tells something, cut short.
  var summary: String { get }
  func label(_ library: Library) -> String
  var people: [Person] { get }
  /// The page under `public/` that shows it.
  var page: String { get }
}

/// One record with what is common to all kinds.
///
/// Immutable, and a class only because it stands in many lists: a copy is a reference.
package final class Entry<Kind: RecordKind>: AnyEntry {
  package let record: Kind
  package let common: CommonFields
  package let pending: Set<String>
  package let id: String
  package let source: String
  package let keys: KeyLanguage
  package let status: RecordStatus
  package let body: Body?
  package let files: RecordFiles
  package let summary: String

  init(
    record: Kind, common: CommonFields, pending: Set<String>, id: String, source: String, keys: KeyLanguage,
    status: RecordStatus, body: Body?, files: RecordFiles
  ) {
    self.record = record
    self.common = common
    self.pending = pending
    self.id = id
    self.source = source
    self.keys = keys
    self.status = status
    self.body = body
    self.files = files
    summary = shortened(common.summary ?? body?.firstParagraph ?? "")
  }

  package var anyRecord: any RecordKind { record }
  package var title: String { common.title.value }
  package var titleText: TitleText { common.titleText }
  package var date: DaySpan { common.date.value }
  package var appeared: Day { max(date.first, common.publish?.value ?? date.first) }
  package var place: Place { place(common.title.mark) }
  package var folder: String { Kind.folder }
  package func label(_ library: Library) -> String { record.label(library) }
  package var people: [Person] { record.people }
  package var page: String { Kind.page(of: id) }
}

/// Cut at 120 characters, so that a list stays a list: behind a sentence, where one ends in the second half of them.
private func shortened(_ text: String) -> String {
  guard text.utf8.count > 120 else { return text }
  let scalars = text.unicodeScalars
  guard let cut = scalars.index(scalars.startIndex, offsetBy: 120, limitedBy: scalars.endIndex), cut < scalars.endIndex
  else { return text }
  let half = scalars.index(scalars.startIndex, offsetBy: 60)
  if let end = scalars[half..<cut].lastIndex(where: { "。！？!?".unicodeScalars.contains($0) }) {
    let rest = scalars[scalars.index(after: end)...]
    return String(scalars[..<(rest.firstIndex { !"”’」』》）)".unicodeScalars.contains($0) } ?? scalars.endIndex)])
  }
  let open = scalars[..<cut].reversed().prefix { "：:，,、；; ".unicodeScalars.contains($0) }.count
  return String(scalars[..<cut].dropLast(open)) + "…"
}

extension AnyEntry {
  /// Relative to the site's root, percent-encoded.
  package var url: String { percentEncoded(path: page) }
  package func place(_ mark: Mark) -> Place { Place(source, mark) }
  /// Whether the record says 待补 of a figure: there is one, and nobody knows it yet.
  package func isPending<Value>(_ key: Key<Value>) -> Bool { pending.contains(key.name.name) }
}

/// Where a record stands in its life on the site's day.
package struct RecordStatus: Sendable, Hashable {
  package var isDraft = false
  /// Its `publish` day has not come.
  package var isScheduled = false
  /// Its `expires` day has passed: it is off the noticeboard and stays in the archive.
  package var isExpired = false

  /// Whether it is not published yet.
  package var isHeldBack: Bool { isDraft || isScheduled }
}

/// A file under `content/` that is no record, with the place that names it.
package struct NamedFile: Sendable, Hashable {
  package var path: String
  package var place: Place
  /// What the record's page says of the file.
  var lookup: Document.Lookup
}

/// The files that a record publishes beside its page.
package struct RecordFiles: Sendable {
  /// An attachment or a photo that was found.
  package struct Item: Sendable {
    /// Under `content/` and under `public/` alike.
    package var path: String
    package var title: String
    package var alt: String
    package var type: FileType
    package var size: Int
    /// Of a photo, how it is shown.
    package var picture: ShownPicture?
    /// Where the record names it.
    package var named: NamedFile
    package var url: String { percentEncoded(path: path) }
  }

  package var attachments: [Item] = []
  package var photos: [Item] = []
  /// What the body links to or shows.
  package var inBody: [String] = []
  /// What its page shows: the photos, then the pictures in the text.
  package var pictures: [ShownPicture] = []
}

/// How many news the home page shows.
package let homeNewsCount = 10

/// What a kind gives to the home page.
package struct HomePart: Sendable {
  /// What readers may answer until a day, such as an open 公示.
  package var open: [OpenRow] = []
  package var pinned: [Row] = []
  /// News, newest first, which stand among those of other kinds.
  package var latest: [Row] = []
  /// What stands in a list of the kind's own.
  package var rows: [Row] = []
  /// The page of this year's plan; empty for none.
  package var yearPage = ""

  package init(
    open: [OpenRow] = [], pinned: [Row] = [], latest: [Row] = [], rows: [Row] = [], yearPage: String = ""
  ) {
    self.open = open
    self.pinned = pinned
    self.latest = latest
    self.rows = rows
    self.yearPage = yearPage
  }
}

extension RecordKind {
  /// The newest of its records, as many as the home page has room for; an event that is still to come stands in the year ahead.
  package static func news(_ entries: [Entry<Self>], in library: Library) -> [Entry<Self>] {
    Array(
      entries.lazy.filter { !$0.status.isExpired && (!isEvent || $0.date.first <= library.today) }
        .prefix(homeNewsCount))
  }

  /// One item for the section. Kinds whose records stand in the menu themselves replace it.
  package static func menu(_ entries: [Entry<Self>], in library: Library) -> [MenuItem] {
    [MenuItem(target: folder, label: library.words(section), url: "\(folder)/index.html", order: 0)]
  }
}
