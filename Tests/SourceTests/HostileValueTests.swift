import BanbaoDiagnostics
import BanbaoSource
import TestSupport
import Testing

/// Values that are longer than anybody writes, of what is read piece by piece.
@Suite(.serialized) struct `A long value is read in one pass` {
  /// A debug build on a slow machine; a growth by the square of the length would take minutes.
  private func takesNoTime(_ work: () throws -> Void) rethrows {
    let start = processorTime()
    try work()
    #expect(processorTime() - start < .seconds(4))
  }

  @Test(arguments: ["¥-", " ", "-", "元", "(", "RMB", "1"])
  func `as an amount`(_ piece: String) {
    let text = String(repeating: piece, count: 20_000)
    takesNoTime {
      #expect(throws: Misread.self) { try Money(reading: text, allowsNegative: true) }
      _ = Money.isDash(text)
    }
  }

  @Test(arguments: [" 1", "、1", "周一 1", "（星期日）", "至", "2026-03-08 1", "一"])
  func `as a day`(_ piece: String) {
    let text = "2026-03-08" + String(repeating: piece, count: 3000)
    takesNoTime {
      #expect(throws: Misread.self) { try DaySpan(reading: text) }
      #expect(throws: Misread.self) { try Day(reading: text) }
    }
  }

  @Test(arguments: ["a: 2)5-3R,,b: [2)25", "a：1，", "，", "{a: 1, "])
  func `as a line of fields with slips`(_ piece: String) {
    let yaml = Array(
      "items: [{date: 2024-03-30,k ind: 企业, \(String(repeating: piece, count: 8_000 / piece.utf8.count))}]\n".utf8)
    takesNoTime { _ = mendedYAML(SourceText(path: "a.yaml", bytes: yaml), 0..<yaml.count, firstLine: 1) }
  }

  @Test func `as a line of fields of which one was mended`() {
    let numbers = (0..<3000).map { "\($0)" }.joined(separator: ",")
    let yaml = Array("期初: {现金: 200, 银行: 70,,,\(numbers)}\n".utf8)
    takesNoTime {
      let found = mendedYAML(SourceText(path: "a.yaml", bytes: yaml), 0..<yaml.count, firstLine: 1)
      #expect(!found.diagnostics.isEmpty)
    }
  }

  @Test func `as a value of many lines`() {
    let yaml = Array(("title: 甲" + String(repeating: "\n  乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申", count: 60_000) + "\n").utf8)
    takesNoTime { _ = mendedYAML(SourceText(path: "a.yaml", bytes: yaml), 0..<yaml.count, firstLine: 1) }
  }

  @Test func `for the places of all that is wrong with it`() {
    let text = SourceText(path: "a.md", bytes: Array(String(repeating: "电话", count: 100_000).utf8))
    takesNoTime {
      for offset in stride(from: text.bytes.count - 3, through: 0, by: -30) {
        #expect(text.place(at: offset).column == offset / 3 + 1)
      }
    }
  }
}
