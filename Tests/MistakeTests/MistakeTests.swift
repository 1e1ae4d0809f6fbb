import BanbaoDiagnostics
import BanbaoKinds
import Foundation
import Testing

/// What an author sees of each mistake. `BANBAO_RECORD=1 swift test --filter MistakeTests` writes what is printed into
/// the files, and fails, so that a recording run is never taken for a passing one.
@Suite struct `An author's mistake` {
  private static let isRecording = ProcessInfo.processInfo.environment["BANBAO_RECORD"] == "1"

  @Test(arguments: try MistakeFile.all())
  func `is printed as its file says, in both languages, and nothing else is`(_ file: MistakeFile) async throws {
    var printed: [Mistake.Printed] = []
    for mistake in file.mistakes {
      let text = try await Mistake.printed(mistake.files)
      printed.append(text)
      if Self.isRecording { continue }
      let place = SourceLocation(
        fileID: "MistakeTests/\(file.url.lastPathComponent)", filePath: file.url.path(percentEncoded: false),
        line: mistake.line, column: 1)
      #expect(text.chinese == mistake.expected.chinese, "\(mistake.name)", sourceLocation: place)
      #expect(text.english == mistake.expected.english, "\(mistake.name)", sourceLocation: place)
    }
    if Self.isRecording {
      try file.record(printed)
      Issue.record("recorded")
    }
  }

  @Test func `is in a file for every rule that content can break`() throws {
    let files = try MistakeFile.all()
    let printed = files.flatMap(\.mistakes).map(\.expected.chinese).joined(separator: "\n")
    // Only head lines begin at the margin.
    let told = printed.matches(of: /^\S.* \[([a-z0-9-]+)\]$/.anchorsMatchLineEndings()).map { String($0.output.1) }
    let untold = Set(Kinds.rules.map(\.code)).subtracting(told)
    #expect(untold.filter { !$0.hasPrefix("template-") }.sorted() == Self.testedElsewhere)
  }

  /// Rules that a theme, the machine or a very large text breaks, not a small one.
  private static let testedElsewhere = [
    "markdown-too-complex", "menu-long", "string-missing", "theme-file-missing", "theme-loads-foreign", "time-zone",
  ]

  @Test func `has a name of its own, in a file that is read`() throws {
    let files = try MistakeFile.all()
    #expect(!files.isEmpty)
    #expect(files.filter { $0.mistakes.isEmpty || $0.url.pathExtension != "txt" }.map(\.testDescription) == [])
    let names = files.flatMap(\.mistakes).map(\.name)
    #expect(Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
  }
}
