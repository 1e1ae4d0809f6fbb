/// One step of a comparison: a piece of the page beside the text.
extension Comparison {
  /// What an entity of the text counts as: itself, what it means unless a backslash stands before it, or what it means.
  enum EntityReading {
    case literal, text, attribute

    init(_ kind: Transcript.Piece.Kind) {
      switch kind {
      case .literal: self = .literal
      case .text: self = .text
      default: self = .attribute
      }
    }
  }

  /// Passes a piece that stands in the text; false, and nothing is passed, where it does not stand there.
  ///
  /// - Parameter isAddress: whether it is an address that is a link by itself.
  mutating func passWhole(_ piece: Transcript.Piece, isAddress: Bool = false) -> Bool {
    let start = place
    let count = piece.bytes.count
    let reading = EntityReading(piece.kind)
    // Code keeps its entities, and so do a bare address and a path; without an entity in it, code reads as text does.
    let isCode =
      reading == .literal ? piece.bytes.contains(UInt8(ascii: "&")) : isAddress && holdsEntity(piece.bytes)
    let likely = isCode ? .literal : reading == .literal ? .text : reading
    if walk(piece.bytes, likely) == count { return true }
    place = start
    if walk(piece.bytes, isCode ? .text : .literal) == count { return true }
    place = start
    // The text before code may end in entities.
    var behind = start
    for _ in 0..<8 {
      guard let next = passEntity(from: behind) else { break }
      (place, behind) = (next, next)
      if walk(piece.bytes, .literal) == count { return true }
    }
    place = start
    return false
  }

  /// Walks along a piece and the text together as far as they agree; returns where in the piece that ended.
  mutating func walk(
    _ bytes: UnsafeBufferPointer<UInt8>, from first: Int = 0, _ reading: EntityReading
  ) -> Int {
    var index = first
    while index < bytes.count {
      let equal = equalLength(text, place, bytes, index)
      place += equal
      index += equal
      guard index < bytes.count else { break }
      // Not in the middle of a scalar.
      while index > first, place > 0, place < text.count, text[place] & 0xC0 == 0x80,
        bytes[index] & 0xC0 == 0x80
      {
        place -= 1
        index -= 1
      }
      let (isWord, length) = wordScalar(bytes, at: index)
      let isKept = !isWord && sentinel?.sign(in: bytes, at: index) == UInt8(ascii: "&")
      let isAmpersand = isKept || bytes[index] == UInt8(ascii: "&")
      let sign = place < text.count ? wordScalar(text, at: place) : (isWord: true, length: 0)
      if isKept || (isAmpersand && reading == .literal), !sign.isWord, text[place] == UInt8(ascii: "&") {
        (place, index) = (place + 1, index + length)
      } else if reading != .literal, place < text.count, text[place] == UInt8(ascii: "&"),
        let entity = entities.entity(in: text, at: place, isEscapable: reading == .text)
      {
        if bytes[index...].starts(with: entity.meaning) {
          (place, index) = (place + entity.length, index + entity.meaning.count)
        } else if !isWord, !isAmpersand {
          index += length
        } else if !holdsWord(entity.meaning) {
          place += entity.length
        } else if let behind = pass(entity.meaning, in: bytes, from: index) {
          place += entity.length
          index = behind
        } else {
          return index
        }
      } else if isAmpersand, !sign.isWord {
        // Every `&` of the page stands in the text: as it is, or as an entity.
        if text[place] == UInt8(ascii: "&") { index += length }
        place += sign.length
      } else if !isWord {
        index += length
      } else if !sign.isWord {
        place += sign.length
      } else {
        return index
      }
    }
    return bytes.count
  }

  /// Passes the words of an entity's meaning in a piece; nil where others stand there.
  private func pass(_ meaning: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from first: Int)
    -> Int?
  {
    meaning.withUnsafeBufferPointer { meaning in
      var (index, next) = (first, 0)
      while let word = firstWord(meaning, from: next) {
        guard let found = firstWord(bytes, from: index) else { return nil }
        next = word + wordScalar(meaning, at: word).length
        guard stands(UnsafeBufferPointer(rebasing: meaning[word..<next]), in: bytes, at: found)
        else { return nil }
        index = found + next - word
      }
      return index
    }
  }

  private mutating func holdsEntity(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in bytes.indices where bytes[index] == UInt8(ascii: "&") {
      if entities.entity(in: bytes, at: index) != nil { return true }
    }
    return false
  }

  func holdsWord(_ piece: Transcript.Piece) -> Bool { firstWord(piece.bytes, from: 0) != nil }

  private func holdsWord(_ meaning: [UInt8]) -> Bool {
    meaning.withUnsafeBufferPointer { firstWord($0, from: 0) != nil }
  }

  /// Behind the next entity that stands before the next word, and means none.
  private mutating func passEntity(from start: Int) -> Int? {
    var index = start
    while index < text.count {
      if text[index] == UInt8(ascii: "&"),
        let (length, meaning) = entities.entity(in: text, at: index)
      {
        return holdsWord(meaning) ? nil : index + length
      }
      let (isWord, length) = wordScalar(text, at: index)
      if isWord { return nil }
      index += length
    }
    return nil
  }

  /// The next letter, digit or symbol of the text; an entity that means none is passed over.
  mutating func nextWord(from start: Int, before limit: Int) -> Int? {
    var index = start
    while index < limit {
      let (isWord, length) = wordScalar(text, at: index)
      if isWord { return index }
      if text[index] == UInt8(ascii: "&"), let entity = entities.entity(in: text, at: index) {
        if holdsWord(entity.meaning) { return index + 1 }
        index += entity.length
      } else {
        index += length
      }
    }
    return nil
  }

  /// The letters, digits and symbols of a piece.
  func words(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var words: [UInt8] = []
    var index = 0
    while let next = firstWord(bytes, from: index) {
      index = next + wordScalar(bytes, at: next).length
      words.append(contentsOf: bytes[next..<index])
    }
    return words
  }

  /// The letters, digits and symbols of an address or a title in the text.
  mutating func wordsOfAttribute(_ range: Range<Int>) -> [UInt8] {
    var words: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] == UInt8(ascii: "&"),
        let entity = entities.entity(in: text, at: index, isEscapable: false)
      {
        words += entity.meaning.withUnsafeBufferPointer { self.words($0) }
        index += entity.length
        continue
      }
      let (isWord, length) = wordScalar(text, at: index)
      if isWord { words.append(contentsOf: text[index..<index + length]) }
      index += length
    }
    return words
  }

  /// How far the text from an offset on agrees with the pieces from an index on, up to the next that is no text.
  mutating func agreement(from start: Int, _ first: Int) -> Int {
    let words = window(first)
    let read = agreement(from: start, words, readsEntities: true)
    // Code keeps its entities.
    return read == words.count ? read : max(read, agreement(from: start, words, readsEntities: false))
  }

  private mutating func agreement(from start: Int, _ words: [UInt8], readsEntities: Bool) -> Int {
    var matched = 0
    var index = start
    while matched < words.count,
      let next = readsEntities ? nextWord(from: index, before: text.count) : firstWord(text, from: index)
    {
      index = next + wordScalar(text, at: next).length
      let part = text[next..<index]
      guard part.elementsEqual(words[matched...].prefix(part.count)) else { break }
      matched += part.count
    }
    return matched
  }

  /// The words of the pieces from an index on, up to the next that is no text, but no more than tell them from others.
  ///
  /// - Parameter offset: where in the first piece to begin.
  func window(_ first: Int, from offset: Int = 0) -> [UInt8] {
    var words: [UInt8] = []
    var start = offset
    for piece in pieces[min(first, pieces.count)...] {
      switch piece.kind {
      case .text, .literal, .attribute, .unprinted:
        while let next = firstWord(piece.bytes, from: start) {
          start = next + wordScalar(piece.bytes, at: next).length
          words.append(contentsOf: piece.bytes[next..<start])
          if words.count > 45 { return words }
        }
        start = 0
      case .linkStart: continue
      default: return words
      }
    }
    return words
  }
}

/// How many bytes two texts have in common from a place in each on, up to an `&`; eight at a time, because nearly all of
/// a text stands on its page as it is.
private func equalLength(
  _ a: UnsafeBufferPointer<UInt8>, _ start: Int, _ b: UnsafeBufferPointer<UInt8>, _ other: Int
) -> Int {
  let count = min(a.count - start, b.count - other)
  let ampersand = UInt8(ascii: "&")
  var index = 0
  let (words, others) = (UnsafeRawBufferPointer(a), UnsafeRawBufferPointer(b))
  while index + 8 <= count {
    let word = words.loadUnaligned(fromByteOffset: start + index, as: UInt64.self)
    guard word == others.loadUnaligned(fromByteOffset: other + index, as: UInt64.self),
      !holds(ampersand, word)
    else {
      break
    }
    index += 8
  }
  while index < count, a[start + index] == b[other + index], a[start + index] != ampersand { index += 1 }
  return index
}

/// Whether one of eight bytes is a certain one (Mycroft, 1987).
func holds(_ byte: UInt8, _ word: UInt64) -> Bool {
  let difference = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
  return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0
}

private func firstWord(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
  var index = start
  while index < bytes.count {
    let (isWord, length) = wordScalar(bytes, at: index)
    if isWord { return index }
    index += length
  }
  return nil
}
