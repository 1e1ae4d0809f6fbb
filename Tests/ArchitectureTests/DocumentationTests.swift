import BanbaoDiagnostics
import BanbaoKinds
import BanbaoSite
import Foundation
import TestSupport
import Testing

/// What the sources and the documents say of each other.
@Suite struct DocumentationTests {
  /// A citation such as `DomainNotes 1.7, F1, F3`: the number of a heading, and first cells of rows below it.
  private static var citation: Regex<(Substring, Substring?, Substring?)> {
    #/DomainNotes(?: (\d+(?:\.\d+)?)((?:, (?:F\d+|[A-G])\b)*))?/#
  }

  /// The parts of `DomainNotes.md` by the numbers of their headings.
  private static func notes() throws -> [String: [Substring]] {
    var parts: [String: [Substring]] = [:]
    var number = ""
    for line in try Repository.text("Sources/banbao/Documentation.docc/DomainNotes.md").split(separator: "\n") {
      if let heading = line.firstMatch(of: #/^##+ (\d+(?:\.\d+)?) \S/#) { number = String(heading.output.1) }
      parts[number, default: []].append(line)
    }
    return parts
  }

  /// What is wrong with the citations of a line.
  private static func faults(of line: String, in notes: [String: [Substring]]) -> [String] {
    line.matches(of: citation).flatMap { match -> [String] in
      guard let number = match.output.1, let part = notes[String(number)] else {
        return ["\(match.output.0): no heading"]
      }
      return (match.output.2 ?? "").split(separator: ", ").filter { row in
        !part.contains { $0.hasPrefix("| \(row) |") }
      }.map { "\(match.output.0): no row \($0)" }
    }
  }

  @Test func `every citation of the domain notes leads to a heading, and to the rows that it names`() throws {
    let notes = try Self.notes()
    var count = 0
    for (folder, file) in ["Sources", "Tests"].flatMap({ folder in Repository.files(in: folder).map { (folder, $0) } })
    where file.path.hasSuffix(".swift") && !file.path.hasSuffix("DocumentationTests.swift") {
      for words in ["domain notes", "Domain notes", "Domain Notes"] {
        #expect(!file.holds(words), "\(folder)/\(file.path): cite DomainNotes N")
      }
      guard file.holds("DomainNotes") else { continue }
      for (index, line) in file.lines.enumerated() where line.contains("DomainNotes") {
        let found = Self.faults(of: line, in: notes)
        #expect(found == [], "\(folder)/\(file.path):\(index + 1)")
        count += line.matches(of: Self.citation).count
      }
    }
    #expect(count >= 20)
  }

  @Test func `a citation that leads nowhere is found`() throws {
    let notes = try Self.notes()
    #expect(Self.faults(of: "/// (DomainNotes 1.7, F1, F12; DomainNotes 7.1, C)", in: notes) == [])
    #expect(Self.faults(of: "/// (DomainNotes 1.17)", in: notes) == ["DomainNotes 1.17: no heading"])
    #expect(Self.faults(of: "/// (DomainNotes 1.7, F13)", in: notes) == ["DomainNotes 1.7, F13: no row F13"])
    #expect(Self.faults(of: "/// (the DomainNotes)", in: notes) == ["DomainNotes: no heading"])
  }

  @Test func `each check of a bookkeeper's is held by rules that exist`() throws {
    let codes = Set(Kinds.rules.map(\.code))
    let rows = try #require(try Self.notes()["1.7"]).filter { $0.hasPrefix("| F") }
    #expect(rows.count == 12)
    for row in rows {
      let named = row.matches(of: /`([^`]+)`/).map { String($0.output.1) }
      #expect(!named.isEmpty && named.allSatisfy(codes.contains), "\(row)")
    }
  }

  @Test func `the catalogue lists each of its articles, and every link in it leads to one`() throws {
    let files = Repository.files(in: "Sources/banbao/Documentation.docc")
    let articles = Set(files.map { String($0.path.dropLast(".md".count)) })
    func links(_ file: SwiftFile) -> Set<String> {
      Set(file.lines.flatMap { $0.matches(of: /<doc:([^>]+)>/).map { String($0.output.1) } })
    }
    for file in files { #expect(links(file).subtracting(articles) == [], "\(file.path)") }
    let root = try #require(files.first { $0.path == "banbao.md" })
    #expect(articles.subtracting(links(root)) == ["banbao"])
  }

  @Test func `every package from elsewhere is pinned, and named with its version in the notices`() throws {
    let package = try Repository.text("Package.swift")
    let notice = try Repository.text(".github/NOTICE").split(separator: "\n")
    let pinned = package.matches(of: #/\.package\(url: "[^"]+/([^"/]+)", exact: "([^"]+)"\)/#)
    #expect(pinned.count == package.matches(of: #/\.package\(url:/#).count && pinned.count >= 2)
    for pin in pinned {
      let (name, version) = (pin.output.1, pin.output.2)
      #expect(notice.contains { $0.hasPrefix(name + " ") && $0.contains(" \(version) ") }, "\(name) \(version)")
    }
  }

  @Test func `the changelog and the benchmarks know the program's version`() throws {
    let program = try Repository.text("Sources/banbao/Banbao.swift")
    let version = try #require(program.firstMatch(of: #/version: "([^"]+)"/#)?.output.1)
    let changelog = try Repository.text(".github/CHANGELOG.md")
    let released = changelog.matches(of: #/\n## \[(\d[^\]]*)\] - \d{4}-\d{2}-\d{2}\n/#).map(\.output.1)
    #expect(released.first == version)
    #expect(try Repository.text("Sources/banbao/Documentation.docc/Benchmarks.md").contains("\n| \(version)"))
  }

  @Test func `every file that the documents link to is there`() throws {
    let documents = ["README.md", ".github/CONTRIBUTING.md", ".github/CHANGELOG.md"]
    for document in documents {
      let folder = Repository.url.appending(path: document).deletingLastPathComponent()
      let links = try Repository.text(document).matches(of: /\]\(([^)#:]+)\)/).map { String($0.output.1) }
      #expect(!links.isEmpty)
      for link in links {
        #expect(FileManager.default.fileExists(atPath: folder.appending(path: link).path), "\(document): \(link)")
      }
    }
  }

  @Test func `the table of modules names every folder of the sources, and no other`() throws {
    let modules = try FileManager.default.contentsOfDirectory(atPath: Repository.url.appending(path: "Sources").path)
      .filter { !$0.hasPrefix(".") }
    let table = try Repository.text("Sources/banbao/Documentation.docc/Architecture.md").split(separator: "\n")
      .drop { !$0.hasPrefix("| target |") }.prefix { $0.hasPrefix("|") }
    let named = table.flatMap { $0.matches(of: /`([^`]+)`/).map { String($0.output.1) } }
    #expect(modules.count > 10 && Set(named) == Set(modules))
  }

  @Test func `the README names the folder of every kind`() throws {
    let text = try Repository.text("README.md")
    let named = text.matches(of: #/content/(?:(\w+)/|\{([\w,]+)\}/)/#).flatMap {
      ($0.output.1 ?? $0.output.2 ?? "").split(separator: ",").map(String.init)
    }
    #expect(Set(Kinds.all.map { $0.folder }).subtracting(named) == [])
  }

  @Test func `every file of the sources that Architecture names is there`() throws {
    let text = try Repository.text("Sources/banbao/Documentation.docc/Architecture.md")
    let named = text.matches(of: #/`([\w/+-]+\.(?:swift|mustache))`/#).map { String($0.output.1) }
    #expect(named.count > 10)
    for name in named {
      let isThere = [name, "Sources/" + name].contains {
        FileManager.default.fileExists(atPath: Repository.url.appending(path: $0).path)
      }
      #expect(isThere || Repository.swiftFiles.contains { $0.path.hasSuffix("/" + name) }, "\(name)")
    }
  }

  @Test func `no comment leans on the one above it`() {
    let starts = ["The same", "As above", "As of", "Ditto"]
    for file in ["Sources", "Tests"].flatMap({ Repository.files(in: $0) })
    where file.path.hasSuffix(".swift") && starts.contains(where: { file.holds("// " + $0) }) {
      for (index, line) in file.lines.enumerated() {
        #expect(!line.contains(#/^\s*///? (The same\b|As above|As of\b|Ditto)/#), "\(file.path):\(index + 1)")
      }
    }
  }
}
