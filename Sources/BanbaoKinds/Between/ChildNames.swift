package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

/// A child is counted and never named, not even behind a mask (Personal Information Protection Law, art. 28).
package struct ChildNames: Overview {
  let library: Library

  package init(_ library: Library) { self.library = library }

  package static let name = Rule(
    "child-name", .error,
    Wording(
      "职工子女的活动只公开人数和集体成绩，不写孩子的姓名：未满十四周岁的人的信息都是敏感个人信息。",
      en: "Activities of members' children name no child: everything about those under fourteen is sensitive."),
    wrong: "kind: 子女\nresults: [{event: 绘画, place: 一等奖, kind: 个人, recipient: 张小明}]",
    right: "kind: 子女\nresults: [{event: 绘画, place: 一等奖6名, kind: 个人}]")

  package static let rules = [name]

  package func check() -> [Diagnostic] {
    library.entries(that: (any NamesPersons).self).flatMap { entry, record -> [Diagnostic] in
      guard let children = record.children else { return [] }
      let kind = entry.keys[Activity.ResultKeys.kind]
      return record.people.map { person in
        Self.name.at(
          entry.place(person.name.mark),
          Wording("“\(person.name.value)”可能是孩子的姓名", en: "“\(person.name.value)” may be a child's name"),
          help: Wording(
            "个人成绩只写名次和人数；是队伍的，写 \(kind): 集体", en: "give the places and numbers only; for a team write \(kind): 集体"),
          related: [Related(entry.place(children), Wording("子女活动", en: "an activity of children"))])
      }
    }
  }
}
