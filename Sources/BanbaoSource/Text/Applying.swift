package import BanbaoDiagnostics

extension SourceText {
  /// The file with remedies carried out: no byte changes but those that they name, in the file's own encoding (UTF-8, or
  /// GB18030 where it is not UTF-8) and with its own line ends.
  ///
  /// A remedy is passed over as a whole where it touches what an earlier one changes, or where what it replaces does not
  /// stand in its place.
  ///
  /// - Returns: the new bytes, and which of `fixes` were carried out.
  package func applying(_ fixes: [Replacement]) -> (bytes: [UInt8], done: [Int]) {
    var text = EditedText(self)
    let done = fixes.indices.filter { text.take(fixes[$0]) }
    return (text.result, done)
  }
}

/// A file, and what is to be written instead of pieces of it.
private struct EditedText {
  private let source: SourceText
  private let isUTF8: Bool
  /// Where each line begins, and the end of the file.
  private let lines: [Int]
  private var pieces: [(range: Range<Int>, new: [UInt8])] = []

  init(_ source: SourceText) {
    self.source = source
    isUTF8 = isValidUTF8(source.bytes)
    var starts = [source.start]
    while let last = starts.last, let next = source.lineEnd(after: last) { starts.append(next) }
    lines = starts + [source.bytes.count]
  }

  /// False where the remedy has to be passed over.
  mutating func take(_ fix: Replacement) -> Bool {
    var own: [(range: Range<Int>, new: [UInt8])] = []
    for edit in fix.edits {
      guard let range = range(of: edit), let new = encoded(edit.new.replacing("\n", with: lineEnd)) else {
        return false
      }
      own.append((range, new))
    }
    let touches = own.contains { piece in
      pieces.contains { touch($0.range, piece.range) }
    }
    guard !own.isEmpty, !touches else { return false }
    pieces += own
    return true
  }

  var result: [UInt8] {
    var bytes: [UInt8] = []
    var index = 0
    for piece in pieces.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      bytes += source.bytes[index..<piece.range.lowerBound] + piece.new
      index = piece.range.upperBound
    }
    return bytes + source.bytes[index...]
  }

  private func touch(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.lowerBound == b.lowerBound || a.overlaps(b)
  }

  /// The bytes of what an edit replaces; nil where something else stands there.
  private func range(of edit: Replacement.Edit) -> Range<Int>? {
    guard edit.place.path == source.path, edit.place.line >= 1, edit.place.line < lines.count,
      let old = encoded(edit.old)
    else { return nil }
    var start = lines[edit.place.line - 1]
    var lineEnd = lines[edit.place.line]
    while lineEnd > start, source.bytes[lineEnd - 1] == 0x0A || source.bytes[lineEnd - 1] == 0x0D { lineEnd -= 1 }
    for _ in 1..<max(1, edit.place.column) {
      guard start < lineEnd else { return nil }
      start += length(at: start)
    }
    let end = start + old.count
    guard end <= lineEnd, source.bytes[start..<end].elementsEqual(old) else { return nil }
    return start..<end
  }

  /// How many bytes the character takes that begins at an index.
  private func length(at index: Int) -> Int {
    let first = source.bytes[index]
    if first < 0x80 { return 1 }
    if isUTF8 { return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }
    let second = index + 1 < source.bytes.count ? source.bytes[index + 1] : 0
    return (0x30...0x39).contains(second) ? 4 : 2
  }

  /// That of the first line; a line feed where there is none.
  private var lineEnd: String {
    guard lines.count > 2 else { return "\n" }
    let end = lines[1]
    if source.bytes[end - 1] == 0x0D { return "\r" }
    return end >= 2 && source.bytes[end - 2] == 0x0D ? "\r\n" : "\n"
  }

  private func encoded(_ text: String) -> [UInt8]? {
    isUTF8 ? Array(text.utf8) : gb18030(text)
  }
}
