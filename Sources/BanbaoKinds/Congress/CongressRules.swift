package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Congress {
  package static let rules = CongressRules.all

  package static func check(_ entries: [Entry<Congress>], in library: Library) -> [Diagnostic] {
    entries.flatMap { entry in
      entry.record.checkAttendance(entry) + entry.record.reports.flatMap { checkVote($0, entry) }
    }
      + repeated(entries)
  }

  private func checkAttendance(_ entry: Entry<Congress>) -> [Diagnostic] {
    guard let attended = attended?.exact, let delegates = delegates?.exact else { return [] }
    let related = [
      Related(
        entry.place(delegates.mark),
        Wording("正式代表 \(delegates.value) 人", en: "\(delegates.value) delegates"))
    ]
    if attended.value > delegates.value {
      return [
        CongressRules.attendance.at(
          entry.place(attended.mark),
          Wording(
            "到会代表 \(attended.value) 人，比正式代表 \(delegates.value) 人还多",
            en: "\(attended.value) delegates attended, more than the \(delegates.value) there are"),
          help: Wording(
            "列席人员写在“\(entry.keys[Keys.observers])”里", en: "count observers under \(entry.keys[Keys.observers])"),
          related: related)
      ]
    }
    // Counts from content may be as great as an Int can be.
    let short = delegates.value - attended.value
    guard short > delegates.value / 3 else { return [] }
    return [
      CongressRules.quorum.at(
        entry.place(attended.mark),
        Wording(
          "到会代表 \(attended.value) 人，不足正式代表 \(delegates.value) 人的三分之二",
          en: "\(attended.value) delegates attended, fewer than two thirds of \(delegates.value)"),
        help: Wording("核对人数；不足三分之二的会议不能表决", en: "check the counts; such a session cannot vote"), related: related)
    ]
  }

  private static func checkVote(_ report: Report, _ entry: Entry<Congress>) -> [Diagnostic] {
    let congress = entry.record
    guard let votes = report.votes, votes.isExact, let first = report.inFavour ?? report.against ?? report.abstained,
      let delegates = congress.delegates?.exact
    else { return [] }
    let title = report.title.value
    let (voters, word) =
      congress.attended?.exact.map { ($0, Wording("到会代表", en: "delegates present")) }
      ?? (delegates, Wording("正式代表", en: "delegates"))
    var found: [Diagnostic] = []
    if votes.number > voters.value {
      found.append(
        CongressRules.votes.at(
          entry.place(first.mark),
          Wording(
            "“\(title)”共 \(votes.number) 票，比\(word.zh) \(voters.value) 人还多",
            en: "“\(title)” got \(votes.number) votes, more than the \(voters.value) \(word.en)"),
          help: Wording("核对赞成、反对、弃权的票数", en: "check the votes for, against and abstained"),
          related: [
            Related(
              entry.place(voters.mark),
              Wording("\(word.zh) \(voters.value) 人", en: "\(voters.value) \(word.en)"))
          ]))
    }
    guard let inFavour = report.inFavour?.exact else { return found }
    let isMajority = inFavour.value > delegates.value / 2
    if report.isPassed != isMajority {
      let passed = entry.keys[ReportKeys.passed]
      let related = [
        Related(
          entry.place(delegates.mark),
          Wording("正式代表 \(delegates.value) 人", en: "\(delegates.value) delegates"))
      ]
      found.append(
        report.isPassed
          ? CongressRules.passed.at(
            entry.place(inFavour.mark),
            Wording(
              "“\(title)”写了通过，赞成却只有 \(inFavour.value) 票，没有超过正式代表 \(delegates.value) 人的一半",
              en:
                "“\(title)” is passed, but only \(inFavour.value) of \(delegates.value) delegates voted for it, not more than half"
            ),
            help: Wording("核对票数；没有通过的，删去 \(passed): true", en: "check the votes, or take \(passed): true out"),
            related: related)
          : CongressRules.notPassed.at(
            entry.place(inFavour.mark),
            Wording(
              "“\(title)”有 \(inFavour.value) 票赞成，超过正式代表 \(delegates.value) 人的一半，却没有写通过",
              en: "“\(title)” is not passed, though \(inFavour.value) of \(delegates.value) delegates voted for it"),
            help: Wording("加上 \(passed): true，或核对票数", en: "add \(passed): true, or check the votes"), related: related))
    }
    return found
  }

  /// Later records of a session that has one already.
  private static func repeated(_ entries: [Entry<Congress>]) -> [Diagnostic] {
    // A starting file has zeros.
    let numbered = entries.filter { $0.record.term.value > 0 && $0.record.session.value > 0 }
    return grouped(numbered.sorted { $0.place < $1.place }) { [$0.record.term.value, $0.record.session.value] }
      .flatMap { _, members in
        members.dropFirst().map { entry in
          let (term, session) = (entry.record.term, entry.record.session)
          let ordinal = "\(chinese(term.value))届\(chinese(session.value))次"
          return CongressRules.repeated.at(
            entry.place(session.mark),
            Wording("\(ordinal)职代会已经有一条记录", en: "session \(session.value) of term \(term.value) has a record already"),
            help: Wording("核对届和次，或把两条并成一条", en: "check term and session, or make one record of both"),
            related: members.prefix(1).map {
              Related($0.place($0.record.session.mark), Wording("《\($0.title)》", en: "“\($0.title)”"))
            })
        }
      }
  }
}

package enum CongressRules {
  package static let attendance = Rule(
    "congress-attendance", .error,
    Wording("到会代表不会比正式代表多；不是代表的人算列席。", en: "No more delegates attend than there are; others are observers."),
    wrong: "delegates: 53\nattended: 61", right: "delegates: 53\nattended: 51\nobservers: 10")
  package static let quorum = Rule(
    "congress-quorum", .warning,
    Wording("职代会须有三分之二以上的代表到会才能召开。", en: "A workers' congress needs two thirds of its delegates present."),
    wrong: "delegates: 53\nattended: 30", right: "delegates: 53\nattended: 51")
  package static let votes = Rule(
    "congress-votes", .error,
    Wording(
      "一份报告的赞成、反对、弃权合起来，不会比到会代表多。",
      en: "The votes for, against and abstained are together no more than the delegates present."),
    wrong: "delegates: 53\nreports:\n  - {title: 院长工作报告, for: 52, abstain: 2, passed: true}",
    right: "delegates: 53\nreports:\n  - {title: 院长工作报告, for: 51, abstain: 2, passed: true}")
  package static let passed = Rule(
    "congress-passed", .error,
    Wording(
      "报告要有全体代表的过半数赞成才算通过，不是到会代表的过半数。",
      en: "A report is passed by more than half of all delegates, not of those present."),
    wrong: "delegates: 53\nreports:\n  - {title: 院长工作报告, for: 26, passed: true}",
    right: "delegates: 53\nreports:\n  - {title: 院长工作报告, for: 27, passed: true}")
  package static let notPassed = Rule(
    "congress-not-passed", .note,
    Wording(
      "超过全体代表半数赞成的报告，一般是通过了，要写 passed: true。",
      en: "A report that more than half of all delegates voted for is usually passed."),
    wrong: "delegates: 53\nreports:\n  - {title: 院长工作报告, for: 51}",
    right: "delegates: 53\nreports:\n  - {title: 院长工作报告, for: 51, passed: true}")
  package static let repeated = Rule(
    "congress-repeated", .warning,
    Wording("一届一次职代会只有一条记录。", en: "Each session of a term has one record."),
    wrong: "congress/2026.md:\nterm: 7\nsession: 7\n\ncongress/2025.md:\nterm: 7\nsession: 7",
    right: "congress/2026.md:\nterm: 7\nsession: 8\n\ncongress/2025.md:\nterm: 7\nsession: 7")

  package static let all = [attendance, quorum, votes, passed, notPassed, repeated]
}
