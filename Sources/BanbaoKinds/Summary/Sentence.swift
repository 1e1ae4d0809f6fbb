import BanbaoDiagnostics
import BanbaoUnion

/// A part of a sentence between two commas, in both languages, with its figures in place.
struct Clause: Sendable {
  private var zh: [Phrase.Piece]
  private var en: [Phrase.Piece]
  /// Whether a semicolon parts it from what stands before it.
  private(set) var isApart = false

  /// A clause that says at its end how many records lack what it states.
  init(_ zh: Phrase, en: Phrase) {
    let name = Wording(zh[.chinese].plain(.chinese), en: en[.english].plain(.english))
    self.zh = zh[.chinese].map { $0.named(name) }
    self.en = en[.english].map { $0.named(name) }
    let missing = max(zh.missing, en.missing)
    if missing > 0 {
      self.zh.append(.text("（另有\(missing)条未记\(missingMark)）"))
      self.en.append(.text(" (\(missing) more without a figure \(missingMark))"))
    }
  }

  /// Words without figures.
  init(_ words: Wording) { self.init("\(words)", en: "\(words)") }

  /// Clauses put together to one, their figures under the names that they have; nil for none.
  static func list(_ clauses: [Clause?], by separator: Wording = Wording("、", en: ", ")) -> Clause? {
    let clauses = clauses.compactMap { $0 }
    guard !clauses.isEmpty else { return nil }
    return Clause(zh: clauses.joined(by: separator, .chinese), en: clauses.joined(by: separator, .english))
  }

  private init(zh: [Phrase.Piece], en: [Phrase.Piece]) {
    self.zh = zh
    self.en = en
  }

  /// This clause, set off from the one before it by a semicolon.
  var apart: Clause {
    var clause = self
    clause.isApart = true
    return clause
  }

  /// This clause as a part of another one, from which its figures take their names.
  var unnamed: Clause {
    var clause = self
    clause.zh = zh.map { $0.named(nil) }
    clause.en = en.map { $0.named(nil) }
    return clause
  }

  subscript(language: Language) -> [Phrase.Piece] { language == .chinese ? zh : en }
}

extension Phrase.Piece {
  /// A figure under a name, where it has none yet; nil takes its name away.
  fileprivate func named(_ name: Wording?) -> Phrase.Piece {
    guard case .quantity(let quantity, let own) = self, own == nil || name == nil else { return self }
    return .quantity(quantity, clause: name)
  }
}

/// A sentence of a summary, and what it counts up below itself.
struct Sentence: Sendable {
  var clauses: [Clause]
  var details: [Sentence] = []

  init(_ clauses: [Clause?], details: [Sentence] = []) {
    self.clauses = clauses.compactMap { $0 }
    self.details = details
  }

  /// The whole sentence with its full stop, or with a colon before its details.
  func pieces(_ language: Language) -> [Phrase.Piece] {
    let isChinese = language == .chinese
    var pieces = clauses.joined(by: Wording("，", en: ", "), language)
    // Where all is missing there is no sentence to close.
    if pieces.count == 1, case .quantity(let quantity, _)? = pieces.first, !quantity.isKnown { return pieces }
    if case .text(let last)? = pieces.last, let mark = last.last, "。！？.!?".contains(mark) {
      // An author's words may bring their own full stop.
      pieces.removeLast()
      pieces.append(.text(String(last.dropLast())))
    }
    pieces.append(.text(details.isEmpty ? (isChinese ? "。" : ".") : (isChinese ? "：" : ":")))
    return pieces
  }

  /// Whether it states figures that no record has a part in, nor names a record.
  var saysNothing: Bool {
    var statesFigure = false
    for piece in clauses.flatMap({ $0[.chinese] }) {
      switch piece {
      case .text: continue
      case .record: return false
      case .quantity(let quantity, _):
        if quantity.isKnown || !quantity.shares.isEmpty { return false }
        statesFigure = true
      }
    }
    return clauses.isEmpty || statesFigure && details.isEmpty
  }

  /// The one page that all its figures rest on; nil where they rest on several.
  var proof: String? {
    var urls = Set<String>()
    for case .quantity(let quantity, _) in clauses.flatMap({ $0[.chinese] }) {
      urls.formUnion(quantity.shares.map(\.url))
    }
    return urls.count == 1 ? urls.first : nil
  }

  /// The sentence without links.
  func plain(_ language: Language) -> String { pieces(language).plain(language) }
}

extension [Clause] {
  fileprivate func joined(by separator: Wording, _ language: Language) -> [Phrase.Piece] {
    var pieces: [Phrase.Piece] = []
    for clause in self {
      if !pieces.isEmpty {
        pieces.append(.text(clause.isApart ? (language == .chinese ? "；" : "; ") : separator[language]))
      }
      pieces += clause[language]
    }
    return pieces
  }
}
