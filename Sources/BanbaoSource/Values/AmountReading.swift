import BanbaoDiagnostics

extension Money {
  /// Reads `12118.40`, `12,118.40`, `255000元`, `￥1,234.50`, also in full-width digits.
  ///
  /// - Parameter allowsNegative: whether a leading `-` is understood, as in a correcting entry of a ledger.
  package init(reading text: String, allowsNegative: Bool = false) throws(Misread) {
    var rest = Substring(foldedFullWidth(text))
    func refuse(_ why: Wording, help: Wording? = nil) -> Misread {
      Misread(
        rule: ValueRules.amountForm, message: why,
        help: help ?? Money.remedy(text))
    }
    for sign in ["￥", "¥", "人民币"] where rest.hasPrefix(sign) { rest.removeFirst(sign.count) }
    let isNegative = rest.hasPrefix("-")
    if isNegative {
      rest.removeFirst()
      guard allowsNegative else {
        throw refuse(
          Wording("金额“\(text)”不能是负数", en: "the amount “\(text)” must not be negative"),
          help: Wording("这里写正数：\(rest)", en: "write it without the sign: \(rest)"))
      }
    }
    for sign in ["￥", "¥"] where rest.hasPrefix(sign) { rest.removeFirst() }
    if rest.contains("万") {
      let yuan = Money.yuan(ofWan: rest)
      throw refuse(
        Wording("金额“\(text)”要写到元，不用“万”", en: "the amount “\(text)” must be in yuan, not in 万"),
        help: yuan.map { Wording("写成 \($0)", en: "write \($0)") }
          ?? Wording("例如 1.2万 写成 12000", en: "write 12000 for 1.2万"))
    }
    if rest.hasSuffix("元") { rest.removeLast() }
    let halves = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = (halves.first ?? "").split(separator: ",", omittingEmptySubsequences: false)
    let cents = halves.count > 1 ? halves[1] : ""
    guard !groups.isEmpty, groups.allSatisfy({ !$0.isEmpty && isDigits($0) }), isDigits(cents),
      halves.count == 1 || !cents.isEmpty
    else { throw refuse(Wording("“\(text)”不是金额", en: "“\(text)” is not an amount")) }
    let isGrouped = groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }
    guard groups.count == 1 || isGrouped else {
      let plain = groups.joined() + (cents.isEmpty ? "" : "." + cents)
      throw refuse(
        Wording("“\(text)”的千位逗号位置不对", en: "the commas in “\(text)” do not stand at thousands"),
        help: Wording("不写逗号：\(plain)", en: "leave them out: \(plain)"))
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
    self.init(fen: isNegative ? -fen : fen)
  }

  /// The only number in a text that is no amount, such as `约5000元`, as it should stand alone.
  private static func remedy(_ text: String) -> Wording {
    let scalars = Array(foldedFullWidth(text).unicodeScalars).filter { $0 != " " && $0 != "," }
    let runs = scalars.split { $0.decimalDigit == nil && $0 != "." }
    // `500元/人` is not a sum.
    if runs.count == 1, let run = runs.first, !scalars.contains("/"), !scalars.contains("每") {
      let halves = run.split(separator: ".").map { FieldLine.text($0) }
      if let yuan = halves.first, yuan.utf8.count < 14,
        halves.count == 1 || (halves.count == 2 && halves[1].utf8.count <= 2)
      {
        let number = halves.joined(separator: ".")
        return Wording("只写数字：\(number)", en: "write the number only: \(number)")
      }
    }
    return Wording(
      "写成 12118.40、12,118.40 或 12118.40元", en: "write 12118.40, 12,118.40 or 12118.40元")
  }

  /// `1.2万` as `12000`; nil for what is not a number before 万 or 万元.
  private static func yuan(ofWan text: Substring) -> String? {
    guard let end = text.firstIndex(of: "万"), ["万", "万元"].contains(text[end...]) else { return nil }
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
        Wording("从 0 算起", en: "counts begin with 0"))
    }
    let runs = folded.unicodeScalars.split { $0.decimalDigit == nil }
    guard runs.count == 1, let run = runs.first else {
      throw refuse(
        notWhole, Wording("只写一个整数，用阿拉伯数字，例如 56", en: "write one whole number in digits, such as 56"))
    }
    let number = String(Substring(run))
    throw refuse(
      notWhole, Wording("只写数字：\(number)", en: "write the number only: \(number)"))
  }
  guard let value = Int(digits), value <= 1_000_000_000 else {
    throw refuse(
      Wording("“\(text)”太大", en: "“\(text)” is too large"),
      Wording("看看是不是多写了几位", en: "see whether it has digits too many"))
  }
  return value
}

/// Whether all of it is ASCII digits, also where there is none.
private func isDigits(_ text: some StringProtocol) -> Bool {
  text.utf8.allSatisfy { (48...57).contains($0) }
}
