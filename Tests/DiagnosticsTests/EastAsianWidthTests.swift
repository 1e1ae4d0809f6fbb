import BanbaoDiagnostics
import Testing

@Suite struct EastAsianWidthTests {
  @Test(
    "wide and full-width scalars are wide",
    arguments: [
      "中", "龥", "㐀", "𠀀", "　", "，", "Ａ", "あ", "カ", "한", "ᄀ", "😀", "\u{3FFFD}", "\u{9FFF}",
    ])
  func wide(scalar: Unicode.Scalar) {
    #expect(isWide(scalar))
  }

  @Test(
    "other scalars are not wide",
    arguments: [
      "a", " ", "é", "“", "…", "·", "—", "ｶ", "\u{1160}", "\u{303F}", "\u{3FFFE}", "\u{10FFFF}",
      "\u{0}",
    ])
  func narrow(scalar: Unicode.Scalar) {
    #expect(!isWide(scalar))
  }

  @Test(
    "Han, Kana, Hangul and their punctuation are CJK in every width",
    arguments: ["中", "。", "「", "あ", "ｶ", "ﾡ", "한", "ᅡ", "Ａ", "〰", "㊗", "🈂"])
  func cjk(scalar: Unicode.Scalar) {
    #expect(isCJK(scalar))
  }

  @Test(
    "emoji and narrow scalars are not CJK",
    arguments: ["😀", "⌚", "🈚", "a", "“", "é", "*", "\u{FE0F}"])
  func notCJK(scalar: Unicode.Scalar) {
    #expect(!isCJK(scalar))
  }

  @Test(
    "the width of a text is the columns it takes",
    arguments: [
      ("", 0), ("abc", 3), ("通知", 4), ("a通b", 4), ("é", 1), ("e\u{301}", 1), ("가", 2),
      ("\u{1100}\u{1161}", 2), ("😀", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("❤\u{FE0F}", 2), ("❤", 1), ("🇨🇳", 2),
      ("零\u{200B}宽", 4), ("葛\u{E0100}", 2), ("1\u{FE0F}", 1),
    ])
  func widths(text: String, width: Int) {
    #expect(displayWidth(of: text) == width)
  }
}
