import BanbaoHTML
import TestSupport
import Testing

@testable import BanbaoSite

@Suite struct `Where lines of a title end` {
  /// The title with a stroke where a line may end.
  private func parted(_ title: String, own: [String] = []) -> String {
    TitleText(title).html(OwnWords(own)).string.replacing("<wbr>", with: "|")
  }

  @Test(arguments: [
    ("优秀会员拟表彰对象公示", "优秀|会员|拟表彰|对象|公示"),
    ("2026年上半年工会工作总结", "2026年|上半年|工会|工作|总结"),
    ("关于举办2026年3月8日联欢活动的通知", "关于|举办|2026年3月8日|联欢活动的|通知"),
    ("二〇二六年职工运动会", "二〇二六年|职工|运动会"),
    ("关于开展《工会知识答题》活动的通知", "关于|开展|《工会知识答题》|活动的|通知"),
    ("云麓县第二人民医院工会宣传栏", "云麓|县第二|人民|医院|工会|宣传栏"),
  ])
  func `is between words, and not inside dates, numbers and names of works`(title: String, expected: String) {
    #expect(parted(title) == expected)
  }

  @Test func `is not inside a person's name, nor in a word of the site itself`() {
    #expect(!parted("向欧阳若岚同志学习的倡议书").replacing("欧阳若岚", with: "").contains("欧"))
    let title = "关于调整云麓微光小组活动时间的通知"
    #expect(parted(title).contains("云麓|") || parted(title).contains("微光|"))
    #expect(parted(title, own: ["云麓微光小组"]).contains("云麓微光小组|"))
  }

  @Test(arguments: ["Notice of the annual meeting of members", "公示", "喜报", ""])
  func `is left to the browser in what has no long run of Han characters`(title: String) {
    #expect(TitleText(title).html(.none) == HTML(escaping: title))
  }

  @Test func `is where the author says, first of all`() async throws {
    let site = try await BuiltSite(
      ["notices/a.md": notice("关于开展评选活动的|通知", "2026-11-02"), "notices/b.md": notice("乙", "2026-11-03")],
      settings: "base_url: http://board.example/")
    #expect(site.codes == [])
    #expect(
      try site.html("notices/a.html").contains(
        #"<span class="phrase">关于<wbr>开展<wbr>评选<wbr>活动的</span><wbr><span class="phrase">通知</span>"#))
    for (path, text) in site.outputs where !path.hasPrefix("assets/") {
      #expect(!text.contains("的|通知"), "\(path)")
    }
    #expect(try site.machineFile("feed.xml").contains("<title>关于开展评选活动的通知</title>"))
  }

  @Test(arguments: [
    ("a|b", "ab", [1]), ("喜报 | 获奖", "喜报 获奖", [7]), ("|甲|", "甲", []), ("甲||乙", "甲乙", [3]), (" | ", " | ", []),
  ])
  func `leaves no stroke in the title, and a blank where one stood`(written: String, text: String, parts: [Int]) {
    let title = TitleText(written: written)
    #expect(title.text == text && title.parts == parts)
  }

  @Test(arguments: [
    ("共186,300.00元。", "共<span class=\"whole\">186,300.00元</span>。"),
    ("每人 300 元", "每人 <span class=\"whole\">300 元</span>"),
    ("约3.5万元和2元", "约<span class=\"whole\">3.5万元</span>和<span class=\"whole\">2元</span>"), ("元旦，一元", "元旦，一元"),
  ])
  func `in a text is not inside an amount of money`(text: String, expected: String) {
    #expect(HTML(escaping: text).withWholeAmounts.string == expected)
    let attribute = HTML(rendered: Array("<img alt=\"100元\">".utf8))
    #expect(attribute.withWholeAmounts == attribute)
  }

  @Test func `escapes what it prints`() {
    #expect(TitleText("工会会员<b>知识</b>竞赛活动").html(.none).string.contains("&lt;b&gt;"))
  }
}
