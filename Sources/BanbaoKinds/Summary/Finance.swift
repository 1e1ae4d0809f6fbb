import BanbaoDiagnostics
import BanbaoFinance
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Chapter {
  /// 财务经审: what records say was spent, by source and by account, and what was disclosed.
  static func finance(_ records: PeriodRecords) -> [Sentence] {
    let paid = spent(records)
    let all = paid.filter { !$0.isPaidByOthers }
    let amount = Quantity(all.map { ($0.entry, $0.spending.figure) })
    let vouchers = Quantity(different: all.map { ($0.entry, $0.spending.vouchers.map(\.value)) })
    return [
      Sentence([
        Clause("各项记录载明支出\(amount)元", en: "Records tell of \(amount) yuan spent"),
        Clause("凭证\(vouchers)份", en: "vouchers: \(vouchers)"),
      ])
    ] + sums(Wording("按经费来源：", en: "By source: "), all, source)
      + sums(Wording("按支出科目：", en: "By account: "), all, account) + others(paid.filter(\.isPaidByOthers))
      + [accounts(records), disclosures(records)]
  }

  /// What partners gave and persons paid themselves.
  private static func others(_ all: [Spender]) -> [Sentence] {
    guard !all.isEmpty else { return [] }
    // What says no source is an offer of partners (`Spends.isPaidByOthers`).
    let (persons, partners) = split(all) { $0.spending.source?.value.contains("个人") ?? false }
    func amount(_ some: [Spender]) -> Quantity? {
      some.isEmpty ? nil : Quantity(some.map { ($0.entry, $0.spending.figure) })
    }
    let paid = Clause.list([
      amount(partners).map { Clause("合作单位回馈\($0)元", en: "partners gave \($0) yuan") },
      amount(persons).map { Clause("个人出资\($0)元", en: "persons paid \($0) yuan") },
    ])
    return [Sentence([paid.map { Clause("另有\($0)，不是工会支出", en: "Besides, \($0), which is no expense of the union") }])]
  }

  private static func split(_ all: [Spender], _ isMeant: (Spender) -> Bool) -> ([Spender], [Spender]) {
    (all.filter(isMeant), all.filter { !isMeant($0) })
  }

  /// What the books say of the period; unknown where there are none.
  private static func accounts(_ records: PeriodRecords) -> Sentence {
    let booked = BookedFigures(records)
    return Sentence([
      Clause("本期收入\(booked.income)元", en: "Income \(booked.income) yuan"),
      booked.isKept ? Clause("支出\(booked.expense)元", en: "expense \(booked.expense) yuan") : nil,
      Clause("全年支出预算\(booked.budget)元", en: "the year's budget \(booked.budget) yuan"),
      booked.rate.map { Clause("执行\($0.text)", en: "\($0.text) of it spent") },
      Clause("期末结余\(booked.closing)元", en: "balance at the end \(booked.closing) yuan"),
    ])
  }

  private static func spent(_ records: PeriodRecords) -> [Spender] {
    Spender.all(in: records.library).filter {
      records.period.covers($0.entry.date) && $0.entry.date.first <= records.library.today
    }
  }

  private static func sums(_ label: Wording, _ all: [Spender], _ key: (Spending) -> String) -> [Sentence] {
    let groups = grouped(all) { key($0.spending) }.sorted { a, b in
      // What has no name comes last.
      a.key.isEmpty != b.key.isEmpty ? b.key.isEmpty : a.key.precedes(b.key)
    }
    guard groups.contains(where: { !$0.key.isEmpty }) else { return [] }
    let clauses = groups.map { key, members in
      let name = key.isEmpty ? Wording("未记明", en: "not said") : Wording(key, en: key)
      let amount = Quantity(members.map { ($0.entry, $0.spending.figure) })
      return Clause("\(name)\(amount)元", en: "\(name) \(amount) yuan")
    }
    let list = Clause.list(clauses, by: Wording("，", en: ", "))
    return [Sentence([Clause("\(label)\(list)", en: "\(label)\(list)")])]
  }

  private static func source(_ spending: Spending) -> String { spending.source?.value ?? "" }

  /// The name of the account without its number, which not every record gives.
  private static func account(_ spending: Spending) -> String {
    let text = foldedFullWidth(spending.account?.value ?? "")
    return trimmed(text.drop { $0.isWholeNumber || $0 == " " })
  }

  private static func disclosures(_ records: PeriodRecords) -> Sentence {
    let notices = records.entries(of: Notice.self).filter { entry in
      entry.common.tags.contains { $0.value == "经费公开" }
        || (entry.title.contains("公开") && ["经费", "收支", "财务"].contains { entry.title.contains($0) })
    }
    let library = records.library
    let sheets = library.derived(PublicYears.self).years.flatMap(\.disclosures).filter {
      records.holds($0.published?.value)
    }
    if !sheets.isEmpty {
      let shares = sheets.map(\.period.value).sorted().map { period in
        Quantity.Share(
          title: library.words(sheetTitle(period)), url: sheetPath(period), printed: Quantity.Share.untold)
      }
      return disclosed(Quantity(shares), nil)
    }
    return disclosed(Quantity(counting: notices), notices.isEmpty ? nil : Clause("：\(notices)", en: ", \(notices)"))
  }

  private static func disclosed(_ count: Quantity, _ list: Clause?) -> Sentence {
    Sentence([Clause("公开经费收支\(count)次\(list)", en: "Disclosures of income and spending: \(count)\(list)")])
  }
}
