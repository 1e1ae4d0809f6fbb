import Foundation
import TestSupport
import Testing

@Suite struct StyleTests {
  @Test(arguments: Repository.swiftFiles)
  func `nothing hides an error, traps, or steps around the checks of concurrency`(file: SwiftFile) {
    #expect(file.lines(matching: /\btry[?!]/) == [])
    #expect(file.lines(matching: /\bas!/) == [])
    #expect(file.lines(matching: /\b(fatalError|preconditionFailure|precondition|assertionFailure)\(/) == [])
    #expect(file.lines(matching: /@unchecked\b|nonisolated\(unsafe\)|@preconcurrency/) == [])
    #expect(file.lines(matching: /catch\s*\{\s*\}/) == [])
    #expect(file.lines(matching: /[\w)\]]!(\.|\)|,|\s*$)/) == [])
  }

  @Test(arguments: Repository.swiftFiles)
  func `nothing is public`(file: SwiftFile) {
    #expect(
      file.lines(
        matching: /\b(public|open) (static |final )?(func|struct|enum|class|protocol|let|var|init|extension|actor)\b/)
        == [])
  }

  @Test(arguments: Repository.swiftFiles)
  func `there is no global variable`(file: SwiftFile) {
    // At the margin stands a global; a computed one has its body on the same line.
    let global = file.lines(matching: #/^((package|private|fileprivate|internal) )?var /#)
    #expect(global.filter { !$0.contains("{") } == [])
    let members = file.lines(matching: #/\bstatic var /#)
    #expect(members.filter { !$0.contains("{") } == [])
  }

  @Test(arguments: Repository.swiftFiles)
  func `no task is detached but the command's own, and nothing waits on a semaphore or a queue`(file: SwiftFile) {
    let own = /banbao\/Banbao\.swift:\d+: Task\.detached \{ await finish\(command, usage\) \}/
    let found = file.lines(matching: /Task\.detached|\bTask \{|DispatchQueue|DispatchSemaphore/)
    #expect(found.filter { $0.wholeMatch(of: own) == nil } == [])
  }

  @Test func `finished HTML is made by escaping and by the Markdown renderer alone`() {
    let allowed = [
      "BanbaoHTML/HTML.swift", "BanbaoMarkdown/MarkdownWriter.swift", "BanbaoMarkdown/PackedBody.swift",
    ]
    let others = Repository.swiftFiles.filter { !allowed.contains($0.path) }
    #expect(others.flatMap { $0.lines(matching: /HTML\(rendered:/) } == [])
  }

  @Test(arguments: Repository.swiftFiles.filter { $0.module == "BanbaoDisk" && !$0.path.contains("/Watch") })
  func `every call that changes the disk is one that a test can let fail`(file: SwiftFile) {
    let calls = /\b(openat|mkdirat|mkdir|renameat|rename|unlinkat|unlink|linkat|fchmod|fchmodat|fchown|fsync|lseek)\(/
    let code = file.code.map(\.text)
    let bare = code.indices.filter { line in
      guard let call = code[line].firstMatch(of: calls) else { return false }
      // The closure begins before it, or ends the line above.
      let before = code[line][..<call.range.lowerBound]
      return !before.contains("uninterrupted") && (line == 0 || !code[line - 1].hasSuffix("uninterrupted {"))
    }
    #expect(bare.map { code[$0] } == [])
  }

  @Test(arguments: Repository.swiftFiles)
  func `money is never a floating-point number`(file: SwiftFile) {
    // Only the programs measure seconds.
    if ["banbao", "banbao-bench"].contains(file.module) { return }
    // The lightness of a colour is no whole number (WCAG 2.2, relative luminance).
    if file.path == "BanbaoSite/Look/Colour.swift" { return }
    #expect(file.lines(matching: /\b(Double|Float|Float32|Float64|CGFloat)\b/) == [])
  }

  @Test(arguments: Repository.swiftFiles)
  func `the pure modules look at no clock, environment or chance`(file: SwiftFile) {
    if ["BanbaoDisk", "BanbaoPreview", "banbao", "banbao-bench"].contains(file.module) { return }
    #expect(
      file.lines(
        matching:
          /\b(getenv|ContinuousClock|SuspendingClock|SystemRandomNumberGenerator|randomElement|shuffled|print)\b\(?/
      ) == [])
    #expect(file.lines(matching: /\.random\(/) == [])
  }

  @Test func `a test has one name, which is a sentence`() {
    let named = Repository.files(in: "Tests").filter { file in
      file.path.hasSuffix(".swift") && file.code.map(\.text).joined(separator: "\n").contains(/@Test\(\s*"/)
    }
    #expect(named.map(\.path) == [])
  }

  @Test(arguments: Repository.swiftFiles)
  func `no file is longer than 400 lines but a table that a program has written`(file: SwiftFile) {
    let isTable = file.lines[0].hasPrefix("// Over 300 lines: a table. Written by .ci/")
    #expect(isTable || file.lines.count <= 401)
  }

  @Test(arguments: Repository.swiftFiles)
  func `every name of the package has a docstring`(file: SwiftFile) { #expect(undocumented(in: file) == []) }

  /// Declarations that other modules see and that have no docstring.
  ///
  /// These need none: a rule (its explanation says what it demands), `all` of rules, the witnesses of a protocol and
  /// the members that every kind has by `RecordKind`, initialisers whose parameters are the documented properties,
  /// cases, and properties of a documented type whose name says all (a `var` or `let` with neither unit nor limit is
  /// for the reviewer to judge).
  private func undocumented(in file: SwiftFile) -> [String] {
    var found: [String] = []
    for (number, text) in file.code {
      guard text.contains("package "),
        let match = text.firstMatch(
          of:
            /^(\s*)package (static |mutating |final |indirect |private\(set\) )*(func|struct|enum|protocol|class|actor|let|var)\s+(\w+|[<>=!+\-]+)/
        )
      else { continue }
      let isMember = !match.output.1.isEmpty
      let keyword = String(match.output.3)
      let name = String(match.output.4)
      if isMember, keyword == "var" || keyword == "let" { continue }
      if isMember, witnesses.contains(name) { continue }
      if keyword == "enum", name.hasSuffix("Rules") { continue }
      var above = number - 2
      while above >= 0, file.lines[above].trimmingCharacters(in: .whitespaces).hasPrefix("@") { above -= 1 }
      let line = above >= 0 ? file.lines[above].trimmingCharacters(in: .whitespaces) : ""
      if !line.hasPrefix("///") {
        found.append("\(file.path):\(number): \(text.trimmingCharacters(in: .whitespaces))")
      }
    }
    return found
  }

  /// What a protocol of the house or of the language already documents.
  private let witnesses: Set<String> = [
    "read", "check", "pages", "home", "menu", "due", "draft", "label", "==", "<", "hash", "next", "place", "words",
    "view", "text", "count", "day", "choice", "reads", "files", "page", "AsyncIterator", "makeAsyncIterator",
  ]

  @Test(arguments: ["Sources", "Tests", "theme", "content", ".ci", ".github"])
  func `no path of a workplace is named`(folder: String) {
    // Put together, so that this file does not hold them.
    let words = ["/wo" + "rk/", "/ro" + "ot/", "/Us" + "ers/"] + (folder == "Tests" ? [] : ["/tm" + "p/"])
    for file in Repository.files(in: folder) {
      for (index, line) in file.lines.enumerated() {
        for word in words where line.contains(word) {
          Issue.record("\(folder)/\(file.path):\(index + 1): \(word)")
        }
      }
    }
  }
}
