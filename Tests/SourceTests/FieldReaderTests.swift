import BanbaoDiagnostics
import BanbaoSource
import Testing

private enum Form: String, Choice {
  case notice = "通知"
  case publicity = "公示"
  var english: String { self == .notice ? "Notice" : "Publicity" }
}

private struct Sample: Equatable {
  var title: String?
  var form: String?
  var isDraft: Bool
  var people: Int?
  var day: String?
  var span: String?
  var amount: String?
  var tags: [String]
  var inner: String?
  var items: [String]

  enum Keys {
    static let title = Key.text("title", "标题", Wording("标题", en: "the title"), .required)
    static let form = Key.choice("kind", "类别", Form.self, Wording("文种", en: "the form"))
    static let draft = Key.flag("draft", "草稿", Wording("草稿", en: "a draft"))
    static let people = Key.count("people", "人数", Wording("多少人", en: "how many"))
    static let day = Key.day("day", "日", Wording("一天", en: "a day"))
    static let span = Key.span("span", "期间", Wording("一段", en: "a span"))
    static let amount = Key.money("amount", "金额", Wording("多少元", en: "in yuan"))
    static let tags = Key.texts("tags", "标签", Wording("标签", en: "tags"))
    static let inner = GroupKey("inner", "里", Wording("里面", en: "inside"))
    static let items = GroupKey("items", "项", Wording("各项", en: "items"))
    /// In `inner` and in each of `items`.
    static let name = Key.text("name", "名", Wording("名", en: "a name"), .required)
  }
}

extension Sample {
  init?(reading fields: inout FieldReader) {
    title = fields.read(Keys.title)?.value
    form = fields.read(Keys.form)?.value.rawValue
    isDraft = fields.read(Keys.draft)?.value ?? false
    people = fields.read(Keys.people)?.value
    day = fields.read(Keys.day)?.value.iso
    span = fields.read(Keys.span)?.value.iso
    amount = fields.read(Keys.amount)?.value.grouped
    tags = fields.read(Keys.tags).map(\.value)
    inner = fields.record(Keys.inner) { $0.read(Keys.name) }?.value.value
    items = fields.records(Keys.items, word: { $0.value }, { $0.read(Keys.name)?.value })
    if title == nil { return nil }
  }
}

private func read(_ yaml: String) -> (sample: Sample?, faults: [String], lacksRequired: Bool) {
  let text = SourceText(path: "a", bytes: Array(yaml.utf8))
  let parsed = mendedYAML(text, 0..<text.bytes.count, firstLine: 1)
  let root = parsed.root ?? Node(.mapping([]), mark: Mark(line: 1, column: 1))
  let (sample, fields) = FieldReader.reading(root, path: "a") { Sample(reading: &$0) }
  let faults = (parsed.diagnostics + fields.diagnostics).map {
    "\($0.place.line):\($0.place.column)+\($0.place.length) \($0.code)"
  }
  return (sample, faults, fields.lacksRequired)
}

@Suite struct `A field reader` {
  @Test func `refuses control characters that double quotes name, and reads the rest`() {
    let result = read(#"title: "春\x01节\n\t慰问""#)
    #expect(result.sample?.title == "春节\n\t慰问")
    #expect(result.faults == ["1:8+\(#""春\x01节\n\t慰问""#.count) control-character"])
  }

  @Test func `reads fields by their English or Chinese names`() {
    let expected = Sample(
      title: "春节", form: "通知", isDraft: true, people: 300, day: "2026-03-08",
      span: "2026-03-08/2026-03-09", amount: "12.50", tags: ["甲", "乙"], inner: "丙",
      items: ["丁", "戊"])
    let english = """
      title: 春节
      kind: 通知
      draft: true
      people: 300
      day: 2026/3/8
      span: 2026-03-08/2026-03-09
      amount: 12.5
      tags: [甲, 乙]
      inner: {name: 丙}
      items: [丁, {name: 戊}]
      """
    let chinese = """
      标题: 春节
      类别: 通知
      草稿: 是
      人数: 300
      日: 2026年3月8日
      期间: 2026年3月8日至2026年3月9日
      金额: 12.5元
      标签: [甲, 乙]
      里: {名: 丙}
      项: [丁, {名: 戊}]
      """
    for yaml in [english, chinese] {
      let found = read(yaml)
      #expect(found.sample == expected)
      #expect(found.faults.isEmpty)
    }
  }

  @Test func `reports every fault of a record in one go`() {
    let found = read(
      """
      kind: 通告
      draft: maybe
      people: 三百
      day: 昨天
      span: 2026-03-09/2026-03-08
      amount: 1.2万
      tags: 甲
      inner: {nmae: 丙}
      items: [{}]
      """)
    #expect(found.sample == nil)
    #expect(found.lacksRequired)
    #expect(
      found.faults == [
        "1:7+2 unknown-choice", "2:8+5 flag-form", "3:9+2 count-form", "4:6+2 day-form",
        "5:7+21 span-backwards", "6:9+4 amount-form", "7:7+1 field-shape", "8:9+4 unknown-key",
        "9:9+1 field-missing", "1:1+1 field-missing",
      ])
  }

  @Test(
    arguments: [
      ("titel: 甲", ["1:1+5 unknown-key"]), ("题标: 甲", ["1:1+2 unknown-key"]),
      ("title: 甲\nnothing: 乙", ["2:1+7 unknown-key"]), ("title　: 甲", ["1:1+6 fullwidth-space"]),
      ("{title：甲}", ["1:7+1 fullwidth-colon"]), ("title:", ["1:1+5 field-empty"]),
      ("title: ' '", ["1:8+3 field-empty"]), ("title: #1", ["1:8+2 hash-cuts-value"]),
      ("title: 甲 #1", ["1:10+2 hash-cuts-value"]), ("title: “甲”", ["1:8+3 curly-quotes"]),
      ("title: [甲]", ["1:8+1 field-shape"]), ("title: {甲: 乙}", ["1:8+1 field-shape"]),
      ("title: 甲\n标题: 乙", ["2:1+2 duplicate-key"]), ("- 甲", ["1:1+1 field-shape"]), ("甲", ["1:1+1 field-shape"]),
      ("title: 甲\ntags: [乙，丙]", ["2:9+1 fullwidth-comma"]),
      ("title: 甲\ntags: 【乙】", ["2:7+3 fullwidth-bracket"]),
      ("title: 甲\nname: 乙", ["2:1+4 unknown-key"]), ("title: 甲\ninner: 乙", ["2:8+1 field-shape"]),
      ("title: 甲\ninner: {amount: 12,118.40}", ["2:9+6 unknown-key", "2:20+6 amount-form", "2:8+1 field-missing"]),
      ("title: 甲\npeople: ''", []), ("title: 甲\npeople: ~", []), ("title: 甲\nkind: 公示", []),
      ("title: “安康杯”竞赛“先进”", []), ("title: 甲\nitems: 乙", []),
    ])
  func `says the one thing that is wrong`(_ yaml: String, _ faults: [String]) {
    #expect(read(yaml).faults == faults)
  }

  @Test func `describes what it is asked for, without reading anything`() {
    let fields = FieldReader.describe { _ = Sample(reading: &$0) }
    #expect(
      fields.map { "\($0.name) \($0.alias) \($0.isRequired) \($0.shape)" } == [
        "title 标题 true text", "kind 类别 false choice([\"通知\", \"公示\"])", "draft 草稿 false flag",
        "people 人数 false count", "day 日 false day", "span 期间 false daySpan",
        "amount 金额 false money", "tags 标签 false list(BanbaoSource.Field.Shape.text)",
        fields[8].description, fields[9].description,
      ])
    guard case .record(let inner) = fields[8].shape, case .list(.record(let items)) = fields[9].shape.main
    else {
      Issue.record("no inner fields")
      return
    }
    #expect(inner.map(\.name) == ["name"])
    #expect(items.map(\.alias) == ["名"])
    #expect(fields.map(\.note.zh).prefix(2) == ["标题", "文种"])
  }

  @Test func `does not quote a very long value whole`() {
    let text = SourceText(path: "a", bytes: Array("day: \(String(repeating: "１", count: 5000))".utf8))
    let root = parseYAML(text, 0..<text.bytes.count, firstLine: 1).root
    var fields = FieldReader(root ?? Node(.list([]), mark: Mark(line: 1, column: 1)), path: "a")
    #expect(fields.read(Key.day("day", "日", Wording("", en: ""))) == nil)
    #expect(fields.diagnostics.map(\.message.zh.count) == [109])
  }

  @Test func `knows whether a key stands in the record, readable or not`() {
    let text = SourceText(path: "a", bytes: Array("inner:\n标题: 甲\n".utf8))
    let root = parseYAML(text, 0..<text.bytes.count, firstLine: 1).root
    let fields = FieldReader(root ?? Node(.list([]), mark: Mark(line: 1, column: 1)), path: "a")
    #expect(fields.mentions("inner", "里"))
    #expect(fields.mentions("title", "标题"))
    #expect(!fields.mentions("tags", "标签"))
  }

  @Test func `calls a value by its key's alias, and in English by its name in plain words unless it is told another`() {
    #expect(Sample.Keys.people.label == Wording("人数", en: "People"))
    #expect(Key.count("person_times", "人次", Wording("", en: "")).label.en == "Person times")
    #expect(Key.count("person_times", "人次", en: "Person-times", Wording("", en: "")).label.en == "Person-times")
  }

  @Test func `demands a key that is required in one place and not in another`() {
    let root = Node(.mapping([]), mark: Mark(line: 1, column: 1))
    let optional = FieldReader.reading(root, path: "a") { $0.read(Sample.Keys.people) }
    let required = FieldReader.reading(root, path: "a") { $0.read(Sample.Keys.people.required) }
    #expect(optional.reader.diagnostics == [])
    #expect(required.reader.diagnostics.map(\.code) == ["field-missing"])
  }
}

extension Field {
  fileprivate var description: String { "\(name) \(alias) \(isRequired) \(shape)" }
}
