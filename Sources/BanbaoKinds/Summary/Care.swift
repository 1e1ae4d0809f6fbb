import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Chapter {
  /// 关心职工: visits and benefits by kind, and what was done for members' children.
  static func care(_ records: PeriodRecords) -> [Sentence] {
    let visits = records.entries(of: Visit.self)
    let benefits = records.entries(of: Benefit.self)
    let children = records.entries(of: Activity.self).filter { $0.record.sort.value == .children }
    let total = Sentence([
      Clause(
        Wording("走访慰问{n}人次", en: "{n} person-times visited"),
        attendance(visits, people: { $0.people?.value }, personTimes: { $0.personTimes?.value })),
      Clause(
        Wording("慰问金额{n}元", en: "{n} yuan spent on visits"), Quantity(visits) { $0.record.spending.amount?.value }),
    ])
    let byOccasion = Visit.Sort.allCases.compactMap { sort -> Sentence? in
      let members = visits.filter { $0.record.sort.value == sort }
      return members.isEmpty ? nil : visit(sort, members)
    }
    let byKind = Benefit.Sort.allCases.flatMap { sort -> [Sentence] in
      benefits.filter { $0.record.sort.value == sort }.map { benefit($0) }
    }
    let spent = Quantity(benefits, lacks: { $0.record.spending.isBooked }, { $0.record.spending.amount?.value })
    let welfare =
      benefits.isEmpty
      ? [Sentence([Clause(Wording("办理福利互助{n}项", en: "Benefits: {n}"), .unknown)])]
      : [
        Sentence(
          [
            Clause(Wording("办理福利互助{n}项", en: "Benefits: {n}"), Quantity(counting: benefits)),
            spent.isKnown ? Clause(Wording("支出{n}元", en: "{n} yuan"), spent) : nil,
          ], details: byKind)
      ]
    let young =
      children.isEmpty
      ? []
      : [
        Sentence(
          [Clause(Wording("开展职工子女活动{n}项", en: "Activities for children: {n}"), Quantity(counting: children))],
          details: children.map { activity($0, records.library) })
      ]
    return [total] + byOccasion + welfare + young
  }

  /// `患病慰问108人次，金额12,118.40元，慰问品`.
  static func visit(_ sort: Visit.Sort, _ entries: [Entry<Visit>]) -> Sentence {
    let heads = turnout(entries, people: { $0.people?.value }, personTimes: { $0.personTimes?.value })
    let forms = Visit.Form.allCases.filter { form in entries.contains { $0.record.form == form } }
    return Sentence([
      heads.map {
        Clause(
          Wording("\(sort.rawValue)慰问{list}", en: "\(sort.english): {list}"), ["list": .clause($0)])
      },
      Clause(Wording("金额{n}元", en: "{n} yuan"), Quantity(entries) { $0.record.spending.amount?.value }),
      forms.isEmpty
        ? nil
        : Clause(
          Wording(
            "形式为\(forms.map(\.rawValue).joined(separator: "、"))",
            en: "as \(forms.map { $0.english.lowercased() }.joined(separator: " and "))")),
      rates(entries) { $0.rates },
    ])
  }

  static func benefit(_ entry: Entry<Benefit>) -> Sentence {
    let benefit = entry.record
    return Sentence([
      Clause(
        Wording("{kind}：{r}", en: "{kind}: {r}"),
        ["kind": .wording(Wording(benefit.sort.value.rawValue, en: benefit.sort.value.english)), "r": .record(entry)]),
      // Of what was given nobody wrote anything down: at least for how many it was is wanted.
      benefit.people != nil || benefit.spending.amount == nil && benefit.rates.isEmpty && benefit.paidByMembers == nil
        ? Clause(Wording("{n}人", en: "{n} people"), Quantity([entry]) { $0.record.people?.value }) : nil,
      benefit.sort.value == .offer
        ? figure(Wording("回馈{n}元", en: "{n} yuan given back"), [entry]) { $0.record.spending.amount?.value }
        : figure(Wording("金额{n}元", en: "{n} yuan"), [entry]) { $0.record.spending.amount?.value },
      figure(Wording("职工自付{n}元", en: "{n} yuan paid by members"), [entry]) { $0.record.paidByMembers?.value },
      rates([entry]) { $0.rates }, .said(Wording("依据", en: "by "), benefit.upperDocument?.value ?? ""),
    ])
  }
}

extension Spending {
  /// Whether it stands in the books, so that there must be an amount.
  fileprivate var isBooked: Bool { account != nil || !vouchers.isEmpty }
}
