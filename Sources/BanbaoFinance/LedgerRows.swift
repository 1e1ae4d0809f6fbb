import BanbaoSource

/// What a row of a ledger is that has no voucher and no account.
enum LedgerRow {
  /// One line of the accounts, however faulty.
  case entry
  /// What account books have besides their entries: 承前页, 合计, 期末余额, 制单：…
  case aside
  /// It has no fund either: a remark, or nothing that a program can tell.
  case stray

  /// - Parameters:
  ///   - texts: of its filled cells, from left to right; never none.
  ///   - keys: of its voucher and its account, where they are filled.
  init(_ texts: [String], keys: [String], hasFund: Bool, hasAmount: Bool) {
    let areWords = keys.allSatisfy(isRowWord)
    let isSignedOff = !hasAmount && texts.first.map(isLabel) == true && keys.allSatisfy(isLabel)
    if isSignedOff || (areWords && texts.contains(where: isRowWord)) {
      self = .aside
    } else {
      self = keys.isEmpty && !hasFund ? .stray : .entry
    }
  }
}

/// Whether a cell names a row of carrying over or of a sum: `上年结转`, `过次页`, `合计（元）：`, `3月份小计`, `期末余额`.
///
/// All of these are put together from few characters, and no summary of a single entry is.
private func isRowWord(_ text: String) -> Bool {
  let folded = foldedFullWidth(text).prefix { $0 != "(" }.filter { !$0.isWhitespace && $0 != ":" }
  if sumWords.contains(where: { folded.hasSuffix($0) }) { return true }
  let scalars = folded.unicodeScalars
  let words = "承接过转结续入上前次下去今本当全年月日季期页度初末累合小总共计发生额余存至止份第半一二三四五六七八九十"
  return scalars.count > 2
    && scalars.allSatisfy { words.unicodeScalars.contains($0) || $0.decimalDigit != nil || $0 == "-" }
    && scalars.contains { $0.decimalDigit == nil && $0 != "-" && $0 != "年" && $0 != "月" && $0 != "日" }
}

/// Whether a cell names a row of sums: `合计（元）：`, `3月份小计`.
func isSumWord(_ text: String) -> Bool {
  let folded = foldedFullWidth(text).prefix { $0 != "(" }.filter { !$0.isWhitespace && $0 != ":" }
  return sumWords.contains { folded.hasSuffix($0) }
}

private let sumWords = ["合计", "累计", "小计", "总计"]

/// Whether a cell is a label with a colon, as below a sheet: `制单：`, `审核：李青`, `注：单位为元`.
private func isLabel(_ text: String) -> Bool {
  let folded = foldedFullWidth(text)
  guard let colon = folded.firstIndex(of: ":") else { return false }
  let label = folded[..<colon].unicodeScalars.filter { $0 != " " }
  return (1...8).contains(label.count) && label.allSatisfy { $0.properties.isIdeographic }
}
