import BanbaoDiagnostics
package import BanbaoSource

/// The keys that every record may have.
///
/// Immutable, and a class so that whoever asks an entry for one of them copies a reference.
package final class CommonFields: Sendable {
  package let title: Located<String>
  /// The title with the places where its lines may end.
  package let titleText: TitleText
  package let date: Located<DaySpan>
  package let summary: String?
  package let tags: [Located<String>]
  /// What reads as a name in this record and is none.
  package let notNames: [Located<String>]
  /// 上级文件: what an upper body issued and the record carries out, in words or by number.
  package let upperDocuments: [Located<String>]
  package let isDraft: Bool
  /// Whether it only shows how such a record looks: the first real one of its kind takes its place.
  package let isSample: Bool
  package let publish: Located<Day>?
  package let expires: Located<Day>?

  private init(
    titleText: TitleText, titleMark: Mark, date: Located<DaySpan>, summary: String?, tags: [Located<String>],
    notNames: [Located<String>], upperDocuments: [Located<String>], isDraft: Bool, isSample: Bool,
    publish: Located<Day>?, expires: Located<Day>?
  ) {
    title = Located(titleText.text, titleMark)
    self.titleText = titleText
    self.date = date
    self.summary = summary
    self.tags = tags
    self.notNames = notNames
    self.upperDocuments = upperDocuments
    self.isDraft = isDraft
    self.isSample = isSample
    self.publish = publish
    self.expires = expires
  }

  /// How they are called.
  package enum Keys {
    /// Of a record in a list, and of no other.
    static let id = Key.text("id", "编号", Wording("列表里每条记录的编号，就是它的网址", en: "the address of a record in a list"))
    static let title = Key.text("title", "标题", Wording("标题", en: "the title"), .required).called(
      "题目", "主题", "题名", "名称", "会议名称", "活动名称", "培训名称", "文件名称", "事项", "subject", "name")
    static let date = Key.day("date", "日期", Wording("日期，如 2026-03-08", en: "a day, such as 2026-03-08"), .required)
      .called(
        "时间", "日子", "成文日期", "落款日期", "发文日期", "印发日期", "会议时间", "会议日期", "开会时间", "活动时间", "活动日期", "培训时间", "培训日期", "慰问时间",
        "慰问日期", "获奖日期", "获奖时间", "表彰日期", "举办时间", "提出日期", "发布时间", "发布日", "day", "time")
    /// `date` of a kind whose records may last longer than a day.
    static let dates = Key.span(
      "date", "日期", Wording("一天，或一段日期 2026-03-26/2026-04-03", en: "a day, or a span 2026-03-26/2026-04-03"), .required
    ).called(
      "时间", "日子", "起止时间", "起止日期", "会议时间", "会议日期", "开会时间", "活动时间", "活动日期", "培训时间", "培训日期", "慰问时间", "慰问日期", "举办时间",
      "举办日期", "发布时间", "发布日", "开始", "开始时间", "开始日期", "day", "time",
      ends: ["结束", "结束时间", "结束日期", "end", "end_date"])
    static let summary = Key.text(
      "summary", "摘要", Wording("列表里显示的一两句话；不写就用正文第一段", en: "shown in lists; by default the first paragraph")
    ).called("简介", "概要", "内容提要", "提要", "导语", "description", "excerpt", "abstract")
    static let tags = Key.texts("tags", "标签", Wording("标签的列表", en: "a list of tags")).called(
      "关键词", "关键字", "标记", "主题词", "keywords", "tag")
    static let notNames = Key.texts(
      "not_names", "不是人名", en: "Not names", allowsText: true,
      Wording("这条记录里被当成姓名的词，其实不是", en: "words of this record that are taken for names and are none")
    ).called("非人名", "不是姓名", "非姓名")
    package static let upperDocument = Key.textOrTexts(
      "upper_document", "上级文件", en: "Upper union's document",
      Wording("依据的上级文件；有几份，写成列表", en: "the upper union's document, or a list of them")
    ).called("依据", "上级通知", "依据文件")
    static let draft = Key.flag("draft", "草稿", Wording("true 表示草稿，不发布", en: "true for a draft, which is not published"))
    static let sample = Key.flag(
      "sample", "示例",
      Wording("true 表示示例：同类有了自己的记录，它就不再显示", en: "true for a sample, which gives way to the first real record"))
    static let publish = Key.day("publish", "发布日期", Wording("到这一天才发布", en: "not published before this day")).called(
      "发布时间", "发布日", "上线日期", "定时发布", "published", "publish_date", "publishDate")
    static let expires = Key.day(
      "expires", "有效期至", Wording("过了这一天就从宣传栏撤下，归档保留", en: "leaves the noticeboard after this day")
    ).called("有效期", "有效期到", "截止日期", "截止时间", "失效日期", "到期日期", "到期日", "expiry", "expiryDate")
    static let attachments = GroupKey("attachments", "附件", Wording("与本文件放在一起的附件", en: "files beside the record"))
      .called("附件列表", "相关附件", "下载", "文件", "attachment", "files")
    static let photos = GroupKey("photos", "照片", Wording("与本文件放在一起的照片", en: "photos beside the record")).called(
      "图片", "相片", "图", "照片列表", "images", "pictures", "gallery", "photo")
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
    let notNames = fields.read(Keys.notNames)
    let upperDocuments = fields.read(Keys.upperDocument)
    let isDraft = fields.read(Keys.draft)?.value ?? false
    let isSample = fields.read(Keys.sample)?.value ?? false
    let publish = fields.read(Keys.publish)
    let expires = fields.read(Keys.expires)
    guard let title, let date else { return nil }
    return CommonFields(
      titleText: TitleText(written: title.value), titleMark: title.mark, date: date, summary: summary?.value,
      tags: tags, notNames: notNames, upperDocuments: upperDocuments, isDraft: isDraft, isSample: isSample,
      publish: publish, expires: expires)
  }
}

/// The files that a record names under its common keys. They are read by themselves: also of a record that cannot be
/// read, it is known which files it wants.
struct FileReferences: Sendable {
  var attachments: [FileReference]
  var photos: [FileReference]

  static func read(_ fields: inout FieldReader) -> FileReferences {
    FileReferences(
      attachments: fields.records(CommonFields.Keys.attachments) { FileReference.readAttachment(&$0) },
      photos: fields.records(CommonFields.Keys.photos) { FileReference.readPhoto(&$0) })
  }
}

/// A file beside the record, as its front matter names it.
struct FileReference: Sendable {
  var file: Located<String>
  /// What a reader sees: a title, or a photo's caption.
  var title: String?
  /// What a photo shows, for those who cannot see it.
  var alt: String?

  enum AttachmentKeys {
    static let file = Key.text("file", "文件", Wording("文件名", en: "the file's name"), .required).called(
      "文件名", "路径", "附件", "path", "name")
    static let title = Key.text("title", "标题", Wording("显示的名称", en: "the name to show")).called(
      "名称", "显示名称", "说明", "name")
  }

  fileprivate static func readAttachment(_ fields: inout FieldReader) -> Self? {
    let file = fields.read(AttachmentKeys.file)
    let title = fields.read(AttachmentKeys.title)
    return file.map { Self(file: $0, title: title?.value, alt: nil) }
  }

  enum PhotoKeys {
    static let file = Key.text("file", "文件", Wording("文件名", en: "the file's name"), .required).called(
      "文件名", "图片", "照片", "路径", "path", "src", "image")
    static let caption = Key.text("caption", "说明", Wording("照片下面的说明", en: "the caption")).called(
      "标题", "图注", "图说", "描述", "title")
    static let alt = Key.text("alt", "替代文字", Wording("给看不见照片的人：画面是什么", en: "what the photo shows")).called(
      "替代", "替代文本", "画面", "alternative")
  }

  fileprivate static func readPhoto(_ fields: inout FieldReader) -> Self? {
    let file = fields.read(PhotoKeys.file)
    let caption = fields.read(PhotoKeys.caption)
    let alt = fields.read(PhotoKeys.alt)
    return file.map { Self(file: $0, title: caption?.value, alt: alt?.value) }
  }
}
