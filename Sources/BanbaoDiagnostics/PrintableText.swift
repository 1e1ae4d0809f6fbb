/// A text as it may go to a terminal: control characters become their pictures (`␛`), so that no content can move the
/// cursor or colour the screen, and characters that turn the direction of writing become `�`, so that none can show a
/// line other than it is.
///
/// - Parameter keeping: control characters that stay, such as a line feed.
package func printable(_ text: String, keeping: Set<Unicode.Scalar> = []) -> String {
  if text.unicodeScalars.allSatisfy({ printable($0) == $0 || keeping.contains($0) }) { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    result.append(keeping.contains(scalar) ? scalar : printable(scalar))
  }
  return String(result)
}

/// One scalar in its printable form, which is one scalar too.
func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
  case 0x7F: "\u{2421}"
  case 0x80...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
  default: scalar
  }
}
