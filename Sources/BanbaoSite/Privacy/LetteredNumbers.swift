import BanbaoSource

/// Numbers of persons that letters or words tell of, in UTF-8 text: what stands right behind 身份证, 护照 or 通行证, identity
/// numbers of Hong Kong and Taiwan by their check digits, e-mail addresses, number plates.
struct LetteredNumbers {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var found: [PersonalNumber] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x40: index = email(around: index)
      case 0x41...0x5A: index = lettered(from: index)
      // The last characters of 身份证 and 护照.
      case 0xE8 where stands([0xE8, 0xAF, 0x81], index), 0xE7 where stands([0xE7, 0x85, 0xA7], index):
        index = document(behind: index + 3)
      default: index += 1
      }
    }
  }

  private func stands(_ word: [UInt8], _ index: Int) -> Bool {
    index >= 0 && index + word.count <= bytes.count && zip(word, bytes[index...]).allSatisfy { $0 == $1 }
  }

  private func isDigit(_ index: Int) -> Bool { index >= 0 && index < bytes.count && bytes[index] &- 0x30 < 10 }
  private func isLetter(_ index: Int) -> Bool {
    index >= 0 && index < bytes.count && (bytes[index] | 0x20) &- 0x61 < 26
  }
  private func isWord(_ index: Int) -> Bool { isDigit(index) || isLetter(index) }

  private mutating func add(_ kind: PersonalNumber.Kind, _ range: Range<Int>) {
    found.append(
      PersonalNumber(
        kind: kind, range: range, digits: bytes[range].filter { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 }))
  }

  // MARK: Behind a word

  private static let words = ["身份证", "护照", "通行证", "回乡证", "台胞证", "居住证", "居留证", "军官证"].map { Array($0.utf8) }
  private static let fillers = ["号码", "号", "编号", "为", "是", "：", "（", "　"].map { Array($0.utf8) }

  /// What stands right behind the word that ends at an index: eight digits at least, six behind a letter.
  private mutating func document(behind end: Int) -> Int {
    guard Self.words.contains(where: { stands($0, end - $0.count) }) else { return end }
    var start = end
    while start < bytes.count {
      if let filler = Self.fillers.first(where: { stands($0, start) }) {
        start += filler.count
      } else if [0x20, 0x3A, 0x28, 0x2C].contains(bytes[start]) {
        start += 1
      } else {
        break
      }
      // A word further on says something else.
      if start - end > 40 { return end }
    }
    var (stop, digits) = (start, 0)
    var index = start
    while index < bytes.count, index - start < 40 {
      if isWord(index) {
        digits += isDigit(index) ? 1 : 0
        index += 1
        stop = index
      } else if bytes[index] == 0x20 || bytes[index] == 0x2D {
        index += 1
      } else {
        break
      }
    }
    guard digits >= (isLetter(start) ? 6 : 8) else { return end }
    add(.document, start..<stop)
    return stop
  }

  // MARK: By their form

  /// An identity number of Taiwan or Hong Kong, or a number plate, that begins with a capital.
  private mutating func lettered(from start: Int) -> Int {
    var end = start
    while isWord(end) { end += 1 }
    if isWord(start - 1) { return end }
    if isTaiwanese(start..<end) { add(.document, start..<end) }
    if let close = hongKong(start..<end) {
      add(.document, start..<close)
      return close
    }
    if let plate = plate(from: start) {
      add(.plate, plate)
      return plate.upperBound
    }
    return end
  }

  /// A letter, 1 or 2, and eight digits, the last of which checks the others.
  private func isTaiwanese(_ range: Range<Int>) -> Bool {
    guard range.count == 10, (range.lowerBound + 1..<range.upperBound).allSatisfy(isDigit),
      [0x31, 0x32].contains(bytes[range.lowerBound + 1])
    else { return false }
    let codes = [
      10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33,
    ]
    let code = codes[Int(bytes[range.lowerBound] - 0x41)]
    let digits = [code / 10, code % 10] + range.dropFirst().map { Int(bytes[$0]) - 48 }
    return zip(digits, [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]).reduce(0) { $0 + $1.0 * $1.1 } % 10 == 0
  }

  /// Where `A123456(3)` ends: one letter or two, six digits, and one in brackets that checks them.
  private func hongKong(_ range: Range<Int>) -> Int? {
    let letters = isLetter(range.lowerBound + 1) ? 2 : 1
    guard range.count == letters + 6, (range.lowerBound + letters..<range.upperBound).allSatisfy(isDigit) else {
      return nil
    }
    let wide = stands([0xEF, 0xBC, 0x88], range.upperBound)
    guard wide || stands([0x28], range.upperBound) else { return nil }
    let check = range.upperBound + (wide ? 3 : 1)
    guard check < bytes.count, isDigit(check) || bytes[check] == 0x41,
      stands(wide ? [0xEF, 0xBC, 0x89] : [0x29], check + 1)
    else { return nil }
    let values = (letters == 1 ? [36] : []) + range.map { Int(bytes[$0]) - (isDigit($0) ? 48 : 55) }
    let sum = zip(values, [9, 8, 7, 6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
    let last = bytes[check] == 0x41 ? 10 : Int(bytes[check]) - 48
    return (sum + last) % 11 == 0 ? check + (wide ? 4 : 2) : nil
  }

  private static let provinces = Set(
    "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼".unicodeScalars.map { Array(String($0).utf8) })

  /// 云A·12345: a province, a letter, and five or six characters of which three are digits.
  private func plate(from letter: Int) -> Range<Int>? {
    guard letter >= 3, Self.provinces.contains(Array(bytes[(letter - 3)..<letter])) else { return nil }
    var start = letter + 1
    for dot in [[0xC2, 0xB7], [0x20], [0x2D], [0xE2, 0x80, 0xA2]] as [[UInt8]] where stands(dot, start) {
      start += dot.count
      break
    }
    var end = start
    while isWord(end), end - start <= 6 { end += 1 }
    guard (5...6).contains(end - start), (start..<end).count(where: isDigit) >= 3 else { return nil }
    return letter - 3..<end
  }

  /// The address around an `@`; where the search goes on.
  private mutating func email(around at: Int) -> Int {
    var start = at
    while start > 0, at - start < 64, isWord(start - 1) || [0x2E, 0x5F, 0x2D, 0x2B].contains(bytes[start - 1]) {
      start -= 1
    }
    var (end, lastDot) = (at + 1, 0)
    while end < bytes.count, end - at < 255, isWord(end) || bytes[end] == 0x2D || bytes[end] == 0x2E {
      if bytes[end] == 0x2E { lastDot = end }
      end += 1
    }
    while end > at + 1, bytes[end - 1] == 0x2E { end -= 1 }
    guard start < at, lastDot > at + 1, lastDot + 2 < end, isLetter(lastDot + 1), !isContact(before: start) else {
      return at + 1
    }
    add(.email, start..<end)
    return end
  }

  private static let contacts = ["contact", "联系方式", "异议受理"].map { Array($0.utf8) }

  /// Whether the line says before that it is whom readers turn to.
  private func isContact(before end: Int) -> Bool {
    var start = end
    while start > 0, end - start < 200, bytes[start - 1] != 0x0A { start -= 1 }
    return Self.contacts.contains { word in (start..<end).contains { stands(word, $0) } }
  }
}
