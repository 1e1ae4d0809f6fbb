package import BanbaoDiagnostics

package enum LinkRules {
  package static let broken = Rule(
    "link-broken", .error,
    Wording(
      "链接指向内容文件，必须存在。路径从本文件所在的文件夹算起。",
      en: "A link points at a content file, which must exist; its path begins at this file's folder."),
    wrong: "[见通知](../notice/spring.md)", right: "[见通知](../notices/2026/spring.md)")
  package static let absolute = Rule(
    "link-absolute", .error,
    Wording(
      "链接写相对路径，站点才能放在任何地方，也能从 U 盘打开。", en: "Links are relative, so that the site works anywhere, also from a USB stick."
    ),
    wrong: "[见通知](/notices/2026/spring.html)", right: "[见通知](../notices/2026/spring.md)")
  package static let outside = Rule(
    "link-outside", .error,
    Wording("链接不能指到内容文件夹之外。", en: "A link stays within the content folder."),
    wrong: "[表格](../../../桌面/表格.xlsx)", right: "[表格](表格.xlsx)")
  package static let fragment = Rule(
    "link-fragment", .error,
    Wording("# 后面是那一页里的一个标题。", en: "What follows # is a heading of the page."),
    wrong: "[时间](#时间安排表)", right: "[时间](#一时间安排)")
  package static let unpublished = Rule(
    "link-unpublished", .error,
    Wording("已发布的内容不能链接到草稿或未到发布日期的内容。", en: "Published content does not link to drafts or to what is scheduled."),
    wrong: "[见方案](草稿.md)", right: "见方案（待发布）")
  package static let privateFile = Rule(
    "link-private", .error,
    Wording("private 文件夹里的内容永远不发布，也不能链接。", en: "Nothing under private is ever published or linked to."),
    wrong: "[名单](../private/people.yaml)", right: "名单由办公室保存")

  package static let all = [broken, absolute, outside, fragment, unpublished, privateFile]
}
