import BanbaoDiagnostics
import BanbaoKinds
import BanbaoSearch
import BanbaoSite
import BanbaoSource
import Foundation
import TestSupport
import Testing

/// Something that authors may write into every text that a site has, and that must stay text.
struct Attack: Sendable, CustomTestStringConvertible {
  var testDescription: String
  /// Makes it of a word.
  var dress: @Sendable (String) -> String
  /// Whether it is a text like another, so that it is printed on pages.
  var isPrinted = true
}

private let attacks = [
  Attack(testDescription: "mark-up, and a formula") { word in
    "=evil()\(word)\"'><evil onevil=1></title></script></style></textarea><evil>--><evil>]]><evil x=\"{{evil}}{{{evil}}}"
  },
  Attack(testDescription: "an address that runs, and marks of Markdown") { word in
    "javascript:evil//\(word)[x](javascript:evil) ![x](//evil/x) <javascript:evil> |`*_evil"
  },
  Attack(testDescription: "a share of another machine, and a formula of another sort") { "\\\\evil\\\($0)//evil" },
  Attack(testDescription: "an at sign and plus, and a command of a workflow") { "@evil\($0)::error::evil%0A,;:\\" },
  Attack(
    testDescription: "lines of calendars and workflows", dress: { "\($0)\r\nX-EVIL:1\n::error::evil\rX-EVIL:2" },
    isPrinted: false),
  Attack(
    testDescription: "escapes of terminals", dress: { "evil\($0)\u{1B}[31m\u{7}\u{9B}31m\u{202E}evil\u{7F}" },
    isPrinted: false),
]

/// Every text key of every kind, cells of a ledger, settings and names of files hold an attack, and everything that comes
/// of them is read as its readers do. Made from the fields themselves, so that a new key is attacked by itself.
@Suite struct `Text that attacks` {
  /// A site of nothing else.
  private func site(_ attack: Attack) async throws -> BuiltSite {
    var files: [String: String] = [:]
    for kind in Kinds.all {
      let record = LeakRecord(kind, dress: attack.dress)
      files["\(kind.folder)/密名.md"] =
        "---\n\(record.fields)date: 2026-11-18\n---\n\n\(LeakRecord.body)\n\(attack.dress("密"))\n\n- \(attack.dress("密"))\n\n| \(attack.dress("密")) | b |\n|---|---|\n| a | b |\n"
      for name in record.files { files["\(kind.folder)/\(name)"] = "x" }
    }
    let schema = try #require(Kinds.model.schemas.first { $0.name == "site" })
    let settings = LeakRecord(folder: "site", schema.fields, dress: attack.dress)
    files["site.yaml"] = settings.fields
    // Files of settings besides; the book of a year of its own, which need not be published.
    for (name, path) in [("limits", "limits.yaml"), ("holidays", "holidays.yaml"), ("book", "finance/2024/book.yaml")] {
      let schema = try #require(Kinds.model.schemas.first { $0.name == name })
      files[path] = LeakRecord(folder: name, schema.fields, dress: attack.dress).fields
    }
    files["finance/2024/ledger.csv"] = "date,voucher,account,summary,income,expense,fund\n"
    let text = settings.quoted(attack.dress("密"))
    let cell = "\"\(attack.dress("密账").replacing("\"", with: "\"\""))\""
    files["finance/2025/ledger.csv"] = """
      date,voucher,account,summary,income,expense,fund
      2025-01-05,收-1,会费收入,\(cell),100.00,,银行
      2025-02-05,付-1,职工活动支出,\(cell),,40.00,银行-\(cell.dropFirst().dropLast())
      """
    files["finance/2025/book.yaml"] = """
      opening: {cash: 500, bank: 0}
      disclosures:
        - {period: H1, prepared_by: \(text), chair: \(text), published: 2025-07-25, review: {date: 2025-07-20, by: \(text), opinion: \(text)}}
      """
    return try await BuiltSite(files)
  }

  @Test(arguments: attacks) func `stays text wherever it comes out`(_ attack: Attack) async throws {
    let site = try await site(attack)
    var kinds: Set<String> = []
    for (path, text) in site.outputs {
      switch path.split(separator: ".").last {
      case "html":
        #expect(harm(inPage: text) == [], "\(path)")
        if text.contains("evil") { kinds.insert(String(path.prefix { $0 != "/" })) }
      case "xml": #expect(try XMLElements(text).names.filter { $0.contains("evil") } == [], "\(path)")
      case "ics": #expect(harm(inCalendar: text) == [], "\(path)")
      case "csv": #expect(harm(inTable: text) == [], "\(path)")
      case "json": _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
      default: break
      }
    }
    try checkSearch(site)
    // It did come out.
    if attack.isPrinted { #expect(Kinds.all.filter { !kinds.contains($0.folder) }.map { $0.folder } == []) }
    // What is held against the text of authors does not depend on the language.
    try check(site, .english)
  }

  /// The files of the search are scripts that hand over data alone.
  private func checkSearch(_ site: BuiltSite) throws {
    let pages = site.outputs.filter { $0.path.hasSuffix(".html") }
    let index = SearchIndex(pages.map { SearchedPage(url: $0.path, title: $0.path, kind: $0.path, day: "") })
    for (number, page) in pages.enumerated() { index.read(number, Array(page.text.utf8)) }
    var files = (0..<index.groupCount).map { group in
      var bytes: [UInt8] = []
      index.write(textsOf: group, into: &bytes) { _ in [] }
      return (name: SearchIndex.textsName(group), bytes: bytes)
    }
    let keys = index.takeKeys()
    let shards = index.ranges.flatMap { index.shards(keys, of: $0) }
    let names = shards.map { String($0.name.prefix(8)) }
    files += (shards + [index.core(keys, shards: names)]).map { ($0.name, $0.bytes) }
    for file in files {
      let text = try #require(String(data: Data(file.bytes), encoding: .utf16), "\(file.name)")
      let call = try #require(text.wholeMatch(of: /banbaoSearch\.(core|shard|texts)\((.*)\);\n/.dotMatchesNewlines()))
      #expect(!text.contains("\u{2028}") && !text.contains("\u{2029}"))
      _ = try JSONSerialization.jsonObject(with: Data("[\(call.2)]".utf8))
    }
  }

  /// What is said of the site, in each form.
  private func check(_ site: BuiltSite, _ language: Language) throws {
    let faults = site.diagnostics
    #expect(!faults.isEmpty)
    let sources = Dictionary(
      try site.content.files.map { file in
        let text = String(decoding: try site.content.read(file), as: UTF8.self)
        return ("content/\(file.path)", text.split(omittingEmptySubsequences: false) { $0.isNewline })
      }, uniquingKeysWith: { first, _ in first })
    let text = textForm(faults, language: language, colour: false) { place in
      sources[place.path].flatMap { $0.indices.contains(place.line - 1) ? String($0[place.line - 1]) : nil }
    }
    let lines = text.split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("::") }.isEmpty)
    #expect(lines.filter { !$0.hasPrefix(" ") && !$0.hasPrefix("content") && !$0.hasPrefix("theme") } == [])
    #expect(controls(in: text) == [])
    let commands = gitHubForm(faults, language: language)
    #expect(
      commands.split(separator: "\n").allSatisfy { $0.starts(with: /::(error|warning|notice) [^:]*::/) })
    #expect(controls(in: commands) == [])
    let people = site.compilation.shownPeople
    for form in [
      jsonForm(faults, leftOut: site.compilation.leftOut, people: people, language: language),
      sarifForm(faults, rules: Kinds.rules, version: "0", language: language),
    ] {
      #expect(controls(in: form) == [])
      _ = try JSONSerialization.jsonObject(with: Data(form.utf8))
    }
  }

  /// Characters that move a cursor, colour a screen or turn a line round.
  private func controls(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      scalar != "\n" && (scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value))
    }
  }

  private func harm(inPage text: String) -> [String] {
    HTMLTags(text).tags.flatMap { tag -> [String] in
      var harm = tag.name.contains("evil") ? [tag.name] : []
      for (name, value) in tag.attributes {
        if name.hasPrefix("on") || name.contains("evil") || name == "style" || name == "srcdoc" {
          harm.append("\(tag.name) \(name)")
        }
        let address = value.replacing("&#39;", with: "'").replacing("&amp;", with: "&").lowercased()
          .drop { $0.isWhitespace || $0.asciiValue.map { $0 < 0x20 } ?? false }
        let begins = ["javascript:", "data:", "vbscript:", "//", "\\", "/\\", "file:"].contains {
          address.hasPrefix($0)
        }
        if ["href", "src", "action", "srcset"].contains(name), begins { harm.append("\(tag.name) \(name)=\(value)") }
      }
      return harm
    }
  }

  private func harm(inCalendar text: String) -> [String] {
    var text = text
    if text.hasSuffix("\r\n") { text.unicodeScalars.removeLast(2) }
    return text.components(separatedBy: "\r\n").filter { line in
      line.utf8.count > 75 || line.hasPrefix("X-EVIL") || line.unicodeScalars.contains { $0.value < 0x20 && $0 != "\t" }
        || !line.starts(with: #/[A-Z-]+(;[^:]*)?:| /#)
    }
  }

  /// Cells that a spreadsheet would compute.
  private func harm(inTable text: String) -> [String] {
    text.components(separatedBy: "\r\n").flatMap { WorkbookFile.cells($0) }.filter { cell in
      guard let first = cell.first, "=+-@\t\r".contains(first) else { return false }
      return Double(cell) == nil
    }
  }
}
