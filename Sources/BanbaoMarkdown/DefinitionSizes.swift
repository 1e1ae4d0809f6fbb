/// How long the longest link definition of a text may be: cmark copies its address and title to every use.
struct DefinitionSizes {
  private let text: UnsafeBufferPointer<UInt8>
  private(set) var longest = 0
  /// Where the longest begins.
  private(set) var place = 0
  /// For `"`, `'` and `)`: the first one behind the definition last looked at, so that the text is searched once.
  private var closers = [0, 0, 0]

  init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// Measures a definition: three lines at most for its label, address and title's beginning, and a title as far as
  /// its closing mark.
  mutating func note(_ start: Int, label: Int) {
    var size = 0
    var lines = 0
    var index = label
    while index < text.count, lines < 3 {
      switch text[index] {
      case 0x0A: lines += 1
      case 0x0D where index + 1 >= text.count || text[index + 1] != 0x0A: lines += 1
      case UInt8(ascii: "\""):
        size = max(size, title(0, UInt8(ascii: "\""), from: index + 1) - start)
      case UInt8(ascii: "'"): size = max(size, title(1, UInt8(ascii: "'"), from: index + 1) - start)
      case UInt8(ascii: "("): size = max(size, title(2, UInt8(ascii: ")"), from: index + 1) - start)
      default: break
      }
      index += 1
    }
    size = max(size, index - start)
    if size > longest {
      longest = size
      place = start
    }
  }

  /// Where the first closing mark at or behind an offset stands; the offset itself where there is none.
  private mutating func title(_ number: Int, _ mark: UInt8, from start: Int) -> Int {
    if closers[number] < start {
      closers[number] = text[min(start, text.count)...].firstIndex(of: mark) ?? text.count
    }
    return closers[number] < text.count ? closers[number] : start
  }
}
