import BanbaoDiagnostics
import TestSupport
import Testing

private let keys = [
  "title", "date", "summary", "tags", "draft", "publish", "expires", "attachments", "photos",
  "kind",
  "number", "to", "issuer", "seal", "pinned_until", "publicity", "result_of", "organiser", "people",
  "person_times", "recipients", "consent",
  "标题", "日期", "摘要", "标签", "草稿", "发布日期", "有效期至", "附件", "照片", "类别", "发文字号", "主送",
  "落款单位", "盖章", "置顶至", "公示期", "公示结果对应", "主办", "参加人数", "人次", "获得者", "同意公开",
]

private let paths = [
  "notices/2026/spring", "notices/2026/春游通知", "notices/2025/spring", "activities/2026/篮球赛",
  "honours/2026/三八红旗手", "notices/2026/files/报名表.docx", "pages/about", "committee/about",
]

@Suite struct NearMissTests {
  @Test(arguments: [
    ("tilte", "title"), ("titel", "title"), ("tile", "title"), ("titles", "title"),
    ("Title", "title"), ("TITLE", "title"), ("ｔｉｔｌｅ", "title"), ("Ｔｉtel", "title"),
    ("dat", "date"), ("daet", "date"), ("sumary", "summary"), ("sumarry", "summary"),
    ("tag", "tags"), ("attachment", "attachments"), ("attach", "attachments"),
    ("organizer", "organiser"), ("person-times", "person_times"),
    ("person＿times", "person_times"),
    ("public", "publicity"), ("recipeints", "recipients"), ("pined_until", "pinned_until"),
    ("标体", "标题"), ("题标", "标题"), ("标提", "标题"), ("发文字好", "发文字号"), ("发文号", "发文字号"),
    ("文发字号", "发文字号"), ("类型", "类别"), ("期日", "日期"), ("附件列表", "附件"), ("落款", "落款单位"),
    ("有效期", "有效期至"), ("有效期止", "有效期至"), ("至置顶", "置顶至"), ("公示结果对映", "公示结果对应"),
    ("参加人", "参加人数"), ("获奖者", "获得者"), ("同意公开了", "同意公开"), ("主题", "标题"), ("草搞", "草稿"),
  ])
  func `a mistyped key finds the key that was meant`(word: String, meant: String) {
    #expect(nearest(to: word, among: keys) == meant)
  }

  @Test(arguments: ["colour", "x", "字体", "经费来源", "", " ", "zz", "正文", "titanium", "一二三四五六七"])
  func `a word that is far from every key finds nothing`(word: String) {
    #expect(nearest(to: word, among: keys) == nil)
  }

  @Test(arguments: [
    ("notices/2026/sprnig", "notices/2026/spring"), ("notice/2026/spring", "notices/2026/spring"),
    ("notices/2026/春游通之", "notices/2026/春游通知"), ("Notices／2026／Spring", "notices/2026/spring"),
    ("activities/篮球赛", "activities/2026/篮球赛"), ("三八红旗手", "honours/2026/三八红旗手"),
    ("notices/2026/files/报名表.doc", "notices/2026/files/报名表.docx"),
    ("notices/2024/spring", "notices/2026/spring"),
  ])
  func `a mistyped path finds the file that was meant`(word: String, meant: String) {
    #expect(nearest(to: word, among: paths) == meant)
  }

  @Test(arguments: ["notices/2026/autumn", "rules/2026/summer", "files/about", "notices/2026/3"])
  func `a path whose parts are far from every path's parts finds nothing`(word: String) {
    #expect(nearest(to: word, among: paths) == nil)
  }

  @Test func `of equally near candidates the first given wins`() {
    #expect(nearest(to: "标体", among: ["标题", "标签"]) == "标题")
    #expect(nearest(to: "标体", among: ["标签", "标题"]) == "标签")
  }

  @Test func `of equally near candidates in a set the first in byte order wins`() {
    #expect(nearest(to: "标体", among: Set(["标题", "标签"])) == "标签")
  }

  @Test func `the same word is not offered back`() {
    #expect(nearest(to: "title", among: ["title"]) == nil)
  }

  @Test func `of equal changes the one that begins alike wins`() {
    #expect(nearest(to: "state", among: ["date", "status"]) == "status")
  }

  @Test func `among many candidates the one with a slip anywhere in it is found, and nothing far`() {
    let numbers = (0..<1000).map { "notices/2026/\($0 * 7919 + 100_000)" }
    let index = NearIndex { numbers + ["notices/2026/春游通知", "activities/2025/篮球赛"] }
    for word in numbers.prefix(20) {
      for place in stride(from: 0, to: word.count, by: 4) where Array(word)[place] != "/" {
        var slip = Array(word)
        slip[place] = "x"
        #expect(index.nearest(to: String(slip)) == word, "\(String(slip))")
      }
    }
    #expect(index.nearest(to: "notices/2026/春游通之") == "notices/2026/春游通知")
    #expect(index.nearest(to: "activities/2026/篮球赛") == "activities/2025/篮球赛")
    #expect(index.nearest(to: "rules/2026/财务管理办法") == nil)
  }

  @Test(.enabled(if: countsReferences, "references are not counted on this system"))
  func `twice as many searches among twice as many candidates are little more than twice the work`() async {
    let growth = await Growth(from: 120) { size in
      let index = NearIndex { (0..<size).map { "a\($0)b" } }
      return await referencesTaken { for number in 0..<size { _ = index.nearest(to: "a\(number)c") } }
    }
    #expect(growth.isAtMostLinearithmic, "\(growth)")
  }

  @Test func `a very long word ends at once`() {
    let start = processorTime()
    let long = String(repeating: "标", count: 1_000_000)
    #expect(nearest(to: long, among: keys + ["题" + long]) == nil)
    #expect(processorTime() - start < .seconds(60))
  }

  @Test func `of words over a and b those within two changes are near, and no others`() {
    let words = (0..<96).map { number in
      let length = number < 32 ? 5 : 6
      return String((0..<length).map { (number >> $0) & 1 == 0 ? "a" : "b" })
    }
    for a in words {
      for b in words where a != b {
        let begins = a.hasPrefix(b) || b.hasPrefix(a)
        let isNear = plainDistance(Array(a.utf8), Array(b.utf8)) <= 2 || begins
        #expect((nearest(to: a, among: [b]) != nil) == isNear, "\(a) \(b)")
      }
    }
  }
}

/// Optimal string alignment by the whole matrix, to compare with.
private func plainDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var cells = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
  for i in 0...a.count { cells[i][0] = i }
  for j in 0...b.count { cells[0][j] = j }
  for i in 1...a.count {
    for j in 1...b.count {
      cells[i][j] = min(
        cells[i - 1][j] + 1, cells[i][j - 1] + 1,
        cells[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        cells[i][j] = min(cells[i][j], cells[i - 2][j - 2] + 1)
      }
    }
  }
  return cells[a.count][b.count]
}
