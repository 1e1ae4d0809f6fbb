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

  init(_ number: String, _ name: String, _ side: Side, under parent: String = "") {
    self.number = number
    self.name = name
    self.side = side
    self.parent = parent
  }

  /// `50102 文体活动支出`: a number never stands without its name (财会〔2021〕7号, 第一部分 四).
  package var title: String { "\(number) \(name)" }
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

/// 会计科目表: the accounts of a standard, numbers ascending.
package struct ChartOfAccounts: Sendable {
  package let standard: Standard
  package let accounts: [Account]
  /// By the index of an account: the indices of its sub-accounts, in order.
  let subaccounts: [[Int]]
  private let byName: [String: [Int]]
  private let byNumber: [String: Int]

  package init(_ standard: Standard) {
    self.standard = standard
    accounts = (standard == .of2021 ? accountsOf2021 : accountsOf2009).sorted {
      $0.number.utf8.lexicographicallyPrecedes($1.number.utf8)
    }
    let byParent = Dictionary(grouping: accounts.indices) { [accounts] in accounts[$0].parent }
    subaccounts = accounts.map { byParent[$0.number] ?? [] }
    byName = Dictionary(grouping: accounts.indices) { [accounts] in accounts[$0].name }
    byNumber = Dictionary(
      accounts.indices.map { [accounts] in (accounts[$0].number, $0) }, uniquingKeysWith: { first, _ in first })
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

/// 财会〔2021〕7号, 附录1 第二部分, with the accounts of county unions that a grassroots union may borrow.
private let accountsOf2021: [Account] = [
  Account("101", "库存现金", .asset),
  Account("102", "银行存款", .asset),
  Account("131", "应收上级经费", .asset),
  Account("13101", "应收上级补助", .asset, under: "131"),
  Account("13102", "应收上级转拨经费", .asset, under: "131"),
  Account("135", "其他应收款", .asset),
  Account("141", "库存物品", .asset),
  Account("162", "固定资产", .asset),
  Account("163", "累计折旧", .asset),
  Account("182", "待处理财产损溢", .asset),
  Account("211", "应付上级经费", .liability),
  Account("215", "其他应付款", .liability),
  Account("301", "资产基金", .netAsset),
  Account("321", "工会资金结转", .netAsset),
  Account("32101", "年初余额调整", .netAsset, under: "321"),
  Account("32102", "单位内部调剂", .netAsset, under: "321"),
  Account("32103", "本年收支结转", .netAsset, under: "321"),
  Account("32104", "累计结转", .netAsset, under: "321"),
  Account("322", "工会资金结余", .netAsset),
  Account("32201", "年初余额调整", .netAsset, under: "322"),
  Account("32202", "单位内部调剂", .netAsset, under: "322"),
  Account("32203", "本年收支结转", .netAsset, under: "322"),
  Account("32204", "结转转入", .netAsset, under: "322"),
  Account("32205", "累计结余", .netAsset, under: "322"),
  Account("401", "会费收入", .income),
  Account("402", "拨缴经费收入", .income),
  Account("403", "上级补助收入", .income),
  Account("40301", "一般性转移支付补助", .income, under: "403"),
  Account("40302", "专项转移支付补助", .income, under: "403"),
  Account("405", "行政补助收入", .income),
  Account("408", "其他收入", .income),
  Account("501", "职工活动支出", .expense),
  Account("50101", "职工教育支出", .expense, under: "501"),
  Account("50102", "文体活动支出", .expense, under: "501"),
  Account("50103", "宣传活动支出", .expense, under: "501"),
  Account("50104", "劳模职工疗休养支出", .expense, under: "501"),
  Account("50105", "会员活动支出", .expense, under: "501"),
  Account("50106", "其他活动支出", .expense, under: "501"),
  Account("503", "职工服务支出", .expense),
  Account("50301", "劳动和技能竞赛活动支出", .expense, under: "503"),
  Account("50302", "建家活动支出", .expense, under: "503"),
  Account("50303", "职工创新活动支出", .expense, under: "503"),
  Account("50304", "职工书屋活动支出", .expense, under: "503"),
  Account("50305", "其他服务支出", .expense, under: "503"),
  Account("504", "维权支出", .expense),
  Account("50401", "劳动关系协调支出", .expense, under: "504"),
  Account("50402", "劳动保护支出", .expense, under: "504"),
  Account("50403", "法律援助支出", .expense, under: "504"),
  Account("50404", "困难职工帮扶支出", .expense, under: "504"),
  Account("50405", "送温暖支出", .expense, under: "504"),
  Account("50406", "其他维权支出", .expense, under: "504"),
  Account("505", "业务支出", .expense),
  Account("50501", "培训支出", .expense, under: "505"),
  Account("50502", "会议支出", .expense, under: "505"),
  Account("50503", "专项业务支出", .expense, under: "505"),
  Account("50504", "其他业务支出", .expense, under: "505"),
  Account("507", "资本性支出", .expense),
  Account("50701", "房屋建筑物购建", .expense, under: "507"),
  Account("50702", "办公设备购置", .expense, under: "507"),
  Account("50703", "专用设备购置", .expense, under: "507"),
  Account("50704", "交通工具购置", .expense, under: "507"),
  Account("50705", "大型修缮", .expense, under: "507"),
  Account("50706", "信息网络购建", .expense, under: "507"),
  Account("50707", "其他资本性支出", .expense, under: "507"),
  Account("510", "其他支出", .expense),
  Account("221", "代管经费", .liability),
  Account("404", "政府补助收入", .income),
  Account("406", "附属单位上缴收入", .income),
  Account("407", "投资收益", .income),
  Account("508", "补助下级支出", .expense),
  Account("509", "对附属单位的支出", .expense),
]

/// 财会〔2009〕7号, as unions used it until the end of 2021.
private let accountsOf2009: [Account] = [
  Account("101", "现金", .asset),
  Account("102", "银行存款", .asset),
  Account("111", "借出款", .asset),
  Account("112", "库存物品", .asset),
  Account("121", "固定资产", .asset),
  Account("201", "应付上级经费", .liability),
  Account("202", "其他应付款", .liability),
  Account("401", "会费收入", .income),
  Account("402", "拨缴经费收入", .income),
  Account("403", "上级补助收入", .income),
  Account("404", "政府补助收入", .income),
  Account("405", "行政补助收入", .income),
  Account("406", "事业收入", .income),
  Account("407", "投资收益", .income),
  Account("408", "其他收入", .income),
  Account("501", "职工活动支出", .expense),
  Account("50101", "职工教育费", .expense, under: "501"),
  Account("50102", "文体活动费", .expense, under: "501"),
  Account("50103", "宣传活动费", .expense, under: "501"),
  Account("50104", "其他活动支出", .expense, under: "501"),
  Account("502", "维权支出", .expense),
  Account("50201", "劳动关系协调费", .expense, under: "502"),
  Account("50202", "劳动保护费", .expense, under: "502"),
  Account("50203", "法律援助费", .expense, under: "502"),
  Account("50204", "困难职工帮扶费", .expense, under: "502"),
  Account("50205", "送温暖费", .expense, under: "502"),
  Account("50206", "其他维权支出", .expense, under: "502"),
  Account("503", "业务支出", .expense),
  Account("50301", "培训费", .expense, under: "503"),
  Account("50302", "会议费", .expense, under: "503"),
  Account("50303", "外事费", .expense, under: "503"),
  Account("50304", "专项业务费", .expense, under: "503"),
  Account("50305", "其他业务支出", .expense, under: "503"),
  Account("504", "行政支出", .expense),
  Account("505", "资本性支出", .expense),
  Account("506", "补助下级支出", .expense),
  Account("507", "事业支出", .expense),
  Account("508", "其他支出", .expense),
]
