package import BanbaoDiagnostics
package import BanbaoSource

/// What came of closing a period.
package enum Sealing: Sendable {
  /// It cannot be sealed: why, and what to do.
  case refused(Wording, help: Wording)
  /// Its last seal holds all that there is.
  case unchanged(Seal)
  /// The seal, and the file of all seals of its year as it is to be.
  case sealed(Seal, file: String)
}

extension Books {
  /// The file of a year's seals, below `content/`.
  package static func sealsPath(year: Int) -> String { "finance/\(padded(year, 4))/seals.yaml" }

  /// Closes a period of books that no check objects to.
  ///
  /// - Parameters:
  ///   - today: the day of the seal.
  ///   - file: the seals of the year as they are; nil for none.
  package func sealing(_ period: Period, on today: Day, _ file: SourceText?) -> Sealing {
    let words = period.wording
    guard let year = self[period.year], let book = year.book, let content = SealContent(year, period) else {
      return .refused(
        Wording("没有 \(period.year) 年的账", en: "there are no books of \(period.year)"),
        help: Wording("核对期间", en: "check the period"))
    }
    guard today > period.span.last else {
      return .refused(
        Wording("\(words.zh)还没有结束，不能封账", en: "\(words.en) is not over"),
        help: Wording(
          "到 \(period.span.last.adding(days: 1).iso) 以后再封",
          en: "seal it from \(period.span.last.adding(days: 1).iso) on"))
    }
    guard let disclosure = content.disclosure, disclosure.isReviewed else {
      return .refused(
        Wording("\(words.zh)的收支表还没有经审意见，不能封账", en: "the sheet of \(words.en) has no review"),
        help: Wording(
          "经审会审查以后，在 \(book.path) 的“\(book.keys[Book.Keys.disclosures])”里这一期写上 \(book.reviewForm)",
          en:
            "once it is reviewed, write \(book.reviewForm) for it under \(book.keys[Book.Keys.disclosures]) in \(book.path)"
        ))
    }
    guard !disclosure.isRefused else {
      return .refused(
        Wording("经审会没有同意\(words.zh)的收支表，不能封账", en: "the audit committee did not agree to the sheet of \(words.en)"),
        help: Wording("改正以后重新审查，写上新的意见", en: "mend it, have it reviewed again and write the new opinion"))
    }
    if let day = disclosure.review?.value.date?.value, day > today {
      return .refused(
        Wording(
          "经审意见的日期 \(day.iso) 还没有到，不能封账", en: "the day of the review, \(day.iso), has not come"),
        help: Wording("审查以后再封账", en: "seal it after the review"))
    }
    if let day = disclosure.review?.value.date?.value, day <= period.span.last {
      return .refused(
        Wording(
          "经审意见的日期 \(day.iso) 在\(words.zh)结束之前，不能封账", en: "the review of \(day.iso) lies before the end of \(words.en)"),
        help: Wording("期末以后再审查全期收支", en: "have the whole period reviewed after its end"))
    }
    if let day = book.corrections(of: period).lazy.compactMap({ $0.comes(after: today) }).first {
      return .refused(
        Wording("更正写的 \(day.value.iso) 还没有到，不能封账", en: "\(day.value.iso), a day of its correction, has not come"),
        help: Wording("更正议定、审查以后再封账", en: "seal it once the correction is decided and reviewed"))
    }
    var diagnostics: [Diagnostic] = []
    let seals = file.map { SealChecks.File($0, &diagnostics).seals } ?? []
    let last = seals.last { $0.period.value == period }
    let lines = content.inOrder
    if let last, last.isIntact, Set(last.lines.map(\.value)) == Set(lines), last.lines.count == lines.count {
      return .unchanged(last)
    }
    if let before = last?.day.value ?? seals.last?.day.value, before > today {
      return .refused(
        Wording(
          "上一次封账是 \(before.iso)，比今天 \(today.iso) 还晚",
          en: "the seal before is of \(before.iso), after today, \(today.iso)"),
        help: Wording("核对这台机器的日期，或者 --as-of", en: "check the machine's clock, or --as-of"))
    }
    let previous =
      seals.last?.digest ?? years.last { $0.year < period.year && !$0.seals.all.isEmpty }?.seals.all.last?.digest
    let seal = Seal(period, on: today, after: previous, lines)
    return .sealed(seal, file: Seal.file(seals + [seal], keys: book.keys))
  }

  /// Every seal of all years, in the order of the chain.
  package var seals: [YearSeals.Kept] { years.flatMap { $0.seals.all } }

  /// Whether something is wrong with the books of any year.
  package static func concerns(_ diagnostic: Diagnostic) -> Bool {
    rules.contains { $0.code == diagnostic.code } || diagnostic.place.path.contains("/finance/")
  }
}
