import BanbaoDiagnostics
import BanbaoSource

extension ChartOfAccounts {
  /// The detail account that a text means: `102-工行`, `银行存款—工行`, `102 银行存款/工行`.
  ///
  /// - Returns: the index of the official account and the detail's name, empty for the official account itself.
  func findDetailed(_ written: String) throws(Misread) -> (account: Int, detail: String) {
    do {
      return (try find(written), "")
    } catch {
      guard let found = detailed(foldedFullWidth(written)) else { throw error }
      return found
    }
  }

  private func detailed(_ folded: String) -> (account: Int, detail: String)? {
    let separators = "-—–/"
    guard let end = folded.firstIndex(where: { separators.contains($0) }) else { return nil }
    let base = String(folded[..<end].filter { $0 != " " })
    var detail = trimmed(folded[end...].drop { separators.contains($0) || $0 == " " })
    let digits = base.prefix { $0.isASCII && $0.isNumber }
    let name = base.dropFirst(digits.count)
    let account = digits.isEmpty ? only(named: String(name)) : index(ofNumber: String(digits))
    guard let account, !detail.isEmpty, name.isEmpty || accounts[account].name == name else { return nil }
    let own = accounts[account].name
    // `102-工行 银行存款`: the name of the account behind it is none of the detail's, and must be the account's own.
    if let space = detail.lastIndex(of: " "), case let last = String(detail[detail.index(after: space)...]),
      accounts.contains(where: { $0.name == last && !$0.isDetail })
    {
      guard last == own else { return nil }
      detail = trimmed(detail[..<space])
    }
    // The name of an account, cut short or mistyped, is no detail of it.
    guard !accounts.contains(where: { $0.name == detail && !$0.isDetail }), nearest(to: detail, among: [own]) == nil,
      !own.hasPrefix(detail)
    else { return nil }
    return (account, detail)
  }

  private func only(named name: String) -> Int? {
    let found = accounts.indices.filter { accounts[$0].name == name && !accounts[$0].isDetail }
    return found.count == 1 ? found.first : nil
  }
}

private func trimmed(_ text: Substring) -> String {
  var text = text
  while text.last == " " { text.removeLast() }
  return String(text)
}

/// 明细科目: the detail accounts that a ledger and a book name, while they are read.
final class DetailAccounts {
  let chart: ChartOfAccounts
  private(set) var added: [Account] = []
  private var known: [String: Int] = [:]

  init(_ chart: ChartOfAccounts) { self.chart = chart }

  /// The index of an account as an author wrote it, in the chart with the details that were added.
  func find(_ written: String) throws(Misread) -> Int {
    let (account, detail) = try chart.findDetailed(written)
    return detail.isEmpty ? account : index(of: detail, under: account)
  }

  func index(of detail: String, under account: Int) -> Int {
    let new = Account(detail: detail, of: chart.accounts[account])
    if let index = chart.index(ofNumber: new.number) { return index }
    if let index = known[new.number] { return index }
    known[new.number] = chart.accounts.count + added.count
    added.append(new)
    return chart.accounts.count + added.count - 1
  }

  subscript(index: Int) -> Account {
    index < chart.accounts.count ? chart.accounts[index] : added[index - chart.accounts.count]
  }

  /// The chart with the details in the order of their numbers, and for every index given before its own in it.
  func settled() -> (chart: ChartOfAccounts, indices: [Int]) {
    let order = added.indices.sorted { added[$0].number.precedes(added[$1].number) }
    var indices = Array(0..<chart.accounts.count + added.count)
    for (place, old) in order.enumerated() { indices[chart.accounts.count + old] = chart.accounts.count + place }
    return (chart.adding(order.map { added[$0] }), indices)
  }
}
