// Over 300 lines: one linear pass over a text, whose counters guard one another.

/// What one look at the bytes tells before they are parsed.
struct Survey {
  /// Whether there are runs of emphasis or strikethrough.
  var hasDelimiters = false
  var hasTildes = false
  var hasBackslashes = false
  /// Whether two spaces stand together behind a line's beginning.
  var hasSpaceRuns = false
  /// Whether there is a `<` with a letter behind it.
  var hasTags = false
  /// Whether there is a `](`.
  var hasLinks = false
  /// Whether a line may be a row of a table that is none.
  var mayHoldRows = false
  /// Whether a line is indented so far, or begins with so many equal signs, that it may be read as code, or begins with
  /// what may be read as HTML.
  var mayBeMisread = false
  /// Where a `>` begins a line and is a sign: `>60岁`.
  var signs: [Int] = []
  /// Whether anything looks like an address: `//` or `w.`
  var hasAddresses = false
  var hasCarets = false
  /// Whether `seekSlips` can find anything, and whether it can only find marks with a space beside them.
  var mayHoldSlips = false
  var mayHoldSpacedMarks = false
  /// The first limit that is passed; then the text must not be parsed.
  var excess: Excess?
}

/// Looks for input that would keep the parser busy beyond measure, in one pass.
///
/// What can cost more than linear time is counted within the stretches of text that can't reach into each other:
/// lines without a blank one between them, cut where a list item, a heading or a table's row surely begins.
func survey(_ text: UnsafeBufferPointer<UInt8>, limits: MarkdownLimits) -> Survey {
  var surveyor = Surveyor(text: text, limits: limits)
  return surveyor.run()
}
