/// Notices made from a seed, of the size and shape of a real union's: fields, paragraphs, a list, a table, a link.
struct Corpus {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private static let words = [
    "工会", "职工", "活动", "慰问", "培训", "会议", "报告", "财务", "收支", "公开", "监督", "民主", "管理", "服务", "健康", "体检", "讲座", "比赛",
    "登山", "拔河", "演出", "先进", "表彰", "退休", "座谈", "春节", "国庆", "护士节", "登记", "通知", "安排", "时间", "地点", "报名", "部门", "科室",
  ]
  private static let kinds = ["通知", "公告", "通报", "喜报", "倡议书", "简报"]
  private static let tags = ["文体活动", "送温暖", "女职工", "民主管理", "培训", "财务", "福利", "组织建设"]

  /// SplitMix64 (Steele, Lea and Flood, 2014).
  private mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }

  private mutating func pick(_ list: [String]) -> String { list[next(list.count)] }

  private mutating func sentence() -> String {
    var text = ""
    for _ in 0..<(8 + next(14)) { text += pick(Corpus.words) }
    return text + "。"
  }

  private mutating func paragraph() -> String {
    var text = ""
    for _ in 0..<(2 + next(3)) { text += sentence() }
    return text
  }

  /// About 2.5 KB.
  mutating func notice(_ number: Int) -> String {
    let year = 2008 + number * 18 / 10_000 % 18
    let date = "\(year)-\(two(1 + next(12)))-\(two(1 + next(28)))"
    let kind = pick(Corpus.kinds)
    var text = """
      ---
      title: 关于\(pick(Corpus.words))\(pick(Corpus.words))\(number)的\(kind)
      date: \(date)
      kind: \(kind)
      issuer: 院工会
      tags: [\(pick(Corpus.tags))]
      ---

      \(paragraph())

      ## 一、安排


      """
    for item in 1...(3 + next(3)) { text += "\(item). **\(pick(Corpus.words))**：\(sentence())\n" }
    text += "\n## 二、经费\n\n| 项目 | 人数 | 金额（元） |\n|---|--:|--:|\n"
    for _ in 0..<(4 + next(4)) {
      text += "| \(pick(Corpus.words)) | \(3 + next(400)) | \(100 + next(90_000)).\(two(next(100))) |\n"
    }
    text += "\n## 三、其他\n\n\(paragraph())\n\n- 联系人：\(pick(Corpus.words))部\n"
    return text
      + "- 详见 [办法](https://example.invalid/\(number)) 和 *\(sentence())*\n\n> \(paragraph())\n\n\(paragraph())\n"
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
