import BanbaoDiagnostics
import BanbaoFinance
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Chapter {
  /// 财务经审: what records say was spent, by source and by account, and what was disclosed.
  static func finance(_ records: PeriodRecords) -> [Sentence] {
    let all = spent(records)
    return [
      Sentence([
        Clause(
          Wording("各项记录载明支出{n}元", en: "Records tell of {n} yuan spent"),
          Quantity(all.map { ($0.entry, $0.spending.amount?.value) })),
        Clause(
          Wording("凭证{n}份", en: "vouchers: {n}"),
          Quantity(different: all.map { ($0.entry, $0.spending.vouchers.map(\.value)) })),
      ])
    ] + sums(Wording("按经费来源：", en: "By source: "), all, source)
      + sums(Wording("按支出科目：", en: "By account: "), all, account)
      + [accounts(records), disclosures(records)]
  }

  /// What the books say of the period; unknown where there are none.
  private static func accounts(_ records: PeriodRecords) -> Sentence {
    let library = records.library
    let year = PublicYears(library)?[records.period.year]
    let sheet = year.flatMap { FinanceSheet($0, records.period) }
    let page = year?.periods.contains(records.period) ?? false ? records.period : Period(records.period.year)
    func quantity(_ amount: Money?) -> Quantity {
      Quantity(
        amount, title: library.words(sheetTitle(page)), url: sheetPath(page))
    }
    return Sentence([
      Clause(Wording("本期收入{n}元", en: "Income {n} yuan"), quantity(sheet?.amount(.total(.income)))),
      sheet.map { Clause(Wording("支出{n}元", en: "expense {n} yuan"), quantity($0.amount(.total(.expense)))) },
      Clause(Wording("全年支出预算{n}元", en: "the year's budget {n} yuan"), quantity(sheet?[.total(.expense)]?.budget)),
      sheet?[.total(.expense)]?.rate.map {
        Clause(Wording("执行{rate}", en: "{rate} of it spent"), ["rate": .text($0.text)])
      },
      Clause(Wording("期末结余{n}元", en: "balance at the end {n} yuan"), quantity(sheet?.amount(.closing))),
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
      a.key.isEmpty != b.key.isEmpty ? b.key.isEmpty : a.key.utf8.lexicographicallyPrecedes(b.key.utf8)
    }
    guard groups.contains(where: { !$0.key.isEmpty }) else { return [] }
    let clauses = groups.map { key, members in
      Clause(
        Wording("{name}{n}元", en: "{name} {n} yuan"),
        [
          "name": key.isEmpty ? .wording(Wording("未记明", en: "not said")) : .text(key),
          "n": .quantity(Quantity(members.map { ($0.entry, $0.spending.amount?.value) })),
        ])
    }
    return [
      Sentence([
        Clause(
          Wording(label.zh + "{list}", en: label.en + "{list}"), ["list": .clauses(clauses, Wording("，", en: ", "))])
      ])
    ]
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
    let sheets = (PublicYears(library)?.years ?? []).flatMap(\.disclosures).filter {
      records.holds($0.published?.value)
    }
    if !sheets.isEmpty {
      let shares = sheets.map(\.period.value).sorted().map { period in
        Quantity.Share(
          title: library.words(sheetTitle(period)), url: sheetPath(period), printed: "")
      }
      return Sentence([Clause(Wording("公开经费收支{n}次", en: "Disclosures of income and spending: {n}"), Quantity(shares))])
    }
    return Sentence(
      Wording("公开经费收支{n}次{list}", en: "Disclosures of income and spending: {n}{list}"),
      [
        "n": .quantity(Quantity(counting: notices)),
        "list": .clauses(
          notices.isEmpty ? [] : [Clause(Wording("：{list}", en: ", {list}"), ["list": .records(notices)])], noWords),
      ])
  }
}
