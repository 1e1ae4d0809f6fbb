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

  init(_ text: UnsafeBufferPointer<UInt8>, _ transcript: Transcript, seeksMarks: Bool) {
    self.text = text
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
    case .text, .literal, .unprinted: passText(index)
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

  private mutating func begin(_ index: Int) {
    let start = lines.start(of: pieces[index].number)
    if start > place {
      explain(place..<start)
      place = start
    }
    if pieces[index].kind == .paragraph { passDefinitions(before: index + 1) }
  }

  /// Passes the definitions that the parser took from the beginning of a paragraph: those behind which the text goes on
  /// as the page does. Before a table the parser leaves them all.
  private mutating func passDefinitions(before index: Int) {
    var found: [LinkDefinition] = []
    var start = passPrefix(place)
    while start < text.count, text[start] == UInt8(ascii: "["),
      let definition = LinkDefinition(in: text, at: start, before: endOfBlock())
    {
      found.append(definition)
      start = passPrefix(definition.range.upperBound)
    }
    guard !found.isEmpty else { return }
    var best = (count: 0, agreement: agreement(from: place, index))
    for (count, definition) in zip(1..., found) {
      let agreement = agreement(from: definition.range.upperBound, index)
      if agreement >= best.agreement { best = (count, agreement) }
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

  /// Passes white space and what opens quotations, items, notes and tasks.
  func passPrefix(_ start: Int, acrossLines: Bool = false) -> Int {
    var index = start
    while index < text.count {
      switch text[index] {
      case 0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."),
        UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ":"):
        index += 1
      case 0x0A, 0x0D:
        guard acrossLines else { return index }
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
    if !passWhole(piece) { recover(index) }
    if piece.kind == .unprinted { addLoss(.info, start..<place) }
    if seeksMarks, piece.kind == .text, piece.bytes.contains(UInt8(ascii: "^")) { addVainMarks(in: start..<place) }
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
    if !typed.elementsEqual(String(printed).utf8) { losses.append(Loss(kind: .number(printed), range: start..<end)) }
  }

  private mutating func passTask() {
    if let next = nextWord(from: place, before: text.count), text[next] | 0x20 == UInt8(ascii: "x") { place = next + 1 }
  }

  private mutating func passFootnoteLabel() {
    readMarks()
    guard let mark = marks.footnote, mark >= place, let end = endOfLabel(mark + 2) else { return }
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
    if let parenthesis = marks.parenthesis, parenthesis >= place {
      place = parenthesis
      if passWhole(destination), passWhole(title) { return }
      place = behindText
    }
    guard place <= marks.end, let close = (place..<marks.end).first(where: { isBracket("]", $0) }) else { return }
    let opener = (start..<close).last { isBracket("[", $0) }
    var label = (opener.map { $0 + 1 } ?? start)..<close
    if marks.label == close + 1, let end = endOfLabel(close + 2),
      agreement(from: end + 1, index + 2) >= agreement(from: place, index + 2)
    {
      label = close + 2..<end
      place = end + 1
    }
    references.append(Reference(label: label, destination: destination.bytes, title: title.bytes))
  }

  private func isBracket(_ bracket: Unicode.Scalar, _ index: Int) -> Bool {
    text[index] == UInt8(ascii: bracket) && !isEscaped(text, index)
  }

  /// Looks at the signs between `place` and the next word.
  private mutating func readMarks() {
    guard place < marks.start || place > marks.end else { return }
    marks = MarkRun(text, place..<(nextWord(from: place, before: text.count) ?? text.count))
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

/// Walks along the beginnings of lines.
private struct LineCursor {
  let text: UnsafeBufferPointer<UInt8>
  private var line = 1
  private var offset = 0

  init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// Where a line begins; 0 for one that lies behind.
  mutating func start(of wanted: Int) -> Int {
    guard wanted >= line else { return 0 }
    while line < wanted, offset < text.count {
      while offset < text.count, text[offset] != 0x0A, text[offset] != 0x0D { offset += 1 }
      if offset + 1 < text.count, text[offset] == 0x0D, text[offset + 1] == 0x0A { offset += 1 }
      offset = min(offset + 1, text.count)
      line += 1
    }
    return offset
  }
}

/// The signs between two words, and the last brackets among them.
private struct MarkRun {
  var start = 0
  var end = -1
  /// Behind `](`.
  var parenthesis: Int?
  /// Of the second bracket of `][`, if what follows is a label.
  var label: Int?
  /// Of the `[` of `[^`, if what follows is a label.
  var footnote: Int?

  init() {}

  init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    (start, end) = (range.lowerBound, range.upperBound)
    var followsBracket = false
    var index = start
    while index < end {
      let (value, length) = scalar(text, at: index)
      let next = min(index + length, end)
      switch value {
      case 0x28, 0xFF08: if followsBracket { parenthesis = next }
      case 0x5B:
        if followsBracket { label = index }
        if next < end, text[next] == UInt8(ascii: "^") { footnote = index }
      case 0x5D: (label, footnote) = (nil, nil)
      default: break
      }
      // Also 】 and ］.
      followsBracket = value == 0x5D || value == 0x3011 || value == 0xFF3D
      index = next
    }
  }
}
