/// A number of a workbook as its program shows it: a decimal, never through binary.
///
/// Programs store the shortest decimal of a binary number, which may be 12.300000000000001 for 12.3, and show 15
/// significant digits at most. So the stored text is rounded to 15 digits, half away from zero, and to six decimals, since what
/// is behind them in a book of account comes of computing in binary. Nil for what is no number, or is beyond 10^18.
package func shownNumber(_ stored: ArraySlice<UInt8>) -> [UInt8]? {
  if isShownAsStored(stored) { return Array(stored) }
  guard var number = DecimalDigits(stored) else { return nil }
  number.round(toDigits: 15)
  number.round(toDecimals: 6)
  return number.text
}

/// Nearly every number of a book: up to fifteen digits, one or two of them behind the point.
private func isShownAsStored(_ stored: ArraySlice<UInt8>) -> Bool {
  guard stored.count <= 16, let first = stored.first, (49...57).contains(first) else { return false }
  var decimals = -1
  for byte in stored {
    if (48...57).contains(byte) {
      if decimals >= 0 { decimals += 1 }
    } else {
      guard byte == UInt8(ascii: "."), decimals < 0 else { return false }
      decimals = 0
    }
  }
  return decimals < 0 ? stored.count <= 15 : (1...2).contains(decimals) && stored.last != 48
}

/// The digits of a decimal: 0.DIGITS × 10^`point`.
private struct DecimalDigits {
  private var isNegative = false
  /// Each from 0 to 9, the first not 0; none for zero.
  private var digits: [UInt8] = []
  private var point = 0

  init?(_ stored: ArraySlice<UInt8>) {
    var (hasDigit, hasPoint) = (false, false)
    var bytes = stored
    while bytes.first == 0x20 || bytes.first == 0x0A || bytes.first == 0x0D || bytes.first == 0x09 {
      bytes.removeFirst()
    }
    while bytes.last == 0x20 || bytes.last == 0x0A || bytes.last == 0x0D || bytes.last == 0x09 { bytes.removeLast() }
    if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") {
      isNegative = bytes.removeFirst() == UInt8(ascii: "-")
    }
    while let byte = bytes.first {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if (48...57).contains(byte) {
        hasDigit = true
        if digits.isEmpty, byte == 48 {
          if hasPoint { point -= 1 }
        } else {
          // Digits behind the fortieth change nothing.
          if digits.count < 40 { digits.append(byte - 48) }
          if !hasPoint { point += 1 }
        }
      } else {
        break
      }
      bytes.removeFirst()
    }
    guard hasDigit else { return nil }
    if let byte = bytes.first {
      guard byte | 0x20 == UInt8(ascii: "e"),
        let exponent = Int(String(decoding: bytes.dropFirst(), as: UTF8.self)), exponent.magnitude < 1000
      else { return nil }
      point += exponent
    }
    trim()
    if point > 18 { return nil }
  }

  mutating func round(toDecimals count: Int) { round(toDigits: point + count) }

  mutating func round(toDigits count: Int) {
    guard count < digits.count else { return }
    let isUp = count >= 0 && digits[count] >= 5
    digits.removeLast(digits.count - max(0, count))
    if isUp {
      while digits.last == 9 { digits.removeLast() }
      if digits.isEmpty {
        digits = [1]
        point += 1
      } else {
        digits[digits.count - 1] += 1
      }
    }
    trim()
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { (point, isNegative) = (0, false) }
  }

  /// `-0.05`, `1200`.
  var text: [UInt8] {
    var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    if point <= 0 { text.append(48) }
    for index in 0..<max(0, point) { text.append(48 + (digits.indices.contains(index) ? digits[index] : 0)) }
    guard digits.count > point else { return text }
    text.append(UInt8(ascii: "."))
    for _ in 0..<max(0, -point) { text.append(48) }
    text += digits.dropFirst(max(0, point)).map { 48 + $0 }
    return text
  }
}
