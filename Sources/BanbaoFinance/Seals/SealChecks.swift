import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource

/// The seals of all years, each held against its books and the seal before.
struct SealChecks {
  private(set) var diagnostics: [Diagnostic] = []
  /// The digest of the last seal, as it is written.
  private var last: String?

  /// A file of seals as it was read.
  struct File {
    var path: String
    var seals: [Seal]
    /// Whether some of it cannot be read, and that was said.
    var isUnreadable: Bool

    init(_ text: SourceText, _ diagnostics: inout [Diagnostic]) {
      path = text.path
      var faults: [Diagnostic] = []
      seals = readFields(of: text, &faults) { $0.records(Seal.Keys.seals) { Seal.read(&$0) } } ?? []
      isUnreadable = faults.containErrors
      diagnostics += faults
    }

    /// Of a year that has none.
    init() {
      path = ""
      seals = []
      isUnreadable = false
    }
  }

  /// Holds the seals of a year against its books. Years come in their order.
  ///
  /// - Returns: what its pages need of them.
  mutating func check(_ file: File, _ books: YearBooks) -> YearSeals {
    var kept = YearSeals(file.seals.map { YearSeals.Kept($0) })
    for seal in file.seals { checkChain(seal, file, books.year) }
    var told = ToldDifferences()
    let newest = Dictionary(file.seals.map { ($0.period.value, $0) }, uniquingKeysWith: { $1 })
    // What was sealed again is history, and no less to be left alone.
    for seal in file.seals where !seal.isIntact && newest[seal.period.value]?.written.mark != seal.written.mark {
      reportEdited(seal, nil, file)
    }
    for seal in newest.values.sorted(by: { $0.period.value < $1.period.value })
    where seal.period.value.year == books.year {
      let content = books.isUnreadable || file.isUnreadable ? nil : SealContent(books, seal.period.value)
      let comparison = content.map { SealComparison(seal, $0) }
      guard seal.isIntact else {
        reportEdited(seal, comparison, file)
        continue
      }
      guard let content, let comparison, let book = books.book else {
        diagnostics += absent(seal, file, books)
        continue
      }
      let correction = judgeCorrections(seal, book)
      for difference in comparison.differences where correction == nil || difference.kind == .correction {
        told.add(difference, seal, file.path, content, book)
      }
      guard let correction else { continue }
      if comparison.differences.isEmpty {
        diagnostics.append(SealRules.needless(correction, book))
      } else {
        kept.corrected.insert(seal.period.value)
        diagnostics.append(SealRules.waiting(correction, book))
      }
    }
    if let book = books.book {
      diagnostics += told.diagnostics(book)
      for correction in book.corrections where newest[correction.period.value] == nil && !file.isUnreadable {
        let isOfYear = correction.period.value.year == books.year
        diagnostics.append(isOfYear ? SealRules.needless(correction, book) : SealRules.elsewhere(correction, book))
      }
    }
    return kept
  }

  /// The seals of a year whose books are a draft, which takes what is sealed from members.
  mutating func check(_ file: File, draft book: Book) {
    for seal in file.seals { checkChain(seal, file, book.year) }
    if let seal = file.seals.first { diagnostics.append(SealRules.hidden(seal, book)) }
  }

  private mutating func checkChain(_ seal: Seal, _ file: File, _ year: Int) {
    defer { last = seal.written.value }
    let period = seal.period.value
    if period.year != year {
      diagnostics.append(SealRules.edited(Place(file.path, seal.period.mark), period))
    } else if seal.previous?.value != last {
      diagnostics.append(SealRules.unchained(Place(file.path, (seal.previous ?? seal.written).mark), period))
    }
  }

  /// Names the lines of a seal that are not as the books have them: they were changed, or the books were too.
  private mutating func reportEdited(_ seal: Seal, _ comparison: SealComparison?, _ file: File) {
    let lines = (comparison?.differences ?? []).compactMap(\.sealed)
    let place = Place(file.path, lines.first?.mark ?? seal.written.mark)
    let others = lines.dropFirst().prefix(3).map {
      Related(Place(file.path, $0.mark), Wording("这一行也和账本不同", en: "this line differs from the books too"))
    }
    diagnostics.append(SealRules.edited(place, seal.period.value, related: others))
  }

  /// What was sealed of books that are not there. Where they are there and cannot be read, that fault is enough.
  private func absent(_ seal: Seal, _ file: File, _ books: YearBooks) -> [Diagnostic] {
    guard books.lacksBook || books.lacksLedger else { return [] }
    return [SealRules.absent(seal, Place(file.path, seal.period.mark), books.lacksBook ? "book.yaml" : "ledger.csv")]
  }

  /// The first correction that lets a period differ from its seal: it lacks nothing, it was made and reviewed after the
  /// seal, and the seal does not hold it already.
  private mutating func judgeCorrections(_ seal: Seal, _ book: Book) -> Book.Correction? {
    let sealed = Set(seal.lines(.correction))
    var counting: Book.Correction?
    for correction in book.corrections where correction.period.value == seal.period.value {
      if let lack = correction.lack {
        diagnostics.append(SealRules.incomplete(correction, lack, book))
        continue
      }
      guard let line = correction.line, !sealed.contains(line) else { continue }
      let days = [correction.date, correction.review?.value.date].compactMap { $0 }
      if let early = days.first(where: { $0.value < seal.day.value }) {
        diagnostics.append(SealRules.early(correction, early, seal, book))
      } else {
        counting = counting ?? correction
      }
    }
    return counting
  }
}
