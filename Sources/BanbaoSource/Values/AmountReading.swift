import BanbaoDiagnostics

extension Money {
  /// Reads `12118.40`, `12,118.40`, `255000元`, `￥1,234.50`, also in full-width digits.
  ///
  /// - Parameter allowsNegative: whether what lies below zero is understood, as in a correcting entry of a ledger, in
  ///   every form that accountants write: `-1,234.50`, `1,234.50-`, `¥(1,234.50)`, `△1234.50`.
  package init(reading text: String, allowsNegative: Bool = false) throws(Misread) {
    let bare = BareAmount(text)
    func refuse(_ why: Wording, help: Wording? = nil) -> Misread {
      Misread(
        rule: ValueRules.amountForm, message: why,
        help: help ?? Money.remedy(text, bare, allowsNegative: allowsNegative))
    }
    let rest = bare.digits
    if bare.signs > 0, rest.unicodeScalars.contains(where: { $0.decimalDigit != nil }) {
      guard allowsNegative else {
        throw refuse(
          Wording("金额“\(text)”不能是负数", en: "the amount “\(text)” must not be negative"),
          help: Wording(
            "核对是多少；退回、冲销的钱在账本里记负数，不写在这里", en: "check it; what is paid back is booked below zero in the ledger, not here"
          ))
      }
      guard bare.signs == 1 else {
        throw refuse(
          Wording("“\(text)”不止一个负号", en: "“\(text)” has more than one sign of a negative amount"),
          help: Wording("负数前面只写一个负号 -", en: "write a negative amount with one: -1234.50"))
      }
    }
    if rest.contains("万") {
      let yuan = Money.yuan(ofWan: rest) ?? chineseNumber(rest).map { String($0) }
      let sign = bare.signs == 0 ? "" : "-"
      throw refuse(
        Wording("金额“\(text)”要写到元，不用“万”", en: "the amount “\(text)” must be in yuan, not in 万"),
        help: yuan.map { Wording("写成 \(sign)\($0)", en: "write \(sign)\($0)") }
          ?? Wording("例如 1.2万 写成 12000", en: "write 12000 for 1.2万"))
    }
    let halves = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = (halves.first ?? "").split(separator: ",", omittingEmptySubsequences: false)
    let cents = halves.count > 1 ? halves[1] : ""
    guard !groups.isEmpty, groups.allSatisfy({ !$0.isEmpty && isDigits($0) }), isDigits(cents),
      halves.count == 1 || !cents.isEmpty
    else { throw refuse(Wording("“\(text)”不是金额", en: "“\(text)” is not an amount")) }
    let isGrouped = groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }
    guard groups.count == 1 || isGrouped else {
      let sign = bare.signs == 0 ? "" : "-"
      let plain = sign + groups.joined() + (cents.isEmpty ? "" : "." + cents)
      // The comma of other countries, or a slip of the finger.
      let mayBePoint = groups.count == 2 && groups[1].count <= 2 && halves.count == 1
      let pointed = sign + groups.joined(separator: ".")
      throw refuse(
        Wording("“\(text)”的千位逗号位置不对", en: "the commas in “\(text)” do not stand at thousands"),
        help: mayBePoint
          ? Wording(
            "是小数点，写成 \(pointed)；是千位的逗号，不写它：\(plain)",
            en: "write \(pointed) for a decimal point, or leave it out: \(plain)")
          : Wording("不写逗号：\(plain)", en: "leave them out: \(plain)"))
    }
    guard cents.count <= 2 else {
      throw refuse(
        Wording("金额“\(text)”最多两位小数，精确到分", en: "the amount “\(text)” has more than two decimals"),
        help: Wording("按凭证写到分，例如 12118.40", en: "write it to the fen as its voucher says, such as 12118.40"))
    }
    let digits = groups.joined() + cents + String(repeating: "0", count: 2 - cents.count)
    guard let fen = Int64(digits) else {
      throw refuse(
        Wording("金额“\(text)”太大，无法记账", en: "the amount “\(text)” is too large"),
        help: Wording("看看是不是多写了几位", en: "see whether it has digits too many"))
    }
    self.init(fen: bare.signs == 0 ? fen : -fen)
  }

  /// Whether a cell holds what stands for no amount: a dash, as Excel's accounting format writes zero, also with a
  /// currency sign.
  package static func isDash(_ text: String) -> Bool {
    let bare = BareAmount(text)
    return bare.digits.isEmpty && bare.signs > 0
  }

  /// How a text that is no amount is to be written. A number is only offered where nothing else is said besides it: a
  /// sign, a word such as 退 or a unit such as 元/人 would be lost.
  private static func remedy(_ text: String, _ bare: BareAmount, allowsNegative: Bool) -> Wording {
    let scalars = Array(foldedFullWidth(text).unicodeScalars).filter { $0 != " " && $0 != "," }
    let runs = scalars.split { $0.decimalDigit == nil && $0 != "." }
    if scalars.contains("每") || (scalars.contains("/") && scalars.contains { $0.decimalDigit != nil }) {
      // `200元/篇`, `每人300元`: the same text may stand where the rate itself is asked for.
      let rate = runs.count == 1 ? runs.first.map { FieldLine.text($0) } : nil
      return Wording(
        "金额写一共多少元；每份多少元，慰问和福利写在“标准”里\(rate.map { "，那里只写数：\($0)" } ?? "")",
        en:
          "write the sum; what each gets stands in the rates of visits and benefits\(rate.map { ", as the number alone: \($0)" } ?? "")"
      )
    }
    let isNumberAlone = scalars.allSatisfy {
      $0.decimalDigit != nil || ".约近大概左右余多上下共计合总整元块圆钱人民币￥¥".unicodeScalars.contains($0)
    }
    if isNumberAlone, runs.count == 1, let run = runs.first {
      let halves = run.split(separator: ".").map { FieldLine.text($0) }
      if let yuan = halves.first, yuan.utf8.count < 14,
        halves.count == 1 || (halves.count == 2 && halves[1].utf8.count <= 2)
      {
        let number = halves.joined(separator: ".")
        return numberAlone(number, of: text)
      }
    }
    if bare.signs == 0, let yuan = chineseNumber(bare.digits) {
      return Wording("写成 \(yuan)", en: "write \(yuan)")
    }
    return allowsNegative
      ? Wording(
        "像 12118.40、12,118.40 或 12118.40元 这样写；负数像 -12118.40",
        en: "write 12118.40, 12,118.40 or 12118.40元, and -12118.40 below zero")
      : Wording("像 12118.40、12,118.40 或 12118.40元 这样写", en: "write 12118.40, 12,118.40 or 12118.40元")
  }

  /// `1.2万` as `12000`; nil for what is not a number before 万.
  fileprivate static func yuan(ofWan text: Substring) -> String? {
    guard let end = text.firstIndex(of: "万"), text[end...] == "万" else { return nil }
    let halves = text[..<end].split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count <= 2, let whole = halves.first, !whole.isEmpty, whole.count <= 9,
      halves.allSatisfy(isDigits)
    else { return nil }
    let decimals = halves.count == 2 ? halves[1] : ""
    guard decimals.count <= 4 else { return nil }
    let digits = (whole + decimals + String(repeating: "0", count: 4 - decimals.count))
      .drop { $0 == "0" }
    return digits.isEmpty ? nil : String(digits)
  }
}

/// An amount without what stands around its digits: blanks, the currency, and the signs of a negative amount.
private struct BareAmount {
  /// What is left, folded.
  private(set) var digits: Substring
  /// How many signs say that it lies below zero. A pair of brackets is one.
  private(set) var signs = 0

  private static let brackets: [(Character, Character)] = [("(", ")"), ("[", "]"), ("〔", "〕"), ("【", "】")]

  init(_ text: String) {
    digits = Substring(foldedFullWidth(withCommas(text)))
    while takeBlank() || takeSign() || takeCurrency() {}
  }

  private mutating func takeBlank() -> Bool {
    if digits.hasPrefix(" ") || digits.hasPrefix("+") {
      digits.removeFirst()
    } else if digits.hasSuffix(" ") {
      digits.removeLast()
    } else {
      return false
    }
    return true
  }

  private mutating func takeSign() -> Bool {
    let isSign = { (sign: Character) in "-△▲∆Δ负".contains(sign) }
    if let first = digits.first, isSign(first) {
      digits.removeFirst()
    } else if digits.hasSuffix("-") {
      digits.removeLast()
    } else if !digits.dropFirst().isEmpty,
      Self.brackets.contains(where: { $0.0 == digits.first && $0.1 == digits.last })
    {
      digits = digits.dropFirst().dropLast()
    } else {
      return false
    }
    signs += 1
    return true
  }

  private mutating func takeCurrency() -> Bool {
    for sign in ["￥", "¥", "人民币", "RMB", "CNY"] where digits.hasPrefix(sign) {
      digits.removeFirst(sign.count)
      return true
    }
    guard digits.hasSuffix("元") || digits.hasSuffix("整") else { return false }
    digits.removeLast()
    return true
  }
}

/// Thin and no-break spaces between digits are the commas of other typographies: `1 234.50`.
private func withCommas(_ text: String) -> String {
  let scalars = Array(text.unicodeScalars)
  let thin: Set<Unicode.Scalar> = ["\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}"]
  guard scalars.contains(where: thin.contains) else { return text }
  return FieldLine.text(
    scalars.indices.map { index in
      let isBetween =
        index > 0 && index + 1 < scalars.count && scalars[index - 1].decimalDigit != nil
        && scalars[index + 1].decimalDigit != nil
      return isBetween && thin.contains(scalars[index]) ? "," : scalars[index]
    })
}

/// `六百`, `陆佰整`, `一万二千三百零五` as a number below 100 million; nil for anything else, among it `一千二`, which is
/// 1200 in speech.
private func chineseNumber(_ text: Substring) -> Int? {
  let digits = Array("零一二三四五六七八九".unicodeScalars)
  let capitals = Array("零壹贰叁肆伍陆柒捌玖".unicodeScalars)
  let units: [Unicode.Scalar: Int] = ["十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000]
  var (sum, section, digit, last) = (0, 0, 0, 10)
  var hasUnit = false
  for scalar in text.unicodeScalars {
    if let value = digits.firstIndex(of: scalar) ?? capitals.firstIndex(of: scalar) ?? (scalar == "两" ? 2 : nil) {
      guard digit == 0 else { return nil }
      digit = value
      if value == 0 { last = 10 }
    } else if let unit = units[scalar] {
      guard digit > 0 || (unit == 10 && section == 0), section == 0 || unit < last || last == 10 else { return nil }
      section += max(1, digit) * unit
      (digit, last, hasUnit) = (0, unit, true)
    } else if scalar == "万", sum == 0 {
      sum = (section + digit) * 10_000
      (section, digit, last, hasUnit) = (0, 0, 10_000, true)
    } else {
      return nil
    }
  }
  guard hasUnit, digit == 0 || last == 10 else { return nil }
  let value = sum + section + digit
  return value > 0 ? value : nil
}

/// As `chineseNumber`, or a single digit: 七.
private func chineseCount(_ text: Substring) -> Int? {
  guard text.unicodeScalars.count == 1 else { return chineseNumber(text) }
  return Array("零一二三四五六七八九").firstIndex { text.first == $0 } ?? chineseNumber(text)
}

/// The number of 第七次, 第7届, 第十五期; nil for what names no place in an order.
private func ordinal(_ text: String) -> Int? {
  guard text.first == "第" else { return nil }
  let bare = text.dropFirst().prefix { !"届次期批个项".contains($0) }
  guard text.dropFirst().count - bare.count <= 1 else { return nil }
  return Int(bare) ?? chineseCount(bare)
}

/// Reads a count of 0 or more, also in full-width digits or with thousands separated: `1120`, `1,120`, `１１２０`.
///
/// More than a thousand million is refused: no union counts that far.
package func readCount(_ text: String) throws(Misread) -> Int {
  let folded = foldedFullWidth(text)
  let groups = folded.split(separator: ",", omittingEmptySubsequences: false)
  let digits = groups.joined()
  let isGrouped =
    groups.count == 1
    || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
  func refuse(_ why: Wording, _ help: Wording) -> Misread {
    Misread(rule: ValueRules.countForm, message: why, help: help)
  }
  let notWhole = Wording("“\(text)”不是整数", en: "“\(text)” is not a whole number")
  guard !digits.isEmpty, isDigits(digits), isGrouped else {
    if folded.hasPrefix("-"), isDigits(folded.dropFirst()), folded.count > 1 {
      throw refuse(
        Wording("“\(text)”不能是负数", en: "“\(text)” must not be negative"),
        Wording("核对是多少；人数、次数最少是 0", en: "check it; counts begin with 0"))
    }
    let runs = folded.unicodeScalars.split { $0.decimalDigit == nil }
    if let number = Money.yuan(ofWan: Substring(folded)) ?? chineseCount(Substring(folded)).map({ String($0) }) {
      throw refuse(notWhole, Wording("写成 \(number)", en: "write \(number)"))
    }
    if let place = ordinal(folded) {
      throw refuse(notWhole, Wording("第几的，写 \(place)", en: "write \(place) where that is its place"))
    }
    // Brackets and a dash may be a minus; 万 and % change the number, 每 and 第 what it says.
    let isAnother = folded.unicodeScalars.contains { "-()负△▲万千百十亿半%‰/每第".unicodeScalars.contains($0) }
    guard runs.count == 1, !isAnother, let run = runs.first else {
      throw refuse(
        notWhole,
        Wording(
          "写一个整数，用阿拉伯数字，例如 56；别的话写进正文", en: "write one whole number in digits, such as 56, and all else in the text"))
    }
    let number = String(Substring(run))
    if folded.contains("人次") {
      throw refuse(
        notWhole,
        Wording(
          "这一项数人次的，只写 \(number)；数人的，写有几个人",
          en: "write \(number) where visits are counted; where people are, write how many"))
    }
    throw refuse(notWhole, numberAlone(number, of: text))
  }
  guard let value = Int(digits), value <= 1_000_000_000 else {
    throw refuse(
      Wording("“\(text)”太大", en: "“\(text)” is too large"),
      Wording("看看是不是多写了几位", en: "see whether it has digits too many"))
  }
  return value
}

/// How a number is to be written beside which a unit stands, or a word that makes it a rough one: that has its place
/// where words stand.
private func numberAlone(_ number: String, of text: String) -> Wording {
  "约近大概左右余多上下来超不足几".unicodeScalars.contains(where: text.unicodeScalars.contains)
    ? Wording("这里写 \(number)，正文或摘要里写“\(text)”", en: "write \(number) here, and “\(text)” in the text or summary")
    : Wording("只写数字：\(number)", en: "write the number only: \(number)")
}

/// Whether all of it is ASCII digits, also where there is none.
private func isDigits(_ text: some StringProtocol) -> Bool {
  text.utf8.allSatisfy { (48...57).contains($0) }
}
