import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension CostShelf {
  /// One voucher that several records name: together they cost no more than their vouchers come to.
  ///
  /// A record on which the ledger itself books lines is told of elsewhere.
  func checkShared(_ spenders: [Spender]) -> [Diagnostic] {
    guard !isPartial else { return [] }
    struct Claim {
      var spender: Spender
      var written: Located<String>
    }
    struct Named: Hashable {
      var voucher: Voucher
      var day: Day
    }
    var claims: [Named: [Claim]] = [:]
    var vouchers: [String: [Named: [Line]]] = [:]
    for spender in spenders where spender.spending.amount != nil && !isBooked(on: spender.entry.id) {
      for written in spender.spending.vouchers {
        guard let voucher = wholeVoucher(written.value), let (day, lines) = booked(voucher, spender.entry.date) else {
          continue
        }
        let named = Named(voucher: voucher, day: day)
        if vouchers[spender.entry.id]?[named] == nil {
          claims[named, default: []].append(Claim(spender: spender, written: written))
        }
        vouchers[spender.entry.id, default: [:]][named] = lines
      }
    }
    return claims.values.filter { $0.count > 1 }.compactMap { claims in
      let all = claims.reduce(into: [Named: [Line]]()) { all, claim in
        all.merge(vouchers[claim.spender.entry.id] ?? [:]) { first, _ in first }
      }
      let booked = all.values.joined().reduce(Int64(0)) { $0 &+ ($1.isCost ? $1.entry.amount.fen : 0) }
      let claimed = claims.reduce(Int64(0)) { $0 &+ ($1.spender.spending.amount?.value.fen ?? 0) }
      guard claimed > booked, let first = claims.first, let last = claims.last else { return nil }
      let (record, other) = (last.spender.entry, first.spender.entry)
      return CostRules.shared.at(
        record.place(last.written.mark),
        Wording(
          "凭证 \(last.written.value) 写在 \(claims.count) 条记录里，一共写了 \(Money(fen: claimed).grouped)，凭证只有 \(Money(fen: booked).grouped)",
          en:
            "voucher \(last.written.value) is named by \(claims.count) records that cost \(Money(fen: claimed).grouped) together, but the vouchers come to \(Money(fen: booked).grouped)"
        ),
        help: Wording(
          "一笔钱只记在一条记录里：核对两条记录的凭证号和金额", en: "what was paid once stands in one record: check vouchers and amounts of both"
        ),
        related: [Related(other.place(first.written.mark), Wording("《\(other.title)》", en: "“\(other.title)”"))])
    }
  }

  /// The lines that a record's voucher means, and their day; nil where the ledgers have none.
  private func booked(_ voucher: Voucher, _ days: DaySpan) -> (day: Day, lines: [Line])? {
    for year in ledgers.keys.sorted() where days.first.year <= year && year <= days.last.year {
      let lines = lines(of: voucher, year, nearest: days)
      if let day = lines.first?.entry.day { return (day, lines) }
    }
    return nil
  }
}
