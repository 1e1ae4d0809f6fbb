import BanbaoDiagnostics
import BanbaoKinds
import BanbaoSite
import BanbaoSource
import Foundation
import Testing

/// Help that names a key names it as the file does.
@Suite struct `A remedy for a file with Chinese keys` {
  /// The English names of keys whose Chinese name is another.
  private static let english: Set<String> = {
    var names: Set<String> = []
    func add(_ fields: [Field]) {
      for field in fields where field.name != field.alias {
        names.insert(field.name)
        add(field.inner)
      }
    }
    for kind in Kinds.all {
      let reference = KindReference(kind)
      add(reference.own + reference.common)
    }
    for schema in Kinds.model.registers.flatMap({ $0.schemas }) { add(schema.fields) }
    return names
  }()

  @Test(arguments: try MistakeFile.all())
  func `names no key by its English name`(_ file: MistakeFile) async throws {
    for mistake in file.mistakes {
      #expect(try await Self.englishKeys(mistake.files) == [], "\(mistake.name)")
    }
  }

  @Test(arguments: ExampleTests.compiled)
  func `names no key by its English name, whatever the rule`(_ rule: Rule) async throws {
    let files = try ExampleTests.setting(of: rule).site(with: Example(rule.wrong))
    guard !files.keys.contains(where: { $0.hasPrefix("theme/") }) else { return }
    #expect(try await Self.englishKeys(files) == [])
  }

  @Test func `is what most mistakes are tried with`() throws {
    let files = try MistakeFile.all().flatMap(\.mistakes).map { Self.inChinese($0.files) }
    let count = files.count { $0.contains { Self.hasChineseKeys(String(decoding: $0.value, as: UTF8.self)) } }
    #expect(count * 10 > files.count * 9, "\(count) of \(files.count)")
  }

  /// The keys that help names in English, of files whose keys are Chinese at their top.
  private static func englishKeys(_ written: [String: [UInt8]]) async throws -> [String] {
    let files = inChinese(written)
    let own = Set(
      files.values.flatMap { String(decoding: $0, as: UTF8.self).matches(of: /[a-z_]+/).map { String($0.output) } })
    var wrong: [String] = []
    for fault in try await Mistake.diagnostics(files) {
      let path = String(fault.place.path.dropFirst("content/".count))
      // A fault of the ledger speaks of the keys of its book and of records.
      guard let help = fault.help?.zh, let bytes = files[path],
        path.hasSuffix(".csv") || hasChineseKeys(String(decoding: bytes, as: UTF8.self))
      else { continue }
      // What the files say themselves is quoted as it stands.
      let named = help.matches(of: /(^|[^\w.\/-])([a-z_]{2,})(?=:|（|”| 里| 下)/).map { String($0.output.2) }
      wrong += named.filter { english.contains($0) && !own.contains($0) }.map { "\($0): \(help)" }
    }
    return wrong
  }

  /// Files with the Chinese names of their keys at the margin.
  private static func inChinese(_ files: [String: [UInt8]]) -> [String: [UInt8]] {
    var translated = files
    for (path, bytes) in files {
      guard let text = String(bytes: bytes, encoding: .utf8) else { continue }
      let names = Dictionary(fields(of: path).map { ($0.name, $0.alias) }, uniquingKeysWith: { first, _ in first })
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        guard let key = line.prefixMatch(of: /[a-z_]+(?=:)/)?.output, let name = names[String(key)] else {
          return String(line)
        }
        return name + line.dropFirst(key.count)
      }
      translated[path] = Array(lines.joined(separator: "\n").utf8)
    }
    return translated
  }

  /// The fields at the top of a file.
  private static func fields(of path: String) -> [Field] {
    if let kind = Kinds.all.first(where: { path.hasPrefix($0.folder + "/") }) {
      let reference = KindReference(kind)
      return reference.common + reference.own
    }
    let name = path.split(separator: "/").last?.split(separator: ".").first ?? ""
    return Kinds.model.schemas.first { $0.name == name }?.fields ?? []
  }

  private static func hasChineseKeys(_ text: String) -> Bool {
    text.contains(/(?m)^[ -]*[\u4E00-\u9FFF]+:/)
  }
}
