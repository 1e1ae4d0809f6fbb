package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource
package import BanbaoUnion

/// 福利互助: insurance, examinations, cards and offers, in counts and sums (DomainNotes 7.1, E).
package struct Benefit: SheetKind {
  /// 类别: what members got.
  package enum Sort: String, Choice {
    case mutualAid = "互助保障"
    case examination = "体检"
    case card = "会员卡"
    case festival = "节日福利"
    case children = "子女"
    case papers = "论文奖励"
    case offer = "合作优惠"
    case other = "其他"

    package var english: String {
      switch self {
      case .mutualAid: "Mutual aid"
      case .examination: "Physical examination"
      case .card: "Members' card"
      case .festival: "Festival goods"
      case .children: "Children"
      case .papers: "Rewards for papers"
      case .offer: "Partners' offers"
      case .other: "Other"
      }
    }
  }

  package var sort: Located<Sort>
  package var people: Located<Count>?
  package var rates: [Rate]
  package var spending: Spending
  /// What the members themselves paid, such as the price of what an offer added to.
  package var paidByMembers: Located<Rough<Money>>?
  package var parts: [Part]

  package static let folder = "benefits"
  package static let name = Wording("福利互助", en: "Benefit")
  package static let section = Wording("福利互助", en: "Benefits")
  package static let dateMayBeSpan = true

  enum Keys {
    static let kind = Key.choice("kind", "类别", Sort.self, Wording("福利的种类", en: "the kind of benefit"), .required)
      .called("分类", "类型", "种类", "category", "categories", "type", "福利类别")
    static let people = Key.roughCount("people", "人数", Wording("多少人", en: "how many people")).called(
      "参加人数", "参与人数", "慰问人数", "受益人数", "培训人数", "参会人数", "到会人数", "人员数", "participants", "count")
    static let rates = GroupKey("rates", "标准", Wording("每份多少元", en: "what each gets")).called("福利标准", "人均", "发放标准")
    static let paidByMembers = Key.roughMoney(
      "paid_by_members", "职工自付", Wording("职工自己付了多少元", en: "what members paid themselves")
    ).called("会员自付", "个人自付", "个人支付", "会员支付", "自付", "自付金额", "个人负担")
  }

  package init?(reading fields: inout FieldReader) {
    let sort = fields.read(Keys.kind)
    people = fields.read(Keys.people)
    let unit = sort?.value == .papers ? "篇" : "人"
    rates = fields.records(Keys.rates) { Rate.read(&$0, unit: unit) }
    let spending = Spending.read(&fields, isRequired: false)
    paidByMembers = fields.read(Keys.paidByMembers)
    parts = Part.read(&fields)
    Self.reportNameKeys(&fields)
    guard let sort, let spending else { return nil }
    self.sort = sort
    self.spending = spending
  }

  package func label(_ library: Library) -> String { library.words(sort.value) }
}
