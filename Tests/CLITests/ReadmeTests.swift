import Foundation
import TestSupport
import Testing

/// The tables of commands and options in `README.md`, held against what the program says of itself.
@Suite struct ReadmeTests {
  /// The first cells of the rows of the table with this head.
  private static func cells(below head: String) throws -> [String] {
    let lines = try Repository.text("README.md").components(separatedBy: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("| \(head) |") })
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { $0.split(separator: "|")[0].description }
  }

  private static func help(_ arguments: String...) throws -> [String] {
    try Program.run(arguments + ["--help"], in: Repository.url, ["BANBAO_LANG": "en"]).output.components(
      separatedBy: "\n")
  }

  @Test func `the commands that the README tells of are those of the program`() throws {
    let help = try Self.help()
    let start = try #require(help.firstIndex(of: "SUBCOMMANDS:"))
    let commands = help[(start + 1)...].compactMap { $0.firstMatch(of: #/^  ([a-z]+) /#)?.output.1 }
    let told = try Self.cells(below: "command").compactMap { $0.firstMatch(of: /`banbao ([a-z]+)/)?.output.1 }
    #expect(told.count > 5 && Set(told) == Set(commands))
  }

  @Test func `the options that the README tells of are those of build, check and serve`() throws {
    let options = try ["build", "check", "serve"].flatMap { command in
      try Self.help(command).compactMap { $0.firstMatch(of: #/^  (?:-\w, )?(--[a-z-]+)/#)?.output.1 }
    }
    let told = try Self.cells(below: "option of build, check and serve").flatMap {
      $0.matches(of: /`(--[a-z-]+)/).map(\.output.1)
    }
    #expect(told.count > 10 && Set(told) == Set(options).subtracting(["--help", "--version"]))
  }
}
