/// Makes `这是**重点。**所以` bold, and leaves `5*8人，3*4队`, `张**、李**` and `____年__月` as they are.
///
/// CommonMark lets a run of `*` open or close only beside the right mixture of letters, punctuation and white space,
/// which Chinese does not have. Where a CJK character stands on either side of a run and white space on neither, a
/// character that says nothing is put before and after the run, so that it may do both. This is the rule of the
/// "CJK-friendly" amendment; `_` keeps CommonMark's rule.
///
/// A run is a sign of its own, and gets a stand-in, where it multiplies, hides a part of a name or a number, or is a
/// blank to be filled in by hand: see `DelimiterRun.isSign` and `DelimiterRun.areSigns`.
func addRuns(_ text: UnsafeBufferPointer<UInt8>, to changes: inout [Change]) {
  var runs = PendingRuns()
  var isBlank = true
  // Whether the line holds an equals sign: then it is a formula. Nil where it was not asked for yet.
  var isFormula: Bool?
  var line = 0
  var index = 0
  while index < text.count {
    switch text[index] {
    case UInt8(ascii: "\\"):
      isBlank = false
      index += 2
    case 0x0A where index > 0 && text[index - 1] == 0x0D: index += 1
    case 0x0A, 0x0D:
      if isBlank { runs.closeAll(&changes) }
      isBlank = true
      isFormula = nil
      line += 1
      index += 1
    case 0x20, 0x09: index += 1
    case UInt8(ascii: "|"):
      runs.closeAll(&changes)
      index += 1
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
      let holdsEquals = isFormula ?? holdsEqualsSign(text, lineOf: index)
      isFormula = holdsEquals
      let run = DelimiterRun(text, at: index, line: line, isInFormula: holdsEquals)
      runs.take(run, &changes)
      isBlank = false
      index = run.end
    default:
      isBlank = false
      index += 1
      while index < text.count, text[index] >= 0x80 { index += 1 }
    }
  }
  runs.closeAll(&changes)
}

/// Whether the line around an index holds `=` or `＝`.
private func holdsEqualsSign(_ text: UnsafeBufferPointer<UInt8>, lineOf index: Int) -> Bool {
  var start = index
  while start > 0, !isNewline(text[start - 1]) { start -= 1 }
  while start < text.count, !isNewline(text[start]) {
    if text[start] == 0x3D || (text[start] == 0xEF && scalar(text, at: start).value == 0xFF1D) { return true }
    start += 1
  }
  return false
}

private func isNewline(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

/// The runs of a paragraph that wait for their partner.
private struct PendingRuns {
  /// One for each mark and length, so no more than nine.
  private var open: [(key: Int, run: DelimiterRun)] = []

  mutating func take(_ run: DelimiterRun, _ changes: inout [Change]) {
    let key = Int(run.mark) << 2 | min(run.length, 3)
    let partner = open.firstIndex { $0.key == key }
    // In `~~100~~80` the second run ends what the first has struck out.
    let endsStrike = run.mark == UInt8(ascii: "~") && partner.map { open[$0].run.line == run.line } ?? false
    if run.isSign, !endsStrike {
      run.addSigns(&changes)
      return
    }
    if run.mayClose, let partner {
      let opener = open.remove(at: partner).run
      if DelimiterRun.areSigns(opener, run) {
        opener.addSigns(&changes)
        run.addSigns(&changes)
      } else {
        opener.addHelp(&changes)
        run.addHelp(&changes)
      }
    } else if run.mayOpen {
      if let partner { open.remove(at: partner).run.addHelp(&changes) }
      open.append((key, run))
    } else {
      run.addHelp(&changes)
    }
  }

  mutating func closeAll(_ changes: inout [Change]) {
    guard !open.isEmpty else { return }
    for (_, run) in open { run.addHelp(&changes) }
    open.removeAll(keepingCapacity: true)
  }
}

/// Equal signs of emphasis, and what stands beside them.
private struct DelimiterRun {
  let text: UnsafeBufferPointer<UInt8>
  let start: Int
  let end: Int
  /// What stands before and behind; a line feed at the text's ends.
  let before: UInt32
  let after: UInt32
  /// Counted from the text's beginning.
  let line: Int
  /// Whether an equals sign stands in its line.
  let isInFormula: Bool

  init(_ text: UnsafeBufferPointer<UInt8>, at start: Int, line: Int, isInFormula: Bool) {
    self.text = text
    self.line = line
    self.isInFormula = isInFormula
    self.start = start
    var end = start
    while end < text.count, text[end] == text[start] { end += 1 }
    self.end = end
    before = scalar(text, before: start)?.value ?? 0x0A
    after = end < text.count ? scalar(text, at: end).value : 0x0A
  }

  var mark: UInt8 { text[start] }
  var length: Int { end - start }
  var mayOpen: Bool { !isMarkdownSpace(after) }
  var mayClose: Bool { !isMarkdownSpace(before) }

  /// Whether it is no emphasis whatever stands elsewhere: `5*8`, `138****1234`, `9~~11时`, `(____)`, `“*”`.
  var isSign: Bool {
    if isQuoted { return true }
    switch mark {
    case UInt8(ascii: "_"):
      return length > 2 && !isASCIIWord(before) && !isASCIIWord(after) && !isRule
    case UInt8(ascii: "~"): return length == 2 && isDigit(before) && isDigit(after)
    default: return (isDigit(before) || isClosingBracket(before)) && isDigit(after)
    }
  }

  /// Whether nothing else stands between two quotation marks or brackets.
  private var isQuoted: Bool {
    switch (before, after) {
    case (0x22, 0x22), (0x27, 0x27), (0x28, 0x29), (0x2018, 0x2019), (0x201C, 0x201D), (0x300C, 0x300D),
      (0xFF08, 0xFF09):
      true
    default: false
    }
  }

  /// Whether two runs that would make emphasis are signs.
  ///
  /// - `30元*6份，20元*4份`: no emphasis ends before a digit with one asterisk, or begins behind one.
  /// - `张**，李**`, `姓名*、电话*`: no emphasis begins with a comma.
  /// - `Abc*123*x`: nor does it begin between a letter and a digit.
  /// - `*号为必填⏎姓名*：⏎电话*：`: nor does one asterisk emphasise lines of Han.
  /// - `带*的必填，*号免填`: and none of one asterisk ends with one inside a line.
  /// - `金额=人数*标准*天数`, `长*宽*高=体积`: in a formula, an asterisk inside a word multiplies.
  /// - `_草稿_.docx`: part of a file's name.
  /// - `张**同志、李**同志`: what stands before both is a surname.
  /// - `姓名：__电话：__`, `__年__，`: blanks.
  static func areSigns(_ opener: DelimiterRun, _ closer: DelimiterRun) -> Bool {
    if opener.mark == UInt8(ascii: "~") { return false }
    if isSeparator(opener.after), !isMarkdownSpace(opener.before), !isAnyPunctuation(opener.before),
      !isAnyPunctuation(closer.before)
    {
      return true
    }
    if opener.mark == UInt8(ascii: "_") {
      let text = opener.text
      if closer.after == 0x2E, closer.end + 1 < text.count, isASCIIAlphanumeric(text[closer.end + 1]) { return true }
      let content = text[opener.end..<closer.start]
      if scalar(text, at: opener.end).length >= content.count, opener.after >= 0x80 { return true }
      return isColon(opener.before) && isColon(closer.before)
    }
    if opener.length == 1, isDigit(opener.before) || isDigit(closer.after) { return true }
    if opener.length == 1, isASCIIWord(opener.before), isDigit(opener.after) { return true }
    if opener.length == 1, opener.line != closer.line, isEastAsianLetter(closer.before) { return true }
    let isInWord = isPlainLetter(opener.before) && isPlainLetter(closer.after)
    if opener.length == 1, isInWord, opener.isInFormula || isComma(closer.before) { return true }
    return isSurname(opener.before) && isSurname(closer.before)
  }

  /// Whether it is a drawn line: three signs that are all there is of their line, with no words in the lines above and
  /// below. More of them are a blank.
  private var isRule: Bool {
    guard length == 3 else { return false }
    var lineStart = start
    while lineStart > 0, text[lineStart - 1] == 0x20 { lineStart -= 1 }
    var lineEnd = end
    while lineEnd < text.count, text[lineEnd] == 0x20 { lineEnd += 1 }
    guard lineStart == 0 || isNewline(text[lineStart - 1]), lineEnd == text.count || isNewline(text[lineEnd]) else {
      return false
    }
    var above = max(0, lineStart - 1)
    if above > 0, text[above] == 0x0A, text[above - 1] == 0x0D { above -= 1 }
    var below = min(text.count, lineEnd + 1)
    if below < text.count, text[below] == 0x0A, text[below - 1] == 0x0D { below += 1 }
    return !text[..<above].reversed().prefix { !isNewline($0) }.contains(where: isWord)
      && !text[below...].prefix { !isNewline($0) }.contains(where: isWord)
  }

  private func isWord(_ byte: UInt8) -> Bool { byte >= 0x80 || isASCIIAlphanumeric(byte) }

  func addSigns(_ changes: inout [Change]) {
    for index in start..<end { changes.append(Change(at: index, .sign)) }
  }

  func addHelp(_ changes: inout [Change]) {
    guard mark == UInt8(ascii: "*"), needsHelp else { return }
    changes.append(Change(at: start, .nothing))
    changes.append(Change(at: end, .nothing))
  }

  private var needsHelp: Bool {
    guard start > 0, end < text.count, !isMarkdownSpace(before), !isMarkdownSpace(after) else { return false }
    var before = before
    if isVariationSelector(before), let selector = scalar(text, before: start) {
      before = scalar(text, before: start - selector.length)?.value ?? before
    }
    // Between two letters CommonMark's own rule lets the run open and close.
    if isPlainLetter(before), isPlainLetter(after) { return false }
    return isWide(before) || isHangul(before) || isWide(after) || isHangul(after)
  }
}

func isPlainLetter(_ scalar: UInt32) -> Bool {
  scalar < 0x80 ? isASCIIAlphanumeric(UInt8(scalar)) : isEastAsianLetter(scalar)
}

private func isASCIIWord(_ scalar: UInt32) -> Bool { scalar < 0x80 && isASCIIAlphanumeric(UInt8(scalar)) }

private func isDigit(_ scalar: UInt32) -> Bool {
  (0x30...0x39).contains(scalar) || (0xFF10...0xFF19).contains(scalar)
}

private func isClosingBracket(_ scalar: UInt32) -> Bool { scalar == 0x29 || scalar == 0xFF09 }

private func isColon(_ scalar: UInt32) -> Bool { scalar == 0x3A || scalar == 0xFF1A }

private func isComma(_ scalar: UInt32) -> Bool {
  [0x2C, 0x3B, 0x3001, 0xFF0C, 0xFF1B].contains(scalar)
}

/// `，、。；：！？）` and their ASCII forms: what no phrase begins with.
private func isSeparator(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x21, 0x29, 0x2C, 0x3A, 0x3B, 0x3F, 0x3001, 0x3002, 0xFF01, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F: true
  default: false
  }
}

private func isAnyPunctuation(_ scalar: UInt32) -> Bool {
  scalar < 0x80
    ? isASCIIPunctuation(UInt8(scalar)) : isEastAsianPunctuation(scalar) || isSharedPunctuation(scalar)
}

/// The commonest surnames: nine of ten people bear one of them.
private let surnames = Set(
  """
  王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白\
  邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤
  """.unicodeScalars.map(\.value))

private func isSurname(_ scalar: UInt32) -> Bool { scalar >= 0x4E00 && surnames.contains(scalar) }
