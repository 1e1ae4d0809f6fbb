package import BanbaoDiagnostics

extension Replacement {
  /// Writes another text for a value of YAML or a cell of a table, inside its quotes if it has any.
  ///
  /// Nil where it cannot be told how the value is spelt in the file, as with escapes and values of several lines, or
  /// where the new text would mean something else without quotes.
  ///
  /// - Parameters:
  ///   - mark: what the value covers.
  ///   - old: the value as it is read.
  package init?(_ path: String, _ mark: Mark, from old: String, to new: String) {
    let count = old.unicodeScalars.count
    let isQuoted = mark.length == count + 2
    guard count > 0, old != new, mark.length == count || isQuoted, isPlain(new) else { return nil }
    let place = Place(path, line: mark.line, column: mark.column + (isQuoted ? 1 : 0))
    self.init(place, changing: old, into: new)
  }
}

/// Whether a text means itself where it stands without quotes, also in brackets and braces.
private func isPlain(_ text: String) -> Bool {
  guard let first = text.unicodeScalars.first, first.properties.isAlphabetic || first.decimalDigit != nil,
    !text.hasSuffix(" "), !text.hasSuffix(":")
  else { return false }
  let isSign = { (scalar: Unicode.Scalar) in ",[]{}\"'#\\\r\n\t".unicodeScalars.contains(scalar) }
  return !text.contains(": ") && !text.unicodeScalars.contains(where: isSign)
}

extension FieldReader {
  /// Writes another text for a scalar; nil where that cannot be done safely.
  func rewriting(_ node: Node, _ text: String) -> Replacement? {
    guard case .scalar(let old, _) = node.content else { return nil }
    return Replacement(path, node.mark, from: old, to: text)
  }

  /// Writes a list for a text without quotes.
  func listing(_ node: Node, _ parts: [String]) -> Replacement? {
    guard case .scalar(let text, isPlain: true) = node.content, node.mark.length == text.unicodeScalars.count,
      !parts.isEmpty, parts.allSatisfy(isPlain)
    else { return nil }
    return Replacement(place(node.mark), old: text, new: "[\(parts.joined(separator: ", "))]")
  }
}
