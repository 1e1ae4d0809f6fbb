/// What a character is that no author means to write.
enum StrayCharacter: Sendable {
  /// Nobody sees it, and nothing is lost without it: it is left out wherever a file is read.
  case empty
  /// Controls, and characters that Unicode keeps out of texts.
  case control
  /// It turns the direction of writing, so that a text shows another than it is.
  case turning
  /// What a program writes for a character or a picture that it lost.
  case lost
  /// It looks like something with one font only, as the bullets of Word do.
  case privateUse

  /// Nil for a character that belongs into texts.
  ///
  /// - Parameter previous: the one before it, on which depends whether a joiner or a selector is of any use.
  init?(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: return nil
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFDD0...0xFDEF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF:
      self = .control
    case 0x202A...0x202E, 0x2066...0x2069: self = .turning
    case 0xFFFC, 0xFFFD: self = .lost
    case 0xE000...0xF8FF: self = .privateUse
    case 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x180E, 0x200B, 0x200E, 0x200F, 0x2060...0x2065, 0x206A...0x206F, 0x2800,
      0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFF8:
      self = .empty
    case 0x180B...0x180F, 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0000...0xE0FFF:
      if let previous, isOfUse(scalar.value, after: previous) { return nil }
      self = .empty
    default:
      if scalar.value & 0xFFFE == 0xFFFE {
        self = .control
      } else if scalar.value >= 0xF0000 {
        self = .privateUse
      } else {
        return nil
      }
    }
  }
}

/// Whether a joiner, a variation selector or a tag changes what stands before it: emoji are put together so, and the
/// letters of scripts that join; Han characters have variants.
private func isOfUse(_ scalar: UInt32, after previous: Unicode.Scalar) -> Bool {
  switch scalar {
  case 0xE0020...0xE007F: return previous.value == 0x1F3F4 || (0xE0020...0xE007E).contains(previous.value)
  case 0xE0100...0xE01EF: return previous.properties.isIdeographic
  case 0xFE0E, 0xFE0F: return previous.properties.isEmoji
  case 0x200C, 0x200D, 0x180B...0x180F:
    let isJoining = (0x0590...0x1CFF).contains(previous.value)
    return isJoining || previous.value == 0xFE0F || (previous.value > 0xFF && previous.properties.isEmoji)
  default: return false
  }
}

/// A stray character, and where in the bytes of a file it stands.
struct StrayPlace {
  var stray: StrayCharacter
  var scalar: Unicode.Scalar
  var range: Range<Int>
}

/// Calls `found` for each stray character of a text, in order, until it says to stop.
///
/// - Parameter bytes: valid UTF-8.
func forEachStray(in bytes: [UInt8], from start: Int, _ found: (StrayPlace) -> Bool) {
  bytes.withUnsafeBufferPointer { bytes in
    var index = start
    /// Behind the last stray character, and what stood before it: of several in a row each follows that.
    var last: (end: Int, before: Unicode.Scalar?) = (start, nil)
    while index < bytes.count {
      let byte = bytes[index]
      guard isSuspect(byte), mayBeStray(bytes, index) else {
        index += 1
        continue
      }
      let (scalar, length) = decodedScalar(bytes, index)
      let previous = index == last.end ? last.before : scalarBefore(bytes, index, start)
      if let stray = StrayCharacter(scalar, after: previous) {
        last = (index + length, previous)
        guard found(StrayPlace(stray: stray, scalar: scalar, range: index..<index + length)) else { return }
      }
      index += length
    }
  }
}

/// Whether a byte may begin a stray character: nearly none of a text does.
@inline(__always)
private func isSuspect(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x20..<0x7F, 0x0A, 0x80..<0xC2: false
  case 0..<0x20, 0x7F, 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xE3, 0xEE...0xF4: true
  default: false
  }
}

/// Looks at the second byte, so that the punctuation of Chinese is passed over.
private func mayBeStray(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
  guard index + 1 < bytes.count else { return true }
  let second = bytes[index + 1]
  switch bytes[index] {
  case 0xC2: return second < 0xA0 || second == 0xAD
  case 0xE1: return second == 0x85 || second == 0xA0
  case 0xE2:
    guard second == 0x80 || second == 0x81 || second == 0xA0, index + 2 < bytes.count else { return false }
    let third = bytes[index + 2]
    return second == 0x80
      ? (0x8B...0x8F).contains(third) || (0xA8...0xAE).contains(third) : second == 0xA0 || third >= 0xA0
  case 0xE3: return second == 0x85
  case 0xEF:
    guard second >= 0xBB, index + 2 < bytes.count else { return true }
    return second == 0xBF ? bytes[index + 2] >= 0xB0 : second == 0xBB ? bytes[index + 2] == 0xBF : second == 0xBE
  default: return true
  }
}

private func decodedScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (Unicode.Scalar, length: Int) {
  let first = UInt32(bytes[index])
  let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  guard index + length <= bytes.count else { return ("\u{FFFD}", bytes.count - index) }
  var value = length == 1 ? first : first & (0xFF >> UInt32(length + 1))
  for offset in 1..<max(1, length) { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
  return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
}

private func scalarBefore(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ start: Int) -> Unicode.Scalar? {
  var lead = index - 1
  while lead > start, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
  return lead >= start ? decodedScalar(bytes, lead).0 : nil
}

extension String {
  /// The text without its stray characters, and these, each once.
  ///
  /// - Parameter tellsOfEmpty: whether those that nobody sees and nothing needs are among them.
  func sifted(tellsOfEmpty: Bool = false) -> (text: String, strays: [Unicode.Scalar]) {
    guard utf8.contains(where: { isSuspect($0) }) else { return (self, []) }
    var text = String.UnicodeScalarView()
    var strays: [Unicode.Scalar] = []
    var previous: Unicode.Scalar?
    for scalar in unicodeScalars {
      guard let stray = StrayCharacter(scalar, after: previous) else {
        previous = scalar
        text.append(scalar)
        continue
      }
      if stray != .empty || tellsOfEmpty, !strays.contains(scalar), strays.count < 10 { strays.append(scalar) }
    }
    return (String(text), strays)
  }
}

/// `U+200B`, as it is looked up.
func codePoint(_ scalar: Unicode.Scalar) -> String {
  let code = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code
}
