import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSource
import BanbaoTheme

/// What a screen in the lobby shows, page by page: few words, in type that is read from four metres.
struct Board: Sendable {
  /// One page of it.
  enum Page: Sendable {
    case pinned(Row)
    case open(OpenRow, workedDays: [Day])
    case coming([CalendarEvent])
    case honoured(Honoured)
    case latest([Row])
  }

  var pages: [Page]
  /// The day that it is made for; a page that stays on past a day is put right by its script.
  var today: Day
}

extension Board {
  /// - Parameter events: by their days.
  init(_ shelves: [any AnyShelf], _ events: [CalendarEvent], _ library: Library) {
    let parts = shelves.map { $0.home(library) }
    let open = parts.flatMap(\.open).filter { !$0.entry.status.isHeldBack }
    let pinned = parts.flatMap(\.pinned).filter { !$0.entry.status.isHeldBack }
    let latest = parts.flatMap(\.latest).filter { !$0.entry.status.isHeldBack }
    let honoured = shelves.flatMap { $0.honoured(library) }.filter { !$0.entry.status.isHeldBack }
    // An open 公示 has a page of its own. What has begun goes on behind what is still to come.
    let onTop = Set(open.map(\.entry.id))
    let ahead = events.filter { event in
      !event.entry.status.isExpired && event.days.last >= library.today
        && event.days.first.serial <= library.today.serial + Board.daysAhead
        && !onTop.contains(event.entry.id)
    }
    let coming = ahead.filter { $0.days.first >= library.today } + ahead.filter { $0.days.first < library.today }
    pages =
      open.prefix(6).map { .open($0, workedDays: library.workingDays.days(from: library.today, through: $0.until)) }
      + pinned.prefix(6).map { .pinned($0) }
      + (pinned.isEmpty && !latest.isEmpty ? [.latest(Array(latest.prefix(5)))] : [])
      + coming.prefix(12).chunked(by: 4).map { .coming($0) }
      + honoured.prefix(4).map { .honoured($0) }
    today = library.today
  }

  /// How far ahead something is still coming, not just planned.
  private static let daysAhead = 92
}

extension Board.Page {
  /// As styles know it.
  fileprivate var kind: String {
    switch self {
    case .pinned: "pinned"
    case .open: "open"
    case .coming: "coming"
    case .honoured: "honoured"
    case .latest: "latest"
    }
  }

  fileprivate var pinned: Row? { if case .pinned(let row) = self { row } else { nil } }
  fileprivate var open: (row: OpenRow, days: [Day])? {
    if case .open(let row, let days) = self { (row, days) } else { nil }
  }
  fileprivate var coming: [CalendarEvent] { if case .coming(let events) = self { events } else { [] } }
  fileprivate var honoured: Honoured? { if case .honoured(let honour) = self { honour } else { nil } }
  fileprivate var latest: [Row] { if case .latest(let rows) = self { rows } else { [] } }

  /// After it the page has nothing to say; nil where it goes on until the site changes.
  fileprivate var until: Day? {
    switch self {
    case .pinned(let row): row.entry.common.expires?.value
    case .open(let row, _): row.until
    case .coming(let events): events.map(\.days.last).max()
    case .honoured, .latest: nil
    }
  }
}

/// The size of a title by its length: a screen shows it whole.
private func titleSize(_ text: String) -> String {
  switch displayWidth(of: text) {
  case ...28: "short"
  case ...60: "middling"
  default: "long"
  }
}

private let openPageNames = Names<(row: OpenRow, days: [Day])>(
  .text("title") { $0.row.entry.title },
  .html("title_phrases") { $0.row.entry.titleText.html($0.row.own) },
  .text("size") { titleSize($0.row.entry.title) },
  .text("left") { String($0.row.left) },
  .words("until") { shortWords($0.row.until) },
  .text("contact") { $0.row.contact },
  .list(
    "days",
    Names<Day>(
      .text("iso") { $0.iso }, .text("number") { String($0.parts.day) },
      .words("weekday") { day in
        let words = day.weekdayWording
        return Wording("周\(words.zh.suffix(1))", en: String(words.en.prefix(3)))
      })
  ) { Array($0.days.prefix(10)) },
  .flag("more_days") { $0.days.count > 10 })

private let honouredNames = Names<Honoured>(
  .text("title") { $0.entry.title },
  .html("title_phrases") { $0.entry.titleText.html(.none) },
  .text("awarded_by") { $0.awardedBy },
  .view("date", dayNames) { $0.entry.date.first },
  .list("names", Names<String>(.text("name") { $0 })) { Array($0.names.prefix(12)) },
  .text("more_names") { $0.names.count > 12 ? String($0.names.count) : "" })

private let boardNames = Names<Board>(
  .list(
    "screens",
    Names<Board.Page>(
      .text("kind") { $0.kind },
      .text("last_day") { $0.until?.iso },
      .view(
        "pinned",
        Names<Row>(
          .text("title") { $0.entry.title }, .html("title_phrases") { $0.entry.titleText.html($0.own) },
          .text("size") { titleSize($0.entry.title) },
          .text("label") { $0.label }, .view("date", spanNames) { $0.entry.date }, .text("summary") { $0.entry.summary }
        )
      ) { $0.pinned },
      .view("open", openPageNames) { $0.open },
      .list(
        "coming",
        Names<CalendarEvent>(
          .words("title") { $0.heading }, .words("timing") { $0.timingWithHour },
          .text("last_day") { $0.days.last.iso })
      ) { $0.coming },
      .view("honoured", honouredNames) { $0.honoured },
      .list(
        "latest",
        Names<Row>(.text("title") { $0.entry.title }, .words("timing") { shortWords($0.entry.date.first) })
      ) { $0.latest })
  ) { $0.pages },
  .view("as_of", dayNames) { $0.today })

let boardTemplate = Template<(board: Board, version: String)>(
  "board", .of(boardNames) { $0.board }, .text("version") { $0.version })

/// `board.html`, and beside it a script that says nothing but which version of it is published: from a folder that was opened
/// without a server a page can load no other file.
///
/// - Parameter events: by their days.
func boardPage(
  _ shelves: [any AnyShelf], _ events: [CalendarEvent], _ library: Library
) -> (page: PagePlan, version: FilePlan) {
  let board = Board(shelves, events, library)
  // All that it shows, so that equal versions look alike.
  var hashing = Digest.Hashing()
  func add(_ text: String) { Array((text + "\n").utf8).withUnsafeBufferPointer { hashing.add($0) } }
  add(library.settings.title)
  add(library.settings.union)
  ViewValue.view(boardNames.view(of: board, in: library.settings.language)).forEachText { text, html in
    add(text ?? html?.string ?? "")
  }
  let version = String(hashing.digest.hexadecimal.prefix(16))
  let origin = library.origin("site.yaml")
  let people = board.pages.compactMap(\.honoured).flatMap { library.shownPeople($0.entry) }
  let page = PagePlan(
    boardTemplate, path: "board.html", title: library.words(Wording("大屏", en: "Lobby screen")), origin: origin,
    section: "", people: people, isList: true
  ) { (board, version) }
  return (page, FilePlan(path: "board-version.js", origin: origin) { Array("banbaoBoard(\"\(version)\");\n".utf8) })
}

extension Collection {
  /// Runs of so many elements; the last may be shorter.
  fileprivate func chunked(by size: Int) -> [[Element]] {
    var chunks: [[Element]] = []
    var rest = self[...]
    while !rest.isEmpty {
      chunks.append(Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    return chunks
  }
}
