package import BanbaoDiagnostics
import BanbaoFinance
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

/// Who reviewed a sheet is of the audit committee in office, and neither keeps the books nor the money (Trade Union Law,
/// art. 45; DomainNotes 1.6).
package struct Reviewers: Overview {
  let library: Library
  private let committees: [Entry<Committee>]

  /// Nil where the site keeps no books.
  package init?(_ library: Library) {
    guard library.register(Books.self) != nil else { return nil }
    self.library = library
    committees = library.entries(of: Committee.self)
  }

  package static let rules = ReviewerRules.all

  package func check() -> [Diagnostic] {
    (library.register(Books.self)?.years.compactMap(\.book) ?? []).flatMap { book in
      book.disclosures.flatMap { sheet in
        // That they review their own work is said already.
        check(sheet.review?.value, inOffice(sheet), book, but: [sheet.preparedBy, sheet.chair].compactMap(\.?.value))
          + [preparer(sheet, book), chair(sheet, book)].compactMap { $0 }
      }
        + book.corrections.flatMap { correction in
          let review = correction.review?.value
          let day = (review?.date ?? correction.date)?.value ?? correction.period.value.span.last
          return check(review, inOffice(day), book, but: [])
        }
    }
  }

  /// - Parameter others: reviewers of whom nothing is said here.
  private func check(
    _ review: Book.Review?, _ inOffice: [Entry<Committee>], _ book: Book, but others: [String]
  ) -> [Diagnostic] {
    guard let by = review?.by else { return [] }
    let members = inOffice.flatMap { entry in entry.record.members.map { (entry: entry, member: $0) } }
    let audit = inOffice.first { $0.record.body.value == .audit && !$0.record.members.isEmpty }
    let place = book.place(by.mark)
    return by.value.split { "、，,；;/（）()和与及 　".contains($0) }.compactMap { part -> Diagnostic? in
      let name = String(part)
      if others.contains(name) { return nil }
      let posts = members.filter { $0.member.person.name.value.filter { !$0.isWhitespace } == name }
      if let post = posts.first(where: { $0.member.booksDuty != nil }), let duty = post.member.booksDuty {
        return keeper(
          name, duty, place, [Related(post.entry.place(post.member.person.name.mark), Wording("职务", en: "the duty"))])
      }
      if ["出纳", "出纳员", "会计", "会计员"].contains(where: name.hasSuffix) || name.contains("财务") {
        return keeper(name, name, place, [])
      }
      if isOwnBody(name) {
        return ReviewerRules.stranger.at(
          place, Wording("“\(name)”不是经费审查委员会", en: "“\(name)” is not the audit committee"),
          help: Wording(
            "由经费审查委员会审查，工会不审查自己的账", en: "the audit committee reviews it: a union does not review its own books"))
      }
      guard let audit, isName(name), !posts.contains(where: { $0.entry.record.body.value == .audit }) else {
        return nil
      }
      return ReviewerRules.stranger.at(
        place,
        Wording("审查人“\(name)”不是经费审查委员会的成员", en: "the reviewer “\(name)” is no member of the audit committee"),
        help: Wording(
          "由经费审查委员会审查；刚换届的，先在组织机构里写上新的一届",
          en: "the audit committee reviews it; after an election, write the new term under committee"),
        related: [Related(audit.place, Wording("当时的经费审查委员会", en: "the audit committee of that day"))])
    }
  }

  /// 牵制: who holds the money does not prepare the sheet of it (《会计基础工作规范》art. 12).
  private func preparer(_ sheet: Book.Disclosure, _ book: Book) -> Diagnostic? {
    guard let preparer = sheet.preparedBy else { return nil }
    let name = preparer.value.filter { !$0.isWhitespace }
    let post = inOffice(sheet).lazy.flatMap { entry in entry.record.members.map { (entry: entry, member: $0) } }
      .first { $0.member.person.name.value.filter { !$0.isWhitespace } == name && $0.member.holdsMoney }
    guard post != nil || name.hasSuffix("出纳") || name.hasSuffix("出纳员") else { return nil }
    return ReviewerRules.preparer.at(
      book.place(preparer.mark),
      Wording("编制人“\(preparer.value)”是出纳", en: "“\(preparer.value)”, who prepared the sheet, is the cashier"),
      help: Wording("收支表由会计编制，出纳只管钱", en: "the accountant prepares the sheet, the cashier holds the money"),
      related: post.map {
        [Related($0.entry.place($0.member.person.name.mark), Wording("职务", en: "the duty"))]
      } ?? [])
  }

  /// Who is named as the union's chair heads its committee on the day of the sheet, where that is known.
  private func chair(_ sheet: Book.Disclosure, _ book: Book) -> Diagnostic? {
    guard let chair = sheet.chair, isName(chair.value),
      let committee = inOffice(sheet).first(where: { entry in
        entry.record.body.value == .union && entry.record.members.contains { $0.isChair }
      }),
      !committee.record.members.contains(where: {
        $0.isChair && $0.person.name.value.filter { !$0.isWhitespace } == chair.value
      })
    else { return nil }
    return ReviewerRules.chair.at(
      book.place(chair.mark),
      Wording("“\(chair.value)”不是当时的工会主席", en: "“\(chair.value)” does not chair the union on that day"),
      help: Wording(
        "写当时的工会主席；换了届的，先在组织机构里写上新的一届",
        en: "name who chaired the union then; after an election, write the new term under committee"),
      related: [Related(committee.place, Wording("当时的工会委员会", en: "the committee of that day"))])
  }

  /// The committees on the day of a sheet's review.
  private func inOffice(_ sheet: Book.Disclosure) -> [Entry<Committee>] {
    inOffice(sheet.review?.value.date?.value ?? sheet.period.value.span.last)
  }

  private func inOffice(_ day: Day) -> [Entry<Committee>] {
    Committee.successions(committees, on: day).compactMap(\.current)
  }

  private func keeper(_ name: String, _ duty: String, _ place: Place, _ related: [Related]) -> Diagnostic {
    ReviewerRules.keeper.at(
      place,
      Wording(
        name == duty ? "“\(name)”管着账或钱，不能审查自己的账" : "审查人“\(name)”担任“\(duty)”，不能审查自己的账",
        en: "the reviewer “\(name)” holds the books or the money as “\(duty)”"),
      help: Wording("由经费审查委员会审查", en: "the audit committee reviews it"), related: related)
  }
}

/// Whether a reviewer reads as a person rather than a body: two to four Han, and no word of an office.
private func isName(_ text: String) -> Bool {
  (2...4).contains(text.count) && text.unicodeScalars.allSatisfy { $0.properties.isIdeographic }
    && !["会", "组", "委", "主任", "审", "全体", "成员", "代表", "工会", "总", "所", "处", "科"].contains(where: text.contains)
}

/// Whether a reviewer is a body of the union that keeps the books itself. The unions above it may review them.
private func isOwnBody(_ text: String) -> Bool {
  (text == "工会" || ["工会委员会", "女职工委员会", "工会小组", "工会办公室"].contains(where: text.hasSuffix))
    && !text.contains("总工会")
}

package enum ReviewerRules {
  /// The files of an example: who is in office, and who reviewed.
  private static func example(audit: String, by: String) -> String {
    """
    committee/经审会.md:
    body: 经费审查委员会
    members:
      - \(audit)

    finance/2026/book.yaml:
    disclosures:
      - period: H1
        published: 2026-07-15
        review: {date: 2026-07-10, by: \(by), opinion: 同意}
    """
  }

  package static let stranger = Rule(
    "review-stranger", .warning,
    Wording(
      "收支表由经费审查委员会审查：审查人是它当时的成员，或者写委员会的名称。",
      en: "The audit committee reviews a sheet: whoever is named sits in it on that day, or it is named itself."),
    wrong: example(audit: "{name: 丁一山, role: 委员, consent: true}", by: "赵小满"),
    right: example(audit: "{name: 丁一山, role: 委员, consent: true}", by: "丁一山"))
  package static let keeper = Rule(
    "review-by-bookkeeper", .warning,
    Wording("会计和出纳不审查自己管的账和钱。", en: "Who keeps the books or the money does not review them."),
    wrong: example(audit: "{name: 丁一山, role: 委员, consent: true}", by: "出纳"),
    right: example(audit: "{name: 丁一山, role: 委员, consent: true}", by: "经费审查委员会"))
  package static let preparer = Rule(
    "prepared-by-cashier", .warning,
    Wording(
      "出纳不编制收支表：出纳不兼任稽核和收入、支出、债权债务账目的登记（《会计基础工作规范》第十二条）。",
      en: "The cashier does not prepare the sheet: who holds the money keeps no accounts of income and expense."),
    wrong: """
      finance/2026/book.yaml:
      disclosures:
        - {period: H1, prepared_by: 出纳, published: 2026-07-15, review: {date: 2026-07-10, by: 经费审查委员会, opinion: 同意}}
      """,
    right: """
      finance/2026/book.yaml:
      disclosures:
        - {period: H1, prepared_by: 会计, published: 2026-07-15, review: {date: 2026-07-10, by: 经费审查委员会, opinion: 同意}}
      """)
  package static let chair = Rule(
    "chair-unknown", .warning,
    Wording(
      "收支表上的主席是当时的工会主席；组织机构里没有写主席的不查。",
      en: "The chair on a sheet heads the union on that day; where no committee names its chair, nothing is said."),
    wrong: """
      committee/委员会.md:
      body: 工会委员会
      members:
        - {name: 丁一山, role: 主席, consent: true}

      finance/2026/book.yaml:
      disclosures:
        - {period: H1, chair: 冯一水, published: 2026-07-15, review: {date: 2026-07-10, by: 经费审查委员会, opinion: 同意}}
      """,
    right: """
      committee/委员会.md:
      body: 工会委员会
      members:
        - {name: 丁一山, role: 主席, consent: true}

      finance/2026/book.yaml:
      disclosures:
        - {period: H1, chair: 丁一山, published: 2026-07-15, review: {date: 2026-07-10, by: 经费审查委员会, opinion: 同意}}
      """)
  package static let all = [stranger, keeper, preparer, chair]
}
