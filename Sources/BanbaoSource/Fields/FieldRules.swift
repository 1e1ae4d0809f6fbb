package import BanbaoDiagnostics

/// The rules of fields, whatever they say.
package enum FieldRules {
  package static let missing = Rule(
    "field-missing", .error,
    Wording(
      "每类记录都有必填的项，例如每条通知必须有标题、日期和类别。", en: "Every kind of record has required fields, such as title, date and kind."),
    wrong: "---\ntitle: 春节慰问\n---", right: "---\ntitle: 春节慰问\ndate: 2026-02-10\nkind: 通知\n---")
  package static let empty = Rule(
    "field-empty", .error,
    Wording("必填的项不能空着。", en: "A required field must not be empty."), wrong: "title:", right: "title: 春节慰问")
  package static let unknown = Rule(
    "unknown-key", .error,
    Wording(
      "只能写约定的各项，中文名和英文名都可以；写错的名字会使内容丢失，所以要报错。",
      en: "Only agreed fields are allowed; a misspelt one would lose what it says."),
    wrong: "tilte: 春节慰问", right: "title: 春节慰问")
  package static let shape = Rule(
    "field-shape", .error,
    Wording("有的项是一段文字，有的是列表，有的是几个小项。", en: "Some fields are text, some lists, some groups of fields."),
    wrong: "tags: 送温暖", right: "tags: [送温暖]")
  package static let choice = Rule(
    "unknown-choice", .error,
    Wording("有些项只能从规定的几个词里选一个。", en: "Some fields take one of a few given words."), wrong: "kind: 通之", right: "kind: 通知"
  )

  package static let placeholder = Rule(
    "left-as-started", .error,
    Wording(
      "banbao new 写下的“待补”和“在这里写正文”要换成自己的内容，才能发布；草稿里可以先留着，工作台会列出来。金额和会员数确实还不知道的，可以写 待补，网页上显示〔待补〕。",
      en: """
        What banbao new wrote as 待补 and 在这里写正文 is replaced before it is published; a draft may keep it, and the desk \
        lists it. Amounts and numbers of members that nobody knows may stay 待补, and pages show 〔待补〕.
        """),
    wrong: "to: 待补", right: "to: 各工会小组")

  package static let all = [missing, empty, unknown, shape, choice, placeholder]
}
