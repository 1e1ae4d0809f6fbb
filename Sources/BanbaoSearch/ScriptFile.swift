/// A file of the index, which pages load as a classic script, since a page that was opened from a folder may load nothing
/// else.
///
/// UTF-16 with a byte order mark, which goes before what any server says of the encoding: Han takes two bytes instead of
/// three, and a character holds 15 bits.
struct ScriptFile {
  private(set) var units: [UInt16] = []

  private init() {}

  /// - Parameter function: of the script that searches, which is given what follows.
  init(_ function: String) {
    units = [0xFEFF]
    append(script: "banbaoSearch.\(function)(")
  }

  /// The finished file.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(units: units)
    return bytes
  }

  /// Moves what was written so far behind other bytes.
  mutating func drain(into bytes: inout [UInt8]) {
    bytes.append(units: units)
    units.removeAll(keepingCapacity: true)
  }

  mutating func append(_ unit: UInt16) { units.append(unit) }

  /// Text of the script itself.
  mutating func append(script: String) { units.append(contentsOf: script.utf16) }

  /// A text in quotes.
  mutating func append(text: ArraySlice<UInt16>) {
    units.reserveCapacity(units.count + text.count + 64)
    append(0x22)
    text.withUnsafeBufferPointer { text in
      var plain = 0
      for (index, unit) in text.enumerated() where ScriptFile.isSpecial(unit) {
        units.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain..<index]))
        plain = index + 1
        switch unit {
        case 0x22, 0x5C: units += [0x5C, unit]
        case 0x0A: units += [0x5C, 0x6E]
        // It would end a line of the script, or no text has it.
        default: append(0x20)
        }
      }
      units.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain...]))
    }
    append(0x22)
  }

  private static func isSpecial(_ unit: UInt16) -> Bool {
    unit < 0x20 || unit == 0x22 || unit == 0x5C || unit == 0x2028 || unit == 0x2029
  }

  mutating func append(text: String) { append(text: Array(text.utf16)[...]) }

  mutating func finish() { append(script: ");\n") }
}

extension [UInt8] {
  /// UTF-16 with the lower byte first.
  mutating func append(units: [UInt16]) {
    let ordered = UInt16(littleEndian: 1) == 1 ? units : units.map(\.littleEndian)
    ordered.withUnsafeBytes { append(contentsOf: $0) }
  }
}

extension ScriptFile {
  /// A part of a file of texts: what results show of a page, and what they are verified against.
  static func entry(_ page: SearchedPage, _ text: PageText, kind: Int) -> [UInt16] {
    var part = ScriptFile()
    part.append(script: "[")
    part.append(text: page.url)
    part.append(script: ",")
    part.append(text: page.title)
    part.append(script: ",\(kind),")
    part.append(text: page.day)
    for text in [text.title, text.headings, text.body] {
      part.append(script: ",")
      part.append(text: text.last == Folding.lineEnd ? text.dropLast() : text[...])
    }
    part.append(script: "]")
    return part.units
  }
}

/// Bits as text, 15 in a character between U+3400 and U+B3FF, where no sign means anything to a script.
struct BitWriter {
  private(set) var file: ScriptFile
  private var rest: UInt64 = 0
  private var count = 0

  init(_ file: ScriptFile) { self.file = file }

  /// - Parameter length: at most 48.
  mutating func write(_ value: UInt64, length: Int) {
    rest = rest << UInt64(length) | value & (1 << UInt64(length) - 1)
    count += length
    while count >= 15 {
      count -= 15
      file.append(0x3400 + UInt16(truncatingIfNeeded: rest >> UInt64(count) & 0x7FFF))
    }
    rest &= 1 << UInt64(count) - 1
  }

  /// A number from 1 on: as many zeros as it has bits behind its first, then its bits (Elias' gamma code).
  mutating func write(gamma number: UInt64) {
    let length = 64 - number.leadingZeroBitCount
    if length > 24 {
      write(0, length: length - 1)
      write(number, length: length)
    } else {
      write(number, length: 2 * length - 1)
    }
  }

  /// A number from 0 on: how often it holds 2 to the power of `parameter` in ones and a zero, then the rest (Rice's code).
  mutating func write(rice number: UInt64, _ parameter: Int) {
    var quotient = number >> UInt64(parameter)
    while quotient > 24 {
      write(1 << 24 - 1, length: 24)
      quotient -= 24
    }
    if parameter > 22 {
      write(1 << (quotient + 1) - 2, length: Int(quotient) + 1)
      write(number, length: parameter)
    } else {
      let low = number & (1 << UInt64(parameter) - 1)
      write((1 << (quotient + 1) - 2) << UInt64(parameter) | low, length: Int(quotient) + 1 + parameter)
    }
  }

  /// Fills up the last character.
  mutating func finished() -> ScriptFile {
    if count > 0 { write(0, length: 15 - count) }
    return file
  }
}
