import BanbaoDiagnostics
package import BanbaoSource

extension Book {
  /// 更正: why the books of a sealed period differ from their seal, who decided it, and what the audit committee says.
  package struct Correction: Sendable {
    package var period: Located<Period>
    package var date: Located<Day>?
    package var reason: Located<String>?
    package var decidedBy: Located<String>?
    package var review: Located<Review>?

    /// What it lacks, in the words of its keys; nil where it is whole and the audit committee agreed.
    var lack: Wording? {
      let parts = review?.value
      if let opinion = parts?.opinion, refuses(opinion.value) {
        return Wording("经审会没有同意", en: "the audit committee did not agree")
      }
      let lacking = [
        (date == nil, CorrectionKeys.date.label), (reason == nil, CorrectionKeys.reason.label),
        (decidedBy == nil, CorrectionKeys.decidedBy.label),
        (parts?.date == nil, Wording("经审意见的日期", en: "the day of its review")),
        (parts?.by == nil, Wording("审查人", en: "the reviewer")),
        (parts?.opinion == nil, Wording("经审会的意见", en: "the opinion of the audit committee")),
      ].filter(\.0).map(\.1)
      guard !lacking.isEmpty else { return nil }
      return Wording(
        "缺少\(lacking.map(\.zh).joined(separator: "、"))",
        en: "it lacks \(lacking.map { $0.en.lowercased() }.joined(separator: ", "))")
    }

    /// Its day, or that of its review, where it lies after another.
    func comes(after day: Day) -> Located<Day>? {
      [date, review?.value.date].compactMap { $0 }.first { $0.value > day }
    }

    /// Nil for one that lacks anything.
    var line: SealLine? {
      guard lack == nil, let review = review?.value else { return nil }
      var line = SealLine(.correction)
      line.add(.day, date?.value.iso ?? "")
      line.add(.reason, reason?.value ?? "")
      line.add(.decidedBy, decidedBy?.value ?? "")
      line.add(.reviewed, review.date?.value.iso ?? "")
      line.add(.by, review.by?.value ?? "")
      line.add(.opinion, review.opinion?.value ?? "")
      return line
    }
  }

  enum CorrectionKeys {
    static let period = Key.period("period", "期间", Wording("更正哪一期", en: "the period that is corrected"), .required)
    static let date = Key.day("date", "日期", Wording("更正的日子，不早于封账", en: "its day, not before the seal"))
    static let reason = Key.text("reason", "原因", Wording("为什么要改", en: "why it is corrected"))
    static let decidedBy = Key.text("decided_by", "议定", Wording("谁议定的，如 工会委员会", en: "by whom it was decided"))
    static let review = GroupKey("review", "经审意见", Wording("经审会对更正的意见", en: "the audit committee's review of it"))
  }

  static func readCorrection(_ fields: inout FieldReader, _ year: Int) -> Correction? {
    let period = fields.period(CorrectionKeys.period, within: year)
    let date = fields.read(CorrectionKeys.date)
    let reason = fields.read(CorrectionKeys.reason)
    let decidedBy = fields.read(CorrectionKeys.decidedBy)
    let review = fields.record(CorrectionKeys.review) {
      readReview(&$0)
    }
    return period.map {
      Correction(period: $0, date: date, reason: reason, decidedBy: decidedBy, review: review)
    }
  }

  /// The corrections of a period that lack nothing.
  func corrections(of period: Period) -> [Correction] {
    corrections.filter { $0.period.value == period && $0.lack == nil }
  }

  /// A correction of a period as the file is to write it.
  func correctionForm(_ period: Period) -> String {
    typealias Keys = CorrectionKeys
    let code = period.part == .year ? "year" : String(period.code.dropFirst(5))
    let open = [keys[Keys.date], keys[Keys.reason], keys[Keys.decidedBy]].map { "\($0): …" }.joined(separator: ", ")
    return "{\(keys[Keys.period]): \(code), \(open), \(reviewForm)}"
  }
}
