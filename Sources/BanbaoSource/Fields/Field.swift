package import BanbaoDiagnostics

/// One key that a record may have, as the reference page and `banbao new` show it.
package struct Field: Sendable {
  /// What an author may write under a key.
  package indirect enum Shape: Sendable {
    case text, flag, count, day, daySpan, month, year, period, money, reference, file
    /// A day, a run of days, or months: `2026-07/2026-08`.
    case timing
    /// The word for what nobody knows yet.
    case pending
    /// A count or an amount known roughly: 近300, 300余, 约300.
    case rough
    case choice([String])
    case list(Shape)
    case record([Field])
    /// One of several; the first is what tables of keys and starting files show.
    case either([Shape])

    /// What tables of keys and starting files show of it.
    package var main: Shape {
      switch self {
      case .either(let shapes): shapes.first?.main ?? .text
      case .list(let item): .list(item.main)
      default: self
      }
    }

    /// Whether 待补 may stand for what nobody knows yet.
    var allowsPending: Bool {
      switch self {
      case .pending: true
      case .either(let shapes): shapes.contains(where: \.allowsPending)
      default: false
      }
    }
  }

  package var name: String
  package var alias: String
  /// What authors call it who do not know its name.
  var synonyms: [String]
  /// What they call the last day of a span.
  var ends: [String]
  package var shape: Shape
  package var isRequired: Bool
  /// What to write, for an author.
  package var note: Wording

  init(_ key: KeyName, _ shape: Shape) {
    name = key.name
    alias = key.alias
    synonyms = key.synonyms
    ends = key.ends
    self.shape = shape
    isRequired = key.isRequired
    note = key.note
  }
}

/// A value and where it stands in its file.
package struct Located<Value: Sendable>: Sendable {
  package var value: Value
  package var mark: Mark

  package init(_ value: Value, _ mark: Mark) {
    self.value = value
    self.mark = mark
  }
}

extension Located: Equatable where Value: Equatable {}

/// A closed set of words, such as the kinds of a notice. The raw value is the word that authors write.
package protocol Choice: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// What the word is in English, for the site's second language.
  var english: String { get }
  /// Another word that is read as this one; nil for none.
  var alias: String? { get }
}

extension Choice {
  package var alias: String? { nil }

  /// Every word that an author may write.
  static var words: [String] { allCases.flatMap { [$0.rawValue] + ($0.alias.map { [$0] } ?? []) } }

  /// The word in both languages.
  package var wording: Wording { Wording(rawValue, en: english) }
}
