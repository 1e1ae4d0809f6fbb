/// Where lines of a Chinese title may end, as offsets of its UTF-8 in ascending order: between words, but not inside names,
/// dates, numbers and short names of works, and not where one word leans on the other (GB/T 9704-2012, 7.3.1: 词意完整).
func lineBreaks(in title: String) -> [Int] {
  let bytes = Array(title.utf8)
  // Nothing but ASCII, or too short to be broken.
  guard bytes.count > 12, bytes.contains(where: { $0 >= 0xE3 }) else { return [] }
  let tokens = tokens(of: bytes)
  var breaks: [Int] = []
  // In a name of a work, the place where it began.
  var named: (start: Int, count: Int)?
  for (index, token) in tokens.enumerated() {
    if token.kind == .opening { named = (token.start, breaks.count) }
    if let start = named, token.kind == .closing {
      // Such a name stands on one line where a line can hold it.
      if token.start - start.start <= longestName { breaks.removeLast(breaks.count - start.count) }
      named = nil
    }
    guard index + 1 < tokens.count else { break }
    let next = tokens[index + 1]
    // A last line has two characters at least.
    if index + 2 == tokens.count, next.isShort { break }
    if mayPart(token, next, before: index > 0 ? tokens[index - 1] : nil) { breaks.append(next.start) }
  }
  return breaks
}

/// In bytes: a bracket and eight Han characters.
private let longestName = 27

/// A piece of a title that no line ends in.
private struct Token {
  enum Kind { case word, opening, closing, run, blank }

  var kind: Kind
  var start: Int
  /// A word of one character.
  var isShort = false
  /// A word that is a number, or a run that ends in a digit.
  var isNumber = false
  /// A word of one character that belongs to what stands before it.
  var isSuffix = false
}

private func mayPart(_ first: Token, _ second: Token, before: Token?) -> Bool {
  // 月 of 5月, 次 of 三次.
  let countsFirst = first.isShort && before?.isNumber ?? false
  let leansForward = first.kind == .word && (first.isNumber || (first.isShort && !first.isSuffix && !countsFirst))
  if leansForward { return false }
  return switch (first.kind, second.kind) {
  case (.word, .word): !leansBack(second, on: first)
  case (.word, .run): !first.isShort
  case (.word, .opening), (.run, .opening), (.closing, .opening), (.closing, .run): true
  case (.closing, .word): !second.isSuffix
  case (.run, .word), (.run, .run), (_, .closing), (.opening, _), (.blank, _), (_, .blank): false
  }
}

private func leansBack(_ token: Token, on first: Token) -> Bool {
  token.isSuffix || (token.isShort && first.isNumber)
}

private func tokens(of bytes: [UInt8]) -> [Token] {
  var words = wordsRead(in: bytes)[...]
  var tokens: [Token] = []
  var index = 0
  while index < bytes.count {
    if let word = words.first, word.lowerBound <= index {
      words.removeFirst()
      let text = String(decoding: bytes[word], as: UTF8.self)
      let isShort = text.unicodeScalars.count == 1
      tokens.append(
        Token(
          kind: .word, start: word.lowerBound, isShort: isShort,
          isNumber: text.unicodeScalars.allSatisfy { numerals.contains($0) },
          isSuffix: isShort && text.unicodeScalars.allSatisfy { suffixes.contains($0) }))
      index = max(index + 1, word.upperBound)
      continue
    }
    let end = words.first?.lowerBound ?? bytes.count
    for scalar in String(decoding: bytes[index..<end], as: UTF8.self).unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar) || numerals.contains(scalar)
      let kind: Token.Kind =
        if scalar == " " || scalar == "\u{3000}" {
          .blank
        } else if opening.contains(scalar) {
          .opening
        } else if closing.contains(scalar) {
          .closing
        } else {
          .run
        }
      if kind == .run, tokens.last?.kind == .run {
        tokens[tokens.count - 1].isNumber = isDigit
      } else {
        tokens.append(Token(kind: kind, start: index, isNumber: isDigit))
      }
      index += UTF8.width(scalar)
    }
  }
  return tokens
}

private let opening = Set("《〈“‘「『（【〔(".unicodeScalars)
private let closing = Set("》〉”’」』）】〕)，。、；：！？".unicodeScalars)
private let numerals = Set("〇零一二三四五六七八九十百千万亿两".unicodeScalars)
/// Characters that as words of their own belong to what stands before them.
private let suffixes = Set("的了着过得地们者等式化率费会部科处组队员长奖节月届项次".unicodeScalars)
