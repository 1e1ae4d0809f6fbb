import BanbaoDiagnostics
import BanbaoSource

extension YearBooks {
  // MARK: Dues

  /// A month without dues among months that have them. What is made up for in the next month, or was paid ahead, is not
  /// missing; nor is anything where dues do not come by the month.
  func checkDuesMonths(_ ledger: Ledger, _ totals: Totals, on today: Day) -> [Diagnostic] {
    guard let dues = chart.index(ofNumber: "401") else { return [] }
    let sums = (0..<12).map { totals.amount(dues, months: $0..<$0 + 1).fen }
    let paid = sums.indices.filter { sums[$0] > 0 }
    // The last month with an entry may not be over.
    let booked = (index?.bookedMonths ?? 0) - (today.year > year ? 0 : 1)
    guard let first = paid.first, let last = paid.last, paid.count > 3 else { return [] }
    let missing = (first..<max(last + 1, booked)).filter { sums[$0] <= 0 }
    guard missing.count * 4 <= paid.count else { return [] }
    let usual = paid.map { sums[$0] }.sorted()[paid.count / 2]
    return missing.compactMap { month in
      let neighbours = [paid.last { $0 < month }, paid.first { $0 > month }].compactMap { $0 }
      let isMadeUp = neighbours.contains { sums[$0] / 8 >= usual / 5 }
      let members = Set(chart.members[dues])
      let next = neighbours.last.map { $0 + 1 }
      guard !isMadeUp,
        let entry = ledger.entries.first(where: {
          members.contains($0.account) && $0.day.parts.month == next
        })
      else { return nil }
      return PurposeDoubtRules.dues.at(
        ledger.place(entry, .date),
        Wording("\(month + 1)月没有会费，前后各月都有", en: "month \(month + 1) has no dues, those around it have"),
        help: Wording(
          "会费按月交：漏记的补记，没有收的补收；几个月一起收的，摘要写明是哪几个月", en: "dues are paid each month: book or collect what is missing"))
    }
  }

  // MARK: Money for a purpose

  /// 专款专用 (财会〔2021〕7号 art. 22): of the money that came from the upper union, the employer or partners no more is
  /// spent than came; and of one project no more than was received for it.
  ///
  /// - Parameter last: the books of the year before, of whose money some may be left.
  func checkRestricted(_ ledger: Ledger, _ totals: Totals, after last: YearBooks?) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for source in [FundSource.upper, .employer, .partner] {
      var received = carried &+ max(0, last?.left(of: source) ?? 0)
      var came = false
      for entry in ledger.entries where entry.source == source && chart.accounts[entry.account].side == .income {
        received &+= entry.isIncome ? entry.amount.fen : 0 &- entry.amount.fen
        came = true
      }
      guard came else { continue }
      var spent = Int64(0)
      for entry in ledger.entries where entry.source == source && chart.accounts[entry.account].side == .expense {
        spent &+= entry.isIncome ? 0 &- entry.amount.fen : entry.amount.fen
        guard spent > received else { continue }
        diagnostics.append(
          overspent(ledger, entry, Wording("经费来源“\(source.rawValue)”", en: source.english), received, spent))
        break
      }
    }
    for (name, project) in projects(totals) where project.came && project.spent > project.received {
      guard let entry = ledger.entries.last(where: { project.expenses.contains($0.account) && !$0.isIncome }) else {
        continue
      }
      diagnostics.append(
        overspent(ledger, entry, Wording("专项“\(name)”", en: "the project \(name)"), project.received, project.spent))
    }
    return diagnostics
  }

  /// What 321 工会资金结转 held at the opening, where the book says so: money for purposes that was not spent yet.
  private var carried: Int64 { max(0, chart.index(ofNumber: "321").map { openings.of($0).fen } ?? 0) }

  /// What came from a source in the year and was not spent.
  private func left(of source: FundSource) -> Int64 {
    (ledger?.entries ?? []).reduce(0) { sum, entry in
      guard entry.source == source, [.income, .expense].contains(chart.accounts[entry.account].side) else { return sum }
      return entry.isIncome ? sum &+ entry.amount.fen : sum &- entry.amount.fen
    }
  }

  private struct Project {
    var received = Int64(0)
    var spent = Int64(0)
    var came = false
    var expenses = Set<Int>()
  }

  /// Income and expense under details of one name.
  private func projects(_ totals: Totals) -> [(key: String, value: Project)] {
    var projects: [String: Project] = [:]
    for account in chart.accounts.indices where chart.accounts[account].isDetail {
      let own = chart.accounts[account]
      let amount = totals.ownAmount(account, months: 0..<12).fen
      switch own.side {
      case .income:
        projects[own.name, default: Project()].received &+= amount
        if amount > 0 { projects[own.name]?.came = true }
      case .expense:
        projects[own.name, default: Project()].spent &+= amount
        projects[own.name]?.expenses.insert(account)
      case .netAsset: projects[own.name, default: Project()].received &+= openings.own[account]
      default: break
      }
    }
    return projects.sorted { $0.key.precedes($1.key) }
  }

  private func overspent(
    _ ledger: Ledger, _ entry: LedgerEntry, _ name: Wording, _ received: Int64, _ spent: Int64
  ) -> Diagnostic {
    PurposeDoubtRules.overspent.at(
      ledger.amountPlace(entry),
      Wording(
        "\(name.zh)的钱到这一行用了 \(Money(fen: spent).grouped)，收到的只有 \(Money(fen: received).grouped)",
        en:
          "up to this line \(Money(fen: spent).grouped) of \(name.en) are spent, of \(Money(fen: received).grouped) that came"
      ),
      help: Wording(
        "专款专用，收到多少用多少：超过的改用工会经费；上年结转下来的，在期初里写 321 工会资金结转",
        en:
          "no more is spent than came: pay the rest from the union's own funds; what was left of last year stands in the opening as 321"
      ))
  }

  /// Money of the upper union that was given for one thing and spent on another, by the words of what came.
  func checkPurposes(_ ledger: Ledger) -> [Diagnostic] {
    var allowed = Set<String>()
    var given: LedgerEntry?
    for entry in ledger.entries where entry.source == .upper && chart.accounts[entry.account].side == .income {
      let text = ledger.summary(entry)
      let found = purposes.filter { purpose in purpose.words.contains(where: text.contains) }
      // What came for anything may be spent on anything.
      guard !found.isEmpty else { return [] }
      for purpose in found { allowed.formUnion(purpose.accounts) }
      given = given ?? entry
    }
    guard let given, chart.standard == .of2021 else { return [] }
    return ledger.entries.compactMap { entry in
      guard entry.source == .upper, entry.amount.fen > 0 else { return nil }
      let account = chart.accounts[entry.account]
      guard account.side == .expense,
        !allowed.contains(where: { account.number.hasPrefix($0) })
      else { return nil }
      return PurposeDoubtRules.purpose.at(
        ledger.place(entry, .account),
        Wording(
          "\(entry.voucher.text) 用上级的专项补助付 \(account.title)，补助不是给这个用的",
          en: "\(entry.voucher.text) pays \(account.title) from a subsidy that was given for something else"),
        help: Wording(
          "专项补助只用在它的项目上：这一笔改用工会经费，或改正科目",
          en: "a subsidy is spent on what it was given for: pay this from the union's own funds, or mend the account"),
        related: [Related(ledger.place(given, .summary), Wording("收到的补助", en: "the subsidy"))])
    }
  }

  /// 会费 are for members' activities and service, not for offices and equipment (《基层工会经费收支管理办法》).
  func checkDuesSpending(_ ledger: Ledger) -> [Diagnostic] {
    let own = chart.standard == .of2021 ? ["507"] : ["504", "505"]
    return ledger.entries.compactMap { entry in
      guard entry.source == .dues, entry.amount.fen > 0 else { return nil }
      let account = chart.accounts[entry.account]
      guard account.side == .expense,
        own.contains(where: { account.number.hasPrefix($0) })
      else { return nil }
      return PurposeDoubtRules.duesSpent.at(
        ledger.place(entry, .source),
        Wording(
          "\(entry.voucher.text) 用会费付 \(account.title)", en: "\(entry.voucher.text) pays \(account.title) from dues"),
        help: Wording(
          "会费用于会员活动；办公和购置用工会经费：核对经费来源",
          en: "dues are for members' activities; offices and equipment are paid from union funds: check the source"))
    }
  }

  // MARK: What the rules forbid

  /// What union money is never for, or not for whom, by the words of summaries (DomainNotes 1.8; 总工办发〔2017〕32号). What stands in a
  /// record is judged there.
  ///
  /// - Parameter senses: by entry, what its summary tells.
  func checkForbidden(_ ledger: Ledger, _ senses: [SummarySense]) -> [Diagnostic] {
    guard year >= 2018 else { return [] }
    let asked: SummarySense = [.card, .entertaining, .leisure, .penalty, .travel, .pay, .examination, .retired]
    return ledger.entries.indices.compactMap { index in
      let sense = senses[index]
      guard !sense.isDisjoint(with: asked) else { return nil }
      let entry = ledger.entries[index]
      guard chart.accounts[entry.account].side == .expense, entry.amount.fen > 0,
        ![.employer, .personal, .partner].contains(entry.source)
      else { return nil }
      guard sense.isDisjoint(with: [.denial, .correction]),
        let fault = forbidden(sense, isRecorded: entry.record != nil)
      else { return nil }
      return PurposeDoubtRules.forbidden.at(
        ledger.place(entry, .summary),
        Wording(
          "\(entry.voucher.text)（\(entry.amount.grouped)）：\(fault.message.zh)",
          en: "\(entry.voucher.text), \(entry.amount.grouped): \(fault.message.en)"), help: fault.help)
    }
  }

  private func forbidden(_ sense: SummarySense, isRecorded: Bool) -> (message: Wording, help: Wording)? {
    if sense.contains(.card) {
      return (
        Wording("工会经费不发购物卡、代金券", en: "union money gives no shopping cards or vouchers"),
        Wording(
          "改发实物，追回卡券；不是卡券的，摘要写明买的什么", en: "give goods instead; if it was no card, let the summary say what was bought")
      )
    }
    if sense.contains(.entertaining) {
      return (
        Wording("工会经费不用来请客送礼、买烟酒", en: "union money is not for entertaining and presents"),
        Wording("退回这笔支出；不是招待的，摘要写明用途", en: "have it returned; if it was something else, let the summary say so")
      )
    }
    if sense.contains(.leisure) {
      return (
        Wording("工会经费不用于高消费的娱乐和健身", en: "union money is not for costly entertainment"),
        Wording(
          "退回这笔支出；是职工文体活动的，摘要写明是什么活动",
          en: "have it returned; if it was an activity for members, let the summary name it")
      )
    }
    if sense.contains(.penalty) {
      return (
        Wording("罚款、滞纳金不由工会经费付", en: "union money does not pay fines"),
        Wording("由责任人或行政承担，退回这笔支出", en: "let those who owe it pay, and have it returned")
      )
    }
    if sense.contains(.travel) {
      return (
        Wording("工会经费不用来旅游", en: "union money is not for tourism"),
        Wording(
          "春秋游在本市、当日往返，摘要写明是什么活动；旅游的退回",
          en: "outings stay in the city for a day: let the summary name the activity, or have it returned")
      )
    }
    if sense.contains(.pay), sense.isDisjoint(with: .earned) {
      return (
        Wording("工会经费不发津贴、奖金、补贴", en: "union money pays no allowances and bonuses"),
        Wording(
          "退回这笔支出，由行政按规定发；是竞赛或评选的奖励、困难补助的，摘要写明",
          en: "have it returned; if it was a prize or help in need, let the summary say so")
      )
    }
    guard !isRecorded else { return nil }
    if sense.contains(.examination) {
      return (
        Wording("体检费用由行政承担", en: "the employer pays for examinations"),
        Wording("请行政承担；行政补助的，经费来源写 行政", en: "let the employer pay; if it did, write 行政 as the source")
      )
    }
    if sense.contains(.retired), !sense.contains(.farewell) {
      return (
        Wording("退休人员的慰问由行政承担", en: "the employer pays for the retired"),
        Wording(
          "请行政承担；会员退休离岗时的纪念品可以用工会经费，摘要写明“退休离岗”",
          en: "let the employer pay; a farewell at retirement is allowed: call it 退休离岗")
      )
    }
    return nil
  }
}

/// For what subsidies are given, and the accounts on which that is spent (财会〔2021〕7号, 第三部分).
private let purposes: [(words: [String], accounts: [String])] = [
  (["送温暖", "慰问", "困难", "帮扶", "救助", "助学", "送清凉", "高温", "冬送"], ["504"]),
  (["劳动竞赛", "技能竞赛", "技能比武", "技术比武"], ["50301", "50101"]),
  (["建家", "职工之家"], ["503", "507"]),
  (["书屋"], ["50304", "507"]),
  (["创新"], ["50303", "507"]),
  (["培训"], ["50101", "50501"]),
  (["疗休养"], ["50104"]),
  (["文体", "运动会", "文艺", "健身"], ["50102"]),
  (["普惠", "互助"], ["50305"]),
  (["法律", "维权"], ["504"]),
]
