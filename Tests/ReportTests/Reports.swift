import BanbaoSource
import Testing

/// A figure or a fact of a report: what it is, the words of the summary that state it, and where the report gives it.
struct Stated: Sendable {
  var what: String
  /// With its unit and its noun, so that it is not found elsewhere by accident.
  var text: String
  /// Section and item of the report (taken apart in DomainNotes 7.1).
  var place: String

  init(_ what: String, _ text: String, _ place: String) {
    self.what = what
    self.text = text
    self.place = place
  }
}

/// One of the four reports: a union and a year.
struct Report: Sendable, CustomTestStringConvertible {
  /// The folder of its content.
  var name: String
  var year: Int
  /// Of its signature; the last of the year where it has none.
  var day: Day
  var stated: [Stated]
  /// What its records lack, as the summary says that.
  var missing: [String]
  /// What it has no record of: the summary says nothing of it but the chapter's name.
  var unrecorded: [String]

  var testDescription: String { name }

  static let all = [film, disease, sanitation, hospital]

  /// What none of the four gives.
  static let neverGiven = ["本期收入〔待补〕元", "全年支出预算〔待补〕元", "期末结余〔待补〕元", "公开经费收支〔待补〕次"]

  /// A day of a year that exists.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(serial: 0)
  }
}
