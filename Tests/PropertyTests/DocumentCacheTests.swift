import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import TestSupport
import Testing

/// What earlier runs read of single documents changes how soon a site is read, and nothing else.
@Suite struct `Documents that a cache keeps` {
  @Test(arguments: runsAllSeeds ? 0..<10_000 : 0..<4)
  func `after whatever happened a site by the cache equals one without it`(seed: UInt64) async throws {
    var history = try History(seed: seed)
    for step in 1...12 {
      let happened = try history.change()
      let fresh = Outcome(try await history.compiled(isCached: false))
      let cached = try await history.compiled(isCached: true)
      let difference = Outcome(cached).difference(from: fresh)
      try #require(difference == nil, "step \(step), \(happened): \(difference ?? "")")
      // A run that is killed keeps nothing, or some of it.
      history.keep(cached)
    }
  }

  @Test func `a site that did not change is kept as it is, and a change of one record touches one group`() async throws
  {
    var history = try History(seed: 1)
    for number in 0..<60 { history.write(notice("第\(number)条", "2026-03-08"), "notices/2026/\(number).md") }
    var groups = try await history.compiled(isCached: true).groups
    #expect(groups.count == DocumentCache.groupCount)
    history.groups = groups
    groups = try await history.compiled(isCached: true).groups
    #expect(groups.isEmpty)
    history.write(notice("第7条", "2026-03-09"), "notices/2026/7.md")
    #expect(try await history.compiled(isCached: true).groups.count == 1)
    history.files["notices/2026/7.md"] = nil
    #expect(try await history.compiled(isCached: true).groups.count == 1)
  }

  @Test func `what the cache says of a text stands on its page, so that it was not read again`() async throws {
    var history = try History(seed: 1)
    history.write(notice("甲", "2026-03-08") + "原来的字\n", "notices/a.md")
    history.groups = try await history.compiled(isCached: true).groups
    for (number, bytes) in history.groups {
      history.groups[number] = Array(
        bytes.replacing(Array("原来的字".utf8), with: Array("后来的字".utf8)))
    }
    let page = try #require(Outcome(try await history.compiled(isCached: true)).files["notices/a.html"])
    #expect(String(decoding: page, as: UTF8.self).contains("后来的字"))
  }

  @Test func `nothing that is not published yet is kept, nor what something is said of`() async throws {
    var history = try History(seed: 1)
    for (name, lines) in ["draft": "draft: true", "later": "publish: 2030-01-01", "wrong": "expires: 2020-01-01"] {
      history.write(notice(name, "2026-03-08", lines) + "不可外传\n", "notices/\(name).md")
    }
    let compilation = try await history.compiled(isCached: true)
    #expect(compilation.diagnostics.contains { $0.place.path == "content/notices/wrong.md" })
    for (_, bytes) in compilation.groups {
      #expect(!bytes.contains(Array("不可外传".utf8)))
    }
  }

  @Test func `groups that are cut off, changed or lengthened anywhere are told of or passed over, and never trap`()
    async throws
  {
    var history = try History(seed: 1)
    var random = SplitMix64(seed: 5)
    let whole = try await history.compiled(isCached: true).groups
    for _ in 0..<40 {
      history.groups = whole.mapValues { bytes in
        var bytes = bytes
        switch random.below(3) {
        case 0: bytes = Array(bytes.prefix(random.below(bytes.count + 1)))
        case 1: bytes[random.below(bytes.count)] ^= UInt8(1 + random.below(255))
        default: bytes += [UInt8(random.below(256))]
        }
        return bytes
      }
      #expect(try await history.compiled(isCached: true).recordCount > 0)
    }
  }

  @Test func `packed values are read as they were written`() throws {
    let numbers = [0, 1, 127, 128, 1 << 40, Unpacker.greatest]
    let place = Place("a.md", line: 3, column: 9, length: 4)
    var packer = Packer()
    packer.add(each: numbers) { $0.add($1) }
    packer.add("板报")
    packer.add(String?.none)
    packer.add(String?.some(""))
    packer.add(place)
    var unpacker = Unpacker(packer.bytes)
    #expect(try unpacker.list { unpacker throws(Unpacker.Malformed) in try unpacker.number() } == numbers)
    #expect(try unpacker.text() == "板报")
    #expect(try unpacker.optionalText() == nil)
    #expect(try unpacker.optionalText() == "")
    #expect(try unpacker.place(in: "a.md") == place)
    #expect(unpacker.isAtEnd)
    for wrong: [UInt8] in [
      [], [5, 1, 2], [0x80], Array(repeating: 0xFF, count: 20), [0xFF, 0xFF, 0xFF, 0xFF, 0x7F],
      Array(repeating: 0xFF, count: 9) + [1],
    ] {
      #expect(throws: Unpacker.Malformed.self) {
        var unpacker = Unpacker(wrong)
        _ = try unpacker.content()
      }
    }
  }
}

extension Compilation {
  /// What the cache is to hold from now on, by the number of a group.
  fileprivate var groups: [Int: [UInt8]] {
    Dictionary(uniqueKeysWithValues: memo.cacheChanges.map { ($0.group, $0.bytes) })
  }
}

/// A site to which something happens, and what is kept of it.
private struct History {
  var files: [String: [UInt8]] = [:]
  var groups: [Int: [UInt8]] = [:]
  /// An older state of them.
  private var past: [Int: [UInt8]] = [:]
  private var random: SplitMix64
  private var today = sampleDay
  private var program = "1"

  init(seed: UInt64) throws {
    random = SplitMix64(seed: seed)
    write("title: 板报\nunion: 某医院工会\n", "site.yaml")
    write(notice("甲", "2026-03-08") + "各科室：\n\n## 时间\n\n周五。[乙](b.md#地点) [表](表.pdf) ![山](hills.png)\n", "notices/a.md")
    write(
      notice("乙", "2026-03-07", "attachments: [{file: 表.pdf}]")
        + "> # 引\n\n## 地点\n\n| 项 | 元 |\n| - | -: |\n| 花 | 30.00 |\n",
      "notices/b.md")
    write(notice("丙", "2026-03-06", "expires: 2026-12-01") + "见[公示](a.md)和[主页](../index.html)。\n", "notices/c.md")
    write("---\ntitle: 先进\ndate: 2026-01-09\nkind: 个人\nrecipients: [{name: 张三丰}]\n---\n祝贺。\n", "honours/d.md")
    write("---\ntitle: 小结\ndate: 2026-01-09\n---\n\n## 活动\n\n一句。\n", "pages/summary/2026.md")
    write("%PDF-1.4\n", "notices/表.pdf")
    files["notices/hills.png"] = try sample.get()["activities/2026/hills.png"]
  }

  mutating func write(_ text: String, _ path: String) { files[path] = Array(text.utf8) }

  func compiled(isCached: Bool) async throws -> Compilation {
    var memo = try await BuiltSite.warm.value
    if isCached { memo.cache = DocumentCache(program: program) { [groups] in groups[$0] } }
    return try await BuiltSite(
      content: tree(files), today: today, spool: isCached ? MemorySpool(limit: 3000) : nil, reusing: memo
    ).compilation
  }

  /// Keeps what a run read, or as much as it does before it is killed.
  mutating func keep(_ compilation: Compilation) {
    if random.oneIn(6) { past = groups }
    for (number, bytes) in compilation.groups.sorted(by: { $0.key < $1.key }) {
      if random.oneIn(40) { return }
      groups[number] = bytes
    }
  }

  /// Does something, and says what.
  mutating func change() throws -> String {
    let records = files.keys.filter { $0.hasSuffix(".md") }.sorted()
    guard let path = records.randomElement(using: &random), let other = records.randomElement(using: &random) else {
      write(notice("又", "2026-03-08"), "notices/e.md")
      return "began again"
    }
    switch random.below(18) {
    case 0...3:
      let text = random.pick([
        "\n又一句。\n", "\n## 时间\n", "\n[见](没有.md)\n", "\n[见](c.md)\n", "\n张三丰到会。\n", "\n李四海到会。\n", "\n电话 13800138000\n",
        "\n待补\n", "\n慰问患病的王小芳。\n", "\n1. 一\n2. 二\n", "\n![山](hills.png)\n", "\n[表](表.pdf)\n", "\u{200B}",
      ])
      files[path]? += text.utf8
      return "\(path): \(text)"
    case 4:
      files[path] = nil
      return "removed \(path)"
    case 5:
      files[path + ".md"] = files.removeValue(forKey: path)
      return "renamed \(path)"
    case 6:
      files["notices/f\(random.below(9)).md"] = files[path]
      return "copied \(path)"
    case 7:
      (files[path], files[other]) = (files[other], files[path])
      return "exchanged \(path) and \(other)"
    case 8:
      let text = String(decoding: files[path] ?? [], as: UTF8.self)
      let (old, new) = random.pick([("2026", "2025"), ("2026", "2027"), ("通知", "公示"), ("---\n", "---\ndraft: true\n")])
      files[path] = Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
      return "\(path): \(old) to \(new)"
    case 9:
      files["notices/表.pdf"] =
        random.oneIn(3) ? nil : Array("%PDF-".utf8) + Array(repeating: 1, count: random.below(9000))
      return "another attachment"
    case 10:
      let picture = random.pick(["activities/2026/hills.png", "activities/2025/rope.png", "activities/2025/moon.png"])
      files["notices/hills.png"] = random.oneIn(4) ? [1, 2] : try sample.get()[picture]
      return "another picture"
    case 11...12:
      today = today.adding(days: random.below(400) - 200)
      return "another day, \(today)"
    case 13:
      files["private/people.yaml"] = random.oneIn(3) ? nil : Array(random.pick(["- 李四海\n", "- 王小芳\n- 李四海\n"]).utf8)
      return "other private names"
    case 14:
      write("title: 板报\nunion: 某医院工会\n" + random.pick(["", "line_breaks: join\n"]), "site.yaml")
      return "another setting"
    case 15:
      let consent = random.pick(["", ", consent: true", ", consent: false"])
      write(
        "---\ntitle: 先进\ndate: 2026-01-09\nkind: 个人\nrecipients: [{name: \(random.pick(["张三丰", "李四海"]))\(consent)}]\n---\n祝贺。\n",
        "honours/d.md")
      return "another name\(consent)"
    case 16:
      program = random.pick(["1", "2"])
      return "program \(program)"
    default:
      if random.oneIn(2) { groups = past } else { groups[random.below(DocumentCache.groupCount)] = nil }
      return "an older cache"
    }
  }
}
