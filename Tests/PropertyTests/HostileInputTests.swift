import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import TestSupport
import Testing

/// Whatever bytes stand in a file, compiling ends, and every fault that it names lies inside a file.
@Suite struct HostileInputTests {
  private static let targets = [
    "site.yaml", "holidays/2026.yaml", "notices/2026/x.md", "activities/x.md", "honours/x.yaml",
    "honours/y.md", "pages/x.md",
  ]

  @Test(arguments: targets, 1...4 as ClosedRange<UInt64>)
  func `random bytes as any file`(path: String, seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    for length in [0, 1, 2, 3, 5, 9, 40, 200, 1000] {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      try await check([path: bytes])
      try await check([path: Array("---\n".utf8) + bytes + Array("\n---\n".utf8) + bytes])
    }
  }

  @Test(arguments: targets, 1...6 as ClosedRange<UInt64>)
  func `random pieces of what authors type`(path: String, seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<10 {
      var bytes = path.hasSuffix(".md") ? Array("---\n".utf8) : []
      for _ in 0..<Int.random(in: 1...30, using: &random) { bytes += Array(random.pick(Self.pieces).utf8) }
      try await check([path: bytes])
    }
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `mutations of every sample record`(seed: UInt64) async throws {
    var generator = SplitMix64(seed: seed)
    var files: [String: [UInt8]] = [:]
    for (path, bytes) in try sample.get().sorted(by: { $0.key < $1.key }) {
      var bytes = bytes
      if path.hasSuffix(".md") || path.hasSuffix(".yaml") {
        for _ in 0..<Int.random(in: 1...6, using: &generator) { mutate(&bytes, &generator) }
      }
      files[path] = bytes
    }
    try await check(files)
  }

  @Test(arguments: ["notices/2026/优秀会员评选公示.md", "honours/2026/audit.yaml"])
  func `a record cut off at every byte`(path: String) async throws {
    let bytes = try #require(try sample.get()[path])
    // All cuts in one run: each is a file of its own.
    var files: [String: [UInt8]] = [:]
    for end in 0..<bytes.count {
      let name = path.hasSuffix(".md") ? "notices/\(end).md" : "honours/\(end).yaml"
      files[name] = Array(bytes[..<end])
    }
    try await check(files)
  }

  @Test(arguments: [
    "date: 9999-12-31", "date: 0001-01-01", "date: 0001-01-01/9999-12-31",
    "people: 999999999999999999999",
    "people: -1", "people: 1000000000", "cost: {amount: 92233720368547758.07}",
    "cost: {amount: -1}",
    "cost: {amount: 999999999999999999999999.99}", "expires: 9999-12-31", "publish: 0001-01-01",
    "tags: [\"\", \".\", \"..\", \"/\", \"\\0\"]", "title: \"\\0\"", "title: \"\\uFFFE\"",
  ])
  func `values at the edge of what can be written`(line: String) async throws {
    let key = line.prefix { $0 != ":" }
    let base = ["title: 甲", "date: 2026-01-01", "kind: 文体"].filter { !$0.hasPrefix(key + ":") }
    let text = "---\n\(base.joined(separator: "\n"))\n\(line)\n---\n"
    try await check(["activities/a.md": Array(text.utf8)])
  }

  @Test(arguments: [
    "{from: 9999-12-31, working_days: 1000000000}", "{from: 0001-01-01, to: 9999-12-31}",
    "{from: 9999-12-31, to: 9999-12-31, working_days: 0}", "{from: 2026-01-01, working_days: 0}",
  ])
  func `periods at the edge of what can be written`(publicity: String) async throws {
    let text = "---\ntitle: 甲\ndate: 2026-01-01\nkind: 公示\npublicity: \(publicity)\n---\n"
    try await check(["notices/a.md": Array(text.utf8)])
  }

  private func check(
    _ files: [String: [UInt8]], sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    var all = ["site.yaml": Array("title: 板报\nunion: 工会\nbase_url: http://b.example/\n".utf8)]
    all.merge(files) { $1 }
    let compilation = try await compiled(tree(all), showsDrafts: true)
    let outcome = Outcome(compilation)
    #expect(!outcome.files.isEmpty, sourceLocation: sourceLocation)
    for diagnostic in compilation.diagnostics {
      for place in [diagnostic.place] + diagnostic.related.map(\.place) {
        let fault = misplacement(of: place, in: all)
        #expect(fault == nil, "\(place): \(diagnostic.code)", sourceLocation: sourceLocation)
      }
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ generator: inout SplitMix64) {
    guard !bytes.isEmpty else { return }
    let index = Int.random(in: 0..<bytes.count, using: &generator)
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes.remove(at: index)
    case 2:
      bytes.insert(
        contentsOf: Array((Self.pieces.randomElement(using: &generator) ?? "").utf8), at: index)
    case 3:
      let end = min(bytes.count, index + Int.random(in: 1...20, using: &generator))
      bytes.removeSubrange(index..<end)
    default:
      let end = min(bytes.count, index + Int.random(in: 1...40, using: &generator))
      bytes.insert(contentsOf: Array(bytes[index..<end]), at: index)
    }
  }

  static let pieces = [
    "\n", "\r\n", "\r", "\t", " ", "  ", "- ", ": ", "：", "，", "“", "”", "\"", "'", "#", " #", "[",
    "]", "{", "}",
    "|", ">", "&a", "*a", "!t", "---", "...", "\u{FEFF}", "\u{3000}", "\u{0}", "\u{85}", "\u{2028}",
    "title: 甲\n",
    "date: 2026-02-30\n", "标题：乙\n", "kind: 公示\n", "publicity:\n", "  from: 2026-01-01\n",
    "  working_days: 5\n", "tags: [a, b\n", "off: [2026-01-01/2026-02-31]\n", "[a](b.md)",
    "![](c.png)", "<b>",
    "**粗**", "`", "```\n", "| a | b |\n|--|--|\n", "[^1]", "[^1]: x\n", "http://a.example", "~~删~~",
    "&#0;", "&amp;",
    "\\", "e\u{301}", "👨‍👩‍👧", "draft: true\n", "results:\n  - {place: 冠军}\n", "recipients: [张三]\n",
  ]
}
