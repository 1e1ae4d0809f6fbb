import BanbaoDiagnostics

extension ThemeRules {
  static let missingPartial = Rule(
    "template-missing-partial", .error,
    Wording(
      "“{{>名称}}”放进另一个模板，那个模板必须存在。",
      en: "“{{>name}}” puts another template here, and that template must exist."),
    wrong: "{{>partials/tgas}}",
    right: "{{>partials/tags}}")

  static let missingParent = Rule(
    "template-missing-parent", .error,
    Wording(
      "“{{<名称}}”继承另一个模板，那个模板必须存在。",
      en: "“{{<name}}” inherits from another template, and that template must exist."),
    wrong: "{{<baes}}{{$main}}…{{/main}}{{/baes}}",
    right: "{{<base}}{{$main}}…{{/main}}{{/base}}")

  static let unknownBlock = Rule(
    "template-unknown-block", .error,
    Wording(
      "填写的区块必须是上级模板里有的，否则填写的内容不会显示。",
      en: "A block that is filled must occur in the parent, or its content never shows."),
    wrong: "{{<base}}{{$mian}}…{{/mian}}{{/base}}",
    right: "{{<base}}{{$main}}…{{/main}}{{/base}}")

  static let missingPage = Rule(
    "template-missing-page", .error,
    Wording(
      "每种页面都要有自己的模板，没有它，这种页面无法生成。",
      en: "Every sort of page has a template of its own; without it no such page can be made."),
    wrong: "theme/notcie.mustache", right: "theme/notice.mustache")

  static let unused = Rule(
    "template-unused", .warning,
    Wording(
      "没有页面用到的模板不起作用，可能是名称写错了。",
      en: "A template that no page uses has no effect; its name may be mistyped."),
    wrong: "theme/templates/partials/tgas.mustache",
    right: "theme/templates/partials/tags.mustache")

  static let structureRules = [missingPartial, missingParent, unknownBlock, missingPage, unused]
}
