import BanbaoDiagnostics
import BanbaoSource

extension Ledger {
  /// 日期 against 凭证号: numbers of one type are given in the order of days (《会计基础工作规范》art. 51).
  ///
  /// Out of order are the fewest vouchers without which all others are in it.
  func checkOrder() -> [Diagnostic] {
    let runs = vouchers.runs.map { (first: $0.vouchers.min() ?? 0, vouchers: $0.vouchers) }
    return runs.sorted { $0.first < $1.first }.flatMap { checkOrder(of: $0.vouchers.map { Int($0) }) }
  }

  /// The line with which a voucher begins: every voucher has one.
  func firstEntry(of voucher: Int) -> LedgerEntry {
    entries[Int(vouchers.lines(voucher)[vouchers.lines(voucher).startIndex])]
  }

  /// - Parameter run: vouchers by number.
  private func checkOrder(of run: [Int]) -> [Diagnostic] {
    let days = run.map { firstEntry(of: $0).day.serial }
    guard zip(days, days.dropFirst()).contains(where: >) else { return [] }
    let ordered = longestOrder(days)
    let kept = Set(ordered)
    let odd = days.indices.filter { !kept.contains($0) }
    // A run that is wholly mixed up is one thing to say.
    let said = odd.count > 5 ? Array(odd.prefix(1)) : odd
    return said.compactMap { place in
      let entry = firstEntry(of: run[place])
      let next = ordered.leadingCount { $0 < place }
      let isEarly = next > 0 && days[ordered[next - 1]] > days[place]
      guard isEarly || next < ordered.count else { return nil }
      let other = firstEntry(of: run[ordered[isEarly ? next - 1 : next]])
      let number = vouchers.numbers[run[place]].text
      let otherNumber = other.voucher.whole.text
      let count = odd.count > said.count ? "；这样的一共 \(odd.count) 张" : ""
      return VoucherDoubtRules.order.at(
        self.place(entry, .date),
        Wording(
          "\(number) 的日期 \(entry.day.iso) 在\(isEarly ? "前" : "后")面的 \(otherNumber)（\(other.day.iso)）\(isEarly ? "之前" : "之后")\(count)",
          en:
            "\(number) is of \(entry.day.iso), \(isEarly ? "before" : "after") \(otherNumber) of \(other.day.iso) with a \(isEarly ? "lower" : "higher") number"
            + (odd.count > said.count ? "; there are \(odd.count) such vouchers" : "")),
        help: Wording(
          "凭证按日期先后编号：核对这一号的日期和号数", en: "vouchers are numbered in the order of their days: check day and number"),
        related: [Related(self.place(other, .date), Wording(otherNumber, en: otherNumber))])
    }
  }
}

/// The places of the longest subsequence that never falls; of equally long ones that which keeps what comes first.
///
/// Found from the end, as the longest one that never rises: patience sorting, n log n.
private func longestOrder(_ numbers: [Int]) -> [Int] {
  // By length less one: the place of the largest number with which a subsequence of that length can begin.
  var heads: [Int] = []
  var behind = [Int](repeating: -1, count: numbers.count)
  for place in numbers.indices.reversed() {
    let length = heads.leadingCount { numbers[$0] >= numbers[place] }
    if length > 0 { behind[place] = heads[length - 1] }
    if length == heads.count { heads.append(place) } else { heads[length] = place }
  }
  var order: [Int] = []
  var place = heads.last ?? -1
  while place >= 0 {
    order.append(place)
    place = behind[place]
  }
  return order
}
