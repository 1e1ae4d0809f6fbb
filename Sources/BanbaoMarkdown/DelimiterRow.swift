/// Whether a line is the delimiter row of a table whose header is the line before it, both at the left margin and
/// beginning with `|`. Stricter than the parser: what it takes for a table is one.
func isDelimiterRow(
  _ line: Range<Int>, of header: Range<Int>, in text: UnsafeBufferPointer<UInt8>
) -> Bool {
  guard text[line.lowerBound] == UInt8(ascii: "|"), text[header.lowerBound] == UInt8(ascii: "|"),
    !text[header].contains(UInt8(ascii: "\\"))
  else { return false }
  let wanted = cellCount(header, text)
  var columns = 0
  var index = line.lowerBound + 1
  while index < line.upperBound {
    while index < line.upperBound, text[index] == 0x20 { index += 1 }
    if index == line.upperBound { break }
    if text[index] == UInt8(ascii: ":") { index += 1 }
    let dashes = index
    while index < line.upperBound, text[index] == UInt8(ascii: "-") { index += 1 }
    guard index > dashes else { return false }
    if index < line.upperBound, text[index] == UInt8(ascii: ":") { index += 1 }
    while index < line.upperBound, text[index] == 0x20 { index += 1 }
    columns += 1
    guard index == line.upperBound || text[index] == UInt8(ascii: "|") else { return false }
    index += 1
  }
  return columns == wanted && columns > 0
}

/// The cells of a row that begins with `|`; the last `|` may be missing.
private func cellCount(_ row: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Int {
  var count = 0
  var hasRest = false
  for byte in text[row.lowerBound + 1..<row.upperBound] {
    if byte == UInt8(ascii: "|") {
      count += 1
      hasRest = false
    } else if byte != 0x20 {
      hasRest = true
    }
  }
  return hasRest ? count + 1 : count
}
