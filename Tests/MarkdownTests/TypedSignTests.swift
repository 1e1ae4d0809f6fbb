import BanbaoDiagnostics
import BanbaoMarkdown
import Testing

@Suite struct TypedSignTests {
  @Test(arguments: [
    // Multiplication.
    "每队5*8人，共3*4队，场地20*15米，奖品30元*6份。", "奖品30元*6份，20元*4份", "3人*2天*100元*4组", "长2*3*4米", "(5+3)*8，（2+1）*4",
    "5*人数，6*天数", "金额=人数*标准*天数", "*注：5*8", "长*宽*高＝体积", "单价*数量*人数=合计",
    // Names and numbers of which a part is hidden, and marks of notes.
    "张**，李**同志", "慰问张**、李**、王**三人", "由张**任组长，由李**任副组长", "张*明、李*华", "张**和李**", "138****1234、139****5678",
    "姓名*、电话*为必填", "带*的必填，*号免填", "*号为必填\n姓名*：\n电话*：",
    "“*”为必填，“**”为选填，带*号", "(*)必填，（*）选填", "密码Abc*123*x", "见_草稿_.docx、__终稿__.pdf",
    // Blanks.
    "姓名：____ 电话：____", "____年____月____日，于____。", "姓名：__电话：__", "（____）（____）", "__ 年 __ 月", "__年__，", "姓名：＿＿",
    "Name: ____, Tel: ____.", "甲\n____\n乙",
    // Paths of Windows.
    #"C:\Users\护士\_x"#, #"见D:\资料\（旧）\_1_2。"#, ##"\\server\share\_a\#1.docx"##, #"C:\Program Files\_x_\*.doc"#, #"E:\"#,
    // Other signs.
    "9~11时，3月5日~7日，面积m^2", "9~~11时，14~~16时", "#1楼", "$5和$6", "2026.3.8起", "1.5万元", "-5℃", "+86 138", "1）甲", "A & B",
    "{甲}", "A<B>C，B>C", "<A>类：内科\n<B>类：外科",
  ])
  func `a sign that is meant as such comes out as typed`(_ text: String) {
    let expected = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\n", with: "<br />\n")
    #expect(html(text) == "<p>\(expected)</p>\n")
    #expect(render(text).body.text == text.replacing("\n", with: " "))
  }

  @Test(arguments: [
    (">60岁的退休职工", "&gt;60岁的退休职工"), (">=10人成团", "&gt;=10人成团"), (">５人", "&gt;５人"), ("<18岁不参加", "&lt;18岁不参加"),
    ("条件：\n>60岁\n>30年", "条件：<br />\n&gt;60岁<br />\n&gt;30年"),
  ])
  func `a sign of comparison at a line's beginning is no quotation`(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == "<p>\(expected)</p>\n")
  }

  @Test func `a quotation without a space stays one, and a sign in it a sign`() {
    #expect(html(">文字") == "<blockquote>\n<p>文字</p>\n</blockquote>\n")
    #expect(html("> >60岁") == "<blockquote>\n<p>&gt;60岁</p>\n</blockquote>\n")
    #expect(html("- >60岁") == "<ul>\n<li>&gt;60岁</li>\n</ul>\n")
  }

  @Test(arguments: [
    ("请*3月8日*前报名", "请<em>3月8日</em>前报名"), ("请**各位、您**放心", "请<strong>各位、您</strong>放心"),
    ("照顾**老、弱、病、残**职工", "照顾<strong>老、弱、病、残</strong>职工"), ("**5*8**人", "<strong>5*8</strong>人"),
    ("卡号**1234**", "卡号<strong>1234</strong>"), ("2026**年度**总结", "2026<strong>年度</strong>总结"),
    ("**截止**3月8日", "<strong>截止</strong>3月8日"), ("__重点__", "<strong>重点</strong>"),
    ("原定~~9时~~10时", "原定<del>9时</del>10时"), ("现价~~100~~80元", "现价<del>100</del>80元"), (#"5\*8人"#, "5*8人"),
    ("张**\n\n**重点**", "张**</p>\n<p><strong>重点</strong>"),
  ])
  func `emphasis that is meant stays emphasis`(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == "<p>\(expected)</p>\n")
  }

  @Test(arguments: ["___", "---", "***", "- - -", "----------"])
  func `a line of three underscores, of hyphens or of asterisks between blank lines is drawn`(_ line: String) {
    #expect(html("甲\n\n\(line)\n\n乙\n") == "<p>甲</p>\n<hr />\n<p>乙</p>\n")
  }

  @Test(arguments: ["____", "______________", "____ ____"])
  func `a longer line of underscores is a blank to be filled in`(_ line: String) {
    #expect(html("本人意见：\n\n\(line)\n\n签名\n") == "<p>本人意见：</p>\n<p>\(line)</p>\n<p>签名</p>\n")
    #expect(html("\(line)\n\(line)") == "<p>\(line)<br />\n\(line)</p>\n")
  }

  @Test(arguments: ["（    ）签字", "姓名：    电话：    完", "甲  **乙**"])
  func `white space that is a blank keeps its width`(_ text: String) {
    let spaces = text.filter { $0 == " " }.count
    #expect(html(text).filter { $0 == " " || $0 == "\u{A0}" }.count == spaces)
    #expect(html(text).contains("\u{A0}"))
    #expect(!render(text).body.text.contains("\u{A0}"))
  }

  @Test(arguments: [
    "`甲  乙`", "```\n甲  乙\n```", "|甲  |乙  |\n|-|-|\n|丙  |丁  |", "a  b", "[甲](  b.md)", "1.  甲", "甲  \n乙",
  ])
  func `white space in code, cells and English stays as it is`(_ text: String) {
    #expect(!html(text).contains("\u{A0}"))
  }

  @Test(arguments: [
    ("[报名表](报名 表.docx)", "报名 表.docx"), ("[说明](说明(1) 终稿.pdf)", "说明(1) 终稿.pdf"), ("[说明](说明 (1).pdf)", "说明 (1).pdf"),
    ("[表](附件/报名 表.docx \"标题\")", "附件/报名 表.docx"), ("[甲](<a b.md>)", "a b.md"), ("[甲](b.md#一 二)", "b.md#一 二"),
  ])
  func `a link may name a file whose name holds blanks`(_ text: String, _ destination: String) {
    #expect(render(text).body.links.map(\.destination) == [destination])
  }

  @Test func `an image may name a file whose name holds blanks`() {
    #expect(
      html("![合影](合影 1.png \"春季\")")
        == "<p><img src=\"%E5%90%88%E5%BD%B1%201.png\" alt=\"合影\" title=\"春季\" loading=\"lazy\" /></p>\n")
  }

  @Test(arguments: ["[a](/my uri)", "[甲](乙 丙)", "[1](见 3.2 节)"])
  func `what is no file's name in round brackets stays text`(_ text: String) {
    #expect(render(text).body.links.isEmpty)
  }

  @Test func `signs are kept in a text that holds every private-use character but one block`() {
    let taken = (0xE000..<0xEFC0).compactMap { Unicode.Scalar($0).map { String($0) } }.joined()
    #expect(html(taken + "5*8，3*4").contains("5*8，3*4"))
  }
}
