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
    let times = attendance(visits)
    let amount = Quantity(visits) { $0.record.spending.amount?.value }
    let total = Sentence([
      Clause("走访慰问\(times)人次", en: "\(times) person-times visited"),
      Clause("慰问金额\(amount)元", en: "\(amount) yuan spent on visits"),
    ])
    let byOccasion = Visit.Sort.allCases.compactMap { sort -> Sentence? in
      let members = visits.filter { $0.record.sort.value == sort }
      return members.isEmpty ? nil : visit(sort, members)
    }
    let byKind = Benefit.Sort.allCases.flatMap { sort -> [Sentence] in
      benefits.filter { $0.record.sort.value == sort }.map { benefit($0) }
    }
    let spent = Quantity(
      benefits, lacks: { $0.record.ownOutlay?.isBooked ?? false }, { $0.record.ownOutlay?.amount?.value })
    let count = Quantity(counting: benefits)
    let welfare = Sentence(
      [
        Clause("办理福利互助\(count)项", en: "Benefits: \(count)"),
        spent.known.map { Clause("支出\($0)元", en: "\($0) yuan") },
      ], details: byKind)
    let young = Quantity(counting: children).known.map { count in
      Sentence(
        [Clause("开展职工子女活动\(count)项", en: "Activities for children: \(count)")],
        details: children.map { activity($0, records.library) })
    }
    return [total] + byOccasion + [welfare] + (young.map { [$0] } ?? [])
  }

  /// `患病慰问108人次，金额12,118.40元，慰问品`.
  static func visit(_ sort: Visit.Sort, _ entries: [Entry<Visit>]) -> Sentence {
    let heads = turnout(entries)
    let forms = Visit.Form.allCases.filter { form in entries.contains { $0.record.form == form } }
    let amount = Quantity(entries) { $0.record.spending.amount?.value }
    return Sentence([
      heads.map { Clause("\(sort.rawValue)慰问\($0.unnamed)", en: "\(sort.english): \($0.unnamed)") },
      Clause("金额\(amount)元", en: "\(amount) yuan"),
      forms.isEmpty
        ? nil
        : Clause(
          "形式为\(forms.map(\.rawValue).joined(separator: "、"))",
          en: "as \(forms.map { $0.english.lowercased() }.joined(separator: " and "))"),
      rates(entries) { $0.rates },
    ])
  }

  static func benefit(_ entry: Entry<Benefit>) -> Sentence {
    let benefit = entry.record
    let sort = benefit.sort.value
    let people = Quantity([entry]) { $0.record.people?.value }
    let amount = Quantity([entry]) { $0.record.spending.amount?.value }
    let paid = Quantity([entry]) { $0.record.paidByMembers?.value }
    return Sentence([
      Clause("\(sort.rawValue)：\(entry)", en: "\(sort.english): \(entry)"),
      // Of what was given nobody wrote anything down: at least for how many it was is wanted.
      people.isKnown || !amount.isKnown && benefit.rates.isEmpty && !paid.isKnown
        ? Clause("\(people)人", en: "\(people) people") : nil,
      amount.known.map {
        sort == .offer
          ? Clause("回馈\($0)元", en: "\($0) yuan given back") : Clause("金额\($0)元", en: "\($0) yuan")
      },
      paid.known.map { Clause("职工自付\($0)元", en: "\($0) yuan paid by members") },
      rates([entry]) { $0.rates }, .said(Wording("依据", en: "by "), benefit.upperDocument?.value ?? ""),
    ])
  }
}

extension Spending {
  /// Whether it stands in the books, so that there must be an amount.
  fileprivate var isBooked: Bool { account != nil || !vouchers.isEmpty }
}
