import BanbaoDiagnostics

extension ThemeRules {
  static let unknownName = Rule(
    "template-unknown-name", .error,
    Wording(
      "模板只能用页面提供的名称。写错的名称不会显示任何内容，所以当作错误。",
      en:
        "A template uses only names that its page provides. A mistyped one would print nothing, so it is an error."
    ),
    wrong: "<h1>{{titel}}</h1>", right: "<h1>{{title}}</h1>")

  static let noFields = Rule(
    "template-no-fields", .error,
    Wording(
      "点后面的名称要从前面的那组名称里取；文字、数、列表下面没有名称，列表要先用“#”打开。",
      en:
        "What follows a dot is taken from the group of names before it; text, numbers and lists hold none, and a list is opened with “#” first."
    ),
    wrong: "{{menu.label}}",
    right: "{{#menu}}{{label}}{{/menu}}")

  static let unescapedText = Rule(
    "template-unescaped-text", .error,
    Wording(
      "三个括号或“&”原样输出 HTML，只能用于本来就是 HTML 的名称；文字原样输出会破坏页面，甚至让人往网页里放程序。",
      en:
        "Three braces or “&” print HTML as it is, and only for names that are HTML; plain text printed so breaks the page, or lets strangers put programs into it."
    ),
    wrong: "{{{title}}}", right: "{{title}}")

  static let escapedHTML = Rule(
    "template-escaped-html", .error,
    Wording(
      "本来就是 HTML 的名称要用三个括号，否则读者看到的是标签符号。",
      en: "A name that is HTML takes three braces, or readers see its tags."),
    wrong: "{{body}}", right: "{{{body}}}")

  static let notPrintable = Rule(
    "template-not-printable", .error,
    Wording(
      "列表、是否、一组名称不能直接显示，要用“#”打开。",
      en: "A list, a yes or no, or a group of names cannot be printed; it is opened with “#”."),
    wrong: "{{menu}}",
    right: "{{#menu}}{{label}}{{/menu}}")

  static let sectionKind = Rule(
    "template-section-kind", .error,
    Wording(
      "“{{#.}}”只在列表的项目本身是列表或文字时才有意义。",
      en: "“{{#.}}” makes sense only where the item of a list is itself a list or text."),
    wrong: "{{#menu}}{{#.}}{{label}}{{/.}}{{/menu}}",
    right: "{{#menu}}{{label}}{{/menu}}")

  static let unsafePlace = Rule(
    "template-unsafe-place", .error,
    Wording(
      "名称的文字会转义，但只在标签之间和带引号的属性里管用；写在程序、样式、标签名、没有引号的属性或网址开头，写稿的人就能往网页里放程序。",
      en:
        "The text of a name is escaped, which helps between tags and in quoted attributes; in a program, in styles, as a tag's name, in an attribute without quotes or at the beginning of an address, authors could put programs into the page."
    ),
    wrong: "<a onclick=\"show('{{title}}')\">", right: "<a data-title=\"{{title}}\">")

  static let endless = Rule(
    "template-endless", .error,
    Wording(
      "模板可以引用自己，但每次都要进到当前这一层的一个列表里，否则没有尽头。",
      en:
        "A template may use itself, but only inside a list of the level it stands in, or it never ends."
    ),
    wrong: """
      theme/templates/partials/tags.mustache:
      <li>{{title}}{{>partials/tags}}</li>
      """,
    right: "theme/templates/partials/tags.mustache:\n<li>{{title}}</li>")

  static let tooLarge = Rule(
    "template-too-large", .error,
    Wording(
      "模板互相引用，展开以后过大，无法生成页面。",
      en: "Templates that use one another many times over grow too large to make a page of."),
    wrong: "{{>a}}{{>a}} (a) {{>b}}{{>b}} (b) {{>c}}{{>c}}…", right: "{{>a}}")

  static let nameRules = [
    unknownName, noFields, unescapedText, escapedHTML, notPrintable, sectionKind, unsafePlace, endless, tooLarge,
    overrideBehind,
  ]
}

extension TemplateMessages {
  static func tooLarge(_ page: String) -> Wording {
    Wording("页面模板“\(page)”展开以后过大", en: "the page template “\(page)” grows too large")
  }
}
