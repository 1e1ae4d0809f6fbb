import BanbaoDiagnostics
import BanbaoTheme

/// 无障碍声明: what the pages do for those who see badly, or use no mouse, or hear them read. Each claim is held by the check
/// of the same name in `Tests/BrowserTests/checks`; a test fails where one has no check, or a check no claim.
struct AccessibilityClaim: Sendable {
  /// The name of the check.
  var check: String
  var words: Wording

  static let all = [
    AccessibilityClaim(
      check: "axe",
      words: Wording(
        "用 axe-core 检查，没有发现违反《网页内容无障碍指南》（WCAG）2.2 版 A、AA 两级的问题。",
        en: "axe-core finds no violation of WCAG 2.2, levels A and AA.")),
    AccessibilityClaim(
      check: "contrast",
      words: Wording(
        "文字和底色的对比度不低于 7:1，大号字不低于 4.5:1；浅色、深色、高对比三种配色都是这样。",
        en: "Text stands out 7:1 from its ground, large text 4.5:1, in light, dark and high contrast.")),
    AccessibilityClaim(
      check: "choices",
      words: Wording(
        "右上角“大字”里可以选字号（18、24、30 像素）、配色、大鼠标指针和阅读尺；选好以后，每一页都照着显示。",
        en:
          "Under “Large type” the reader chooses type of 18, 24 or 30 px, colours, a large pointer and a ruler, for every page."
      )),
    AccessibilityClaim(
      check: "phone",
      words: Wording(
        "从 320 像素宽的手机到电脑，三种字号下网页都不用左右滑动。",
        en: "From a phone of 320 px up, no page scrolls sideways in any of the three sizes.")),
    AccessibilityClaim(
      check: "lines",
      words: Wording(
        "正文一行不超过 40 个字，行距不小于一倍半。", en: "A line holds 40 characters at most and stands one and a half high.")),
    AccessibilityClaim(
      check: "targets",
      words: Wording(
        "要点按的地方不小于 44 像素，大字版不小于 60 像素。", en: "What is pressed measures 44 px, and 60 px in large type.")),
    AccessibilityClaim(
      check: "tables",
      words: Wording(
        "手机上表格的每一格都看得到；要左右滑动才看得全的，表上有提示。",
        en: "On a phone each cell of a table can be seen; a table that has to be slid says so.")),
    AccessibilityClaim(
      check: "words",
      words: Wording("手机上每一页的内容从屏幕上部开始，不用先翻过菜单。", en: "On a phone a page begins with its own words, not with a menu.")),
    AccessibilityClaim(
      check: "menu",
      words: Wording("菜单不靠脚本也能打开。", en: "The menu opens without a script.")),
    AccessibilityClaim(
      check: "keyboard",
      words: Wording(
        "只用键盘就能到每一处；按一次 Tab 就能跳过菜单，直接到正文。",
        en: "The keyboard alone reaches everything; the first Tab offers to skip to the text.")),
    AccessibilityClaim(
      check: "shift",
      words: Wording(
        "网页显示出来以后不再跳动（累积布局偏移小于 0.02）。", en: "Nothing moves once it was painted (layout shift below 0.02).")),
    AccessibilityClaim(
      check: "voice",
      words: Wording(
        "电脑或手机自带中文语音的，可以朗读网页；不用网上的语音，文字不会传到别处。",
        en: "Where the machine has a voice of its own, pages are read aloud; no text goes to another host.")),
    AccessibilityClaim(
      check: "script",
      words: Wording("关掉脚本，内容照样齐全。", en: "Without scripts nothing of the content is missing.")),
  ]
}

let accessibilityTemplate = Template<Void>(
  "accessibility",
  .words("heading") { _ in accessibilityTitle },
  .otherWords("heading2") { _ in accessibilityTitle },
  .list(
    "claims", Names<AccessibilityClaim>(.text("check") { $0.check }, .words("text") { $0.words })
  ) { _ in AccessibilityClaim.all })

private let accessibilityTitle = Wording("无障碍声明", en: "Accessibility")

func accessibilityPage(_ library: Library) -> PagePlan {
  PagePlan(
    accessibilityTemplate, path: accessibilityPath, title: library.words(accessibilityTitle),
    origin: library.origin("site.yaml"), section: ""
  ) {}
}

let accessibilityPath = "accessibility.html"
