struct Surveyor {
  let text: UnsafeBufferPointer<UInt8>
  let limits: MarkdownLimits
  var survey = Survey()

  /// The stretch of text that is being counted.
  var start = 0
  var delimiters = 0
  var closers = 0
  var images = 0
  var declarations = 0
  /// Lines of it that no table holds, as long as nobody put the signs of one into them.
  var linesWithoutPipe = 0
  /// Lines of it so far, and where the last began.
  var lines = 0
  var previousLine = 0..<0
  /// The indentation of the list item that it began with.
  var item: Int?
  /// Whether the lines are the rows of a table for sure.
  var isTable = false

  /// Whether the line holds `**` with a space behind it.
  var hasRunBeforeSpace = false

  /// How many columns the lines may be filled up to, until a blank line.
  var columns = 0

  var imagePairs = 0
  var emphasisPairs = 0
  var declarationBytes = 0
  var headBytes = 0
  var parenthesisBytes = 0
  var domainBytes = 0
  var cells = 0
  var addresses = 0
  var footnotes = 0
  var brackets = 0
  var definitions: DefinitionSizes

  init(text: UnsafeBufferPointer<UInt8>, limits: MarkdownLimits) {
    self.text = text
    self.limits = limits
    definitions = DefinitionSizes(text: text)
  }

  mutating func run() -> Survey {
    if text.count > limits.bytes {
      refuse(.bytes, limits.bytes, at: 0)
      return survey
    }
    var index = 0
    while index < text.count, survey.excess == nil {
      index = line(from: index)
    }
    closeStretch(at: text.count)
    if survey.excess == nil, definitions.longest * brackets > limits.definitionBytes {
      refuse(.definitionBytes, limits.definitionBytes, at: definitions.place)
    }
    return survey
  }

  mutating func refuse(_ limit: Excess.Limit, _ value: Int, at offset: Int) {
    if survey.excess == nil { survey.excess = Excess(limit: limit, value: value, offset: offset) }
  }

  /// Looks at a line, and returns where the next begins.
  private mutating func line(from lineStart: Int) -> Int {
    let content = prefix(lineStart)
    guard content < text.count, text[content] != 0x0A, text[content] != 0x0D else {
      if isBlank(lineStart..<content) { closeStretch(at: lineStart) }
      return afterNewline(content)
    }
    noteCode(lineStart, content)
    hasRunBeforeSpace = false
    lines += 1
    var pipes = 0
    var isRule = true
    var wordStart = content
    var parentheses = 0
    var domains = 0
    var previous: UInt8 = 0
    var index = content
    scan: while index < text.count {
      let byte = text[index]
      if byte >= 0x80 {
        isRule = false
        if byte == 0xEF { noteSlip(at: index) }
        previous = byte
        index += 1
        continue
      }
      switch byte {
      case 0x0A, 0x0D: break scan
      case 0x20, 0x09, 0x0B, 0x0C:
        parenthesisBytes += parentheses * (index - wordStart)
        domainBytes += domains * (index - wordStart)
        parentheses = 0
        domains = 0
        wordStart = index + 1
        if byte == previous { survey.hasSpaceRuns = true }
        if byte == 0x09 { survey.mayHoldRows = true }
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        isRule = false
        survey.hasDelimiters = true
        if byte == UInt8(ascii: "~") { survey.hasTildes = true }
        if byte != previous {
          delimiters += 1
        } else if byte == UInt8(ascii: "*") {
          noteSpacedRun(at: index)
        }
      case UInt8(ascii: "["):
        isRule = false
        if previous == UInt8(ascii: "!") { images += 1 }
        noteBracket(at: index)
      case UInt8(ascii: "]"):
        isRule = false
        closers += 1
      case UInt8(ascii: "("):
        isRule = false
        if previous == UInt8(ascii: "]") { survey.hasLinks = true }
        if previous == 0x20 || mayEndBracket(previous) && previous != UInt8(ascii: "]") { noteRoundBracket(at: index) }
      case UInt8(ascii: "\\"):
        isRule = false
        survey.hasBackslashes = true
      case UInt8(ascii: "<"):
        isRule = false
        noteTag(at: index, isFirst: index == content)
      case UInt8(ascii: "!"), UInt8(ascii: "?"):
        isRule = false
        if previous == UInt8(ascii: "<") { declarations += 1 }
      case UInt8(ascii: ")"):
        isRule = false
        parentheses += 1
      case UInt8(ascii: "."):
        isRule = false
        if previous == UInt8(ascii: "w") {
          domains += 1
          survey.hasAddresses = true
        }
      case UInt8(ascii: "/"):
        isRule = false
        if previous == UInt8(ascii: "/") { survey.hasAddresses = true }
      case UInt8(ascii: "@"):
        isRule = false
        addresses += 1
      case UInt8(ascii: "^"):
        isRule = false
        survey.hasCarets = true
      case UInt8(ascii: "|"):
        pipes += 1
        survey.mayHoldRows = true
      case UInt8(ascii: "="), UInt8(ascii: "%"), UInt8(ascii: "$"):
        isRule = false
        if byte == previous { survey.mayHoldSlips = true }
      case UInt8(ascii: "{"):
        isRule = false
        survey.mayHoldSlips = true
      case UInt8(ascii: ":"):
        if byte == previous { survey.mayHoldSlips = true }
      case UInt8(ascii: "-"): break
      default: isRule = false
      }
      previous = byte
      index += 1
    }
    parenthesisBytes += parentheses * (index - wordStart)
    domainBytes += domains * (index - wordStart)
    endLine(lineStart..<index, pipes: pipes, isRule: isRule)
    return afterNewline(index)
  }

  private mutating func endLine(_ line: Range<Int>, pipes: Int, isRule: Bool) {
    if pipes > limits.tableColumns {
      refuse(.tableColumns, limits.tableColumns, at: line.lowerBound)
    }
    if addresses > limits.addresses { refuse(.addresses, limits.addresses, at: line.lowerBound) }
    if parenthesisBytes > limits.parenthesisBytes {
      refuse(.parenthesisBytes, limits.parenthesisBytes, at: line.lowerBound)
    }
    if domainBytes > limits.domainBytes {
      refuse(.domainBytes, limits.domainBytes, at: line.lowerBound)
    }
    if isRule, pipes > 0 || text[line].contains(UInt8(ascii: ":")) {
      headBytes += (line.lowerBound - start) * (1 + linesWithoutPipe / 64)
      if headBytes > limits.headBytes { refuse(.headBytes, limits.headBytes, at: start) }
    } else if pipes == 0 {
      linesWithoutPipe += 1
    }
    if isRule {
      columns = max(columns, pipes + 1)
      if lines == 2, isDelimiterRow(line, of: previousLine, in: text) { isTable = true }
    }
    cells += columns
    if cells > limits.tableCells { refuse(.tableCells, limits.tableCells, at: line.lowerBound) }
    previousLine = line
    if isTable {
      if text[line.lowerBound] == UInt8(ascii: "|") {
        let keptLines = lines
        closeCounts(at: line.upperBound)
        lines = keptLines
      } else {
        isTable = false
      }
    }
  }

  /// Adds up the stretch that ends at an offset, and begins another.
  private mutating func closeStretch(at end: Int) {
    closeCounts(at: end)
    lines = 0
    item = nil
    isTable = false
    columns = 0
  }

  private mutating func closeCounts(at end: Int) {
    imagePairs += images * closers
    if imagePairs > limits.imagePairs { refuse(.imagePairs, limits.imagePairs, at: start) }
    emphasisPairs += delimiters * closers
    if emphasisPairs > limits.emphasisPairs {
      refuse(.emphasisPairs, limits.emphasisPairs, at: start)
    }
    declarationBytes += declarations * (end - start)
    if declarationBytes > limits.declarationBytes {
      refuse(.declarationBytes, limits.declarationBytes, at: start)
    }
    brackets += closers
    start = end
    delimiters = 0
    closers = 0
    images = 0
    declarations = 0
    linesWithoutPipe = 0
  }

  /// Passes white space and the markers of quotations, items and footnotes; returns where the content begins.
  private mutating func prefix(_ lineStart: Int) -> Int {
    var index = lineStart
    var depth = 0
    var column = 0
    while index < text.count {
      switch text[index] {
      case 0x20: column += 1
      case 0x09: column += 4 - column % 4
      case UInt8(ascii: ">"):
        if isComparison(index) {
          survey.signs.append(index)
          return content(index, lineStart)
        }
        depth += 1
        column += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        guard isMarkerEnd(index + 1) else { return content(index, lineStart) }
        if depth == 0 { beginItem(lineStart, indentation: column, isBullet: true) }
        depth += 1
        column += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        var end = index
        while end < text.count, end - index < 10, (0x30...0x39).contains(text[end]) { end += 1 }
        guard end < text.count, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")"),
          isMarkerEnd(end + 1)
        else { return content(index, lineStart) }
        if depth == 0 {
          let isFirst = end == index + 1 && text[index] == UInt8(ascii: "1")
          beginItem(lineStart, indentation: column, isBullet: isFirst)
        }
        depth += 1
        column += end + 1 - index
        index = end
      case UInt8(ascii: "["):
        guard let end = definitionLabelEnd(index) else { return content(index, lineStart) }
        guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "^") else {
          definitions.note(index, label: end)
          return content(index, lineStart)
        }
        footnotes += 1
        depth += 1
        if footnotes > limits.footnotes { refuse(.footnotes, limits.footnotes, at: index) }
        index = end
      default: return content(index, lineStart)
      }
      index += 1
      if depth > limits.nesting || (depth > 0 && column > 4 * limits.nesting) {
        refuse(.nesting, limits.nesting, at: index - 1)
        return index
      }
    }
    return index
  }

  /// Whether a `>` compares: a figure or `=` follows.
  private func isComparison(_ index: Int) -> Bool {
    let next = scalar(text, at: index + 1).value
    return (0x30...0x39).contains(next) || (0xFF10...0xFF19).contains(next) || next == 0x3D || next == 0xFF1D
  }

  /// A list item at the left margin ends the paragraph before it. A number other than 1 does so only behind
  /// another item.
  private mutating func beginItem(_ lineStart: Int, indentation: Int, isBullet: Bool) {
    guard indentation <= 3, isBullet || lines == 0 || item.map({ indentation <= $0 }) == true else {
      return
    }
    closeCounts(at: lineStart)
    item = indentation
  }

  private mutating func content(_ index: Int, _ lineStart: Int) -> Int {
    guard text[index] == UInt8(ascii: "#") else { return index }
    var end = index
    while end < text.count, text[end] == UInt8(ascii: "#") { end += 1 }
    if end < text.count, text[end] == 0x20 {
      if index - lineStart <= 3, end - index <= 6 { closeCounts(at: lineStart) }
    } else {
      survey.mayHoldSlips = true
    }
    return index
  }

  /// Where the colon of `[…]:` stands, if that is what begins here.
  private func definitionLabelEnd(_ start: Int) -> Int? {
    var index = start + 1
    while index < text.count, index - start < 1002 {
      switch text[index] {
      case UInt8(ascii: "["), 0x0A, 0x0D: return nil
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "]"):
        return index + 1 < text.count && text[index + 1] == UInt8(ascii: ":") ? index + 1 : nil
      default: break
      }
      index += 1
    }
    return nil
  }

  private func isMarkerEnd(_ index: Int) -> Bool { index >= text.count || text[index] <= 0x20 }

  private func isBlank(_ range: Range<Int>) -> Bool {
    text[range].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private func afterNewline(_ index: Int) -> Int {
    guard index < text.count else { return index }
    return text[index] == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A
      ? index + 2 : index + 1
  }

  /// Notes `**` with a space on the inner side: `** 重要 **`. Which side is the inner one, a letter on the other side
  /// tells; between two letters two spaces are wanted, `请** 务必 **到`.
  ///
  /// - Parameter index: of the second asterisk.
  private mutating func noteSpacedRun(at index: Int) {
    let precedesSpace = index + 1 < text.count && text[index + 1] == 0x20
    let followsSpace = index > 1 && text[index - 2] == 0x20
    guard precedesSpace || followsSpace else { return }
    let before = scalar(text, before: index - 1)?.value ?? 0x20
    let after = scalar(text, at: index + 1).value
    if precedesSpace && !isEastAsianLetter(before) || followsSpace && !isEastAsianLetter(after)
      || followsSpace && hasRunBeforeSpace
    {
      survey.mayHoldSpacedMarks = true
    }
    if precedesSpace { hasRunBeforeSpace = true }
  }

  /// Notes a line that is indented by four columns, or begins a fence.
  private mutating func noteCode(_ lineStart: Int, _ content: Int) {
    if content - lineStart > 3 || (content > lineStart && text[content - 1] == 0x09) { survey.mayBeMisread = true }
    let mark = text[content]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"), content + 2 < text.count else { return }
    if text[content + 1] == mark, text[content + 2] == mark { survey.mayBeMisread = true }
  }

  /// Marks the full-width signs that an input method leaves where Markdown wants ASCII: `＃＊－．＞［｜｀`, and `（`
  /// behind a bracket.
  private mutating func noteSlip(at index: Int) {
    guard index + 2 < text.count else { return }
    switch (text[index + 1], text[index + 2]) {
    case (0xBC, 0x83), (0xBC, 0x8A), (0xBC, 0x8D), (0xBC, 0x8E), (0xBC, 0x9E), (0xBC, 0xBB),
      (0xBD, 0x80):
      survey.mayHoldSlips = true
    case (0xBD, 0x9C): survey.mayHoldRows = true
    case (0xBC, 0x89): if survey.hasLinks { survey.mayHoldSlips = true }
    case (0xBC, 0x88): if index > 0, mayEndBracket(text[index - 1]) { survey.mayHoldSlips = true }
    default: break
    }
  }
}
