import BanbaoDiagnostics
import BanbaoSource
import TestSupport
import Testing

private func text(_ content: String) -> SourceText { SourceText(path: "a", bytes: Array(content.utf8)) }

@Suite struct `The text of a file` {
  @Test(
    arguments: [
      ("", 0, 1, 1), ("", 5, 1, 1), ("ab", 0, 1, 1), ("ab", 2, 1, 3), ("a\nb", 1, 1, 2),
      ("a\nb", 2, 2, 1), ("a\nb", 99, 2, 2), ("a\r\nb", 3, 2, 1), ("a\r\nb", 2, 1, 3),
      ("a\rb", 2, 2, 1), ("a\n\n", 3, 3, 1), ("春节", 3, 1, 2), ("春节", 4, 1, 3), ("😀b", 4, 1, 2),
      ("\u{FEFF}ab", 3, 1, 1), ("\u{FEFF}ab", 4, 1, 2), ("\u{FEFF}ab", 0, 1, 1),
      ("\u{FEFF}a\nb", 5, 2, 1),
    ])
  func `knows the place of each byte`(_ content: String, _ offset: Int, _ line: Int, _ column: Int) {
    #expect(text(content).place(at: offset) == Place("a", line: line, column: column))
  }

  @Test func `knows places asked for in any order, also in copies`() {
    let content = "\u{FEFF}甲\r\n\r乙b\n\n\r\n😀\r丙"
    let source = text(content)
    let copy = source
    for offset in (-1...content.utf8.count + 1).reversed() {
      #expect(source.place(at: offset) == text(content).place(at: offset))
      #expect(copy.place(at: content.utf8.count - offset) == text(content).place(at: content.utf8.count - offset))
    }
  }

  @Test func `of many lines is gone through once, however many places are asked for`() {
    let source = text(String(repeating: "甲\n", count: 20_000))
    let begin = processorTime()
    for line in 1...3_000 { #expect(source.place(at: 4 * line).line == line + 1) }
    #expect(processorTime() - begin < .seconds(5))
  }

  @Test func `gives its lines without their ends, whatever these are`() {
    let source = text("\u{FEFF}甲\r\n乙\r丙\n\n丁")
    #expect((1...6).map { source.line($0) } == ["甲", "乙", "丙", "", "丁", nil])
    #expect(source.line(0) == nil)
    #expect(source.line(-1) == nil)
    #expect(text("").line(1) == "")
    #expect(text("a\n").line(2) == "")
  }

  @Test func `shows broken bytes as U+FFFD`() {
    #expect(SourceText(path: "a", bytes: [0x61, 0xFF, 0x62]).line(1) == "a\u{FFFD}b")
  }
}

@Suite struct `The encoding of a file` {
  private func fault(_ bytes: [UInt8]) -> String? {
    encodingFaults(of: SourceText(path: "a", bytes: bytes)).first.map {
      "\($0.place.line):\($0.place.column) \($0.code) \($0.message.zh)"
    }
  }

  @Test func `is accepted where it is UTF-8, also with a byte order mark and any line ends`() {
    #expect(fault([]) == nil)
    #expect(fault([0xEF, 0xBB, 0xBF]) == nil)
    #expect(fault(Array("\u{FEFF}春节\t慰问\r\n😀\r\u{10FFFD}\u{A0}\u{200B}…“”".utf8)) == nil)
  }

  @Test func `is told where it is another`() {
    #expect(fault([0xFF, 0xFE, 0x61, 0]) == "0:0 encoding-utf16 文件是 UTF-16（Unicode）编码")
    #expect(fault([0xFE, 0xFF, 0, 0x61]) == "0:0 encoding-utf16 文件是 UTF-16（Unicode）编码")
    #expect(fault([0x61, 0, 0x62, 0]) == "0:0 encoding-utf16 文件是 UTF-16（Unicode）编码")
    #expect(
      fault([0x61, 0x0A, 0xB4, 0xBA, 0xBD, 0xDA])
        == "2:1 encoding-gb18030 文件是 GB18030（GBK、ANSI）编码")
    #expect(
      fault([0x81, 0x30, 0x81, 0x30]) == "1:1 encoding-gb18030 文件是 GB18030（GBK、ANSI）编码")
    #expect(fault([0x61, 0xFF]) == "1:2 encoding-invalid 这里的字节不是 UTF-8 文字")
    #expect(
      fault(Array("春节慰问".utf8.dropLast())) == "1:4 encoding-invalid 这里的字节不是 UTF-8 文字")
  }

  @Test(arguments: [[0x50, 0x4B, 0x03, 0x04, 0x14, 0], [0xD0, 0xCF, 0x11, 0xE0, 0xA1], Array("%PDF-1.7\n%".utf8)])
  func `is none where the file is a document that was renamed`(bytes: [UInt8]) {
    #expect(fault(bytes) == "0:0 encoding-invalid 文件不是文字，是 Word、WPS 或 PDF 文件改了名")
  }

  @Test(
    arguments: [
      ("a\u{0}b", "1:2", "U+0000"), ("甲\u{8}", "1:2", "U+0008"), ("甲\n\u{7F}", "2:1", "U+007F"),
      ("\u{85}", "1:1", "U+0085"), ("甲\u{2028}乙", "1:2", "U+2028"), ("甲\u{2029}", "1:2", "U+2029"),
      ("\u{FFFE}", "1:1", "U+FFFE"), ("\u{9F}", "1:1", "U+009F"),
    ])
  func `is refused for each character that nobody sees`(
    _ content: String, _ place: String, _ name: String
  ) {
    #expect(fault(Array(content.utf8)) == "\(place) control-character 这里有一个看不见的字符（\(name)）")
  }

  @Test func `names the places of several at once`() {
    let found = encodingFaults(of: text("甲\u{B}乙\n\u{B}丙\u{2028}")).first
    #expect(found?.place == Place("a", line: 1, column: 2))
    #expect(
      found?.related.map(\.place) == [
        Place("a", line: 2, column: 1), Place("a", line: 2, column: 3),
      ])
  }
}
