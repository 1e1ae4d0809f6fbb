/// A source line and the line of a caret that stands under the scalars meant.
///
/// Widths are columns of a terminal (see `displayWidth`): the caret's line is padded by what the text before takes,
/// and underlines as many columns as the scalars do.
struct Excerpt: Equatable {
  var text: String
  /// Blanks, then `^~~~`; nil when there is no column to point at.
  var caret: String?

  /// Longer lines are clipped around the caret; the marks of clipping come on top.
  static let widest = 96
  /// How much is kept before the caret of a line that is clipped.
  private static let before = 36
  /// In scalars, around the caret: what is farther off is never looked at, however long the line.
  private static let horizon = 400
  private static let tabStop = 4

  /// - Parameters:
  ///   - line: without its end.
  ///   - column: in scalars from 1, 0 for the line as a whole; past the end it counts as just behind the last scalar.
  ///   - length: in scalars; clipped to the line.
  init(of line: String, column: Int, length: Int) {
    let scalars = line.unicodeScalars
    let position = min(max(1, column) - 1, scalars.count)
    let skipped = max(0, position - Self.horizon)
    let visible = scalars.dropFirst(skipped).prefix(2 * Self.horizon)
    let cells = Self.cells(of: visible)
    let width = cells.last.map { $0.start + $0.width } ?? 0
    let first = min(position - skipped, cells.count)
    let last = first + min(max(1, length), cells.count - first)
    var start = first < cells.count ? cells[first].start : width
    // A combining mark stands on what is before it.
    if first < last, cells[first].width == 0,
      let base = cells[..<first].last(where: { $0.width > 0 })
    {
      start = base.start
    }
    let end = max(start + 1, first < last ? cells[last - 1].start + cells[last - 1].width : 0)

    var left = 0
    if width > Self.widest, min(end, start + Self.before) > Self.widest {
      left = max(0, min(start - Self.before, width - Self.widest))
    }
    let right = left + Self.widest
    let shown = cells.drop { $0.start < left || (left > 0 && $0.width == 0) }
      .prefix { $0.start + $0.width <= right }
    let isClippedLeft = skipped > 0 || shown.startIndex > 0
    let isClippedRight =
      shown.endIndex < cells.endIndex || visible.endIndex < scalars.endIndex
    let origin = (shown.first?.start ?? width) - (isClippedLeft ? 1 : 0)
    text =
      (isClippedLeft ? "…" : "") + shown.map(\.text).joined() + (isClippedRight ? "…" : "")
    if column > 0 {
      let tail = min(end, right) - start - 1
      caret =
        String(repeating: " ", count: max(0, start - origin)) + "^"
        + String(repeating: "~", count: max(0, tail))
    }
  }

  /// What one scalar becomes on the screen.
  private struct Cell {
    var text: String
    /// In columns from the start of what is looked at.
    var start: Int
    var width: Int
  }

  private static func cells(of scalars: some Collection<Unicode.Scalar>) -> [Cell] {
    var cells: [Cell] = []
    var start = 0
    var previous: Unicode.Scalar?
    for scalar in scalars {
      var cell = Cell(text: "", start: start, width: 0)
      if scalar == "\t" {
        cell.width = tabStop - start % tabStop
        cell.text = String(repeating: " ", count: cell.width)
      } else {
        let shown = printable(scalar)
        cell.width = displayWidth(of: shown, after: previous)
        cell.text = String(shown)
      }
      cells.append(cell)
      start += cell.width
      previous = scalar
    }
    return cells
  }
}
