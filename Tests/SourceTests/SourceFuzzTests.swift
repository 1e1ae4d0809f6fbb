import BanbaoDiagnostics
import TestSupport
import Testing

@testable import BanbaoSource

private let valid = """
  ---
  title: "春节慰问 #1"
  日期: 2026-03-26/2026-04-03
  kind: 通知
  tags: [送温暖, '女职工']
  draft: false
  publicity:
    from: 2026-11-18
    working_days: 7
    contact: >-
      工会办公室
      电话 6120
  results:
    - {event: 篮球, place: 冠军}
    - event: 拔河
      place: 第二名
  cost: {amount: 12118.40}
  ---

  各位会员：**重要**。

  """

/// Scraps that make the most trouble.
private let scraps: [[UInt8]] =
  [
    "---\n", "\n", "\r", "\r\n", "\t", "　", "：", ": ", " #", "\"", "'", "“", "”", "[", "]", "{", "}", ",",
    "，", "- ", "*", "&a ", "!", "|", ">", "%", "@", "`", "\\", "? ", "【", "】", "——", "\u{2028}",
    "\u{85}", "\u{FEFF}", "\u{200B}", "😀", "0", "99999999999999999999", "万", "title: ", "标题：",
  ].map { Array($0.utf8) } + [[0], [0xFF], [0xE6, 0x98], [0xC2], [0x80]]

/// Reads bytes as the file of a record is read, and gives all that is said.
private func readRecord(_ bytes: [UInt8]) -> [Diagnostic] {
  let text = SourceText(path: "a", bytes: bytes)
  let faults = encodingFaults(of: text)
  if !faults.isEmpty { return faults }
  var diagnostics: [Diagnostic] = []
  var front: FrontMatter?
  switch FrontMatter.find(in: text) {
  case .success(let found): front = found
  case .failure(let fault):
    diagnostics += fault.diagnostics
    front = fault.meant
  }
  guard let front else { return diagnostics }
  let parsed = mendedYAML(text, front.yaml, firstLine: front.yamlLine)
  diagnostics += parsed.diagnostics
  guard let root = parsed.root else { return diagnostics }
  return diagnostics + FieldReader.reading(root, path: "a") { readSample(&$0) }.reader.diagnostics
}

/// Reads bytes as a file that is YAML from its beginning.
private func readYAML(_ bytes: [UInt8]) -> [Diagnostic] {
  let text = SourceText(path: "a", bytes: bytes)
  guard encodingFaults(of: text).isEmpty else { return [] }
  let range = text.start..<bytes.count
  return mendedYAML(text, range, firstLine: 1).diagnostics
    + parseYAML(text, range, firstLine: 1).diagnostics
}

private func readSample(_ fields: inout FieldReader) {
  let note = Wording("", en: "")
  _ = fields.read(Key.text("title", "标题", note, .required))
  _ = fields.read(Key.span("date", "日期", note, .required))
  _ = fields.read(Key.text("kind", "类别", note))
  _ = fields.read(Key.texts("tags", "标签", note))
  _ = fields.read(Key.flag("draft", "草稿", note))
  _ = fields.record(GroupKey("publicity", "公示期", note)) {
    _ = $0.read(Key.count("working_days", "工作日", note))
    _ = $0.read(Key.text("contact", "异议受理", note))
    return $0.read(Key.day("from", "起", note))
  }
  _ = fields.records(GroupKey("results", "成绩", note)) {
    _ = $0.read(Key.text("place", "名次", note))
    return $0.read(Key.text("event", "项目", note))
  }
  _ = fields.record(GroupKey("cost", "经费", note)) { $0.read(Key.money("amount", "金额", note, .required)) }
}

/// Whether a place lies in the file: in a line that there is, at most one behind its end.
private func isInside(_ place: Place, _ text: SourceText) -> Bool {
  if place.line == 0 { return place.column == 0 }
  guard let line = text.line(place.line) else {
    // Reading may end behind the last line.
    return place.column == 1 && text.line(place.line - 1) != nil
  }
  return (1...line.unicodeScalars.count + 1).contains(place.column)
}

private func check(_ bytes: [UInt8]) {
  let text = SourceText(path: "a", bytes: bytes)
  for diagnostic in readRecord(bytes) + readYAML(bytes) {
    let places = [diagnostic.place] + diagnostic.related.map(\.place)
    #expect(places.allSatisfy { isInside($0, text) }, "\(diagnostic) in \(String(decoding: bytes, as: UTF8.self))")
    #expect(!diagnostic.message.zh.isEmpty && !diagnostic.message.en.isEmpty)
  }
}

@Suite struct `Any bytes at all` {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `are read without a trap, and every fault lies inside the file`(_ seed: UInt64) {
    var numbers = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let count = Int.random(in: 0...200, using: &numbers)
      check((0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) })
      check((0..<count / 4).flatMap { _ in scraps.randomElement(using: &numbers) ?? [] })
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `that were a proper file before are read without a trap`(_ seed: UInt64) {
    var numbers = SplitMix64(seed: seed &+ 1000)
    for _ in 0..<50 {
      var bytes = Array(valid.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        let at = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: bytes.remove(at: at)
        case 1: bytes[at] = UInt8.random(in: 0...255, using: &numbers)
        case 2: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...40, using: &numbers)))
        default: bytes.insert(contentsOf: scraps.randomElement(using: &numbers) ?? [], at: at)
        }
        if bytes.isEmpty { break }
      }
      check(bytes)
    }
  }

  @Test func `are said nothing of where they are a proper file`() {
    #expect(readRecord(Array(valid.utf8)).isEmpty)
  }
}
