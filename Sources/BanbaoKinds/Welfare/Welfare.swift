package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource
package import BanbaoUnion

/// 福利核发: a month's list of what was handed out to how many and for how much, checked before it was.
package struct Welfare: SheetKind {
  /// One line of the list.
  package struct Item: Sendable {
    package var name: Located<String>
    package var people: Located<Count>?
    package var amount: Located<Rough<Money>>?
  }

  package var month: Located<Month>
  package var items: [Item]
  package var checkedBy: Located<String>?
  /// Its amount is that of the record, or else the sum of its items.
  package var spending: Spending
  /// What the record itself gives as the total, exactly.
  package var stated: Located<Money>?

  package static let folder = "welfare"
  package static let name = Wording("福利核发", en: "Welfare")
  package static let section = Wording("福利核发", en: "Welfare lists")
  /// Who checked a list stands there on purpose.
  package static let contactKeys: Set<String> = [Keys.checkedBy.name.name, Keys.checkedBy.name.alias]

  enum Keys {
    static let month = Key.month(
      "month", "月份", Wording("哪个月的，如 2026-03", en: "of which month, such as 2026-03"), .required
    )
    .called("月", "期间", "所属月份")
    static let items = GroupKey(
      "items", "项目", Wording("发了什么、多少人、多少元", en: "what, to how many, for how much"), .required
    )
    .called("核发项目", "明细", "清单", "福利项目")
    static let checkedBy = Key.text("checked_by", "审核", Wording("谁审核的", en: "who checked it")).called(
      "审核人", "核对", "核对人", "复核", "审核单位")
  }

  enum ItemKeys {
    static let name = Key.text("name", "名称", Wording("发了什么", en: "what"), .required).called(
      "项目", "内容", "福利", "item", "title")
    static let people = Key.roughCount("people", "人数", Wording("多少人", en: "how many people")).called("份数", "count")
    static let amount = Key.roughMoney("amount", "金额", Wording("一共多少元", en: "in yuan, together")).called(
      "合计", "总金额", "total")
  }

  package init?(reading fields: inout FieldReader) {
    let month = fields.read(Keys.month)
    items = fields.records(Keys.items) { fields in
      let name = fields.read(ItemKeys.name)
      let people = fields.read(ItemKeys.people)
      let amount = fields.read(ItemKeys.amount)
      return name.map { Item(name: $0, people: people, amount: amount) }
    }
    checkedBy = fields.read(Keys.checkedBy)
    let spending = Spending.read(&fields, isRequired: false)
    guard let month, let spending else { return nil }
    self.month = month
    self.spending = spending
    stated = spending.precision == .exact ? spending.amount : nil
    if self.spending.amount == nil, let sum {
      self.spending.amount = Located(sum.value.number, sum.mark)
      self.spending.precision = sum.value.precision
    }
    if self.spending.amount == nil { self.spending.isPending = true }
  }

  /// The amounts of all items together, at the place of the first; nil where one is missing.
  package var sum: Located<Rough<Money>>? {
    let amounts = items.compactMap(\.amount)
    guard amounts.count == items.count, let first = amounts.first, let sum = Tally(amounts.map(\.value)).sum else {
      return nil
    }
    return Located(sum, first.mark)
  }

  package func label(_ library: Library) -> String { library.words(month.value.wording) }
}
