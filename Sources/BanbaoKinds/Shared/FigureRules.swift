package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

/// Rules on figures that records of several kinds give in the same way.
package enum FigureRules {
  package static let rate = Rule(
    "rate-amount", .warning,
    Wording(
      "只有一个标准时，标准乘以人数（人次）应当等于金额；写了数量的，各项标准乘以数量相加等于金额。",
      en: "Where there is one rate, the rate times the people is the amount; rates with counts add up to it."),
    wrong: "people: 6\nrates: [{amount: 250, unit: 人}]\namount: 1400",
    right: "people: 6\nrates: [{amount: 250, unit: 人}]\namount: 1500")
  package static let personTimes = Rule(
    "person-times", .warning,
    Wording("每人至少一次，所以人次不会比人数少。", en: "Everyone came at least once, so there are no fewer person-times than people."),
    wrong: "people: 30\nperson_times: 12", right: "people: 12\nperson_times: 30")
  package static let part = Rule(
    "part-excess", .warning,
    Wording("“其中”写的是一部分，人数和金额都不会比总数多。", en: "A part is no more than the whole, in people and in money."),
    wrong: "people: 30\nparts: [{name: 女职工, count: 34}]", right: "people: 50\nparts: [{name: 女职工, count: 34}]")
  package static let all = [rate, personTimes, part]
}

/// The figures of every record that counts people or gives by a rate.
package struct Figures: Overview {
  let library: Library

  package init(_ library: Library) { self.library = library }

  package static let rules = FigureRules.all

  package func check() -> [Diagnostic] {
    library.entries(that: (any CountsPeople).self).flatMap { checkPersonTimes($1.headcount, of: $0) }
      + library.entries(that: (any GivesByRate).self).flatMap { entry, record in
        record.outlay.map { checkRate(record.rates, record.headcount, $0, of: entry) } ?? []
      }
      + library.entries(that: (any HasParts).self).flatMap { entry, record in
        record.parts.flatMap { checkPart($0, record, of: entry) }
      }
  }
}

/// Fewer person-times than people.
private func checkPersonTimes(_ heads: Headcount, of entry: some AnyEntry) -> [Diagnostic] {
  guard let people = heads.people, let personTimes = heads.personTimes, personTimes.value.isExact, people.value.isExact,
    personTimes.value.number < people.value.number
  else { return [] }
  return [
    FigureRules.personTimes.at(
      entry.place(personTimes.mark),
      Wording(
        "人次 \(personTimes.value.number) 比人数 \(people.value.number) 少",
        en: "there are \(personTimes.value.number) person-times, fewer than the \(people.value.number) people"),
      help: Wording("看看是不是写反了", en: "see whether the two are exchanged"),
      related: [Related(entry.place(people.mark), Wording("人数", en: "the people"))])
  ]
}

/// More in a part than in the whole. What is known roughly may be either.
private func checkPart(_ part: Part, _ record: any HasParts, of entry: some AnyEntry) -> [Diagnostic] {
  let help = Wording("核对这一部分和总数", en: "check the part and the whole")
  var faults: [Diagnostic] = []
  if let count = part.count?.exact, ["人", "人次"].contains(part.unit), let whole = record.whole?.exact,
    count.value > whole.value
  {
    faults.append(
      FigureRules.part.at(
        entry.place(count.mark),
        Wording(
          "“\(part.name.value)”\(count.value) \(part.unit)，比一共的 \(whole.value) \(part.unit)还多",
          en: "“\(part.name.value)” is \(count.value), more than all \(whole.value)"),
        help: help, related: [Related(entry.place(whole.mark), Wording("一共", en: "all"))]))
  }
  if let amount = part.amount?.exact, let whole = record.wholeAmount?.exact, amount.value > whole.value {
    faults.append(
      FigureRules.part.at(
        entry.place(amount.mark),
        Wording(
          "“\(part.name.value)”\(amount.value.grouped) 元，比一共的 \(whole.value.grouped) 元还多",
          en: "“\(part.name.value)” is \(amount.value.grouped), more than all \(whole.value.grouped)"),
        help: help, related: [Related(entry.place(whole.mark), Wording("一共", en: "all"))]))
  }
  return faults
}

/// Rates with their counts, such as 9 papers at 200 yuan and 6 at 100, which together are not the amount, or are more
/// than it where some say no count.
private func checkCounts(_ rates: [Rate], _ amount: Located<Money>, of entry: some AnyEntry) -> [Diagnostic] {
  let counted = rates.filter { $0.count != nil }
  let totals = counted.compactMap(\.total)
  guard let sum = Tally(totals).sum, totals.count == counted.count, sum != amount.value,
    counted.count == rates.count || sum > amount.value
  else { return [] }
  let terms = counted.map { "\($0.count?.value.number ?? 0)×\($0.amount.value.grouped)" }.joined(separator: " + ")
  return [
    FigureRules.rate.at(
      entry.place(amount.mark),
      Wording(
        "金额 \(amount.value.grouped) 元，各项标准 \(terms) 却是 \(sum.grouped) 元",
        en: "the amount is \(amount.value.grouped), but the rates \(terms) make \(sum.grouped)"),
      help: Wording("对照凭证，改正金额、标准或数量", en: "compare the voucher, and mend the amount, a rate or a count"),
      related: counted.prefix(1).map { Related(entry.place($0.amount.mark), Wording("标准", en: "the rate")) })
  ]
}

/// A single rate for each person whose product with the people is not the amount. Several rates may be alternatives or
/// add up; nobody but the author knows.
private func checkRate(
  _ rates: [Rate], _ headcount: Headcount, _ spending: Spending, of entry: some AnyEntry
) -> [Diagnostic] {
  guard let amount = spending.amount, spending.precision == .exact, let rate = rates.first else { return [] }
  if rates.contains(where: { $0.count != nil }) { return checkCounts(rates, amount, of: entry) }
  guard rates.count == 1 else { return [] }
  let heads: Located<Count>? =
    switch rate.unit {
    case "人", "每人": headcount.people
    case "人次", "次": headcount.personTimes ?? headcount.people
    default: nil
    }
  guard let heads, heads.value.isExact, heads.value.number > 0 else { return [] }
  let (fen, overflows) = rate.amount.value.fen.multipliedReportingOverflow(by: Int64(heads.value.number))
  guard !overflows, fen != amount.value.fen else { return [] }
  let product = Money(fen: fen).grouped
  return [
    FigureRules.rate.at(
      entry.place(amount.mark),
      Wording(
        "金额 \(amount.value.grouped) 元，标准 \(rate.amount.value.grouped) 元乘以 \(heads.value.number) \(rate.unit)却是 \(product) 元",
        en:
          "the amount is \(amount.value.grouped), but \(rate.amount.value.grouped) for each of \(heads.value.number) makes \(product)"
      ),
      help: Wording("对照凭证，改正金额、标准或人数", en: "compare the voucher, and mend the amount, the rate or the people"),
      related: [
        Related(entry.place(rate.amount.mark), Wording("标准", en: "the rate")),
        Related(entry.place(heads.mark), Wording("人数", en: "the people")),
      ])
  ]
}
