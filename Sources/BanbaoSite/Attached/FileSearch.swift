import BanbaoDiagnostics
import BanbaoFiles
import BanbaoSource

/// What documents and archives tell about persons: in their properties, their text and the files within.
struct FileSearch {
  /// The largest file that is read for it, in bytes.
  static let largest = 128 << 20

  let known: KnownWords
  let place: Place
  private(set) var diagnostics: [Diagnostic] = []
  /// How much may still be unpacked of the files within archives, in bytes.
  private var room = largest

  init(known: KnownWords, place: Place) {
    self.known = known
    self.place = place
  }

  /// - Parameter depth: in how many archives the file lies.
  mutating func search(_ bytes: [UInt8], _ form: FileForm, name: String, depth: Int = 0) {
    switch form {
    case .pdf:
      let file = PDFFile(bytes)
      if file.isEncrypted {
        skip(name, Wording("有密码保护", en: "encrypted"))
        return
      }
      reportAuthors(file.authors, of: name)
      searchText(file.text, of: name)
      if !file.isWhole { skip(name, Wording("里有读不出的字", en: "not all readable")) }
    case .zip:
      let type = FileType.of(name)
      let isRead = withZip(bytes) { archive -> Bool in
        if let document = OfficeFile(archive) {
          report(document, name)
          searchPictures(of: archive, in: name)
        } else if type?.name == "ZIP" {
          searchFiles(of: archive, in: name, depth: depth)
        } else {
          return false
        }
        return true
      }
      if isRead != true { reportDamaged(name, type?.name ?? "ZIP") }
    case .jpeg where tellsPlace(bytes):
      diagnostics.append(
        FileRules.history.at(
          place, Wording("“\(name)”带有拍摄地点，会随附件公开", en: "“\(name)” tells where it was taken"),
          help: Wording(
            "照片不要放进压缩包或文档里，直接登记到记录里，发布时会去掉拍摄地点", en: "name photos in the record itself: they are published without it"))
      )
    case .other, .html: searchText(bytes, of: name)
    default: break
    }
  }

  /// Tells of a file that could not be looked into: silence would say that nothing is in it.
  mutating func skip(_ name: String, _ reason: Wording) {
    diagnostics.append(
      FileRules.notSearched.at(
        place,
        Wording(
          "“\(name)”\(reason.zh)，里面有没有个人信息没有查", en: "“\(name)” is \(reason.en), and was not searched for persons"),
        help: Wording("自己打开从头看一遍；或者另存为 docx、xlsx，再放进来", en: "look through it yourself, or save it as docx or xlsx")))
  }

  private mutating func reportDamaged(_ name: String, _ type: String) {
    diagnostics.append(
      FileRules.otherForm.at(
        place, Wording("“\(name)”不是 \(type) 文件，或者已经损坏", en: "“\(name)” is no file of \(type), or is damaged"),
        help: Wording("用原来的软件打开它，重新另存一次", en: "open it in its program and save it once more")))
  }

  private mutating func report(_ document: OfficeFile, _ name: String) {
    reportAuthors([document.author, document.lastEditor], of: name)
    if document.hiddenSheets > 0 {
      diagnostics.append(
        FileRules.history.at(
          place,
          Wording(
            "“\(name)”里有 \(document.hiddenSheets) 张隐藏的工作表，会随附件公开",
            en: "“\(name)” has hidden sheets (\(document.hiddenSheets))"),
          help: Wording(
            "打开它，右键点工作表的标签，“取消隐藏”后看一遍，不该公开的删掉，再保存",
            en: "open it, unhide the sheets, delete what is not for the public, and save it")))
    }
    if document.comments + document.changes > 0 {
      let comments = document.comments > 0 ? ["\(document.comments) 条批注"] : []
      let changes = document.changes > 0 ? ["\(document.changes) 处修订"] : []
      diagnostics.append(
        FileRules.history.at(
          place,
          Wording(
            "“\(name)”里有 \((comments + changes).joined(separator: "、"))，会随附件公开",
            en: "“\(name)” holds \(document.comments) comments and \(document.changes) tracked changes"),
          help: Wording(
            "打开它，在“审阅”里接受或拒绝全部修订、删除全部批注，再保存",
            en: "open it, settle all changes and delete all comments under Review, and save it")))
    }
    searchText(document.text, of: name)
    if !document.isWhole { skip(name, Wording("太大或读不完整", en: "too large or not whole")) }
  }

  private mutating func reportAuthors(_ names: [String], of name: String) {
    let persons = names.filter { !$0.isEmpty && !known.own.contains($0) }
    guard !persons.isEmpty else { return }
    let list = Set(persons).sorted().map { "“\($0)”" }
    diagnostics.append(
      FileRules.history.at(
        place,
        Wording(
          "“\(name)”的属性里写着作者或最后保存者\(list.joined(separator: "、"))，会随附件公开",
          en: "the properties of “\(name)” name its author or last editor: \(list.joined(separator: ", "))"),
        help: Wording(
          "在 Word、Excel 里点“文件 → 信息 → 检查问题 → 检查文档”，在 WPS 里点“文件 → 检查文档”，删除文档属性和个人信息后保存；PDF 由删净后的文档重新导出",
          en:
            "File → Info → Check for Issues → Inspect Document, remove the personal information, and save; export a PDF anew"
        )))
  }

  private mutating func searchText(_ bytes: [UInt8], of name: String) {
    let text = readable(SourceText(path: place.path, bytes: bytes))
    // One of a kind is enough to make somebody open the file.
    var told = Set<Wording>()
    for var diagnostic in text.numberFaults() + text.nameFaults(known.names)
    where told.insert(diagnostic.message).inserted {
      diagnostic.place = place
      let message = diagnostic.message
      diagnostic.message = Wording("“\(name)”里：\(message.zh)", en: "in “\(name)”: \(message.en)")
      diagnostics.append(diagnostic)
    }
  }

  /// The pictures of a document.
  private mutating func searchPictures(of archive: ZipArchive, in name: String) {
    for entry in archive.entries(limit: 10_000) where entry.path.contains("/media/") {
      guard let start = archive.start(of: entry, limit: 1 << 16), tellsPlace(start) else { continue }
      search(start, .jpeg, name: name)
      return
    }
  }

  /// The files of an archive, each like a file of its own.
  private mutating func searchFiles(of archive: ZipArchive, in name: String, depth: Int) {
    for entry in archive.entries(limit: 10_000) where !entry.isFolder {
      let path = readable(SourceText(path: place.path, bytes: entry.name))
      let inner = "\(name)/\(String(decoding: path.bytes, as: UTF8.self))"
      searchText(entry.name, of: inner)
      if entry.isEncrypted {
        skip(name, Wording("有密码", en: "encrypted"))
        return
      }
      guard depth < 2, entry.size <= room, let bytes = archive.start(of: entry, limit: room) else {
        skip(inner, Wording("太大或读不出来", en: "too large or damaged"))
        continue
      }
      room -= bytes.count
      let form = FileForm(Array(bytes.prefix(FileForm.length)))
      switch form {
      case .program:
        diagnostics.append(
          FileRules.unreadable.at(
            place, Wording("压缩包里的“\(inner)”是程序，不能发布", en: "“\(inner)” is a program, and those are not published"),
            help: Wording("从压缩包里删去它，重新压缩", en: "take it out of the archive")))
      case .ole, .rtf, .rar, .sevenZip: skip(inner, Wording("查不了", en: "of another form"))
      default: search(bytes, form, name: inner, depth: depth + 1)
      }
    }
  }
}
