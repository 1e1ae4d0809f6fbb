/// What a writer put on the page of an author's words, in the order in which it wrote them: one side of `Comparison`.
///
/// Whoever writes a piece of the tree into the page records it here, and nothing else; what was not recorded counts
/// as lost.
struct Transcript {
  private(set) var pieces: [Piece] = []
  private(set) var hasFootnotes = false

  struct Piece {
    enum Kind: UInt8 {
      /// A block begins: at `number`, the line of the body.
      case block, paragraph, row
      /// Text in which escapes and entities are resolved, and text as it was typed.
      case text, literal
      /// Text in an attribute, and text that the mark-up of an attribute kept from the page.
      case attribute, unprinted
      /// A list item's `number`, as the page shows it, and the box of a task.
      case itemNumber, task
      /// `[^…]`, of a mark in the text or before a note.
      case footnoteLabel
      /// A link or an image: its beginning, and behind its text its address and its title.
      case linkStart, destination, title
    }

    var kind: Kind
    /// A line or an item's number; with addresses, whether they are on the page, 1 or 0.
    var number: Int
    var bytes: UnsafeBufferPointer<UInt8>

    var isPrinted: Bool { number != 0 }

    /// Whether a block begins.
    var beginsBlock: Bool { kind == .block || kind == .paragraph || kind == .row }
  }

  /// - Parameter size: of the text, in bytes.
  init(size: Int) { pieces.reserveCapacity(size / 24) }

  mutating func add(_ kind: Piece.Kind, _ bytes: UnsafeBufferPointer<UInt8>) {
    pieces.append(Piece(kind: kind, number: 0, bytes: bytes))
  }

  /// The address and the title of a link or an image.
  mutating func add(addressOf node: MarkdownNode, isPrinted: Bool = true) {
    pieces.append(Piece(kind: .destination, number: isPrinted ? 1 : 0, bytes: node.url))
    add(.title, node.title)
  }

  mutating func add(_ kind: Piece.Kind, _ number: Int = 0) {
    if kind == .footnoteLabel { hasFootnotes = true }
    pieces.append(Piece(kind: kind, number: number, bytes: UnsafeBufferPointer(start: nil, count: 0)))
  }

  /// The pieces of each block, in the order of the author's text: notes stand at the end of the tree.
  func blocks() -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var start = 0
    for index in pieces.indices where pieces[index].beginsBlock {
      if index > start { blocks.append(start..<index) }
      start = index
    }
    if start < pieces.count { blocks.append(start..<pieces.count) }
    guard hasFootnotes else { return blocks }
    return blocks.sorted { a, b in
      (pieces[a.lowerBound].number, a.lowerBound) < (pieces[b.lowerBound].number, b.lowerBound)
    }
  }
}
