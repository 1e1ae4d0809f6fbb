import BanbaoDiagnostics

extension MarkdownRules {
  static let tableBroken = Rule(
    "table-broken", .warning,
    Wording(
      "表格的每一行以竖线 | 分格，第二行是 |---|---|，各行之间不空行。少了第二行、隔了空行，或者是从 Excel、WPS 粘贴来的，就不是表格，会当作一段话发布。",
      en:
        "The rows of a table part their cells by |, the second is |---|---|, and no blank line stands between them. Without the second row, with a blank line, or as pasted from a spreadsheet it is no table and is published as a paragraph."
    ),
    wrong: "| 项目 | 人数 |\n| 午餐 | 20 |", right: "| 项目 | 人数 |\n|---|---|\n| 午餐 | 20 |")

  static let underlinedHeading = Rule(
    "underlined-heading", .warning,
    Wording(
      "紧挨在一段话下面的一行 --- 或 ===，会把这段话变成标题。要画一条线，在它上面空一行；要标题，写 ## 。",
      en:
        "A line of --- or === right below words makes a heading of them. To draw a line, leave a blank line above it; for a heading write ##."
    ),
    wrong: "请各小组准时参加。\n---\n某医院工会", right: "请各小组准时参加。\n\n---\n\n某医院工会")
}

/// A row as it was typed: its line, and its cells.
private struct TypedRow {
  var line: Range<Int>
  var cells: [String]
  var hasWidePipes = false
  /// Whether nothing but dashes and colons stands in its cells.
  var isRule = false
}

/// Whether a line holds what parts cells; nearly no line of a paragraph does.
private func mayBeRow(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
  for index in line.indices {
    switch line[index] {
    case UInt8(ascii: "|"), 0x09: return true
    case 0xEF where scalar(line, at: index).value == 0xFF5C: return true
    default: continue
    }
  }
  return false
}

extension MarkdownWriter {
  /// Reports a paragraph whose lines are the rows of a table that Markdown does not see.
  mutating func seekRows(in paragraph: MarkdownNode) {
    guard paragraph.startLine > 0 else { return }
    let rows = typedRows(from: paragraph.startLine, through: paragraph.endLine)
    guard let first = rows.first else { return }
    let place = locator.place(first.line.lowerBound)
    if paragraph.previous?.kind == .table {
      diagnostics.append(
        MarkdownRules.tableBroken.at(
          place, Wording("这一行没有接上前面的表格", en: "this row is cut off from the table before it"),
          help: Wording("删去它上面的空行", en: "delete the blank line above it")))
      return
    }
    let rule = "|" + String(repeating: "---|", count: first.cells.count)
    let head = bars(first)
    var edits: [Replacement.Edit] = []
    for (number, row) in rows.enumerated() {
      let isSecond = number == 1 && row.isRule
      let followsHead = number == 0 && rows.dropFirst().first?.isRule != true
      edits.append(
        Replacement.Edit(
          locator.place(row.line.lowerBound), old: string(row.line),
          new: isSecond ? rule : followsHead ? head + "\n" + rule : bars(row)))
    }
    let isWide = rows.contains { $0.hasWidePipes }
    diagnostics.append(
      (isWide ? MarkdownRules.fullwidthMarkdown : MarkdownRules.tableBroken).at(
        place,
        isWide
          ? Wording("“｜”是全角符号，表格的竖线要用半角", en: "\"｜\" is full-width; the bars of a table are ASCII")
          : Wording("这几行不是表格：没有 |---| 那一行", en: "these lines are no table: the row |---| is missing"),
        help: Wording("第一行写 \(head)，第二行写 \(rule)", en: "write \(head) on the first line and \(rule) on the second"),
        fix: paragraph.parent?.kind == .document ? Replacement(edits) : nil))
  }

  private func bars(_ row: TypedRow) -> String { "| " + row.cells.joined(separator: " | ") + " |" }

  private func string(_ range: Range<Int>) -> String { String(decoding: locator.text[range], as: UTF8.self) }

  /// The lines of a paragraph, if they are rows: each begins with a bar, or at least two hold equally many bars or tabs.
  private mutating func typedRows(from first: Int, through last: Int) -> [TypedRow] {
    let line = locator.range(ofLines: first, through: first)
    guard mayBeRow(UnsafeBufferPointer(rebasing: locator.text[line])) else { return [] }
    var rows: [TypedRow] = []
    for number in first...max(first, last) {
      guard let row = typedRow(locator.range(ofLines: number, through: number)) else { return [] }
      rows.append(row)
    }
    guard let head = rows.first, !head.isRule, head.cells.count > 1 else { return [] }
    let opening = scalar(locator.text, at: head.line.lowerBound).value
    let beginsWithBar = opening == 0x7C || opening == 0xFF5C
    guard rows.count > 1 || beginsWithBar else { return [] }
    guard rows.allSatisfy({ $0.isRule || $0.cells.count == head.cells.count || beginsWithBar && $0.cells.count > 1 })
    else { return [] }
    return rows
  }

  /// Nil where the line holds neither bars nor tabs.
  private func typedRow(_ whole: Range<Int>) -> TypedRow? {
    let text = locator.text
    var line = whole
    while let last = line.last, text[last] <= 0x20 { line = line.lowerBound..<last }
    while let first = line.first, text[first] == 0x20 || text[first] == UInt8(ascii: ">") {
      line = (first + 1)..<line.upperBound
    }
    var row = TypedRow(line: line, cells: [])
    var hasBars = false
    var hasTabs = false
    for index in line {
      switch text[index] {
      case UInt8(ascii: "|"): hasBars = true
      case 0x09: hasTabs = true
      case 0xEF where scalar(text, at: index).value == 0xFF5C: row.hasWidePipes = true
      case UInt8(ascii: "\\"), UInt8(ascii: "`"): return nil
      default: break
      }
    }
    guard hasBars || hasTabs || row.hasWidePipes else { return nil }
    let scalars = string(line).unicodeScalars
    let bars: Set<Unicode.Scalar> = hasBars || row.hasWidePipes ? ["|", "｜"] : ["\t"]
    var cells = scalars.split(omittingEmptySubsequences: false) { bars.contains($0) }
      .map { String($0).trimmed }
    if hasBars || row.hasWidePipes {
      if cells.first == "" { cells.removeFirst() }
      if cells.last == "" { cells.removeLast() }
    }
    row.cells = cells
    row.isRule =
      !cells.isEmpty
      && cells.allSatisfy { !$0.isEmpty && $0.unicodeScalars.allSatisfy { "-—－–―─:：".unicodeScalars.contains($0) } }
    return row
  }

  /// Reports a sentence that a drawn line below it makes a heading of.
  mutating func seekDrawnLine(_ heading: MarkdownNode, _ text: String) {
    let line = underline(of: heading)
    guard line > heading.startLine else { return }
    let scalars = text.unicodeScalars
    let isSentence =
      line > heading.startLine + 1 || scalars.count > 30
      || scalars.contains { "。！？；，：、…".unicodeScalars.contains($0) } || text.hasSuffix("日")
    guard isSentence, scalars.contains(where: { isEastAsianLetter($0.value) }) else { return }
    let range = locator.range(ofLines: line, through: line)
    guard let start = locator.text[range].firstIndex(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") })
    else {
      return
    }
    let length = locator.text[start..<range.upperBound].prefix { $0 == locator.text[start] }.count
    diagnostics.append(
      MarkdownRules.underlinedHeading.at(
        locator.place(start, length: length),
        Wording("这条线把上面的话变成了标题", en: "this line makes a heading of the words above it"),
        help: Wording(
          "要画一条线，在它上面空一行；要标题，删去它，写 ## 标题",
          en: "to draw a line, leave a blank line above it; for a heading write ## heading instead")))
  }
}

extension MarkdownWriter {
  /// The line of the marks below a heading's words; the heading's own line where it begins with `#`. The parser counts a
  /// line that follows at once to such a heading.
  mutating func underline(of heading: MarkdownNode) -> Int {
    for line in heading.startLine...max(heading.startLine, heading.endLine) where line > heading.startLine {
      let words = locator.text[locator.range(ofLines: line, through: line)].filter {
        $0 > 0x20 && $0 != UInt8(ascii: ">")
      }
      if let mark = words.first, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "="),
        words.allSatisfy({ $0 == mark })
      {
        return line
      }
    }
    return heading.startLine
  }
}

extension String {
  fileprivate var trimmed: String {
    String(
      drop { $0 == " " || $0 == "\t" || $0 == "　" }.reversed().drop { $0 == " " || $0 == "\t" || $0 == "　" }.reversed())
  }
}
