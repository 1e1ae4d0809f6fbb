/// An encoding other than UTF-8 in which files come.
enum ForeignEncoding {
  /// GB 18030-2005, as the C library of Linux reads it: the characters of GBK in two bytes, all others in four.
  case gb18030
  /// Big5, as it was before the characters of Hong Kong were added.
  case big5
  case utf16BigEndian
  case utf16LittleEndian
}

/// Whether bytes are well-formed UTF-8.
func isValidUTF8(_ bytes: [UInt8]) -> Bool { firstInvalidUTF8(bytes) == nil }

/// Where the first bytes stand that are no UTF-8; nil where all are.
func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
  do {
    _ = try UTF8Span(validating: bytes.span)
    return nil
  } catch {
    return error.byteOffsets.lowerBound
  }
}

/// Text in another encoding as UTF-8, as far as it is well-formed.
func converted(_ bytes: [UInt8], from encoding: ForeignEncoding) -> (bytes: [UInt8], isWhole: Bool) {
  var text = UTF8Writer(expecting: bytes.count)
  let end =
    switch encoding {
    case .gb18030: readPairs(bytes, GB18030.pairs, singles: 0x7F, four: GB18030.scalar, into: &text)
    // iconv takes 0x80 for U+0080.
    case .big5: readPairs(bytes, Big5.pairs, singles: 0x80, four: nil, into: &text)
    case .utf16BigEndian: readUTF16(bytes, isLittle: false, into: &text)
    case .utf16LittleEndian: readUTF16(bytes, isLittle: true, into: &text)
    }
  return (text.bytes, end == bytes.count)
}

/// A text in GB18030; nil where it holds a scalar that has no code there.
func gb18030(_ text: some StringProtocol) -> [UInt8]? {
  var bytes: [UInt8] = []
  for scalar in text.unicodeScalars {
    if scalar.isASCII {
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    } else if let code = GB18030.code(of: scalar.value) {
      bytes += code
    } else {
      return nil
    }
  }
  return bytes
}

/// UTF-8 that is written scalar by scalar.
private struct UTF8Writer {
  var bytes: [UInt8] = []

  /// - Parameter count: of bytes in the other encoding; two of them become three at most.
  init(expecting count: Int) { bytes.reserveCapacity(count + count / 2) }

  mutating func write(_ value: UInt32) {
    func rest(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: value >> shift & 0x3F) }
    if value < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value))
      return
    }
    if value < 0x800 {
      bytes.append(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
    } else {
      if value < 0x1_0000 {
        bytes.append(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
      } else {
        bytes.append(0xF0 | UInt8(truncatingIfNeeded: value >> 18))
        bytes.append(rest(12))
      }
      bytes.append(rest(6))
    }
    bytes.append(rest(0))
  }
}

/// Reads one byte, two bytes of a table, or four bytes, until the end or the first that is none of these; its offset.
///
/// - Parameter singles: the last byte that stands for the scalar of its own number.
private func readPairs(
  _ bytes: [UInt8], _ pairs: PairTable, singles: UInt8, four: ((ArraySlice<UInt8>) -> UInt32?)?,
  into text: inout UTF8Writer
) -> Int {
  var index = 0
  while index < bytes.count {
    let first = bytes[index]
    if first <= singles {
      text.write(UInt32(first))
      index += 1
      continue
    }
    guard index + 1 < bytes.count else { return index }
    if let scalar = pairs.scalar(first, bytes[index + 1]) {
      text.write(scalar)
      index += 2
    } else if let four, index + 3 < bytes.count, let scalar = four(bytes[index..<(index + 4)]) {
      text.write(scalar)
      index += 4
    } else {
      return index
    }
  }
  return index
}

/// Reads UTF-16 until the end or the first surrogate that is alone; its offset.
private func readUTF16(_ bytes: [UInt8], isLittle: Bool, into text: inout UTF8Writer) -> Int {
  let (high, low) = isLittle ? (1, 0) : (0, 1)
  func unit(_ index: Int) -> UInt32? {
    index + 1 < bytes.count ? UInt32(bytes[index + high]) << 8 | UInt32(bytes[index + low]) : nil
  }
  var index = 0
  while let first = unit(index) {
    if first & 0xF800 != 0xD800 {
      text.write(first)
      index += 2
    } else if first < 0xDC00, let second = unit(index + 2), second & 0xFC00 == 0xDC00 {
      text.write(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00))
      index += 4
    } else {
      return index
    }
  }
  return index
}
