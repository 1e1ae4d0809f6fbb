import BanbaoDiagnostics

extension MarkdownRules {
  static let markWithSpace = Rule(
    "mark-with-space", .warning,
    Wording(
      "记号要紧贴着字：** 和要加粗的字之间、链接的 ] 和 ( 之间都没有空格。有空格，记号就会原样出现在网页上。",
      en:
        "Marks stand close to their words: no space between ** and the bold text, nor between a link's ] and (. With a space they stand in the page as they are."
    ),
    wrong: "请 ** 务必 ** 准时", right: "请 **务必** 准时")
}

extension MarkdownWriter {
  /// Reports `** 重要 **` and `[文字] (x.md)`.
  ///
  /// - Parameter text: without the signs that got stand-ins.
  mutating func seekSpacedMarks(_ text: UnsafeBufferPointer<UInt8>) {
    var opener: Range<Int>?
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "*"):
        var end = index
        while end < text.count, text[end] == UInt8(ascii: "*") { end += 1 }
        let run = index..<end
        index = end
        guard run.count == 2 else { continue }
        if let start = opener, isSpacedEmphasis(text, start, run) {
          reportEmphasis(text, start, run)
          opener = nil
        } else {
          opener = run
        }
      case UInt8(ascii: "]"):
        if let spaces = spacesInLink(text, from: index + 1) { reportLink(text, index, spaces) }
        index += 1
      default: index += 1
      }
    }
  }

  private func isSpacedEmphasis(_ text: UnsafeBufferPointer<UInt8>, _ opener: Range<Int>, _ closer: Range<Int>) -> Bool
  {
    // `a ** b ** c` is a formula.
    let words = text[opener.upperBound..<closer.lowerBound]
    guard words.contains(where: { $0 >= 0x80 }) || words.filter(isASCIIAlphanumeric).count > 2 else { return false }
    let left = text[opener.upperBound] == 0x20
    let right = text[closer.lowerBound - 1] == 0x20
    if left && right { return true }
    let before = scalar(text, before: opener.lowerBound)?.value ?? 0x20
    let after = closer.upperBound < text.count ? scalar(text, at: closer.upperBound).value : 0x20
    return left && !isPlainLetter(before) || right && !isPlainLetter(after)
  }

  private mutating func reportEmphasis(_ text: UnsafeBufferPointer<UInt8>, _ opener: Range<Int>, _ closer: Range<Int>) {
    let whole = UnsafeBufferPointer(rebasing: text[opener.lowerBound..<closer.upperBound])
    guard let start = placeInBlock(of: whole) else { return }
    var inside = opener.upperBound..<closer.lowerBound
    while let first = inside.first, text[first] == 0x20 { inside = (first + 1)..<inside.upperBound }
    while let last = inside.last, text[last] == 0x20 { inside = inside.lowerBound..<last }
    let words = String(decoding: text[inside], as: UTF8.self)
    // Those behind the words may stand in another line.
    let spaces = [opener.upperBound..<inside.lowerBound, inside.upperBound..<closer.lowerBound].filter { !$0.isEmpty }
    let edits = spaces.map { spaces in
      Replacement.Edit(
        locator.place(start + spaces.lowerBound - opener.lowerBound), old: String(repeating: " ", count: spaces.count),
        new: "")
    }
    diagnostics.append(
      MarkdownRules.markWithSpace.at(
        locator.place(start, length: String(decoding: whole, as: UTF8.self).unicodeScalars.count),
        Wording("** 里面有空格，不会加粗", en: "there is a space inside **, so nothing becomes bold"),
        help: Wording("写成 **\(words)**", en: "write **\(words)**"), fix: Replacement(edits)))
  }

  /// The spaces between the brackets of `[文字] (x.md)`; nil where there is no such link.
  private func spacesInLink(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
    var end = start
    while end < text.count, text[end] == 0x20 { end += 1 }
    guard end > start, end < text.count, text[end] == UInt8(ascii: "(") else { return nil }
    let address = UnsafeBufferPointer(rebasing: text[(end + 1)...].prefix(300).prefix { $0 != 0x29 && $0 != 0x20 })
    let close = end + 1 + address.count
    guard close < text.count, text[close] == 0x29, looksLikeAddress(address) else { return nil }
    return start..<end
  }

  private mutating func reportLink(_ text: UnsafeBufferPointer<UInt8>, _ bracket: Int, _ spaces: Range<Int>) {
    let end = min(text.count, spaces.upperBound + 24)
    guard let start = placeInBlock(of: UnsafeBufferPointer(rebasing: text[bracket..<end])) else { return }
    diagnostics.append(
      MarkdownRules.markWithSpace.at(
        locator.place(start, length: spaces.count + 2),
        Wording("链接的 ] 和 ( 之间有空格，不是链接", en: "there is a space between ] and (, so this is no link"),
        help: Wording("删去空格：[文字](地址)", en: "delete it: [text](address)"),
        fix: Replacement(
          locator.place(start + 1), old: String(repeating: " ", count: spaces.count), new: "")))
  }
}
