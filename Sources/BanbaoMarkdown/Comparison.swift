/// Compares an author's text with what a writer put on the page: every letter, digit, Han character and symbol of the
/// text stands there in its order, or in an address or an attribute that its mark-up put it in; what does not is a
/// loss.
///
/// Marks of Markdown, white space and stops are passed over on both sides. The blocks of the page are taken in the
/// order of the text, by their lines; what lies between them is a link definition, or lost. Takes linear time.
struct Comparison {
  let text: UnsafeBufferPointer<UInt8>
  let pieces: [Transcript.Piece]
  private let blocks: [Range<Int>]
  /// Of the stand-ins in the pieces.
  let sentinel: Sentinel?
  /// Whether a mark of a footnote may stand in the text.
  private let seeksMarks: Bool

  /// How far the text is accounted for.
  var place = 0
  var entities = Entities()
  private var lines: LineCursor
  private var marks = MarkRun()
  private var block = 0
  /// Where the next block begins that stands on a later line; nil until it is asked for.
  private var knownEnd: Int?
  private var linkStarts: [Int] = []
  /// How often pieces of this block were not found in the text.
  var misses = 0
  let mostMisses = 8

  var losses: [Loss] = []
  var definitions: [LinkDefinition] = []
  /// The links that may be links by reference.
  private(set) var references: [Reference] = []
  /// The labels of the footnotes that are on the page.
  private(set) var footnoteLabels: Set<[UInt8]> = []

  struct Reference {
    var label: Range<Int>
    var destination: UnsafeBufferPointer<UInt8>
    var title: UnsafeBufferPointer<UInt8>
  }

  init(_ text: UnsafeBufferPointer<UInt8>, _ transcript: Transcript, _ sentinel: Sentinel?, seeksMarks: Bool) {
    self.text = text
    self.sentinel = sentinel
    pieces = transcript.pieces
    blocks = transcript.blocks()
    self.seeksMarks = seeksMarks
    lines = LineCursor(text: text)
  }

  /// What is lost, in the order of the text.
  mutating func run() -> [Loss] {
    while block < blocks.count {
      misses = 0
      knownEnd = nil
      for index in blocks[block] where misses <= mostMisses { pass(index) }
      if misses > mostMisses {
        let end = max(place, endOfBlock())
        addLoss(.text, place..<end)
        place = end
      }
      block += 1
    }
    explain(place..<text.count)
    judgeDefinitions()
    return losses.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func pass(_ index: Int) {
    let piece = pieces[index]
    switch piece.kind {
    case .block, .paragraph, .row: begin(index)
    case .text, .literal, .attribute, .unprinted: passText(index)
    case .itemNumber: passNumber(piece.number)
    case .task: passTask()
    case .footnoteLabel: passFootnoteLabel()
    case .linkStart: linkStarts.append(place)
    case .destination: passDestination(index)
    case .title: break
    }
  }

  // MARK: Blocks

  /// Whether the block before the one that begins is a row of a table.
  var followsRow: Bool { block > 0 && pieces[blocks[block - 1].lowerBound].kind == .row }

  /// Whether the block was cut off from the lines of the table behind it, whose first line the parser takes for its own.
  private var precedesTable: Bool {
    guard block + 1 < blocks.count else { return false }
    let (own, next) = (pieces[blocks[block].lowerBound], pieces[blocks[block + 1].lowerBound])
    return next.kind == .row && next.number == own.number
  }

  private mutating func begin(_ index: Int) {
    let start = lines.start(of: pieces[index].number)
    if start > place {
      explain(place..<start)
      place = start
    }
    if pieces[index].kind == .paragraph { passDefinitions(before: index + 1) }
  }

  /// Passes the definitions that the parser took from the beginning of a paragraph: those behind which the text goes on
  /// as the page does. Before a table the parser leaves them, unless a line that underlines nothing follows them.
  private mutating func passDefinitions(before index: Int) {
    var found: [LinkDefinition] = []
    let isInTask = index > 1 && pieces[index - 2].kind == .task
    // No further than the block goes: what follows may be a text of nothing but signs of lists.
    let limit = endOfBlock()
    var start = passPrefix(place, before: limit)
    while start < limit, text[start] == UInt8(ascii: "["),
      let definition = LinkDefinition(in: text, at: start, before: limit, isInTask: isInTask)
    {
      found.append(definition)
      start = passPrefix(definition.range.upperBound, before: limit)
    }
    guard !found.isEmpty else { return }
    let isCutOff = precedesTable
    var best = (count: 0, agreement: agreement(from: place, index))
    for (count, definition) in zip(1..., found) {
      let agreement = agreement(from: definition.range.upperBound, index)
      let isMore = agreement > best.agreement || (agreement == best.agreement && (agreement == 0 || !isCutOff))
      if isMore { best = (count, agreement) }
    }
    definitions += found.prefix(best.count)
    if best.count > 0 { place = found[best.count - 1].range.upperBound }
  }

  mutating func endOfBlock() -> Int {
    if let knownEnd { return knownEnd }
    let line = pieces[blocks[block].lowerBound].number
    let next = blocks[(block + 1)...].first { pieces[$0.lowerBound].number > line }
    var cursor = lines
    let end = next.map { cursor.start(of: pieces[$0.lowerBound].number) } ?? text.count
    knownEnd = end
    return end
  }

  /// Passes white space, what opens quotations and items, and what ends an item's number or a label.
  func passPrefix(_ start: Int, before limit: Int, acrossLines: Bool = false) -> Int {
    var index = start
    if index > 0, index < limit, text[index - 1] > 0x20, ".):".utf8.contains(text[index]) {
      index += 1
    }
    while index < limit {
      switch text[index] {
      case 0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        index += 1
      case 0x0A,
        0x0D where acrossLines:
        index += 1
      default: return index
      }
    }
    return index
  }

  // MARK: Pieces

  private mutating func passText(_ index: Int) {
    let piece = pieces[index]
    let start = place
    let isAddress = index + 1 < pieces.count && pieces[index + 1].kind == .destination && isBareAddress(index + 1)
    if !passWhole(piece, isAddress: isAddress) { recover(index) }
    if piece.kind == .unprinted { addLoss(.info, start..<place) }
    if seeksMarks, piece.kind == .text, piece.bytes.contains(UInt8(ascii: "^")) {
      addVainMarks(in: start..<place)
    }
  }

  private mutating func passNumber(_ printed: Int) {
    guard let start = nextWord(from: place, before: text.count) else { return }
    var typed: [UInt8] = []
    var end = start
    while end < text.count, typed.count < 10 {
      let (value, length) = scalar(text, at: end)
      // An input method's digits are digits.
      let digit = value >= 0xFF10 ? value - 0xFF10 + 0x30 : value
      guard (0x30...0x39).contains(digit) else { break }
      typed.append(UInt8(digit))
      end += length
    }
    guard !typed.isEmpty else { return }
    place = end
    if !typed.elementsEqual(String(printed).utf8) {
      losses.append(Loss(kind: .number(printed), range: start..<end))
    }
  }

  /// Passes the box of a task.
  private mutating func passTask() {
    guard let opener = text[place...].firstIndex(of: UInt8(ascii: "[")), opener + 2 < text.count,
      text[opener + 2] == UInt8(ascii: "]"), nextWord(from: place, before: opener) == nil
    else { return }
    place = opener + 3
  }

  private mutating func passFootnoteLabel() {
    readMarks()
    var mark = marks.footnote.flatMap { $0 >= place ? $0 : nil }
    if mark.flatMap({ endOfFootnoteLabel($0) }) == nil {
      misses += 1
      let limit = endOfBlock()
      mark =
        place < limit
        ? (place..<limit).first { isBracket("[", $0) && endOfFootnoteLabel($0) != nil } : nil
    }
    guard let mark, let end = endOfFootnoteLabel(mark) else { return }
    addLoss(.text, place..<mark)
    footnoteLabels.insert(normalized(mark + 2..<end))
    place = end + 1
  }

  /// Passes the address and the title of a link, or the label by which it refers to them. Where the text has none of
  /// them, the link is an address that stands for itself, or its text is its label.
  private mutating func passDestination(_ index: Int) {
    let destination = pieces[index]
    let title = index + 1 < pieces.count ? pieces[index + 1] : destination
    let start = linkStarts.popLast() ?? place
    readMarks()
    let behindText = place
    let holdsWord = holdsWord(destination) || holdsWord(title)
    if holdsWord, let parenthesis = marks.parenthesis, parenthesis >= place {
      place = parenthesis
      if passWhole(destination), passWhole(title) {
        if !destination.isPrinted { addLoss(.text, parenthesis..<place) }
        return
      }
      place = behindText
    }
    guard place <= marks.end, let close = (place..<marks.end).first(where: { isBracket("]", $0) })
    else { return }
    if !holdsWord, text[(close + 1)...].first == UInt8(ascii: "(") {
      place = close + 2
      return
    }
    let opener = (min(start, close)..<close).last { isBracket("[", $0) }
    var label = (opener.map { $0 + 1 } ?? start)..<close
    let isBare = isBareAddress(index)
    // The brackets of a link that ends together with this one come later.
    let isNested = index + 2 < pieces.count && pieces[index + 2].kind == .destination
    if let second = marks.label, second < endOfBlock(), second == close + 1 || (second > close && !isNested),
      let end = endOfLabel(second + 1),
      isLabel(second..<end, of: index, isAdjacent: second == close + 1)
    {
      label = second + 1..<end
      place = end + 1
    } else if !isBare {
      place = text[(close + 1)...].prefix(2).elementsEqual("[]".utf8) ? close + 3 : close + 1
    }
    guard destination.isPrinted else { return }
    references.append(Reference(label: label, destination: destination.bytes, title: title.bytes))
  }

  /// Whether the text of a link is its address, so that it needs no label.
  private func isBareAddress(_ index: Int) -> Bool {
    guard index > 1, pieces[index - 2].kind == .linkStart, pieces[index - 1].kind == .text else {
      return false
    }
    let (address, words) = (pieces[index].bytes, pieces[index - 1].bytes)
    return address.suffix(words.count).elementsEqual(words)
  }

  /// Whether brackets behind a link are its label: whether the page goes on with what stands behind them, or in them.
  private mutating func isLabel(_ brackets: Range<Int>, of link: Int, isAdjacent: Bool) -> Bool {
    let behind = agreement(from: brackets.upperBound + 1, link + 2)
    let inside = agreement(from: brackets.lowerBound, link + 2)
    guard behind == inside else { return behind > inside }
    return !isBareAddress(link) && (isAdjacent || window(link + 2).isEmpty)
  }

  private func isBracket(_ bracket: Unicode.Scalar, _ index: Int) -> Bool {
    text[index] == UInt8(ascii: bracket) && !isEscaped(text, index)
  }

  /// Looks at the signs between `place` and the next word.
  private mutating func readMarks() {
    guard place < marks.start || place > marks.end else { return }
    marks = MarkRun(text, place..<(nextWord(from: place, before: text.count) ?? text.count))
  }

  /// Where the bracket stands that closes the `[^…]` that begins at an offset; its label is one word.
  func endOfFootnoteLabel(_ opener: Int) -> Int? {
    guard opener + 1 < text.count, text[opener + 1] == UInt8(ascii: "^"),
      let end = endOfLabel(opener + 2),
      end > opener + 2, !text[opener..<end].contains(where: { $0 <= 0x20 })
    else { return nil }
    return end
  }

  /// Where the bracket stands that closes a label.
  func endOfLabel(_ start: Int) -> Int? {
    var index = start
    while index < text.count, index - start <= 1000 {
      switch text[index] {
      case UInt8(ascii: "]"): return index
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "\\"): index += 2
      default: index += 1
      }
    }
    return nil
  }
}
