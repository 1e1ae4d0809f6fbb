package import Foundation
import Testing

/// A text file that holds named sets of files:
///
///     (a remark)
///
///     === NAME
///     -- HEADING --
///     (the lines of a part)
package struct Archive: Sendable {
  /// A heading and the lines below it.
  package struct Part: Sendable {
    /// What stands between `-- ` and ` --`.
    package var heading: String
    /// Without line feeds.
    package var lines: [String]

    /// A part to be written.
    package init(heading: String, lines: [String]) {
      self.heading = heading
      self.lines = lines
    }
  }

  /// A named set of files.
  package struct Item: Sendable {
    /// What stands behind `=== `.
    package var name: String
    /// Of its name, from 1.
    package var line: Int
    /// At least one.
    package var parts: [Part]

    /// The part of a heading.
    package subscript(heading: String) -> Part? { parts.first { $0.heading == heading } }
  }

  /// What stands before the first item.
  package var remark: [String]
  /// In the order of the file.
  package var items: [Item]

  /// Throws where a name is not followed by a part at once.
  package init(at url: URL) throws {
    let text = try String(contentsOf: url, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    let starts = lines.indices.filter { lines[$0].hasPrefix("=== ") }
    remark = Array(lines[..<(starts.first ?? lines.endIndex)])
    items = try zip(starts, starts.dropFirst() + [lines.endIndex]).map { start, end in
      let name = String(lines[start].dropFirst(4))
      let headings = (start..<end).filter { lines[$0].hasPrefix("-- ") && lines[$0].hasSuffix(" --") }
      try #require(headings.first == start + 1, "the name “\(name)” is followed by a part")
      let parts = zip(headings, headings.dropFirst() + [end]).map { heading, end in
        Part(heading: String(lines[heading].dropFirst(3).dropLast(3)), lines: Array(lines[(heading + 1)..<end]))
      }
      return Item(name: name, line: start + 1, parts: parts)
    }
  }

  /// The text of the file, with a blank line between items.
  package var text: String {
    let blocks = items.map { item in
      let parts = item.parts.map { part in ["-- \(part.heading) --"] + part.lines }
      return ((["=== \(item.name)"] + parts.joined()).map { $0 + "\n" }).joined()
    }
    return remark.map { $0 + "\n" }.joined() + blocks.joined(separator: "\n")
  }
}
