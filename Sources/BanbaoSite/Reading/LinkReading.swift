package import BanbaoDiagnostics
import BanbaoFiles
import BanbaoHTML
import BanbaoMarkdown
import BanbaoSource

/// A link whose target can be judged only when every record is read.
package struct PendingLink: Sendable, Hashable {
  /// Under the site's root: a record's id, or the path of a page that banbao makes.
  package enum Target: Sendable, Hashable {
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
  let publishedSize: @Sendable (SourceTree.File) -> Int
  let head: @Sendable (SourceTree.File) -> PictureHead?
  private(set) var read = ReadLinks()
  private(set) var diagnostics: [Diagnostic] = []

  /// Rewrites a link by its path alone: the URL of a file follows from its path.
  mutating func rewrite(_ link: MarkdownLink) -> LinkRewrite {
    guard let (path, fragment, target) = reading(of: link.destination) else {
      fault(
        link, LinkRules.outside,
        Wording("链接“\(link.destination)”指到了内容文件夹之外", en: "the link “\(link.destination)” leaves the content folder"),
        help: Wording("把文件放到本文件旁边，再链接它", en: "put the file beside this one and link to it there"))
      return .drop
    }
    if path.isEmpty {
      guard let fragment, !fragment.isEmpty else {
        fault(
          link, link.isImage ? FileRules.missing : LinkRules.broken,
          link.isImage
            ? Wording("图片没有写文件名", en: "the picture has no file name")
            : Wording("链接没有写地址", en: "the link has no target"),
          help: link.isImage
            ? Wording(
              "把图片放到本文件旁边，在圆括号里写它的文件名", en: "put the picture beside this file and write its name in the round brackets")
            : Wording(
              "在圆括号里写要打开的文件或网址；不要链接，只留“\(link.text)”",
              en: "write in the round brackets what is to be opened; where no link is meant, leave “\(link.text)” alone"
            ))
        return .drop
      }
      read.pending.append(PendingLink(target: .here, fragment: fragment, written: link.destination, place: link.place))
      return .keep
    }
    if path.hasPrefix("/") {
      fault(
        link, LinkRules.absolute,
        Wording("链接“\(link.destination)”以 / 开头", en: "the link “\(link.destination)” begins with /"),
        help: Wording(
          "从本文件所在的文件夹写起：同一个文件夹的只写文件名，上一层的前面加 ../",
          en: "begin at the folder of this file: the name alone for what lies beside it, ../ for the folder above"))
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
      read.lookups.append(Document.Lookup(path: target, size: -1))
      let id = withoutExtension(file.path)
      read.pending.append(
        PendingLink(
          target: .record(id: id, file: file.path), fragment: fragment, written: link.destination, place: link.place))
      return .url(url(to: page(id), fragment), note: nil)
    }
    if target.hasSuffix(".html"), index[target] == nil {
      read.lookups.append(Document.Lookup(path: target, size: nil))
      read.pending.append(
        PendingLink(target: .page(target), fragment: fragment, written: link.destination, place: link.place))
      return .url(url(to: target, fragment), note: nil)
    }
    return file(link, target)
  }

  /// The path, the fragment, and the path under `content/`; nil where that leaves the content folder.
  ///
  /// `%` and `#` mean what they mean in an address, unless a file bears the name just as it is written: `完成100%.xlsx`,
  /// `报名表#1.docx`. A path with backslashes is one of Windows.
  private mutating func reading(of destination: String) -> (path: String, fragment: String?, target: String)? {
    let destination = destination.replacing("\\", with: "/")
    let (written, fragment) = split(destination)
    let path = percentDecoded(written) ?? written
    let target = resolve(path, from: folder)
    if let target, index[target] != nil || written == destination && path == written { return (path, fragment, target) }
    // What looks like a file's extension is no heading.
    if let named = resolve(destination, from: folder), index[named] != nil || fragment?.contains(".") == true {
      if let target { read.lookups.append(Document.Lookup(path: target, size: nil)) }
      return (destination, nil, named)
    }
    return target.map { (path, fragment, $0) }
  }

  private mutating func file(_ link: MarkdownLink, _ target: String) -> LinkRewrite {
    guard let file = index[target] else { return missing(link, target) }
    guard let type = FileType.of(target) else {
      fault(
        link, FileRules.type,
        Wording("不发布这种文件：\(fileName(target))", en: "files of this type are not published: \(fileName(target))"),
        help: FileRules.typeRemedy(target, isImage: link.isImage))
      return .drop
    }
    if link.isImage, !type.isImage {
      fault(
        link, FileRules.notImage, Wording("“\(fileName(target))”不是图片", en: "“\(fileName(target))” is not a picture"),
        help: Wording("去掉前面的叹号，就成为链接", en: "take the ! away to make it a link"))
      return .drop
    }
    let asked = asked(of: file, type)
    read.files.append(NamedFile(path: file.path, place: link.place, lookup: asked))
    read.lookups.append(asked)
    if link.isImage { return .picture(picture(file, at: link.place)) }
    let size = type.isImage ? publishedSize(file) : file.size
    return .url(url(to: file.path, nil), note: "（\(type.name)，\(formatted(size: size))）")
  }

  private mutating func picture(_ file: SourceTree.File, at place: Place) -> BodyPicture {
    let picture = ShownPicture(file, head(file))
    read.pictures.append(picture)
    if let fault = picture.fault(at: place) { diagnostics.append(fault) }
    let shown = picture.fitting(.large)
    return BodyPicture(
      url: url(to: shown.path, nil), size: shown.size,
      original: shown.path == file.path ? nil : url(to: file.path, nil))
  }

  private mutating func missing(_ link: MarkdownLink, _ target: String) -> LinkRewrite {
    fault(
      link, link.isImage ? FileRules.missing : LinkRules.broken,
      link.isImage
        ? Wording("找不到图片“\(link.destination)”", en: "there is no picture “\(link.destination)”")
        : Wording("链接指向的“\(link.destination)”不存在", en: "the link's target “\(link.destination)” does not exist"),
      help: index.remedy(percentDecoded(link.destination) ?? target, from: folder)
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
