import BanbaoDiagnostics
import BanbaoFinance
import BanbaoSite
import BanbaoSource
import TestSupport
import Testing

/// Books that are read with their seals, and nothing else of a site.
struct SealedFiles {
  var files: [String: [UInt8]]

  static let seals = "finance/2026/seals.yaml"

  /// What is said of seals and corrections, and of files of seals whatever it is.
  private func read() throws -> (books: Books, diagnostics: [Diagnostic]) {
    let tree = SourceTree(label: "content", texts: files)
    let read = Books.read(try tree.files.map { try tree.table($0) })
    let own = read.diagnostics.filter {
      $0.code.hasPrefix("seal-") || $0.code.hasPrefix("correction-") || $0.place.path.hasSuffix("seals.yaml")
    }
    return (read.register, own.inOrder())
  }

  func diagnostics() throws -> [Diagnostic] { try read().diagnostics }

  /// Seals a period as the command does; nil where it is sealed already and nothing changed.
  ///
  /// Fails where it is refused.
  mutating func seal(_ period: Period, on day: Day) throws -> Seal? {
    let path = Books.sealsPath(year: period.year)
    let file = files[path].map { SourceText(path: "content/\(path)", bytes: $0) }
    switch try read().books.sealing(period, on: day, file) {
    case .refused(let why, _):
      Issue.record("\(why.zh)")
      return nil
    case .unchanged: return nil
    case .sealed(let seal, let text):
      files[path] = Array(text.utf8)
      return seal
    }
  }
}

/// One seed at a time: the suites beside it need a thread too.
@Suite(.serialized) struct SealPropertyTests {
  private static let half = Period(2026, .half(1))

  /// The books of a seed, sealed on a day, in the form that changes nothing.
  private func sealed(_ books: SealedBooks, _ form: SealedBooks.Form = .plain) throws -> SealedFiles {
    var files = SealedFiles(files: try books.files(form))
    #expect(try files.seal(Self.half, on: "2026-07-20") != nil)
    return files
  }

  private func with(_ seals: [UInt8]?, _ books: SealedBooks, _ form: SealedBooks.Form) throws -> SealedFiles {
    var files = SealedFiles(files: try books.files(form))
    files.files[SealedFiles.seals] = seals
    return files
  }

  @Test(arguments: seeds(700))
  func `every alteration is named at its line with both values, and the same books in another form are silent`(
    seedNumber: Int
  ) throws {
    var seed = SplitMix64(seed: UInt64(seedNumber) &+ 77_000)
    let books = SealedBooks(&seed)
    let seals = try sealed(books, SealedBooks.Form(&seed)).files[SealedFiles.seals]
    let form = SealedBooks.Form(&seed)
    #expect(try with(seals, books, form).diagnostics() == [], "\(form)")
    #expect(try sealed(books, form).files[SealedFiles.seals] == seals)
    let alteration = SealAlteration(books, &seed)
    try check(alteration, with(seals, alteration.books, layout(&seed)))
  }

  /// A form that keeps each entry in its line.
  private func layout(_ seed: inout SplitMix64) -> SealedBooks.Form {
    var form = SealedBooks.Form(&seed)
    form.isBackwards = false
    form.hasBothSides = false
    form.hasComments = false
    return form
  }

  private func check(_ alteration: SealAlteration, _ files: SealedFiles) throws {
    let said = try files.diagnostics()
    let errors = said.filter { $0.code == "seal-changed" && $0.severity == .error }
    #expect(said.count == errors.count)
    let found = errors.first {
      $0.place.path.contains(alteration.file) && (alteration.line == 0 || $0.place.line == alteration.line)
    }
    let fault = try #require(
      found, "\(alteration.file):\(alteration.line) of \(said.map { "\($0.place) \($0.message.zh)" })")
    for value in alteration.values {
      #expect(errors.contains { $0.message.zh.contains(value) }, "\(value): \(fault.message.zh)")
    }
  }

  @Test(arguments: seeds(150))
  func `a correction lets the books differ once, is sealed, and whatever is altered afterwards is found`(
    seedNumber: Int
  ) throws {
    var seed = SplitMix64(seed: UInt64(seedNumber) &+ 99_000)
    let books = SealedBooks(&seed)
    let seals = try sealed(books).files[SealedFiles.seals]
    var corrected = SealAlteration(books, &seed).books
    corrected.corrections = [
      "{period: H1, date: 2026-08-03, reason: 录错, decided_by: 工会委员会, review: {date: 2026-08-05, by: 经费审查委员会, opinion: 同意更正}}"
    ]
    var files = try with(seals, corrected, .plain)
    #expect(try files.diagnostics().map(\.code) == ["seal-outdated"])
    let seal = try #require(try files.seal(Self.half, on: "2026-08-10"))
    #expect(try files.diagnostics() == [])
    #expect(try files.seal(Self.half, on: "2026-08-11") == nil)
    #expect(seal.digest.shortCode.utf8.count == 19)
    let again = SealAlteration(corrected, &seed)
    var form = SealedBooks.Form.plain
    form.isWorkbook = seed.oneIn(2)
    try check(again, with(files.files[SealedFiles.seals], again.books, form))
    // Nor may the correction itself be taken away or changed.
    var bare = corrected
    bare.corrections = seed.oneIn(2) ? [] : [corrected.corrections[0].replacing("录错", with: "另有原因")]
    #expect(try with(files.files[SealedFiles.seals], bare, .plain).diagnostics().contains { $0.code == "seal-changed" })
  }

  @Test(arguments: seeds(150))
  func `whatever is changed in a file of seals is found there`(seedNumber: Int) throws {
    var seed = SplitMix64(seed: UInt64(seedNumber) &+ 55_000)
    let books = SealedBooks(&seed)
    var files = try sealed(books)
    if seed.oneIn(2) {
      // A second seal behind the first, by a correction.
      var corrected = books
      corrected.entries[corrected.sealed[0]].summary = "更正后的摘要"
      corrected.corrections = [
        "{period: H1, date: 2026-08-03, reason: 录错, decided_by: 工会委员会, review: {date: 2026-08-05, by: 经费审查委员会, opinion: 同意更正}}"
      ]
      files = try with(files.files[SealedFiles.seals], corrected, .plain)
      _ = try files.seal(Self.half, on: "2026-08-10")
    }
    let text = String(decoding: files.files[SealedFiles.seals] ?? [], as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    let places = lines.indices.filter { $0 > 1 && lines[$0].contains { $0.isNumber } && !lines[$0].hasPrefix("  - ") }
    let place = seed.pick(places)
    if seed.oneIn(4), lines[place].hasPrefix("      - ") {
      lines.remove(at: place)
    } else {
      // One digit becomes another.
      let digits = lines[place].indices.filter { lines[place][$0].isASCII && lines[place][$0].isNumber }
      let digit = seed.pick(digits)
      let other = lines[place][digit] == "2" ? "1" : "2"
      lines[place].replaceSubrange(digit...digit, with: other)
    }
    files.files[SealedFiles.seals] = Array(lines.joined(separator: "\n").utf8)
    let said = try files.diagnostics()
    #expect(
      said.contains { $0.place.path.hasSuffix("seals.yaml") && $0.severity == .error }, "\(place): \(lines[place])")
  }
}
