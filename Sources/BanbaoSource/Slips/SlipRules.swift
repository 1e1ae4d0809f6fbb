package import BanbaoDiagnostics

/// What an input method, a pasted text or a small habit does to the fields.
package enum SlipRules {
  package static let tab = Rule(
    "yaml-tab", .error,
    Wording("缩进用空格，不用制表符（Tab）。", en: "Indentation is spaces, never tabs."),
    wrong: "cost:\n\tamount: 500",
    right: "cost:\n  amount: 500")
  package static let fullWidthSpace = Rule(
    "fullwidth-space", .error,
    Wording("缩进和冒号后面的空格是英文空格，不是全角空格。", en: "Indentation and the space after a colon are ASCII spaces."),
    wrong: "title:　春节慰问", right: "title: 春节慰问")
  package static let fullWidthColon = Rule(
    "fullwidth-colon", .error,
    Wording("名称和内容之间是英文冒号加一个空格；中文输入法打出的“：”不算。", en: "A key is followed by an ASCII colon and a space, not by “：”."),
    wrong: "title：春节慰问", right: "title: 春节慰问")
  package static let fullWidthComma = Rule(
    "fullwidth-comma", .error,
    Wording(
      "列表各项之间用英文逗号隔开；“，”和“、”会连成一项。", en: "List items are separated by ASCII commas; “，” and “、” join them into one."),
    wrong: "tags: [送温暖，女职工]", right: "tags: [送温暖, 女职工]")
  package static let colonWithoutSpace = Rule(
    "colon-without-space", .error,
    Wording("名称后面的英文冒号，后面要空一格。", en: "A space follows the colon of a key."),
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

  package static let fullWidthBracket = Rule(
    "fullwidth-bracket", .error,
    Wording(
      "列表用英文方括号 [ ]，几个小项用英文花括号 { }；中文的【】［］｛｝只是文字。",
      en: "Lists stand in ASCII brackets [ ], groups in ASCII braces { }; full-width ones are mere text."),
    wrong: "tags: 【送温暖，女职工】", right: "tags: [送温暖, 女职工]")
  package static let colonMissing = Rule(
    "colon-missing", .error,
    Wording("每一行是“名称: 内容”，名称后面是英文冒号和一个空格。", en: "Every line is “key: value”, with an ASCII colon and a space."),
    wrong: "title 春节慰问", right: "title: 春节慰问")
  package static let indentation = Rule(
    "indentation", .error,
    Wording(
      "同一层的各行开头空格数一样；下一层的行多空两格，只能写在没有内容的名称下面。",
      en: "Lines of one level begin with equally many spaces; deeper ones follow only a key without a value."),
    wrong: "title: 春节慰问\n  date: 2026-02-10", right: "title: 春节慰问\ndate: 2026-02-10")
  package static let needsQuotes = Rule(
    "value-needs-quotes", .error,
    Wording(
      "值以 @ ` % | > , ] } 等符号开头，或者含有英文冒号加空格，就要用英文引号把整个值括起来。",
      en: "A value that begins with @ ` % | > , ] } or holds a colon and a space stands in ASCII quotes."),
    wrong: "title: 通知: 放假安排", right: "title: \"通知: 放假安排\"")
  package static let quoteUnclosed = Rule(
    "quote-unclosed", .error,
    Wording("英文引号要成对：开头一个，结尾一个。", en: "ASCII quotes come in pairs: one before the value, one after it."),
    wrong: "title: \"春节慰问", right: "title: \"春节慰问\"")
  package static let bracketUnclosed = Rule(
    "bracket-unclosed", .error,
    Wording("英文方括号、花括号要成对。", en: "Brackets and braces come in pairs."),
    wrong: "tags: [送温暖, 女职工", right: "tags: [送温暖, 女职工]")

  package static let all = [
    tab, fullWidthSpace, fullWidthColon, fullWidthComma, fullWidthBracket, colonWithoutSpace,
    colonMissing, indentation, curlyQuotes, hashCutsValue, needsQuotes, quoteUnclosed,
    bracketUnclosed,
  ]
}
