import BanbaoDiagnostics
import TestSupport
import Testing

@testable import BanbaoSource

@Suite struct `A stray character` {
  private func sifted(_ text: String) -> SourceText { SourceText(path: "a.md", bytes: Array(text.utf8)).sifted() }

  private func text(_ source: SourceText) -> String { String(decoding: source.bytes, as: UTF8.self) }

  @Test(arguments: [
    "\u{200B}", "\u{200E}", "\u{200F}", "\u{2060}", "\u{AD}", "\u{3164}", "\u{2800}", "\u{180E}", "\u{115F}",
    "\u{FFA0}",
    "\u{34F}", "\u{61C}", "\u{E0041}", "\u{FE00}", "\u{FE0F}", "\u{200C}", "\u{200D}", "\u{2063}", "\u{180B}",
  ])
  func `that nobody sees is left out of a text in Chinese and in Latin letters`(_ stray: String) {
    #expect(text(sifted("春\(stray)节\(stray)：a\(stray)b\(stray)，\(stray)")) == "春节：ab，")
    #expect("春\(stray)节".sifted().text == "春节")
    #expect(characterFaults(of: sifted("春\(stray)节")).isEmpty)
  }

  @Test(arguments: [
    "👨‍👩‍👧", "❤️", "1️⃣", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "葛\u{E0100}城", "👍🏽", "🏳️‍🌈", "می‌خواهم", "☎︎",
    "“春节”——a · b…、。（）", "",
  ])
  func `is none where it makes an emoji, a letter or a variant`(_ text: String) {
    #expect(self.text(sifted(text)) == text)
    #expect(text.sifted().text == text)
    #expect(characterFaults(of: sifted(text), isTable: true).isEmpty)
  }

  @Test(
    arguments: [
      (0xFFFD, "lost-character"), (0xFFFC, "lost-character"), (0xF0B7, "private-character"),
      (0xF06C, "private-character"), (0xE7C7, "private-character"), (0x100000, "private-character"),
      (0x202E, "control-character"), (0x202A, "control-character"), (0x2066, "control-character"),
      (0x2069, "control-character"), (0xFFFE, "control-character"), (0x1FFFF, "control-character"),
      (0xFDD0, "control-character"), (0, "control-character"), (0x1B, "control-character"), (0x85, "control-character"),
      (0x2028, "control-character"),
    ] as [(UInt32, String)])
  func `that means something else is said at its place by its number`(_ code: UInt32, _ rule: String) throws {
    let scalar = try #require(Unicode.Scalar(code))
    let stray = String(scalar)
    let fault = try #require(characterFaults(of: sifted("春节\n慰\(stray)问\(stray)"), isTable: true).first)
    #expect(fault.code == rule)
    #expect((fault.place.line, fault.place.column) == (2, 2))
    #expect(fault.message.zh.contains(codePoint(scalar)))
    #expect(fault.related.map(\.place.column) == [4])
    #expect("春\(stray)节".sifted().strays == [scalar])
    #expect(nameFault("春\(stray)节.md", at: Place("春节.md"))?.code == rule)
  }

  @Test func `that is left out moves no place`() {
    let source = sifted("\u{FEFF}ab\r\n\u{200B}春\u{200B}\u{200B}节x\u{2060}y\rz\u{200B}")
    #expect(text(source) == "\u{FEFF}ab\r\n春节xy\rz")
    func original(_ line: Int, _ column: Int, _ length: Int = 1) -> [Int] {
      let place = source.leftOut.original(Place("a.md", line: line, column: column, length: length))
      return [place.line, place.column, place.length]
    }
    #expect(original(1, 1, 2) == [1, 1, 2])
    #expect(original(2, 1) == [2, 2, 1])
    #expect(original(2, 2) == [2, 5, 1])
    #expect(original(2, 1, 4) == [2, 2, 7])
    #expect(original(2, 4) == [2, 8, 1])
    #expect(original(3, 1) == [3, 1, 1])
    #expect(original(0, 0) == [0, 0, 1])
  }

  @Test func `of any kind is found, and nothing but these is taken away`() {
    var random = SplitMix64(seed: 10)
    let pieces = [
      "春", "a", "\n", "\u{200B}", "\u{202E}", "👨‍👩‍👧", "，", "\u{F0B7}", "\u{FFFD}", "é", "\r\n", "\u{E0041}", "…",
    ]
    for _ in 0..<500 {
      let picked = (0..<20).map { _ in random.pick(pieces) }
      let source = sifted(picked.joined())
      #expect(text(source) == picked.filter { $0 != "\u{200B}" && $0 != "\u{E0041}" }.joined())
      let faults = characterFaults(of: source)
      #expect(faults.count == Set(picked).intersection(["\u{202E}", "\u{F0B7}", "\u{FFFD}"]).count)
      for fault in faults {
        let place = source.leftOut.original(fault.place)
        let line = SourceText(path: "a.md", bytes: Array(picked.joined().utf8)).line(place.line) ?? ""
        let scalars = Array(line.unicodeScalars)
        #expect(scalars.indices.contains(place.column - 1))
        #expect(["\u{202E}", "\u{F0B7}", "\u{FFFD}"].contains(scalars[place.column - 1]))
      }
    }
  }

  @Test func `in a name of a file is said with the name to give it`() {
    #expect(nameFault("报名\u{202E}表\u{200B}.docx", at: Place("a"))?.help?.zh == "改名为 报名表.docx")
    #expect(nameFault("👨‍👩‍👧合影.jpg", at: Place("a")) == nil)
  }

  @Test(arguments: [#"title: "甲\uFFFE乙""#, #"title: "甲\u202E乙""#, #"title: "甲\0乙""#, #""甲\uFFFD乙": x"#])
  func `that double quotes spell out is said, and left out`(_ yaml: String) {
    let text = SourceText(path: "a.yaml", bytes: Array(yaml.utf8))
    let parsed = parseYAML(text, 0..<text.bytes.count, firstLine: 1)
    #expect(parsed.diagnostics.map(\.code) == ["control-character"])
    guard case .mapping(let entries)? = parsed.root?.content, let entry = entries.first,
      case .scalar(let value, _) = entry.value.content
    else {
      Issue.record("no mapping")
      return
    }
    #expect(entry.key == "甲乙" || value == "甲乙")
  }
}

@Suite struct `A file in another encoding` {
  @Test func `is shown decoded, with the columns of its characters`() throws {
    let text = "日期,凭证号\r\n2026-04-05,付-2"
    let utf16: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [Array(text.utf8), try encoded(text, as: "GB18030"), utf16] {
      #expect(SourceText(path: "ledger.csv", bytes: bytes).decoded.line(2) == "2026-04-05,付-2")
    }
    #expect(SourceText(path: "a.md", bytes: try encoded("标题：春节慰问\n各位会员", as: "GB18030")).decoded.line(2) == "各位会员")
    let damaged = Array("春节慰问各位会员".utf8) + [0xFF]
    #expect(SourceText(path: "a.md", bytes: damaged).decoded.bytes == damaged)
  }

  @Test func `is refused at its first character that is not ASCII`() throws {
    // 模 is C4 A3, which is UTF-8 too.
    let fault = encodingFaults(of: SourceText(path: "a.md", bytes: try encoded("---\ntitle: 模模模范职工之家", as: "GB18030")))
      .first
    #expect(fault?.code == "encoding-gb18030")
    #expect(fault.map { [$0.place.line, $0.place.column] } == [2, 8])
  }
}
