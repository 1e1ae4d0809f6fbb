import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

/// A piece of a sentence.
enum Run: Sendable {
  case text(String)
  /// A figure, with the clause that states it, which tells the figure's name in the list of what figures rest on.
  case quantity(Quantity, clause: Wording)
  /// A record by its title, or by what a sentence calls it.
  case record(any AnyEntry, name: Wording?)
}

/// A part of a sentence between two commas, in both languages, with its figures in place.
struct Clause: Sendable {
  enum Value: Sendable {
    case quantity(Quantity)
    /// What an author wrote, or a name.
    case text(String)
    case wording(Wording)
    case record(any AnyEntry)
    /// A record under another name than its title.
    case link(any AnyEntry, Wording)
    case records([any AnyEntry])
    /// A clause whose figures take their name from the one around it.
    case clause(Clause)
    /// Clauses, with what stands between them.
    case clauses([Clause], Wording)
  }

  let zh: [Run]
  let en: [Run]
  /// Whether a semicolon parts it from what stands before it.
  private(set) var isApart = false

  /// - Parameters:
  ///   - template: names in braces stand for the values. What authors wrote is a value, never part of it.
  ///   - values: by their names in the template.
  init(_ template: Wording, _ values: KeyValuePairs<String, Value> = [:]) {
    var (zh, en) = (
      runs(template.zh, values, .chinese), runs(template.en, values, .english)
    )
    let name = Wording(plain(zh, .chinese), en: plain(en, .english))
    let missing =
      values.map { _, value in
        if case .quantity(let quantity) = value, quantity.isKnown { return quantity.missing }
        return 0
      }.max() ?? 0
    if missing > 0 {
      zh.append(.text("（另有\(missing)条未记\(missingMark)）"))
      en.append(.text(" (\(missing) more without a figure \(missingMark))"))
    }
    self.zh = zh.map { named($0, name) }
    self.en = en.map { named($0, name) }
  }

  /// One figure, named `n` in the template.
  init(_ template: Wording, _ quantity: Quantity) { self.init(template, ["n": .quantity(quantity)]) }

  /// This clause, set off from the one before it by a semicolon.
  var apart: Clause {
    var clause = self
    clause.isApart = true
    return clause
  }

  subscript(language: Language) -> [Run] { language == .chinese ? zh : en }
}

/// A sentence of a summary, and what it counts up below itself.
struct Sentence: Sendable {
  var clauses: [Clause]
  var details: [Sentence] = []

  init(_ clauses: [Clause?], details: [Sentence] = []) {
    self.clauses = clauses.compactMap { $0 }
    self.details = details
  }

  init(_ template: Wording, _ values: KeyValuePairs<String, Clause.Value> = [:], details: [Sentence] = []) {
    self.init([Clause(template, values)], details: details)
  }

  /// The whole sentence with its full stop, or with a colon before its details.
  func runs(_ language: Language) -> [Run] {
    let isChinese = language == .chinese
    var runs = joined(clauses, by: Wording("，", en: ", "), language)
    // Where all is missing there is no sentence to close.
    if runs.count == 1, case .quantity(let quantity, _)? = runs.first, !quantity.isKnown { return runs }
    if case .text(let last)? = runs.last, let mark = last.last, "。！？.!?".contains(mark) {
      // An author's words may bring their own full stop.
      runs.removeLast()
      runs.append(.text(String(last.dropLast())))
    }
    runs.append(.text(details.isEmpty ? (isChinese ? "。" : ".") : (isChinese ? "：" : ":")))
    return runs
  }

  /// The sentence without links.
  func plain(_ language: Language) -> String { BanbaoKinds.plain(runs(language), language) }
}

private func joined(_ clauses: [Clause], by separator: Wording, _ language: Language) -> [Run] {
  var runs: [Run] = []
  for clause in clauses {
    if !runs.isEmpty {
      runs.append(.text(clause.isApart ? (language == .chinese ? "；" : "; ") : separator[language]))
    }
    runs += clause[language]
  }
  return runs
}

/// Nothing between, or before.
let noWords = Wording("", en: "")

/// Runs as plain text.
func plain(_ runs: [Run], _ language: Language) -> String {
  runs.map { run in
    switch run {
    case .text(let text): text
    case .quantity(let quantity, _): quantity.printed ?? missingMark
    case .record(let entry, let name): name?[language] ?? quoted(entry.title, language)
    }
  }.joined()
}

/// A title as running text names it.
func quoted(_ title: String, _ language: Language) -> String {
  guard language == .chinese else { return "“\(title)”" }
  // Marks within marks are single (GB/T 15834); a title that is all in marks has them already.
  if title.hasPrefix("《"), title.hasSuffix("》") { return title }
  return "《" + title.replacing("《", with: "〈").replacing("》", with: "〉") + "》"
}

private func named(_ run: Run, _ name: Wording) -> Run {
  // A figure of an inner clause keeps the name that it got there.
  guard case .quantity(let quantity, let clause) = run, clause.zh.isEmpty else { return run }
  return .quantity(quantity, clause: name)
}

/// A template with its values in place.
private func runs(
  _ template: String, _ values: KeyValuePairs<String, Clause.Value>, _ language: Language
) -> [Run] {
  var runs: [Run] = []
  var rest = Substring(template)
  while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
    if open > rest.startIndex { runs.append(.text(String(rest[..<open]))) }
    let name = rest[rest.index(after: open)..<close]
    if let value = values.first(where: { $0.key == name })?.value { runs += value.runs(language) }
    rest = rest[rest.index(after: close)...]
  }
  if !rest.isEmpty { runs.append(.text(String(rest))) }
  return runs
}

extension Clause.Value {
  fileprivate func runs(_ language: Language) -> [Run] {
    switch self {
    case .quantity(let quantity): [.quantity(quantity, clause: noWords)]
    case .text(let text): [.text(text)]
    case .wording(let wording): [.text(wording[language])]
    case .record(let entry): [.record(entry, name: nil)]
    case .link(let entry, let name): [.record(entry, name: name)]
    case .records(let entries):
      entries.enumerated().flatMap { index, entry -> [Run] in
        // Titles in marks need nothing between them in Chinese (GB/T 15834).
        index > 0 && language == .english ? [.text(", "), .record(entry, name: nil)] : [.record(entry, name: nil)]
      }
    case .clause(let clause):
      clause[language].map { run in
        if case .quantity(let quantity, _) = run { return .quantity(quantity, clause: noWords) }
        return run
      }
    case .clauses(let clauses, let separator): joined(clauses, by: separator, language)
    }
  }
}
