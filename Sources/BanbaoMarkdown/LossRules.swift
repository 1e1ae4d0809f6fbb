import BanbaoDiagnostics

extension MarkdownRules {
  static let textLost = Rule(
    "text-lost", .error,
    Wording(
      "正文里写下的每一个字都要出现在网页上。这里的字被 Markdown 当成了记号的一部分，丢掉了：例如表格里比表头多出来的格、``` 后面的话。",
      en:
        "Every word of a body stands on its page. Here Markdown takes words for a part of its marks and drops them, such as cells beyond a table's head, or words behind ```."
    ),
    wrong: "| 项目 | 人数 |\n|---|---|\n| 午餐 | 20 | 二楼 |", right: "| 项目 | 人数 | 地点 |\n|---|---|---|\n| 午餐 | 20 | 二楼 |")

  static let unusedDefinition = Rule(
    "unused-definition", .error,
    Wording(
      "行首的“[文字]: ”是链接的定义：Markdown 把它从正文里拿走，留给写着 [文字] 的链接用。没有链接用它，这一行的字就丢了。",
      en:
        "\"[text]: \" at the beginning of a line defines a link: Markdown takes it out of the text, for links that are written [text]. Where no link uses it, its words are lost."
    ),
    wrong: "[注]: 报名表由各小组填写", right: "[注]：报名表由各小组填写")

  static let footnoteWithoutMark = Rule(
    "footnote-without-mark", .error,
    Wording(
      "脚注“[^1]: …”只有在正文里有记号 [^1] 时才会出现在网页上。",
      en: "A footnote \"[^1]: …\" is on the page only where the text bears its mark, [^1]."),
    wrong: "按规定办理。\n\n[^1]: 见《慰问办法》第三条。", right: "按规定[^1]办理。\n\n[^1]: 见《慰问办法》第三条。")

  static let markWithoutFootnote = Rule(
    "mark-without-footnote", .warning,
    Wording(
      "脚注的记号 [^1] 要有一行“[^1]: …”与它对应，否则记号会原样出现在网页上。记号用半角方括号。",
      en:
        "A footnote's mark, [^1], needs a line \"[^1]: …\" that belongs to it; otherwise it stands in the page as it was typed. Its brackets are ASCII."
    ),
    wrong: "按规定[^1]办理。", right: "按规定[^1]办理。\n\n[^1]: 见《慰问办法》第三条。")

  static let listNumber = Rule(
    "list-number", .warning,
    Wording(
      "Markdown 的编号列表只看第一项的数字，后面的依次加一，不管写的是什么。写的数字要与网页上的一样，读者说的“第三条”才是同一条。",
      en:
        "A numbered list of Markdown takes its first number and counts on from there, whatever the others say. They must be what the page shows, so that \"item 3\" is the same for everyone."
    ),
    wrong: "1. 报名\n3. 初赛", right: "1. 报名\n2. 初赛")
}

extension MarkdownWriter {
  /// Reports what of the author's text does not stand on the page as it was typed.
  ///
  /// - Parameter seeksMarks: whether the text may hold marks of footnotes.
  mutating func reportLosses(seeksMarks: Bool) {
    guard !isRefused else { return }
    var comparison = Comparison(locator.text, transcript, escaper.sentinel, seeksMarks: seeksMarks)
    for loss in comparison.run() { report(loss) }
  }

  private mutating func report(_ loss: Loss) {
    let (line, rest) = firstLine(of: loss.range)
    let place = locator.place(line.lowerBound, length: scalarCount(line))
    let words = excerpt(line)
    let diagnostic: Diagnostic
    switch loss.kind {
    case .text:
      diagnostic = MarkdownRules.textLost.at(
        place, lost(words, rest),
        help: Wording(
          "Markdown 把这里的字当成了记号的一部分。在它前后的 [ ] ( ) < > | 等记号前面各加一个反斜杠 \\，字和记号就都原样出现",
          en:
            "Markdown takes them for a part of its marks; put a backslash before each [ ] ( ) < > | around them, and words and signs stand as they are"
        ))
    case .cells:
      diagnostic = MarkdownRules.textLost.at(
        place,
        Wording(
          "这一行的格比表头多，多出来的“\(words)”不会出现在网页上",
          en: "this row has more cells than the table's head; \"\(words)\" is left out of the page"),
        help: Wording(
          "给表头和 |---| 那一行也加上格，或者把多出来的字写进前面的格；格里要写竖线，写 \\|",
          en:
            "add cells to the head and to the row |---| too, or write the words into a cell before; write \\| for the sign itself"
        ))
    case .info:
      diagnostic = MarkdownRules.textLost.at(
        place,
        Wording("``` 后面的“\(words)”不会出现在网页上", en: "\"\(words)\" behind ``` is left out of the page"),
        help: Wording("把这些字写到下一行", en: "write these words on the next line"))
    case .definition(let label, let isSecond): diagnostic = definition(place, label, words, rest, isSecond)
    case .note(let label, let isSecond): diagnostic = note(place, label, rest, isSecond)
    case .vainMark: diagnostic = vainMark(place, words)
    case .number(let printed):
      diagnostic = MarkdownRules.listNumber.at(
        place,
        Wording("编号写的是 \(words)，网页上会是 \(printed)", en: "the number is \(words), but the page shows \(printed)"),
        help: Wording(
          "写 \(printed).；网页上就要 \(words) 的话，写成 \(words)、",
          en: "write \(printed). here; for \(words) on the page write it as \(words)\\."))
    }
    diagnostics.append(diagnostic)
  }

  private func lost(_ words: String, _ rest: Int) -> Wording {
    rest == 0
      ? Wording("“\(words)”不会出现在网页上", en: "\"\(words)\" is left out of the page")
      : Wording(
        "从“\(words)”起的 \(rest + 1) 行不会出现在网页上", en: "\(rest + 1) lines from \"\(words)\" on are left out of the page")
  }

  private func lines(_ rest: Int) -> Wording {
    rest == 0
      ? Wording("这一条", en: "this one") : Wording("这一条的 \(rest + 1) 行", en: "the \(rest + 1) lines of this one")
  }

  private func definition(_ place: Place, _ label: Range<Int>, _ words: String, _ rest: Int, _ isSecond: Bool)
    -> Diagnostic
  {
    let label = excerpt(label)
    if isSecond {
      return MarkdownRules.unusedDefinition.at(
        place,
        Wording(
          "“[\(label)]: ”写了两次，链接用的是前一次，\(lines(rest).zh)不会出现在网页上",
          en: "\"[\(label)]: \" stands twice; links use the one before, and \(lines(rest).en) is left out of the page"),
        help: Wording(
          "删掉不要的一行，或者换一个名字；不是链接，就把“:”写成全角“：”",
          en: "delete the one that is not wanted, or give it another name; if it is no link, write \\[\(label)]:"))
    }
    return MarkdownRules.unusedDefinition.at(
      place, lost(words, rest),
      help: Wording(
        "“[\(label)]: ”是链接的定义，正文里没有链接 [\(label)] 用它。不是链接，就把“:”写成全角“：”",
        en: "\"[\(label)]: \" defines a link, and no link [\(label)] uses it; if it is none, write \\[\(label)]:"))
  }

  private func note(_ place: Place, _ label: Range<Int>, _ rest: Int, _ isSecond: Bool) -> Diagnostic {
    let mark = "[^\(excerpt(label))]"
    if isSecond {
      return MarkdownRules.footnoteWithoutMark.at(
        place,
        Wording(
          "脚注 \(mark) 写了两次，\(lines(rest).zh)不会出现在网页上",
          en: "the footnote \(mark) stands twice; \(lines(rest).en) is left out of the page"),
        help: Wording(
          "把两条并成一条，或者给这一条和正文里它的记号换一个号",
          en: "make one of the two, or give this one and its mark in the text another number"))
    }
    return MarkdownRules.footnoteWithoutMark.at(
      place,
      Wording(
        "正文里没有脚注的记号 \(mark)，\(lines(rest).zh)不会出现在网页上",
        en: "no mark \(mark) of this footnote stands in the text; \(lines(rest).en) is left out of the page"),
      help: Wording(
        "在正文要加注的地方写 \(mark)；不作脚注，就删掉这里的“\(mark): ”，只留后面的字",
        en: "write \(mark) in the text where it belongs; if it is no footnote, delete \"\(mark): \" and keep the words")
    )
  }

  private func vainMark(_ place: Place, _ words: String) -> Diagnostic {
    let mark = "[^" + words.dropFirst(2).dropLast() + "]"
    guard words.hasPrefix("[") && words.hasSuffix("]") else {
      return MarkdownRules.markWithoutFootnote.at(
        place,
        Wording(
          "“\(words)”不是脚注的记号，会原样出现在网页上", en: "\"\(words)\" is no footnote's mark; it stands in the page as it is"),
        help: Wording(
          "方括号用半角：写 \(mark)，文末另起一段写“\(mark): 注的内容”",
          en: "write \(mark) with ASCII brackets, and a paragraph \"\(mark): the note\" at the end"))
    }
    return MarkdownRules.markWithoutFootnote.at(
      place,
      Wording(
        "记号 \(mark) 没有对应的脚注，会原样出现在网页上", en: "no footnote belongs to the mark \(mark); it stands in the page as it is"),
      help: Wording(
        "文末另起一段写“\(mark): 注的内容”；不是脚注，就写 \\\(mark)",
        en: "write a paragraph \"\(mark): the note\" at the end; if it is no footnote, write \\\(mark)"))
  }

  // MARK: Words

  /// The first line of a stretch of text, and how many follow it.
  private func firstLine(of range: Range<Int>) -> (line: Range<Int>, rest: Int) {
    let part = locator.text[range]
    let end = part.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? range.upperBound
    var rest = 0
    for index in end..<range.upperBound {
      let byte = locator.text[index]
      if byte == 0x0A || (byte == 0x0D && (index + 1 >= range.upperBound || locator.text[index + 1] != 0x0A)) {
        rest += 1
      }
    }
    return (range.lowerBound..<end, rest)
  }

  private func scalarCount(_ range: Range<Int>) -> Int { locator.text[range].count { $0 & 0xC0 != 0x80 } }

  /// A stretch of text, cut where it is long.
  private func excerpt(_ range: Range<Int>) -> String {
    let scalars = String(decoding: locator.text[range].prefix(160), as: UTF8.self).unicodeScalars
    guard scalars.count > 30 else { return String(scalars) }
    return String(String.UnicodeScalarView(scalars.prefix(28))) + "…"
  }
}
