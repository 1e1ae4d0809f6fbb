/// 财会〔2009〕7号: the accounts of the standard that unions used until the end of 2021.
let accountsOf2009 = balanceAccountsOf2009 + flowAccountsOf2009

/// 资产, 负债 and 净资产, by two copies of the standard that agree. The accounts that they give by number alone (151, 161,
/// 222, those between 301 and 331) are left out: a number never stands without its name.
private let balanceAccountsOf2009: [Account] = [
  Account("101", "库存现金", .asset),
  Account("102", "银行存款", .asset),
  Account("121", "借出款", .asset),
  Account("131", "应收上级经费", .asset),
  Account("135", "其他应收款", .asset),
  Account("141", "库存物品", .asset),
  Account("162", "固定资产", .asset),
  Account("211", "借入款", .liability),
  Account("221", "应付上级经费", .liability),
  Account("225", "其他应付款", .liability),
  Account("231", "代管经费", .liability),
  Account("301", "固定基金", .netAsset),
  Account("331", "结余", .netAsset),
]

/// 收入 and 支出, by a copy of the standard and of 工会02表 (DomainNotes 1.2). The sub-accounts of 403 and 505 are left out:
/// their names were not to be had.
private let flowAccountsOf2009: [Account] = [
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
