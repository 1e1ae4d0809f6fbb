package import BanbaoDiagnostics

/// libyaml's English problems (0.2.5, reader.c, scanner.c and parser.c) said as advice to an author.
///
/// Most of them never show: `FieldLines` finds the slip behind them and says it better.
struct YAMLProblem {
  var message: Wording
  var help: Wording?
  /// Whether the fault is better shown where the thing began than where it was found.
  var standsAtStart = false

  static func words(for problem: String, context: String) -> YAMLProblem {
    if context.contains("quoted scalar") {
      return quoted(problem)
    }
    if context.contains("block scalar") {
      return YAMLProblem(
        message: Wording("| 或 > 后面的一段文字没有写对", en: "the block of text after | or > is not right"),
        help: Wording(
          "| 单独留在名称那一行，文字另起一行，每行空两格；不要用制表符",
          en: "leave | alone behind the key, and indent each line of text by two spaces, without tabs"))
    }
    if context.contains("anchor") || context.contains("alias") {
      return YAMLProblem(
        message: Wording("值不能以 * 或 & 开头", en: "a value cannot begin with * or &"),
        help: quoteIt, standsAtStart: true)
    }
    if context.contains("tag") || problem.contains("tag handle") {
      return YAMLProblem(
        message: Wording("值不能以英文叹号开头", en: "a value cannot begin with an exclamation mark"),
        help: quoteIt, standsAtStart: context.contains("tag"))
    }
    if context.contains("directive") || problem.contains("%") {
      return YAMLProblem(
        message: Wording("一行不能以 % 开头", en: "a line cannot begin with %"),
        help: Wording(
          "% 是文字，就写在名称和冒号后面，用英文引号括起来", en: "if the % is text, write it behind a key and its colon, in quotes"),
        standsAtStart: true)
    }
    return byProblem(problem, context) ?? unknown
  }

  private static func byProblem(_ problem: String, _ context: String) -> YAMLProblem? {
    switch problem {
    case "mapping values are not allowed in this context":
      return YAMLProblem(
        message: Wording("这里不该有英文冒号", en: "no ASCII colon may stand here"),
        help: Wording(
          "值里有“: ”时，用英文引号把整个值括起来；如果这是另一项，看看行首的空格与上面是否对齐",
          en: "put quotes round a value that holds “: ”; if this is another field, align it with those above"))
    case "mapping keys are not allowed in this context":
      return YAMLProblem(
        message: Wording("值不能以“? ”开头", en: "a value cannot begin with “? ”"), help: quoteIt)
    case "could not find expected ':'":
      return YAMLProblem(
        message: Wording("这一行缺少英文冒号", en: "an ASCII colon is missing in this line"),
        help: Wording("写成“名称: 内容”，冒号是英文冒号，后面空一格", en: "write “key: value” with a space after the colon"),
        standsAtStart: true)
    case "found character that cannot start any token":
      return YAMLProblem(
        message: Wording("这里不能以这个符号开头", en: "nothing can begin with this sign"),
        help: Wording("用英文引号把值括起来；缩进用空格，不用制表符", en: "put quotes round the value; indent with spaces, not tabs"))
    case "block sequence entries are not allowed in this context":
      return YAMLProblem(
        message: Wording("“- ”不能写在这里", en: "“- ” cannot stand here"),
        help: Wording("列表从名称的下一行写起，每项一行“- …”", en: "begin the list in the line below its key"))
    case "did not find expected ',' or ']'":
      return YAMLProblem(
        message: Wording("方括号里的列表没有写完整", en: "the list in brackets is not complete"),
        help: Wording("各项之间用英文逗号，最后用英文的 ] 结束", en: "separate by ASCII commas and end with ]"))
    case "did not find expected ',' or '}'":
      return YAMLProblem(
        message: Wording("花括号里没有写完整", en: "the braces are not complete"),
        help: Wording(
          "每一项写成“名称: 内容”，之间用英文逗号，最后用英文的 } 结束；内容里有逗号、方括号的，用英文引号括起来",
          en: "write {key: value, key: value} with ASCII signs, and quote a value that holds a comma or brackets"))
    case "did not find expected node content":
      return YAMLProblem(
        message: Wording("这里缺少一项，或者多了一个逗号", en: "an item is missing here, or there is a comma too many"),
        help: Wording("各项之间只写一个英文逗号", en: "write one comma between two items"))
    case "did not find expected key", "did not find expected '-' indicator":
      return YAMLProblem(
        message: Wording("这一行的缩进与上面不齐", en: "this line is not indented like those above"),
        help: Wording("同一层的各行，行首空格数要一样", en: "lines of one level begin with equally many spaces"))
    case "found unexpected document indicator":
      return YAMLProblem(
        message: Wording("引号还没有结束，就遇到了 ---", en: "--- stands inside a quoted value"),
        help: Wording("前后用同一种英文引号", en: "end it with the same ASCII quote"), standsAtStart: true)
    case "control characters are not allowed":
      return YAMLProblem(
        message: Wording("这里有一个看不见的字符", en: "an invisible character stands here"),
        help: Wording("删掉它前后的几个字，再重新输入", en: "delete the text around it and type it again"))
    default: return nil
    }
  }

  private static func quoted(_ problem: String) -> YAMLProblem {
    switch problem {
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      YAMLProblem(
        message: Wording("双引号里的反斜杠 \\ 有特殊含义", en: "a backslash in double quotes has a meaning of its own"),
        help: Wording("改用单引号：'……'", en: "use single quotes instead"))
    default:
      YAMLProblem(
        message: Wording("引号没有结束", en: "the quoted value does not end"),
        help: Wording("前后用同一种英文引号：\"……\"", en: "end it with the same ASCII quote: \"…\""),
        standsAtStart: true)
    }
  }

  private static let quoteIt = Wording("用英文引号把整个值括起来", en: "put ASCII quotes round the value")

  private static let unknown = YAMLProblem(
    message: Wording("从这里起读不懂", en: "from here on this cannot be understood"),
    help: Wording("每行写成“名称: 内容”；有特殊符号的值用英文引号括起来", en: "write “key: value”, and quote values with special signs"))
}

package enum YAMLRules {
  package static let syntax = Rule(
    "yaml-syntax", .error,
    Wording(
      "各项信息一行一项，写成“名称: 内容”，英文冒号后空一格；同一层的各行对齐；值里有特殊符号时，用英文引号括起来。",
      en: "Fields are YAML: a line “key: value” each, with a space after the ASCII colon; lines of one level are "
        + "aligned; values with special signs are quoted."),
    wrong: "cost:\n    amount: 500\n  account: 50102 文体活动支出",
    right: "cost:\n  amount: 500\n  account: 50102 文体活动支出")
  package static let alias = Rule(
    "yaml-alias", .error,
    Wording(
      "不使用 YAML 的锚点与引用；以 & 或 * 开头的文字用引号括起来。", en: "Anchors and aliases are refused; quote text that begins with & or *."
    ),
    wrong: "title: *重要*通知", right: "title: \"*重要*通知\"")
  package static let tag = Rule(
    "yaml-tag", .error,
    Wording("不使用 YAML 的标签；以 ! 开头的文字用引号括起来。", en: "Tags are refused; quote text that begins with !."),
    wrong: "title: !紧急通知", right: "title: \"!紧急通知\"")
  package static let duplicateKey = Rule(
    "duplicate-key", .error,
    Wording("同一项信息只能写一次，中文名与英文名算同一项。", en: "A field is given once; its Chinese and English names are one field."),
    wrong: "title: 春节慰问\ntitle: 中秋慰问", right: "title: 春节慰问")

  package static let all = [syntax, alias, tag, duplicateKey]
}
