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
    let part = try #require(parts.first { $0.hasPrefix(group) })
    return part.split(separator: "\n").dropFirst().map { Sentence($0) }
  }

  @Test(arguments: ["tuned", "held out"])
  func `finds nineteen names of twenty, and takes few words for names`(_ group: String) throws {
    let sentences = try sentences(group)
    let named = sentences.filter { !$0.names.isEmpty }
    let others = sentences.filter { $0.names.isEmpty }
    #expect(named.count >= 100 && others.count >= named.count)
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
    #expect(recall >= 0.95, "\(text(missed))")
    #expect(precision >= 0.95, "\(text(falseAlarms))")
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
      let clock = ContinuousClock()
      let (first, second) = (
        clock.measure { _ = personsNamed(in: short) }, clock.measure { _ = personsNamed(in: long) }
      )
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
