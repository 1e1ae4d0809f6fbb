package import BanbaoDiagnostics

/// Why a text is not the value it should be: a sentence, and how to write it right.
package struct Misread: Error, Equatable {
  package var rule: Rule
  package var message: Wording
  package var help: Wording?
  /// What to write instead, where nobody has to decide about it; never an amount.
  package var remedy: String?

  package init(rule: Rule, message: Wording, help: Wording? = nil, remedy: String? = nil) {
    self.rule = rule
    self.message = message
    self.help = help
    self.remedy = remedy
  }
}

/// Full-width digits, letters and signs (U+FF01 to U+FF5E) and spaces of every width as their ASCII fellows; dashes,
/// hyphens and minus signs of every kind as hyphens.
package func foldedFullWidth(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 >= 0xE2 || $0 == 0xC2 }) else { return text }
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0xFF01...0xFF5E: out.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: out.append(" ")
    case 0x2010...0x2015, 0x207B, 0x2212, 0xFE58, 0xFE63: out.append("-")
    default: out.append(scalar)
    }
  }
  return String(out)
}

extension Unicode.Scalar {
  /// The value of an ASCII digit.
  package var decimalDigit: Int? {
    (48...57).contains(value) ? Int(value) - 48 : nil
  }
}

/// Without spaces at either end, also full-width and invisible ones, and line ends.
package func trimmed(_ text: some StringProtocol) -> String {
  let scalars = text.unicodeScalars
  let isSpace = { (scalar: Unicode.Scalar) in scalar == "\n" || FieldLine.isBlank(scalar) }
  guard let first = scalars.firstIndex(where: { !isSpace($0) }),
    let last = scalars.lastIndex(where: { !isSpace($0) })
  else { return "" }
  return String(text[first...last])
}
