import BanbaoDiagnostics
import BanbaoSite
import BanbaoUnion

/// The text of a clause with its figures and records in place: an interpolated literal, such as `"期末会员\(members)人"`.
///
/// What is interpolated knows both languages; the clause takes the Chinese of one phrase and the English of another.
struct Phrase: Sendable {
  /// What a sentence is made of.
  enum Piece: Sendable {
    case text(String)
    /// A figure with the clause that states it, which tells the figure's name in the list of what figures rest on; nil
    /// until the clause is whole.
    case quantity(Quantity, clause: Wording?)
    /// A record by its title, or by what a sentence calls it.
    case record(any AnyEntry, name: Wording?)
  }

  private var zh: [Piece] = []
  private var en: [Piece] = []
  /// How many records lack a figure that the phrase itself states; of several figures, the most.
  private(set) var missing = 0

  subscript(language: Language) -> [Piece] { language == .chinese ? zh : en }

  private mutating func append(_ piece: Piece) {
    zh.append(piece)
    en.append(piece)
  }
}

extension Phrase: ExpressibleByStringInterpolation, StringInterpolationProtocol {
  typealias StringInterpolation = Phrase

  init(stringLiteral text: String) { appendLiteral(text) }
  init(stringInterpolation phrase: Phrase) { self = phrase }
  init(literalCapacity: Int, interpolationCount: Int) {}

  mutating func appendLiteral(_ literal: String) {
    if !literal.isEmpty { append(.text(literal)) }
  }

  mutating func appendInterpolation(_ quantity: Quantity) {
    if quantity.isKnown { missing = max(missing, quantity.missing) }
    append(.quantity(quantity, clause: nil))
  }

  /// What an author wrote, or a name.
  mutating func appendInterpolation(_ text: String) { appendLiteral(text) }

  mutating func appendInterpolation(_ words: Wording) {
    if !words.zh.isEmpty { zh.append(.text(words.zh)) }
    if !words.en.isEmpty { en.append(.text(words.en)) }
  }

  mutating func appendInterpolation(_ entry: any AnyEntry) { append(.record(entry, name: nil)) }

  /// A record under another name than its title.
  mutating func appendInterpolation(_ entry: any AnyEntry, as name: Wording) { append(.record(entry, name: name)) }

  mutating func appendInterpolation(_ entries: [any AnyEntry]) {
    for (index, entry) in entries.enumerated() {
      // Titles in marks need nothing between them in Chinese (GB/T 15834).
      if index > 0 { en.append(.text(", ")) }
      append(.record(entry, name: nil))
    }
  }

  /// A clause with the names that its figures have got there; nothing for none.
  mutating func appendInterpolation(_ clause: Clause?) {
    zh += clause?[.chinese] ?? []
    en += clause?[.english] ?? []
  }
}

extension [Phrase.Piece] {
  /// Without links.
  func plain(_ language: Language) -> String {
    map { piece in
      switch piece {
      case .text(let text): text
      case .quantity(let quantity, _): quantity.printed?[language] ?? missingMark
      case .record(let entry, let name): name?[language] ?? quoted(entry.title, language)
      }
    }.joined()
  }
}

/// A title as running text names it.
func quoted(_ title: String, _ language: Language) -> String {
  guard language == .chinese else { return "“\(title)”" }
  // Marks within marks are single (GB/T 15834); a title that is all in marks has them already.
  if title.hasPrefix("《"), title.hasSuffix("》") { return title }
  return "《" + title.replacing("《", with: "〈").replacing("》", with: "〉") + "》"
}
