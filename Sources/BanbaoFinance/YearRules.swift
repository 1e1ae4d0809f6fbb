package import BanbaoDiagnostics

/// The rules between a year's books and the year before, the budget and the day.
package enum YearRules {
  /// A sheet to which no rule objects.
  private static let proper = """
    disclosures:
      - period: H1
        published: 2026-07-15
        review: {date: 2026-07-10, by: 经费审查委员会, opinion: 同意}
    """

  package static let opening = Rule(
    "opening-mismatch", .error,
    Wording("每年期初的现金、银行存款等于上年期末。", en: "A year opens with the cash and bank that the year before closed with."),
    wrong: """
      finance/2026/book.yaml:
      opening: {cash: 860.00, bank: 90000.00}  # 上年期末银行 91,000.00
      """,
    right: "finance/2026/book.yaml:\nopening: {cash: 860.00, bank: 91000.00}")
  package static let overBudget = Rule(
    "over-budget", .warning, Wording("支出不超过预算。", en: "Expense stays within its budget."),
    wrong: "budget: [{account: 50102 文体活动支出, amount: 1000}]  # 支出了 1,200.00",
    right: "budget: [{account: 50102 文体活动支出, amount: 1500}]")
  package static let noBudget = Rule(
    "no-budget", .warning, Wording("没有预算的科目不列支。", en: "No account spends without a budget."),
    wrong: "budget: [{account: 501 职工活动支出, amount: 1500}]  # 账本里还有 50502 会议支出",
    right: "budget: [{account: 501 职工活动支出, amount: 1500}, {account: 50502 会议支出, amount: 300}]")
  package static let late = Rule(
    "disclosure-late", .warning,
    Wording("收支表在期末后一个月内公开。", en: "A sheet is published within a month of its period's end."),
    wrong: """
      disclosures:
        - period: H1
          published: 2026-10-08
          review: {date: 2026-07-10, by: 经费审查委员会, opinion: 同意}
      """,
    right: proper)
  package static let missing = Rule(
    "disclosure-missing", .warning, followsCalendar: true,
    Wording("工会经费收支至少每半年向会员公开一次。", en: "Income and expense are disclosed to members at least every half-year."),
    wrong: "disclosures: []",
    right: proper)
  package static let early = Rule(
    "disclosure-early", .error, Wording("一期的收支在期末以后公开。", en: "A period's sheet is published after its end."),
    wrong: """
      disclosures:
        - period: H1
          published: 2026-06-20
          review: {date: 2026-07-10, by: 经费审查委员会, opinion: 同意}
      """,
    right: proper)
  package static let reviewDay = Rule(
    "review-day", .warning,
    Wording("经审意见写在期末之后、公开之前。", en: "A sheet is reviewed after its period's end and before its publication."),
    wrong: """
      disclosures:
        - period: H1
          published: 2026-07-15
          review: {date: 2026-07-20, by: 经费审查委员会, opinion: 同意}
      """,
    right: proper)
  package static let ownReview = Rule(
    "review-own", .warning,
    Wording(
      "编制收支表的人和工会主席不审查自己的账，由经费审查委员会审查。",
      en: "Who prepared a sheet or chairs the union does not review it: the audit committee does."),
    wrong: """
      disclosures:
        - period: H1
          published: 2026-07-15
          prepared_by: 周会计
          review: {date: 2026-07-10, by: 周会计, opinion: 同意}
      """,
    right: """
      disclosures:
        - period: H1
          published: 2026-07-15
          prepared_by: 周会计
          review: {date: 2026-07-10, by: 经费审查委员会, opinion: 同意}
      """)
  package static let review = Rule(
    "review-missing", .warning,
    Wording(
      "收支表公开前要经过经费审查委员会审查，写明意见和日期（工会法第四十五条）。",
      en:
        "Before a sheet is published the audit committee reviews it, with its opinion and day (Trade Union Law, art. 45)."
    ),
    wrong: "disclosures:\n  - period: H1\n    published: 2026-07-15",
    right: proper)
  package static let refused = Rule(
    "review-refused", .error,
    Wording("经审会没有同意的收支表不公开。", en: "A sheet to which the audit committee did not agree is not published."),
    wrong: """
      disclosures:
        - period: H1
          published: 2026-07-15
          review: {date: 2026-07-10, by: 经费审查委员会, opinion: 账实不符，不同意公开}
      """,
    right: """
      disclosures:
        - period: H1
          published: 2026-07-15
          review: {date: 2026-07-10, by: 经费审查委员会, opinion: 账实相符，同意公开}
      """)
  package static let all = [
    opening, overBudget, noBudget, late, early, missing, review, refused, reviewDay, ownReview,
  ]
}
