package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource

extension Committee {
  package static let rules = CommitteeRules.all

  package static func check(_ entries: [Entry<Committee>], in library: Library) -> [Diagnostic] {
    let bodies = library.derived(Successions.self).bodies
    let inOffice = bodies.compactMap(\.current)
    return bodies.flatMap { term($0, library) } + entries.flatMap { approval($0) + twice($0, library) }
      + separation(inOffice, library)
  }

  /// The end of the term in office, and an election that came after the end of the term before.
  private static func term(_ body: Succession, _ library: Library) -> [Diagnostic] {
    guard let current = body.current else { return [] }
    let elected = current.record.elected
    var diagnostics: [Diagnostic] = []
    if let end = current.record.end, let near = current.record.warningDay, near <= library.today,
      body.all.first?.id == current.id
    {
      let isOver = end < library.today
      diagnostics.append(
        CommitteeRules.term.at(
          current.place(elected.mark),
          isOver
            ? Wording("《\(current.title)》的任期已于 \(end.iso) 届满", en: "the term of “\(current.title)” ended on \(end.iso)")
            : Wording("《\(current.title)》的任期将于 \(end.iso) 届满", en: "the term of “\(current.title)” ends on \(end.iso)"),
          help: Wording(
            "报上级工会同意后换届；选举后用 banbao new 组织机构 写一份新的",
            en: "ask the upper union and hold the election; then write a new record with banbao new committee")))
    }
    diagnostics += unapproved(current, library.today)
    let before = body.all.first { $0.record.elected.value < elected.value }
    if let before, let end = before.record.end, end < elected.value {
      diagnostics.append(
        CommitteeRules.late.at(
          current.place(elected.mark),
          Wording(
            "\(elected.value.iso) 才换届，上一届的任期 \(end.iso) 就已届满",
            en: "elected on \(elected.value.iso), after the term before had ended on \(end.iso)"),
          help: Wording("核对选举日期和上一届的任期", en: "check the day of the election and the term before"),
          related: [Related(before.place(before.record.years.mark), Wording("上一届的任期", en: "the term before"))]))
    }
    return diagnostics
  }

  /// A union committee that nobody above has approved two months after its election (Trade Union Law, art. 12).
  private static func unapproved(_ entry: Entry<Committee>, _ today: Day) -> [Diagnostic] {
    let record = entry.record
    let days = today.serial - record.elected.value.serial
    guard record.body.value == .union, record.approved?.number == nil, record.approved?.date == nil, days > 60 else {
      return []
    }
    let key = entry.keys[Keys.approved.name]
    return [
      CommitteeRules.unapproved.at(
        entry.place(record.elected.mark),
        Wording(
          "\(record.elected.value.iso) 选举，已过 \(days) 天，没有写上级工会的批复",
          en: "elected on \(record.elected.value.iso), \(days) days ago, and no approval of the upper union is named"),
        help: Wording(
          "选举结果报上级工会批准；批复以后写上 \(key): {文号和日期}",
          en: "report the result to the upper union; when it is approved, write \(key) with its number and date"))
    ]
  }

  private static func approval(_ entry: Entry<Committee>) -> [Diagnostic] {
    let elected = entry.record.elected
    guard let date = entry.record.approved?.date, date.value < elected.value else { return [] }
    return [
      CommitteeRules.approval.at(
        entry.place(date.mark),
        Wording(
          "批复日期 \(date.value.iso) 早于选举日期 \(elected.value.iso)",
          en: "approved on \(date.value.iso), before the election on \(elected.value.iso)"),
        help: Wording("批复的是选举结果；两个日期核对一下", en: "what is approved is the result: check both days"),
        related: [Related(entry.place(elected.mark), Wording("选举日期", en: "the election"))])
    ]
  }

  private static func twice(_ entry: Entry<Committee>, _ library: Library) -> [Diagnostic] {
    let members = entry.record.members
    let (role, department) = (entry.keys[Committee.MemberKeys.role], entry.keys[Committee.MemberKeys.department])
    /// The first of each name, by the department too.
    var first: [String: Int] = [:]
    var ofDepartment: [String: [String: Int]] = [:]
    return members.enumerated().compactMap { index, member in
      let (name, own) = (member.person.bareName, member.person.department)
      defer {
        first[name] = first[name] ?? index
        ofDepartment[name, default: [:]][own] = ofDepartment[name]?[own] ?? index
      }
      // Without a department it may be anybody of the name.
      let known = [ofDepartment[name]?[own], ofDepartment[name]?[""]].compactMap { $0 }
      let same = own.isEmpty ? first[name] : known.min()
      guard let first = same.map({ members[$0] }) else { return nil }
      let shown = discreet([first.person, member.person], library)
      return CommitteeRules.twice.at(
        entry.place(member.person.name.mark),
        Wording("\(shown)在成员里写了两次", en: "\(shown) stands twice among the members"),
        help: Wording(
          "一人几职写在一处，如 \(role): 委员、会计；同名的两个人，各写明“\(department)”",
          en: "write several duties as \(role): 委员、会计, and the \(department) of each where two bear one name"),
        related: [Related(entry.place(first.person.name.mark), Wording("第一次", en: "the first time"))])
    }
  }

  /// A name as a message may print it: whole only where every record of the person says so.
  static func discreet(_ people: [Person], _ library: Library) -> String {
    people.first { !$0.consents }.map { library.shown($0) } ?? people.first.map { library.shown($0) } ?? ""
  }
}

extension Person {
  /// Whether two entries may name one person: their names are the same, and their departments do not tell them apart.
  func isSame(as other: Person) -> Bool {
    bareName == other.bareName && (department == other.department || department.isEmpty || other.department.isEmpty)
  }

  /// The name without the spaces that some write within it.
  var bareName: String { name.value.filter { !$0.isWhitespace } }
}

package enum CommitteeRules {
  package static let term = Rule(
    "committee-term", .warning, followsCalendar: true,
    Wording(
      "任期届满前半年开始准备换届。任期是选举日期加上年数；不定任期的写 years: 0。",
      en:
        "An election is prepared from half a year before the term ends: years after the day of election. Without a "
        + "fixed term write years: 0."),
    wrong: "elected: 2021-06-18\nyears: 5\napproved: {date: 2021-07-02}",
    right: "elected: 2026-06-12\nyears: 5\napproved: {date: 2026-07-02}")
  package static let late = Rule(
    "committee-late", .warning,
    Wording("换届不晚于上一届任期届满。", en: "A committee is elected before the term of the one before it ends."),
    wrong: """
      committee/2018.md:
      elected: 2018-05-20
      years: 5

      committee/2023.md:
      elected: 2023-09-18
      years: 5
      approved: {date: 2023-10-08}
      """,
    right: """
      committee/2018.md:
      elected: 2018-05-20
      years: 5

      committee/2023.md:
      elected: 2023-05-14
      years: 5
      approved: {date: 2023-06-02}
      """)
  package static let approval = Rule(
    "committee-approval", .warning,
    Wording("批复不早于选举：上级工会批复的是选举结果。", en: "The upper union approves the result, so not before the election."),
    wrong: "elected: 2024-05-16\napproved: {number: 云工复〔2024〕12号, date: 2024-05-06}",
    right: "elected: 2024-05-16\napproved: {number: 云工复〔2024〕12号, date: 2024-05-24}")
  package static let unapproved = Rule(
    "committee-unapproved", .warning, followsCalendar: true,
    Wording(
      "工会委员会的选举结果报上级工会批准，两个月里写上批复的文号和日期。",
      en:
        "The upper union approves the election of a union committee; its number and day are written within two months."),
    wrong: "elected: 2026-06-12\nyears: 5",
    right: "elected: 2026-06-12\nyears: 5\napproved: {number: 云工复〔2026〕12号, date: 2026-06-24}")
  package static let twice = Rule(
    "committee-member-twice", .warning,
    Wording("一个人在一届里只写一次，几个职务写在一起。", en: "A person stands once in a committee, with all duties together."),
    wrong: "members:\n  - {name: 甲, role: 委员}\n  - {name: 甲, role: 会计}",
    right: "members:\n  - {name: 甲, role: 委员、会计}")
  package static let cashier = Rule(
    "cashier-separation", .warning,
    Wording(
      "出纳不得兼管稽核、会计档案保管和收入、支出、费用、债权债务账目的登记，也不得是经费审查委员会的成员（会计基础工作规范第十二条）。",
      en:
        "The cashier neither reviews, keeps the archive nor enters income, expenditure and debts, and does not sit in the "
        + "audit committee (Basic Standards of Accounting Work, art. 12)."),
    wrong: "members:\n  - {name: 甲, role: 会计、出纳}",
    right: "members:\n  - {name: 甲, role: 会计}\n  - {name: 乙, role: 出纳}")
  package static let audit = Rule(
    "audit-independence", .warning,
    Wording(
      "经费审查委员会审查工会的账：工会主席和会计不是它的成员。",
      en: "The audit committee reviews the union's books: neither the union's chair nor its accountant sits in it."),
    wrong: """
      committee/经审会.md:
      body: 经费审查委员会
      members:
        - {name: 甲, role: 委员}

      committee/委员会.md:
      body: 工会委员会
      members:
        - {name: 甲, role: 会计}
      """,
    right: """
      committee/经审会.md:
      body: 经费审查委员会
      members:
        - {name: 乙, role: 委员}

      committee/委员会.md:
      body: 工会委员会
      members:
        - {name: 甲, role: 会计}
      """)
  package static let all = [term, late, approval, unapproved, twice, cashier, audit]
}
