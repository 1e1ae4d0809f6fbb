/// How much a fault weighs: an error stops publishing, a warning does so under `--strict`, a note never does.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  case error, warning, note

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

/// A rule that content can break. It is declared beside the code that checks it, and explained by
/// `banbao explain CODE`.
package struct Rule: Sendable, Hashable {
  /// Kebab words, permanent: other programs match on it.
  package var code: String
  package var severity: Severity
  /// Whether time alone breaks it, without anybody having changed anything: an answer that is late, a term that ends. Such
  /// a warning does not fail under `--strict`, which is about changes.
  package var followsCalendar: Bool
  /// What the rule demands and why, in whole sentences.
  package var explanation: Wording
  /// The shortest content that breaks the rule. `PATH:` above lines says to which file they belong; without it they are
  /// part of the one that the rule is about. `MistakeTests` compile it.
  package var wrong: String
  /// The content of `wrong`, put right.
  package var right: String

  package init(
    _ code: String, _ severity: Severity, followsCalendar: Bool = false, _ explanation: Wording, wrong: String,
    right: String
  ) {
    self.code = code
    self.severity = severity
    self.followsCalendar = followsCalendar
    self.explanation = explanation
    self.wrong = wrong
    self.right = right
  }

  /// A breach of this rule at a place.
  ///
  /// - Parameters:
  ///   - message: one sentence, most specific thing first, without a full stop.
  ///   - help: how to write it right.
  ///   - related: other places that the fault involves, with what stands there.
  ///   - fix: what `help` says, where following it needs no judgement.
  package func at(
    _ place: Place, _ message: Wording, help: Wording? = nil, related: [Related] = [],
    fix: Replacement? = nil
  ) -> Diagnostic {
    Diagnostic(
      code: code, severity: severity, followsCalendar: followsCalendar, place: place, message: message, help: help,
      related: related, fix: fix)
  }
}

/// Another place that a fault involves, such as the first of two equal keys.
package struct Related: Hashable, Sendable {
  package var place: Place
  package var message: Wording
  /// Whether its line may be printed: a list of private names is never quoted.
  package var isQuoted: Bool

  package init(_ place: Place, _ message: Wording, isQuoted: Bool = true) {
    self.place = place
    self.message = message
    self.isQuoted = isQuoted
  }
}

/// What is wrong, where, and how to write it right. A plain value: making one never prints anything.
package struct Diagnostic: Hashable, Sendable {
  package var code: String
  package var severity: Severity
  /// As the rule says.
  package var followsCalendar: Bool
  package var place: Place
  package var message: Wording
  package var help: Wording?
  package var related: [Related]
  /// What `help` says, for a program to carry out; nil where an author has to decide.
  package var fix: Replacement?

  package init(
    code: String, severity: Severity, followsCalendar: Bool = false, place: Place, message: Wording,
    help: Wording? = nil, related: [Related] = [], fix: Replacement? = nil
  ) {
    self.code = code
    self.severity = severity
    self.followsCalendar = followsCalendar
    self.place = place
    self.message = message
    self.help = help
    self.related = related
    self.fix = fix
  }
}

extension [Diagnostic] {
  /// Sorted by place, then weight, then code, each fault once: the order in which everything is printed.
  package func inOrder() -> [Diagnostic] {
    let ordered = sorted { a, b in
      if a.place.start != b.place.start { return a.place < b.place }
      if a.severity != b.severity { return a.severity < b.severity }
      if a.code != b.code { return a.code < b.code }
      if a.message != b.message {
        return (a.message.en, a.message.zh) < (b.message.en, b.message.zh)
      }
      if a.place.length != b.place.length { return a.place.length < b.place.length }
      return (a.help?.en ?? "", a.help?.zh ?? "") < (b.help?.en ?? "", b.help?.zh ?? "")
    }
    // Equal ones have one place, where mostly nothing else stands: hashing all their texts would cost more than sorting.
    var kept: [Diagnostic] = []
    kept.reserveCapacity(count)
    var here: Set<Diagnostic> = []
    for (index, fault) in ordered.enumerated() {
      let follows = index > 0 && ordered[index - 1].place.start == fault.place.start
      let isFollowed = index + 1 < ordered.count && ordered[index + 1].place.start == fault.place.start
      if !follows { here.removeAll(keepingCapacity: true) }
      if !follows && !isFollowed || here.insert(fault).inserted { kept.append(fault) }
    }
    return kept
  }

  package var containErrors: Bool { contains { $0.severity == .error } }

  /// Whether any of them fails where warnings fail too.
  package var failStrictly: Bool {
    contains { $0.severity == .error || ($0.severity == .warning && !$0.followsCalendar) }
  }
}
