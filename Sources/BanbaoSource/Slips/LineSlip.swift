import BanbaoDiagnostics

/// A slip of one line, and the line put right.
struct LineSlip {
  var diagnostic: Diagnostic
  /// Nil where nobody can tell what was meant: reading ends there.
  var mended: String?
  /// The line as its author would write it after what the help says; nil where that is for the author to decide.
  var right: String?

  /// - Parameter isSure: whether what is read in its place is what anybody would write there.
  init(diagnostic: Diagnostic, mended: String?, isSure: Bool = true) {
    self.diagnostic = diagnostic
    self.mended = mended
    right = isSure ? mended : nil
  }
}

/// The lines of a piece of YAML that cannot be understood.
///
/// Lines are judged only there, so text that merely looks like a slip is never blamed.
struct FieldLines {
  let path: String
  /// The number in its file of the first of `lines`.
  let firstLine: Int
  private(set) var lines: [String] = []
  /// Whether the last of them has a line end. What is missing at the end of a text is said in its last line.
  private let endsLine: Bool
  /// What mending did, by the number of the line in the file.
  private(set) var edits: [Int: LineEdit] = [:]

  init(_ text: SourceText, _ range: Range<Int>, firstLine: Int) {
    path = text.path
    self.firstLine = firstLine
    endsLine = text.bytes[range].last.map { $0 == 0x0A || $0 == 0x0D } ?? true
    var start = range.lowerBound
    while start < range.upperBound {
      let next = min(text.lineEnd(after: start) ?? range.upperBound, range.upperBound)
      var end = next
      while end > start, text.bytes[end - 1] == 0x0A || text.bytes[end - 1] == 0x0D { end -= 1 }
      lines.append(String(decoding: text.bytes[start..<end], as: UTF8.self))
      start = next
    }
  }

  /// The YAML as it was meant, lines ending with LF but for the last where it has no line end.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for line in lines {
      bytes += Array(line.utf8)
      bytes.append(0x0A)
    }
    if !endsLine { bytes.removeLast() }
    return bytes
  }

  subscript(_ number: Int) -> String? {
    lines.indices.contains(number - firstLine) ? lines[number - firstLine] : nil
  }

  /// What turns a line that was not mended before into the right one.
  func replacement(_ number: Int, _ right: String?) -> Replacement? {
    guard let right, edits[number] == nil, let line = self[number], line != right else { return nil }
    return Replacement(Place(path, line: number, column: 1), changing: line, into: right)
  }

  mutating func mend(_ number: Int, _ mended: String) {
    guard lines.indices.contains(number - firstLine) else { return }
    edits[number, default: LineEdit(lines[number - firstLine])].become(mended)
    lines[number - firstLine] = mended
  }

  /// The first slip in a run of lines, and the number of its line.
  func slip(in numbers: ClosedRange<Int>) -> (number: Int, slip: LineSlip)? {
    for number in numbers {
      guard let text = self[number] else { continue }
      let line = FieldLine(text)
      if line.isEmpty || line.isComment { continue }
      if let slip = indentationSlip(line, number) ?? colonSlip(line, number) ?? valueSlip(line, number) {
        return (number, slip)
      }
    }
    return nil
  }

  /// - Parameter length: how many scalars are meant from there on.
  func place(_ number: Int, _ index: Int, length: Int = 1) -> Place {
    let end = index + length
    let (first, behind) = edits[number].map { ($0.original(index), $0.original(end)) } ?? (index, end)
    return Place(path, line: number, column: first + 1, length: behind - first)
  }

  /// How many spaces a line should begin with, judged by the line above.
  func expectedIndent(_ number: Int) -> Int {
    var above = number - 1
    while let text = self[above] {
      let line = FieldLine(text)
      if line.isEmpty || line.isComment {
        above -= 1
        continue
      }
      let start = line.key?.lowerBound ?? line.indent
      return line.key != nil && line.value.isEmpty ? start + 2 : start
    }
    return 0
  }
}

/// Where the scalars of a mended line stood before.
struct LineEdit {
  private let before: [Unicode.Scalar]
  /// How many scalars the mended line has, how many of them both lines begin with, and how many behind those both end with.
  private var count: Int
  private var head: Int
  private var tail = 0

  init(_ line: String) {
    before = Array(line.unicodeScalars)
    (count, head) = (before.count, before.count)
  }

  mutating func become(_ line: String) {
    let after = Array(line.unicodeScalars)
    count = after.count
    head = zip(before, after).prefix { $0 == $1 }.count
    tail = zip(before.dropFirst(head).reversed(), after.dropFirst(head).reversed()).prefix { $0 == $1 }.count
  }

  /// Counted from 0. What both lines begin and end with has moved as a whole.
  func original(_ index: Int) -> Int {
    if index <= head { return index }
    if index >= count - tail { return min(before.count, max(0, index - count + before.count)) }
    return min(index, before.count - tail)
  }
}

// MARK: Indentation and colons

extension FieldLines {
  private func indentationSlip(_ line: FieldLine, _ number: Int) -> LineSlip? {
    let behind = line.indent + 1
    if line.indent < line.scalars.count, line.scalars[line.indent] == "-", behind < line.scalars.count,
      line.scalars[behind] == "\t"
    {
      return LineSlip(
        diagnostic: SlipRules.tab.at(
          place(number, behind), Wording("“-”后面是制表符（Tab）", en: "a tab follows “-”"),
          help: Wording("改用一个英文空格", en: "use one ASCII space")),
        mended: line.text(..<behind) + " " + trimmed(line.text(behind...)))
    }
    guard let index = line.scalars[..<line.indent].firstIndex(where: { $0 != " " }) else { return nil }
    let indent = expectedIndent(number)
    // What goes on from the line above is no field, and its place cannot be told.
    let isSure = line.key != nil || line.isItem
    let mended = String(repeating: " ", count: indent) + line.text(line.indent...)
    let help =
      indent == 0
      ? Wording("删掉它，从行首写起", en: "delete it and begin at the line's start")
      : Wording("改用 \(indent) 个英文空格", en: "use \(indent) ASCII spaces")
    switch line.scalars[index] {
    case "\t":
      return LineSlip(
        diagnostic: SlipRules.tab.at(
          place(number, index), Wording("这一行用制表符（Tab）缩进", en: "this line is indented with a tab"),
          help: help), mended: mended, isSure: isSure)
    case "\u{3000}":
      return LineSlip(
        diagnostic: SlipRules.fullWidthSpace.at(
          place(number, index),
          Wording("这一行用全角空格缩进", en: "this line is indented with full-width spaces"), help: help),
        mended: mended, isSure: isSure)
    default:
      return LineSlip(
        diagnostic: SlipRules.fullWidthSpace.at(
          place(number, index),
          Wording("行首有看不见的字符", en: "an invisible character begins this line"), help: help),
        mended: mended, isSure: isSure)
    }
  }

  /// `标题：春节`, `标题:春节`, `标题:　春节`.
  private func colonSlip(_ line: FieldLine, _ number: Int) -> LineSlip? {
    guard let key = line.key, !line.hasASCIIColon else { return nil }
    let colon = key.upperBound
    let (name, value) = (line.text(key), FieldLine.text(line.value))
    let remedy = Wording("写成 \(name): \(value)", en: "write \(name): \(value)")
    let next = colon + 1 < line.scalars.count ? line.scalars[colon + 1] : " "
    // `- 上午：签到` is an item of a list, not a field.
    if line.isItem, line.scalars[colon] != ":" { return nil }
    if line.scalars[colon] != ":" {
      return LineSlip(
        diagnostic: SlipRules.fullWidthColon.at(
          place(number, colon),
          Wording("“\(name)”后面是中文冒号", en: "a full-width colon follows “\(name)”"), help: remedy),
        mended: line.with(value))
    }
    if FieldLine.isWideSpace(next) {
      return LineSlip(
        diagnostic: SlipRules.fullWidthSpace.at(
          place(number, colon + 1),
          Wording("冒号后面是全角空格", en: "a full-width space follows the colon"), help: remedy),
        mended: line.with(value))
    }
    if next == "\t" || next == "/" { return nil }
    return LineSlip(
      diagnostic: SlipRules.colonWithoutSpace.at(
        place(number, colon),
        Wording("“\(name)”的冒号后面缺一个空格", en: "a space is missing after the colon of “\(name)”"),
        help: remedy), mended: line.with(value))
  }

  /// A line deeper than the field above, which has its value already: `title: 春节` over `  date: 2026-02-10`.
  func deeperSlip(_ number: Int) -> LineSlip? {
    guard let text = self[number] else { return nil }
    let line = FieldLine(text)
    let expected = number == firstLine ? 0 : expectedIndent(number)
    guard let key = line.key, line.hasASCIIColon, !line.isItem, line.indent > expected else { return nil }
    return LineSlip(
      diagnostic: SlipRules.indentation.at(
        place(number, line.indent, length: key.count),
        Wording(
          "“\(line.text(key))”前面多了 \(line.indent - expected) 个空格",
          en: "\(line.indent - expected) spaces too many stand before “\(line.text(key))”"),
        help: expected == 0
          ? Wording("从行首写起", en: "begin at the line's start")
          : Wording(
            "与上一行对齐：行首 \(expected) 个空格", en: "align it with the line above: \(expected) spaces")),
      mended: String(repeating: " ", count: expected) + line.text(line.indent...))
  }

  /// A line without a colon where a field should stand: `date 2026-02-10`, or text of the body.
  func colonMissing(_ number: Int) -> LineSlip? {
    guard let text = self[number] else { return nil }
    let line = FieldLine(text)
    guard line.key == nil, !line.isEmpty, !line.isComment else { return nil }
    let content = line.scalars[line.contentStart...]
    let word = content.prefix { !FieldLine.isBlank($0) && !"=＝;；,，".unicodeScalars.contains($0) }
    let shown = FieldLine.text(content.prefix(20)) + (content.count > 20 ? "…" : "")
    let rest = content[word.endIndex...].drop {
      FieldLine.isBlank($0) || "=＝;；,，".unicodeScalars.contains($0)
    }
    let isKey = !rest.isEmpty && (word.allSatisfy { $0.isASCII } || word.count <= 4) && !word.isEmpty
    guard isKey else {
      return LineSlip(
        diagnostic: SlipRules.colonMissing.at(
          place(number, line.contentStart, length: content.count),
          Wording("“\(shown)”不是“名称: 内容”", en: "“\(shown)” is not “key: value”"),
          help: Wording(
            "如果这是正文，在它前面加一行 ---；如果接着上一行，行首空两格",
            en: "if it belongs to the text, put a line --- before it; if to the line above, indent it by two")),
        mended: nil)
    }
    let (name, value) = (FieldLine.text(word), FieldLine.text(rest))
    return LineSlip(
      diagnostic: SlipRules.colonMissing.at(
        place(number, word.endIndex),
        Wording("“\(name)”后面没有英文冒号", en: "no ASCII colon follows “\(name)”"),
        help: Wording("写成 \(name): \(value)", en: "write \(name): \(value)")),
      mended: line.text(..<word.endIndex) + ": " + value,
      // A blank between two words may stand in a line of text.
      isSure: content[word.endIndex..<rest.startIndex].contains { "=＝;；".unicodeScalars.contains($0) })
  }
}
