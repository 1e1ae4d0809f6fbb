import Foundation
import TestSupport
import Testing

/// What a site that was built on the disk is held to. A text of it has a line each; ` || ` parts alternatives of which one
/// is enough:
///
///     passes                      nothing is an error; `fails`: something is, and nothing else stops the program
///     says PATH: TEXT             a diagnostic at a file, `PATH:LINE:` in its line, has TEXT in its message or its help
///     never: TEXT                 none has
///     once PATH                   no line of a file has two faults
///     shows PAGE: TEXT            a published file holds TEXT
///     hides PAGE: TEXT            it does not, or is not there
///     apart PAGE: TEXT | TEXT     mark-up stands between two texts that follow one another
///     order PAGE: TEXT | TEXT     the first stands before the second
///
/// `on 2026-05-05` says for which day the site is built.
struct Expectation: CustomTestStringConvertible {
  var line: String

  /// The expectations of a text.
  static func all(_ lines: [String]) -> [Expectation] {
    lines.filter { !$0.isEmpty && !$0.hasPrefix("on ") }.map { Expectation(line: $0) }
  }

  /// The day for which a text wants the site built.
  static func day(_ lines: [String]) -> String {
    lines.first { $0.hasPrefix("on ") }.map { String($0.dropFirst(3)) } ?? PublishedSite.day
  }

  var testDescription: String { line }

  /// Whether the site is as it is expected to be. Throws where the line is no expectation.
  func holds(of site: PublishedSite) throws -> Bool {
    var holds = false
    for alternative in line.components(separatedBy: " || ") where try Self.holds(alternative, of: site) {
      holds = true
    }
    return holds
  }

  private struct Unknown: Error { var line: String }

  private static func holds(_ line: String, of site: PublishedSite) throws -> Bool {
    switch line {
    case "passes": return site.status == 0 && !site.diagnostics.contains { $0.severity == "error" }
    case "fails": return site.status == 1 && site.diagnostics.contains { $0.severity == "error" }
    default: break
    }
    if let match = line.wholeMatch(of: /never: (.+)/) {
      return !site.diagnostics.contains { $0.text.contains(match.output.1) }
    }
    if let match = line.wholeMatch(of: /once (.+)/) {
      let lines = site.diagnostics.filter { $0.path == "content/" + match.output.1 }.compactMap(\.line)
      return Set(lines).count == lines.count
    }
    if let match = line.wholeMatch(of: /says (.+?)(?::(\d+))?: ?(.*)/) {
      let (_, path, number, text) = match.output
      return site.diagnostics.contains {
        $0.path == "content/" + path && (number == nil || $0.line == number.flatMap { Int($0) })
          && (text.isEmpty || $0.text.contains(text))
      }
    }
    if let match = line.wholeMatch(of: /(shows|hides) ([^:]+): (.+)/) {
      let (_, verb, page, text) = match.output
      return try (site.text(String(page))?.contains(text) ?? false) == (verb == "shows")
    }
    if let match = line.wholeMatch(of: /(apart|order) ([^:]+): (.+) \| (.+)/) {
      let (_, verb, page, first, second) = match.output
      // A page's description has the text of its body once more, without mark-up.
      let whole = try site.text(String(page)) ?? ""
      let text = verb == "apart" ? whole[(whole.range(of: "data-body")?.upperBound ?? whole.startIndex)...] : whole[...]
      guard let start = text.range(of: first),
        let end = text[start.upperBound...].range(of: second)
      else { return false }
      return verb == "order" || text[start.upperBound..<end.lowerBound].contains("<")
    }
    throw Unknown(line: line)
  }
}
