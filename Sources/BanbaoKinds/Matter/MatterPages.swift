import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Matter {
  func sheet(_ entry: Entry<Matter>, _ library: Library) -> Sheet {
    let source = from.flatMap { library.isPath($0.text.value) ? library.entry($0.text.value) : nil }
    return Sheet(facts: [
      Fact(Keys.from.label, source?.title ?? from.map { library.shown($0) } ?? "", url: source?.url ?? ""),
      Fact(Keys.decided.label, decided.map { library.words($0.value) } ?? ""),
      Fact(Keys.owner.label, owner.map { library.shown($0) } ?? ""),
      Fact(Keys.due.label, library.words(entry.deadlineWords(library))),
      Fact(Keys.answered.label, answered.map { library.words($0.value) } ?? ""),
      Fact(
        state.value == .impossible ? Wording("理由", en: "Reason") : Keys.result.label, result?.value ?? ""),
    ])
  }

  /// What workers wait for comes first, then what was not possible, then what is settled.
  private static let order: [State] = [.accepted, .inHand, .impossible, .settled]

  static let tablesLinkAll = true

  static func tables(_ entries: [Entry<Matter>], in library: Library) -> [Table] {
    order.compactMap { state in
      let members = entries.filter { $0.record.state.value == state }
      return members.isEmpty ? nil : table(state, members, library)
    }
  }

  private static func table(_ state: State, _ members: [Entry<Matter>], _ library: Library) -> Table {
    // Whoever waits longest comes first; of what is answered, the newest.
    let open = members.filter(\.isOpen).sorted {
      $0.deadline != $1.deadline ? $0.deadline < $1.deadline : $0.place < $1.place
    }
    // Nobody needs to look at columns that are empty because nothing of this state is answered yet.
    let hasAnswers = members.contains { !$0.isOpen || $0.record.result != nil }
    let heads = [Wording("诉求", en: "Matter"), Keys.owner.label, Keys.due.label]
    let answerHeads = [
      Keys.answered.label,
      state == .impossible ? Wording("理由", en: "Reason") : Keys.result.label,
    ]
    return Table(
      caption: Wording("\(state.rawValue)（\(members.count) 件）", en: "\(state.english) (\(members.count))"),
      columns: (heads + (hasAnswers ? answerHeads : [])).map { Table.Column(label: $0) },
      rows: (open + members.filter { !$0.isOpen }).map { entry in
        let matter = entry.record
        let none = state.isOver ? missingMark : ""
        let deadline = library.words(entry.deadlineWords(library))
        return [
          Table.Cell(entry.title, url: entry.url), Table.Cell(matter.owner.map { library.shown($0) } ?? missingMark),
          entry.isOverdue(on: library.today) ? Table.Cell(deadline) : .day(deadline),
        ]
          + (hasAnswers
            ? [.day(matter.answered.map { library.words($0.value) } ?? none), Table.Cell(matter.result?.value ?? none)]
            : [])
      })
  }

  /// Every matter that workers wait for.
  package static func due(_ entries: [Entry<Matter>], in library: Library) -> [Due] {
    entries.filter(\.isOpen).map { entry in
      Due(
        place: entry.deadlinePlace, title: entry.title, task: Wording("答复职工", en: "answer the workers"),
        day: entry.deadline,
        remedy: Wording(
          "答复后在 \(entry.source) 写上“\(entry.keys[Keys.answered])”和“\(entry.keys[Keys.result])”，把“\(entry.keys[Keys.status])”改成 办结",
          en:
            "then write \(entry.keys[Keys.answered]) and \(entry.keys[Keys.result]) in \(entry.source), and \(entry.keys[Keys.status]): 办结"
        ))
    }
  }
}

extension Library {
  /// Whether what a matter came from is a record's path, such as `congress/2026/七届八次`, and not words: `oa/平台`.
  func isPath(_ text: String) -> Bool { references.contains { text.hasPrefix($0.folder + "/") } }
}

extension Entry<Matter> {
  /// Whether the day for the answer has passed and workers still wait.
  func isOverdue(on today: Day) -> Bool { isOpen && deadline < today }

  /// Where the deadline comes from: the field that says it, or those it follows from.
  var deadlinePlace: Place { place((record.due ?? record.decided)?.mark ?? common.date.mark) }

  /// The deadline, and in words whether it has passed.
  func deadlineWords(_ library: Library) -> Wording {
    let day = Wording(deadline.chinese, en: library.words(deadline))
    guard isOverdue(on: library.today) else { return day }
    let days = library.today.serial - deadline.serial
    return Wording("\(day.zh)，逾期 \(days) 天", en: "\(day.en), \(days) \(days == 1 ? "day" : "days") overdue")
  }
}

extension Matter.State {
  /// Whether workers have no more to wait for.
  var isOver: Bool { self == .settled || self == .impossible }
}
