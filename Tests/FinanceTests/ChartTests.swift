import Testing

@testable import BanbaoFinance

/// The charts of both standards (财会〔2021〕7号, 附录1; 财会〔2009〕7号).
@Suite struct ChartTests {
  @Test func `the balance-sheet accounts of 2021 are those of the standard`() {
    #expect(
      numbers(.of2021, ["1", "2", "3"]) == [
        "101", "102", "111", "121", "131", "132", "135", "141", "151", "161", "162", "163", "171", "172", "181", "182",
        "201", "211", "212", "215", "221", "301", "311", "321", "322", "331", "332", "341",
      ])
    #expect(
      numbers(.of2021, ["4", "5"]) == [
        "401", "402", "403", "404", "405", "406", "407", "408", "411", "501", "502", "503", "504", "505", "506", "507",
        "508", "509", "510", "521",
      ])
  }

  @Test func `the accounts of 2009 are those of its statements`() {
    #expect(
      numbers(.of2009, ["1", "2", "3"]) == [
        "101", "102", "111", "112", "121", "131", "132", "135", "141", "151", "161", "162", "201", "202", "203", "211",
        "221", "222", "225", "231", "301", "302", "311", "321", "322", "331",
      ])
    #expect(numbers(.of2009, ["4"]) == (401...408).map(String.init))
    #expect(numbers(.of2009, ["5"]) == (501...508).map(String.init))
  }

  @Test(arguments: [Standard.of2009, .of2021])
  func `a number is one account's, and a sub-account's begins with its account's`(standard: Standard) {
    let accounts = ChartOfAccounts(standard).accounts
    #expect(Set(accounts.map(\.number)).count == accounts.count)
    for account in accounts where !account.parent.isEmpty {
      #expect(account.number.hasPrefix(account.parent) && account.number.utf8.count == 5, "\(account.number)")
      #expect(accounts.contains { $0.number == account.parent && $0.side == account.side }, "\(account.number)")
    }
  }

  @Test(arguments: [
    ("投资", "151"), ("库存物品", "141"), ("固定资产", "162"), ("长期待摊费用", "181"), ("专项转移支付补助", "40302"),
    ("30104 固定资产", "30104"), ("50802 专项转移支付补助", "50802"),
  ])
  func `a bare name means a basic-level union's own account, else one of the first level`(
    written: String, number: String
  ) throws {
    let chart = ChartOfAccounts(.of2021)
    #expect(chart.accounts[try chart.find(written)].number == number)
  }

  @Test func `a name that two accounts of one kind have asks for its number`() {
    #expect(throws: (any Error).self) { try ChartOfAccounts(.of2021).find("年初余额调整") }
  }

  private func numbers(_ standard: Standard, _ classes: [Character]) -> [String] {
    ChartOfAccounts(standard).accounts.filter { $0.parent.isEmpty && classes.contains($0.number.first ?? "0") }
      .map(\.number)
  }
}
