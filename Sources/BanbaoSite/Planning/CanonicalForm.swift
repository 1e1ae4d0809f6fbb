// For `_nfc`: the standard library has no public normalization, and Foundation is imported nowhere.
@_spi(_Unicode) import Swift

/// A text in Unicode normalization form C, the form of every path that is published.
package func nfc(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
  var scalars = String.UnicodeScalarView()
  for scalar in text._nfc { scalars.append(scalar) }
  return String(scalars)
}
