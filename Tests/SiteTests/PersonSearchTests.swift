import BanbaoSource
import Foundation
import TestSupport
import Testing

@testable import BanbaoSite

/// How well names are found that nobody has listed.
@Suite struct `The search for persons` {
  private struct Sentence {
    var text: [UInt8] = []
    /// Where names stand.
    var names: [Range<Int>] = []
    var found: [NamedPerson] { personsNamed(in: text) }

    /// - Parameter line: names stand between 【 and 】.
    init(_ line: Substring) {
      var start = 0
      for scalar in line.unicodeScalars {
        switch scalar {
        case "【": start = text.count
        case "】": names.append(start..<text.count)
        default: text += Array(String(scalar).utf8)
        }
      }
    }
  }

  private func sentences(_ group: String) throws -> [Sentence] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "NameSentences.txt")
    let parts = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "=== ")
    let part = try #require(parts.first { $0.hasPrefix(group + "\n") })
    return part.split(separator: "\n").dropFirst().map { Sentence($0) }
  }

  @Test(arguments: [
    ("tuned", 0.95, 0.95), ("held out", 0.95, 0.95), ("union life, tuned", 0.8, 0.95),
    ("union life, held out", 0.75, 0.9),
  ])
  func `finds nineteen names of twenty that are no everyday words, and takes few words for names`(
    _ group: String, _ leastRecall: Double, _ leastPrecision: Double
  ) throws {
    let sentences = try sentences(group)
    let named = sentences.filter { !$0.names.isEmpty }
    let others = sentences.filter { $0.names.isEmpty }
    #expect(named.count >= 70 && others.count >= named.count)
    let missed = named.filter { sentence in
      let found = sentence.found
      return !sentence.names.allSatisfy { name in found.contains { $0.range.overlaps(name) } }
    }
    let falseAlarms = others.filter { !$0.found.isEmpty }
    let recall = 1 - Double(missed.count) / Double(named.count)
    let alarms = Double(falseAlarms.count) / Double(others.count)
    // Of findings in texts of which every second has a name in it.
    let precision = recall / (recall + alarms)
    let text = { (list: [Sentence]) in list.map { String(decoding: $0.text, as: UTF8.self) } }
    #expect(recall >= leastRecall, "\(text(missed))")
    #expect(precision >= leastPrecision, "\(text(falseAlarms))")
  }

  @Test(arguments: [
    ("付张三丰慰问金", "张三丰"), ("張三豐住院", "張三豐"), ("慰问张\u{200B}三\u{3164}丰", "张\u{200B}三\u{3164}丰"), ("慰问张 三", "张 三"),
    ("看望\u{2F6F}明达同志", "\u{2F6F}明达"), ("手术室王敏护士", "王敏"), ("到病房看望小李", "小李"), ("看望王护士长", "王护士长"),
    ("看望买买提·艾山江", "买买提·艾山江"),
  ])
  func `gives a name as it is written`(_ text: String, _ name: String) {
    #expect(personsNamed(in: text).map(\.name) == [name])
  }

  @Test(arguments: ["祝老同志健康长寿", "向老同志拜年", "于老人节前"])
  func `a word that begins with 老 makes no name of what stands before it`(_ text: String) {
    #expect(personsNamed(in: text).isEmpty)
    #expect(personsNamed(in: "看望王老").map(\.name) == ["王老"])
  }

  @Test(arguments: [
    "到金阳小区走访慰问", "走访万寿路院区", "包虫病防治讲座", "报名参加陶艺课", "培训在明德楼", "焦裕禄精神", "黄焖鸡米饭", "严于律己", "时任主席", "慰问车队",
  ])
  func `what begins as a name may and goes on as a place, a course, an illness or a dish is none`(_ text: String) {
    #expect(personsNamed(in: text).isEmpty)
  }

  @Test(arguments: [
    "老张", "小李", "王姨", "李处", "张护士长", "孙工", "谭姐", "杨队", "罗主席", "范干事", "贾副院长", "阿芳", "欧阳雪", "诸葛小燕", "帕提古丽·玉素甫",
  ])
  func `whatever form of address is used, it is found where somebody is visited`(_ name: String) {
    #expect(personsNamed(in: "看望" + name + "住院").map(\.name) == [name])
  }

  @Test func `gives the bytes where each stands`() {
    let text = Array("慰问张三丰、李四光2人".utf8)
    #expect(personsNamed(in: text).map { String(decoding: text[$0.range], as: UTF8.self) } == ["张三丰", "李四光"])
  }

  @Test func `finds nobody in the titles and texts of the sample content but those who agreed to be named`()
    async throws
  {
    let library = try await BuiltSite(content: Repository.tree("content")).compilation.library
    let known = Set(library.entries.flatMap(\.people).map(\.name.value))
    for entry in library.entries {
      let words = personsNamed(in: entry.title).map(\.name).filter { name in !known.contains { name.covers($0) } }
      #expect(words == [], "\(entry.id)")
    }
  }

  @Test func `takes time in proportion to the text, whatever it is made of`() {
    for part in ["张三和", "或", "老张小李", "买买提·", "·", "王 "] {
      let short = Array(String(repeating: part, count: 2000).utf8)
      let long = Array(String(repeating: part, count: 20_000).utf8)
      let start = processorTime()
      _ = personsNamed(in: short)
      let middle = processorTime()
      _ = personsNamed(in: long)
      let (first, second) = (middle - start, processorTime() - middle)
      #expect(second < first * 60 + .milliseconds(300), "\(part)")
    }
  }

  @Test func `no bytes trap it`() {
    var state: UInt64 = 11
    let palette = Array("张欧阳老·买提 家村某付\n".utf8) + [0xFF, 0xE5, 0xC2, 0xF0]
    for _ in 0..<3000 {
      let bytes = (0..<40).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return palette[Int(state >> 33) % palette.count]
      }
      for person in personsNamed(in: bytes) { #expect(person.range.upperBound <= bytes.count) }
    }
  }
}
