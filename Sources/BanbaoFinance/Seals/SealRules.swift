package import BanbaoDiagnostics
import BanbaoSource

/// The rules of sealed periods.
package enum SealRules {
  package static let changed = Rule(
    "seal-changed", .error,
    Wording(
      "封过账的一期不能再改：账本里的每一行、期初、预算、收支表和经审意见都和封账时一样。确实要改的，写一项更正：日期、原因、议定和经审会的新意见。",
      en:
        "A sealed period stays as it was: each line of the ledger, the opening, the budget, the sheet and its review. What has to be changed is told by a correction with its day, reason, decision and new review."
    ),
    wrong: """
      日期,凭证号,科目,摘要,收入,支出,资金
      2026-03-08,付-1,50102 文体活动支出,购跳绳,,130.00,银行
      """,
    right: """
      日期,凭证号,科目,摘要,收入,支出,资金
      2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,银行
      """)
  package static let broken = Rule(
    "seal-broken", .error,
    Wording(
      "seals.yaml 由 banbao seal 写，不手改：每次封账的摘要值算到它的每一个字，也算到前一次封账的摘要值。",
      en:
        "Only banbao seal writes seals.yaml: the digest of a seal is made from each of its lines and from the digest of the seal before."
    ),
    wrong: "    code: 1810 8503 5452 6953", right: "    code: 1810 8503 5452 6952")
  package static let incomplete = Rule(
    "correction-incomplete", .warning,
    Wording(
      "更正写明日期、原因、谁议定的和经审会的新意见，都在封账以后；缺了哪一样，或者经审会没有同意，都不算数。",
      en:
        "A correction has its day, its reason, who decided it and a new review that agrees, all after the seal; without one of them it does not count."
    ),
    wrong: "corrections: [{period: H1, date: 2026-08-05, reason: 金额少录 10 元}]",
    right: """
      finance/2026/book.yaml:
      corrections:
        - period: H1
          date: 2026-08-05
          reason: 金额少录 10 元
          decided_by: 工会委员会
          review: {date: 2026-08-10, by: 经费审查委员会, opinion: 同意更正}

      finance/2026/ledger.csv:
      日期,凭证号,科目,摘要,收入,支出,资金
      2026-03-08,付-1,50102 文体活动支出,购跳绳,,130.00,银行
      """)
  package static let needless = Rule(
    "correction-needless", .warning,
    Wording(
      "更正只写封过账以后改了的；没有改动，页面上就没有可以对照的数。",
      en: "A correction tells of what was changed after a seal; where nothing was, there is nothing to tell."),
    wrong: """
      corrections:
        - period: H1
          date: 2026-08-05
          reason: 金额少录 10 元
          decided_by: 工会委员会
          review: {date: 2026-08-10, by: 经费审查委员会, opinion: 同意更正}
      """,
    right: "note: 单位：元")
  package static let waiting = Rule(
    "seal-outdated", .note,
    Wording(
      "更正以后再封一次账，以后的改动才查得出来；两次的数都印在收支表上。",
      en:
        "What is corrected is sealed again, so that later changes are found; the sheet shows the figures of both seals."
    ),
    wrong: "  # 更正以后没有再封账",
    right: """
        - period: 2026-H1
          sealed: 2026-08-12
          code: 0606 1019 4416 4735
          previous: "0b0f6b459577ae83445b5ad12d54b5593692f8b685d925c60a3b4622a0e8f09b"
          digest: "257025b3d58617f0a461207d15c05c4570c65fcf330da381bbce09f81e6bed17"
          lines:
            - "分录 | 日期 2026-03-08 | 凭证号 付-1 | 科目 50102 文体活动支出 | 摘要 购跳绳 | 借方 130.00 | 资金 102 银行存款"
            - "期初 | 科目 102 银行存款 | 金额 1000.00"
            - "审查 | 审查日 2026-07-10 | 审查人 经费审查委员会 | 意见 同意"
            - "公开 | 日期 2026-07-15"
            - "更正 | 日期 2026-08-05 | 原因 金额少录 10 元 | 议定 工会委员会 | 审查日 2026-08-10 | 审查人 经费审查委员会 | 意见 同意更正"
            - "收支表 | 项目 期初资金结转结余 | 金额 1000.00"
            - "收支表 | 项目 收入合计 | 金额 0.00"
            - "收支表 | 项目 501 职工活动支出 | 金额 130.00"
            - "收支表 | 项目 50102 文体活动支出 | 金额 130.00"
            - "收支表 | 项目 支出合计 | 金额 130.00"
            - "收支表 | 项目 本期收支差额 | 金额 -130.00"
            - "收支表 | 项目 期末资金结转结余 | 金额 870.00"
      """)
  package static let all = [changed, broken, incomplete, needless, waiting]

  /// A file of seals that is not as it was written.
  static func edited(_ place: Place, _ period: Period, related: [Related] = []) -> Diagnostic {
    broken.at(
      place,
      Wording(
        "\(period.wording.zh)的封账被改过，和摘要值对不上",
        en: "the seal of \(period.wording.en) was changed and does not go with its digest"),
      help: restore, related: related)
  }

  /// A seal that does not follow the one before.
  static func unchained(_ place: Place, _ period: Period) -> Diagnostic {
    broken.at(
      place,
      Wording(
        "\(period.wording.zh)的封账接不上前一次：中间的封账被删掉或改过",
        en: "the seal of \(period.wording.en) does not follow the one before: a seal was taken out or changed"),
      help: restore)
  }

  private static let restore = Wording(
    "封账以后 seals.yaml 不能手改，从备份或版本库里取回原来的那一份",
    en: "nobody edits seals.yaml: take it from the backup or the repository as it was written")

  /// Sealed books that are not there any more.
  static func absent(_ seal: Seal, _ place: Place, _ file: String) -> Diagnostic {
    let period = seal.period.value.wording
    return changed.at(
      place, Wording("\(period.zh)已封账，\(file) 却不在了", en: "\(period.en) is sealed, and \(file) is gone"),
      help: Wording("从备份或版本库里取回 \(file)", en: "take \(file) from the backup or the repository"))
  }

  /// Sealed books that are a draft.
  static func hidden(_ seal: Seal, _ book: Book) -> Diagnostic {
    let period = seal.period.value.wording
    let key = book.keys[Book.Keys.draft]
    return changed.at(
      Place(book.path, line: 1, column: 1),
      Wording("\(period.zh)已封账，这一年的账不能再标成草稿", en: "\(period.en) is sealed, so the year's books are no draft"),
      help: Wording("删去“\(key)”", en: "delete \(key)"))
  }

  /// A correction that does not count, for what it lacks.
  static func incomplete(_ correction: Book.Correction, _ lack: Wording, _ book: Book) -> Diagnostic {
    let period = correction.period.value.wording
    return incomplete.at(
      book.place(correction.period.mark),
      Wording("\(period.zh)的更正不算数：\(lack.zh)", en: "the correction of \(period.en) does not count: \(lack.en)"),
      help: Wording(
        "议定并经经审会同意以后，写全 \(book.correctionForm(correction.period.value))",
        en: "once it is decided and agreed to, write \(book.correctionForm(correction.period.value))"))
  }

  /// A correction that does not count, because it was made before the seal.
  static func early(
    _ correction: Book.Correction, _ day: Located<Day>, _ seal: Seal, _ book: Book
  ) -> Diagnostic {
    let period = correction.period.value.wording
    return incomplete.at(
      book.place(day.mark),
      Wording(
        "\(period.zh)的更正不算数：\(day.value.iso) 在封账的 \(seal.day.value.iso) 以前",
        en:
          "the correction of \(period.en) does not count: \(day.value.iso) is before the seal of \(seal.day.value.iso)"),
      help: Wording("核对日期：更正和对它的审查都在封账以后", en: "check the day: a correction and its review come after the seal"))
  }

  /// Corrections that were not yet made, or not yet reviewed.
  static func future(_ book: Book, on today: Day) -> [Diagnostic] {
    book.corrections.compactMap { correction in
      let period = correction.period.value.wording
      return correction.comes(after: today).map { day in
        incomplete.at(
          book.place(day.mark),
          Wording(
            "\(period.zh)的更正写的 \(day.value.iso) 还没有到",
            en: "\(day.value.iso), a day of the correction of \(period.en), has not come"),
          help: Wording("核对日期；议定、审查过的更正才写进来", en: "check the day: write a correction once it is decided and reviewed"))
      }
    }
  }

  /// A correction in the book of another year.
  static func elsewhere(_ correction: Book.Correction, _ book: Book) -> Diagnostic {
    let period = correction.period.value
    return incomplete.at(
      book.place(correction.period.mark),
      Wording(
        "\(period.wording.zh)的更正写在了 \(book.year) 年的 book.yaml 里，不算数",
        en: "the correction of \(period.wording.en) stands in the book of \(book.year) and does not count"),
      help: Wording("移到 \(period.year) 年的 book.yaml 里", en: "move it to the book of \(period.year)"))
  }

  /// A correction without anything that it corrects.
  static func needless(_ correction: Book.Correction, _ book: Book) -> Diagnostic {
    let period = correction.period.value.wording
    return needless.at(
      book.place(correction.period.mark),
      Wording("\(period.zh)的账没有和封账不同的地方，用不着更正", en: "nothing of \(period.en) differs from a seal"),
      help: Wording("账还没有改，就先改账；不用改，就删去这一项", en: "correct the books first; where nothing is to be corrected, delete it")
    )
  }

  /// A correction that has not been sealed yet.
  static func waiting(_ correction: Book.Correction, _ book: Book) -> Diagnostic {
    let period = correction.period.value
    return waiting.at(
      book.place(correction.period.mark),
      Wording("\(period.wording.zh)更正以后还没有再封账", en: "\(period.wording.en) is corrected and not sealed again"),
      help: Wording("改完以后运行 banbao seal \(period.code)", en: "once all is corrected run banbao seal \(period.code)"))
  }
}
