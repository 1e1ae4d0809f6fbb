package import BanbaoDiagnostics

/// Where a node stands in its file: line and column from 1, columns in scalars.
package struct Mark: Hashable, Sendable {
  package var line: Int
  package var column: Int
  /// Scalars that the node covers in its first line; at least 1.
  package var length: Int

  package init(line: Int, column: Int, length: Int = 1) {
    self.line = line
    self.column = column
    self.length = length
  }

  /// Where something stands in a text that this covers; all of it where that is in a later line. What stands right behind
  /// it, and is missing, has the place there.
  ///
  /// - Parameters:
  ///   - offset: how many scalars stand before it.
  ///   - length: in scalars.
  package func part(from offset: Int, length: Int = 1) -> Mark {
    guard offset <= self.length else { return self }
    return Mark(line: line, column: column + offset, length: max(1, min(length, self.length - offset)))
  }
}

extension Place {
  /// What a mark covers of a file.
  package init(_ path: String, _ mark: Mark) {
    self.init(path, line: mark.line, column: mark.column, length: mark.length)
  }
}

/// A value of the YAML data model with its place. Anchors, aliases and tags have been refused before.
package struct Node: Sendable {
  /// What stands at a node.
  package enum Content: Sendable {
    /// `isPlain`: written without quotes, so that `true`, `null` and the like have their YAML 1.2 core meaning.
    case scalar(String, isPlain: Bool)
    case list([Node])
    /// In the order of the file; keys are unique.
    case mapping([(key: String, keyMark: Mark, value: Node)])
  }

  package var content: Content
  package var mark: Mark
  /// A comment behind a plain scalar in the same line that may have been meant as text.
  package var cut: Located<String>?

  package init(_ content: Content, mark: Mark) {
    self.content = content
    self.mark = mark
  }

  /// Nothing written, or `null` or `~` without quotes.
  package var isEmpty: Bool {
    guard case .scalar(let text, let isPlain) = content else { return false }
    return isPlain && (text.isEmpty || text == "~" || text == "null" || text == "Null" || text == "NULL")
  }
}
