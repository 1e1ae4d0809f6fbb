package import BanbaoDiagnostics

// Announcements about those in need, though of no kind that is about them: who is helped is nobody else's business, who
// visits and who answers questions may be named.

/// Whether a title says that people are helped: 困难补助公示, 走访慰问.
func isOnNeed(_ title: String) -> Bool {
  var title = title
  return title.withUTF8 { title in
    title.indices.contains { start in
      helps.contains { title[start...].prefix($0.count).elementsEqual($0) }
    }
  }
}

private let helps = [
  "困难", "补助", "救助", "帮扶", "慰问", "送温暖",
  "大病", "抚恤", "助学", "特困", "低保", "丧葬", "患病", "住院",
].map { Array($0.utf8) }

/// Whether a person holds an office or is to be asked, as what stands around the name says.
func isOfficial(_ person: NamedPerson, in bytes: [UInt8]) -> Bool {
  // The name, and what stands before blanks and signs before it.
  var lead = person.range.lowerBound
  while let blank = blanks.first(where: { ends(bytes, at: lead, with: $0) }) { lead -= blank.count }
  let end = person.range.upperBound
  return offices.contains { office in
    end - person.range.lowerBound >= office.count && ends(bytes, at: end, with: office)
      || ends(bytes, at: end + office.count, with: office) || ends(bytes, at: lead, with: office)
  } || asked.contains { ends(bytes, at: lead, with: $0) }
}

private func ends(_ bytes: [UInt8], at end: Int, with word: [UInt8]) -> Bool {
  guard end >= word.count, end <= bytes.count else { return false }
  for offset in 1...word.count where bytes[end - offset] != word[word.count - offset] { return false }
  return true
}

private let blanks = [" ", "\u{3000}", ":", "：", "*"].map { Array($0.utf8) }
private let offices = ["书记", "主席", "院长", "主任", "委员", "部长", "局长", "所长", "站长", "一行"].map { Array($0.utf8) }
private let asked = ["联系人", "负责人", "经办人", "咨询", "联系", "受理人", "审核", "主持", "主讲", "带队", "陪同"].map { Array($0.utf8) }

extension NameRules {
  package static let inNeed = Rule(
    "person-in-need", .warning,
    Wording(
      "题目说的是困难补助、救助、慰问的，正文和文件名里不写受助人的姓名，只写人数：患病、困难的情况是敏感个人信息（个人信息保护法第二十八条）。"
        + "带队的领导、联系人可以写。",
      en:
        "What is about help for those in need names none of them: illness and need are sensitive information (Personal "
        + "Information Protection Law, art. 28). Who leads a visit or is to be asked may be named."),
    wrong: """
      ---
      title: 困难补助发放
      date: 2026-03-08
      kind: 通知
      ---

      今年给张小明同志补助2000元。
      """,
    right: """
      ---
      title: 困难补助发放
      date: 2026-03-08
      kind: 通知
      ---

      今年补助困难职工1人，2000元。
      """)
}
