import Testing

@Suite struct ImportTests {
  /// What each module may import of the house: the arrows, all of them pointing down.
  private static let arrows: [String: Set<String>] = [
    "BanbaoDiagnostics": [],
    "BanbaoHTML": [],
    "BanbaoSource": ["BanbaoDiagnostics"],
    "BanbaoMarkdown": ["BanbaoDiagnostics", "BanbaoHTML"],
    "BanbaoTheme": ["BanbaoDiagnostics", "BanbaoHTML"],
    "BanbaoSite": ["BanbaoDiagnostics", "BanbaoHTML", "BanbaoSource", "BanbaoMarkdown", "BanbaoTheme"],
    "BanbaoKinds": [
      "BanbaoSite", "BanbaoDiagnostics", "BanbaoHTML", "BanbaoSource", "BanbaoMarkdown", "BanbaoTheme",
    ],
    "BanbaoDisk": ["BanbaoSite", "BanbaoDiagnostics", "BanbaoSource"],
    "BanbaoPreview": ["BanbaoSite", "BanbaoDiagnostics", "BanbaoSource", "BanbaoTheme", "BanbaoHTML"],
  ]
  /// The programs stand above everything.
  private static let programs: Set<String> = ["banbao", "banbao-bench"]
  /// Who alone may import a module from elsewhere.
  private static let owners: [String: Set<String>] = [
    "CCmarkGFM": ["BanbaoMarkdown"], "CIconv": ["BanbaoSource"], "CLibYAML": ["BanbaoSource"],
    "CBanbaoDisk": ["BanbaoDisk"],
    "CDefaultTheme": ["BanbaoDisk"], "CStarter": ["BanbaoDisk"], "ArgumentParser": ["banbao", "banbao-bench"],
    "Glibc": ["BanbaoDisk", "banbao", "banbao-bench"], "Darwin": ["BanbaoDisk", "banbao", "banbao-bench"],
    "Foundation": ["banbao-bench"], "NIOCore": ["BanbaoPreview"], "NIOPosix": ["BanbaoPreview"],
    "NIOHTTP1": ["BanbaoPreview"],
  ]
  private static let language: Set<String> = ["Synchronization", "Swift"]

  @Test("there are sources to look at")
  func present() { #expect(Repository.swiftFiles.count > 80) }

  @Test("imports within the house follow the arrows, which point down", arguments: Repository.swiftFiles)
  func house(file: SwiftFile) throws {
    let own = file.imports.filter { $0.hasPrefix("Banbao") }
    if Self.programs.contains(file.module) { return }
    let allowed = try #require(Self.arrows[file.module], "a module that the arrows do not know")
    #expect(own.filter { !allowed.contains($0) } == [])
  }

  @Test("the arrows have no circle")
  func noCircle() {
    var rest = Self.arrows
    while let free = rest.first(where: { $0.value.isDisjoint(with: rest.keys) }) { rest[free.key] = nil }
    #expect(rest.isEmpty)
  }

  @Test("Package.swift grants no module more than its arrows")
  func package() throws {
    let text = try Repository.text("Package.swift").replacing("\n", with: " ")
    for (name, allowed) in Self.arrows {
      guard let start = text.firstRange(of: "\"\(name)\"") else { continue }
      let declaration = text[start.upperBound...].prefix { $0 != ")" }
      let granted = declaration.matches(of: /"(Banbao\w+)"/).map { String($0.output.1) }
      #expect(granted.filter { !allowed.contains($0) } == [], "\(name)")
    }
  }

  @Test(
    "what comes from elsewhere is imported by its owner alone, and Foundation by nobody",
    arguments: Repository.swiftFiles)
  func foreign(file: SwiftFile) {
    for name in file.imports where !name.hasPrefix("Banbao") && !Self.language.contains(name) {
      #expect(Self.owners[name]?.contains(file.module) == true, "\(name)")
    }
  }

  @Test("the parser of Markdown, which is made safe for threads in one file, is imported there alone")
  func oneFile() {
    #expect(Repository.swiftFiles.filter { $0.imports.contains("CCmarkGFM") }.count == 1)
  }
}
