import BanbaoDiagnostics
import BanbaoKinds
import BanbaoSite
import BanbaoSource
import Foundation
import TestSupport
import Testing

/// A message names no file that its author does not have.
@Suite struct `A message` {
  /// A clause that tells to make or rename a file gives it its name; one may say that there is none, or none any more.
  private static let making = [
    "新建", "改名", "另存", "文件名写", "写进", "没有", "rename", "save", "make", "named", "call ", " into ", " no ", "without",
    "不在了", "is gone", "取回", "backup",
  ]

  /// The names in a text of files that are neither there nor to be made, and that no file speaks of: words with one of the
  /// extensions that sites have.
  private static func strange(_ text: String, _ files: [String: [UInt8]]) -> [String] {
    let names = Set(files.keys.flatMap { ["content/" + $0, $0, String($0.split(separator: "/").last ?? "")] })
    return text.split { "；。;\n".contains($0) }.flatMap { clause -> [String] in
      let found = clause.matches(of: /[\p{Han}\w][\p{Han}\w.\/-]*\.[a-z]{2,5}(?![\w.])/).map { String($0.output) }
      return found.filter { found -> Bool in
        guard extensions.contains(String(found.split(separator: ".").last ?? "")) else { return false }
        if names.contains(found) || names.contains(where: { $0.hasSuffix("/" + found) }) { return false }
        if making.contains(where: { clause.contains($0) }) { return false }
        // What the author wrote is quoted as it stands.
        return !files.values.contains { String(decoding: $0, as: UTF8.self).contains(found) }
      }
    }
  }

  private static let extensions: Set<String> = [
    "md", "yaml", "yml", "csv", "txt", "doc", "docx", "xls", "xlsx", "pdf", "jpg", "jpeg", "png", "gif", "heic", "zip",
    "rar", "mustache",
  ]

  private static func strange(in diagnostics: [Diagnostic], _ files: [String: [UInt8]]) -> [String] {
    diagnostics.flatMap { fault in
      let texts = [fault.message, fault.help].compactMap { $0 } + fault.related.map(\.message)
      let said = texts.flatMap { [$0.zh, $0.en] }
      let isMade = making.contains { fault.help?.zh.contains($0) ?? false }
      let places = (isMade ? [] : [fault.place.path]) + fault.related.map(\.place.path)
      return said.flatMap { text in strange(text, files).map { "\($0): \(text)" } }
        + places.filter { files[String($0.dropFirst("content/".count))] == nil }
    }
  }

  @Test(arguments: try MistakeFile.all())
  func `of a mistake names no file that is not there`(_ file: MistakeFile) async throws {
    for mistake in file.mistakes {
      let diagnostics = try await Mistake.diagnostics(mistake.files)
      #expect(Self.strange(in: diagnostics, mistake.files) == [], "\(mistake.name)")
    }
  }

  @Test(arguments: ExampleTests.compiled)
  func `of a rule's wrong example names no file that is not there`(_ rule: Rule) async throws {
    let files = try ExampleTests.setting(of: rule).site(with: Example(rule.wrong))
    guard !files.keys.contains(where: { $0.hasPrefix("theme/") }) else { return }
    #expect(Self.strange(in: try await Mistake.diagnostics(files), files) == [])
  }

  @Test func `that names another file is found`() {
    let files = ["notices/2026/a.md": Array("[表](报名表.docx)".utf8)]
    #expect(Self.strange("链接指向的“报名表.docx”不存在，见 a.md", files) == [])
    #expect(Self.strange("改名为 b.md；看 content/notices/2026/c.md", files) == ["content/notices/2026/c.md"])
  }
}
