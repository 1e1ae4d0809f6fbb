package import BanbaoDiagnostics

/// The bytes of one file, and where in it something stands.
///
/// Lines end with LF, CRLF or a lone CR. Columns count Unicode scalars from 1, a byte order mark not counted.
package struct SourceText: Sendable {
  /// As messages show it: `content/notices/a.md`.
  package let path: String
  package let bytes: [UInt8]
  /// What `sifted` took out of the file.
  package let leftOut: LeftOutCharacters
  /// False where it is known to hold no stray character.
  let mayHoldStrays: Bool
  /// Whether its bytes were seen to be UTF-8, so that a long ledger is not looked through again.
  let isKnownUTF8: Bool
  /// Of a text that was made from a workbook; nil for what is a file of text.
  package let grid: SheetGrid?
  private let lines = LineTable()

  package init(path: String, bytes: [UInt8], grid: SheetGrid? = nil) {
    self.init(path: path, bytes: bytes, hasStrays: true, grid: grid)
  }

  init(
    path: String, bytes: [UInt8], leftOut: LeftOutCharacters = LeftOutCharacters(), hasStrays: Bool,
    isKnownUTF8: Bool = false, grid: SheetGrid? = nil
  ) {
    self.path = path
    self.bytes = bytes
    self.leftOut = leftOut
    mayHoldStrays = hasStrays
    self.isKnownUTF8 = isKnownUTF8
    self.grid = grid
  }

  /// Where the text begins: behind a UTF-8 byte order mark.
  package var start: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The place of a byte. Reads the file once for all its places, so it is for faults only.
  package func place(at offset: Int) -> Place {
    if let grid { return grid.place(path, at: offset, in: bytes) }
    let (line, column) = lines.position(of: min(offset, bytes.count), in: self)
    return Place(path, line: line, column: column)
  }

  /// The place of what stands in a range of bytes; of several lines, of its first scalar.
  package func place(of range: Range<Int>) -> Place {
    let start = place(at: range.lowerBound)
    if grid != nil { return start }
    let isOneLine = !bytes[range].contains { $0 == 0x0A || $0 == 0x0D }
    return isOneLine ? start.spanning(bytes[range].count { $0 & 0xC0 != 0x80 }) : start
  }

  /// The place of a mark that a reader of tables made.
  ///
  /// - Parameter offset: of any byte of its row.
  package func place(_ mark: Mark, at offset: Int) -> Place {
    guard let grid else { return Place(path, mark) }
    return grid.place(path, row: grid.row(at: offset), column: mark.column)
  }

  /// The start of the line after the one that holds `index`; nil in the last line.
  package func lineEnd(after index: Int) -> Int? {
    var index = index
    while index < bytes.count {
      if bytes[index] == 0x0A { return index + 1 }
      if bytes[index] == 0x0D { return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? index + 2 : index + 1 }
      index += 1
    }
    return nil
  }

  /// The bytes of a line, counted from 1, without its end; nil where there is no such line.
  package func range(ofLine number: Int) -> Range<Int>? {
    guard let lineStart = lines.start(ofLine: number, in: self) else { return nil }
    var end = lineStart
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return lineStart..<end
  }

  /// The text of a line for an excerpt; broken UTF-8 shows as `U+FFFD`.
  package func line(_ number: Int) -> String? {
    range(ofLine: number).map { String(decoding: bytes[$0], as: UTF8.self) }
  }
}
