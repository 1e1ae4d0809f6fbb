package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Notice {
  package static let rules = NoticeRules.all

  package static func check(_ entries: [Entry<Notice>], in library: Library) -> [Diagnostic] {
    var results: [String: Entry<Notice>] = [:]
    var diagnostics: [Diagnostic] = []
    let byID = Dictionary(
      entries.compactMap { entry in entry.record.publicity == nil ? nil : (entry.id, entry) },
      uniquingKeysWith: { first, _ in first })
    for entry in entries {
      guard let reference = entry.record.resultOf else { continue }
      let found = referenced(reference, in: library, from: entry.source)
      if let fault = found.fault { diagnostics.append(fault) }
      guard let target = found.entry else { continue }
      guard let announced = byID[target.id] else {
        diagnostics.append(
          NoticeRules.resultOfOther.at(
            entry.place(reference.mark), Wording("“\(target.id)”没有公示期", en: "“\(target.id)” has no publicity period"),
            help: Wording(
              "写对应公示的路径，或给那条公示加上“\(target.keys[Keys.publicity])”",
              en: "name the 公示, or give that notice its \(target.keys[Keys.publicity])"),
            related: [Related(target.place, Wording("被引用的记录", en: "the record named"))]))
        continue
      }
      results[announced.id] = entry
      if let publicity = announced.record.publicity {
        let end = publicity.value.span(library.workingDays).last
        if entry.date.first <= end {
          diagnostics.append(
            NoticeRules.resultEarly.at(
              entry.place(entry.common.date.mark),
              Wording(
                "结果日期 \(entry.date.first.iso) 不晚于公示结束日 \(end.iso)",
                en: "the result of \(entry.date.first.iso) is not after the period's end, \(end.iso)"),
              help: Wording("公示期满以后再公布结果", en: "tell the result once the period is over"),
              related: [Related(announced.place(publicity.mark), Wording("公示期", en: "the period"))]))
        }
      }
    }
    for entry in entries {
      guard let pinned = entry.record.pinnedUntil, pinned.value < entry.date.first else { continue }
      diagnostics.append(endsEarly(pinned, Keys.pinnedUntil.name, entry))
    }
    for entry in entries where !entry.record.tellsOfThePast {
      guard let when = entry.record.when, when.value.days.last < entry.date.first else { continue }
      diagnostics.append(endsEarly(Located(when.value.days.last, when.mark), Keys.when.name, entry))
    }
    for entry in entries { diagnostics += checkPublicity(entry, hasResult: results[entry.id] != nil, library) }
    return diagnostics
  }

  private static func checkPublicity(
    _ entry: Entry<Notice>, hasResult: Bool, _ library: Library
  ) -> [Diagnostic] {
    guard let publicity = entry.record.publicity else {
      // An archive of old notices is not blamed for what cannot be mended any more.
      guard entry.record.form.value == .publicity, !entry.record.hasUnreadablePublicity,
        library.today.serial - entry.date.first.serial <= 366
      else {
        return []
      }
      let keys = entry.keys
      let period = "\(keys[PublicityKeys.from]): …, \(keys[PublicityKeys.workingDays]): 5"
      let form = "\(keys[Keys.publicity]): {\(period), \(keys[PublicityKeys.contact]): …}"
      return [
        NoticeRules.publicityMissing.at(
          entry.place(entry.record.form.mark), Wording("公示没有写公示期", en: "this 公示 has no period"),
          help: Wording("加上 \(form)", en: "add \(form)"))
      ]
    }
    var diagnostics: [Diagnostic] = []
    let span = publicity.value.span(library.workingDays)
    let counted = library.workingDays.count(from: span.first, through: span.last)
    let known = library.workingDays.isKnown(span)
    if let stated = publicity.value.workingDays, let to = publicity.value.to, stated.value != counted {
      diagnostics.append(
        NoticeRules.publicityDays.at(
          entry.place(stated.mark),
          Wording(
            "公示期写 \(stated.value) 个工作日，\(span.first.iso) 至 \(span.last.iso) 却有 \(counted) 个",
            en: "the period says \(stated.value) working days, but \(span.first.iso) to \(span.last.iso) has \(counted)"
          ),
          help: Wording(
            "到 \(library.workingDays.end(of: stated.value, from: span.first).iso) 正好 \(stated.value) 个工作日",
            en: "\(stated.value) working days end on \(library.workingDays.end(of: stated.value, from: span.first).iso)"
          ), related: [Related(entry.place(to.mark), Wording("公示结束日", en: "the last day"))]))
    } else if counted < 5 {
      diagnostics.append(
        NoticeRules.publicityShort.at(
          entry.place(publicity.mark),
          Wording("公示期只有 \(counted) 个工作日", en: "the period has only \(counted) working days"),
          help: Wording("一般不少于 5 个工作日", en: "five working days are the usual least")))
    }
    if !known {
      diagnostics.append(
        NoticeRules.holidaysUnknown.at(
          entry.place(publicity.mark),
          Wording(
            "没有 holidays/\(span.last.year).yaml，工作日按周一至周五计算",
            en: "without holidays/\(span.last.year).yaml, Monday to Friday count as working days"),
          help: Wording("按国务院的放假安排写一个", en: "write one from the yearly arrangement")))
    }
    if (publicity.value.contact?.value ?? "").isEmpty {
      let contact = entry.keys[PublicityKeys.contact]
      diagnostics.append(
        NoticeRules.publicityContact.at(
          entry.place(publicity.mark), Wording("公示没有写向谁提异议", en: "the 公示 does not say to whom to object"),
          help: Wording("加上 \(contact): 工会办公室，电话……", en: "add \(contact): office and telephone")))
    }
    if span.last < library.today, !hasResult {
      diagnostics.append(
        NoticeRules.resultMissing.at(
          entry.place(publicity.mark),
          Wording(
            "公示已于 \(span.last.chinese)期满，还没有公布结果", en: "the period ended on \(span.last.iso) and no result is told"),
          help: Wording(
            "写一条结果通知，加上 \(entry.keys[Keys.resultOf]): \(entry.id)",
            en: "write a notice with \(entry.keys[Keys.resultOf]): \(entry.id)")))
    }
    return diagnostics
  }
}

package enum NoticeRules {
  package static let publicityMissing = Rule(
    "publicity-missing", .warning,
    Wording("公示要写明公示期和异议受理。", en: "A 公示 states its period and to whom to object."),
    wrong: "kind: 公示",
    right: "kind: 公示\npublicity:\n  from: 2026-11-18\n  working_days: 7\n  contact: 工会办公室，电话 6120")
  package static let publicityDays = Rule(
    "publicity-days", .error,
    Wording(
      "公示期的工作日数要与起止日期相符。首日计入；周末和 holidays 文件里的放假日不算，调休上班日算。",
      en:
        "The working days stated agree with the first and last day. The first day counts; weekends and holidays do not, "
        + "worked weekends do."),
    wrong: "publicity: {from: 2026-11-18, to: 2026-11-20, working_days: 7, contact: 工会办公室}",
    right: "publicity: {from: 2026-11-18, to: 2026-11-26, working_days: 7, contact: 工会办公室}")
  package static let publicityShort = Rule(
    "publicity-short", .warning,
    Wording("公示期一般不少于五个工作日。", en: "A period of five working days is the usual least."),
    wrong: "publicity: {from: 2026-11-18, working_days: 3, contact: 工会办公室}",
    right: "publicity: {from: 2026-11-18, working_days: 5, contact: 工会办公室}")
  package static let publicityContact = Rule(
    "publicity-contact", .warning,
    Wording("公示要写明向谁、怎样提出异议。", en: "A 公示 says to whom and how to object."),
    wrong: "publicity: {from: 2026-11-18, working_days: 5}",
    right: "publicity: {from: 2026-11-18, working_days: 5, contact: 工会办公室}")
  package static let holidaysUnknown = Rule(
    "holidays-unknown", .note,
    Wording(
      "工作日按每年的放假安排计算；没有 holidays/年份.yaml 时按周一至周五计算，网页上也会说明。",
      en: "Working days follow holidays/YEAR.yaml; without it Monday to Friday count, and the page says so."),
    wrong: "publicity: {from: 2026-11-18, working_days: 5, contact: 工会办公室}",
    right: """
      publicity: {from: 2026-11-18, working_days: 5, contact: 工会办公室}

      holidays/2026.yaml:
      off: [2026-10-01/2026-10-07]
      work: [2026-10-10]
      """)
  package static let resultMissing = Rule(
    "publicity-result-missing", .warning, followsCalendar: true,
    Wording(
      "公示期满要公布结果：写一条通知，用 result_of 指向那条公示。", en: "A finished 公示 gets its result: a notice whose result_of names it."),
    wrong: """
      notices/2026/评选公示.md:
      kind: 公示
      publicity: {from: 2026-03-02, to: 2026-03-10, contact: 工会办公室}
      """,
    right: """
      notices/2026/评选公示.md:
      kind: 公示
      publicity: {from: 2026-03-02, to: 2026-03-10, contact: 工会办公室}

      notices/2026/评选结果.md:
      kind: 公告
      result_of: notices/2026/评选公示
      """)
  package static let resultOfOther = Rule(
    "result-of-other", .error,
    Wording("result_of 只能指向有公示期的公示。", en: "result_of names a notice with a publicity period."),
    wrong: "result_of: notices/2026/春节慰问", right: "result_of: notices/2026/评选公示")
  package static let resultEarly = Rule(
    "publicity-result-early", .error,
    Wording("公示期满以后才能公布结果。", en: "A result is told only after the period is over."),
    wrong: "date: 2026-03-09\nresult_of: notices/2026/评选公示",
    right: "date: 2026-03-11\nresult_of: notices/2026/评选公示")

  package static let all = [
    publicityMissing, publicityDays, publicityShort, publicityContact, holidaysUnknown, resultMissing, resultOfOther,
    resultEarly,
  ]
}
