package import BanbaoDiagnostics

/// libyaml's English problems (0.2.5, scanner.c and parser.c) said as advice to an author.
enum YAMLProblem {
  static func words(for problem: String, context: String) -> (message: Wording, help: Wording?) {
    if problem.contains("mapping values are not allowed") {
      return (
        Wording("这里多了一个英文冒号", en: "there is one ASCII colon too many here"),
        Wording("值里有“: ”时，用英文引号把整个值括起来：title: \"通知: 放假\"", en: "put quotes round a value that holds “: ”")
      )
    }
    if problem.contains("could not find expected ':'") {
      return (
        Wording("上一行缺少英文冒号", en: "an ASCII colon is missing in the line before"),
        Wording("写成“键: 值”，冒号是英文冒号，后面空一格", en: "write “key: value” with a space after the colon")
      )
    }
    if problem.contains("unexpected end of stream"), context.contains("quoted scalar") {
      return (
        Wording("引号没有结束", en: "a quoted value does not end"),
        Wording("前后用同一种英文引号：\"……\"", en: "end it with the same ASCII quote: \"…\"")
      )
    }
    if problem.contains("did not find expected ',' or ']'") || context.contains("flow sequence") {
      return (
        Wording("方括号的列表没有写完整", en: "the list in brackets is not complete"),
        Wording("用英文逗号隔开，用英文方括号结束：[送温暖, 女职工]", en: "separate by ASCII commas and end with ]: [a, b]")
      )
    }
    if problem.contains("did not find expected ',' or '}'") || context.contains("flow mapping") {
      return (
        Wording("花括号里没有写完整", en: "the braces are not complete"),
        Wording("写成 {from: 2026-03-02, to: 2026-03-10}，标点都用英文", en: "write {key: value, key: value} with ASCII signs")
      )
    }
    if problem.contains("cannot start any token") {
      return (
        Wording("值不能以这个符号开头", en: "a value cannot begin with this sign"),
        Wording("用英文引号把值括起来；缩进用空格，不用制表符", en: "put quotes round the value; indent with spaces, not tabs")
      )
    }
    if problem.contains("unknown escape character") {
      return (
        Wording("双引号里的反斜杠 \\ 有特殊含义", en: "a backslash in double quotes has a meaning of its own"),
        Wording("改用单引号：'……'", en: "use single quotes instead")
      )
    }
    if problem.contains("block sequence entries are not allowed") {
      return (
        Wording("这里不能写“- ”列表", en: "a “- ” list cannot stand here"),
        Wording("把列表写在键的下一行：tags: 换行后写“- 送温暖”", en: "begin the list in the line below its key")
      )
    }
    if problem.contains("did not find expected key") || problem.contains("did not find expected '-' indicator") {
      return (
        Wording("这一行的缩进与上面不齐", en: "this line is not indented like those above"),
        Wording("同一层的各行开头空格数要一样", en: "lines of one level begin with equally many spaces")
      )
    }
    if problem.contains("did not find expected <document start>") || problem.contains("did not find expected") {
      return (
        Wording("从这里起读不懂", en: "this cannot be understood"),
        Wording("每行写成“键: 值”；有特殊符号的值用英文引号括起来", en: "write “key: value”, and quote values with special signs")
      )
    }
    if problem.contains("found undefined tag handle") || problem.contains("tag") {
      return (
        Wording("值不能以英文叹号开头", en: "a value cannot begin with an exclamation mark"),
        Wording("用英文引号把值括起来", en: "put quotes round the value")
      )
    }
    if problem.contains("alphabetic or numeric character") || context.contains("anchor") || context.contains("alias") {
      return (
        Wording("值不能以 * 或 & 开头", en: "a value cannot begin with * or &"),
        Wording("用英文引号把值括起来", en: "put quotes round the value")
      )
    }
    if problem.contains("block scalar") || context.contains("block scalar") {
      return (
        Wording("值不能以 | 或 > 开头", en: "a value that begins with | or > is a block of text"),
        Wording("用英文引号把值括起来", en: "put quotes round the value")
      )
    }
    return (
      Wording("这里不符合 YAML 的写法", en: "this is not YAML"),
      Wording("每行写成“键: 值”；有特殊符号的值用英文引号括起来", en: "write “key: value”, and quote values with special signs")
    )
  }
}

package enum YAMLRules {
  package static let syntax = Rule(
    "yaml-syntax", .error,
    Wording(
      "各项信息按 YAML 书写：每行“键: 值”，英文冒号后空一格；值里有 : # [ ] { } & * ! | > ' \" % @ ` 等符号时，用英文引号括起来。",
      en: "Fields are YAML: a line “key: value” each, with a space after the ASCII colon; values with special signs are "
        + "quoted."),
    wrong: "title: 通知: 放假安排", right: "title: \"通知: 放假安排\"")
  package static let alias = Rule(
    "yaml-alias", .error,
    Wording("不使用 YAML 的锚点与引用；以 & 或 * 开头的文字用引号括起来。", en: "Anchors and aliases are refused; quote text that begins with & or *."),
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
