import BanbaoSource

/// Text as it is searched: simplified, without what nobody sees.
struct SpeltText {
  /// UTF-16 codes; what is beyond them, and broken bytes, as U+FFFF.
  var codes: [UInt16] = []
  /// Where each begins and ends in the bytes.
  var offsets: [UInt32] = []
  var ends: [UInt32] = []
}

/// Text for the search for persons.
///
/// A blank or a dot behind a surname is left out: 张 三 and 李·明 are names as much as 张三.
func spelt(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> SpeltText {
  var text = SpeltText()
  text.codes.reserveCapacity(range.count / 2)
  text.offsets.reserveCapacity(range.count / 2)
  text.ends.reserveCapacity(range.count / 2)
  let lexicon = Lexicon.chinese
  let simplified = simplifiedHan
  var index = range.lowerBound
  while index < range.upperBound {
    let (scalar, length) = decodedScalar(bytes, index, range.upperBound)
    let code: UInt16
    if (0x4E00...0x9FFF).contains(scalar) {
      code = simplified[Int(scalar - 0x4E00)]
    } else {
      switch NameFold.of(scalar) {
      case .kept(let kept), .joiner(let kept): code = UInt16(exactly: kept) ?? 0xFFFF
      case .nothing:
        index += length
        continue
      case .gap: code = scalar == 0x20 || scalar == 0x3000 || scalar == 0xA0 ? 0x20 : UInt16(exactly: scalar) ?? 0x20
      case .lineEnd, .end: code = 0x0A
      }
    }
    // The gap between a surname and a given name.
    let count = text.codes.count
    if isHan(code), count >= 2, isGap(text.codes[count - 1]), lexicon.character(text.codes[count - 2]).surname != 0,
      count == 2 || !isHan(text.codes[count - 3]) || text.codes[count - 1] == 0x20
    {
      text.codes.removeLast()
      text.offsets.removeLast()
      text.ends.removeLast()
    }
    text.codes.append(code)
    text.offsets.append(UInt32(index))
    text.ends.append(UInt32(index + length))
    index += length
  }
  return text
}

private func isGap(_ code: UInt16) -> Bool { code == 0x20 || code == 0xB7 }
