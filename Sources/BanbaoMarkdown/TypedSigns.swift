// Signs outside pairs that are meant as such: in paths of Windows, in blanks, in the names of files.

/// Gives the signs in a path of Windows their stand-ins: `C:\Users\护士\_表.xlsx`, `\\server\share\#1`.
///
/// A path begins with a drive's letter or with two backslashes and a name, and ends at white space, unless the next
/// word holds another backslash, or at Chinese punctuation.
func addPaths(_ text: UnsafeBufferPointer<UInt8>, to changes: inout [Change]) {
  var index = 0
  while let found = offset(of: UInt8(ascii: "\\"), in: text, from: index, before: text.count) {
    guard beginsPath(text, at: found) else {
      index = found + 2
      if index >= text.count { return }
      continue
    }
    let end = endOfPath(text, from: found)
    for place in found..<end where isMark(text[place]) { changes.append(Change(at: place, .sign)) }
    index = end
  }
}

private func beginsPath(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
  if index > 1, text[index - 1] == UInt8(ascii: ":"), isASCIILetter(text[index - 2]) {
    return index == 2 || !isASCIIAlphanumeric(text[index - 3])
  }
  guard index + 2 < text.count, text[index + 1] == UInt8(ascii: "\\") else { return false }
  guard isASCIIAlphanumeric(text[index + 2]) || text[index + 2] >= 0xE4 else { return false }
  return text[(index + 2)..<endOfPath(text, from: index + 2)].contains(UInt8(ascii: "\\"))
}

private func endOfPath(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var index = start
  var brackets = 0
  while index < text.count {
    let byte = text[index]
    if byte == 0x20 {
      let word = text[(index + 1)...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ")") }
      guard let slash = word.firstIndex(of: UInt8(ascii: "\\")), slash > word.startIndex else { return index }
      index += 1
      continue
    }
    if byte < 0x20 || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "|") || byte == UInt8(ascii: ">") {
      return index
    }
    let (value, length) = scalar(text, at: index)
    switch value {
    case 0xFF08: brackets += 1
    case 0xFF09 where brackets > 0: brackets -= 1
    default: if isEastAsianPunctuation(value) { return index }
    }
    index += length
  }
  return index
}

private func isASCIILetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

/// What means something to the parser inside a word.
private func isMark(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "["),
    UInt8(ascii: "]"), UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "`"), UInt8(ascii: "<"):
    true
  default: false
  }
}

/// Keeps white space that is a blank to be filled in, which a browser would take for one space: `（    ）`,
/// `姓名：    电话：`. All but the last of its spaces get stand-ins.
func addBlanks(_ text: UnsafeBufferPointer<UInt8>, to changes: inout [Change]) {
  var index = 0
  while let found = offset(of: 0x20, in: text, from: index, before: text.count) {
    var end = found
    while end < text.count, text[end] == 0x20 { end += 1 }
    index = end
    guard end - found > 1, found > 0, end < text.count, text[end] > 0x20, text[end] != UInt8(ascii: "|") else {
      continue
    }
    let before = text[found - 1]
    let opensLink = found > 1 && text[found - 2] == UInt8(ascii: "]")
    guard before >= 0x80 || (!opensLink && (before == UInt8(ascii: "(") || before == UInt8(ascii: ":"))) else {
      continue
    }
    for place in found..<(end - 1) { changes.append(Change(at: place, .sign)) }
  }
}

/// Gives the blanks in a file's name their stand-ins: `[报名表](报名 表.docx)`, `![合影](合影 1.png "合影")`.
func addFileNames(_ text: UnsafeBufferPointer<UInt8>, to changes: inout [Change]) {
  var index = 0
  while let found = offset(of: UInt8(ascii: "]"), in: text, from: index, before: text.count) {
    index = found + 1
    guard index < text.count, text[index] == UInt8(ascii: "(") else { continue }
    guard let name = nameWithBlanks(text, from: index + 1) else { continue }
    for place in name where text[place] == 0x20 { changes.append(Change(at: place, .sign)) }
    index = name.upperBound
  }
}

/// No path is longer, and no text is searched further for a bracket that may be missing.
private let mostBytesOfName = 500

/// The name of a file that holds blanks, between the round brackets of a link, without the title that may follow it;
/// nil where there is no such name.
private func nameWithBlanks(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
  var first = start
  while first < text.count, text[first] == 0x20 { first += 1 }
  guard first < text.count, text[first] != UInt8(ascii: "<") else { return nil }
  var depth = 0
  var hasBlank = false
  var end = first
  scan: while end < text.count, end - first < mostBytesOfName {
    switch text[end] {
    case 0x0A, 0x0D: return nil
    case 0x20: hasBlank = true
    // Another link begins.
    case UInt8(ascii: "]") where end + 1 < text.count && text[end + 1] == UInt8(ascii: "("): return nil
    case UInt8(ascii: "("): depth += 1
    case UInt8(ascii: ")"):
      if depth == 0 { break scan }
      depth -= 1
    default: break
    }
    end += 1
  }
  guard hasBlank, end < text.count, text[end] == UInt8(ascii: ")") else { return nil }
  end = withoutTitle(text, first..<end)
  while end > first, text[end - 1] == 0x20 { end -= 1 }
  guard text[first..<end].contains(0x20), isFileName(text[first..<end]) else { return nil }
  return first..<end
}

/// Where what stands before a title ends.
private func withoutTitle(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
  var end = range.upperBound
  while end > range.lowerBound, text[end - 1] == 0x20 { end -= 1 }
  guard end > range.lowerBound, text[end - 1] == UInt8(ascii: "\"") || text[end - 1] == UInt8(ascii: "'") else {
    return end
  }
  let quote = text[end - 1]
  guard let opening = text[range.lowerBound..<(end - 1)].lastIndex(of: quote), opening > range.lowerBound,
    text[opening - 1] == 0x20
  else { return end }
  return opening
}

/// Whether it ends like a file: `.docx`.
private func isFileName(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return false }
  let suffix = name[(dot + 1)...].prefix { $0 != UInt8(ascii: "#") }
  return (1...5).contains(suffix.count) && suffix.allSatisfy(isASCIIAlphanumeric)
}
