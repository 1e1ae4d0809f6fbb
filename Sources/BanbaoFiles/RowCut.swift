/// Which rows of a sheet are read, so that two readers share a large one.
package enum SheetSide: Sendable {
  case whole
  /// Up to a row in its middle.
  case firstHalf
  /// What follows that row, and what the sheet says behind its rows.
  case secondHalf
}

/// Which bytes of a sheet the reader of one half is given: those up to a cut, or the beginning with one row and then what
/// follows the cut. The cut is where a row ends, so that the elements open there are those open behind any other row.
struct RowCut {
  /// Bytes for the parser.
  struct Part {
    var bytes: UnsafeRawBufferPointer
    /// Whether the rows that end in them are of this half.
    var isWithin = true
    /// Whether they are the end of a row. The parser must see it as one: it could stand in a comment, or within others.
    var endsRow = false
  }

  private enum Phase { case beginning, skipping, rest, done }

  private let side: SheetSide
  /// The first end of a row behind it is the cut.
  private let middle: Int
  private var phase = Phase.beginning
  private var position = 0

  /// - Parameter size: of the sheet, in bytes, unpacked.
  init(_ side: SheetSide, size: Int) {
    self.side = side
    middle = size / 2
  }

  /// Whether the half ends here, and wants nothing more.
  var isDone: Bool { phase == .done }
  /// Whether the cut was found, once all pieces were taken.
  var isMet: Bool { phase == (side == .firstHalf ? .done : .rest) }

  /// What the parser is given of the next piece. Both halves must be told the same pieces.
  mutating func parts(of piece: UnsafeRawBufferPointer) -> [Part] {
    defer { position += piece.count }
    let cut = position + piece.count > middle ? endOfRow(in: piece, from: max(0, middle - position)) : nil
    if side == .firstHalf {
      guard let cut else { return [Part(bytes: piece)] }
      phase = .done
      return parts(of: piece, to: cut, isWithin: true)
    }
    var parts: [Part] = []
    if phase == .beginning {
      guard let end = endOfRow(in: piece, from: 0) else { return [Part(bytes: piece, isWithin: false)] }
      phase = .skipping
      parts = self.parts(of: piece, to: end, isWithin: false)
    }
    if phase == .rest { return [Part(bytes: piece)] }
    guard let cut else { return parts }
    phase = .rest
    return parts + [Part(bytes: UnsafeRawBufferPointer(rebasing: piece[cut...]))]
  }

  private func parts(of piece: UnsafeRawBufferPointer, to end: Int, isWithin: Bool) -> [Part] {
    let start = end - rowEnd.utf8CodeUnitCount
    return [
      Part(bytes: UnsafeRawBufferPointer(rebasing: piece[..<start]), isWithin: isWithin),
      Part(bytes: UnsafeRawBufferPointer(rebasing: piece[start..<end]), isWithin: isWithin, endsRow: true),
    ]
  }
}

private let rowEnd: StaticString = "</row>"

/// Behind the first `</row>` that begins at a place or later.
private func endOfRow(in piece: UnsafeRawBufferPointer, from start: Int) -> Int? {
  let length = rowEnd.utf8CodeUnitCount
  var index = start
  while index + length <= piece.count {
    if (0..<length).allSatisfy({ piece[index + $0] == rowEnd.utf8Start[$0] }) { return index + length }
    index += 1
  }
  return nil
}
