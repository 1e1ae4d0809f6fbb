import TestSupport

/// Documents of pieces of mark-up put together at random, also where they don't belong. Every word in them is another:
/// `q1z`, `q2z` and so on; what stands in comments begins with `c`.
struct RandomMarkdown {
  private var random: SplitMix64
  private var words = 0

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func document() -> String {
    words = 0
    var text = ""
    for _ in 0...random.below(4) {
      text += block(depth: 0)
      text += random.oneIn(4) ? "\n" : "\n\n"
    }
    return random.oneIn(20) ? text.replacingLineEnds() : text
  }

  private mutating func word() -> String {
    words += 1
    return "q\(words)z"
  }

  // MARK: Blocks

  private mutating func block(depth: Int) -> String {
    switch random.below(depth < 3 ? 22 : 16) {
    case 0...3: return line()
    case 4: return String(repeating: "#", count: 1 + random.below(6)) + " " + line() + (random.oneIn(3) ? " ##" : "")
    case 5: return line() + "\n" + random.pick(["===", "---", "="])
    case 6, 7: return table()
    case 8, 9, 10: return definition()
    case 11, 12: return "[^\(label("n"))]: " + word() + " " + indented(block(depth: 3), by: "    ")
    case 13: return fence()
    case 14: return "    " + word() + " &amp; " + word() + "\n    " + word()
    case 15:
      return random.pick(["<div>\n\(word())\n</div>", "***", "<!-- c -->", "- - -", "<table><tr>", ">", "1.", "-"])
    case 16, 17: return prefixed(blocks(depth: depth + 1), by: "> ")
    default: return list(depth: depth + 1)
    }
  }

  private mutating func blocks(depth: Int) -> String {
    var text = block(depth: depth)
    for _ in 0..<random.below(3) { text += (random.oneIn(3) ? "\n" : "\n\n") + block(depth: depth) }
    return text
  }

  private mutating func list(depth: Int) -> String {
    let isOrdered = random.oneIn(2)
    let bullet = random.pick(["- ", "* ", "+ "])
    let closer = random.pick([". ", ") "])
    var number = random.oneIn(3) ? random.below(12) : 1
    var items: [String] = []
    for _ in 0...random.below(4) {
      let marker = isOrdered ? (random.oneIn(20) ? "0" : "") + "\(number)" + closer : bullet
      let task = random.oneIn(5) ? random.pick(["[x] ", "[ ] ", "[X] "]) : ""
      let content = task.isEmpty && random.oneIn(3) ? blocks(depth: depth) : line()
      items.append(marker + task + indented(content, by: String(repeating: " ", count: marker.utf8.count)))
      number += random.oneIn(4) ? random.below(3) : 1
    }
    return items.joined(separator: random.oneIn(3) ? "\n\n" : "\n")
  }

  private mutating func table() -> String {
    let columns = 1 + random.below(3)
    var rows = [row(columns), "|" + String(repeating: random.pick(["-|", ":-:|", " --- |"]), count: columns)]
    for _ in 0..<random.below(4) { rows.append(row(random.oneIn(3) ? 1 + random.below(5) : columns)) }
    return (random.oneIn(5) ? line() + "\n" : "") + rows.joined(separator: "\n")
  }

  private mutating func row(_ columns: Int) -> String {
    var cells: [String] = []
    for _ in 0..<columns { cells.append(random.oneIn(4) ? inline(depth: 2) : word() + random.pick(["", "\\|", " "])) }
    return "|" + cells.joined(separator: random.pick(["|", " | "])) + random.pick(["|", "", " |"])
  }

  private mutating func definition() -> String {
    let address = random.pick([word(), "<\(word()) \(word())>", "https://\(word()).cn/\(word())?a&amp;b"])
    let title = random.pick(["", "", " '\(word())'", " \"\(word()) \(word())\"", "\n(\(word()))", " \(word())"])
    return "[\(label("l"))]:" + random.pick([" ", "", "\n", "  "]) + address + title
  }

  private mutating func fence() -> String {
    let info = random.pick(["", "", word(), "\(word()) \(word())", "例 \(word())", "&amp;\(word())"])
    let marks = ["```", "~~~", "`````"]
    return random.pick(marks) + info + "\n" + word() + " &amp; [^n1]\n" + random.pick(marks)
  }

  // MARK: Inlines

  private mutating func line() -> String {
    var text = ""
    for _ in 0...random.below(6) { text += inline(depth: 0) + random.pick(["", " ", "，", "字", "\n"]) }
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  private mutating func inline(depth: Int) -> String {
    switch random.below(depth < 3 ? 28 : 14) {
    case 0...5: return word()
    case 6: return random.pick(["&amp;", "&#x4e2d;", "&eacute;", "&copy;", "&nosuch;", "&lt;b&gt;", "&", " \\&amp;"])
    case 7: return random.pick(["\\*", "\\[", "\\]", "\\\\", "\\`", "\\<"]) + word()
    case 8: return "`" + random.pick(["", "` ", "&amp;", "\\"]) + word() + random.pick(["", " &lt; \(word())"]) + "`"
    case 9:
      return random.pick(["*", "_", "[", "]", "(", ")", "`", "<", ">", "|", "!", "~~", "^", ":", "#", "]("])
    case 10:
      return random.pick([
        "<https://\(word()).cn/?a&amp;b>", "https://\(word()).cn/\(word())", "www.\(word()).cn",
        "\(word())@\(word()).cn",
        "http://a.cn/?\(word())&amp;\(word())",
      ])
    case 11: return "[^\(label("n"))]"
    case 12: return random.pick(["<b>\(word())</b>", "<span title=\"\(word())\">", "<br>", "a <!-- c --> b"])
    case 13: return random.pick(["[\(label("l"))]", "[\(label("l"))][]", "![\(label("l"))]"])
    case 14...17:
      let mark = random.pick(["*", "**", "_", "~~", "***"])
      return mark + inline(depth: depth + 1) + inline(depth: depth + 1) + mark
    case 18...21: return (random.oneIn(3) ? "![" : "[") + linkText(depth) + "](" + destination() + ")"
    case 22...24: return (random.oneIn(4) ? "![" : "[") + linkText(depth) + "][" + label("l") + "]"
    default: return word() + random.pick(["  \n", "\\\n", "\n"]) + word()
    }
  }

  private mutating func linkText(_ depth: Int) -> String { inline(depth: depth + 1) + word() }

  private mutating func destination() -> String {
    let address = random.pick([word(), word() + ".md", "../" + word(), "<\(word()) \(word())>", "", "a&amp;\(word())"])
    return address + random.pick(["", "", " \"\(word())\"", " '&quot;\(word())'"])
  }

  private mutating func label(_ kind: String) -> String { kind + String(1 + random.below(4)) }

  // MARK: Lines

  private func indented(_ text: String, by indentation: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n" + indentation)
  }

  private func prefixed(_ text: String, by prefix: String) -> String { prefix + indented(text, by: prefix) }
}

extension String {
  fileprivate func replacingLineEnds() -> String {
    split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
  }
}
