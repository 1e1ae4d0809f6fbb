import BanbaoDiagnostics
package import BanbaoSource

/// The file that `banbao new` begins a record with.
///
/// It builds without a diagnostic. Made from the functions that read the keys, so a new kind has one by itself.
package struct StartingFile: Sendable {
  /// The folder under `content/` that it belongs into.
  package let folder: String
  package let text: String

  /// - Parameters:
  ///   - title: one line. A year in it is the record's year, where the kind has one.
  ///   - sort: a word of `reference.sorts`; nil for none in particular.
  ///   - keys: the language of the keys and of their notes.
  package init(_ reference: KindReference, title: String, sort: String?, today: Day, keys: KeyLanguage) {
    let fields = reference.common + reference.own
    // A notice that is called nothing else is a 通知.
    let sort = sort ?? reference.sorts.first { $0 == reference.name.zh }
    var known = ["title": quoted(title), "date": today.iso, "publicity.from": today.iso, "publicity.working_days": "5"]
    known[reference.kind.sortKey] = sort
    var year = today.parts.year
    if let field = reference.own.first(where: \.isOfPeriod), let period = Period(foundIn: title) {
      if case .year = field.shape.main {
        known[field.name] = padded(period.year, 4)
      } else {
        known[field.name] = period.code
      }
      year = period.year
    }
    let wanted = sort.map { reference.kind.wantedKeys(of: $0) } ?? []
    folder = reference.kind.isFiledByYear ? "\(reference.folder)/\(padded(year, 4))" : reference.folder
    text =
      (["---"] + StartingFields(keys: keys, wanted: wanted, known: known).lines(fields)
      + ["---", "", Placeholder.bodyText, ""]).joined(separator: "\n")
  }
}

extension Field {
  /// Whether it says of which year or part of a year a record is.
  fileprivate var isOfPeriod: Bool {
    switch shape.main {
    case .year, .period: isRequired
    default: false
    }
  }
}

/// A title in single quotes, which YAML takes as it is.
private func quoted(_ title: String) -> String {
  var text = ""
  for character in title { text += character == "'" ? "''" : character.isNewline ? " " : String(character) }
  return "'\(text)'"
}
