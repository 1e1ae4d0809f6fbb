import TestSupport
import Testing

@Suite struct ImportTests {
  /// What each module may import of the house: the arrows, all of them pointing down.
  private static let arrows: [String: Set<String>] = [
    "BanbaoDiagnostics": [],
    "BanbaoHTML": [],
    "BanbaoSource": ["BanbaoDiagnostics"],
    "BanbaoMarkdown": ["BanbaoDiagnostics", "BanbaoHTML"],
    "BanbaoTheme": ["BanbaoDiagnostics", "BanbaoHTML"],
    "BanbaoFiles": [],
    "BanbaoSearch": ["BanbaoHTML"],
    "BanbaoSite": [
      "BanbaoDiagnostics", "BanbaoHTML", "BanbaoSource", "BanbaoMarkdown", "BanbaoTheme", "BanbaoFiles",
      "BanbaoSearch",
    ],
    "BanbaoUnion": ["BanbaoSite", "BanbaoDiagnostics", "BanbaoHTML", "BanbaoSource", "BanbaoTheme"],
    "BanbaoFinance": [
      "BanbaoUnion", "BanbaoSite", "BanbaoDiagnostics", "BanbaoHTML", "BanbaoSource", "BanbaoTheme",
    ],
    "BanbaoKinds": [
      "BanbaoUnion", "BanbaoFinance", "BanbaoSite", "BanbaoDiagnostics", "BanbaoHTML", "BanbaoSource",
      "BanbaoMarkdown", "BanbaoTheme",
    ],
    "BanbaoDisk": ["BanbaoSite", "BanbaoDiagnostics", "BanbaoHTML", "BanbaoSource"],
    "BanbaoPreview": ["BanbaoDiagnostics", "BanbaoHTML"],
  ]
  /// The programs stand above everything.
  private static let programs: Set<String> = ["banbao", "banbao-bench"]
  /// Who alone may import a module from elsewhere.
  private static let owners: [String: Set<String>] = [
    "CCmarkGFM": ["BanbaoMarkdown"], "CLibYAML": ["BanbaoSource"],
    "CExpat": ["BanbaoFiles"], "CMinizip": ["BanbaoFiles"], "CZlib": ["BanbaoFiles"],
    "CTurboJPEG": ["BanbaoFiles"], "CPNG": ["BanbaoFiles"], "CWebP": ["BanbaoFiles"],
    "CArena": ["BanbaoMarkdown", "banbao"], "CBanbaoDisk": ["BanbaoDisk"],
    "CDefaultTheme": ["BanbaoDisk"], "CStarter": ["BanbaoDisk"], "ArgumentParser": ["banbao", "banbao-bench"],
    "Glibc": ["BanbaoDisk", "banbao", "banbao-bench"], "Darwin": ["BanbaoDisk", "banbao", "banbao-bench"],
    "Foundation": ["banbao-bench"], "NIOCore": ["BanbaoPreview"], "NIOPosix": ["BanbaoPreview"],
    "NIOHTTP1": ["BanbaoPreview"], "Crypto": ["BanbaoSource"],
  ]
  private static let language: Set<String> = ["Synchronization", "Swift"]

  @Test func `every module of the arrows has sources, and no other has`() {
    #expect(Set(Repository.swiftFiles.map(\.module)) == Self.programs.union(Self.arrows.keys))
  }

  @Test(arguments: Repository.swiftFiles)
  func `imports within the house follow the arrows, which point down`(file: SwiftFile) throws {
    let own = file.imports.filter { $0.hasPrefix("Banbao") }
    if Self.programs.contains(file.module) { return }
    let allowed = try #require(Self.arrows[file.module], "a module that the arrows do not know")
    #expect(own.filter { !allowed.contains($0) } == [])
  }

  @Test func `the arrows have no circle`() {
    var rest = Self.arrows
    while let free = rest.first(where: { $0.value.isDisjoint(with: rest.keys) }) { rest[free.key] = nil }
    #expect(rest.isEmpty)
  }

  /// The targets of `Package.swift` that are written in Swift, each with the modules of the house that it depends on.
  private static let granted: [String: Set<String>] = {
    do {
      let text = try Repository.text("Package.swift")
      let targets = text.matches(
        of: /(?:module|tests|\.executableTarget)\(\s*(?:name: )?"([\w-]+)"(?:,\s*(?:dependencies: )?\[([^\]]*)\])?/)
      return Dictionary(
        targets.map { target in
          let names = (target.output.2 ?? "").matches(of: /"(Banbao\w+)"/).map { String($0.output.1) }
          return (String(target.output.1), Set(names))
        }, uniquingKeysWith: { first, _ in first })
    } catch {
      Issue.record(error)
      return [:]
    }
  }()

  @Test func `every module has its arrows, and Package.swift grants them`() {
    #expect(Self.granted.filter { $0.key.hasPrefix("Banbao") } == Self.arrows)
  }

  @Test(arguments: granted.keys.sorted())
  func `Package.swift grants no target a module that none of its files imports`(target: String) throws {
    let folder = target.hasSuffix("Tests") || target == "Fuzz" ? "Tests" : "Sources"
    let files = Repository.files(in: "\(folder)/\(target)").filter { $0.path.hasSuffix(".swift") }
    #expect(!files.isEmpty)
    #expect(Set(files.flatMap(\.imports).filter { $0.hasPrefix("Banbao") }) == Self.granted[target])
  }

  @Test(arguments: Repository.swiftFiles)
  func `what comes from elsewhere is imported by its owner alone, and Foundation by nobody`(file: SwiftFile) {
    for name in file.imports where !name.hasPrefix("Banbao") && !Self.language.contains(name) {
      #expect(Self.owners[name]?.contains(file.module) == true, "\(name)")
    }
  }

  @Test func `the parser of Markdown, which is made safe for threads in one file, is imported there alone`() {
    #expect(Repository.swiftFiles.filter { $0.imports.contains("CCmarkGFM") }.count == 1)
  }
}
