import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSource
import BanbaoTheme

/// Private names in what is published, as far as reading the files has not found them: where Markdown puts a name
/// together (`张**三**`), where an address spells it in another way, and where pages say what no single record says.
///
/// A page of a record is told of at the record's title; what other pages show of a record has been told there.
func privateNameFaults(
  _ files: [SitePlan.File], _ content: Content, _ input: SiteInput
) async throws -> [Diagnostic] {
  let names = content.names
  if names.isEmpty { return [] }
  let pages = files.compactMap(\.page)
  let tree = input.content
  let byPath = Dictionary(
    content.documents.map { (tree.shown($0.path), $0) }, uniquingKeysWith: { first, _ in first })
  var told = content.documents.filter { input.showsDrafts || !$0.isHeldBack }
    .reduce(into: content.namesOutsideRecords) { $0.formUnion($1.privateNames) }
  let found = try await concurrentMap(pages, tasks: input.tasks) {
    namesShown(by: $0, names, content.settings.language)
  }
  var diagnostics: [Diagnostic] = []
  func tell(_ found: Set<Int>, _ place: Place, isHeldBack: Bool = false) {
    for name in found.sorted() {
      let fault = names.fault(name, at: place)
      diagnostics.append(isHeldBack ? demoted(fault) : fault)
    }
  }
  for (page, found) in zip(pages, found) {
    guard let document = byPath[page.origin.path] else { continue }
    let new = found.text.union(found.rest.subtracting(told)).subtracting(document.privateNames)
    tell(new, page.origin, isHeldBack: document.isHeldBack)
    told.formUnion(new)
  }
  for (page, found) in zip(pages, found) where byPath[page.origin.path] == nil {
    let new = found.text.union(found.rest).subtracting(told)
    tell(new, page.origin)
    told.formUnion(new)
  }
  for file in files {
    switch file {
    case .page, .picture: continue
    case .copy(let copy):
      if !copy.isAsset { tell(names.found(in: copy.path).subtracting(told), copy.origin) }
    case .made(let made): tell(namesShown(by: made, names).subtracting(told), made.origin)
    }
  }
  return diagnostics
}

/// The private names that a file shows which is made for programs.
func namesShown(by made: FilePlan, _ names: PrivateNames) -> Set<Int> {
  var text = PlainText()
  text.append(html: percentDecoded(made.bytes()))
  return names.found(in: text.bytes)
}

/// The private names that a page shows: in its own text, and in anything else.
func namesShown(
  by page: PagePlan, _ names: PrivateNames, _ language: Language
) -> (text: Set<Int>, rest: Set<Int>) {
  let view = page.namedView(in: language)
  var text = PlainText()
  var rest = PlainText()
  for part in [page.title, page.description, page.path] + page.crumbs.flatMap({ [$0.label, $0.url] }) {
    rest.append(text: part)
  }
  for name in view.names.map(\.name) {
    switch name {
    // Neighbours are told of at themselves.
    case "previous", "next": continue
    case "body": if let value = view[name] { text.append(value) }
    default: if let value = view[name] { rest.append(value) }
    }
  }
  return (names.found(in: text.bytes), names.found(in: rest.bytes))
}

extension PrivateNames {
  fileprivate func found(in text: String) -> Set<Int> { found(in: Array(text.utf8)) }
  fileprivate func found(in bytes: [UInt8]) -> Set<Int> { Set(matches(in: bytes).map(\.name)) }
}

/// What readers see of views and pages, as UTF-8; NUL parts one text from another.
struct PlainText {
  private(set) var bytes: [UInt8] = []

  mutating func append(text: String) {
    bytes += text.utf8
    bytes.append(0)
  }

  mutating func append(_ value: ViewValue) {
    value.forEachText { text, html in
      if let text { append(text: text) }
      if let html { append(html: html.bytes) }
    }
  }

  /// Without tags, entities decoded. Tags within a line part nothing: `张<strong>三</strong>` reads 张三. What attributes
  /// say follows behind.
  mutating func append(html: [UInt8]) {
    var attributes: [UInt8] = []
    var index = 0
    while index < html.count {
      let byte = html[index]
      if byte == UInt8(ascii: "<"), let end = html[index...].firstIndex(of: UInt8(ascii: ">")) {
        let tag = html[(index + 1)..<end]
        if !isInline(tag) { bytes.append(0) }
        for part in tag.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false).enumerated()
        where part.offset % 2 == 1 {
          attributes += part.element + [0]
        }
        index = end + 1
      } else if byte == UInt8(ascii: "&"), let (scalar, end) = entity(html, index) {
        bytes += Array(String(scalar).utf8)
        index = end
      } else {
        bytes.append(byte)
        index += 1
      }
    }
    bytes.append(0)
    bytes += percentDecoded(attributes)
  }

  private func isInline(_ tag: ArraySlice<UInt8>) -> Bool {
    let name = tag.drop { $0 == UInt8(ascii: "/") }.prefix { ($0 | 0x20) &- 0x61 < 26 }
    return inlineTags.contains(String(decoding: name, as: UTF8.self))
  }

  /// A character written as `&amp;` or `&#24352;`, and where it ends.
  private func entity(_ html: [UInt8], _ start: Int) -> (Unicode.Scalar, end: Int)? {
    guard let end = html[start...].prefix(10).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: html[(start + 1)..<end], as: UTF8.self)
    if name.hasPrefix("#") {
      let isHexadecimal = name.hasPrefix("#x") || name.hasPrefix("#X")
      let code = isHexadecimal ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
      return code.flatMap { Unicode.Scalar($0) }.map { ($0, end + 1) }
    }
    return entities[name].map { ($0, end + 1) }
  }
}

/// With `%E5` and the like as the bytes that they stand for; any other `%` stays.
private func percentDecoded(_ bytes: [UInt8]) -> [UInt8] {
  guard bytes.contains(UInt8(ascii: "%")) else { return bytes }
  var out: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
      let code = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
    {
      out.append(code)
      index += 3
    } else {
      out.append(bytes[index])
      index += 1
    }
  }
  return out
}

private let inlineTags: Set<String> = [
  "a", "abbr", "b", "bdi", "bdo", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong",
  "sub", "sup", "u", "wbr",
]
private let entities: [String: Unicode.Scalar] = [
  "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
]
