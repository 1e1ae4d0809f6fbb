import BanbaoDiagnostics
import BanbaoFiles
import BanbaoSource

/// Looks into one file: whether readers can open it, and what it would tell about persons.
func inspect(_ file: SourceTree.File, in tree: SourceTree, _ known: KnownWords) throws -> [Diagnostic] {
  guard let type = FileType.of(file.path) else { return [] }
  let name = fileName(file.path)
  let place = Place(tree.shown(file.path))
  let start = file.size == 0 ? [] : try tree.start(file, FileForm.length)
  let form = FileForm(start)
  if let faults = unreadable(name, form, type, at: place) { return faults }
  // What is another thing than its name says is published all the same.
  let faults = otherForm(name, form, type, at: place) ?? []
  var search = FileSearch(known: known, place: place)
  switch form {
  case .zip, .pdf, .html:
    if file.size > FileSearch.largest {
      search.skip(name, Wording("太大", en: "too large"))
    } else {
      search.search(try tree.read(file), form, name: name)
    }
  case _ where !faults.isEmpty: break
  case .ole, .rtf: search.skip(name, Wording("是旧格式", en: "of an old form"))
  case .rar, .sevenZip: search.skip(name, Wording("不是 zip 压缩包", en: "no zip archive"))
  case .jpeg, .png, .gif, .webp: return try damage(name, file, start, in: tree, at: place)
  default:
    if FileType.ending(file.path) == "csv", file.size <= FileSearch.largest,
      let cell = computingCell(try tree.read(file))
    {
      return [cell.fault(name, at: place)]
    }
  }
  return faults + search.diagnostics.filter { faults.isEmpty || $0.code != FileRules.otherForm.code }
}

/// What is wrong with a picture's bytes, as far as its two ends tell.
private func damage(
  _ name: String, _ file: SourceTree.File, _ start: [UInt8], in tree: SourceTree, at place: Place
) throws -> [Diagnostic] {
  guard pictureHead(file, in: tree) != nil else {
    return [
      FileRules.damaged.at(
        place, Wording("图片“\(name)”已经损坏，读者看不到", en: "the picture “\(name)” is damaged and cannot be shown"),
        help: FileRules.copyAgain)
    ]
  }
  let end = try tree.end(file, pictureEndLength)
  guard try isCutOff(start: start, end: end, size: file.size, whole: { try tree.read(file) }) else { return [] }
  return [
    FileRules.damaged.at(
      place, Wording("图片“\(name)”不完整，下面一截读者看不到", en: "the picture “\(name)” is cut off: its lower part is missing"),
      help: FileRules.copyAgain)
  ]
}

/// What no reader can open; nil for none of it.
private func unreadable(_ name: String, _ form: FileForm, _ type: FileType, at place: Place) -> [Diagnostic]? {
  func fault(_ zh: String, _ en: String, _ help: Wording) -> [Diagnostic] {
    [FileRules.unreadable.at(place, Wording("“\(name)”\(zh)", en: "“\(name)” \(en)"), help: help)]
  }
  switch form {
  case .empty:
    return fault(
      "是空文件，读者打不开", "is empty, and no reader can open it",
      Wording("重新复制或下载这个文件", en: "copy or fetch the file once more"))
  case .lfsPointer:
    return fault(
      "不是文件本身，只是 Git LFS 的占位文字，读者打不开", "is not the file, but what Git LFS puts in its place",
      Wording("把原来的文件重新复制进来；用 Git 的，运行 git lfs pull", en: "run git lfs pull, or copy the file itself to this place"))
  case .heic where type.isImage:
    return fault("其实是 HEIC 照片，多数电脑和浏览器打不开", "is a HEIC photo, which most browsers do not show", FileRules.heicRemedy)
  case .html where type.isImage:
    return fault(
      "其实是网页，不是图片", "is a web page, not a picture",
      Wording("多半是下载时存错了：打开图片，再另存一次", en: "it was saved wrongly: open the picture and save it once more"))
  case .zip, .ole, .pdf, .rar, .sevenZip, .rtf, .mp3, .mp4, .program:
    guard type.isImage || form == .program else { return nil }
    return fault(
      type.isImage ? "不是图片，网页上显示不出来" : "其实是程序，不能发布",
      type.isImage ? "is no picture" : "is a program, and those are not published",
      Wording("换成原来的文件", en: "put the right file in its place"))
  default: return nil
  }
}

/// What is another thing than its name says; nil where it is not.
private func otherForm(_ name: String, _ form: FileForm, _ type: FileType, at place: Place) -> [Diagnostic]? {
  guard !type.forms.contains(form) else { return nil }
  func warning(_ zh: String, _ en: String, _ help: Wording) -> [Diagnostic] {
    [FileRules.otherForm.at(place, Wording("“\(name)”\(zh)", en: "“\(name)” \(en)"), help: help)]
  }
  let saveAgain = Wording(
    "用原来的软件打开它，重新另存为 \(type.name)", en: "open it in its program and save it as \(type.name) once more")
  switch form {
  case .ole where type.forms.contains(.zip):
    return warning(
      "有打开密码，或者其实是旧格式的文件", "has a password, or is of an older form",
      Wording("用 Word、Excel 或 WPS 打开它，去掉密码，另存为新格式", en: "open it, take the password away, and save it in the new form"))
  case .other:
    return warning("不是 \(type.name) 文件，或者已经损坏", "is no file of \(type.name), or is damaged", saveAgain)
  default:
    guard let actual = FileType.names[form] else {
      return warning("不是 \(type.name) 文件", "is no file of \(type.name)", saveAgain)
    }
    return warning(
      "其实是 \(actual.name) 文件，读者可能打不开", "is a file of \(actual.name)",
      Wording(
        "改名为 \(withoutExtension(name)).\(actual.ending)，记录里的文件名也一起改",
        en: "rename it to \(withoutExtension(name)).\(actual.ending), here too"))
  }
}
