import BanbaoDiagnostics
import BanbaoSource

/// 余额: what every account of a chart holds on a day, each on its account's own side, in whole fen.
struct Balances: Sendable {
  let chart: ChartOfAccounts
  /// By account, without what its sub-accounts hold.
  private(set) var own: [Int64]
  /// 资金结转结余调整 of years before that no account shows, in whole fen: it moved no money.
  var unbooked: Int64 = 0

  init(_ chart: ChartOfAccounts) {
    self.chart = chart
    own = Array(repeating: 0, count: chart.accounts.count)
  }

  /// What an account holds, its sub-accounts included.
  func of(_ account: Int) -> Money { Money(fen: chart.members[account].reduce(0) { $0 &+ own[$1] }) }

  /// What all accounts of a fund hold.
  func of(_ fund: Fund) -> Money {
    Money(fen: chart.accounts.indices.reduce(0) { chart.funds[$1] == fund ? $0 &+ own[$1] : $0 })
  }

  /// 资金结转结余: what is left of money and claims when every debt is paid, without what 资产基金 and funds set aside answer for
  /// (财会〔2021〕7号 art. 51).
  var surplus: Money {
    var sum = Int64(0)
    for (account, amount) in zip(chart.accounts, own) {
      switch account.side {
      case .asset: sum &+= amount
      case .liability: sum &-= amount
      case .netAsset where !chart.isResult(account): sum &-= amount
      default: break
      }
    }
    return Money(fen: sum)
  }

  /// 往来: what the funds hold or lack beside the surplus: debts less claims, and things less 资产基金.
  var current: Money {
    Money(fen: Fund.allCases.reduce(0) { $0 &+ of($1).fen } &- surplus.fen)
  }

  /// Sets what an account holds; what its sub-accounts were said to hold goes.
  mutating func set(_ account: Int, _ amount: Money) {
    for member in chart.members[account] { own[member] = 0 }
    own[account] = amount.fen
  }

  /// Sets what a fund holds in all: what its accounts at several banks hold stays where it comes to as much.
  mutating func set(_ fund: Fund, _ amount: Money) {
    guard of(fund) != amount, let account = chart.funds.firstIndex(of: fund) else { return }
    set(account, amount)
  }

  /// Adds what was posted in the first months of a year.
  func adding(_ totals: Totals, months: Int) -> Balances {
    var sum = self
    for account in own.indices where ![.income, .expense].contains(chart.accounts[account].side) {
      sum.own[account] &+= totals.ownBalance(account, months: 0..<months)
    }
    return sum
  }

  /// These balances by the accounts of another chart. Between two standards an account is known by its name: their
  /// numbers mean different things; 借出款 becomes 其他应收款 and 借入款 其他应付款 (财会〔2021〕16号).
  func carried(to other: ChartOfAccounts) -> Balances {
    var carried = Balances(other)
    carried.unbooked = unbooked
    for (index, amount) in own.enumerated() where amount != 0 {
      let account = chart.accounts[index]
      let fellow = chart.standard == other.standard ? other.index(ofNumber: account.number) : other.fellow(of: account)
      if !chart.isResult(account), let fellow { carried.own[fellow] &+= amount }
    }
    return carried
  }

  /// The detail accounts that hold anything.
  var details: [Account] {
    zip(chart.accounts, own).compactMap { $0.isDetail && $1 != 0 ? $0 : nil }
  }
}

extension ChartOfAccounts {
  /// 资产基金, in 2009 固定基金: it answers for what is owned and is no money.
  func isAssetFund(_ account: Account) -> Bool { account.side == .netAsset && account.number.hasPrefix("301") }

  /// Whether an account tells what is left of income and expense, for use (资金结转 and 资金结余; in 2009 结余 and 后备金). The
  /// other net assets answer for things, or were set aside as an expense (专用基金, 预算稳定调节基金).
  func isResult(_ account: Account) -> Bool {
    let results = standard == .of2021 ? ["321", "322", "331", "332"] : ["322", "331"]
    return account.side == .netAsset && results.contains { account.number.hasPrefix($0) }
  }

  /// Whether an account is of things, for which 资产基金 answers, and not of money or claims.
  func isThing(_ account: Account) -> Bool {
    account.side == .asset && account.fund == nil && !["11", "12", "13"].contains(account.number.prefix(2))
  }

  fileprivate func fellow(of account: Account) -> Int? {
    let renamed = ["借出款": "其他应收款", "借入款": "其他应付款"]
    let title = account.isDetail ? account.detailOf : account.name
    let name = account.isDetail ? String(title.drop { $0 != " " }.dropFirst()) : title
    return accounts.firstIndex {
      !$0.isDetail && $0.side == account.side && ($0.name == name || $0.name == renamed[name])
    }
  }
}

extension YearBooks {
  /// The balances with which the year opens: what the book states, else what the year before closed with.
  ///
  /// Where nothing is said of 资产基金, it answers for the things that are owned.
  static func openings(_ chart: ChartOfAccounts, _ book: Book?, before: Balances?) -> Balances {
    var balances = before?.carried(to: chart) ?? Balances(chart)
    func money() -> Int64 { Fund.allCases.reduce(0) { $0 &+ balances.of($1).fen } }
    let held = money()
    for fund in Fund.allCases { if let stated = book?.opening?[fund] { balances.set(fund, stated.value) } }
    // An account comes before its details.
    let stated = (book?.opening?.accounts ?? []).sorted { $0.account < $1.account }
    for item in stated { balances.set(item.account, item.amount.value) }
    // What was adjusted without an entry may be found again in the funds.
    if before != nil, money() &- held == balances.unbooked { balances.unbooked = 0 }
    let saysFund = stated.contains { chart.isAssetFund(chart.accounts[$0.account]) }
    if !saysFund, let fund = chart.accounts.firstIndex(where: { chart.isAssetFund($0) }) {
      let things = chart.accounts.indices.reduce(Int64(0)) {
        chart.isThing(chart.accounts[$1]) ? $0 &+ balances.own[$1] : $0
      }
      balances.set(fund, Money(fen: things))
    }
    return balances
  }
}
