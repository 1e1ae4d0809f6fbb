package import BanbaoDiagnostics

package enum FileRules {
  /// What to do with a file whose type is not published.
  static func typeRemedy(_ path: String, isImage: Bool) -> Wording {
    if ["heic", "heif", "avif"].contains(FileType.ending(path)) { return heicRemedy }
    let endings = isImage ? FileType.imageExtensions : FileType.extensions
    return isImage
      ? Wording(
        "照片和图片可以是 \(endings.joined(separator: "、"))；用看图软件打开它，另存为 jpg",
        en: "a picture may be \(endings.joined(separator: ", ")): open it and save it as jpg")
      : Wording(
        "换成可以发布的一种，例如另存为 pdf：\(endings.joined(separator: "、"))",
        en: "give it another form, such as pdf; publishable: \(endings.joined(separator: ", "))")
  }

  /// What to do with a file that another of the right name lies beside: a new name would write over that.
  static func mergingRemedy(_ right: String) -> Wording {
    Wording(
      "\(right) 已经有了：核对两个文件，把要留的合到 \(right) 里，再把这一个移到 content 文件夹外面",
      en: "there is a \(right) already: put into it what is to stay, then move this one out of the content folder")
  }

  static let heicRemedy = Wording(
    "在电脑上打开它，另存为 jpg；以后拍照，在手机的“设置 → 相机 → 格式”里选“兼容性最佳”",
    en: "open it and save it as jpg; on the phone, choose Settings → Camera → Formats → Most Compatible")

  static let unreadable = Rule(
    "file-unreadable", .error,
    Wording(
      "附件和照片要打得开。空文件、没有取回的 Git LFS 文件、HEIC 照片、存成图片名字的网页，读者都看不到内容。",
      en: """
        Attachments and photos can be opened. Nobody sees what is in an empty file, a file that Git LFS did not fetch, a \
        HEIC photo, or a page saved under the name of a picture.
        """),
    wrong: "attachments: [{file: 空文件.pdf}]", right: "attachments: [{file: 报名表.pdf}]")
  static let history = Rule(
    "file-history", .warning,
    Wording(
      "文档记着作者、最后保存的人、批注和修订，文档里的照片记着拍摄地点，打开附件的人都看得到。直接登记的照片，发布时会自动去掉这些。",
      en: """
        A document remembers its author, its last editor, comments and tracked changes, and the photos in it where they \
        were taken: whoever opens it can see them. A photo that a record names is published without.
        """),
    wrong: "attachments: [{file: 签过名.pdf}]", right: "attachments: [{file: 报名表.pdf}]")
  static let notSearched = Rule(
    "file-not-searched", .note,
    Wording(
      "docx、xlsx、pptx、ofd、csv、txt 和 zip 里的文字会查有没有身份证号、手机号和不得公开的姓名，PDF 里的字读得出的也查，扫描件是图片，查不了；其他格式、有密码的和太大的查不了。",
      en: """
        The text of docx, xlsx, pptx, ofd, csv, txt and zip files is searched for personal numbers and private names, \
        and that of a PDF as far as it can be read; scans are pictures. Other forms, encrypted and very large files are not.
        """),
    wrong: "attachments: [{file: 报名表.rar}]", right: "attachments: [{file: 报名表.zip}]")
  static let otherForm = Rule(
    "file-form", .warning,
    Wording(
      "文件是什么，由里面的内容决定，改扩展名不会改变它。名字和内容不一致，读者常常打不开。",
      en: "What a file is, its content decides; another extension changes nothing, and readers often cannot open it."),
    wrong: "attachments: [{file: 报名表.pdf}]", right: "attachments: [{file: 报名表.docx}]")
  static let computing = Rule(
    "file-formula", .warning,
    Wording(
      "用 Excel、WPS 打开 CSV，以 = 或 @ 开头的格子会当作公式执行，可以从网上取东西、运行程序；读者想不到一张名单会这样。",
      en:
        "Spreadsheets compute a CSV's cells that begin with = or @, which may fetch from the network or run a program; no reader expects that of a list."
    ),
    wrong: "attachments: [{file: 报名表.csv}]", right: "attachments: [{file: 名单.csv}]")

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
  /// What to do with a picture that is damaged.
  static let copyAgain = Wording(
    "把原来的照片从手机或相机里重新复制一次；打得开的，用看图软件另存为 jpg",
    en: "copy it once more from the phone or the camera; if it opens, save it as jpg")
  static let damaged = Rule(
    "photo-damaged", .warning,
    Wording(
      "照片复制到一半断开，或者存盘出错，文件就不完整：读者看到半张灰的，或者什么也看不到。",
      en:
        "A photo of which a part was lost, as when copying was broken off, is half grey to readers, or not there at all."
    ),
    wrong: "photos: [{file: 没拷完.jpg, alt: 全体合影}]", right: "photos: [{file: 比赛.jpg, alt: 两队在篮下争球}]")
  static let tooLarge = Rule(
    "photo-too-large", .warning,
    Wording(
      "网页显示缩小的照片，点开才取原图。原图长边超过 4800 像素或者大于 8 MB、动图大于 1 MB，读者要等很久，U 盘和服务器也占地方。",
      en: """
        Pages show photos smaller, and the original is a click away. One with more than 4,800 pixels or 8 MB, or one \
        that moves and has more than 1 MB, keeps readers waiting and fills disks.
        """),
    wrong: "photos: [{file: 全景.jpg, alt: 全体合影}]", right: "photos: [{file: 比赛.jpg, alt: 两队在篮下争球}]")
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

  package static let misnamed = Rule(
    "file-misnamed", .error,
    Wording(
      "站点设置、账本、限额这些文件按文件名来读，名字差一个字也不会读。Windows 隐藏扩展名时，记事本会存成 .csv.txt。",
      en: """
        The settings, the ledger, the limits are read by their names alone. Where Windows hides extensions, Notepad \
        writes .csv.txt.
        """),
    wrong: "finance/2026/账本.csv", right: "finance/2026/ledger.csv")

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
  package static let all = [
    misnamed, recordName, missing, type, notImage, alt, damaged, tooLarge,
    unused, writing, misplaced, unreadable, otherForm, computing, history,
    notSearched,
  ]
}
