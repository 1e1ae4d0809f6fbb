package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

/// Rules on money that hold for records of every kind: the limits of `limits.yaml`, and what union money is not for.
package struct SpendingRules: Overview {
  let library: Library

  package init(_ library: Library) { self.library = library }

  package static let rules = UnionMoneyRules.all

  package func check() -> [Diagnostic] {
    checkUnionMoney(library) + (library.register(Limits.self).map { checkLimits($0, library) } ?? [])
  }
}

private func checkLimits(_ limits: Limits, _ library: Library) -> [Diagnostic] {
  let region = library.settings.region
  let charges = Charge.all(in: library)
  let single = charges.flatMap { charge in
    limits.holding(charge.item, on: charge.entry.date.first, in: region).compactMap { limit in
      charge.heads(limit.unit) == nil
        ? uncounted(charge, limit) : limit.unit == .year ? nil : excess(of: charge, over: limit)
    }
  }
  return single + yearlyExcess(charges, limits, region: region) + unusedRegion(limits, library.settings)
}

/// One record's money shared out among its people.
private func excess(of charge: Charge, over limit: Limits.Limit) -> Diagnostic? {
  guard let heads = charge.heads(limit.unit) else { return nil }
  let (allowed, overflows) = limit.amount.fen.multipliedReportingOverflow(by: heads)
  guard !overflows, charge.amount.value.fen > allowed else { return nil }
  let unit = limit.unit == .time ? "人次" : limit.unit.rawValue
  return LimitRules.exceeded.at(
    charge.entry.place(charge.amount.mark),
    Wording(
      "\(limit.item.rawValue) \(heads) \(unit)共 \(charge.amount.value.grouped) 元，按\(limit.wording.zh)的限额最多 \(Money(fen: allowed).grouped) 元",
      en:
        "\(charge.amount.value.grouped) on \(limit.item.english) are over the limit of \(Money(fen: allowed).grouped): \(heads) times \(limit.wording.en)"
    ),
    help: Wording("核对金额和人数；确有依据的，在正文里写明", en: "check the amount and the people, or say in the text what allows it"),
    related: [related(limit)])
}

/// More than the least number of people may get, of a record that does not say how many there were.
private func uncounted(_ charge: Charge, _ limit: Limits.Limit) -> Diagnostic? {
  let (allowed, overflows) = limit.amount.fen.multipliedReportingOverflow(by: charge.leastHeads(limit.unit))
  guard !overflows, charge.amount.value.fen > allowed else { return nil }
  return LimitRules.uncounted.at(
    charge.entry.place(charge.amount.mark),
    Wording(
      "\(limit.item.rawValue) \(charge.amount.value.grouped) 元，没有写多少人，无法按\(limit.wording.zh)的限额核对",
      en:
        "\(charge.amount.value.grouped) on \(limit.item.english) for nobody knows how many cannot be held against the limit of \(limit.wording.en)"
    ),
    help: Wording("补上人数或人次", en: "say for how many people or person-times it was"), related: [related(limit)])
}

/// What one person got in a year, over several records. Only what was spent since the limit holds counts; the record with
/// which it is passed is named.
private func yearlyExcess(_ charges: [Charge], _ limits: Limits, region: String) -> [Diagnostic] {
  /// What adds up: one limit, and another one begins anew.
  struct Key: Hashable {
    var item: LimitedItem
    var year: Int
    var from: Day?
  }
  var spent: [Key: (sum: Tally<Money>, parts: [(charge: Charge, share: Money)])] = [:]
  var diagnostics: [Diagnostic] = []
  for charge in charges {
    guard let heads = charge.heads(.year) else { continue }
    let day = charge.entry.date.first
    let limit = limits.holding(charge.item, on: day, in: region).first { $0.unit == .year }
    let key = Key(item: charge.item, year: day.year, from: limit?.from)
    // Rounded down: a fen less a record never makes a fault of none.
    let share = Money(fen: charge.amount.value.fen / heads)
    let sum = charge.addsUp ? spent[key]?.sum.sum ?? Money(fen: 0) : Money(fen: 0)
    let total = sum.adding(share)
    let earlier = charge.addsUp ? spent[key]?.parts.count ?? 0 : 0
    spent[key, default: (Tally([]), [])].sum.add(share)
    spent[key, default: (Tally([]), [])].parts.append((charge, share))
    guard let limit, sum <= limit.amount, total > limit.amount else { continue }
    diagnostics.append(
      LimitRules.exceeded.at(
        charge.entry.place(charge.amount.mark),
        Wording(
          "\(day.year)年\(limit.item.rawValue)人均已到 \(total.grouped) 元，限额是\(limit.wording.zh)",
          en: "\(limit.item.english) of \(day.year) come to \(total.grouped) a head; the limit is \(limit.wording.en)"),
        help: Wording(
          "核对金额和人数；确有依据的，在正文里写明", en: "check the amounts and the people, or say in the text what allows it"),
        related: [related(limit)]
          + (spent[key]?.parts.prefix(earlier) ?? []).map { part in
            Related(
              part.charge.entry.place(part.charge.amount.mark),
              Wording("同一年人均 \(part.share.grouped) 元", en: "\(part.share.grouped) a head in the same year"))
          }))
  }
  return diagnostics
}

private func related(_ limit: Limits.Limit) -> Related {
  Related(
    limit.place,
    Wording("\(limit.from.chinese)起的限额", en: "the limit that holds from \(limit.from.iso)"))
}

/// Limits of regions are of no use to a site that does not say where it is.
private func unusedRegion(_ limits: Limits, _ settings: SiteSettings) -> [Diagnostic] {
  guard settings.region.isEmpty, let first = limits.limits.first(where: { $0.regionPlace != nil }),
    let place = first.regionPlace
  else { return [] }
  let region = settings.keys[SiteSettings.Keys.region]
  return [
    LimitRules.region.at(
      place,
      Wording(
        "site.yaml 没有写地区，“\(first.region)”的限额用不上",
        en: "site.yaml names no region, so the limits of “\(first.region)” are of no use"),
      help: Wording(
        "在 site.yaml 加上 \(region): …，以“\(first.region)”开头",
        en: "add \(region): … to site.yaml, beginning with “\(first.region)”"))
  ]
}
