/// The scalar that begins at `index`, and how many bytes it takes. The text is valid UTF-8.
func scalar(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (value: UInt32, length: Int) {
  guard index < text.count else { return (0, 1) }
  let first = UInt32(text[index])
  if first < 0x80 { return (first, 1) }
  let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  guard index + length <= text.count else { return (0xFFFD, text.count - index) }
  var value = first & (0x7F >> UInt32(length))
  for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
  return (value, length)
}

/// The scalar that ends before `index`, and how many bytes it takes; nil at the beginning.
func scalar(_ text: UnsafeBufferPointer<UInt8>, before index: Int) -> (value: UInt32, length: Int)? {
  guard index > 0 else { return nil }
  var start = index - 1
  while start > 0, text[start] & 0xC0 == 0x80, index - start < 4 { start -= 1 }
  return (scalar(text, at: start).value, index - start)
}

/// Han, Kana, full-width forms and everything else of East Asian width W, F or H (UAX #11), but no emoji and no
/// Hangul. Between two of these a line break is no space.
func isWide(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0..<0x2329: scalar == 0x20A9
  case 0x3041...0x4DBF, 0x4E00...0xA4CF:
    !(0x3131...0x318E).contains(scalar) && !(0x3200...0x321E).contains(scalar)
      && !(0x3260...0x327E).contains(scalar)
  case 0x2329...0x232A, 0x2E80...0x303E, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
    0xFF01...0xFF9F,
    0xFFE0...0xFFE6, 0xFFE8...0xFFEE:
    true
  case 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F210...0x1F219, 0x1F21B...0x1F22E,
    0x1F230...0x1F231,
    0x1F237, 0x1F23B, 0x1F240...0x1F248, 0x20000...0x3FFFD:
    true
  default: false
  }
}

func isHangul(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x1100...0x11FF, 0x3131...0x318E, 0x3200...0x321E, 0x3260...0x327E, 0xA960...0xA97C,
    0xAC00...0xD7FB,
    0xFFA0...0xFFDC:
    true
  default: false
  }
}

/// Punctuation that Chinese shares with other scripts: quotation marks, dash, ellipsis, middle dot.
func isSharedPunctuation(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x00B7, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026: true
  default: false
  }
}

/// A letter of Han, Kana or Hangul: wide, and no punctuation.
func isEastAsianLetter(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3041...0x3096, 0x30A1...0x30FA, 0xAC00...0xD7A3,
    0x20000...0x3FFFD:
    true
  default: false
  }
}

/// White space as CommonMark sees it beside a delimiter run.
func isMarkdownSpace(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
  default: false
  }
}

func isVariationSelector(_ scalar: UInt32) -> Bool {
  (0xFE00...0xFE0F).contains(scalar) || (0xE0100...0xE01EF).contains(scalar)
}

func isASCIIPunctuation(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
  default: false
  }
}

func isASCIIAlphanumeric(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  default: false
  }
}

/// Chinese punctuation and the ideographic space: never a part of an address that someone wrote without brackets.
func isEastAsianPunctuation(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x3000...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A,
    0xFF1B, 0xFF1F,
    0x2018, 0x2019, 0x201C, 0x201D, 0x2014, 0x2026:
    true
  default: false
  }
}

/// How many bytes the scalar at `index` takes, and whether it is a letter, a digit, a Han character or a symbol: what
/// says something by itself, and is neither white space nor a stop nor a mark of Markdown.
@inline(__always)
func wordScalar(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (isWord: Bool, length: Int) {
  let byte = text[index]
  if byte < 0x80 { return (isASCIIAlphanumeric(byte), 1) }
  // Han and Hangul, most of what is not ASCII.
  if (0xE4...0xED).contains(byte) { return (true, min(3, text.count - index)) }
  let (value, length) = scalar(text, at: index)
  return (!isStop(value), length)
}

/// White space, punctuation, variation selectors, controls and private-use characters beyond ASCII.
private func isStop(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0xAA, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA, 0xBC...0xBE: false
  case 0x80...0xBF, 0x2000...0x206F, 0x3000...0x3004, 0x3008...0x3020, 0x3030, 0x303D, 0xE000...0xF8FF,
    0xFE00...0xFE6F, 0xFEFF, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFE0...0xFFFF,
    0xE0000...0x10FFFF:
    true
  default: false
  }
}

/// Where a byte stands next in a text.
func offset(of byte: UInt8, in text: UnsafeBufferPointer<UInt8>, from start: Int, before limit: Int) -> Int? {
  var index = start
  while index < limit {
    if text[index] == byte { return index }
    index += 1
  }
  return nil
}

/// Whether an odd number of backslashes stands before `index`.
func isEscaped(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
  var start = index
  while start > 0, text[start - 1] == UInt8(ascii: "\\") { start -= 1 }
  return (index - start) % 2 == 1
}
