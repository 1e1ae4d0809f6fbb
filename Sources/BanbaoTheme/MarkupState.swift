/// Where a place of a template lies in the page's HTML, by the tokenizer of the HTML standard (13.2.5), as far as it decides
/// whether escaped text is safe there.
struct MarkupState: Hashable {
  enum Place: Hashable {
    case text
    /// Right behind `<`.
    case tagOpen
    case tagName
    /// Between the attributes of a tag.
    case inTag
    case attributeName
    /// Behind `=`.
    case beforeValue
    case quoted(UInt8)
    case unquoted
    case comment
    /// In an element whose content is no text of the page: a program, styles, or a title.
    case content(Element)
  }

  enum Element: String, CaseIterable {
    case script, style, title, textarea

    /// What its content ends in.
    var ending: [UInt8] {
      switch self {
      case .script: Self.endings[0]
      case .style: Self.endings[1]
      case .title: Self.endings[2]
      case .textarea: Self.endings[3]
      }
    }

    private static let endings = allCases.map { Array("</\($0.rawValue)".utf8) }
  }

  enum Attribute: Hashable {
    case plain
    /// One address.
    case address
    /// Addresses with their sizes, parted by commas.
    case addresses
    /// What the browser runs, or reads as styles or as a page: escapes are undone before it does.
    case program
  }

  private(set) var place = Place.text
  private(set) var attribute = Attribute.plain
  /// In an address: whether nothing that stands before decides its scheme.
  private(set) var mayBeginAddress = false
  /// Of the tag or the attribute that is being read; of what ends a comment or an element's content, as far as it was read.
  private(set) var name: [UInt8] = []
  /// What the open tag begins.
  private var element: Element?
  private var isClosing = false
  /// Whether the tag stands for a header, so that its `content` is read as one.
  private var isHeader = false

  /// Reads on over the bytes of a template.
  mutating func read(_ bytes: some Collection<UInt8>) { for byte in bytes { read(byte) } }

  /// Reads on over a printed value: escaped text ends nothing that it stands in.
  mutating func readValue() {
    switch place {
    case .beforeValue: place = .unquoted
    case .comment, .content: name = []
    default: break
    }
  }

  private mutating func read(_ byte: UInt8) {
    switch place {
    case .text: if byte == UInt8(ascii: "<") { open(.tagOpen) }
    case .tagOpen: readTagOpen(byte)
    case .tagName: if isEnd(byte) { beginElement(byte) } else { collect(byte) }
    case .inTag:
      if byte == UInt8(ascii: ">") {
        closeTag()
      } else if !isSpace(byte), byte != UInt8(ascii: "/") {
        open(.attributeName)
        collect(byte)
      }
    case .attributeName: readAttributeName(byte)
    case .beforeValue: readValueStart(byte)
    case .quoted(let quote): if byte == quote { open(.inTag) } else { readAddress(byte) }
    case .unquoted:
      if byte == UInt8(ascii: ">") {
        closeTag()
      } else if isSpace(byte) {
        open(.inTag)
      }
    case .comment:
      name = name.suffix(2) + [byte]
      if name == Array("-->".utf8) { open(.text) }
    case .content(let element): readContent(byte, element)
    }
  }

  private mutating func open(_ place: Place) {
    self.place = place
    name = []
    // What is known of an attribute or a tag is forgotten behind it, so that equal places are equal states.
    switch place {
    case .text:
      (attribute, mayBeginAddress, element, isClosing, isHeader) = (.plain, false, nil, false, false)
    case .inTag: (attribute, mayBeginAddress) = (.plain, false)
    default: break
    }
  }

  private mutating func collect(_ byte: UInt8) {
    // Longer than every name that matters.
    if name.count < 20 { name.append(byte | (byte >= 0x41 && byte <= 0x5a ? 0x20 : 0)) }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0d }

  private func isEnd(_ byte: UInt8) -> Bool { isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") }

  private mutating func readTagOpen(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "-"):
      name.append(byte)
      if name == Array("!--".utf8) { open(.comment) }
    case UInt8(ascii: "/") where name.isEmpty: isClosing = true
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      open(.tagName)
      collect(byte)
    default: open(.text)
    }
  }

  /// - Parameter byte: what ends the tag's name.
  private mutating func beginElement(_ byte: UInt8) {
    element = isClosing ? nil : Element(rawValue: String(decoding: name, as: UTF8.self))
    isClosing = false
    open(.inTag)
    if byte == UInt8(ascii: ">") { closeTag() }
  }

  private mutating func closeTag() {
    open(element.map { .content($0) } ?? .text)
    element = nil
  }

  private mutating func readAttributeName(_ byte: UInt8) {
    if byte == UInt8(ascii: "=") {
      attribute = kind(of: String(decoding: name, as: UTF8.self))
      open(.beforeValue)
    } else if byte == UInt8(ascii: ">") {
      closeTag()
    } else if isSpace(byte) || byte == UInt8(ascii: "/") {
      // Where a blank stands before `=`, that begins the next name, in which nothing may be printed.
      open(.inTag)
    } else {
      collect(byte)
    }
  }

  private mutating func kind(of name: String) -> Attribute {
    switch name {
    case "http-equiv":
      isHeader = true
      return .program
    case "content": return isHeader ? .program : .plain
    case "style", "srcdoc": return .program
    case "srcset", "imagesrcset", "ping": return .addresses
    case "href", "src", "action", "formaction", "data", "poster", "cite", "background", "manifest", "longdesc",
      "xlink:href":
      return .address
    default: return name.hasPrefix("on") ? .program : .plain
    }
  }

  private mutating func readValueStart(_ byte: UInt8) {
    mayBeginAddress = attribute == .address || attribute == .addresses
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): open(.quoted(byte))
    case UInt8(ascii: ">"): closeTag()
    default:
      if !isSpace(byte) { open(.unquoted) }
    }
  }

  /// A scheme ends before the first of these; behind them everything is a path, a query or a fragment.
  private mutating func readAddress(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: ":"): mayBeginAddress = false
    case UInt8(ascii: ","): if attribute == .addresses { mayBeginAddress = true }
    default: if attribute == .addresses, isSpace(byte) { mayBeginAddress = true }
    }
  }

  /// Ends at `</script`, and so on, before a blank, `/` or `>`.
  private mutating func readContent(_ byte: UInt8, _ element: Element) {
    let ending = element.ending
    if name.count == ending.count, isEnd(byte) {
      open(.inTag)
      if byte == UInt8(ascii: ">") { closeTag() }
      return
    }
    let lower = byte | (byte >= 0x41 && byte <= 0x5a ? 0x20 : 0)
    if name.count < ending.count, lower == ending[name.count] {
      name.append(lower)
    } else {
      name = lower == ending.first ? [lower] : []
    }
  }
}
