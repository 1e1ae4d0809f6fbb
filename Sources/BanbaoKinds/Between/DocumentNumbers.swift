package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

/// Document numbers wherever records have them: their form, and that our own are each used once.
package struct DocumentNumbers: Overview {
  let library: Library

  package init(_ library: Library) { self.library = library }

  package static let rules = DocumentNumberRules.all

  package func check() -> [Diagnostic] {
    var found: [Diagnostic] = []
    var own: [OwnNumber] = []
    for (entry, record) in library.entries(that: (any BearsNumbers).self) {
      for field in record.numberFields {
        switch field.origin {
        case .own(let years):
          found += checkForm(field.text, entry, mustBeAlone: true)
          OwnNumber(field.text, entry, years: [entry.date.first.year] + years).map { own.append($0) }
        case .other: found += checkForm(field.text, entry)
        case .inText: found += checkNumbers(field.text, entry)
        }
      }
    }
    for entry in library.entries {
      for document in entry.common.upperDocuments { found += checkNumbers(document, entry) }
    }
    return found + own.compactMap(checkYear) + repeated(own)
  }

  /// A field that is a document number, or several.
  ///
  /// - Parameter mustBeAlone: whether nothing else may stand in it, as in a number of our own.
  private func checkForm(
    _ field: Located<String>, _ entry: some AnyEntry, mustBeAlone: Bool = false
  ) -> [Diagnostic] {
    guard !field.value.isEmpty else { return [] }
    let numbers = documentNumbers(in: field.value)
    if numbers.isEmpty {
      return [
        DocumentNumberRules.form.at(
          entry.place(field.mark), Wording("“\(field.value)”不是发文字号", en: "“\(field.value)” is no document number"),
          help: Wording("写成 云医工〔2026〕3号 这样：代字、年份、序号", en: "write office, year and number, as in 云医工〔2026〕3号"))
      ]
    }
    if mustBeAlone, let number = numbers.first, number.faults.isEmpty, number.written != field.value {
      return [
        DocumentNumberRules.form.at(
          entry.place(field.mark),
          Wording("“\(field.value)”里不只有发文字号", en: "“\(field.value)” is more than a document number"),
          help: Wording("写成 \(number.number.text)", en: "write \(number.number.text)"))
      ]
    }
    return checkNumbers(field, entry)
  }

  /// The form of every number in a text that may hold other words too.
  private func checkNumbers(_ field: Located<String>, _ entry: some AnyEntry) -> [Diagnostic] {
    documentNumbers(in: field.value).filter { !$0.faults.isEmpty }.map { number in
      DocumentNumberRules.form.at(
        entry.place(field.mark),
        Wording(
          "发文字号“\(number.written)”：\(number.faults.map(\.zh).joined(separator: "，"))",
          en: "document number “\(number.written)”: \(number.faults.map(\.en).joined(separator: ", "))"),
        help: number.number.office.isEmpty
          ? Wording("写成 云医工\(number.number.text) 这样", en: "write it as in 云医工\(number.number.text)")
          : Wording("写成 \(number.number.text)", en: "write \(number.number.text)"),
        fix: rewriting(number, in: field, of: entry))
    }
  }

  /// Nil where the office or the century is missing.
  private func rewriting(
    _ number: WrittenNumber, in field: Located<String>, of entry: some AnyEntry
  ) -> Replacement? {
    guard !number.number.office.isEmpty, foldedFullWidth(number.written).contains(padded(number.number.year, 4)),
      field.value.ranges(of: number.written).count == 1
    else { return nil }
    return Replacement(
      entry.source, field.mark, from: field.value, to: field.value.replacing(number.written, with: number.number.text))
  }

  private func checkYear(_ own: OwnNumber) -> Diagnostic? {
    guard !own.years.contains(own.number.year), let year = own.years.first else { return nil }
    return DocumentNumberRules.year.at(
      own.place,
      Wording(
        "发文字号是 \(own.number.year) 年的，日期却在 \(year) 年",
        en: "the document number is of \(own.number.year), the date in \(year)"),
      help: Wording("核对发文字号和日期", en: "check the number and the date"),
      related: [Related(own.datePlace, Wording("日期", en: "the date"))])
  }

  private func repeated(_ own: [OwnNumber]) -> [Diagnostic] {
    grouped(own.sorted { $0.place < $1.place }, by: \.number).flatMap { number, members in
      var issued = IssuedTogether()
      return members.compactMap { later -> Diagnostic? in
        guard let first = issued.stranger(to: later) else { return nil }
        return DocumentNumberRules.repeated.at(
          later.place,
          Wording("《\(first.title)》已经用了 \(number.text)", en: "“\(first.title)” has the number \(number.text) already"),
          help: Wording("每份文件一个号，核对发文登记", en: "each document has its own number: check the register"),
          related: [Related(first.place, Wording("先用这个号的", en: "the first with this number"))])
      }
    }
  }
}

/// A number that our own committee gave to a notice or a rule.
private struct OwnNumber: Sendable {
  var number: DocumentNumber
  var title: String
  /// Without the marks of a title within it.
  var bareTitle: String
  var place: Place
  var datePlace: Place
  /// Those that the number may be of; the first is the one to name.
  var years: [Int]

  /// Nil where the field is no document number, which is reported by itself.
  init?(_ field: Located<String>, _ entry: some AnyEntry, years: [Int]) {
    let numbers = documentNumbers(in: field.value)
    guard numbers.count == 1, let number = numbers.first?.number else { return nil }
    self.number = number
    self.years = years
    title = entry.title
    bareTitle = entry.title.filter { !"《》".contains($0) }
    place = entry.place(field.mark)
    datePlace = entry.place(entry.common.date.mark)
  }

  /// Whether one of both is the notice that issues the other: 关于印发《探望慰问办法》的通知 bears its rule's number.
  func isIssued(with other: OwnNumber) -> Bool {
    bareTitle != other.bareTitle && (bareTitle.contains(other.bareTitle) || other.bareTitle.contains(bareTitle))
  }
}

/// Documents that may share a number, each of which issues the one with the next shorter title.
private struct IssuedTogether {
  private var first: OwnNumber?
  /// The shortest title first.
  private var chain: [OwnNumber] = []

  /// One of them that a document does not share its number with rightly; nil where it does, and now is one of them.
  ///
  /// What contains the next shorter title contains all that are shorter still, so that two are compared, not all.
  mutating func stranger(to later: OwnNumber) -> OwnNumber? {
    let place = chain.leadingCount { $0.bareTitle.utf8.count <= later.bareTitle.utf8.count }
    let neighbours = [first, place > 0 ? chain[place - 1] : nil, place < chain.count ? chain[place] : nil]
    if let stranger = neighbours.lazy.compactMap({ $0 }).first(where: { !later.isIssued(with: $0) }) { return stranger }
    first = first ?? later
    chain.insert(later, at: place)
    return nil
  }
}

package enum DocumentNumberRules {
  package static let form = Rule(
    "document-number", .warning,
    Wording(
      "发文字号由机关代字、年份、序号组成，本单位的可以不写代字：年份四位，用六角括号〔〕；序号不写“第”，不补零，末尾写“号”。",
      en:
        "A document number is the office's name, which our own may lack, the year in four digits within 〔〕, and the "
        + "number: no 第, no zeros in front, 号 at the end."),
    wrong: "number: 云医工[2026]第03号", right: "number: 云医工〔2026〕3号")
  package static let repeated = Rule(
    "document-number-repeated", .warning,
    Wording(
      "一个发文字号只用在一份文件上；印发制度的通知和它印发的制度可以同号。",
      en: "A document number is given once; a rule and the notice that issues it share theirs."),
    wrong: "notices/2026/甲.md:\nnumber: 云医工〔2026〕3号\n\nnotices/2026/乙.md:\nnumber: 云医工〔2026〕3号",
    right: "notices/2026/甲.md:\nnumber: 云医工〔2026〕3号\n\nnotices/2026/乙.md:\nnumber: 云医工〔2026〕4号")
  package static let year = Rule(
    "document-number-year", .warning,
    Wording("发文字号里的年份就是发文的年份。", en: "The year in a document number is the year of its issue."),
    wrong: "date: 2026-01-08\nnumber: 云医工〔2025〕1号", right: "date: 2026-01-08\nnumber: 云医工〔2026〕1号")

  package static let all = [form, repeated, year]
}
