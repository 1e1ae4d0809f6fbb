import BanbaoDiagnostics
import Testing

@Suite struct EastAsianWidthTests {
  @Test(arguments: [
    "中", "龥", "㐀", "𠀀", "　", "，", "Ａ", "あ", "カ", "한", "ᄀ", "😀", "\u{3FFFD}", "\u{9FFF}",
  ])
  func `wide and full-width scalars are wide`(scalar: Unicode.Scalar) {
    #expect(isWide(scalar))
  }

  @Test(arguments: [
    "a", " ", "é", "“", "…", "·", "—", "ｶ", "\u{1160}", "\u{303F}", "\u{3FFFE}", "\u{10FFFF}",
    "\u{0}",
  ])
  func `other scalars are not wide`(scalar: Unicode.Scalar) {
    #expect(!isWide(scalar))
  }

  @Test(arguments: ["中", "。", "「", "あ", "ｶ", "ﾡ", "한", "ᅡ", "Ａ", "〰", "㊗", "🈂"])
  func `Han, Kana, Hangul and their punctuation are CJK in every width`(scalar: Unicode.Scalar) {
    #expect(isCJK(scalar))
  }

  @Test(arguments: ["😀", "⌚", "🈚", "a", "“", "é", "*", "\u{FE0F}"])
  func `emoji and narrow scalars are not CJK`(scalar: Unicode.Scalar) {
    #expect(!isCJK(scalar))
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("通知", 4), ("a通b", 4), ("é", 1), ("e\u{301}", 1), ("가", 2),
    ("\u{1100}\u{1161}", 2), ("😀", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("❤\u{FE0F}", 2), ("❤", 1), ("🇨🇳", 2),
    ("零\u{200B}宽", 4), ("葛\u{E0100}", 2), ("1\u{FE0F}", 1),
  ])
  func `the width of a text is the columns it takes`(text: String, width: Int) {
    #expect(displayWidth(of: text) == width)
  }
}
