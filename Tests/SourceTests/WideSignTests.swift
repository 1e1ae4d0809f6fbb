import BanbaoDiagnostics
import Testing

@testable import BanbaoSource

@Suite struct `Full-width signs in braces` {
  @Test(arguments: [
    ("{金额: 3000，科目: 50102 文体活动支出}", "经费: {金额: 3000, 科目: 50102 文体活动支出}"),
    ("{现金：860.00，银行：90300.00}", "现金: 860.00, 银行: 90300.00"),
    ("{金额：12,118.40；来源: 会费}", "金额: 12,118.40, 来源: 会费"),
  ])
  func `are answered with the whole as it is to be written`(braces: String, right: String) {
    let text = SourceText(path: "a", bytes: Array("经费: \(braces)\n".utf8))
    let key = GroupKey("cost", "经费", Wording("经费", en: "cost"))
    let inner = [("cash", "现金"), ("bank", "银行"), ("amount", "金额"), ("account", "科目"), ("source", "来源")].map {
      Key.text($0.0, $0.1, Wording($0.1, en: $0.0))
    }
    let parsed = mendedYAML(text, 0..<text.bytes.count, firstLine: 1)
    let root = parsed.root ?? Node(.mapping([]), mark: Mark(line: 1, column: 1))
    let read = FieldReader.reading(root, path: "a") { fields in
      _ = fields.record(key) { fields -> Int? in
        for key in inner { _ = fields.read(key) }
        return nil
      }
    }
    let helps = (parsed.diagnostics + read.reader.diagnostics).compactMap { $0.help?.zh }
    #expect(helps.first == "写成 \(right)")
  }
}
