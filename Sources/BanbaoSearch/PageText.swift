/// What readers can look for in a page, as UTF-16: the text of its `main`, without what only leads to other pages.
package struct PageText: Sendable, Hashable {
  /// The page's own heading.
  package var title: [UInt16] = []
  /// The other headings and the tags, each ended by a line end.
  package var headings: [UInt16] = []
  /// Everything else; blocks are parted by line ends.
  package var body: [UInt16] = []

  /// Reads a finished page. What it shows is what is found: so a draft or a masked name, which no page shows, is not.
  ///
  /// - Parameter html: a page as templates write it, with every attribute in double quotes.
  package init(page html: [UInt8]) {
    self = html.withUnsafeBufferPointer { bytes in
      var reader = PageReader(bytes)
      reader.read()
      return reader.text
    }
  }

  fileprivate init() {}
}

/// Goes through a page once, from tag to tag.
private struct PageReader {
  var text = PageText()
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  static let main = ElementName("main")

  /// The element whose end is waited for, since nothing in it is text.
  private var skipped: ElementName?
  private var depth = 0
  private var part = Part.body
  /// What the elements of the page are, each looked up once.
  private var seen = [(name: ElementName, role: ElementRole)](repeating: (ElementName(""), .block), count: 64)

  private enum Part { case title, heading, tag, body }

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func read() {
    guard seekMain() else { return }
    var start = index
    while true {
      index = bytes.place(of: UInt8(ascii: "<"), from: index)
      if index == bytes.count { break }
      append(start..<index)
      let open = index + 1
      let end = endOfTag(from: open)
      index = min(end + 1, bytes.count)
      start = index
      if visit(open..<end) { return }
    }
    append(start..<bytes.count)
  }

  /// Goes behind the tag `<main …>`.
  private mutating func seekMain() -> Bool {
    while true {
      index = bytes.place(of: UInt8(ascii: "<"), from: index)
      if index == bytes.count { return false }
      let open = index + 1
      if name(from: open) == PageReader.main {
        index = min(bytes.count, endOfTag(from: open) + 1)
        return true
      }
      index = open
    }
  }

  /// Where the `>` of a tag stands, not counting one within a value.
  private func endOfTag(from open: Int) -> Int {
    var index = open
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\"") {
        index = bytes.place(of: UInt8(ascii: "\""), from: index + 1)
      } else if bytes[index] == UInt8(ascii: ">") {
        return index
      }
      index += 1
    }
    return bytes.count
  }

  private func name(from open: Int) -> ElementName {
    var name = ElementName("")
    var index = open
    while index < bytes.count, bytes[index] &- 0x61 < 26 || bytes[index] &- 0x30 < 10 {
      name.append(bytes[index])
      index += 1
    }
    return name
  }

  /// - Returns: whether `main` ends here.
  private mutating func visit(_ tag: Range<Int>) -> Bool {
    let isEnd = tag.lowerBound < tag.upperBound && bytes[tag.lowerBound] == UInt8(ascii: "/")
    let name = self.name(from: tag.lowerBound + (isEnd ? 1 : 0))
    if let skipped {
      guard name == skipped else { return false }
      depth += isEnd ? -1 : 1
      if depth == 0 { self.skipped = nil }
      return false
    }
    let role = role(of: name)
    if isEnd {
      if role == .main { return true }
      if part == .tag ? role == .anchor : role == .title || role == .heading {
        breakBlock()
        part = .body
      }
      if !role.isInline { breakBlock() }
      return false
    }
    if role == .unread || !role.isVoid && isMarked(tag, "hidden") {
      skipped = name
      depth = 1
      return false
    }
    if !role.isInline { breakBlock() }
    switch role {
    case .title: part = .title
    case .heading: part = .heading
    case .anchor where isMarked(tag, "rel=\"tag\""):
      breakBlock()
      part = .tag
    default: break
    }
    return false
  }

  private mutating func role(of name: ElementName) -> ElementRole {
    let place = name.hash & 63
    if seen[place].name != name { seen[place] = (name, ElementRole(name)) }
    return seen[place].role
  }

  /// Whether an attribute stands in a tag, behind a blank.
  private func isMarked(_ tag: Range<Int>, _ attribute: StaticString) -> Bool {
    let length = attribute.utf8CodeUnitCount
    guard tag.count > length else { return false }
    var index = tag.lowerBound
    while index + length < tag.upperBound {
      if bytes[index] == UInt8(ascii: " ") {
        var same = 0
        attribute.withUTF8Buffer { wanted in
          while same < length, bytes[index + 1 + same] == wanted[same] { same += 1 }
        }
        if same == length { return true }
      }
      index += 1
    }
    return false
  }

  // MARK: Text

  private mutating func breakBlock() {
    switch part {
    case .title: text.title.endLine()
    case .heading, .tag: text.headings.endLine()
    case .body: text.body.endLine()
    }
  }

  private mutating func append(_ range: Range<Int>) {
    if skipped != nil || range.isEmpty { return }
    switch part {
    case .title: decode(bytes, range, to: &text.title)
    case .heading, .tag: decode(bytes, range, to: &text.headings)
    case .body: decode(bytes, range, to: &text.body)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a byte stands next, at an index or behind it; the end where it does not.
  fileprivate func place(of byte: UInt8, from index: Int) -> Int {
    var index = index
    while index < count, self[index] != byte { index += 1 }
    return index
  }
}

/// Decodes UTF-8, which the renderer writes, and the entities that it writes.
///
/// A function of its own: a method would hold a copy of the text it adds to, and copy that for every piece.
private func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to out: inout [UInt16]) {
  // No character of UTF-8 has fewer bytes than it has units, and no entity either.
  withUnsafeTemporaryAllocation(of: UInt16.self, capacity: range.count) { units in
    let count = decode(bytes, range, into: units)
    out.append(contentsOf: UnsafeBufferPointer(rebasing: units[..<count]))
  }
}

/// - Parameter units: has room for as many units as there are bytes.
/// - Returns: how many were written.
private func decode(
  _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into units: UnsafeMutableBufferPointer<UInt16>
) -> Int {
  var index = range.lowerBound
  let end = range.upperBound
  var count = 0
  func rest(_ place: Int) -> UInt32 { place < end ? UInt32(bytes[place] & 0x3F) : 0 }
  func write(_ unit: UInt32) {
    units[count] = UInt16(truncatingIfNeeded: unit)
    count += 1
  }
  while index < end {
    let byte = bytes[index]
    if byte & 0xF0 == 0xE0 {
      write(UInt32(byte & 0x0F) << 12 | rest(index + 1) << 6 | rest(index + 2))
      index += 3
    } else if byte == UInt8(ascii: "&"), let (scalar, next) = entity(bytes, index, end) {
      for unit in UTF16.encode(scalar) ?? .init() { write(UInt32(unit)) }
      index = next
    } else if byte < 0x80 {
      write(UInt32(byte))
      index += 1
    } else if byte < 0xE0 {
      write(UInt32(byte & 0x1F) << 6 | rest(index + 1))
      index += 2
    } else {
      let code = UInt32(byte & 0x07) << 18 | rest(index + 1) << 12 | rest(index + 2) << 6 | rest(index + 3)
      // Bytes that are cut off give no character beyond those that UTF-16 has two units for.
      if let scalar = Unicode.Scalar(code), index + 1 < end || code < 0x1_0000 {
        for unit in UTF16.encode(scalar) ?? .init() { write(UInt32(unit)) }
      }
      index += 4
    }
  }
  return count
}

/// A character written as `&amp;` or `&#39;`, and where it ends.
private func entity(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> (Unicode.Scalar, Int)? {
  guard let semicolon = bytes[start..<min(start + 10, end)].firstIndex(of: UInt8(ascii: ";")) else { return nil }
  let name = String(decoding: bytes[(start + 1)..<semicolon], as: UTF8.self)
  let scalar: Unicode.Scalar? =
    switch name {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "nbsp": "\u{A0}"
    default:
      if name.hasPrefix("#x") {
        UInt32(name.dropFirst(2), radix: 16).flatMap { Unicode.Scalar($0) }
      } else if name.hasPrefix("#") {
        UInt32(name.dropFirst()).flatMap { Unicode.Scalar($0) }
      } else {
        nil
      }
    }
  return scalar.map { ($0, semicolon + 1) }
}

extension [UInt16] {
  /// Ends a line that has begun.
  fileprivate mutating func endLine() {
    while let last, last == 0x20 || last == 0x0D || last == 0x09 { removeLast() }
    if let last, last != 0x0A { append(0x0A) }
  }
}

/// The name of an element in one number: its first eight letters.
private struct ElementName: Equatable {
  private var code: UInt64 = 0

  init(_ name: StaticString) {
    name.withUTF8Buffer { for byte in $0 { append(byte) } }
  }

  mutating func append(_ byte: UInt8) { code = code << 8 | UInt64(byte) }

  var hash: Int { Int(truncatingIfNeeded: code &* 0x9E37_79B9_7F4A_7C15 >> 58) }
}

/// What an element means for the text of a page.
private enum ElementRole {
  case main, title, heading, anchor, unread, inline, inlineVoid, blockVoid, block

  init(_ name: ElementName) {
    if name == PageReader.main {
      self = .main
    } else if let level = headingElements.firstIndex(of: name) {
      self = level == 0 ? .title : .heading
    } else if name == ElementName("a") {
      self = .anchor
    } else if unreadElements.contains(name) {
      self = .unread
    } else if inlineElements.contains(name) {
      self = voidElements.contains(name) ? .inlineVoid : .inline
    } else {
      self = voidElements.contains(name) ? .blockVoid : .block
    }
  }

  /// Whether it parts no words.
  var isInline: Bool { self == .inline || self == .inlineVoid || self == .anchor }
  /// Whether it has no content that could be hidden.
  var isVoid: Bool { self == .inlineVoid || self == .blockVoid }
}

private let headingElements: [ElementName] = [
  .init("h1"), .init("h2"), .init("h3"), .init("h4"), .init("h5"), .init("h6"),
]
private let voidElements: [ElementName] = [.init("br"), .init("hr"), .init("img"), .init("input"), .init("wbr")]

/// Elements whose content is no text of the page.
private let unreadElements: [ElementName] = [
  .init("nav"), .init("script"), .init("style"), .init("svg"), .init("button"), .init("form"), .init("template"),
]

/// Elements that part no words.
private let inlineElements: [ElementName] = [
  .init("a"), .init("abbr"), .init("b"), .init("bdi"), .init("bdo"), .init("cite"), .init("code"), .init("data"),
  .init("del"), .init("dfn"), .init("em"), .init("i"), .init("img"), .init("ins"), .init("kbd"), .init("mark"),
  .init("q"), .init("ruby"), .init("s"), .init("samp"), .init("small"), .init("span"), .init("strong"), .init("sub"),
  .init("sup"), .init("time"), .init("u"), .init("var"), .init("wbr"),
]
