package import BanbaoDiagnostics

package enum FileRules {
  static let typeRemedy = Wording(
    "可以发布：\(FileType.extensions.joined(separator: "、"))",
    en: "publishable: \(FileType.extensions.joined(separator: ", "))")

  package static let missing = Rule(
    "file-missing", .error,
    Wording(
      "附件、照片和图片要与引用它的文件放在一起，文件名完全一致。",
      en: "Attachments, photos and pictures lie beside the file that names them, spelt exactly so."),
    wrong: "attachments: [{file: 报名表.xls}]", right: "attachments: [{file: 报名表.xlsx}]")
  package static let type = Rule(
    "file-type", .error,
    Wording(
      "只发布文档、表格、图片、音视频和压缩包；网页、脚本和程序不发布。",
      en: "Documents, sheets, pictures, media and archives are published; pages, scripts and programs are not."),
    wrong: "attachments: [{file: 安装.exe}]", right: "attachments: [{file: 说明.pdf}]")
  package static let notImage = Rule(
    "not-an-image", .error,
    Wording("照片和正文里的图片是 jpg、png、gif 或 webp 文件。", en: "Photos and pictures are jpg, png, gif or webp."),
    wrong: "![合影](合影.pdf)", right: "![合影](合影.jpg)")
  package static let alt = Rule(
    "photo-without-alt", .warning,
    Wording("照片要有一句替代文字，读屏软件念给看不见的人听。", en: "A photo has a text for those who cannot see it."),
    wrong: "photos: [{file: 比赛.jpg}]", right: "photos: [{file: 比赛.jpg, alt: 两队在篮下争球}]")
  package static let unused = Rule(
    "file-unused", .note,
    Wording("没有记录引用的文件不会发布。", en: "A file that no record names is not published."),
    wrong: "notices/2026/旧表格.xlsx",
    right: "notices/2026/通知.md:\nattachments: [{file: 旧表格.xlsx}]")
  package static let misplaced = Rule(
    "unknown-folder", .error,
    Wording(
      "每类记录有自己的文件夹；放在别处的内容不会发布，所以要报错。", en: "Every kind of record has its folder; content elsewhere would be lost."),
    wrong: "notice/春节慰问.md",
    right: "notices/春节慰问.md")

  package static let recordName = Rule(
    "record-extension", .error,
    Wording(
      "记录是 .md 或 .yaml 文件，扩展名用小写、半角的点。Windows 隐藏扩展名时，记事本会存成 .md.txt。",
      en: """
        A record is a .md or .yaml file, in lower case, with a half-width dot. Where Windows hides extensions, Notepad \
        writes .md.txt.
        """),
    wrong: "notices/2026/春节慰问.md.txt", right: "notices/2026/春节慰问.md")
  package static let writing = Rule(
    "text-not-published", .warning,
    Wording(
      "记录是 .md 文件。用 Word、WPS 写的文字，或没有 .md 扩展名的文字，不会变成网页；没有记录引用，也不会作为附件发布。",
      en: """
        A record is a .md file. Text written in Word or WPS, or saved under another extension, becomes no page, and \
        unless a record names it, no attachment either.
        """),
    wrong: "notices/2026/春节慰问.docx", right: "notices/2026/春节慰问.md")
  package static let all = [recordName, missing, type, notImage, alt, unused, writing, misplaced]
}
