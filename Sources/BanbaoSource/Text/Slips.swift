package import BanbaoDiagnostics

/// What an input method or a pasted text did to the fields, found line by line, and the same lines put right.
///
/// Looked for only where the YAML cannot be understood, so text that merely looks like a slip is never blamed.
package func slips(
  in text: SourceText, _ range: Range<Int>, firstLine: Int
) -> (diagnostics: [Diagnostic], mended: [UInt8]) {
  var diagnostics: [Diagnostic] = []
  var mended: [UInt8] = []
  var number = firstLine
  var start = range.lowerBound
  while start < range.upperBound {
    let next = min(text.lineEnd(after: start) ?? range.upperBound, range.upperBound)
    var end = next
    while end > start, text.bytes[end - 1] == 0x0A || text.bytes[end - 1] == 0x0D { end -= 1 }
    var line = String(decoding: text.bytes[start..<end], as: UTF8.self)
    if let fault = slip(in: &line, Place(text.path, line: number, column: 1)) { diagnostics.append(fault) }
    mended += Array(line.utf8)
    mended.append(0x0A)
    start = next
    number += 1
  }
  return (diagnostics, mended)
}

/// The first slip of one line; the line is put right.
private func slip(in line: inout String, _ place: Place) -> Diagnostic? {
  var place = place
  let scalars = Array(line.unicodeScalars)
  func at(_ index: Int) -> Place {
    place.column = index + 1
    return place
  }
  let indent = scalars.prefix { $0 == " " || $0 == "\t" || $0 == "\u{3000}" || $0 == "\u{A0}" }.count
  let rest = String(String.UnicodeScalarView(scalars[indent...]))
  if let tab = scalars[..<indent].firstIndex(of: "\t") {
    line = String(repeating: " ", count: indent * 2) + rest
    return SlipRules.tab.at(
      at(tab), Wording("这一行用制表符（Tab）缩进", en: "this line is indented with a tab"),
      help: Wording("改用两个空格缩进", en: "indent with two spaces"))
  }
  if let space = scalars[..<indent].firstIndex(where: { $0 != " " }) {
    line = String(repeating: " ", count: indent * 2) + rest
    return SlipRules.fullWidthSpace.at(
      at(space), Wording("这一行用全角空格缩进", en: "this line is indented with full-width spaces"),
      help: Wording("改用两个英文空格", en: "indent with two ASCII spaces"))
  }
  if let fault = colonSlip(&line, scalars, from: indent, at) { return fault }
  return quoteSlip(&line, scalars, at)
}

/// `标题：春节`, `标题:春节`, `标题:　春节`.
private func colonSlip(
  _ line: inout String, _ scalars: [Unicode.Scalar], from indent: Int, _ at: (Int) -> Place
) -> Diagnostic? {
  var index = indent
  if scalars[indent...].starts(with: ["-", " "] as [Unicode.Scalar]) { index += 2 }
  let keyStart = index
  while index < scalars.count, isKeyCharacter(scalars[index]) { index += 1 }
  guard index > keyStart, index < scalars.count else { return nil }
  let key = String(String.UnicodeScalarView(scalars[keyStart..<index]))
  let value = trimmed(String(String.UnicodeScalarView(scalars[(index + 1)...])))
  let head = String(String.UnicodeScalarView(scalars[..<index]))
  let remedy = Wording("写成 \(key): \(value)", en: "write \(key): \(value)")
  switch scalars[index] {
  case "：", "︰", "﹕":
    line = head + ": " + value
    return SlipRules.fullWidthColon.at(
      at(index), Wording("“\(key)”后面是中文冒号", en: "a full-width colon follows “\(key)”"), help: remedy)
  case ":" where index + 1 < scalars.count && (scalars[index + 1] == "\u{3000}" || scalars[index + 1] == "\u{A0}"):
    line = head + ": " + value
    return SlipRules.fullWidthSpace.at(
      at(index + 1), Wording("冒号后面是全角空格", en: "a full-width space follows the colon"), help: remedy)
  case ":" where index + 1 < scalars.count && scalars[index + 1] != " " && scalars[index + 1] != "/":
    line = head + ": " + value
    return SlipRules.colonWithoutSpace.at(
      at(index), Wording("“\(key)”的冒号后面缺一个空格", en: "a space is missing after the colon of “\(key)”"),
      help: remedy)
  default: return nil
  }
}

/// `title: "春节”`: one quote is ASCII, the other is not.
private func quoteSlip(_ line: inout String, _ scalars: [Unicode.Scalar], _ at: (Int) -> Place) -> Diagnostic? {
  guard scalars.count(where: { $0 == "\"" }) == 1, let straight = scalars.firstIndex(of: "\""),
    let curly = scalars.lastIndex(where: { $0 == "”" || $0 == "“" || $0 == "＂" }), curly > straight
  else { return nil }
  var fixed = scalars
  fixed[curly] = "\""
  line = String(String.UnicodeScalarView(fixed))
  return SlipRules.curlyQuotes.at(
    at(curly), Wording("英文引号开头，却用中文引号“\(String(scalars[curly]))”结尾", en: "an ASCII quote is closed by “\(String(scalars[curly]))”"),
    help: Wording("两头都用英文引号 \"", en: "use ASCII quotes at both ends"))
}

/// What the keys of the contract consist of.
private func isKeyCharacter(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "a"..."z", "A"..."Z", "_": true
  default: (0x4E00...0x9FFF).contains(scalar.value)
  }
}

package enum SlipRules {
  package static let tab = Rule(
    "yaml-tab", .error,
    Wording("缩进用空格，不用制表符（Tab）。", en: "Indentation is spaces, never tabs."),
    wrong: "publicity:\n\tfrom: 2026-03-02", right: "publicity:\n  from: 2026-03-02")
  package static let fullWidthSpace = Rule(
    "fullwidth-space", .error,
    Wording("缩进和冒号后面的空格是英文空格，不是全角空格。", en: "Indentation and the space after a colon are ASCII spaces."),
    wrong: "title:　春节慰问", right: "title: 春节慰问")
  package static let fullWidthColon = Rule(
    "fullwidth-colon", .error,
    Wording("键和值之间是英文冒号加一个空格；中文输入法打出的“：”不算。", en: "A key is followed by an ASCII colon and a space, not by “：”."),
    wrong: "title：春节慰问", right: "title: 春节慰问")
  package static let fullWidthComma = Rule(
    "fullwidth-comma", .error,
    Wording("列表各项之间用英文逗号隔开；“，”和“、”会连成一项。", en: "List items are separated by ASCII commas; “，” and “、” join them into one."),
    wrong: "tags: [送温暖，女职工]", right: "tags: [送温暖, 女职工]")
  package static let colonWithoutSpace = Rule(
    "colon-without-space", .error,
    Wording("键的英文冒号后面要空一格。", en: "A space follows the colon of a key."),
    wrong: "title:春节慰问", right: "title: 春节慰问")
  package static let curlyQuotes = Rule(
    "curly-quotes", .error,
    Wording(
      "用来把值括起来的是英文引号；中文引号是文字的一部分，会印出来。标题本身带引号时，不要把整个值括起来。",
      en: "Values are quoted with ASCII quotes; curly quotes are part of the text and are printed."),
    wrong: "title: “春节慰问”", right: "title: 春节慰问")
  package static let hashCutsValue = Rule(
    "hash-cuts-value", .error,
    Wording(
      "空格加 # 之后的内容在 YAML 里是注释，不会印出来。要印出 #，就用英文引号把整个值括起来；要写注释，就另起一行。",
      en: "What follows a space and # is a comment and is not printed. Quote the value to print it, or put the comment "
        + "in a line of its own."),
    wrong: "title: 第二届趣味运动会 #1 号通知", right: "title: \"第二届趣味运动会 #1 号通知\"")

  package static let all = [
    tab, fullWidthSpace, fullWidthColon, fullWidthComma, colonWithoutSpace, curlyQuotes, hashCutsValue,
  ]
}
