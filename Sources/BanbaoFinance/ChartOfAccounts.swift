import BanbaoDiagnostics
package import BanbaoSource

/// 会计科目: one account of a chart.
package struct Account: Sendable, Hashable {
  /// Which part of the books it belongs to.
  package enum Side: Sendable, Hashable {
    case asset, liability, netAsset, income, expense
  }

  /// The official number, in digits; a sub-account's begins with its parent's.
  package var number: String
  package var name: String
  package var side: Side
  /// The number of the account that it is part of; empty for one of the first level.
  package var parent: String
  /// 明细科目: of a detail account of the union's own, the title of the official account that it details; else empty.
  package var detailOf = ""
  /// Whether it is an account of unions from the county level on, which a basic-level union uses where it has to.
  package private(set) var isBorrowed = false

  init(_ number: String, _ name: String, _ side: Side, under parent: String = "") {
    self.number = number
    self.name = name
    self.side = side
    self.parent = parent
  }

  /// A detail account: `102-工行`, named 工行.
  init(detail name: String, of account: Account) {
    self.init("\(account.number)-\(name)", name, account.side, under: account.number)
    detailOf = account.title
  }

  /// The account as one of a union from the county level on.
  var borrowed: Account {
    var account = self
    account.isBorrowed = true
    return account
  }

  /// Whether the union added it below an official account.
  package var isDetail: Bool { !detailOf.isEmpty }

  /// `50102 文体活动支出`: a number never stands without its name (财会〔2021〕7号, 第一部分 四). A detail account is
  /// `102 银行存款-工行`.
  package var title: String { isDetail ? "\(detailOf)-\(name)" : "\(number) \(name)" }

  /// 资金: which of the funds it is, or is a part of; nil for all that is no money.
  package var fund: Fund? {
    switch isDetail ? parent : number {
    case "101": .cash
    case "102": .bank
    default: nil
    }
  }
}

/// 会计制度: which standard a year's books follow. The same number means other things in the other (502 to 508).
package enum Standard: String, Choice {
  /// 《工会会计制度》财会〔2009〕7号
  case of2009 = "2009"
  /// 《工会会计制度》财会〔2021〕7号, in force from 2022-01-01
  case of2021 = "2021"

  package var english: String { "Accounting system of \(rawValue)" }
  /// The standard in force in a year.
  package static func inForce(in year: Int) -> Standard { year >= 2022 ? .of2021 : .of2009 }
}

/// 会计科目表: the accounts of a standard, numbers ascending, and behind them the detail accounts of the union's own.
package struct ChartOfAccounts: Sendable {
  package let standard: Standard
  package let accounts: [Account]
  /// By the index of an account: the indices of its sub-accounts, in order.
  let subaccounts: [[Int]]
  /// By the index of an account: its own index and those of all accounts below it.
  let members: [[Int]]
  /// By the index of an account: which of the funds it is.
  let funds: [Fund?]
  private let byName: [String: [Int]]
  private let byNumber: [String: Int]

  package init(_ standard: Standard) {
    self.init(
      standard,
      (standard == .of2021 ? accountsOf2021 : accountsOf2009).sorted {
        $0.number.precedes($1.number)
      })
  }

  /// The chart with detail accounts that it lacks; the indices of its own accounts stay.
  func adding(_ details: [Account]) -> ChartOfAccounts {
    let new = details.filter { index(ofNumber: $0.number) == nil }
    return new.isEmpty ? self : ChartOfAccounts(standard, accounts + new)
  }

  private init(_ standard: Standard, _ accounts: [Account]) {
    self.standard = standard
    self.accounts = accounts
    let byParent = Dictionary(grouping: accounts.indices) { [accounts] in accounts[$0].parent }
    subaccounts = accounts.map { byParent[$0.number] ?? [] }
    members = accounts.indices.map { [subaccounts] in membersBelow($0, subaccounts) }
    funds = accounts.map(\.fund)
    byName = Dictionary(grouping: accounts.indices) { [accounts] in accounts[$0].name }.mapValues { [accounts] in
      meant($0, accounts)
    }
    byNumber = Dictionary(
      accounts.indices.map { [accounts] in (accounts[$0].number, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// An account, the one that it is part of, and so on to the first level.
  func lineage(of account: Int) -> [Int] {
    [account] + (index(ofNumber: accounts[account].parent).map { lineage(of: $0) } ?? [])
  }

  /// The index of the account with a number.
  package func index(ofNumber number: String) -> Int? { byNumber[number] }

  /// Finds an account as an author wrote it: its name, or number and name (`50102 文体活动支出`, `50102文体活动支出`).
  ///
  /// - Returns: its index in `accounts`.
  package func find(_ written: String) throws(Misread) -> Int {
    let folded = foldedFullWidth(written)
    let scalars = folded.unicodeScalars
    let digits = scalars.prefix { (48...57).contains($0.value) }
    let number = String(Substring(digits))
    let name = String(
      String.UnicodeScalarView(
        scalars.dropFirst(digits.count).filter { !" \u{3000}-—_:：、.".unicodeScalars.contains($0) }))
    if number.isEmpty {
      if let found = byName[name], let first = found.first {
        guard found.count == 1 else {
          let choices = found.map { accounts[$0].title }.joined(separator: "、")
          throw refuse(
            Wording("科目“\(written)”不止一个", en: "there is more than one account “\(written)”"),
            Wording("写上编号：\(choices)", en: "add the number: \(choices)"))
        }
        return first
      }
      throw unknown(written, name)
    }
    guard let index = byNumber[number] else {
      if let found = byName[name]?.first {
        throw refuse(
          Wording("科目“\(written)”的编号不对", en: "the number of the account “\(written)” is wrong"),
          Wording("写成 \(accounts[found].title)", en: "write \(accounts[found].title)"))
      }
      throw unknown(written, name)
    }
    let account = accounts[index]
    if name.isEmpty {
      throw refuse(
        Wording("科目“\(written)”只有编号，没有名称", en: "the account “\(written)” has a number and no name"),
        Wording("写成 \(account.title)", en: "write \(account.title)"))
    }
    guard account.name == name else {
      let meant = byName[name]?.first.map { accounts[$0].title }
      throw refuse(
        Wording(
          "科目“\(written)”的编号和名称不是同一个科目", en: "number and name of “\(written)” are of two accounts"),
        Wording(
          "\(standard.rawValue)年制度里是 \(account.title)" + (meant.map { "，或者 \($0)" } ?? ""),
          en: "the chart of \(standard.rawValue) has \(account.title)" + (meant.map { " and \($0)" } ?? "")))
    }
    return index
  }

  private func unknown(_ written: String, _ name: String) -> Misread {
    let near = nearest(to: name.isEmpty ? written : name, among: accounts.map(\.name))
    let meant = near.flatMap { byName[$0]?.first }.map { accounts[$0].title }
    return refuse(
      Wording(
        "\(standard.rawValue)年会计制度里没有科目“\(written)”",
        en: "the chart of \(standard.rawValue) has no account “\(written)”"),
      meant.map { Wording("是不是“\($0)”？", en: "did you mean “\($0)”?") }
        ?? Wording("科目名称照会计制度写", en: "take the name from the accounting system"))
  }

  private func refuse(_ message: Wording, _ help: Wording) -> Misread {
    Misread(rule: LedgerRules.account, message: message, help: help)
  }
}

extension ChartOfAccounts {
  /// 应付上级经费: what is to be passed up.
  var upperDues: String { standard == .of2021 ? "211" : "221" }
  /// 代管经费: what is held for others.
  var entrusted: String { standard == .of2021 ? "221" : "231" }
}

/// Of accounts with one name those that the bare name can mean: a basic-level union's own rather than a borrowed one, and
/// one of the first level rather than a sub-account.
private func meant(_ found: [Int], _ accounts: [Account]) -> [Int] {
  let own = found.filter { !accounts[$0].isBorrowed }
  let kept = own.isEmpty ? found : own
  let main = kept.filter { accounts[$0].parent.isEmpty }
  return main.isEmpty ? kept : main
}

/// An account and all below it.
private func membersBelow(_ account: Int, _ subaccounts: [[Int]]) -> [Int] {
  [account] + subaccounts[account].flatMap { membersBelow($0, subaccounts) }
}
