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
      /// Text that is not on the page.
      case unprinted
      /// A list item's `number`, as the page shows it, and the `x` of a task that is done.
      case itemNumber, task
      /// `[^…]`, of a mark in the text or before a note.
      case footnoteLabel
      /// A link or an image: its beginning, and behind its text its address and its title.
      case linkStart, destination, title
    }

    var kind: Kind
    var number: Int
    var bytes: UnsafeBufferPointer<UInt8>

    /// Whether a block begins.
    var beginsBlock: Bool { kind == .block || kind == .paragraph || kind == .row }
  }

  mutating func add(_ kind: Piece.Kind, _ bytes: UnsafeBufferPointer<UInt8>) {
    pieces.append(Piece(kind: kind, number: 0, bytes: bytes))
  }

  mutating func add(_ kind: Piece.Kind, _ number: Int = 0) {
    if kind == .footnoteLabel { hasFootnotes = true }
    pieces.append(Piece(kind: kind, number: number, bytes: UnsafeBufferPointer(start: nil, count: 0)))
  }

  /// An image: its text, which is plain, its address and its title.
  mutating func add(image: MarkdownNode) {
    add(.linkStart)
    var node = image.firstChild
    while let current = node {
      switch current.kind {
      case .text: add(.text, current.literal)
      case .code: add(.literal, current.literal)
      default: break
      }
      node = current.firstChild ?? current.next
      var parent = current
      while node == nil, let above = parent.parent, above != image {
        node = above.next
        parent = above
      }
    }
    add(.destination, image.url)
    add(.title, image.title)
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
