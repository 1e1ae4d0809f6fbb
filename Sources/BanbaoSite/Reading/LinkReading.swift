package import BanbaoDiagnostics
import BanbaoHTML
import BanbaoMarkdown
import BanbaoSource

/// A link whose target can be judged only when every record is read.
package struct PendingLink: Sendable {
  /// Under the site's root: a record's id, or the path of a page that banbao makes.
  package enum Target: Sendable {
    case record(id: String, file: String)
    case page(String)
    /// A heading of the same page.
    case here
  }

  package var target: Target
  /// Percent-decoded, without `#`; nil for none.
  package var fragment: String?
  package var written: String
  package var place: Place
}

/// What the links of one body came to.
struct LinkReading {
  let index: ContentIndex
  /// The folder of the record, under `content/`.
  let folder: String
  /// The folder of the page that shows it, under `public/`.
  let pageFolder: String
  /// The page that shows a record, by its id.
  let page: @Sendable (String) -> String
  var pending: [PendingLink] = []
  var files: [String] = []
  var lookups: [Document.Lookup] = []
  var diagnostics: [Diagnostic] = []

  /// Rewrites a link by its path alone: the URL of a file follows from its path.
  mutating func rewrite(_ link: MarkdownLink) -> LinkRewrite {
    let (written, fragment) = split(link.destination)
    guard let path = percentDecoded(written), let target = resolve(path, from: folder) else {
      fault(
        link, LinkRules.outside,
        Wording("链接“\(link.destination)”指到了内容文件夹之外", en: "the link “\(link.destination)” leaves the content folder"),
        help: Wording("把文件放到本文件旁边，再链接它", en: "put the file beside this one and link to it there"))
      return .drop
    }
    if path.isEmpty {
      guard let fragment, !fragment.isEmpty else {
        fault(
          link, LinkRules.broken, Wording("链接没有写地址", en: "the link has no target"),
          help: Wording("写成 [\(link.text)](文件.md)", en: "write [\(link.text)](file.md)"))
        return .drop
      }
      pending.append(PendingLink(target: .here, fragment: fragment, written: link.destination, place: link.place))
      return .keep
    }
    if path.hasPrefix("/") {
      fault(
        link, LinkRules.absolute,
        Wording("链接“\(link.destination)”以 / 开头", en: "the link “\(link.destination)” begins with /"),
        help: Wording("从本文件出发写相对路径，如 ../2026/春节慰问.md", en: "write it relative to this file, such as ../2026/spring.md"))
      return .drop
    }
    if target == "private" || target.hasPrefix("private/") {
      fault(
        link, LinkRules.privateFile, Wording("private 文件夹里的内容不公开", en: "nothing under private is published"),
        help: Wording("去掉这个链接", en: "take the link away"))
      return .drop
    }
    if target.hasSuffix(".md") || target.hasSuffix(".yaml") || target.hasSuffix(".yml") {
      guard !link.isImage, let file = index[target] else { return missing(link, target) }
      lookups.append(Document.Lookup(path: target, size: -1))
      let id = withoutExtension(file.path)
      pending.append(
        PendingLink(
          target: .record(id: id, file: file.path), fragment: fragment, written: link.destination, place: link.place))
      return .url(url(to: page(id), fragment), note: nil)
    }
    if target.hasSuffix(".html"), index[target] == nil {
      lookups.append(Document.Lookup(path: target, size: nil))
      pending.append(
        PendingLink(target: .page(target), fragment: fragment, written: link.destination, place: link.place))
      return .url(url(to: target, fragment), note: nil)
    }
    return file(link, target)
  }

  private mutating func file(_ link: MarkdownLink, _ target: String) -> LinkRewrite {
    guard let file = index[target] else { return missing(link, target) }
    guard let type = FileType.of(target) else {
      fault(
        link, FileRules.type,
        Wording("不发布这种文件：\(fileName(target))", en: "files of this type are not published: \(fileName(target))"),
        help: FileRules.typeRemedy)
      return .drop
    }
    if link.isImage, !type.isImage {
      fault(
        link, FileRules.notImage, Wording("“\(fileName(target))”不是图片", en: "“\(fileName(target))” is not a picture"),
        help: Wording("去掉前面的叹号，就成为链接", en: "take the ! away to make it a link"))
      return .drop
    }
    files.append(file.path)
    lookups.append(Document.Lookup(path: file.path, size: file.size))
    return .url(
      url(to: file.path, nil), note: link.isImage ? nil : "（\(type.name)，\(formatted(size: file.size))）")
  }

  private mutating func missing(_ link: MarkdownLink, _ target: String) -> LinkRewrite {
    let near = index.near(target, from: folder)
    fault(
      link, link.isImage ? FileRules.missing : LinkRules.broken,
      link.isImage
        ? Wording("找不到图片“\(link.destination)”", en: "there is no picture “\(link.destination)”")
        : Wording("链接指向的“\(link.destination)”不存在", en: "the link's target “\(link.destination)” does not exist"),
      help: near.map { Wording("是不是“\($0)”？", en: "did you mean “\($0)”?") }
        ?? (link.isImage
          ? Wording("把图片放到本文件旁边，再写它的文件名", en: "put the picture beside this file and write its name")
          : Wording(
            "链接写的是内容文件的路径，从本文件所在的文件夹算起", en: "a link is the path of a content file, relative to this file's folder")))
    return .drop
  }

  private mutating func fault(_ link: MarkdownLink, _ rule: Rule, _ message: Wording, help: Wording? = nil) {
    diagnostics.append(rule.at(link.place, message, help: help))
  }

  private func url(to path: String, _ fragment: String?) -> String {
    percentEncoded(path: relativePath(from: pageFolder, to: path))
      + (fragment.map { "#" + percentEncoded(path: $0) } ?? "")
  }

  /// The path, still encoded, and the decoded fragment. A query has no meaning between files and is cut.
  private func split(_ destination: String) -> (path: String, fragment: String?) {
    var path = Substring(destination)
    var fragment: String?
    if let hash = path.firstIndex(of: "#") {
      let written = String(path[path.index(after: hash)...])
      fragment = percentDecoded(written) ?? written
      path = path[..<hash]
    }
    if let query = path.firstIndex(of: "?") { path = path[..<query] }
    return (String(path), fragment)
  }
}

/// Judges the links that needed the whole library.
func check(
  _ links: [PendingLink], headings: [String: Set<String>], own: String, pages: Set<String>,
  _ library: Library
) -> [Diagnostic] {
  links.compactMap { link in
    let target: String
    switch link.target {
    case .here: target = own
    case .page(let path):
      guard pages.contains(path) else {
        let near = nearest(to: path, among: pages)
        return LinkRules.broken.at(
          link.place, Wording("链接指向的页面“\(link.written)”不存在", en: "the page “\(link.written)” does not exist"),
          help: near.map { Wording("是不是“\($0)”？", en: "did you mean “\($0)”?") })
      }
      return nil
    case .record(let id, let file):
      if library.unread.contains(id) { return nil }
      if let why = library.unpublished[id] {
        return LinkRules.unpublished.at(
          link.place,
          Wording(
            "链接指向的“\(link.written)”没有发布（\(why.zh)）",
            en: "the link's target “\(link.written)” is not published (\(why.en))"),
          help: Wording("等它发布后再链接，或去掉链接", en: "link to it once it is published, or take the link away"))
      }
      guard pages.contains(library.entry(id)?.page ?? id + ".html") else {
        return LinkRules.broken.at(
          link.place, Wording("链接指向的“\(link.written)”没有页面", en: "the link's target “\(link.written)” has no page"),
          help: Wording("\(file) 不是一条记录", en: "\(file) is not a record"))
      }
      target = id
    }
    guard let fragment = link.fragment, !fragment.isEmpty else { return nil }
    let ids = headings[target] ?? []
    guard !ids.contains(fragment) else { return nil }
    let near = nearest(to: fragment, among: ids.sorted())
    return LinkRules.fragment.at(
      link.place, Wording("那一页没有标题“\(fragment)”", en: "that page has no heading “\(fragment)”"),
      help: near.map { Wording("是不是“#\($0)”？", en: "did you mean “#\($0)”?") }
        ?? Wording("标题里的标点不写，空格写成 -", en: "leave punctuation out and write spaces as -"))
  }
}

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
    wrong: "notices/2026/旧表格.xlsx", right: "attachments: [{file: 旧表格.xlsx}]")
  package static let misplaced = Rule(
    "unknown-folder", .error,
    Wording(
      "每类记录有自己的文件夹；放在别处的内容不会发布，所以要报错。", en: "Every kind of record has its folder; content elsewhere would be lost."),
    wrong: "content/notice/春节慰问.md", right: "content/notices/春节慰问.md")

  package static let recordName = Rule(
    "record-extension", .error,
    Wording(
      "记录是 .md 或 .yaml 文件，扩展名用小写。Windows 隐藏扩展名时，记事本会存成 .md.txt。",
      en: "A record is a .md or .yaml file, in lower case. Where Windows hides extensions, Notepad writes .md.txt."),
    wrong: "notices/2026/春节慰问.md.txt", right: "notices/2026/春节慰问.md")
  package static let all = [recordName, missing, type, notImage, alt, unused, misplaced]
}
