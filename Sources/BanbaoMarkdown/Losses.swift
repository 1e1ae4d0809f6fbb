/// What of a text is not on its page as it was typed.
struct Loss {
  enum Kind {
    case text
    /// Cells beyond a table's head.
    case cells
    /// Words behind the marks that open a code block.
    case info
    /// A link definition that no link uses; whether another one bears its label.
    case definition(label: Range<Int>, isSecond: Bool)
    /// A note to which no mark leads; whether another one bears its label.
    case note(label: Range<Int>, isSecond: Bool)
    /// A mark that leads to no note: it stands on the page as it was typed.
    case vainMark
    /// The number of an item, and what the page shows in its place.
    case number(Int)
  }

  var kind: Kind
  /// From the first sign that is meant to behind the last.
  var range: Range<Int>
}

extension Comparison {
  mutating func addLoss(_ kind: Loss.Kind, _ range: Range<Int>) {
    guard let first = nextWord(from: range.lowerBound, before: range.upperBound) else { return }
    var end = range.upperBound
    while end > first + 1, text[end - 1] < 0x80, !isASCIIAlphanumeric(text[end - 1]) { end -= 1 }
    losses.append(Loss(kind: kind, range: first..<end))
  }

  /// Says what a stretch of the text was that stands nowhere on the page.
  mutating func explain(_ gap: Range<Int>) {
    var index = gap.lowerBound
    while let word = nextWord(from: index, before: gap.upperBound) {
      if let behind = passDefinition(from: index, word, before: gap.upperBound) {
        index = behind
        continue
      }
      let isCells = followsRow && index == gap.lowerBound && !holdsLineEnd(index..<word)
      let end = isCells ? endOfLine(word, gap.upperBound) : endOfLoss(from: word, gap.upperBound)
      addLoss(isCells ? .cells : .text, word..<end)
      index = max(end, word + 1)
    }
  }

  /// Passes the definition or the note to which a word belongs; nil where it belongs to none.
  private mutating func passDefinition(from start: Int, _ word: Int, before limit: Int) -> Int? {
    var line = word
    while line > start, text[line - 1] != 0x0A, text[line - 1] != 0x0D { line -= 1 }
    for opener in [passPrefix(start, before: limit, acrossLines: true), passPrefix(line, before: limit)] {
      guard opener <= word, opener < limit, text[opener] == UInt8(ascii: "[") else { continue }
      if let close = endOfFootnoteLabel(opener), close + 1 < limit, text[close + 1] == UInt8(ascii: ":") {
        let range = opener..<endOfLoss(from: close, limit)
        losses.append(Loss(kind: .note(label: opener + 2..<close, isSecond: false), range: trimmed(range)))
        return range.upperBound
      }
      if let definition = LinkDefinition(in: text, at: opener, before: limit) {
        definitions.append(definition)
        return definition.range.upperBound
      }
    }
    return nil
  }

  /// Behind the last line before the next that begins as a definition or a note does.
  private func endOfLoss(from start: Int, _ limit: Int) -> Int {
    var end = endOfLine(start, limit)
    while end < limit {
      let next = passPrefix(end, before: limit, acrossLines: true)
      if next < limit, text[next] == UInt8(ascii: "["), let close = endOfLabel(next + 1), close + 1 < limit,
        text[close + 1] == UInt8(ascii: ":")
      {
        break
      }
      end = endOfLine(max(next, end + 1), limit)
    }
    return end
  }

  private func endOfLine(_ start: Int, _ limit: Int) -> Int {
    guard start < limit else { return limit }
    return text[start..<limit].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? limit
  }

  private func holdsLineEnd(_ range: Range<Int>) -> Bool { text[range].contains { $0 == 0x0A || $0 == 0x0D } }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound + 1, text[end - 1] <= 0x20 { end -= 1 }
    return range.lowerBound..<end
  }

  /// Adds the definitions whose words no link brought to the page, and tells notes with a label of their own from
  /// those that bear another's.
  mutating func judgeDefinitions() {
    if !definitions.isEmpty {
      var used = Set(references.map { key($0.label, words($0.destination), words($0.title)) })
      let labels = Set(references.map { normalized($0.label) })
      for definition in definitions.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
        let key = key(definition.label, wordsOfAttribute(definition.destination), wordsOfAttribute(definition.title))
        if used.remove(key) != nil { continue }
        let isSecond = labels.contains(normalized(definition.label))
        losses.append(
          Loss(kind: .definition(label: definition.label, isSecond: isSecond), range: trimmed(definition.range)))
      }
    }
    for index in losses.indices {
      guard case .note(let label, _) = losses[index].kind else { continue }
      losses[index].kind = .note(label: label, isSecond: footnoteLabels.contains(normalized(label)))
    }
  }

  /// What tells what a link by reference brings to the page.
  private func key(_ label: Range<Int>, _ destination: [UInt8], _ title: [UInt8]) -> [UInt8] {
    normalized(label) + [0x0A] + destination + [0x0A] + title
  }

  /// A label as labels are compared: white space and line ends as one space, and no difference between small letters
  /// and large ones.
  func normalized(_ label: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    var beginsLine = false
    for byte in text[label] {
      switch byte {
      case 0x0A, 0x0D: beginsLine = true
      case UInt8(ascii: ">") where beginsLine: continue
      case 0x09, 0x0B, 0x0C, 0x20: break
      default:
        beginsLine = false
        bytes.append(byte)
        continue
      }
      if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return Array(String(decoding: bytes, as: UTF8.self).lowercased().uppercased().utf8)
  }

  // MARK: Recovery

  /// Finds where a piece goes on that does not stand at the place where it should; what lies before it is lost.
  mutating func recover(_ index: Int) {
    let limit = endOfBlock()
    let piece = pieces[index]
    let reading = EntityReading(piece.kind)
    var first = 0
    while first < piece.bytes.count, misses <= mostMisses {
      if let found = find(window(index, from: first), from: place, before: limit) {
        addLoss(.text, place..<found)
        place = found
        first = walk(piece.bytes, from: first, reading)
        continue
      }
      // Perhaps a part of it stands here, and the rest further on.
      misses += 1
      let start = place
      let behind = walk(piece.bytes, from: first, reading)
      guard behind > first, find(window(index, from: behind), from: place, before: limit) != nil else {
        place = start
        return
      }
      first = behind
    }
  }

  private mutating func find(_ words: [UInt8], from start: Int, before limit: Int) -> Int? {
    guard let first = words.first else { return nil }
    var index = start
    while let next = nextWord(from: index, before: limit) {
      if text[next] == first, stand(words, at: next) { return next }
      index = next + wordScalar(text, at: next).length
    }
    return nil
  }

  private func stand(_ words: [UInt8], at start: Int) -> Bool {
    var matched = 0
    var index = start
    while matched < words.count, index < text.count {
      let (isWord, length) = wordScalar(text, at: index)
      if isWord {
        guard text[index..<index + length].elementsEqual(words[matched...].prefix(length)) else { return false }
        matched += length
      }
      index += length
    }
    return matched >= words.count
  }

  // MARK: Marks without a note

  /// Adds the footnote marks of a stretch of text, `[^1]` or as an input method writes it, `【^1】`.
  mutating func addVainMarks(in range: Range<Int>) {
    var index = range.lowerBound
    while let caret = text[index..<range.upperBound].firstIndex(of: UInt8(ascii: "^")) {
      index = caret + 1
      guard let (opener, length) = scalar(text, before: caret), caret - length >= range.lowerBound,
        opener == 0x5B || opener == 0x3010 || opener == 0xFF3B, !isEscaped(text, caret - length)
      else { continue }
      var end = index
      var isBlank = true
      var isClosed = false
      while end < min(range.upperBound, index + 160), !isClosed {
        let (value, length) = scalar(text, at: end)
        if value < 0x20 || value == 0x5B { break }
        end = min(end + length, range.upperBound)
        isClosed = value == 0x5D || value == 0x3011 || value == 0xFF3D
        if !isClosed, value > 0x20 { isBlank = false }
      }
      guard isClosed, !isBlank else { continue }
      losses.append(Loss(kind: .vainMark, range: caret - length..<end))
      index = end
    }
  }
}
