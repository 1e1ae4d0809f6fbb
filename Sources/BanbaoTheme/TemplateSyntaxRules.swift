import BanbaoDiagnostics

/// A fault put into words, with how to write it right.
struct Said {
  var message: Wording
  var help: Wording?
}

extension ThemeRules {
  static let notUTF8 = Rule(
    "template-not-utf8", .error,
    Wording(
      "模板必须用 UTF-8 编码保存，否则页面上会出现乱码。",
      en: "A template must be saved as UTF-8, or the page shows garbage."),
    wrong: "theme/templates/page.mustache (gb18030):\n<h1>公告</h1>",
    right: "theme/templates/page.mustache:\n<h1>公告</h1>")

  static let unclosedTag = Rule(
    "template-unclosed-tag", .error,
    Wording(
      "每个标签都要写完整：以“{{”开始，以“}}”结束；三个括号开始的，也要三个括号结束。",
      en:
        "Every tag is written in full: “{{” opens it and “}}” closes it; three braces are closed by three."
    ),
    wrong: "<h1>{{title</h1>", right: "<h1>{{title}}</h1>")

  static let badName = Rule(
    "template-bad-name", .error,
    Wording(
      "标签里只写一个名称：字母、数字、汉字、下划线、连字符，用点连接下级；模板名称还可以用“/”。这里不能写空格、运算或带“*”的动态名称。",
      en:
        "A tag holds one name: letters, digits, Han characters, underscores, hyphens, dots between levels; a template's name may also hold “/”. Spaces, calculations and dynamic names with “*” are not understood."
    ),
    wrong: "{{site title}}",
    right: "{{site.title}}")

  static let badDelimiters = Rule(
    "template-bad-delimiters", .error,
    Wording(
      "改换标签括号时，要写两个新括号，中间用空格隔开，括号里不能有“=”。",
      en: "A change of delimiters names two of them with a space between, and neither holds “=”."),
    wrong: "{{=<%=}}",
    right: "{{=<% %>=}}<%title%><%={{ }}=%>")

  static let unclosedSection = Rule(
    "template-unclosed-section", .error,
    Wording(
      "用“#”“^”“$”“<”打开的标签，要在同一个文件里用“/”加同样的名称关闭，否则不知道它到哪里为止。",
      en:
        "What “#”, “^”, “$” or “<” opens is closed in the same file by “/” with the same name, or nobody knows where it ends."
    ),
    wrong: "{{#menu}}<li>{{label}}</li>",
    right: "{{#menu}}<li>{{label}}</li>{{/menu}}")

  static let unopenedSection = Rule(
    "template-unopened-section", .error,
    Wording(
      "“/”只能关闭前面打开过的标签。",
      en: "“/” closes only what was opened before it."),
    wrong: "<li>{{title}}</li>{{/menu}}",
    right: "{{#menu}}<li>{{label}}</li>{{/menu}}")

  static let wrongClosing = Rule(
    "template-wrong-closing", .error,
    Wording(
      "关闭标签的名称要与打开时完全相同；里面打开的先关闭。",
      en:
        "A closing tag repeats the name that was opened, and what was opened last is closed first."),
    wrong: "{{#menu}}…{{/meun}}",
    right: "{{#menu}}…{{/menu}}")

  static let repeatedBlock = Rule(
    "template-repeated-block", .error,
    Wording(
      "在一次继承里，同一个区块只能填写一次；第二次填写的内容不会显示。",
      en: "One use of a parent fills a block once; a second filling would never show."),
    wrong: "{{<base}}{{$main}}一{{/main}}{{$main}}二{{/main}}{{/base}}",
    right: "{{<base}}{{$main}}一二{{/main}}{{/base}}")

  static let lostContent = Rule(
    "template-lost-content", .warning,
    Wording(
      "继承另一个模板时，只有“{{$区块}}”里的内容会显示，区块之外的内容会丢失。",
      en:
        "Where a template inherits from another, only what stands inside “{{$block}}” shows; anything beside is lost."
    ),
    wrong: "{{<base}}<p>正文</p>{{/base}}",
    right: "{{<base}}{{$main}}<p>正文</p>{{/main}}{{/base}}")

  static let tooDeep = Rule(
    "template-too-deep", .error,
    Wording(
      "模板最多嵌套 \(maximalDepthInFile) 层（一个文件之内）或 \(maximalDepth) 层（连同引用的模板）。",
      en:
        "Templates are nested at most \(maximalDepthInFile) deep within a file and \(maximalDepth) deep with the templates they use."
    ),
    wrong: "{{#a}}{{#a}}{{#a}}…", right: "{{#a}}…{{/a}}")

  static let syntaxRules = [
    notUTF8, unclosedTag, badName, badDelimiters, unclosedSection, unopenedSection, wrongClosing,
    repeatedBlock,
    lostContent, tooDeep,
  ]
}

enum TemplateMessages {
  static let notUTF8 = Said(
    message: Wording("模板文件不是 UTF-8 编码", en: "the template is not UTF-8"),
    help: Wording("用编辑器另存为 UTF-8 编码。", en: "Save it as UTF-8 in your editor."))

  static let unclosedTag = Said(
    message: Wording("这个标签没有结束", en: "this tag is never closed"),
    help: Wording("在名称后面写“}}”，如 {{title}}。", en: "Write “}}” behind the name, as in {{title}}."))

  static func badName(_ name: String) -> Said {
    if name.isEmpty {
      return Said(
        message: Wording("标签里没有名称", en: "this tag holds no name"),
        help: Wording(
          "写上名称，如 {{title}}，或删去这个标签。", en: "Write a name, as in {{title}}, or delete the tag."))
    }
    let words = name.split(separator: " ")
    if words.count == 2, ["if", "unless", "each", "with"].contains(words[0]) {
      let (inner, sign) = (words[1], words[0] == "unless" ? "^" : "#")
      return Said(
        message: Wording("模板里没有“\(words[0])”", en: "templates have no “\(words[0])”"),
        help: Wording(
          "写成 {{\(sign)\(inner)}}…{{/\(inner)}}；只看有没有内容，写成 {{\(sign)has_\(inner)}}…{{/has_\(inner)}}。",
          en:
            "Write {{\(sign)\(inner)}}…{{/\(inner)}}, or {{\(sign)has_\(inner)}}…{{/has_\(inner)}} to ask whether there is any."
        ))
    }
    return Said(
      message: Wording("“\(name)”不能作名称", en: "“\(name)” cannot be a name"),
      help: Wording(
        "名称只含字母、数字、汉字、“_”“-”，下级用点连接，如 {{page.title}}。",
        en:
          "A name holds letters, digits, Han characters, “_”, “-” and dots between levels, as in {{page.title}}."
      ))
  }

  static func badDelimiters(_ name: String) -> Said {
    Said(
      message: Wording("“\(name)”不是两个括号", en: "“\(name)” is not two delimiters"),
      help: Wording("写成 {{=<% %>=}} 的样子。", en: "Write it like {{=<% %>=}}."))
  }

  static func unclosedSection(_ name: String) -> Said {
    Said(
      message: Wording("“\(name)”打开后没有关闭", en: "“\(name)” is opened and never closed"),
      help: closeWith(name))
  }

  static func unopenedSection(_ name: String) -> Said {
    Said(
      message: Wording("“\(name)”前面没有打开过", en: "“\(name)” was never opened"),
      help: Wording(
        "删去这个标签，或在前面写 {{#\(name)}}。", en: "Delete this tag, or write {{#\(name)}} before it."))
  }

  static func wrongClosing(_ name: String, opened: String) -> Wording {
    Wording(
      "“\(name)”关闭的不是刚打开的“\(opened)”",
      en: "“\(name)” does not close “\(opened)”, which was opened last")
  }

  static func closeWith(_ name: String) -> Wording {
    Wording("用 {{/\(name)}} 关闭。", en: "Close it with {{/\(name)}}.")
  }

  static func openedHere(_ name: String) -> Wording {
    Wording("“\(name)”在这里打开", en: "“\(name)” is opened here")
  }

  static func repeatedBlock(_ name: String) -> Said {
    Said(
      message: Wording("区块“\(name)”填写了两次", en: "the block “\(name)” is filled twice"),
      help: Wording("把两处内容合在一起。", en: "Put both contents into one."))
  }

  static func lostContent(_ parent: String) -> Said {
    Said(
      message: Wording(
        "继承“\(parent)”时，区块之外的内容不会显示", en: "content beside the blocks for “\(parent)” is lost"),
      help: Wording("把它移到 {{$区块}} 里面。", en: "Move it into a {{$block}}."))
  }

  static func tooDeep(_ limit: Int) -> Said {
    Said(
      message: Wording("嵌套超过 \(limit) 层", en: "nested more than \(limit) deep"),
      help: Wording(
        "把里面的部分另写成一个模板，或删去多余的层次。",
        en: "Delete levels, or move inner parts to a template of their own."))
  }
}
