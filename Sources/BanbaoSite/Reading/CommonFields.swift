import BanbaoDiagnostics
package import BanbaoSource

/// The keys that every record may have.
package struct CommonFields: Sendable {
  package var title: Located<String>
  package var date: Located<DaySpan>
  package var summary: String?
  package var tags: [Located<String>]
  package var isDraft: Bool
  package var publish: Located<Day>?
  package var expires: Located<Day>?
  package var attachments: [FileReference]
  package var photos: [FileReference]

  /// A file beside the record.
  package struct FileReference: Sendable {
    package var file: Located<String>
    /// What a reader sees: a title, or a photo's caption.
    package var title: String?
    /// What a photo shows, for those who cannot see it.
    package var alt: String?
  }

  enum Keys {
    static let title = Key.text("title", "标题", Wording("标题", en: "the title"), .required)
    static let date = Key.day("date", "日期", Wording("日期，如 2026-03-08", en: "a day, such as 2026-03-08"), .required)
    /// `date` of a kind whose records may last longer than a day.
    static let dates = Key.span(
      "date", "日期", Wording("一天，或一段日期 2026-03-26/2026-04-03", en: "a day, or a span 2026-03-26/2026-04-03"), .required)
    static let summary = Key.text(
      "summary", "摘要", Wording("列表里显示的一两句话；不写就用正文第一段", en: "shown in lists; by default the first paragraph"))
    static let tags = Key.texts("tags", "标签", Wording("标签的列表", en: "a list of tags"))
    static let draft = Key.flag("draft", "草稿", Wording("true 表示草稿，不发布", en: "true for a draft, which is not published"))
    static let publish = Key.day("publish", "发布日期", Wording("到这一天才发布", en: "not published before this day"))
    static let expires = Key.day(
      "expires", "有效期至", Wording("过了这一天就从宣传栏撤下，归档保留", en: "leaves the noticeboard after this day"))
    static let attachments = GroupKey("attachments", "附件", Wording("与本文件放在一起的附件", en: "files beside the record"))
    static let photos = GroupKey("photos", "照片", Wording("与本文件放在一起的照片", en: "photos beside the record"))
  }

  /// Reads the common keys; nil where a required one is missing or wrong.
  static func read(_ fields: inout FieldReader, allowsSpan: Bool) -> CommonFields? {
    let title = fields.read(Keys.title)
    let date: Located<DaySpan>? =
      if allowsSpan {
        fields.read(Keys.dates)
      } else {
        fields.read(Keys.date).map { Located(DaySpan($0.value, $0.value), $0.mark) }
      }
    let summary = fields.read(Keys.summary)
    let tags = fields.read(Keys.tags)
    let isDraft = fields.read(Keys.draft)?.value ?? false
    let publish = fields.read(Keys.publish)
    let expires = fields.read(Keys.expires)
    let attachments = fields.records(Keys.attachments) {
      FileReference.readAttachment(&$0)
    }
    let photos = fields.records(Keys.photos) {
      FileReference.readPhoto(&$0)
    }
    guard let title, let date else { return nil }
    return CommonFields(
      title: title, date: date, summary: summary?.value, tags: tags, isDraft: isDraft, publish: publish,
      expires: expires, attachments: attachments, photos: photos)
  }
}

extension CommonFields.FileReference {
  enum AttachmentKeys {
    static let file = Key.text("file", "文件", Wording("文件名", en: "the file's name"), .required)
    static let title = Key.text("title", "标题", Wording("显示的名称", en: "the name to show"))
  }

  fileprivate static func readAttachment(_ fields: inout FieldReader) -> Self? {
    let file = fields.read(AttachmentKeys.file)
    let title = fields.read(AttachmentKeys.title)
    return file.map { Self(file: $0, title: title?.value, alt: nil) }
  }

  enum PhotoKeys {
    static let file = Key.text("file", "文件", Wording("文件名", en: "the file's name"), .required)
    static let caption = Key.text("caption", "说明", Wording("照片下面的说明", en: "the caption"))
    static let alt = Key.text("alt", "替代文字", Wording("给看不见照片的人：画面是什么", en: "what the photo shows"))
  }

  fileprivate static func readPhoto(_ fields: inout FieldReader) -> Self? {
    let file = fields.read(PhotoKeys.file)
    let caption = fields.read(PhotoKeys.caption)
    let alt = fields.read(PhotoKeys.alt)
    return file.map { Self(file: $0, title: caption?.value, alt: alt?.value) }
  }
}
