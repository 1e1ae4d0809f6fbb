import BanbaoSource

/// Numbers of persons that letters or words tell of, in UTF-8 text, in their order: what stands behind 身份证, 手机, 微信 or
/// 家住, identity numbers of Hong Kong, Macao and Taiwan, e-mail addresses, number plates, telephone numbers in words.
///
/// Nearly every character is passed over by one look at it.
struct LetteredNumbers {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var found: [PersonalNumber] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x40: index = email(around: index, length: 1)
      case 0x28: index = macao(bracket: index, length: 1)
      case 0x41...0x5A, 0x61...0x7A: index = lettered(from: index)
      case 0xE4...0xE9 where index + 2 < bytes.count: index = behind(han(index), end: index + 3)
      case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBC:
        switch bytes[index + 2] {
        case 0x88: index = macao(bracket: index, length: 3)
        case 0xA0: index = email(around: index, length: 3)
        case 0xA1...0xBA: index = max(index + 3, wide(from: index))
        default: index += 3
        }
      default: index += 1
      }
    }
  }

  func han(_ index: Int) -> UInt32 {
    UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
  }

  func stands(_ word: [UInt8], _ index: Int) -> Bool {
    guard index >= 0, index + word.count <= bytes.count else { return false }
    for offset in word.indices where bytes[index + offset] != word[offset] { return false }
    return true
  }

  func isDigit(_ index: Int) -> Bool { index >= 0 && index < bytes.count && bytes[index] &- 0x30 < 10 }
  func isLetter(_ index: Int) -> Bool {
    index >= 0 && index < bytes.count && (bytes[index] | 0x20) &- 0x61 < 26
  }
  func isWord(_ index: Int) -> Bool { isDigit(index) || isLetter(index) }

  /// A letter or digit, full-width or not, as ASCII, and its length in bytes.
  func word(_ index: Int) -> (code: UInt8, length: Int)? {
    if isWord(index) { return (bytes[index], 1) }
    guard index >= 0, index + 2 < bytes.count, bytes[index] == 0xEF else { return nil }
    let code: UInt8
    switch (bytes[index + 1], bytes[index + 2]) {
    case (0xBC, 0x90...0x99), (0xBC, 0xA1...0xBA): code = bytes[index + 2] - 0x60
    case (0xBD, 0x81...0x9A): code = bytes[index + 2] - 0x20
    default: return nil
    }
    return (code, 3)
  }

  mutating func add(_ kind: PersonalNumber.Kind, _ range: Range<Int>, _ digits: [UInt8]) {
    found.append(PersonalNumber(kind: kind, range: range, digits: digits))
  }

  mutating func add(_ kind: PersonalNumber.Kind, _ range: Range<Int>) {
    add(kind, range, bytes[range].filter { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 })
  }

  // MARK: By their form

  /// An identity number of Taiwan or Hong Kong, a number plate, or a word that tells of the number behind it.
  private mutating func lettered(from start: Int) -> Int {
    var end = start
    while isWord(end) { end += 1 }
    if let plate = plate(from: start) {
      add(.plate, plate.range, plate.digits)
      return plate.range.upperBound
    }
    if isWord(start - 1) { return end }
    guard bytes[start] < 0x61 else { return behind(word: start..<end) }
    if isTaiwanese(start..<end) {
      add(.document, start..<end)
    } else if let close = hongKong(start..<end) {
      add(.document, start..<close)
      return close
    }
    return behind(word: start..<end)
  }

  /// A number plate in full-width letters.
  private mutating func wide(from start: Int) -> Int {
    guard let plate = plate(from: start) else { return start }
    add(.plate, plate.range, plate.digits)
    return plate.range.upperBound
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

  /// A single character in brackets, of either width, and where the brackets end.
  private func bracketed(_ start: Int) -> (code: UInt8, end: Int)? {
    let wide = stands([0xEF, 0xBC, 0x88], start)
    guard wide || stands([0x28], start) else { return nil }
    let check = start + (wide ? 3 : 1)
    guard isWord(check), stands(wide ? [0xEF, 0xBC, 0x89] : [0x29], check + 1) else { return nil }
    return (bytes[check], check + 1 + (wide ? 3 : 1))
  }

  /// Where `A123456(3)` ends: one letter or two, six digits, and one in brackets that checks them.
  private func hongKong(_ range: Range<Int>) -> Int? {
    let letters = isLetter(range.lowerBound + 1) ? 2 : 1
    guard range.count == letters + 6, (range.lowerBound + letters..<range.upperBound).allSatisfy(isDigit),
      bytes[range].allSatisfy({ $0 < 0x61 }),
      let check = bracketed(range.upperBound + (stands([0x20], range.upperBound) ? 1 : 0)),
      check.code &- 0x30 < 10 || check.code == 0x41
    else { return nil }
    let values = (letters == 1 ? [36] : []) + range.map { Int(bytes[$0]) - (isDigit($0) ? 48 : 55) }
    let sum = zip(values, [9, 8, 7, 6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
    return (sum + (check.code == 0x41 ? 10 : Int(check.code) - 48)) % 11 == 0 ? check.end : nil
  }

  /// `1234567(8)`: how its last digit checks the others is not published. The first is 1, 5 or 7.
  private mutating func macao(bracket: Int, length: Int) -> Int {
    let start = bracket - 7
    guard start >= 0, [0x31, 0x35, 0x37].contains(bytes[start]), (start..<bracket).allSatisfy(isDigit),
      !isWord(start - 1), !stands([0x2D], start - 1), let check = bracketed(bracket), check.code &- 0x30 < 10
    else { return bracket + length }
    add(.document, start..<check.end)
    return check.end
  }

  private static let provinces = Set(
    "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼".unicodeScalars.map(\.value))
  private static let dots: [[UInt8]] = ["·", "•", "・", "‧", " ", "-", "."].map { Array($0.utf8) }
  /// What stands for the last character of a plate: of learners, the police, trailers, Hong Kong and Macao.
  private static let plateEnds: [[UInt8]] = ["学", "警", "挂", "港", "澳", "领", "试", "超"].map { Array($0.utf8) }

  /// 云A·12345, 云AD12345: a province, a letter, and five or six characters of which three are digits.
  private func plate(from letter: Int) -> (range: Range<Int>, digits: [UInt8])? {
    guard letter >= 3, bytes[letter - 3] >= 0xE4, Self.provinces.contains(han(letter - 3)), let first = word(letter)
    else { return nil }
    var (digits, end, isParted) = ([first.code], letter + first.length, false)
    while digits.count <= 7 {
      if let next = word(end) {
        digits.append(next.code)
        end += next.length
      } else if !isParted, digits.count <= 2, let dot = Self.dots.first(where: { stands($0, end) }) {
        end += dot.count
        if stands([0x20], end) { end += 1 }
        isParted = true
      } else {
        break
      }
    }
    let count = digits.count { $0 &- 0x30 < 10 }
    if digits.count == 5, count == 4, let last = Self.plateEnds.first(where: { stands($0, end) }) {
      return (letter - 3..<end + last.count, digits)
    }
    return (6...7).contains(digits.count) && count >= 3 ? (letter - 3..<end, digits) : nil
  }

  /// The address around an `@` of some length in bytes; where the search goes on.
  private mutating func email(around at: Int, length: Int) -> Int {
    var start = at
    while start > 0, at - start < 64, isWord(start - 1) || [0x2E, 0x5F, 0x2D, 0x2B].contains(bytes[start - 1]) {
      start -= 1
    }
    let domain = at + length
    var (end, lastDot) = (domain, 0)
    while end < bytes.count, end - at < 255, isWord(end) || bytes[end] == 0x2D || bytes[end] == 0x2E {
      if bytes[end] == 0x2E { lastDot = end }
      end += 1
    }
    while end > domain, bytes[end - 1] == 0x2E { end -= 1 }
    guard start < at, lastDot > domain, lastDot + 2 < end, isLetter(lastDot + 1) else { return domain }
    if !isOffice(bytes[start..<at], domain: bytes[domain..<end]), !isContact(before: start) { add(.email, start..<end) }
    return end
  }
}
