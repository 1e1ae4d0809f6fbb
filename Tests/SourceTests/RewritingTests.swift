import BanbaoDiagnostics
import BanbaoSource
import Testing

/// The line of YAML after the remedies of its faults; nil where there is none.
private func mended(_ line: String) -> String? {
  let bytes = Array((line + "\n").utf8)
  let text = SourceText(path: "a", bytes: bytes)
  let parsed = mendedYAML(text, 0..<bytes.count, firstLine: 1)
  var diagnostics = parsed.diagnostics
  if let root = parsed.root {
    let note = Wording("", en: "")
    diagnostics +=
      FieldReader.reading(root, path: "a") { fields in
        _ = fields.read(Key.text("title", "标题", note))
        _ = fields.read(Key.texts("tags", "标签", note))
        _ = fields.read(Key.day("date", "日期", note))
        _ = fields.read(Key.span("span", "时间", note))
        _ = fields.read(Key.flag("draft", "草稿", note))
        _ = fields.read(Key.money("amount", "金额", note))
        _ = fields.record(GroupKey("cost", "经费", note)) { $0.read(Key.day("from", "起", note)) }
      }.reader.diagnostics
  }
  #expect(!diagnostics.isEmpty, "\(line)")
  let (after, done) = text.applying(diagnostics.compactMap(\.fix))
  return done.isEmpty ? nil : String(decoding: after.dropLast(), as: UTF8.self)
}

@Suite struct `What a remedy writes` {
  @Test(arguments: [
    ("date: 2026.3.8", "date: 2026-03-08"), ("date: '20260308'", "date: '2026-03-08'"),
    ("date: 二〇二六年三月八日", "date: 2026-03-08"), ("span: 2026年3月26日至4月3日", "span: 2026-03-26/2026-04-03"),
    ("draft: 1", "draft: true"), ("draft: 无", "draft: false"), ("date: “2026-03-08”", "date: 2026-03-08"),
    ("tags: 送温暖，女职工", "tags: [送温暖, 女职工]"), ("tags: 【送温暖、女职工】", "tags: [送温暖, 女职工]"),
    ("title：春节", "title: 春节"), ("title:春节", "title: 春节"), ("title=春节", "title: 春节"),
    ("title　: 春节", "title: 春节"), ("cost: {from：2026-03-08}", "cost: {from: 2026-03-08}"),
    ("title: 通知: 放假", "title: \"通知: 放假\""), ("title: @全体", "title: \"@全体\""),
    ("title: \"C:\\路\"", "title: 'C:\\路'"), ("title: \"春节”", "title: \"春节\""),
    ("tags: [甲, 乙】", "tags: [甲, 乙]"), ("tags: [甲,, 乙]", "tags: [甲, 乙]"), ("tags: [甲, 乙", "tags: [甲, 乙]"),
  ])
  func `is what the help says where nobody has to decide`(before: String, after: String) {
    #expect(mended(before) == after)
  }

  @Test(arguments: [
    "date: 2026-03-08 14:00", "date: 2026-03-08 14", "date: 46089", "date: 3.8", "date: 2026-02-30",
    "span: 2026-04-03/2026-03-26", "draft: 也许", "titel: 春节", "title 春节", "title: 春节 #1", "title: “春节”",
    "tags: 甲 乙", "tags: 甲—乙", "tags: [甲，乙]", "title: 通知: 放假 # 一月", "title: \"甲\"和\"乙\"",
    "title: \"第一行\\n第二\\路\"", "title: - 甲", "title: | 甲", "title: [转发]通知", "amount: 1.2万", "amount: 约500元",
    "amount: “500”", "amount: 12,11.5",
  ])
  func `is nothing where an author has to decide, or where money is meant`(line: String) {
    #expect(mended(line) == nil)
  }
}
