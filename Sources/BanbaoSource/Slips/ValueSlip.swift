import BanbaoDiagnostics

// What makes a value unreadable: the sign it begins with, a colon in it, a quote or a bracket without its fellow.

extension FieldLines {
  func valueSlip(_ line: FieldLine, _ number: Int) -> LineSlip? {
    guard line.key != nil || line.isItem, let first = line.value.first else { return nil }
    switch first {
    case "\"", "'": return quoteSlip(line, number, first)
    case "[", "{": return bracketSlip(line, number, first)
    case "【", "［", "｛", "〔": return wideBracketSlip(line, number)
    case "*": return needsQuotes(line, number, YAMLRules.alias)
    case "&", "!":
      // What is written as YAML means it is left to the parser, which says that it is not used here.
      let rest = line.value.dropFirst().drop { $0 != " " && $0 != "[" && $0 != "{" }
      let isMeant =
        rest.isEmpty
        ? line.value.dropFirst().allSatisfy(\.isASCII) : "[{".unicodeScalars.contains(rest.first { $0 != " " } ?? " ")
      return isMeant ? nil : needsQuotes(line, number, first == "&" ? YAMLRules.alias : YAMLRules.tag)
    case "@", "`", "%", ",", "]", "}": return needsQuotes(line, number, SlipRules.needsQuotes)
    case "|", ">":
      let header = line.value.dropFirst().prefix { $0 != " " }
      let rest = line.value[header.endIndex...].first { $0 != " " }
      let isBlock =
        header.count <= 2 && header.allSatisfy { "+-123456789".unicodeScalars.contains($0) }
        && (rest == nil || rest == "#")
      return isBlock ? nil : needsQuotes(line, number, SlipRules.needsQuotes)
    case "-", "?":
      guard let next = line.value.dropFirst().first, next == " " else { return nil }
      return dashSlip(line, number, first)
    default:
      return colonInValue(line, number)
    }
  }

  private func needsQuotes(_ line: FieldLine, _ number: Int, _ rule: Rule) -> LineSlip {
    let value = quoted(line.value)
    let sign = line.value.first.map(String.init) ?? ""
    return LineSlip(
      diagnostic: rule.at(
        place(number, line.valueStart),
        Wording("值不能以“\(sign)”开头", en: "a value cannot begin with “\(sign)”"), help: writing(line, value)),
      // Behind | and > a text of several lines may have been meant.
      mended: line.with(value), isSure: sign != "|" && sign != ">" && !line.holdsComment)
  }

  /// `tags: - 送温暖`. Whether a list or a text was meant cannot be told.
  private func dashSlip(_ line: FieldLine, _ number: Int, _ sign: Unicode.Scalar) -> LineSlip {
    let value = quoted(line.value)
    var help = writing(line, value)
    if sign == "-" {
      let list = line.showing("[\(FieldLine.text(line.value.dropFirst(2)))]")
      help = Wording("\(help.zh)；如果是列表，写成 \(list)", en: "\(help.en), or, for a list, \(list)")
    }
    return LineSlip(
      diagnostic: SlipRules.needsQuotes.at(
        place(number, line.valueStart),
        Wording("值不能以“\(sign) ”开头", en: "a value cannot begin with “\(sign) ”"), help: help),
      mended: sign == "-" ? nil : line.with(value), isSure: !line.holdsComment)
  }

  /// `title: 通知: 放假安排`
  private func colonInValue(_ line: FieldLine, _ number: Int) -> LineSlip? {
    let value = line.value
    guard
      let colon = value.indices.first(where: {
        value[$0] == ":" && ($0 + 1 == value.endIndex || value[$0 + 1] == " ")
      })
    else { return nil }
    let whole = quoted(value)
    return LineSlip(
      diagnostic: SlipRules.needsQuotes.at(
        place(number, colon),
        Wording("值里有英文冒号加空格", en: "the value holds a colon and a space"), help: writing(line, whole)),
      mended: line.with(whole), isSure: !line.holdsComment)
  }

  // MARK: Quotes

  private func quoteSlip(_ line: FieldLine, _ number: Int, _ quote: Unicode.Scalar) -> LineSlip? {
    let value = line.value
    let (closing, escape) = scan(value, quote)
    guard let closing else {
      let wide = quote == "\"" ? "”“＂〞„" : "’‘＇"
      if let curly = value.lastIndex(where: { wide.unicodeScalars.contains($0) }), curly > value.startIndex {
        let inner = value[(value.startIndex + 1)..<curly]
        let whole = behind(value, curly) == nil ? quoted(inner) : withCurlyQuotes(line, inner, curly)
        return LineSlip(
          diagnostic: SlipRules.curlyQuotes.at(
            place(number, curly),
            Wording(
              "值以英文引号 \(quote) 开头，却以中文引号 \(value[curly]) 结尾",
              en: "the value begins with \(quote) but ends with \(value[curly])"), help: writing(line, whole)),
          mended: line.with(behind(value, curly) == nil ? whole + FieldLine.text(value[(curly + 1)...]) : whole),
          isSure: !line.holdsComment)
      }
      guard !continues(number, line) else { return nil }
      let whole = quoted(value.dropFirst())
      return LineSlip(
        diagnostic: SlipRules.quoteUnclosed.at(
          place(number, line.valueStart),
          Wording("引号没有结束", en: "the quoted value does not end"), help: writing(line, whole)),
        mended: line.with(whole), isSure: !line.holdsComment)
    }
    if let escape {
      let whole = singleQuoted(FieldLine.text(value[(value.startIndex + 1)..<closing]))
      return LineSlip(
        diagnostic: YAMLRules.syntax.at(
          place(number, escape),
          Wording("双引号里的反斜杠 \\ 有特殊含义", en: "a backslash in double quotes has a meaning of its own"),
          help: writing(line, whole)),
        mended: line.with(whole + FieldLine.text(value[(closing + 1)...])),
        isSure: !value[..<closing].indices.contains { value[$0] == "\\" && isEscape(value[($0 + 1)...]) })
    }
    guard let behind = behind(value, closing) else { return nil }
    let inner = value.last == quote ? value.dropFirst().dropLast() : value
    let whole = quoted(inner)
    return LineSlip(
      diagnostic: SlipRules.needsQuotes.at(
        place(number, behind),
        Wording("引号结束以后还有文字", en: "text follows the closing quote"), help: writing(line, whole)),
      // Of `"甲"和"乙"` nobody knows which quotes were to be printed.
      mended: line.with(whole), isSure: value.last != quote && !line.holdsComment)
  }

  /// `"春节”慰问` as it was to be printed: `“春节”慰问`.
  private func withCurlyQuotes(_ line: FieldLine, _ inner: ArraySlice<Unicode.Scalar>, _ curly: Int) -> String {
    let value = line.value
    let isSingle = value.first == "'"
    let (opening, closing) = isSingle ? ("‘", "’") : ("“", "”")
    let text = opening + FieldLine.text(inner) + closing + FieldLine.text(value[(curly + 1)...])
    return text.contains(": ") || text.contains(" #") ? quoted(ArraySlice(text.unicodeScalars)) : text
  }

  /// The index of the quote that ends a quoted value, and of the first escape that YAML does not know.
  private func scan(
    _ value: ArraySlice<Unicode.Scalar>, _ quote: Unicode.Scalar
  ) -> (closing: Int?, escape: Int?) {
    var escape: Int?
    var index = value.startIndex + 1
    while index < value.endIndex {
      if quote == "\"", value[index] == "\\" {
        if escape == nil, !isEscape(value[(index + 1)...]) { escape = index }
        index += 2
        continue
      }
      if value[index] == quote {
        guard quote == "'", index + 1 < value.endIndex, value[index + 1] == "'" else { return (index, escape) }
        index += 1
      }
      index += 1
    }
    return (nil, escape)
  }

  /// Whether these scalars may follow a backslash in double quotes (YAML 1.2, 5.7).
  private func isEscape(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = rest.first else { return true }
    let digits = first == "x" ? 2 : first == "u" ? 4 : first == "U" ? 8 : 0
    if digits == 0 { return "0abt\tnvfre \"/\\N_LP".unicodeScalars.contains(first) }
    let code = FieldLine.text(rest.dropFirst().prefix(digits))
    guard code.utf8.count == digits, let value = UInt32(code, radix: 16) else { return false }
    return Unicode.Scalar(value) != nil
  }

  // MARK: Brackets

  private func bracketSlip(_ line: FieldLine, _ number: Int, _ opening: Unicode.Scalar) -> LineSlip? {
    let value = line.value
    let closer: Unicode.Scalar = opening == "[" ? "]" : "}"
    let scan = scanBrackets(value)
    if let hash = scan.comment {
      var mended = value
      mended[hash] = "＃"
      return LineSlip(
        diagnostic: SlipRules.hashCutsValue.at(
          place(number, hash),
          Wording("# 后面的被当作注释，括号就没有结束", en: "what follows # is a comment, so the bracket does not end"),
          help: Wording("给含有 # 的那一项加英文引号", en: "put ASCII quotes round the item that holds #")),
        mended: line.with(FieldLine.text(mended)), isSure: false)
    }
    if let comma = scan.emptyItem {
      var mended = value
      mended[comma] = " "
      var slip = LineSlip(
        diagnostic: YAMLRules.syntax.at(
          place(number, comma), Wording("这里多了一个逗号", en: "there is one comma too many here"),
          help: writing(line, spaced(mended))),
        mended: line.with(FieldLine.text(mended)))
      let rest = value[(comma + 1)...]
      let isSpaced = value[comma - 1] != ","
      slip.right = line.with(FieldLine.text(value[..<comma] + (isSpaced ? rest.drop { $0 == " " } : rest)))
      return slip
    }
    guard let closing = scan.closing else {
      guard let last = value.indices.last, last > value.startIndex else { return nil }
      if "】］｝〕）)}]".unicodeScalars.contains(value[last]), value[last] != closer {
        let whole = FieldLine.text(value[..<last]) + String(closer)
        let isWide = !value[last].isASCII
        return LineSlip(
          diagnostic: (isWide ? SlipRules.fullWidthBracket : SlipRules.bracketUnclosed).at(
            place(number, last),
            Wording(
              "以“\(opening)”开头，却以“\(value[last])”结尾",
              en: "it begins with “\(opening)” but ends with “\(value[last])”"), help: writing(line, whole)),
          mended: line.with(whole))
      }
      guard !continues(number, line) else { return nil }
      let whole = FieldLine.text(value) + String(closer)
      return LineSlip(
        diagnostic: SlipRules.bracketUnclosed.at(
          place(number, line.valueStart),
          Wording("“\(opening)”没有配上“\(closer)”", en: "“\(opening)” has no closing “\(closer)”"),
          help: writing(line, whole)), mended: line.with(whole))
    }
    guard behind(value, closing) != nil else { return opening == "{" ? wideSigns(line, number, closing) : nil }
    let whole = quoted(value)
    return LineSlip(
      diagnostic: SlipRules.needsQuotes.at(
        place(number, line.valueStart),
        Wording(
          "值以“\(opening)”开头，“\(closer)”后面却还有文字",
          en: "the value begins with “\(opening)”, and text follows the “\(closer)”"), help: writing(line, whole)),
      // A list may have been meant where one may stand.
      mended: line.with(whole), isSure: false)
  }

  /// `{金额: 3000，科目: 50102 文体活动支出}`
  private func wideSigns(_ line: FieldLine, _ number: Int, _ closing: Int) -> LineSlip? {
    let value = line.value
    let inner = value[(value.startIndex + 1)..<closing]
    guard let sign = inner.indices.first(where: { "，；：".unicodeScalars.contains(value[$0]) }),
      !inner.contains(where: { "{}[]\"'".unicodeScalars.contains($0) })
    else { return nil }
    let whole = "{\(withASCIISigns(inner))}" + FieldLine.text(value[(closing + 1)...])
    return LineSlip(
      diagnostic: SlipRules.fullWidthComma.at(
        place(number, sign),
        Wording("花括号里用了中文标点“\(value[sign])”", en: "“\(value[sign])” in the braces is full-width"),
        help: writing(line, whole)), mended: line.with(whole), isSure: false)
  }

  private func scanBrackets(
    _ value: ArraySlice<Unicode.Scalar>
  ) -> (closing: Int?, comment: Int?, emptyItem: Int?) {
    var open: [Unicode.Scalar] = []
    var emptyItem: Int?
    var previous: Unicode.Scalar = " "
    var index = value.startIndex
    while index < value.endIndex {
      let scalar = value[index]
      switch scalar {
      case "\"", "'":
        if previous == "[" || previous == "{" || previous == "," || previous == ":" {
          index = scan(value[index...], scalar).closing ?? index
        }
      case "[": open.append("]")
      case "{": open.append("}")
      case "]", "}":
        guard open.popLast() == scalar else { return (nil, nil, emptyItem) }
        if open.isEmpty { return (index, nil, emptyItem) }
      case "#" where index > value.startIndex && value[index - 1] == " ": return (nil, index, emptyItem)
      case "," where previous == "," || previous == "[" || previous == "{": emptyItem = emptyItem ?? index
      default: break
      }
      if scalar != " " { previous = scalar }
      index += 1
    }
    return (nil, nil, emptyItem)
  }

  /// `tags: 【送温暖，女职工】`
  private func wideBracketSlip(_ line: FieldLine, _ number: Int) -> LineSlip? {
    let value = line.value
    guard let first = value.first, let last = value.last, value.count > 1,
      "】］｝〕]}".unicodeScalars.contains(last)
    else { return colonInValue(line, number) }
    let isBrace = first == "｛"
    let inner = FieldLine.text(value.dropFirst().dropLast())
    let parts = inner.split { $0 == "，" || $0 == "、" || $0 == "," }.map { trimmed($0) }
    let whole = (isBrace ? "{" : "[") + parts.joined(separator: ", ") + (isBrace ? "}" : "]")
    return LineSlip(
      diagnostic: SlipRules.fullWidthBracket.at(
        place(number, line.valueStart),
        Wording("“\(first)”是中文括号，只算文字", en: "“\(first)” is full-width and mere text"),
        help: writing(line, whole)), mended: line.with(whole),
      // 【】 and 、 stand in texts too.
      isSure: isBrace && !inner.contains("、") && !line.holdsComment)
  }

  // MARK: Parts

  private func writing(_ line: FieldLine, _ value: String) -> Wording {
    let shown = line.showing(value)
    return Wording("写成 \(shown)", en: "write \(shown)")
  }

  /// With one space behind each comma and none elsewhere round it.
  private func spaced(_ value: ArraySlice<Unicode.Scalar>) -> String {
    value.split(separator: ",").map { trimmed(FieldLine.text($0)) }.joined(separator: ", ")
  }

  /// The first scalar behind a closing sign that is neither space nor comment.
  private func behind(_ value: ArraySlice<Unicode.Scalar>, _ closing: Int) -> Int? {
    guard let index = value[(closing + 1)...].firstIndex(where: { $0 != " " && $0 != "\t" }) else { return nil }
    return value[index] == "#" && index > closing + 1 ? nil : index
  }

  /// Whether the next line is deeper, so that the value may go on there.
  private func continues(_ number: Int, _ line: FieldLine) -> Bool {
    guard let next = self[number + 1].map(FieldLine.init), !next.isEmpty else { return false }
    return next.indent > line.indent
  }

  /// In ASCII quotes of the kind that the text does not hold.
  private func quoted(_ value: ArraySlice<Unicode.Scalar>) -> String {
    let text = FieldLine.text(value)
    guard text.contains("\"") || text.contains("\\") else { return "\"\(text)\"" }
    return singleQuoted(text)
  }

  private func singleQuoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
