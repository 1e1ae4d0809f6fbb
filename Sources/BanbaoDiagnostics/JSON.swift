/// A JSON value (RFC 8259). Written as a literal, an object keeps the order of its keys, so that equal values give
/// equal texts.
package enum JSON: Sendable {
  case null
  case flag(Bool)
  case number(Int)
  case string(String)
  case array([JSON])
  /// Keys in the order of the text; who makes it sees to it that none stands twice.
  case object([(key: String, value: JSON)])

  /// The value as text, indented by two blanks, without a line feed at its end.
  package var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes, depth: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(to bytes: inout [UInt8], depth: Int) {
    switch self {
    case .null: bytes += "null".utf8
    case .flag(let flag): bytes += (flag ? "true" : "false").utf8
    case .number(let number): bytes += String(number).utf8
    case .string(let string): Self.append(string, to: &bytes)
    case .array(let values):
      Self.append(values, between: ("[", "]"), to: &bytes, depth: depth) { value, bytes in
        value.append(to: &bytes, depth: depth + 1)
      }
    case .object(let members):
      Self.append(members, between: ("{", "}"), to: &bytes, depth: depth) { member, bytes in
        Self.append(member.key, to: &bytes)
        bytes += ": ".utf8
        member.value.append(to: &bytes, depth: depth + 1)
      }
    }
  }

  private static func append<Item>(
    _ items: [Item], between brackets: (String, String), to bytes: inout [UInt8], depth: Int,
    each: (Item, inout [UInt8]) -> Void
  ) {
    bytes += brackets.0.utf8
    for (position, item) in items.enumerated() {
      bytes += (position == 0 ? "\n" : ",\n").utf8
      bytes += repeatElement(0x20, count: 2 * (depth + 1))
      each(item, &bytes)
    }
    if !items.isEmpty {
      bytes.append(0x0A)
      bytes += repeatElement(0x20, count: 2 * depth)
    }
    bytes += brackets.1.utf8
  }

  /// Beside what JSON asks for, everything is escaped that `printable` would not show: the text may go to a terminal. A
  /// byte order mark is too: readers leave one out where they decode a text in pieces.
  private static func append(_ string: String, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": bytes += #"\""#.utf8
      case "\\": bytes += #"\\"#.utf8
      case "\n": bytes += #"\n"#.utf8
      case "\r": bytes += #"\r"#.utf8
      case "\t": bytes += #"\t"#.utf8
      case _ where printable(scalar) != scalar || scalar == "\u{FEFF}":
        bytes += #"\u"#.utf8
        for shift in [12, 8, 4, 0] { bytes.append(hexDigit(UInt8(truncatingIfNeeded: scalar.value >> shift) & 0xF)) }
      default: bytes += scalar.utf8
      }
    }
    bytes.append(0x22)
  }
}

/// The upper-case hexadecimal digit of a value below 16, as ASCII.
func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? 0x30 + value : 0x37 + (value & 0xF)
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .number(value) }
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { (key: $0.0, value: $0.1) })
  }
}
