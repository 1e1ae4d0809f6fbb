import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSite
import BanbaoSource
import BanbaoTheme

/// What the form of a notice puts first on its sheet: 喜报 in great letters, the issue of a 简报, when and where to come.
struct NoticeFace: Sendable {
  /// Of the form, as styles know it.
  var style: String
  /// The title without what the face says beside it, with the places where its lines may end.
  var headline: HTML
  /// The word that stands above it in great letters; nil for none.
  var word: Wording?
  /// Whether it has a head as newspapers have.
  var isBulletin: Bool
  /// The issue, mostly of a bulletin; empty for none.
  var issue: String
  /// What the notice calls for, mostly a proposal; empty for none.
  var call: String
  /// Time, place, and whom an invitation is for.
  var particulars: [(label: Wording, value: Wording)]
  /// Whether the particulars say to whom it is sent.
  var invites: Bool

  init(_ entry: Entry<Notice>, _ library: Library) {
    let notice = entry.record
    let form = notice.form.value
    style = form.style
    var headline = entry.title
    isBulletin = form == .bulletin
    // Other forms seldom have an issue or a call; what their author wrote is printed all the same.
    issue = notice.issue.isEmpty ? "" : words(forIssue: notice.issue)
    switch form {
    case .goodNews:
      word = form.wording
      headline = withoutHead(entry.title, form.rawValue)
    case .bulletin:
      let (name, told) = issueBehind(entry.title)
      headline = name
      if issue.isEmpty { issue = told }
    default: break
    }
    let text = headline == entry.title ? entry.titleText : TitleText(written: headline)
    self.headline = text.html(library.ownWords)
    call = notice.call
    var particulars: [(label: Wording, value: Wording)] = []
    if let when = notice.when?.value { particulars.append((Notice.Keys.when.label, when.wording)) }
    if !notice.place.isEmpty {
      particulars.append((Notice.Keys.place.label, Wording(notice.place, en: notice.place)))
    }
    invites = form == .invitation && !particulars.isEmpty && !notice.to.isEmpty
    if invites { particulars.append((Wording("邀请", en: "For"), Wording(notice.to, en: notice.to))) }
    self.particulars = particulars
  }

  static let names = Names<NoticeFace>(
    .text("face") { $0.style },
    .html("headline") { $0.headline },
    .words("face_word") { $0.word },
    .flag("bulletin") { $0.isBulletin },
    .text("issue") { $0.issue },
    .text("call") { $0.call },
    .list(
      "particulars",
      Names<(label: Wording, value: Wording)>(.words("label") { $0.label }, .words("value") { $0.value })
    ) { $0.particulars },
    .flag("invites") { $0.invites })
}

extension Notice.Form {
  fileprivate var style: String {
    switch self {
    case .notice: "notice"
    case .announcement: "announcement"
    case .publicity: "publicity"
    case .circular: "circular"
    case .goodNews: "good-news"
    case .proposal: "proposal"
    case .bulletin: "bulletin"
    case .invitation: "invitation"
    }
  }
}

extension Appointment {
  /// `2026年2月6日（星期五）19:00`.
  var wording: Wording {
    let weekday = days.isOneDay ? days.first.weekdayWording : nil
    let day = Wording(
      days.chinese + (weekday.map { "（\($0.zh)）" } ?? ""), en: (weekday.map { "\($0.en), " } ?? "") + days.wording.en)
    return hour.isEmpty ? day : Wording(day.zh + (days.isOneDay ? "" : "，") + hour, en: "\(day.en), \(hour)")
  }
}

/// A title without its form at its head: 我院获第二名 of 喜报：我院获第二名. One that is nothing else keeps it.
private func withoutHead(_ title: String, _ form: String) -> String {
  guard title.hasPrefix(form) else { return title }
  let rest = title.dropFirst(form.count).drop { "：:！!—-· \u{3000}".contains($0) }
  return rest.isEmpty || rest.count == title.count - form.count ? title : String(rest)
}

/// The name of a bulletin and the issue that its title says behind it: 工会工作简报 and 2026年第3期 of 工会工作简报（2026年第3期）.
/// A title that is nothing but an issue is the name.
private func issueBehind(_ title: String) -> (name: String, issue: String) {
  let scalars = title.unicodeScalars
  guard let last = scalars.last, let number = scalars.lastIndex(of: "第") else { return (title, "") }
  let isBracket = { (scalar: Unicode.Scalar) in "（）()【】[]〔〕".unicodeScalars.contains(scalar) }
  guard scalars[number...].contains("期"), last == "期" || isBracket(last) else { return (title, "") }
  // The issue goes back over its year and what counts all issues: 2026年第3期（总第18期）.
  var start = number
  while start > scalars.startIndex {
    let before = scalars[scalars.index(before: start)]
    guard before.properties.numericType != nil || "年总第期".unicodeScalars.contains(before) || isBracket(before) else {
      break
    }
    start = scalars.index(before: start)
  }
  let name = trimmed(title[..<start])
  var issue = title[start...].unicodeScalars
  if let first = issue.first, isBracket(first) {
    issue.removeFirst()
    if issue.last.map(isBracket) == true { issue.removeLast() }
  }
  return name.isEmpty ? (title, "") : (name, trimmed(String(issue)))
}

/// `第3期` for a mere number.
private func words(forIssue text: String) -> String {
  text.unicodeScalars.allSatisfy { $0.properties.numericType != nil } ? "第\(text)期" : text
}
