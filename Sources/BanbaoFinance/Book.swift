package import BanbaoDiagnostics
package import BanbaoSource

/// 账簿: what `finance/YEAR/book.yaml` says of a year's accounts besides their entries.
package struct Book: Sendable {
  package var path: String
  /// How the file names keys.
  package var keys: KeyLanguage
  package var year: Int
  package var standard: Located<Standard>
  /// The chart of its standard, with the detail accounts that the book names.
  var chart: ChartOfAccounts
  package var opening: Opening?
  /// 期初日: the day of the opening, the first that its ledger tells of; nil for 1 January.
  var openingDay: Located<Day>?
  /// 资金结转结余调整及变动, added to the year's opening balance; may be negative.
  package var adjustments: Located<Money>?
  /// As it was passed, without what was changed later.
  package var budget: [BudgetLine]
  package var budgetChanges: [BudgetChange]
  package var disclosures: [Disclosure]
  package var reconciliations: [Reconciliation]
  package var corrections: [Correction]
  /// Whether nothing of the year is published yet, nor its ledger read.
  package var isDraft: Bool
  /// What every page of the year's books says of them, such as that their figures are samples.
  package var note: String
  /// What reads as a name in summaries and is none.
  package var notNames: [Located<String>]

  /// One account and an amount of it.
  struct AccountAmount: Sendable {
    /// In the book's chart.
    var account: Int
    var mark: Mark
    var amount: Located<Money>
  }

  /// 期初: the balance of each fund at the year's beginning, or a balance that was counted.
  package struct Opening: Sendable {
    package var cash: Located<Money>?
    package var bank: Located<Money>?
    /// The balances that are given by account, each on the account's own side.
    var accounts: [AccountAmount] = []
    /// Whether an amount was written that could not be read: that fault is enough.
    var isUnreadable = false

    /// What the record says of a fund.
    package subscript(fund: Fund) -> Located<Money>? { fund == .cash ? cash : bank }
  }

  /// 预算: one line of the year's budget.
  package struct BudgetLine: Sendable {
    /// In the chart of accounts of the book's standard.
    package var account: Int
    package var mark: Mark
    package var amount: Located<Money>
  }

  /// 预算调整: what the budget of some accounts became during the year.
  package struct BudgetChange: Sendable {
    package var date: Located<Day>
    package var decidedBy: Located<String>?
    /// The amounts after the change.
    package var items: [BudgetLine]
  }

  /// 公开: one sheet that was shown to members.
  package struct Disclosure: Sendable {
    package var period: Located<Period>
    package var preparedBy: Located<String>?
    package var chair: Located<String>?
    package var review: Located<Review>?
    package var published: Located<Day>?
    /// What the sheet on the wall said, where it is to be held against the books.
    package var income: Located<Money>?
    package var expense: Located<Money>?
    package var closing: Located<Money>?
    /// 实存: cash counted and the bank's own statement at the period's end.
    package var counted: Opening?
  }

  /// 经审意见: what the audit committee said of a sheet.
  package struct Review: Sendable {
    package var date: Located<Day>?
    package var by: Located<String>?
    package var opinion: Located<String>?
  }

  package func place(_ mark: Mark) -> Place { Place(path, mark) }

  enum Keys {
    static let draft = Key.flag(
      "draft", "草稿", Wording("true 表示这一年的账还没填好，不公开", en: "true while the year's books are not ready"))
    static let standard = Key.choice(
      "standard", "会计制度", Standard.self, Wording("2021 或 2009；不写就按年份", en: "2021 or 2009; by the year if left out"))
    static let opening = GroupKey(
      "opening", "期初",
      Wording("年初现金和银行存款，或者各科目余额的列表", en: "cash and bank at the year's beginning, or a list of balances by account"))
    static let openingDay = Key.day(
      "opening_day", "期初日", Wording("账从年中记起时，期初是哪一天的；不写是1月1日", en: "the day of the opening; 1 January if left out"))
    static let adjustments = Key.signedMoney(
      "adjustments", "调整", Wording("年初结转结余的调整，可以是负数", en: "adjustment of the opening balance"))
    static let budget = GroupKey("budget", "预算", Wording("科目和金额的列表", en: "a list of accounts and amounts"))
    static let budgetChanges = GroupKey(
      "budget_changes", "预算调整", Wording("年中调整的预算：哪一天、谁议定、调整后的数", en: "changes of the budget during the year"))
    static let disclosures = GroupKey("disclosures", "公开", Wording("公开过的各期收支表", en: "the sheets that were published"))
    static let reconciliations = GroupKey(
      "reconciliations", "对账", Wording("银行对账单和未达账项的列表", en: "the banks' statements, with what is in transit"))
    static let corrections = GroupKey("corrections", "更正", Wording("封账以后的更正", en: "what was corrected after a seal"))
    static let note = Key.text("note", "说明", Wording("印在这一年各页账目上的一句话", en: "a sentence for every page of these books"))
    static let notNames = Key.texts(
      "not_names", "不是人名", en: "Not names", allowsText: true,
      Wording("账本摘要里被当成姓名的词，其实不是", en: "words of summaries that are taken for names and are none"))
  }

  /// Reads every field of a book; faults stay in `fields`.
  static func read(_ fields: inout FieldReader, path: String, year: Int) -> Book? {
    let isDraft = fields.read(Keys.draft)?.value ?? false
    let standard = fields.read(Keys.standard)
    let inForce = standard?.value ?? Standard.inForce(in: year)
    let details = DetailAccounts(ChartOfAccounts(inForce))
    let openings = fields.records(Keys.opening) {
      readOpening(&$0, details)
    }
    let openingDay = fields.read(Keys.openingDay)
    let adjustments = fields.read(Keys.adjustments)
    let budget = fields.records(Keys.budget) {
      readBudget(&$0, details)
    }
    let budgetChanges = fields.records(Keys.budgetChanges) {
      readBudgetChange(&$0, details)
    }
    let disclosures = fields.records(Keys.disclosures) {
      readDisclosure(&$0, year)
    }
    let reconciliations = fields.records(Keys.reconciliations) {
      Reconciliation.read(&$0, details)
    }
    let corrections = fields.records(Keys.corrections) {
      readCorrection(&$0, year)
    }
    let note = fields.read(Keys.note)
    let notNames = fields.read(Keys.notNames)
    let (chart, indices) = details.settled()
    let opening = Opening(openings).map { settledOpening($0, indices) }
    return Book(
      path: path, keys: fields.keys, year: year, standard: standard ?? Located(inForce, fields.mark), chart: chart,
      opening: opening, openingDay: openingDay, adjustments: adjustments, budget: settledLines(budget, indices),
      budgetChanges: budgetChanges.map {
        BudgetChange(date: $0.date, decidedBy: $0.decidedBy, items: settledLines($0.items, indices))
      }, disclosures: disclosures,
      reconciliations: reconciliations.map {
        var settled = $0
        settled.account = indices[$0.account]
        return settled
      }, corrections: corrections, isDraft: isDraft, note: note?.value ?? "", notNames: notNames)
  }

  enum BalanceKeys {
    static let cash = Key.signedMoney("cash", "现金", Wording("现金，元", en: "cash, in yuan"))
    static let bank = Key.signedMoney("bank", "银行", Wording("银行存款，元", en: "bank, in yuan"))
  }

  private static func readBalance(_ fields: inout FieldReader) -> Opening? {
    let faults = fields.diagnostics.count
    let cash = fields.read(BalanceKeys.cash)
    let bank = fields.read(BalanceKeys.bank)
    return Opening(cash: cash, bank: bank, isUnreadable: fields.diagnostics.count > faults)
  }

  /// One item of 期初: both funds, or an account with its amount.
  private static func readOpening(_ fields: inout FieldReader, _ details: DetailAccounts) -> Opening? {
    let faults = fields.diagnostics.count
    var opening = readBalance(&fields)
    let account = fields.read(OpeningKeys.account)
    let amount = fields.read(OpeningKeys.amount)
    if let account, let amount {
      do {
        let index = try details.find(account.value)
        opening?.accounts = [AccountAmount(account: index, mark: account.mark, amount: amount)]
      } catch {
        fields.report(error.rule.at(fields.place(account.mark), error.message, help: error.help))
      }
    } else if let written = account?.mark ?? amount?.mark, fields.diagnostics.count == faults {
      fields.report(
        BookRules.openingBalance.at(
          fields.place(written),
          Wording("期初这一项要有科目和金额", en: "this opening needs an account and an amount"),
          help: Wording(
            "写成 {\(fields.keys[OpeningKeys.account]): 211 应付上级经费, \(fields.keys[OpeningKeys.amount]): 12000}",
            en: "write {\(fields.keys[OpeningKeys.account]): 211 应付上级经费, \(fields.keys[OpeningKeys.amount]): 12000}")))
    }
    opening?.isUnreadable = fields.diagnostics.count > faults
    return opening
  }

  /// With the indices of accounts in the chart as it is in the end.
  private static func settledOpening(_ opening: Opening, _ indices: [Int]) -> Opening {
    var opening = opening
    for item in opening.accounts.indices { opening.accounts[item].account = indices[opening.accounts[item].account] }
    return opening
  }

  private static func settledLines(_ lines: [BudgetLine], _ indices: [Int]) -> [BudgetLine] {
    lines.map { BudgetLine(account: indices[$0.account], mark: $0.mark, amount: $0.amount) }
  }

  enum OpeningKeys {
    static let account = Key.text("account", "科目", Wording("如 211 应付上级经费", en: "the account"))
    static let amount = Key.signedMoney("amount", "金额", Wording("期初余额，元", en: "its opening balance, in yuan"))
  }

  enum BudgetKeys {
    static let account = Key.text("account", "科目", Wording("如 50102 文体活动支出", en: "the account"), .required)
    static let amount = Key.money("amount", "金额", Wording("预算多少元", en: "in yuan"), .required)
  }

  static func readBudget(_ fields: inout FieldReader, _ details: DetailAccounts) -> BudgetLine? {
    let account = fields.read(BudgetKeys.account)
    let amount = fields.read(BudgetKeys.amount)
    guard let account else { return nil }
    do {
      let index = try details.find(account.value)
      return amount.map { BudgetLine(account: index, mark: account.mark, amount: $0) }
    } catch {
      fields.report(
        error.rule.at(fields.place(account.mark), error.message, help: error.help))
      return nil
    }
  }

  enum DisclosureKeys {
    static let period = Key.period(
      "period", "期间", Wording("H1、H2、Q1…Q4 或 year", en: "H1, H2, Q1…Q4 or year"), .required)
    static let preparedBy = Key.text("prepared_by", "编制", Wording("谁编制的", en: "who prepared it"))
    static let chair = Key.text("chair", "主席", Wording("工会主席", en: "the union's chair"))
    static let review = GroupKey("review", "经审意见", Wording("经审会的意见", en: "the audit committee's review"))
    static let published = Key.day("published", "公开日期", Wording("哪一天公开的", en: "when it was published"))
    static let income = Key.signedMoney(
      "income", "收入", Wording("公开表上的收入合计，用来核对", en: "the sheet's income, to be held against the books"))
    static let expense = Key.signedMoney("expense", "支出", Wording("公开表上的支出合计，用来核对", en: "the sheet's expense"))
    static let closing = Key.signedMoney("closing", "期末", Wording("公开表上的期末结余，用来核对", en: "the sheet's closing balance"))
    static let counted = GroupKey(
      "counted", "实存", Wording("期末盘点的现金和银行对账单余额", en: "cash counted and the bank's statement"))
  }

  private static func readDisclosure(_ fields: inout FieldReader, _ year: Int) -> Disclosure? {
    let period = fields.period(DisclosureKeys.period, within: year)
    let preparedBy = fields.read(DisclosureKeys.preparedBy)
    let chair = fields.read(DisclosureKeys.chair)
    let review = fields.record(DisclosureKeys.review) {
      readReview(&$0)
    }
    let published = fields.read(DisclosureKeys.published)
    let income = fields.read(DisclosureKeys.income)
    let expense = fields.read(DisclosureKeys.expense)
    let closing = fields.read(DisclosureKeys.closing)
    let counted = fields.record(DisclosureKeys.counted) {
      readBalance(&$0)
    }
    guard let period else { return nil }
    return Disclosure(
      period: period, preparedBy: preparedBy, chair: chair, review: review, published: published, income: income,
      expense: expense, closing: closing, counted: counted?.value)
  }

  enum ReviewKeys {
    static let date = Key.day("date", "日期", Wording("审查的日子", en: "its day"))
    static let by = Key.text("by", "审查人", Wording("谁审查的", en: "by whom"))
    static let opinion = Key.text("opinion", "意见", Wording("一两句话", en: "a sentence or two"))
  }

  static func readReview(_ fields: inout FieldReader) -> Review? {
    let date = fields.read(ReviewKeys.date)
    let by = fields.read(ReviewKeys.by)
    let opinion = fields.read(ReviewKeys.opinion)
    return Review(date: date, by: by, opinion: opinion)
  }
}

extension Book.Opening {
  /// The items of a list put together; nil for none.
  fileprivate init?(_ items: [Book.Opening]) {
    guard !items.isEmpty else { return nil }
    self.init(
      cash: items.lazy.compactMap(\.cash).first, bank: items.lazy.compactMap(\.bank).first,
      accounts: items.flatMap(\.accounts), isUnreadable: items.contains(where: \.isUnreadable))
  }
}

extension Book {
  /// The review of a sheet as the file is to write it.
  var reviewForm: String {
    let parts = [keys[ReviewKeys.date], keys[ReviewKeys.by], keys[ReviewKeys.opinion]].map { "\($0): …" }
    return "\(keys[DisclosureKeys.review]): {\(parts.joined(separator: ", "))}"
  }
}
