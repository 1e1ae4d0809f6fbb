import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Committee {
  func sheet(_ entry: Entry<Committee>, _ library: Library) -> Sheet {
    let isCurrent = library.derived(Successions.self)[entry]?.current?.id == entry.id
    let isNext = elected.value > library.today
    let state =
      isCurrent
      ? Wording("现任", en: "In office")
      : isNext ? Wording("待任", en: "Elected, not yet in office") : Wording("往届", en: "Of an earlier term")
    let years = years.value
    return Sheet(
      facts: [
        Fact(Keys.body.label, library.words(body.value)),
        Fact(Wording("状态", en: "Standing"), library.words(state)),
        Fact(Keys.elected.label, library.words(elected.value)),
        Fact(
          Keys.years.label,
          years == 0 ? "" : library.words(Wording("\(years)年", en: years == 1 ? "1 year" : "\(years) years"))),
        Fact(Wording("任期届满", en: "Ends on"), end.map { library.words($0) } ?? ""),
        Fact(Wording("批复文号", en: "Approval"), approved?.number?.value ?? ""),
        Fact(Wording("批复日期", en: "Approved on"), approved?.date.map { library.words($0.value) } ?? ""),
      ], tables: members.isEmpty ? [] : [memberTable(Keys.members.label, library)])
  }

  /// Names as pages may show them. A masked name beside its department would still point at one person, so the
  /// department stands only where the name does.
  private func memberTable(_ caption: Wording, _ library: Library, url: String = "") -> Table {
    let names = library.shown(members.map(\.person))
    let hasDepartments = members.contains { $0.person.consents && !$0.person.department.isEmpty }
    var columns = [
      Table.Column(label: MemberKeys.name.label), Table.Column(label: MemberKeys.role.label),
    ]
    if hasDepartments { columns.append(Table.Column(label: MemberKeys.department.label)) }
    return Table(
      caption: caption, columns: columns,
      rows: zip(names, members).map { name, member in
        let department = member.person.consents ? member.person.department : ""
        return [Table.Cell(name, url: url), Table.Cell(member.role?.value ?? "")]
          + (hasDepartments ? [Table.Cell(department)] : [])
      })
  }

  static let tablesLinkAll = true

  /// Above the list of all: who is in office, then the terms before. Above that of a year: who was elected in it.
  static func tables(_ entries: [Entry<Committee>], in library: Library) -> [Table] {
    let all = library.entries(of: Committee.self)
    guard entries.count == all.count else {
      return [overview(Wording("当年选举产生", en: "Elected in the year"), inOrder(entries, library), library)]
    }
    let bodies = library.derived(Successions.self).bodies
    let current = bodies.compactMap(\.current)
    let groups = current.filter { $0.record.body.value == .group }
    let others = current.filter { $0.record.body.value != .group }
    let earlier = bodies.flatMap { body in
      body.all.filter { entry in body.current.map { entry.id != $0.id } ?? true }
    }
    var tables: [Table] = []
    if !others.isEmpty { tables.append(overview(Wording("现任机构", en: "In office"), others, library)) }
    tables += others.filter { !$0.record.members.isEmpty }.map { entry in
      let body = entry.record.body.value
      return entry.record.memberTable(Wording("\(body.rawValue)成员", en: "\(body.english): members"), library)
    }
    if !groups.isEmpty { tables.append(groupTable(groups, library)) }
    if !earlier.isEmpty {
      tables.append(overview(Wording("其他届次", en: "Other terms"), inOrder(earlier, library), library))
    }
    return tables
  }

  static func peopleInTables(_ entries: [Entry<Committee>], in library: Library) -> [ShownPerson] {
    let all = library.entries(of: Committee.self)
    guard entries.count == all.count else { return [] }
    return library.derived(Successions.self).bodies.compactMap(\.current).flatMap { entry in
      guard entry.record.body.value == .group else { return library.shownPeople(entry) }
      // Of a group only its head is named.
      return library.shownPeople(head(of: entry).map { [$0.person] } ?? [], of: entry)
    }
  }

  private static func inOrder(_ entries: [Entry<Committee>], _ library: Library) -> [Entry<Committee>] {
    successions(entries, on: library.today).flatMap(\.all)
  }

  private static func overview(_ caption: Wording, _ entries: [Entry<Committee>], _ library: Library) -> Table {
    Table(
      caption: caption,
      columns: [
        Table.Column(label: Wording("届次", en: "Term")), Table.Column(label: Keys.body.label),
        Table.Column(label: Keys.elected.label),
        Table.Column(label: Wording("任期届满", en: "Ends on")),
        Table.Column(label: Wording("人数", en: "Members"), isNumber: true),
      ],
      rows: entries.map { entry in
        let record = entry.record
        return [
          Table.Cell(entry.title, url: entry.url), Table.Cell(library.words(record.body.value)),
          .day(library.words(record.elected.value)), .day(record.end.map { library.words($0) } ?? ""),
          .count(record.members.isEmpty ? nil : record.members.count),
        ]
      })
  }

  private static func head(of group: Entry<Committee>) -> Member? {
    group.record.members.first { $0.role?.value.contains("组长") ?? false } ?? group.record.members.first
  }

  /// One line a group: its head is whom a member looks for.
  private static func groupTable(_ groups: [Entry<Committee>], _ library: Library) -> Table {
    let heads = groups.map(head)
    var names = library.shown(heads.compactMap { $0?.person })[...]
    return Table(
      caption: Wording("工会小组", en: "Union groups"),
      columns: [
        Table.Column(label: Wording("小组", en: "Group")), Table.Column(label: Wording("组长", en: "Head")),
        Table.Column(label: Keys.elected.label),
        Table.Column(label: Wording("任期届满", en: "Ends on")),
      ],
      rows: zip(groups, heads).map { group, head in
        [
          Table.Cell(group.title, url: group.url),
          Table.Cell(head == nil ? missingMark : names.popFirst() ?? missingMark),
          .day(library.words(group.record.elected.value)),
          .day(group.record.end.map { library.words($0) } ?? ""),
        ]
      })
  }
}
