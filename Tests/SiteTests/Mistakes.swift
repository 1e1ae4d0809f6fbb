import BanbaoDiagnostics
import BanbaoKinds
import BanbaoSite
import BanbaoSource
import Foundation
import Testing

/// An author's mistake: a small content folder, and everything that is said about it.
///
/// Markers such as `1️⃣` stand in the texts where the faults are expected; the files are read without them.
struct Mistake: Sendable, CustomTestStringConvertible {
  enum LineEnds: String, Sendable {
    case lf = "\n"
    case crlf = "\r\n"
    case cr = "\r"
  }

  let id: String
  let files: [String: [UInt8]]
  let expected: [Said]

  var testDescription: String { id }

  /// One diagnostic as far as the table holds it. Line 0 means the file as a whole.
  struct Said: Sendable, Equatable, CustomStringConvertible {
    var path: String
    var line: Int
    var column: Int
    var code: String
    var zh: String
    var en: String

    var description: String { "\n\(path):\(line):\(column) [\(code)] \(zh) | \(en)" }
  }

  /// - Parameters:
  ///   - files: under `content/`, with markers. Lines end with LF here.
  ///   - bytes: more files, for what is no text.
  ///   - hasSettings: whether a proper `site.yaml` is added where `files` hold none.
  init(
    _ id: String, _ files: KeyValuePairs<String, String> = [:], bytes: [String: [UInt8]] = [:],
    lineEnds: LineEnds = .lf, hasByteOrderMark: Bool = false, hasSettings: Bool = true,
    _ expected: [Expected]
  ) {
    self.id = id
    var contents = bytes
    if hasSettings { contents["site.yaml"] = Array("title: 职工之家\nunion: 云麓县第二人民医院工会\n".utf8) }
    var places: [String: Place] = [:]
    for (path, text) in files {
      let unmarked = withoutMarkers(text, path: "content/" + path, &places)
      let lines = unmarked.split(separator: "\n", omittingEmptySubsequences: false)
      let mark: [UInt8] = hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
      contents[path] = mark + Array(lines.joined(separator: lineEnds.rawValue).utf8)
    }
    self.files = contents
    self.expected = expected.map { one in
      let place = one.place ?? places[one.at] ?? Place(one.at)
      return Said(
        path: place.path, line: place.line, column: place.column, code: one.code, zh: one.zh,
        en: one.en)
    }
  }
}

/// What is said, and where.
struct Expected: Sendable {
  let at: String
  let place: Place?
  let code: String
  let zh: String
  let en: String

  /// - Parameter at: a marker, or the path of a file that is meant as a whole.
  init(_ at: String, _ code: String, _ zh: String, en: String) {
    (self.at, place, self.code, self.zh, self.en) = (at, nil, code, zh, en)
  }

  init(_ path: String, line: Int, column: Int, _ code: String, _ zh: String, en: String) {
    at = path
    place = Place(path, line: line, column: column)
    (self.code, self.zh, self.en) = (code, zh, en)
  }
}

/// Takes markers (a digit, U+FE0F, U+20E3) out of a text and notes where they stood.
private func withoutMarkers(
  _ text: String, path: String, _ places: inout [String: Place]
) -> String {
  var out = String.UnicodeScalarView()
  var (line, column) = (1, 1)
  let scalars = Array(text.unicodeScalars)
  var index = 0
  while index < scalars.count {
    if index + 2 < scalars.count, scalars[index + 1] == "\u{FE0F}", scalars[index + 2] == "\u{20E3}" {
      let marker = String(String.UnicodeScalarView(scalars[index...index + 2]))
      places[marker] = Place(path, line: line, column: column)
      index += 3
      continue
    }
    out.append(scalars[index])
    (line, column) = scalars[index] == "\n" ? (line + 1, 1) : (line, column + 1)
    index += 1
  }
  return String(out)
}

/// The theme of the repository.
private func defaultTheme() throws -> SourceTree {
  let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../theme").standardizedFileURL.resolvingSymlinksInPath()
  var texts: [String: [UInt8]] = [:]
  let paths = FileManager.default.enumerator(atPath: top.path)
  while let path = paths?.nextObject() as? String {
    let file = top.appendingPathComponent(path)
    guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
      continue
    }
    texts[path] = Array(try Data(contentsOf: file))
  }
  return SourceTree(label: "theme", texts: texts)
}

@Suite struct `An author's mistake` {
  @Test(
    "is reported at its place, with its code and in both languages, and nothing else is said",
    arguments: Mistake.all)
  func isReported(_ mistake: Mistake) async throws {
    let input = SiteInput(
      content: SourceTree(label: "content", texts: mistake.files), theme: try defaultTheme(),
      today: try Day(reading: "2026-11-22"))
    let said = try await compile(input, as: Kinds.model).diagnostics.map {
      Mistake.Said(
        path: $0.place.path, line: $0.place.line, column: $0.place.column, code: $0.code,
        zh: $0.message.zh, en: $0.message.en)
    }
    #expect(said == mistake.expected, "\(mistake.id)")
  }

  @Test func `is in the table for every rule that content can break`() {
    let told = Set(Mistake.all.flatMap(\.expected).map(\.code))
    let untold = Set(Kinds.rules.map(\.code)).subtracting(told)
    #expect(untold.filter { !$0.hasPrefix("template-") }.sorted() == Mistake.testedElsewhere)
  }

  @Test func `has a name of its own in the table`() {
    #expect(Set(Mistake.all.map(\.id)).count == Mistake.all.count)
    #expect(Mistake.all.count >= 60)
  }
}

extension Mistake {
  static let all =
    files + encodings + typing + yaml + fields + values + links + publicity + sites + care
    + democracy + organisation + privacy + summary + finance + ledgerPersons

  /// Rules that a theme, the machine or a very large text breaks, not a small one.
  static let testedElsewhere = ["markdown-too-complex", "string-missing", "time-zone"]

  /// Files that are no UTF-8, so that no text can stand for them.
  static let encodings: [Mistake] = [
    Mistake(
      "a file in UTF-16, as Notepad saves it",
      bytes: [
        "notices/a.md": [0xFF, 0xFE]
          + "---\ntitle: 春节慰问\n---\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      ],
      [
        Expected(
          "content/notices/a.md", "encoding-utf16", "文件是 UTF-16（Unicode）编码",
          en: "the file is encoded in UTF-16")
      ]),
    Mistake(
      "a file in GB18030",
      bytes: [
        "notices/a.md": Array("---\ntitle: ".utf8)
          + [0xB4, 0xBA, 0xBD, 0xDA, 0xCE, 0xBF, 0xCE, 0xCA] + Array("\n---\n".utf8)
      ],
      [
        Expected(
          "content/notices/a.md", line: 2, column: 8, "encoding-gb18030",
          "文件是 GB18030（GBK、ANSI）编码", en: "the file is encoded in GB18030 (GBK, ANSI)")
      ]),
    Mistake(
      "a damaged character in a file in UTF-8",
      bytes: ["notices/a.md": Array("---\ntitle: 春节慰".utf8) + [0xE9, 0x97] + Array("\n---\n".utf8)],
      [
        Expected(
          "content/notices/a.md", line: 2, column: 11, "encoding-invalid", "这里的字节不是 UTF-8 文字",
          en: "the bytes here are not UTF-8 text")
      ]),
  ]
}
