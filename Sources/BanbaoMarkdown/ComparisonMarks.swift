/// Walks along the beginnings of lines.
struct LineCursor {
  let text: UnsafeBufferPointer<UInt8>
  private var line = 1
  private var offset = 0

  init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// Where a line begins; 0 for one that lies behind, the end of the text for one that there is not.
  mutating func start(of wanted: Int) -> Int {
    guard wanted >= line else { return 0 }
    while line < wanted, offset < text.count {
      if next() == nil { (offset, line) = (text.count, line + 1) }
    }
    return offset
  }

  /// Where the next line begins; nil behind the last. Eight bytes at a time.
  mutating func next() -> Int? {
    let bytes = UnsafeRawBufferPointer(text)
    var index = offset
    while index + 8 <= text.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if holds(0x0A, word) || holds(0x0D, word) { break }
      index += 8
    }
    while index < text.count, text[index] != 0x0A, text[index] != 0x0D { index += 1 }
    guard index < text.count else { return nil }
    if index + 1 < text.count, text[index] == 0x0D, text[index + 1] == 0x0A { index += 1 }
    offset = index + 1
    line += 1
    return offset
  }
}

/// The signs between two words, and the last brackets among them.
struct MarkRun {
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
        if next < end, text[next] == UInt8(ascii: "^") {
          footnote = index
        } else if followsBracket {
          label = index
        }
      case 0x5D: (label, footnote) = (nil, nil)
      default: break
      }
      // Also 】 and ］.
      followsBracket = value == 0x5D || value == 0x3011 || value == 0xFF3D
      index = next
    }
  }
}
