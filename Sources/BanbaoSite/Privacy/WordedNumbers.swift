import BanbaoSource

// Numbers that a word tells of: whatever parts their digits, and whether or not their last digit checks the others.

extension LetteredNumbers {
  /// Looks behind a Han character, if words that tell of numbers end with it.
  ///
  /// - Parameter end: where the character ends.
  /// - Returns: where the search goes on.
  mutating func behind(_ character: UInt32, end: Int) -> Int {
    switch character {
    case 0x8BC1, 0x7167: return document(behind: end, Words.documents, least: 8)  // 证 照
    case 0x5361: return card(behind: end)  // 卡
    case 0x53F7: return numbered(behind: end)  // 号
    case 0x7535: return ends(Words.homePhones, end) ? read(.mobile, behind: end, least: 7) : end  // 电
    case 0x8BDD, 0x673A, 0x7CFB: return telephone(behind: end)  // 话 机 系
    case 0x4FE1: return wechat(behind: end)  // 信
    case 0x6263: return ends(Words.qq, end) ? chat(behind: end, isDigits: true) : end  // 扣
    case 0x724C: return document(behind: end, Words.plates, least: 4, kind: .plate)  // 牌
    case 0x4F4F, 0x5740: return home(behind: end)  // 住 址
    case 0x5143: return flat(behind: end)  // 元
    case 0x4E00, 0x5E7A: return numerals(from: end - 3)  // 一 幺
    default: return end
    }
  }

  /// Looks behind a word of Latin letters.
  mutating func behind(word range: Range<Int>) -> Int {
    let end = range.upperBound
    guard range.count <= 8, "qvwtmp".utf8.contains(bytes[range.lowerBound] | 0x20) else { return end }
    switch String(decoding: bytes[range].map { $0 | 0x20 }, as: UTF8.self) {
    case "qq": return chat(behind: end, isDigits: true)
    case "vx", "wx", "wechat": return chat(behind: end, isDigits: false)
    case "tel", "mobile", "phone": return mobile(behind: end, within: 12)
    case "passport": return read(.document, behind: end, least: 8)
    default: return end
    }
  }

  private enum Words {
    static let documents = coded(
      "身份证 护照 通行证 回乡证 台胞证 居住证 居留证 军官证 士兵证 警官证 驾驶证 驾照 残疾证 低保证")
    static let cards = coded("社保卡 保障卡 医保卡 就诊卡 诊疗卡")
    static let bankCards = coded("银行卡 行卡 储蓄卡 工资卡 信用卡 借记卡 收款卡")
    static let numbered = coded("住院号 病案号 门诊号 就诊号 病历号 医保号 保障号 社保号 证件号")
    static let accounts = coded("账号 帐号 卡号")
    static let homePhones = coded("宅电 家庭电话 住宅电话 家里电话")
    static let companies = coded("企业微信")
    static let qq = coded("扣扣")
    static let plates = coded("车牌 号牌")
    static let homes = coded("家住 现住 租住 住址 家庭地址 居住地址 家里地址 现居住")

    static func coded(_ words: String) -> [[UInt8]] { words.split(separator: " ").map { Array($0.utf8) } }
  }

  private func ends(_ words: [[UInt8]], _ end: Int) -> Bool { words.contains { stands($0, end - $0.count) } }

  /// The Han character before the one that ends at an index; 0 for none.
  private func before(_ end: Int) -> UInt32 { end >= 6 && bytes[end - 6] >= 0xE4 ? han(end - 6) : 0 }

  // MARK: Directly behind

  private static let fillers =
    Words.coded("号码 编号 号 码 为 是 ： （ 　 “ No. no. NO. ID id Id") + [" ", ":", "("].map { Array($0.utf8) }

  /// Where a number begins behind a word: 号码：, 是.
  private func start(behind end: Int) -> Int? {
    var start = end
    while let filler = Self.fillers.first(where: { stands($0, start) }) {
      start += filler.count
      if start - end > 40 { return nil }
    }
    return start
  }

  private mutating func document(
    behind end: Int, _ words: [[UInt8]], least: Int, kind: PersonalNumber.Kind = .document
  ) -> Int {
    ends(words, end) ? read(kind, behind: end, least: least) : end
  }

  /// What stands right behind a word: so many digits at least, two fewer behind a letter.
  private mutating func read(
    _ kind: PersonalNumber.Kind, behind end: Int, least: Int, if isMeant: ([UInt8]) -> Bool = { _ in true }
  ) -> Int {
    guard let start = start(behind: end) else { return end }
    var (stop, digits, code) = (start, 0, [UInt8]())
    var index = start
    while index - start < 60 {
      if let next = word(index) {
        digits += next.code &- 0x30 < 10 ? 1 : 0
        code.append(next.code)
        index += next.length
        stop = index
      } else if stands([0x20], index) || stands([0x2D], index) {
        index += 1
      } else {
        break
      }
    }
    let isLettered = code.first.map { $0 >= 0x41 } ?? false
    guard digits >= (isLettered ? least - 2 : least), !isDay(code), isMeant(code) else { return end }
    add(kind, start..<stop, code)
    return stop
  }

  /// 20261231: 身份证 2026-12-31 前交 tells a day.
  private func isDay(_ code: [UInt8]) -> Bool {
    guard code.count == 8, code.starts(with: "20".utf8) || code.starts(with: "19".utf8) else { return false }
    let values = code.map { Int($0) - 48 }
    return Day(
      year: values[0...3].reduce(0) { $0 * 10 + $1 }, month: values[4] * 10 + values[5],
      day: values[6] * 10 + values[7]) != nil
  }

  private mutating func card(behind end: Int) -> Int {
    if ends(Words.cards, end) { return read(.document, behind: end, least: 6) }
    return ends(Words.bankCards, end) ? read(.bankCard, behind: end, least: 12) : end
  }

  /// Behind 号. An account's number is a person's where it is a card's: that of a union is not.
  private mutating func numbered(behind end: Int) -> Int {
    if ends(Words.numbered, end) { return read(.document, behind: end, least: 6) }
    guard ends(Words.accounts, end) else { return end }
    return read(.bankCard, behind: end, least: 16) { $0.starts(with: "62".utf8) && $0.count <= 19 }
  }

  // MARK: Telephones

  private mutating func telephone(behind end: Int) -> Int {
    guard [0x7535, 0x624B, 0x8054].contains(before(end)) else { return end }  // 电 手 联
    return ends(Words.homePhones, end) ? read(.mobile, behind: end, least: 7) : mobile(behind: end, within: 36)
  }

  /// Eleven digits within so many bytes behind a word and in its line, whatever parts them but letters and commas.
  private mutating func mobile(behind end: Int, within: Int) -> Int {
    var index = end
    while index < min(bytes.count, end + within), bytes[index] != 0x0A {
      if let first = digit(index), first.code == UInt8(ascii: "1") {
        guard let number = elevenDigits(from: index), isMobileNumber(number.digits[...]) else { return end }
        add(.mobile, index..<number.end, number.digits)
        return number.end
      }
      index += 1
    }
    return end
  }

  private func digit(_ index: Int) -> (code: UInt8, length: Int)? {
    word(index).flatMap { $0.code &- 0x30 < 10 ? $0 : nil }
  }

  private func elevenDigits(from start: Int) -> (digits: [UInt8], end: Int)? {
    var (digits, end, index, gap) = ([UInt8](), start, start, 0)
    while digits.count < 12, index < bytes.count {
      if let next = digit(index) {
        // A further group is a number of its own.
        if digits.count == 11, gap > 0 { break }
        digits.append(next.code)
        index += next.length
        (end, gap) = (index, 0)
        continue
      }
      let (scalar, length) = decodedScalar(bytes, index, bytes.count)
      guard gap < 3, parts.contains(scalar) else { break }
      index += length
      gap += 1
    }
    return digits.count == 11 ? (digits, end) : nil
  }

  /// 一三八零零一三八零零零: eleven digits in words.
  private mutating func numerals(from start: Int) -> Int {
    guard start + 5 < bytes.count, bytes[start + 3] >= 0xE3, numeralDigit(han(start + 3)) != nil else {
      return start + 3
    }
    var (digits, index) = ([UInt8](), start)
    while index + 2 < bytes.count, bytes[index] >= 0xE3, let value = numeralDigit(han(index)), digits.count < 12 {
      digits.append(value)
      index += 3
    }
    if digits.count == 11, isMobileNumber(digits[...]) {
      add(.mobile, start..<index, digits)
      return index
    }
    return start + 3
  }

  // MARK: Chats

  private mutating func wechat(behind end: Int) -> Int {
    guard end >= 4, before(end) == 0x5FAE || bytes[end - 4] | 0x20 == 0x76, !ends(Words.companies, end) else {
      return end
    }  // 微 V
    let stop = chat(behind: end, isDigits: false)
    return stop == end ? mobile(behind: end, within: 12) : stop
  }

  /// The account right behind a word: of QQ 5 to 11 digits, of WeChat a letter and more that no everyday word is.
  private mutating func chat(behind end: Int, isDigits: Bool) -> Int {
    guard let start = start(behind: end), start > end || isDigit(start) else { return end }
    var stop = start
    while stop - start < 21, isWord(stop) || stands([0x5F], stop) || stands([0x2D], stop) { stop += 1 }
    let account = bytes[start..<stop]
    if isDigits {
      guard (5...11).contains(account.count), account.allSatisfy({ $0 &- 0x30 < 10 }), !stands([0x40], stop) else {
        return end
      }
    } else {
      guard (6...20).contains(account.count), isLetter(start), account.contains(where: { $0 < 0x41 || $0 == 0x5F }),
        !stands([0x40], stop)
      else { return end }
    }
    if !isOffice(account), !isContact(before: start) { add(.chat, start..<stop, Array(account)) }
    return stop
  }

  // MARK: Where somebody lives

  /// Behind 家住 or 住址, as far as a house's or a flat's number in the same sentence.
  private mutating func home(behind end: Int) -> Int {
    guard ends(Words.homes, end) else { return end }
    var (index, stop, length) = (end, end, 0)
    while index < bytes.count, length < 40 {
      let (scalar, size) = decodedScalar(bytes, index, bytes.count)
      if sentenceEnds.contains(scalar) { break }
      if houses.contains(scalar), endsInNumber(index) || digit(index - 1) != nil { stop = index + size }
      index += size
      length += 1
    }
    guard stop > end else { return end }
    add(.address, end..<stop, [])
    return stop
  }

  /// 3栋2单元501室: an entrance behind a house is where people live.
  private mutating func flat(behind end: Int) -> Int {
    let unit = end - 6
    guard before(end) == 0x5355, endsInNumber(unit) else { return end }  // 单
    // Back to the house, over letters and digits alone.
    var (start, index, length, isHouse) = (unit, unit, 0, false)
    while index > 0, length < 30 {
      var previous = index - 1
      while previous > 0, bytes[previous] & 0xC0 == 0x80 { previous -= 1 }
      let (scalar, _) = decodedScalar(bytes, previous, bytes.count)
      guard (0x4E00...0x9FFF).contains(scalar) || (0x30...0x39).contains(scalar) || (0xFF10...0xFF19).contains(scalar)
      else { break }
      isHouse = isHouse || scalar != 0x5BA4 && houses.contains(scalar)
      start = previous
      index = previous
      length += 1
    }
    guard isHouse else { return end }
    var stop = end
    while let next = digit(stop) { stop += next.length }
    if stands(Array("室".utf8), stop) || stands(Array("号".utf8), stop) { stop += 3 }
    add(.address, start..<stop, [])
    return stop
  }

  /// Whether digits or a numeral end at an index.
  private func endsInNumber(_ end: Int) -> Bool {
    if isDigit(end - 1) { return true }
    guard end >= 3 else { return false }
    return digit(end - 3) != nil
      || bytes[end - 3] >= 0xE3 && (numeralDigit(han(end - 3)) != nil || han(end - 3) == 0x5341)
  }
}

/// What may part the digits of a telephone behind its word.
private let parts = Set(
  " \t\u{A0}\u{3000}-‐‑–—―－.．·•/／_＿*~～()（）|\n\r\u{200B}\u{200C}\u{200D}\u{2060}\u{AD}".unicodeScalars.map(\.value))
private let sentenceEnds = Set("。；;！!？?|\n\r".unicodeScalars.map(\.value))
/// 号 栋 幢 座 楼 室 户, behind a number.
private let houses = Set("号栋幢座楼室户".unicodeScalars.map(\.value))

/// A digit in words as ASCII: 零 to 九, 幺 for 1.
private func numeralDigit(_ han: UInt32) -> UInt8? {
  switch han {
  case 0x96F6, 0x3007: 0x30
  case 0x4E00, 0x5E7A: 0x31
  case 0x4E8C: 0x32
  case 0x4E09: 0x33
  case 0x56DB: 0x34
  case 0x4E94: 0x35
  case 0x516D: 0x36
  case 0x4E03: 0x37
  case 0x516B: 0x38
  case 0x4E5D: 0x39
  default: nil
  }
}
