/// How many columns a text takes in a terminal: 2 for a wide scalar, 0 for one that joins what stands before it, else 1.
///
/// Emoji sequences count once: what follows a zero-width joiner and skin tones take nothing, and U+FE0F widens a
/// narrow emoji. Tabs and other control characters count 1; the caller replaces them before.
package func displayWidth(of text: some StringProtocol) -> Int {
  var total = 0
  var previous: Unicode.Scalar?
  for scalar in text.unicodeScalars {
    total += displayWidth(of: scalar, after: previous)
    previous = scalar
  }
  return total
}

/// How many columns a scalar adds to a line in which `previous` stands before it.
func displayWidth(of scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Int {
  let value = scalar.value
  if value < 0x300 { return 1 }
  if value >= 0x4E00 && value <= 0x9FFF { return 2 }
  if previous == zeroWidthJoiner && isWide(scalar) { return 0 }
  if value == 0xFE0F { return previous.map(isNarrowEmoji) == true ? 1 : 0 }
  if 0x1F3FB...0x1F3FF ~= value, let previous, previous.properties.isEmojiModifierBase { return 0 }
  if isZeroWidth(scalar) { return 0 }
  return isWide(scalar) ? 2 : 1
}

private let zeroWidthJoiner: Unicode.Scalar = "\u{200D}"

private func isNarrowEmoji(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value > 0x7F && scalar.properties.isEmoji && !isWide(scalar)
}

/// Combining marks, format characters, and the vowels and finals that complete a Hangul syllable.
private func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
  if 0x1160...0x11FF ~= scalar.value || 0xD7B0...0xD7FF ~= scalar.value { return true }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return true
  default: return false
  }
}
