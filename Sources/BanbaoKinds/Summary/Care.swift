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
    let amount = Quantity(visits) { $0.record.spending.figure }
    let calls = Quantity(visits, lacks: { _ in false }, { $0.record.visits?.value })
    let aid = Quantity(
      (visits.map { ($0 as any AnyEntry, $0.record.spending) }
        + benefits.map { ($0 as any AnyEntry, $0.record.spending) })
        .filter { $0.1.source?.value.contains("上级") ?? false }.map { ($0.0, $0.1.figure) })
    let total = Sentence([
      times.isKnown || !calls.isKnown ? Clause("走访慰问\(times)人次", en: "\(times) person-times visited") : nil,
      calls.known.map { Clause("上门\($0)次", en: "visits: \($0)") },
      Clause("慰问金额\(amount)元", en: "\(amount) yuan spent on visits"),
      aid.known.map { Clause("争取上级帮扶资金\($0)元", en: "\($0) yuan of aid from above") },
    ])
    let byOccasion = Visit.Sort.allCases.compactMap { sort -> Sentence? in
      let members = visits.filter { $0.record.sort.value == sort }
      return members.isEmpty ? nil : visit(sort, members)
    }
    let byKind = Benefit.Sort.allCases.flatMap { sort -> [Sentence] in
      benefits.filter { $0.record.sort.value == sort }.map { benefit($0) }
    }
    let spent = Quantity(
      benefits, lacks: { $0.record.ownOutlay?.isBooked ?? false }, { $0.record.ownOutlay?.figure })
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
    return [total] + byOccasion + [welfare] + monthly(records) + donations(records) + entrusted(records)
      + (young.map { [$0] } ?? [])
  }

  /// `核发福利11个月，1,234人次，支出56,789.00元，经审核11份`.
  private static func monthly(_ records: PeriodRecords) -> [Sentence] {
    let lists = records.entries(of: Welfare.self)
    guard !lists.isEmpty else { return [] }
    let months = Quantity(different: lists.map { ($0 as any AnyEntry, [$0.record.month.value.wording.zh]) })
    let amount = Quantity(lists) { $0.record.ownOutlay?.figure }
    let checked = Quantity(counting: lists.filter { $0.record.checkedBy != nil }).known
    let times = attendance(lists)
    return [
      Sentence([
        Clause("按月核发福利\(months)个月", en: "Months with a welfare list: \(months)"),
        Clause("\(times)人次", en: "\(times) person-times"), Clause("支出\(amount)元", en: "\(amount) yuan"),
        checked.map { Clause("清单经审核\($0)份", en: "lists checked: \($0)") },
      ])
    ]
  }

  /// What is kept for others, and how much of it is left.
  private static func entrusted(_ records: PeriodRecords) -> [Sentence] {
    let all = records.entries(of: Entrusted.self)
    // Of an agreement that has several records, the last one tells what is left.
    let agreements = Entrusted.newest(all)
    guard let count = Quantity(counting: agreements).known else { return [] }
    let received = Quantity(all, lacks: { _ in false }, { $0.record.received?.value })
    let paid = Quantity(all, lacks: { _ in false }, { $0.record.paid?.value })
    let closing = Quantity(agreements) { $0.record.closing?.value }
    return [
      Sentence(
        [
          Clause("按协议代管款项\(count)项", en: "Money kept under agreements: \(count)"),
          received.known.map { Clause("代收\($0)元", en: "\($0) yuan received") },
          paid.known.map { Clause("代付\($0)元", en: "\($0) yuan paid out") },
          closing.isZero
            ? Clause("全部结清", en: "all of it settled") : Clause("余额\(closing)元", en: "\(closing) yuan still kept"),
        ], details: all.map { keeping($0) })
    ]
  }

  /// `《代管生活费》，2026年4月1日书面协议，每月代付3,000.00元，代管4个月，已结清`.
  private static func keeping(_ entry: Entry<Entrusted>) -> Sentence {
    let record = entry.record
    func amount(_ key: Key<Located<Rough<Money>>?>, _ amount: Located<Rough<Money>>?, _ words: Wording) -> Clause? {
      Quantity(key, amount, of: entry).map { Clause("\(words.zh)\($0)元", en: "\($0) yuan \(words.en)") }
    }
    return Sentence([
      .days(entry.date), .record(entry), .said(record.agreement.value),
      amount(Entrusted.Keys.monthly, record.monthly, Wording("每月代付", en: "paid each month")),
      Quantity(Entrusted.Keys.months, record.months, of: entry).map {
        Clause("代管\($0)个月", en: "for \($0) months")
      },
      record.closing?.exact?.value.fen == 0
        ? Clause("已结清", en: "settled")
        : amount(Entrusted.Keys.closing, record.closing, Wording("余额", en: "still kept")),
      .upperDocuments(entry),
    ])
  }

  /// What members gave for others.
  private static func donations(_ records: PeriodRecords) -> [Sentence] {
    let all = records.entries(of: Donation.self)
    guard !all.isEmpty else { return [] }
    let count = Quantity(counting: all)
    let donors = Quantity(all, lacks: { _ in false }, { $0.record.donors?.value })
    let raised = Quantity(all) { $0.record.raised?.value }
    let given = Quantity(all, lacks: { _ in false }, { $0.record.given?.value })
    return [
      Sentence(
        [
          Clause("组织爱心捐助\(count)次", en: "Collections: \(count)"),
          donors.known.map { Clause("捐款\($0)人次", en: "\($0) gifts") },
          Clause("会员捐款\(raised)元", en: "\(raised) yuan given by members"),
          given.known.map { Clause("已捐出\($0)元", en: "\($0) yuan handed over") },
        ],
        details: all.map { entry in
          let own = Quantity([entry]) { $0.record.raised?.value }
          return Sentence([
            .days(entry.date), .record(entry), .said(entry.record.cause.value),
            Clause("募集\(own)元", en: "\(own) yuan raised"),
            .said(Wording("交", en: "handed over to "), entry.record.recipient),
          ])
        })
    ]
  }

  /// `患病慰问108人次，金额12,118.40元，慰问品`.
  static func visit(_ sort: Visit.Sort, _ entries: [Entry<Visit>]) -> Sentence {
    let calls = Quantity(entries, lacks: { _ in false }, { $0.record.visits?.value })
    let counted = attendance(entries).isKnown || !calls.isKnown ? turnout(entries)?.unnamed : nil
    let heads = Clause.list([calls.known.map { Clause("\($0)次", en: "\($0) visits").unnamed }, counted])
    let forms = Visit.Form.allCases.filter { form in entries.contains { $0.record.form == form } }
    let amount = Quantity(entries) { $0.record.spending.figure }
    return Sentence([
      heads.map { Clause("\(sort.rawValue)慰问\($0.unnamed)", en: "\(sort.english): \($0.unnamed)") },
      Clause("金额\(amount)元", en: "\(amount) yuan"),
      forms.isEmpty
        ? nil
        : Clause(
          "形式为\(forms.map(\.rawValue).joined(separator: "、"))",
          en: "as \(forms.map { $0.english.lowercased() }.joined(separator: " and "))"),
      parts(entries), rates(entries) { $0.rates },
    ])
  }

  static func benefit(_ entry: Entry<Benefit>) -> Sentence {
    let benefit = entry.record
    let sort = benefit.sort.value
    let people = Quantity([entry]) { $0.record.people?.value }
    let amount = Quantity([entry]) { $0.record.spending.figure }
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
      parts([entry]), rates([entry]) { $0.rates }, .upperDocuments(entry),
    ])
  }
}

extension Spending {
  /// Whether it stands in the books, so that there must be an amount.
  fileprivate var isBooked: Bool { account != nil || !vouchers.isEmpty }
}
