/// What is wrong with a piece of HTML that was made of foreign text: an element that is not closed in its turn, one that
/// runs or loads something, an attribute that does, or a `<` that begins no tag. Nil where all is well.
package func markupFault(_ html: String) -> String? {
  var open: [Substring] = []
  var rest = html[...]
  while let start = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
    rest = rest[start...].dropFirst()
    guard let end = endOfTag(rest) else { return "a tag without an end: <\(rest.prefix(40))" }
    var tag = rest[..<end]
    rest = rest[end...].dropFirst()
    if tag.hasPrefix("/") {
      guard open.popLast() == tag.dropFirst() else { return "</\(tag.dropFirst())> out of turn" }
      continue
    }
    if tag.hasSuffix(" /") { tag.removeLast(2) }
    let name = tag.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    if name.isEmpty { return "a bare <" }
    if foreign.contains(name.lowercased()) { return "<\(name)>" }
    if let fault = attributeFault(tag[name.endIndex...]) { return "\(fault) of <\(name)>" }
    if !void.contains(String(name)) { open.append(name) }
  }
  return open.last.map { "<\($0)> is not closed" }
}

private let schemes = ["javascript:", "vbscript:", "data:"]
private let void: Set = ["br", "hr", "img", "input", "wbr"]
private let foreign: Set = [
  "base", "button", "embed", "form", "frame", "iframe", "link", "math", "meta", "noscript", "object", "script", "style",
  "svg", "template", "textarea", "title", "video", "audio",
]

/// Where the `>` of a tag stands: not in a value.
private func endOfTag(_ text: Substring) -> Substring.Index? {
  var isInValue = false
  for index in text.utf8.indices {
    switch text.utf8[index] {
    case UInt8(ascii: "\""): isInValue.toggle()
    case UInt8(ascii: ">") where !isInValue: return index
    default: break
    }
  }
  return nil
}

private func attributeFault(_ text: Substring) -> String? {
  var rest = text.drop { $0 == " " }
  while !rest.isEmpty {
    let name = rest.prefix { $0 != "=" && $0 != " " }
    let isPlain = name.utf8.allSatisfy { $0 == UInt8(ascii: "-") || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
    if !isPlain || name.hasPrefix("on") || name == "style" || name == "srcdoc" { return "the attribute \(name)" }
    rest = rest[name.endIndex...]
    if rest.hasPrefix("=") {
      guard rest.hasPrefix("=\""), let end = rest.dropFirst(2).firstIndex(of: "\"") else {
        return "the value of \(name)"
      }
      let value = rest.dropFirst(2)[..<end].lowercased()
      if schemes.contains(where: value.hasPrefix) { return "the address \(value.prefix(40))" }
      rest = rest[end...].dropFirst()
    }
    rest = rest.drop { $0 == " " }
  }
  return nil
}
