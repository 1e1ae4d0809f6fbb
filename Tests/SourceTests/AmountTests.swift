import BanbaoDiagnostics
import TestSupport
import Testing

@testable import BanbaoSource

@Suite struct `An amount` {
  @Test(
    arguments: [
      ("12118.40", 1_211_840), ("12,118.40", 1_211_840), ("12118.4", 1_211_840),
      ("255000元", 25_500_000), ("￥1,234.50", 123_450), ("¥0.05", 5), ("人民币300元", 30_000),
      ("０.１２", 12), ("１２，１１８．４０", 1_211_840), ("0", 0), ("000012", 1200),
      ("92233720368547758.07", Int64.max),
    ])
  func `is read in fen`(_ text: String, _ fen: Int64) throws {
    #expect(try Money(reading: text).fen == fen)
  }

  @Test func `is read back as it is printed`() throws {
    var numbers = SplitMix64(seed: 7)
    let edges: [Int64] = [0, 1, 99, 100, 99_999, 100_000, 99_999_999, 100_000_000, .max, .max - 1]
    for fen in edges + (0..<2000).map({ _ in Int64.random(in: 0...(.max), using: &numbers) }) {
      let amount = Money(fen: fen)
      #expect(try Money(reading: amount.grouped) == amount, "\(amount.grouped)")
      let debt = Money(fen: -fen)
      #expect(try Money(reading: debt.grouped, allowsNegative: true) == debt)
    }
    #expect(Money(fen: .min).grouped == "-92,233,720,368,547,758.08")
  }

  @Test(
    arguments: [
      ("1.2万", "写成 12000"), ("3万元", "写成 30000"), ("0.05万", "写成 500"),
      ("1万2千", "例如 1.2万 写成 12000"), ("500.125", "按凭证写到分，例如 12118.40"),
      ("1,2118.40", "不写逗号：12118.40"), ("12,118,4", "不写逗号：121184"), ("-500", "核对是多少；退回、冲销的钱在账本里记负数，不写在这里"),
      ("92233720368547758.08", "看看是不是多写了几位"), ("99999999999999999999", "看看是不是多写了几位"),
      ("约5000元", "这里写 5000，正文或摘要里写“约5000元”"), ("5000块", "只写数字：5000"), ("1 200", "只写数字：1200"),
      ("12118.", "只写数字：12118"),
      ("500元/人", "金额写一共多少元；每份多少元，慰问和福利写在“标准”里，那里只写数：500"),
      ("", "像 12118.40、12,118.40 或 12118.40元 这样写"), ("元", "像 12118.40、12,118.40 或 12118.40元 这样写"),
      ("1.2.3", "像 12118.40、12,118.40 或 12118.40元 这样写"), ("1e3", "像 12118.40、12,118.40 或 12118.40元 这样写"),
      (",", "像 12118.40、12,118.40 或 12118.40元 这样写"), ("三百", "写成 300"), ("六百元", "写成 600"),
      ("陆佰元整", "写成 600"), ("一万二千三百零五元", "写成 12305"), ("三十五", "写成 35"), ("十万元", "写成 100000"),
      ("一千二", "像 12118.40、12,118.40 或 12118.40元 这样写"), ("5000 元左右", "这里写 5000，正文或摘要里写“5000 元左右”"),
      ("每人300元", "金额写一共多少元；每份多少元，慰问和福利写在“标准”里，那里只写数：300"),
      ("1 234.5x", "像 12118.40、12,118.40 或 12118.40元 这样写"),
    ])
  func `in another form is refused with what was meant`(_ text: String, _ help: String) {
    let misread = #expect(throws: Misread.self) { try Money(reading: text) }
    #expect(misread?.rule == ValueRules.amountForm)
    #expect(misread?.help?.zh == help)
  }

  @Test func `may be negative only where that is allowed`() throws {
    #expect(try Money(reading: "-12.50", allowsNegative: true).fen == -1250)
    #expect(try Money(reading: "－12.50", allowsNegative: true).fen == -1250)
    #expect(throws: Misread.self) { try Money(reading: "--1", allowsNegative: true) }
  }

  @Test(arguments: [
    "退1234.50", "红字1234.50", "冲1,234.50元", "1234.50贷", "-(1234.50)", "(1234.50", "-约1234.5", "约-1234.5", "<1234.50>",
    "负约5", "-1.234,50", "1234.50 CR", "-1万2", "（-）1234.50",
  ])
  func `that says more than a number is never advised without what it says`(_ text: String) {
    for allowsNegative in [true, false] {
      let misread = #expect(throws: Misread.self) { try Money(reading: text, allowsNegative: allowsNegative) }
      let help = misread?.help?.zh ?? ""
      #expect(!help.contains("只写数字") && !help.hasPrefix("写成 1234"), "\(help)")
    }
  }
}

@Suite struct `A count` {
  @Test(
    arguments: [
      ("0", 0), ("56", 56), ("1,120", 1120), ("１１２０", 1120), ("1，120", 1120),
      ("1000000000", 1_000_000_000), ("007", 7),
    ])
  func `is a whole number`(_ text: String, _ count: Int) throws {
    #expect(try readCount(text) == count)
  }

  @Test(
    arguments: [
      ("约300人", "这里写 300，正文或摘要里写“约300人”"), ("300余", "这里写 300，正文或摘要里写“300余”"), ("300人", "只写数字：300"), ("3万", "写成 30000"),
      ("50%", "写一个整数，用阿拉伯数字，例如 56；别的话写进正文"), ("3千", "写一个整数，用阿拉伯数字，例如 56；别的话写进正文"),
      ("3.5", "写一个整数，用阿拉伯数字，例如 56；别的话写进正文"),
      ("12-15", "写一个整数，用阿拉伯数字，例如 56；别的话写进正文"), ("三百", "写成 300"),
      ("", "写一个整数，用阿拉伯数字，例如 56；别的话写进正文"), (",", "写一个整数，用阿拉伯数字，例如 56；别的话写进正文"), ("-3", "核对是多少；人数、次数最少是 0"),
      ("1000000001", "看看是不是多写了几位"), ("99999999999999999999999", "看看是不是多写了几位"),
      ("1,2", "写一个整数，用阿拉伯数字，例如 56；别的话写进正文"), ("(5)", "写一个整数，用阿拉伯数字，例如 56；别的话写进正文"),
    ])
  func `in another form is refused with what was meant`(_ text: String, _ help: String) {
    let misread = #expect(throws: Misread.self) { try readCount(text) }
    #expect(misread?.rule == ValueRules.countForm)
    #expect(misread?.help?.zh == help)
  }
}

@Suite struct `Full-width text` {
  @Test(
    arguments: [
      ("２０２６－０３－０８", "2026-03-08"), ("Ａｂｃ！～", "Abc!~"), ("甲　乙", "甲 乙"), ("—–−‑", "----"),
      ("1\u{A0}2\u{2009}3", "1 2 3"),
      ("春节，慰问。", "春节,慰问。"), ("plain", "plain"), ("é", "é"), ("", ""),
    ])
  func `is folded sign by sign`(_ text: String, _ folded: String) {
    #expect(foldedFullWidth(text) == folded)
  }

  @Test(
    arguments: [
      ("　春节　慰问\u{A0}", "春节　慰问"), ("\u{200B}2026\u{FEFF}", "2026"), (" \t\n", ""), ("", ""),
      ("a", "a"),
    ])
  func `is trimmed of spaces that nobody sees`(_ text: String, _ trimmed: String) {
    #expect(BanbaoSource.trimmed(text) == trimmed)
  }
}
