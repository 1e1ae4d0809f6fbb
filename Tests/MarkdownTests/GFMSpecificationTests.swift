import BanbaoDiagnostics
import BanbaoHTML
import BanbaoMarkdown
import Foundation
import Testing

/// An example of the GFM specification.
struct SpecificationExample: Sendable, CustomTestStringConvertible {
  var number: Int
  var markdown: String
  var html: String

  var testDescription: String { "example \(number)" }
}

/// The specification joins lines; what a line end means in prose is `LineEndTests`' matter.
private func rendered(_ example: SpecificationExample) -> (body: Body, diagnostics: [Diagnostic]) {
  render(example.markdown, lineEnds: .joined)
}

/// Debian's package `cmark-gfm` brings the specification.
enum Specification {
  static let path = "/usr/share/doc/cmark-gfm/spec.txt.gz"
  static var isInstalled: Bool { FileManager.default.fileExists(atPath: path) }

  /// All examples; none where the file is absent or can't be unpacked.
  static let examples: [SpecificationExample] = {
    guard isInstalled, let text = unpacked() else { return [] }
    var examples: [SpecificationExample] = []
    let fence = String(repeating: "`", count: 32)
    var parts: (markdown: [Substring], html: [Substring]) = ([], [])
    var state = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      switch state {
      case 0 where line.hasPrefix(fence + " example"):
        parts = ([], [])
        state = 1
      case 1 where line == ".": state = 2
      case 1: parts.markdown.append(line)
      case 2 where line == fence:
        examples.append(
          SpecificationExample(
            number: examples.count + 1, markdown: joined(parts.markdown), html: joined(parts.html)))
        state = 0
      case 2: parts.html.append(line)
      default: break
      }
    }
    return examples
  }()

  private static func joined(_ lines: [Substring]) -> String {
    lines.map { $0.replacing("→", with: "\t") + "\n" }.joined()
  }

  private static func unpacked() -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/gzip")
    process.arguments = ["-dc", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    do {
      try process.run()
      let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return String(data: data, encoding: .utf8)
    } catch {
      return nil
    }
  }
}

@Suite(.enabled(if: Specification.isInstalled, "the package cmark-gfm is not installed"))
struct GFMSpecificationTests {
  @Test func `the specification has its 673 examples`() {
    #expect(Specification.examples.count >= 670)
  }

  /// Raw HTML is left out on purpose, and so are links with schemes that browsers can't open.
  @Test(arguments: Specification.examples)
  func `an example without raw HTML renders as cmark-gfm renders it`(
    _ example: SpecificationExample
  ) {
    let (body, diagnostics) = rendered(example)
    let codes = Set(diagnostics.map(\.code))
    #expect(!codes.contains("markdown-too-complex"))
    if codes.contains("raw-html") || example.html.contains("<!--") { return }
    if codes.contains("unknown-scheme") {
      #expect(example.html.contains(/href="[a-zA-Z0-9+.\-]+:/))
      return
    }
    let ours = withoutAdditions(body.html.string)
    if let typed = signs[example.number] {
      #expect(ours == typed)
      return
    }
    if withoutExtension.contains(example.number) {
      #expect(
        ours.replacing(/<\/?a[^>]*>/, with: "") == example.html.replacing(/<\/?a[^>]*>/, with: ""))
      return
    }
    #expect(ours == asBanbaoDoes(example.html))
  }

  /// Examples of section 6.8, which shows addresses that are no links where the autolink extension is off.
  private let withoutExtension: Set = [610, 614, 616, 619, 620]

  /// Examples that hold a sign which means itself in prose: an asterisk between digits multiplies, and a long line of
  /// underscores is a blank.
  private let signs = [
    20: "<p>_____________________________________</p>\n", 365: "<p>5*6*78</p>\n",
  ]

  @Test func `few examples are left out of the comparison`() {
    let left = Specification.examples.filter { example in
      rendered(example).diagnostics.contains {
        ["raw-html", "unknown-scheme"].contains($0.code)
      }
        || example.html.contains("<!--")
    }
    #expect(left.count < 90)
  }

  @Test(arguments: Specification.examples)
  func `an example leaves no trace of omitted HTML`(_ example: SpecificationExample) {
    #expect(!rendered(example).body.html.string.contains("<!--"))
  }
}

/// Takes out what banbao adds on purpose.
private func withoutAdditions(_ html: String) -> String {
  html
    .replacing(/(<h[2-6]) id="[^"]*"/) { String($0.output.1) }
    .replacing(/<div class="table-scroll [^>]*>\n/, with: "")
    .replacing("</table>\n</div>\n", with: "</table>\n")
    .replacing(" scope=\"col\"", with: "")
    .replacing(/\ data-label="[^"]*"/, with: "")
    .replacing(/\ class="align-([a-z]*)"/) { " align=\"\($0.output.1)\"" }
    .replacing(" rel=\"noopener noreferrer\"", with: "")
    .replacing(" loading=\"lazy\"", with: "")
    .replacing("<li class=\"task\"><label>", with: "<li>")
    .replacing("</label>", with: "")
    .replacing("&#x27;", with: "'")
}

/// Gives the specification's HTML banbao's heading levels, and one spelling of what it spells in two ways.
private func asBanbaoDoes(_ html: String) -> String {
  let levels = html.matches(of: /<h([1-6])>/).compactMap { Int($0.output.1) }
  let highest = levels.min() ?? 2
  return
    html
    .replacing(/<(\/?)h([1-6])>/) { match in
      "<\(match.output.1)h\(min(6, (Int(match.output.2) ?? 2) - highest + 2))>"
    }
    .replacing(/<input (checked="" )?disabled="" type="checkbox">/) { match in
      "<input type=\"checkbox\" \(match.output.1 ?? "")disabled=\"\" />"
    }
}
