import BanbaoDiagnostics
import BanbaoSource

extension BookedYear {
  /// 往来账龄: of each claim and debt what is open, the oldest settled first.
  func receivables() -> BookPage {
    let numbers =
      chart.standard == .of2021
      ? ["131", "135", "211", "215", "221"] : ["121", "131", "135", "211", "221", "225", "231"]
    let accounts = accountsInOrder.filter { account in
      numbers.contains { chart.accounts[account].number.prefix(3) == $0 } && isKept(account)
    }
    let sections = accounts.map { account in
      let (number, name) = numberAndName(account)
      let lots = openLots(account)
      let rows = lots.map { lot in
        let days = end.serial - lot.day.serial
        return BookPage.Row([
          .text(lot.day.iso), lot.posting.map { voucherCell($0) } ?? .none,
          .text(lot.posting.map { ledger.summary(ledger.entries[Int($0.entry)]) } ?? "期初余额"),
          .text(lot.net > 0 ? "借" : "贷"),
          .amount(Int64(clamping: lot.net.magnitude)), .figure(lot.posting == nil ? "\(days)以上" : "\(days)"),
          .text(age(lot, days)),
        ])
      }
      let rest = lots.reduce(0) { $0 &+ $1.net }
      let total = BookPage.Row(
        [
          .none, .none, .text("未清合计"), .text(rest > 0 ? "借" : rest < 0 ? "贷" : "平"),
          .amount(Int64(clamping: rest.magnitude)), .none, .none,
        ], isTotal: true)
      return BookPage.Section(title: chart.accounts[account].title, key: [number, name], rows: rows + [total])
    }
    return BookPage(
      name: "receivables", title: "往来账龄表", keyColumns: ["科目编号", "科目名称"],
      columns: BookPage.Column.texts("日期", width: 66) + BookPage.Column.texts("凭证号", width: 50)
        + BookPage.Column.texts("摘要")
        + BookPage.Column.texts("方向", width: 30) + BookPage.Column.amounts("未清金额", "天数")
        + BookPage.Column.texts("账龄", width: 70),
      sections: sections,
      notes: [sections.isEmpty ? "应收、应付和代管的科目都没有余额，也没有发生。" : "账龄算到\(end.chinese)；收回和付出先抵最早的一笔。"],
      signatures: bookSignatures)
  }

  /// A claim or a debt of which something is open.
  struct Lot {
    var day: Day
    /// Nil for what stood there at the opening.
    var posting: Posting?
    /// What is open, 借方 less 贷方 in whole fen.
    var net: Int64
  }

  /// First in, first out: what is posted on the other side settles the oldest; what it is more than that is open itself.
  func openLots(_ account: Int) -> [Lot] {
    var lots: [Lot] = []
    var first = 0
    if openings[account] != 0 { lots.append(Lot(day: begin, posting: nil, net: openings[account])) }
    for (_, posting, entry) in postings(account) {
      var rest = posting.net
      while rest != 0, first < lots.count, (lots[first].net < 0) != (rest < 0) {
        let settled = min(lots[first].net.magnitude, rest.magnitude)
        let signed = Int64(clamping: settled)
        lots[first].net = lots[first].net < 0 ? lots[first].net &+ signed : lots[first].net &- signed
        rest = rest < 0 ? rest &+ signed : rest &- signed
        if lots[first].net == 0 { first += 1 }
      }
      if rest != 0 { lots.append(Lot(day: entry.day, posting: posting, net: rest)) }
    }
    return Array(lots[first...])
  }

  private func age(_ lot: Lot, _ days: Int) -> String {
    if lot.posting == nil { return "期初以前" }
    switch days {
    case ...30: return "30天以内"
    case ...90: return "31—90天"
    case ...180: return "91—180天"
    default: return "180天以上"
    }
  }

  // MARK: 专项

  /// 专项: money for a purpose, by detail accounts and by sources: received, spent, left (财会〔2021〕7号 art. 22).
  func projects() -> BookPage {
    var sections = [BookPage.Section(title: "按明细科目", key: ["明细科目"], rows: projectsByDetail)]
    sections.append(BookPage.Section(title: "代管经费", key: ["代管经费"], rows: entrusted))
    sections.append(BookPage.Section(title: "按经费来源", key: ["经费来源"], rows: projectsBySource))
    return BookPage(
      name: "projects", title: "专项资金表", keyColumns: ["类别"],
      columns: BookPage.Column.texts("专项") + BookPage.Column.amounts("期初", "收到", "用去", "结存"),
      sections: sections.filter { !$0.rows.isEmpty },
      notes: ["三种分法各算各的，同一笔钱可以在两处出现。按经费来源只算本年，期初没有按来源记。"], signatures: bookSignatures)
  }

  /// Income and expense under details of one name are of one project; 321 and 322 may hold what is left of it.
  private var projectsByDetail: [BookPage.Row] {
    struct Project {
      var opening = Int64(0)
      var received = Int64(0)
      var spent = Int64(0)
    }
    var projects: [String: Project] = [:]
    for account in chart.accounts.indices where chart.accounts[account].isDetail && isKept(account) {
      let own = chart.accounts[account]
      let amount = totals.ownAmount(account, months: 0..<12).fen
      switch own.side {
      case .income: projects[own.name, default: Project()].received &+= amount
      case .expense: projects[own.name, default: Project()].spent &+= amount
      case .netAsset where chart.isResult(own):
        projects[own.name, default: Project()].opening &-= openings[account]
        projects[own.name, default: Project()].received &+= amount
      default: continue
      }
    }
    return projects.keys.sorted { $0.precedes($1) }.compactMap { name in
      projects[name].map { projectRow(name, $0.opening, $0.received, $0.spent) }
    }
  }

  /// Money held for others, by account and detail.
  private var entrusted: [BookPage.Row] {
    accountsInOrder.filter { chart.accounts[$0].number.hasPrefix(chart.entrusted) && isKept($0) }.map { account in
      var (received, spent) = (Int64(0), Int64(0))
      for (_, posting, _) in postings(account) {
        if posting.isDebit { spent &+= posting.fen } else { received &+= posting.fen }
      }
      return projectRow(chart.accounts[account].title, 0 &- openings[account], received, spent)
    }
  }

  /// Of 上级, 行政, 个人 and 合作: what came in and went out in the year. Dues and the union's own funds serve no one purpose.
  private var projectsBySource: [BookPage.Row] {
    var sums: [FundSource: (received: Int64, spent: Int64)] = [:]
    for posting in ledger.postings where !posting.isClosing {
      guard let source = ledger.entries[Int(posting.entry)].source, source != .dues, source != .unionFunds else {
        continue
      }
      switch chart.accounts[Int(posting.account)].side {
      case .income: sums[source, default: (0, 0)].received &-= posting.net
      case .expense: sums[source, default: (0, 0)].spent &+= posting.net
      default: continue
      }
    }
    return FundSource.allCases.compactMap { source in
      sums[source].map { projectRow(source.rawValue, 0, $0.received, $0.spent) }
    }
  }

  private func projectRow(_ name: String, _ opening: Int64, _ received: Int64, _ spent: Int64) -> BookPage.Row {
    BookPage.Row([
      .text(name), .sparse(opening), .amount(received), .amount(spent), .amount(opening &+ received &- spent),
    ])
  }
}
