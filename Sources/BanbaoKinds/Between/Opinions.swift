package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

/// What delegates ask for at a congress becomes matters that somebody answers.
package struct Opinions: Overview {
  let library: Library

  package init(_ library: Library) { self.library = library }

  package static let rules = OpinionRules.all

  package func check() -> [Diagnostic] {
    let matters = Set(library.entries(of: Matter.self).map(\.id))
    return library.entries(of: Congress.self).flatMap { congress in
      congress.record.opinions.compactMap { opinion in
        guard let reference = opinion.matter else { return unanswered(opinion, congress) }
        let (named, fault) = referenced(reference, in: library, from: congress.source)
        guard let named, !matters.contains(named.id) else { return fault }
        return OpinionRules.noMatter.at(
          congress.place(reference.mark), Wording("“\(named.id)”不是职工诉求", en: "“\(named.id)” is no matter"),
          help: Wording("写 matters/ 下那件诉求的路径", en: "name a record under matters/"),
          related: [Related(named.place, Wording("《\(named.title)》", en: "“\(named.title)”"))])
      }
    }
  }

  /// Delegates are answered as all workers are: within 30 days.
  package func due() -> [Due] {
    library.entries(of: Congress.self).flatMap { congress in
      congress.record.opinions.filter { $0.matter == nil }.map { opinion in
        Due(
          place: congress.place(opinion.text.mark), title: congress.title,
          task: Wording(
            "把代表意见“\(opinion.text.value)”转为职工诉求", en: "make a matter of the opinion “\(opinion.text.value)”"),
          day: congress.date.last.adding(days: 30), remedy: remedy(opinion, congress))
      }
    }
  }

  private func unanswered(_ opinion: Congress.Opinion, _ congress: Entry<Congress>) -> Diagnostic {
    OpinionRules.matterMissing.at(
      congress.place(opinion.text.mark),
      Wording(
        "代表意见“\(opinion.text.value)”还没有转为职工诉求", en: "the opinion “\(opinion.text.value)” has become no matter yet"),
      help: remedy(opinion, congress))
  }

  private func remedy(_ opinion: Congress.Opinion, _ congress: Entry<Congress>) -> Wording {
    let text = opinion.text.value
    let source = "\(KeyLanguage.chinese[Matter.Keys.from]): \(congress.id)"
    let reference = congress.keys[Congress.OpinionKeys.matter]
    return Wording(
      "运行 banbao new 职工诉求 \"\(text)\"，在新文件里写 \(source)，再把它的路径写在这条意见的“\(reference)”里",
      en: "run banbao new matter \"\(text)\", write \(source) there, and its path as \(reference) of the opinion")
  }
}

package enum OpinionRules {
  package static let matterMissing = Rule(
    "opinion-matter-missing", .warning,
    Wording(
      "职代会代表的每条意见都转为一件职工诉求，有人负责，有期限，有答复。",
      en: "Each opinion of a delegate becomes a matter with somebody in charge, a deadline and an answer."),
    wrong: "opinions:\n  - 夜班休息室添置热水",
    right: "opinions:\n  - {opinion: 夜班休息室添置热水, matter: matters/2026/夜班热水}")
  package static let noMatter = Rule(
    "opinion-no-matter", .error,
    Wording("意见的 matter 写 matters/ 下一件职工诉求的路径。", en: "The matter of an opinion is a record under matters/."),
    wrong: "opinions:\n  - {opinion: 夜班休息室添置热水, matter: notices/2026/热水}",
    right: "opinions:\n  - {opinion: 夜班休息室添置热水, matter: matters/2026/夜班热水}")

  package static let all = [matterMissing, noMatter]
}
