package import BanbaoDiagnostics

/// Where in a file stood what reading it left out, so that places in what is left are places in the file.
package struct LeftOutCharacters: Sendable {
  /// By line: how far into the line, counted in what is left, each of them stood.
  private var columns: [Int: [Int]] = [:]

  package init() {}

  package var isEmpty: Bool { columns.isEmpty }

  fileprivate mutating func add(line: Int, column: Int) { columns[line, default: []].append(column) }

  /// The place in the file of a place in what is left of it.
  package func original(_ place: Place) -> Place {
    guard let before = columns[place.line], place.column > 0 else { return place }
    let first = place.column + before.leadingCount { $0 <= place.column }
    let end = place.column + place.length - 1
    let last = end + before.leadingCount { $0 <= end }
    return Place(place.path, line: place.line, column: first, length: last - first + 1)
  }

  /// A diagnostic of what is left as one of the file.
  package func original(_ diagnostic: Diagnostic) -> Diagnostic {
    if isEmpty { return diagnostic }
    var diagnostic = diagnostic
    let path = diagnostic.place.path
    diagnostic.place = original(diagnostic.place)
    for index in diagnostic.related.indices where diagnostic.related[index].place.path == path {
      diagnostic.related[index].place = original(diagnostic.related[index].place)
    }
    if let fix = diagnostic.fix {
      diagnostic.fix = Replacement(
        fix.edits.map { Replacement.Edit(original($0.place.start), old: $0.old, new: $0.new) })
    }
    return diagnostic
  }
}

extension SourceText {
  /// The text as everything reads it: without the characters that nobody sees and nothing needs, such as U+200B. What is
  /// not UTF-8 stays as it is.
  package func sifted() -> SourceText {
    guard isValidUTF8(bytes) else { return self }
    var empty: [Range<Int>] = []
    var hasStrays = false
    forEachStray(in: bytes, from: start) { found in
      hasStrays = true
      if found.stray == .empty { empty.append(found.range) }
      return true
    }
    guard !empty.isEmpty else {
      return SourceText(path: path, bytes: bytes, hasStrays: hasStrays, isKnownUTF8: true, grid: grid)
    }
    var left: [UInt8] = []
    left.reserveCapacity(bytes.count)
    var leftOut = LeftOutCharacters()
    var (index, line, column) = (0, 1, 1)
    /// Keeps the bytes up to the next one that is left out, counting lines and columns.
    func keep(upTo end: Int) {
      while index < end {
        let byte = bytes[index]
        let isReturn = byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
        if byte == 0x0A || isReturn {
          line += 1
          column = 1
        } else if byte & 0xC0 != 0x80, index >= start {
          column += 1
        }
        left.append(byte)
        index += 1
      }
    }
    for range in empty {
      keep(upTo: range.lowerBound)
      if grid == nil { leftOut.add(line: line, column: column) }
      index = range.upperBound
    }
    keep(upTo: bytes.count)
    return SourceText(
      path: path, bytes: left, leftOut: leftOut, hasStrays: hasStrays, isKnownUTF8: true, grid: grid?.without(empty))
  }
}
