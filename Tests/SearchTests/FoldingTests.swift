import BanbaoSearch
import Testing

@Suite struct FoldingTests {
  private let folding = Folding()

  private func folded(_ text: String) -> String {
    String(decoding: folding.folded(Array(text.utf16)), as: UTF16.self)
  }

  @Test(arguments: [
    ("ＡＢＣ１２３％", "abc123%"), ("ÀÉ ΑΩ АЯЁ", "àé αω аяё"), ("〔2026〕【2026】［2026］[2026]", "[2026][2026][2026][2026]"),
    ("“工会”＂工会＂", "\"工会\"\"工会\""), ("2020—2025 2020－2025 2020-2025", "2020-2025 2020-2025 2020-2025"),
    ("第①项 ⑴ ⒈ Ⅳ级 ㈠ 20㎡ 5㎏", "第1项 (1) 1. iv级 (一) 20m2 5kg"), ("⼯会 ⾦额 金額", "工会 金额 金額"),
    ("ｱ･｢工｣､｡", "ｱ·「工」、。"), ("工\u{200B}会\u{FEFF}活\u{AD}动", "工会活动"),
  ])
  func `what is typed in several ways is one`(text: String, plain: String) { #expect(folded(text) == plain) }

  @Test func `blanks part words, but only space out Han and Latin`() {
    #expect(folded(" 工会　活动  通知 ") == "工会 活动 通知")
    #expect(folded("2026 年 3 月 iPhone 手机") == "2026年3月iphone手机")
    #expect(folded("Word 2016") == "word 2016")
  }

  @Test func `a line end parts what a blank would not`() {
    #expect(folded("2026\n年") == "2026\n年")
    #expect(folded("甲 \n 乙") == "甲\n乙")
  }

  @Test func `folding twice changes nothing more`() {
    let all = (1...0xFFFF).filter { $0 < 0xD800 || $0 > 0xDFFF }.map { UInt16($0) }
    let once = folding.folded(all)
    #expect(folding.folded(once) == once)
  }
}
