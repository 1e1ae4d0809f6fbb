/// What a paragraph tells to those who see nothing else of its text: it without the addressee at its head, and without a last
/// clause that only leads on to what stands below. Empty where nothing is left.
func gist(of paragraph: String) -> String {
  var rest = trimmed(withoutAddressee(paragraph.unicodeScalars[...]))
  guard let last = rest.last, isOpen(last) else { return String(rest) }
  // Back to the sentence before, with the marks that close it.
  guard let end = rest.indices.reversed().first(where: { endsSentence(rest, $0) }) else { return "" }
  let next = rest.index(after: end)
  rest = rest[..<(rest[next...].firstIndex { !isClosing($0) } ?? rest.endIndex)]
  return String(rest)
}

/// Whether more must follow: no sentence ends so.
private func isOpen(_ scalar: Unicode.Scalar) -> Bool { "：:，,、".unicodeScalars.contains(scalar) }

private func isClosing(_ scalar: Unicode.Scalar) -> Bool { "”’」』》）)\"".unicodeScalars.contains(scalar) }

private func endsSentence(_ text: Substring.UnicodeScalarView, _ index: String.Index) -> Bool {
  if "。！？!?…".unicodeScalars.contains(text[index]) { return true }
  // A point also stands in numbers and addresses.
  let next = text.index(after: index)
  return text[index] == "." && next < text.endIndex && text[next] == " "
}

/// Whom a letter speaks to stands in a line of its own, which ends in a colon and has no other mark in it than what joins
/// names: 各位会员、各位家属：
private func withoutAddressee(_ text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
  var length = 0
  for index in text.indices {
    let scalar = text[index]
    length += 1
    if scalar == "：" || scalar == ":" {
      let next = text.index(after: index)
      // Within a line the colon belongs to a sentence: 时间：三月八日.
      guard next < text.endIndex, text[next] == " " else { return text }
      return text[next...]
    }
    let isName = scalar.properties.isAlphabetic || scalar == "、" || scalar == " "
    if !isName || length > 30 { return text }
  }
  return text
}

private func trimmed(_ text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
  let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
  guard let first = text.firstIndex(where: { !isBlank($0) }), let last = text.lastIndex(where: { !isBlank($0) })
  else { return Substring.UnicodeScalarView() }
  return text[first...last]
}
