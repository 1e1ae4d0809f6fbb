import BanbaoDiagnostics
import BanbaoSource

/// Finds the attachments and photos beside the record.
func recordFiles(
  _ references: FileReferences, folder: String, _ fields: inout FieldReader, _ context: ReadingContext,
  _ inBody: ReadLinks
) -> RecordFiles {
  var files = RecordFiles()
  files.inBody = inBody.files.map(\.path)
  files.attachments = references.attachments.compactMap {
    recordFile($0, folder, &fields, context, isPhoto: false)
  }
  files.photos = references.photos.compactMap { recordFile($0, folder, &fields, context, isPhoto: true) }
  files.pictures = files.photos.compactMap(\.picture) + inBody.pictures
  return files
}

private func recordFile(
  _ reference: FileReference, _ folder: String, _ fields: inout FieldReader, _ context: ReadingContext,
  isPhoto: Bool
) -> RecordFiles.Item? {
  let written = reference.file.value
  let place = fields.place(reference.file.mark)
  let resolved = resolve(written, from: folder)
  if resolved?.hasPrefix("private/") == true {
    fields.report(
      LinkRules.privateFile.at(
        place, Wording("private 文件夹里的内容不公开", en: "nothing under private is published")))
    return nil
  }
  guard let path = resolved, !written.hasPrefix("/") else {
    fields.report(
      LinkRules.outside.at(
        place, Wording("文件“\(written)”不在内容文件夹里", en: "the file “\(written)” lies outside the content folder"),
        help: context.index.remedy(written, from: folder)
          ?? Wording("把文件复制到 \(folder) 文件夹里，这里只写文件名", en: "copy the file into \(folder), and write its name only")))
    return nil
  }
  guard let file = context.index[path] else {
    fields.report(
      FileRules.missing.at(
        place, Wording("找不到文件“\(written)”", en: "there is no file “\(written)”"),
        help: context.index.remedy(written, from: folder)
          ?? Wording("把文件放到 \(folder) 文件夹里", en: "put the file into \(folder)")))
    return nil
  }
  guard let type = FileType.of(path) else {
    fields.report(
      FileRules.type.at(
        place, Wording("不发布这种文件：\(written)", en: "files of this type are not published: \(written)"),
        help: FileRules.typeRemedy(path, isImage: isPhoto)))
    return nil
  }
  if isPhoto {
    guard type.isImage else {
      fields.report(
        FileRules.notImage.at(
          place, Wording("“\(written)”不是图片", en: "“\(written)” is not a picture")))
      return nil
    }
    if (reference.alt ?? "").isEmpty {
      let alt = fields.keys[FileReference.PhotoKeys.alt]
      fields.report(
        FileRules.alt.at(
          place, Wording("照片“\(written)”没有替代文字", en: "the photo “\(written)” has no alternative text"),
          help: Wording("在这张照片的花括号里，或在它下面，加上 \(alt): 画面是什么", en: "add \(alt): what the photo shows")))
    }
  }
  let picture = isPhoto ? ShownPicture(file, context.head(file)) : nil
  if let fault = picture?.fault(at: place) { fields.report(fault) }
  let asked = asked(of: file, type)
  return RecordFiles.Item(
    path: file.path, title: reference.title ?? (isPhoto ? "" : withoutExtension(fileName(file.path))),
    alt: reference.alt ?? "", type: type,
    size: type.isImage && !isPhoto ? context.publishedSize(file) : file.size, picture: picture,
    named: NamedFile(path: file.path, place: place, lookup: asked))
}

/// What a page that shows a file asks of it: how many bytes and pixels a picture is published with, its content decides.
func asked(of file: SourceTree.File, _ type: FileType) -> Document.Lookup {
  Document.Lookup(path: file.path, size: file.size, version: type.isImage ? file.version : nil)
}
