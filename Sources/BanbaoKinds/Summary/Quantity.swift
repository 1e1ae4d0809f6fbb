import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

/// A number that a summary states, and the records that it comes from.
struct Quantity: Sendable {
  /// What one record gives to it.
  struct Share: Sendable {
    var title: String
    /// Of the page that tells of it, relative to the site's root.
    var url: String
    /// As it is printed; nil where the record lacks the figure.
    var printed: Wording?

    init(title: String, url: String, printed: Wording?) {
      self.title = title
      self.url = url
      self.printed = printed
    }

    /// That each is one goes without saying.
    static let untold = Wording("", en: "")

    init(entry: any AnyEntry, printed: Wording?) { self.init(title: entry.title, url: entry.url, printed: printed) }
  }

  /// As it is printed; nil where no record gives it, never 0 in its place.
  var printed: Wording?
  /// How many of the records lack the figure.
  var missing = 0
  var shares: [Share] = []
  /// Whether the shares add up to it; a rate is the same in each.
  var isSum = true
  /// A count, or an amount in fen; nil where no record gives it.
  var magnitude: Int64?

  /// What no record gives.
  static let unknown = Quantity()

  private init() {}

  /// A figure added up over records.
  ///
  /// - Parameter lacks: which of the records without the figure should have it; all of them by default.
  init<Amount: Addable, Kind: RecordKind>(
    _ entries: [Entry<Kind>], lacks: (Entry<Kind>) -> Bool = { _ in true }, _ figure: (Entry<Kind>) -> Amount?
  ) {
    let pairs = entries.map { (entry: $0, figure: figure($0)) }.filter { $0.figure != nil || lacks($0.entry) }
    self.init(pairs.map { ($0.entry as any AnyEntry, $0.figure) })
  }

  /// Figures, each of a record.
  init<Amount: Addable>(_ pairs: [(entry: any AnyEntry, figure: Amount?)]) {
    let tally = Tally(pairs.map(\.figure))
    printed = tally.sum?.printed
    missing = tally.missing
    shares = pairs.map { Share(entry: $0.entry, printed: $0.figure?.printed) }
    magnitude = tally.sum?.wholeUnits
  }

  /// An amount that a page of the accounts tells.
  init(_ amount: Money?, title: String, url: String) {
    printed = amount?.printed
    magnitude = amount?.fen
    shares = amount == nil ? [] : [Share(title: title, url: url, printed: printed)]
  }

  /// How many records there are; unknown where there is none.
  init(counting entries: [any AnyEntry]) {
    self.init(entries.map { ($0, 1) })
    shares = entries.map { Share(entry: $0, printed: Share.untold) }
  }

  /// How many pages there are.
  init(_ pages: [Share]) {
    guard !pages.isEmpty else { return }
    printed = pages.count.printed
    magnitude = Int64(clamping: pages.count)
    shares = pages
  }

  /// How many different things records name together, such as vouchers.
  init(different things: [(entry: any AnyEntry, names: [String])]) {
    let all = Set(things.flatMap(\.names))
    guard !all.isEmpty else { return }
    printed = all.count.printed
    magnitude = Int64(clamping: all.count)
    shares = things.filter { !$0.names.isEmpty }.map { Share(entry: $0.entry, printed: Set($0.names).count.printed) }
  }

  /// A figure of one record under a key; nil where it says nothing of it, unknown where it says 待补.
  init?<Amount: Addable, Kind: RecordKind>(
    _ key: Key<Located<Rough<Amount>>?>, _ figure: Located<Rough<Amount>>?, of entry: Entry<Kind>
  ) {
    guard figure != nil || entry.isPending(key) else { return nil }
    self.init([(entry as any AnyEntry, figure?.value)])
  }

  /// Whether every record gives it, and it comes to nothing.
  var isZero: Bool { magnitude == 0 && missing == 0 }
  var isKnown: Bool { printed != nil }
  /// Nil where no record gives it: for what is said only of what is known.
  var known: Quantity? { isKnown ? self : nil }
}
