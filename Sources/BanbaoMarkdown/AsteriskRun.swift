/// Makes `这是**重点。**所以` bold.
///
/// CommonMark lets a run of `*` open or close only beside the right mixture of letters, punctuation and white space,
/// which Chinese does not have. Where a CJK character stands on either side of a run and white space on neither, a
/// private-use character is put before and after the run, so that it may do both; whoever reads the tree drops
/// that character again. This is the rule of the "CJK-friendly" amendment; `_` keeps CommonMark's rule.
///
/// - Parameter found: an asterisk behind which no asterisk has been looked at.
/// - Returns: the run that begins there, without an escaped asterisk, and whether it needs the character.
func asteriskRun(
  _ text: UnsafeBufferPointer<UInt8>, at found: Int
) -> (run: Range<Int>, needsHelp: Bool) {
  let start = isEscaped(text, found) ? found + 1 : found
  var end = start
  while end < text.count, text[end] == UInt8(ascii: "*") { end += 1 }
  return (start..<end, end > start && needsHelp(text, start, end))
}

/// Whether an odd number of backslashes stands before `index`.
func isEscaped(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
  var start = index
  while start > 0, text[start - 1] == UInt8(ascii: "\\") { start -= 1 }
  return (index - start) % 2 == 1
}

private func needsHelp(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
  guard end < text.count, let neighbour = scalar(text, before: start) else { return false }
  let after = scalar(text, at: end).value
  var before = neighbour.value
  if isMarkdownSpace(before) || isMarkdownSpace(after) { return false }
  if isVariationSelector(before) {
    before = scalar(text, before: start - neighbour.length)?.value ?? before
  }
  // Between two letters CommonMark's own rule lets the run open and close.
  if isPlainLetter(before), isPlainLetter(after) { return false }
  return isWide(before) || isHangul(before) || isWide(after) || isHangul(after)
}

private func isPlainLetter(_ scalar: UInt32) -> Bool {
  scalar < 0x80 ? isASCIIAlphanumeric(UInt8(scalar)) : isEastAsianLetter(scalar)
}
