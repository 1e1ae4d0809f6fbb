import BanbaoDiagnostics
import BanbaoDisk
import BanbaoSource
import TestSupport
import Testing

@testable import BanbaoSite

/// Names of `private/people.yaml`, beyond the table of mistakes.
@Suite struct PrivateNameTests {
  private static let list = "private/people.yaml"

  private func faults(_ site: BuiltSite) -> [String] {
    site.diagnostics.filter { $0.code == "private-name" }
      .map { "\($0.severity.rawValue) \($0.place.path):\($0.place.line)" }
  }

  @Test func `neither the message nor the remedy of any fault holds a name of the list or a whole number`() async throws
  {
    let site = try await BuiltSite([
      Self.list: "people: [张三丰, 李四光, 张三丰、赵六]\n",
      "notices/a.md": notice("张三丰", "张三丰", kind: "李四光", "张三丰: 1\nto: 13800138000\npinned_until: 13800138000"),
    ])
    #expect(site.diagnostics.count > 4)
    for fault in site.diagnostics {
      let said =
        [fault.message.zh, fault.message.en, fault.help?.zh ?? "", fault.help?.en ?? ""]
        + fault.related.flatMap { [$0.message.zh, $0.message.en] }
      for text in said {
        for secret in ["三丰", "四光", "赵六", "0013"] { #expect(!text.contains(secret), "\(text)") }
      }
    }
  }

  @Test func `the fault names the line of the list`() async throws {
    let site = try await BuiltSite([
      Self.list: "# 名单\n- 李四光\n- 张三丰\n", "notices/a.md": notice("张三丰", "2026-11-20"),
    ])
    #expect(
      site.diagnostics.map { $0.related.map(\.place) } == [
        [Place("content/private/people.yaml", line: 3, column: 3, length: 3)]
      ])
  }

  @Test func `who agreed and is on the list is told to settle it`() async throws {
    let recipients = "recipients: [{name: 张三丰, consent: true}]"
    let site = try await BuiltSite([
      Self.list: "- 张三丰\n", "honours/a.md": honour("先进", "2026-01-01", kind: "个人", recipients),
    ])
    #expect(site.diagnostics.map(\.code) == ["private-name"])
    #expect(site.diagnostics[0].help?.zh.contains("去掉同意公开") == true)
  }

  @Test func `what a page shows of another record is told of at that record alone`() async throws {
    let site = try await BuiltSite(
      [
        Self.list: "- 张三丰\n", "notices/a.md": notice("甲", "2026-11-19"),
        "notices/b.md": notice("看望张三丰", "2026-11-20", "tags: [慰问]"), "notices/c.md": notice("丙", "2026-11-21"),
      ], settings: "base_url: http://board.example/")
    #expect(faults(site) == ["error content/notices/b.md:2"])
  }

  @Test func `a name that only the page puts together is told of at its record, once`() async throws {
    let body = "- 张*三*丰\n- **张**三丰\n\n| 张 | 三丰 |\n|---|---|\n| 李 | 四光 |\n\n李~~四~~光\n"
    let site = try await BuiltSite([
      Self.list: "- 张三丰\n- 李四光\n", "notices/a.md": notice("甲", "2026-11-19", body: body),
    ])
    #expect(faults(site) == ["error content/notices/a.md:2", "error content/notices/a.md:2"])
  }

  @Test func `cells, items, headings and paragraphs part a name`() async throws {
    let body = "- 张\n- 三丰\n\n| 张 | 三丰 |\n|---|---|\n| 张 | 三丰 |\n\n# 张\n\n三丰\n\n张，三丰。张* 三丰\n"
    let site = try await BuiltSite([
      Self.list: "- 张三丰\n", "notices/a.md": notice("张", "2026-11-19", "to: 三丰", body: body),
    ])
    #expect(faults(site) == [])
  }

  @Test(arguments: ["张-三丰", "张_三_丰", "张－三丰", "张‐三丰"])
  func `a hyphen inside a name hides it from nobody`(text: String) async throws {
    let site = try await BuiltSite([
      Self.list: "- 张三丰\n", "notices/a.md": notice("甲", "2026-11-19", body: "感谢\(text)同志。"),
    ])
    #expect(faults(site) == ["error content/notices/a.md:8"])
  }

  @Test func `a line end inside a name parts nothing, since the page joins the lines`() async throws {
    let site = try await BuiltSite([
      Self.list: "- 张三丰\n", "notices/a.md": notice("甲", "2026-11-19", body: "感谢张\n三丰同志。"),
    ])
    #expect(faults(site) == ["error content/notices/a.md:8"])
  }

  @Test(arguments: ["张三丰", "张**三**丰"])
  func `in drafts that are shown names stay notes`(text: String) async throws {
    let files = [
      Self.list: "- 张三丰\n", "notices/a.md": notice("甲", "2026-11-19", "draft: true", body: text),
    ]
    let shown = try await BuiltSite(files, showsDrafts: true)
    #expect(faults(shown).allSatisfy { $0.hasPrefix("note content/notices/a.md:") } && faults(shown).count == 1)
    #expect(!(try await BuiltSite(files)).diagnostics.containErrors)
  }

  @Test func `a theme's templates, strings and scripts are looked through as well`() async throws {
    let own = ["templates/home.mustache": "<p>张三丰</p>", "assets/own.js": "// 電話 138 0013 8000 張三豐\n"]
    let theme = embeddedTheme()
    var files: [String: [UInt8]] = [:]
    for file in theme.files { files[file.path] = try theme.read(file) }
    for (path, text) in own { files[path] = Array(text.utf8) }
    let content = [
      "site.yaml": "title: 板报\nunion: 工会\n", Self.list: "- 张三丰\n", "notices/a.md": notice("甲", "2026-11-19"),
    ]
    let site = try await BuiltSite(
      content: SourceTree(label: "content", texts: content.mapValues { Array($0.utf8) }),
      theme: SourceTree(label: "theme", texts: files))
    #expect(
      site.diagnostics.filter { ["private-name", "mobile-number"].contains($0.code) }.map(\.place.path)
        == ["theme/assets/own.js", "theme/assets/own.js", "theme/templates/home.mustache"])
  }

  @Test func `site.yaml is looked through as well, and told of once`() async throws {
    let site = try await BuiltSite(
      [Self.list: "- 张三丰\n", "notices/a.md": notice("甲", "2026-11-19")],
      settings: "contact: 张三丰\nbase_url: http://board.example/")
    #expect(faults(site) == ["error content/site.yaml:3"])
  }

  @Test func `a new list is heeded by a memo that was made without it, and an edited attachment too`() async throws {
    var files = [
      "site.yaml": "title: 板报\nunion: 工会\n", "notices/表.csv": "姓名\n张**\n",
      "notices/a.md": notice("看望张三丰", "2026-11-19", "attachments: [{file: 表.csv}]"),
    ]
    func compiled(_ memo: Memo) async throws -> Compilation {
      let content = SourceTree(label: "content", texts: files.mapValues { Array($0.utf8) })
      return try await BuiltSite(content: content, reusing: memo).compilation
    }
    let first = try await compiled(Memo())
    #expect(first.diagnostics == [])
    files[Self.list] = "- 张三丰\n"
    let second = try await compiled(first.memo)
    #expect(second.diagnostics.map(\.place.path) == ["content/notices/a.md"])
    files["notices/表.csv"] = "姓名\n张三丰\n"
    let third = try await compiled(second.memo)
    #expect(third.diagnostics.map(\.place.path) == ["content/notices/a.md", "content/notices/表.csv"])
    files[Self.list] = nil
    #expect(try await compiled(third.memo).diagnostics == [])
  }

  @Test(arguments: ["GB18030", "UTF-16LE", "UTF-16BE", "UTF-16LE without mark", "Big5"])
  func `an attached text is read in the encodings that it may have`(name: String) async throws {
    let gb18030: [UInt8] = [0xB5, 0xE7, 0xBB, 0xB0, 0x0A, 0xD5, 0xC5, 0xC8, 0xFD, 0xB7, 0xE1, 0x2C]
    let utf16 = Array("\u{FEFF}电话\n张三丰,13800138000".utf16)
    let bytes: [UInt8] =
      switch name {
      case "UTF-16LE": utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case "UTF-16LE without mark": utf16.dropFirst().flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case "Big5":
        [0xB9, 0x71, 0xB8, 0xDC, 0x0A, 0xB1, 0x69, 0xA4, 0x54, 0xC2, 0xD7, 0x2C] + Array("13800138000".utf8)
      case "UTF-16BE": utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      default: gb18030 + Array("13800138000".utf8)
      }
    let site = try await BuiltSite(bytes: [
      Self.list: Array("- 张三丰\n".utf8), "notices/表.TXT": bytes,
      "notices/a.md": Array(notice("甲", "2026-11-19", "attachments: [{file: 表.TXT}]").utf8),
    ])
    #expect(
      site.diagnostics.map { "\($0.code) \($0.place.line):\($0.place.column)" }
        == ["private-name 2:1", "mobile-number 2:5"])
  }

  @Test(arguments: [
    ("张三丰", "张　三 丰"), ("张三丰", "张\u{200B}三\u{FE00}丰"), ("阿依娜·木合", "阿依娜．木合"), ("ABc", "ａＢＣ"),
    ("张三丰", "張三豐"), ("张三丰", "张\u{3164}三\u{180B}丰\u{E0041}"), ("张三丰", "张\u{2800}三丰"), ("Li Na", "Lі Nа"),
    ("Li Na", "𝐋𝐢 𝓝𝓪"), ("长青文", "\u{2ED3}\u{2ED8}\u{2F42}"), ("户金龙", "\u{2F3E}\u{2FA6}\u{2EF0}"), ("李", "\u{F9E1}"),
    ("Ä", "ä"),
  ])
  func `folding makes look-alikes the same`(name: String, spelt: String) {
    #expect(foldedName(name) == foldedName(spelt))
  }

  @Test func `of names that begin alike the longest is found, and Latin letters bound a name`() {
    let names = PrivateNames(
      ["李明", "李明华", "Li Na"].map {
        PrivateNames.Name(folded: foldedName($0), masked: "*", place: Place(""))
      })
    #expect(names.matches(in: "李明华和李明").map(\.name) == [1, 0])
    #expect(names.matches(in: "Carolina, lina, LiNa2, Li-Na, linab").map(\.name) == [2, 2, 2])
    #expect(names.matches(in: "").isEmpty)
  }
}
