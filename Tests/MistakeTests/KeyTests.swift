import BanbaoDiagnostics
import BanbaoKinds
import BanbaoSite
import BanbaoSource
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

  @Test func `names no key by its English name`() async throws {
    var count = 0
    var wrong: [String] = []
    for mistake in try MistakeFile.all().flatMap(\.mistakes) {
      for fault in try await Mistake.diagnostics(mistake.files) {
        guard let help = fault.help?.zh,
          let bytes = mistake.files[String(fault.place.path.dropFirst("content/".count))],
          Self.hasChineseKeys(String(decoding: bytes, as: UTF8.self))
        else { continue }
        count += 1
        // What the file says itself is quoted as it stands.
        let own = Set(String(decoding: bytes, as: UTF8.self).matches(of: /[a-z_]+/).map { String($0.output) })
        let named = help.matches(of: /(^|[^\w.\/-])([a-z_]{2,})(?=:|（|”| 里| 下)/).map { String($0.output.2) }
        wrong += named.filter { Self.english.contains($0) && !own.contains($0) }.map {
          "\(mistake.name): \($0): \(help)"
        }
      }
    }
    #expect(count > 0)
    #expect(wrong == [])
  }

  private static func hasChineseKeys(_ text: String) -> Bool {
    text.contains(/(?m)^[ -]*[\u4E00-\u9FFF]+:/)
  }
}
