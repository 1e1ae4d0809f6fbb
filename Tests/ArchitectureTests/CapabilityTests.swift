import BanbaoKinds
import BanbaoSite
import BanbaoSource
import BanbaoUnion
import RegexBuilder
import TestSupport
import Testing

/// What a kind can do is said by the kind, so that no file over several kinds lists them.
@Suite struct CapabilityTests {
  /// A capability, the keys by which a kind shows that it has it, and the kinds that say so.
  struct Capability: Sendable, CustomTestStringConvertible {
    var name: String
    var keys: Set<String> = []
    /// Or fields of such shapes.
    var isMeant: @Sendable (Field.Shape) -> Bool = { _ in false }
    var has: @Sendable (any RecordKind.Type) -> Bool

    var testDescription: String { name }
  }

  private static let capabilities = [
    Capability(name: "Spends", keys: ["vouchers"]) { $0 is any Spends.Type },
    Capability(name: "CountsPeople", keys: ["people", "person_times", "day_times"]) { $0 is any CountsPeople.Type },
    Capability(name: "GivesByRate", keys: ["rates"]) { $0 is any GivesByRate.Type },
    Capability(name: "BearsNumbers", keys: ["number"]) { $0 is any BearsNumbers.Type },
    Capability(name: "NamesPersons", keys: ["consent"]) { $0 is any NamesPersons.Type },
    Capability(
      name: "NamesPeriod",
      isMeant: {
        switch $0 {
        case .period, .year: true
        default: false
        }
      }, has: { $0 is any NamesPeriod.Type }),
  ]

  @Test(arguments: capabilities)
  func `a kind that reads the keys of a capability has it, and no other kind`(capability: Capability) {
    let reading = Kinds.all.filter { kind in
      allFields(KindReference(kind).own).contains { field in
        capability.keys.contains(field.name) || capability.isMeant(field.shape)
      }
    }
    #expect(!reading.isEmpty)
    #expect(reading.map { $0.folder } == Kinds.all.filter(capability.has).map { $0.folder })
  }

  /// Where records of several kinds meet, by folder or file under `Sources/`. A section of the summary and its charts
  /// tell of one kind after another in words of their own; what they sum up over kinds is asked for as well.
  private static let meetings = [
    "BanbaoSite", "BanbaoUnion", "BanbaoFinance", "BanbaoKinds/Between", "BanbaoKinds/Shared", "BanbaoKinds/Summary",
  ]

  @Test func `nothing but Kinds.swift lists kinds: who wants several asks for what they can do`() {
    let names = Kinds.all.map { "\($0)" }
    let files = Repository.swiftFiles.filter { file in Self.meetings.contains { file.path.hasPrefix($0 + "/") } }
    #expect(Set(files.map { $0.path.prefix { $0 != "/" } }).count == 4)
    for file in files {
      var named: Set<String> = []
      for (number, text) in file.code {
        let own = names.filter { text.contains(pattern(of: $0)) }
        #expect(own.count <= 1, "\(file.path):\(number) names \(own)")
        named.formUnion(own)
      }
      // A rule between two kinds names both.
      let tellsOfKinds = file.code.contains { $0.text.hasPrefix("extension Chapter") || $0.text.contains("-> [Chart]") }
      if !tellsOfKinds { #expect(named.count <= 2, "\(file.path) names \(named.sorted())") }
    }
  }

  /// A kind's type in code: `Visit.self`, `Entry<Visit>`, `Visit.Sort`; not `visit`, `VisitRules` or a case of that name.
  private func pattern(of kind: String) -> Regex<Substring> {
    Regex {
      CharacterClass.word.inverted
      kind
      ChoiceOf {
        ".self"
        ">"
        ".folder"
        ".name"
        ".section"
        ".Sort"
      }
    }
  }
}

/// Fields, and those within them.
func allFields(_ fields: [Field]) -> [Field] { fields.flatMap { [$0] + fieldsWithin($0.shape) } }

private func fieldsWithin(_ shape: Field.Shape) -> [Field] {
  switch shape.main {
  case .list(let shape): fieldsWithin(shape)
  case .record(let fields): allFields(fields)
  default: []
  }
}
