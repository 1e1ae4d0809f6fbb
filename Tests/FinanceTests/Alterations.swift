import BanbaoDiagnostics
import TestSupport
import Testing

/// Some changes to books without a doubt, and what is to be said of them. A ▲ stands in the line where.
struct Alteration: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let files: [String: String]
  let code: String
  /// `PATH:LINE`; nil where no changed text has a ▲.
  let place: String?

  init(_ name: String, _ code: String, _ changes: (path: String, old: String, new: String)...) {
    testDescription = name
    self.code = code
    var files = doubtlessBooks
    var isMissing = false
    for change in changes {
      let text = files[change.path] ?? ""
      isMissing = isMissing || !text.contains(change.old)
      files[change.path] =
        change.old.isEmpty ? change.new : text.replacing(change.old, with: change.new, maxReplacements: 1)
    }
    let marked = files.first { $0.value.contains("▲") }
    place =
      isMissing
      ? nil
      : marked.map { path, text in
        "content/\(path):\(text.prefix { $0 != "▲" }.count { $0 == "\n" } + 1)"
      }
    self.files = files.mapValues { $0.replacing("▲", with: "") }
  }
}

private let book = "finance/2025/book.yaml"
private let ledger = "finance/2025/ledger.csv"
private let games = "activities/2025/运动会.md"
private let other = "activities/2025/广播操.md"

extension Alteration {
  static let days = [
    Alteration("the last number is of January", "voucher-order", (ledger, "2025-12-31,付-42", "▲2025-01-03,付-42")),
    Alteration("a payment of June is dated November", "voucher-order", (ledger, "2025-06-18,付-", "▲2025-11-18,付-")),
    Alteration("digits of a day are exchanged", "voucher-order", (ledger, "2025-10-24,付-36", "▲2025-10-02,付-36")),
    Alteration("dues are dated a month late", "voucher-order", (ledger, "2025-04-15,收-9", "▲2025-07-15,收-9")),
    Alteration("an entry is of the year before", "entry-outside-year", (ledger, "2025-01-15,收-1,", "▲2024-01-15,收-1,")),
    Alteration(
      "a voucher has two days", "voucher-duplicate",
      (ledger, "2025-04-10,付-14,50304 职工书屋活动支出,订正", "▲2025-04-11,付-14,50304 职工书屋活动支出,订正")),
    Alteration("a number is left out", "voucher-gap", (ledger, "付-42,", "▲付-43,")),
    Alteration("a number is used twice", "voucher-duplicate", (ledger, "2025-12-30,付-41,", "▲2025-12-30,付-40,")),
  ]

  static let repeated = [
    Alteration(
      "a line is pasted twice", "entry-repeated",
      (
        ledger, "2025-08-20,付-28,50305 其他服务支出,便民雨伞,,720.00,银行,工会经费,1,",
        "2025-08-20,付-28,50305 其他服务支出,便民雨伞,,720.00,银行,工会经费,1,\n▲2025-08-20,付-28,50305 其他服务支出,便民雨伞,,720.00,银行,工会经费,1,"
      )),
    Alteration(
      "dues are pasted twice", "entry-repeated",
      (
        ledger, "2025-03-14,收-6,401 会费收入,3月会费,6084.00,,银行,会费,1,",
        "2025-03-14,收-6,401 会费收入,3月会费,6084.00,,银行,会费,1,\n▲2025-03-14,收-6,401 会费收入,3月会费,6084.00,,银行,会费,1,"
      )),
    Alteration(
      "a payment is booked again under the next number", "entry-repeated",
      (
        ledger, "2025-12-31,付-42,50504 其他业务支出,四季度银行手续费,,81.00,银行,工会经费,1,",
        "2025-12-31,付-42,50504 其他业务支出,四季度银行手续费,,81.00,银行,工会经费,1,\n▲2025-12-31,付-43,50504 其他业务支出,四季度银行手续费,,81.00,银行,工会经费,1,"
      )),
    Alteration(
      "two lines of a month are pasted again", "entry-repeated",
      (
        ledger, "2025-12-31,付-42,50504 其他业务支出,四季度银行手续费,,81.00,银行,工会经费,1,",
        "2025-12-31,付-42,50504 其他业务支出,四季度银行手续费,,81.00,银行,工会经费,1,\n▲2025-08-20,付-28,50305 其他服务支出,便民雨伞,,720.00,银行,工会经费,1,\n2025-07-24,付-26,50501 培训支出,工会干部培训班,,1080.00,银行,工会经费,1,"
      )),
    Alteration(
      "an invoice pays two vouchers", "invoice-repeated", (ledger, "便民雨伞", "便民雨伞（发票25441870）"),
      (ledger, "职工之家饮水机", "▲职工之家饮水机，发票号25441870")),
  ]

  static let payments = [
    Alteration(
      "festival goods are paid in cash", "cash-large", (ledger, "春节慰问品：米、油,,21600.00,银行", "▲春节慰问品：米、油,,21600.00,现金")),
    Alteration("the printer is paid in cash", "cash-large", (ledger, "打印机,,2600.00,银行", "▲打印机,,2600.00,现金")),
    Alteration(
      "what is passed up is paid in cash", "cash-large", (ledger, "上缴三季度经费,,9900.00,银行", "▲上缴三季度经费,,9900.00,现金")),
    Alteration(
      "a purchase is split below 5,000", "purchase-split",
      (
        ledger, "2025-12-31,付-42,50504 其他业务支出,四季度银行手续费,,81.00,银行,工会经费,1,",
        "2025-12-31,付-42,50504 其他业务支出,四季度银行手续费,,81.00,银行,工会经费,1,\n▲2025-12-31,付-43,50102 文体活动支出,球衣甲,,4990.00,银行,工会经费,1,\n2025-12-31,付-44,50102 文体活动支出,球衣乙,,4990.00,银行,工会经费,1,\n2025-12-31,付-45,50102 文体活动支出,球衣丙,,4990.00,银行,工会经费,1,\n2025-12-31,付-46,50102 文体活动支出,球衣丁,,4990.00,银行,工会经费,1,"
      )),
    Alteration(
      "a purchase is split below 1,000", "purchase-split",
      (
        ledger, "2025-12-31,付-42,50504 其他业务支出,四季度银行手续费,,81.00,银行,工会经费,1,",
        "2025-12-31,付-42,50504 其他业务支出,四季度银行手续费,,81.00,银行,工会经费,1,\n▲2025-12-31,付-43,50102 文体活动支出,球鞋甲,,980.00,银行,工会经费,1,\n2025-12-31,付-44,50102 文体活动支出,球鞋乙,,975.00,银行,工会经费,1,\n2025-12-31,付-45,50102 文体活动支出,球鞋丙,,990.00,银行,工会经费,1,"
      )),
    Alteration(
      "a large payment has no document", "document-missing", (ledger, "21600.00,银行,工会经费,2,", "21600.00,银行,工会经费,▲0,")),
    Alteration(
      "documents are left blank", "document-missing",
      (ledger, "秋季登山饮用水,,2145.00,银行,工会经费,2,", "▲秋季登山饮用水,,2145.00,银行,工会经费,,")),
    Alteration("a void voucher is not called void", "zero-amount", (ledger, "作废,,0.00", "购纸,,▲0.00")),
    Alteration("an amount is struck out", "zero-amount", (ledger, "便民雨伞,,720.00", "便民雨伞,,▲0.00")),
  ]

  static let reversals = [
    Alteration(
      "more is reversed than was booked", "reversal-mismatch",
      (ledger, "冲销4月2日付-11号凭证,,-1943.80", "冲销4月2日付-11号凭证,,▲-99999.00")),
    Alteration("a receipt is reversed by a payment", "reversal-mismatch", (ledger, "冲销4月2日付-11号凭证", "▲冲销1月15日收-1号凭证")),
    Alteration("another payment is reversed", "reversal-mismatch", (ledger, "冲销4月2日付-11号凭证", "▲冲销3月8日付-7号凭证")),
    Alteration(
      "a voucher of another day is reversed", "reversal-mismatch", (ledger, "冲销4月2日付-11号凭证", "▲冲销4月3日付-11号凭证")),
    Alteration(
      "another account is reversed", "reversal-mismatch",
      (ledger, "50304 职工书屋活动支出,冲销4月2日付-11号凭证", "▲50102 文体活动支出,冲销4月2日付-11号凭证")),
    Alteration(
      "a voucher is reversed that is not there", "negative-without-reference",
      (ledger, "冲销4月2日付-11号凭证", "▲冲销4月2日付-111号凭证")),
    Alteration("nothing is named that is reversed", "negative-without-reference", (ledger, "冲销4月2日付-11号凭证", "▲退货")),
  ]

  static let money = [
    Alteration(
      "the bank is below zero", "money-below-zero", (book, "amount: 86400.00", "amount: 6400.00"),
      (ledger, "2025-01-23,付-3,", "▲2025-01-23,付-3,")),
    Alteration(
      "cash is below zero", "money-below-zero", (book, "库存现金, amount: 1200.00", "库存现金, amount: 100.00"),
      (
        ledger, "2025-11-18,转-4,101 库存现金,现金存入银行,,300.00,现金,,1,\n2025-11-18,转-4,102 银行存款,现金存入银行,300.00",
        "▲2025-11-18,转-4,101 库存现金,现金存入银行,,2300.00,现金,,1,\n2025-11-18,转-4,102 银行存款,现金存入银行,2300.00"
      )),
    Alteration(
      "an opening is below zero", "opening-balance", (book, "库存现金, amount: 1200.00", "库存现金, amount: ▲-1200.00")),
    Alteration("the legs of a transfer differ", "voucher-unbalanced", (ledger, "提取备用金,900.00,", "▲提取备用金,910.00,")),
    Alteration(
      "a transfer has one leg", "voucher-unbalanced", (ledger, "2025-09-08,转-3,102 银行存款,提取备用金,,800.00,银行,,1,\n", ""),
      (ledger, "2025-09-08,转-3,101", "▲2025-09-08,转-3,101")),
    Alteration(
      "both legs of a transfer are the bank's", "voucher-unbalanced", (ledger, "提取备用金,900.00,,现金", "提取备用金,900.00,,银行"),
      (ledger, "2025-05-06,转-2,102", "▲2025-05-06,转-2,102")),
  ]

  static let debts = [
    Alteration(
      "a quarter is not passed up", "upper-dues-late", (ledger, "211 应付上级经费,上缴一季度经费", "50504 其他业务支出,上缴一季度经费"),
      (ledger, "三季度经费应上缴", "▲三季度经费应上缴")),
    Alteration("more is passed up than was due", "debt-overpaid", (ledger, "上缴三季度经费,,9900.00", "▲上缴三季度经费,,99000.00")),
    Alteration(
      "the whole of a quarter is income", "upper-dues-share", (ledger, "211 应付上级经费,三季度经费应上缴", "402 拨缴经费收入,三季度经费应上缴"),
      (ledger, "三季度经费留成", "▲三季度经费留成")),
    Alteration(
      "a share is a tenth of what it was", "upper-dues-share", (ledger, "三季度经费应上缴,9900.00", "三季度经费应上缴,990.00"),
      (ledger, "三季度经费留成", "▲三季度经费留成")),
    Alteration(
      "others' money is overdrawn for half a year", "entrusted-overdrawn",
      (ledger, "付合唱团服装租金,,1800.00", "▲付合唱团服装租金,,3600.00")),
    Alteration(
      "others' money is overdrawn at the end", "debt-overpaid", (ledger, "付合唱团伴奏费,,2000.00", "▲付合唱团伴奏费,,9000.00")),
    Alteration(
      "an advance is not returned", "advance-open", (ledger, "135 其他应收款,收回春游借款", "408 其他收入,收回春游借款"),
      (ledger, "借支春游用款", "▲借支春游用款")),
    Alteration("umbrellas are bought as a swap", "thing-without-fund", (ledger, "50305 其他服务支出,便民雨伞", "▲141 库存物品,便民雨伞")),
    Alteration("a printer is no expense", "thing-without-fund", (ledger, "50702 办公设备购置,打印机", "▲162 固定资产,打印机")),
  ]

  static let purposes = [
    Alteration(
      "a month has no dues", "dues-month-missing", (ledger, "401 会费收入,5月会费", "408 其他收入,5月会费"),
      (ledger, "2025-06-16,收-", "▲2025-06-16,收-")),
    Alteration(
      "more is spent of the upper union's money than came", "restricted-overspent",
      (ledger, "节前走访慰问品,,5200.00", "▲节前走访慰问品,,20000.00")),
    Alteration(
      "money for the needy pays an outing", "restricted-purpose",
      (ledger, "50105 会员活动支出,春游车费、门票,,2860.00,银行,会费", "▲50105 会员活动支出,春游车费、门票,,2860.00,银行,上级")),
    Alteration(
      "more is spent of the employer's money than came", "restricted-overspent",
      (ledger, "运动会器材和场地,,3600.00", "▲运动会器材和场地,,9600.00")),
    Alteration("dues buy a printer", "dues-equipment", (ledger, "打印机,,2600.00,银行,工会经费", "打印机,,2600.00,银行,▲会费")),
    Alteration("shopping cards are given", "ledger-forbidden", (ledger, "中秋慰问品：月饼", "▲中秋购物卡")),
    Alteration("members get pay beside their wages", "ledger-forbidden", (ledger, "委员会会务", "▲元旦值班津贴")),
    Alteration("guests are entertained", "ledger-forbidden", (ledger, "委员会会务", "▲委员会招待用餐")),
    Alteration("members travel", "ledger-forbidden", (ledger, "秋季登山饮用水", "▲秋季外出旅游")),
    Alteration("the union pays for examinations", "ledger-forbidden", (ledger, "便民雨伞", "▲职工体检")),
    Alteration("the union gives to the retired", "ledger-forbidden", (ledger, "困难职工慰问金9户", "▲退休人员慰问金9户")),
  ]

  static let accounts = [
    Alteration("an expense stands in the column of income", "account-side", (ledger, "便民雨伞,,720.00", "便民雨伞,▲720.00,")),
    Alteration("income stands in the column of expense", "account-side", (ledger, "5月会费,6136.00,", "5月会费,,▲6136.00")),
    Alteration("an account has a number alone", "account-unknown", (ledger, "50305 其他服务支出", "▲50305")),
    Alteration("an account is of another system", "account-unknown", (ledger, "50501 培训支出", "▲50301 培训费")),
    Alteration("an account has no budget", "no-budget", (ledger, "50305 其他服务支出,便民雨伞", "▲50401 劳动关系协调支出,便民雨伞")),
    Alteration(
      "a sum is wrong", "sum-row",
      (
        ledger, "2025-12-31,付-42,50504 其他业务支出,四季度银行手续费,,81.00,银行,工会经费,1,",
        "2025-12-31,付-42,50504 其他业务支出,四季度银行手续费,,81.00,银行,工会经费,1,\n,,,合计,▲200000.00,,"
      )),
  ]

  static let budgets = [
    Alteration(
      "a budget is below what was spent", "over-budget",
      (book, "50105 会员活动支出, amount: 46000", "50105 会员活动支出, amount: ▲40000")),
    Alteration(
      "a budget is of nine millions", "budget-deficit",
      (book, "50105 会员活动支出, amount: 46000", "50105 会员活动支出, amount: ▲9000000")),
    Alteration(
      "a budget is changed when it was passed", "budget-afterwards",
      (book, "50105 会员活动支出, amount: 46000", "50105 会员活动支出, amount: 20000"),
      (
        book, "disclosures:",
        "budget_changes:\n  - {date: 2025-12-01, decided_by: 会员代表大会, items: [{account: 50105 会员活动支出, amount: ▲46000}]}\ndisclosures:"
      )),
    Alteration(
      "nobody decided a change", "budget-change-undecided",
      (
        book, "disclosures:",
        "budget_changes:\n  - {date: ▲2025-02-01, items: [{account: 50105 会员活动支出, amount: 47000}]}\ndisclosures:"
      )),
    Alteration("a budget has an account twice", "budget-line", (book, "50502 会议支出, amount", "▲50501 培训支出, amount")),
  ]

  static let sheets = [
    Alteration("the cashier reviews", "review-by-bookkeeper", (book, "by: 孙小寒", "by: ▲赵小满")),
    Alteration("a stranger reviews", "review-stranger", (book, "by: 孙小寒", "by: ▲吴不识")),
    Alteration("who prepared a sheet reviews it", "review-own", (book, "by: 孙小寒", "by: ▲周会计")),
    Alteration("the cashier prepares a sheet", "prepared-by-cashier", (book, "prepared_by: 周会计", "prepared_by: ▲赵小满")),
    Alteration("another is named as chair", "chair-unknown", (book, "chair: 丁一山", "chair: ▲冯一水")),
    Alteration("a sheet is reviewed before its period ends", "review-day", (book, "2025-07-08", "▲2025-06-08")),
    Alteration("a sheet is published that was refused", "review-refused", (book, "账实相符，同意公开", "▲账实不符，不同意公开")),
    Alteration("a sheet is published late", "disclosure-late", (book, "2025-07-11", "▲2025-09-11")),
    Alteration("a sheet's income differs", "sheet-mismatch", (book, "income: 80809.43", "income: ▲80890.43")),
    Alteration("a sheet's closing differs", "closing-mismatch", (book, "closing: 107021.13", "closing: ▲107012.13")),
    Alteration("the cash counted differs", "counted-mismatch", (book, "{cash: 2262.00", "{cash: ▲2226.00")),
    Alteration("the bank's statement differs", "counted-mismatch", (book, "bank: 116259.13", "bank: ▲116295.13")),
    Alteration("a record costs more than its vouchers", "cost-mismatch", (games, "amount: 5950", "amount: ▲5960")),
    Alteration(
      "another record claims the vouchers of the games", "cost-mismatch",
      (
        other, "",
        "---\ntitle: 广播操\ndate: 2025-05-22\nkind: 文体\ncost: {amount: 2350, account: 50102 文体活动支出, vouchers: [▲付-8]}\n---\n"
      )),
    Alteration(
      "a record's cost stands nowhere in the ledger", "cost-unbooked",
      (other, "", "---\ntitle: 广播操\ndate: 2025-05-22\nkind: 文体\ncost: {amount: ▲2350, source: 工会经费}\n---\n")),
  ]

  static let all =
    days + repeated + payments + reversals + money + debts + purposes + accounts + budgets + sheets
}
