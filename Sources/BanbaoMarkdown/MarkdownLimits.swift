import BanbaoDiagnostics

/// How much of everything one body may hold. Each limit lies far above what people write by hand, and low enough
/// that the parser of cmark-gfm 0.29.0.gfm.6, which can't be interrupted, ends within a second.
package struct MarkdownLimits: Sendable, Hashable {
  /// Bytes of the body.
  package var bytes = 2_000_000
  /// Bytes of HTML that may come of it.
  package var outputBytes = 16_000_000
  /// Lists, items and quotations one inside another.
  package var nesting = 100
  /// Columns of a table; also the signs `|` in one line.
  package var tableColumns = 200
  /// Columns times lines of all tables: short rows are filled up.
  package var tableCells = 300_000
  /// Signs `@`, which the parser takes for addresses.
  package var addresses = 20_000
  package var footnotes = 5_000
  /// Bytes of the longest link definition times brackets: each use copies the definition.
  package var definitionBytes = 32_000_000
  /// Pairs of an opening `![` and a `]` in the same paragraph, over all paragraphs.
  package var imagePairs = 50_000_000
  /// Pairs of a run of `*`, `_` or `~` and a `]` in the same paragraph, over all paragraphs.
  package var emphasisPairs = 100_000_000
  /// For each `<!` and `<?`, the bytes of its paragraph.
  package var declarationBytes = 400_000_000
  /// For each line that may be the line below a table's head, the bytes of its paragraph before it, once more for every 64 lines
  /// without `|` among them: the parser looks for the head in all of them, and at each such line goes through the rest.
  package var headBytes = 16_000_000
  /// For each `)`, the bytes of the text without white space around it.
  package var parenthesisBytes = 400_000_000
  /// For each `www.`, the bytes of the text without white space around it.
  package var domainBytes = 40_000_000

  package static let standard = MarkdownLimits()

  package init() {}
}

/// The limit that a body passes, and where.
struct Excess {
  enum Limit {
    case bytes, outputBytes, nesting, tableColumns, tableCells, addresses, footnotes,
      definitionBytes, imagePairs
    case emphasisPairs, declarationBytes, headBytes, parenthesisBytes, domainBytes
  }

  var limit: Limit
  var value: Int
  var offset: Int

  func diagnostic(_ locator: SourceLocator) -> Diagnostic {
    var locator = locator
    let (zh, en) = words
    return MarkdownRules.tooComplex.at(
      locator.place(offset), Wording("\(zh)，超过上限 \(value)", en: "\(en); the limit is \(value)"),
      help: help)
  }

  private var words: (zh: String, en: String) {
    switch limit {
    case .bytes: ("正文的字节数太多", "the body has too many bytes")
    case .outputBytes: ("正文变成的网页太大（字节数）", "the page that comes of the body is too big (bytes)")
    case .nesting: ("引用和列表一层套一层，层数太多", "quotations and lists are nested too deeply (levels)")
    case .tableColumns: ("这一行的竖线 | 太多", "this line holds too many signs |")
    case .tableCells: ("表格的行数乘列数太多（格）", "the tables hold too many cells (lines times columns)")
    case .addresses: ("正文里的 @ 太多", "the body holds too many signs @")
    case .footnotes: ("脚注太多（条）", "there are too many footnotes")
    case .definitionBytes:
      (
        "这个链接定义太长、用得太多（定义的字节数乘方括号数）",
        "this link definition is too long for so many uses (bytes times brackets)"
      )
    case .imagePairs:
      ("这一段里的 ![ 和 ] 太多（两数相乘）", "this paragraph holds too many ![ and ] (one times the other)")
    case .emphasisPairs:
      (
        "这一段里的 *、_、~ 和 ] 太多（两数相乘）",
        "this paragraph holds too many *, _ or ~ and ] (one times the other)"
      )
    case .declarationBytes:
      (
        "这一段里的 <! 和 <? 太多（个数乘段落字节数）",
        "this paragraph holds too many <! and <? (their number times its bytes)"
      )
    case .headBytes:
      (
        "这一段里像表格分隔行（|---|）的行前面，字太多、行太多（字节数乘行数）",
        "this paragraph holds too much text, or too many lines, before lines of - and | (bytes times lines)"
      )
    case .parenthesisBytes:
      (
        "这里没有空格的一串文字里右括号 ) 太多（个数乘字节数）",
        "this text without spaces holds too many ) (their number times its bytes)"
      )
    case .domainBytes:
      (
        "这里没有空格的一串文字里 www. 太多（个数乘字节数）",
        "this text without spaces holds too many www. (their number times its bytes)"
      )
    }
  }

  private var help: Wording {
    switch limit {
    case .bytes, .outputBytes: Wording("把正文分成几篇", en: "split the body into several files")
    case .tableColumns, .tableCells:
      Wording("把表格分成几个小表格，或者作为附件发布", en: "split the table, or publish it as an attachment")
    default:
      Wording(
        "检查这里是不是粘贴了别处的内容；用空行把长段落分开",
        en:
          "see whether something was pasted here by mistake; separate long paragraphs by blank lines"
      )
    }
  }
}

extension MarkdownRules {
  static let tooComplex = Rule(
    "markdown-too-complex", .error,
    Wording(
      "正文里的某样东西多得不像人写的：字节、嵌套的层数、表格的列数和格数、方括号、链接定义等各有上限，因为它们会使生成网站的程序停不下来。上限比手写的内容高得多，通常是粘贴出了错。",
      en:
        "A body holds more of something than people write: bytes, levels of nesting, columns and cells of tables, brackets and link definitions have limits, because they could keep the program busy for ever. The usual cause is something pasted by mistake."
    ),
    wrong: String(repeating: ">", count: 101) + " 引用",
    right: "> 引用一两层就够了")
}
