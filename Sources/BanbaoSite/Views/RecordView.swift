import BanbaoHTML
import BanbaoMarkdown
import BanbaoSource
package import BanbaoTheme

/// What the page of a record of any kind shows of it: all but the kind's own.
package struct RecordParts: Sendable {
  /// Nil where the page stands for no record of its own, such as a year's plan that only its items make.
  var entry: (any AnyEntry)?
  /// As the site spells them, each once.
  var tags: [String]
  /// The neighbours of the same kind.
  package var newer: TitledLink?
  package var older: TitledLink?
  /// Whether the text stands in one piece; else the kind's own template weaves it in.
  package var showsBody = true
  /// The table of contents; nil for the one that the headings of the text make.
  package var contents: [ContentsLine]?

  package init(
    _ entry: (any AnyEntry)?, in library: Library, newer: TitledLink? = nil, older: TitledLink? = nil
  ) {
    self.entry = entry
    var seen: Set<String> = []
    tags = (entry?.common.tags ?? []).map { library.tagNames[$0.value] }.filter { seen.insert($0).inserted }
    self.newer = newer
    self.older = older
  }

  fileprivate var body: HTML? { showsBody ? entry?.body?.html : nil }

  /// A text of a few headings needs none.
  fileprivate var toc: [ContentsLine] {
    if let contents { return contents }
    let headings = (entry?.body?.headings ?? []).filter { $0.level <= 3 }
    return headings.count < 4
      ? [] : headings.map { ContentsLine(id: $0.id, text: $0.text, isSub: $0.level > 2) }
  }
}

/// One line of a table of contents.
package struct ContentsLine: Sendable {
  /// The heading's anchor.
  package var id: String
  package var text: String
  /// Whether it belongs below the line before it.
  package var isSub: Bool

  package init(id: String, text: String, isSub: Bool = false) {
    self.id = id
    self.text = text
    self.isSub = isSub
  }
}

/// The names of a record of any kind. A kind adds its own.
package let recordNames = Names<RecordParts>(
  .view("date", spanNames) { $0.entry?.date },
  .html("body") { $0.body?.withWholeAmounts },
  .list("toc", Names<ContentsLine>(.text("id") { $0.id }, .text("text") { $0.text }, .flag("sub") { $0.isSub })) {
    $0.toc
  },
  .list("upper_documents", Names<Located<String>>(.text("text") { $0.value })) {
    $0.entry?.common.upperDocuments ?? []
  },
  .list("attachments", attachmentNames) { $0.entry?.files.attachments ?? [] },
  .list("photos", photoNames) { $0.entry?.files.photos ?? [] },
  .list("tags", tagNames) { $0.tags },
  .flag("draft") { $0.entry?.status.isDraft ?? false },
  .flag("scheduled") { $0.entry?.status.isScheduled ?? false },
  .flag("expired") { $0.entry?.status.isExpired ?? false },
  .view("expires", dayNames) { $0.entry?.common.expires?.value },
  .view("previous", titledLinkNames) { $0.older },
  .view("next", titledLinkNames) { $0.newer })

private let attachmentNames = Names<RecordFiles.Item>(
  .text("title") { $0.title },
  .address("url") { $0.url },
  .text("type") { $0.type.name },
  .text("size") { formatted(size: $0.size) })

/// `url` is the photo itself; `large` is absent where it is no other file than `small`.
private let photoNames = Names<RecordFiles.Item>(
  .address("url") { $0.url },
  .text("alt") { $0.alt },
  .text("caption") { $0.title },
  .view("small", pictureNames) { $0.picture?.fitting(.small) },
  .view("large", pictureNames) { photo in
    photo.picture?.fitting(.large).path == photo.picture?.fitting(.small).path ? nil : photo.picture?.fitting(.large)
  })

/// The names of a photo in a list.
package let listedPhotoNames = Names<RecordFiles.Item>(
  .view("picture", pictureNames) { $0.picture?.fitting(.small) }, .text("alt") { $0.alt })

private let tagNames = Names<String>(
  .text("name") { $0 },
  .address("url") { percentEncoded(path: tagPath($0)) })

/// A record on its own page, with what the page needs besides.
package struct RecordPage<Kind: RecordKind>: Sendable {
  package let entry: Entry<Kind>
  package let parts: RecordParts
  package let library: Library

  package var record: Kind { entry.record }
}

extension RecordKind {
  /// The pages of all records, each with its neighbours.
  package static func recordPages(
    _ entries: [Entry<Self>], in library: Library, _ template: Template<RecordPage<Self>>
  ) -> [PagePlan] { recordPages(entries, in: library, template) { $0 } }

  /// The pages of all records, each with its neighbours, made from a model of the kind's own.
  package static func recordPages<Model>(
    _ entries: [Entry<Self>], in library: Library, _ template: Template<Model>,
    _ model: @escaping @Sendable (RecordPage<Self>) -> Model
  ) -> [PagePlan] {
    let pages = RecordPages(entries: entries, library: library, template: template, model: model)
    return entries.indices.map { pages.page($0, of: entries[$0]) }
  }
}

/// What the pages of the records of one kind are made from.
private final class RecordPages<Kind: RecordKind, Model: Sendable>: AnyRecordPages {
  private let entries: [Entry<Kind>]
  private let library: Library
  private let template: Template<Model>
  private let model: @Sendable (RecordPage<Kind>) -> Model

  init(
    entries: [Entry<Kind>], library: Library, template: Template<Model>,
    model: @escaping @Sendable (RecordPage<Kind>) -> Model
  ) {
    self.entries = entries
    self.library = library
    self.template = template
    self.model = model
  }

  /// - Parameter entry: the one of this place, or one that differs from it in its text alone.
  func page(_ place: Int, of entry: Entry<Kind>) -> PagePlan {
    PagePlan(
      template, path: entry.page, title: entry.title, titleText: entry.titleText, description: entry.summary,
      origin: entry.place, section: Kind.folder,
      crumbs: [.init(library.words(Kind.section), url: "\(Kind.folder)/index.html")],
      lastModified: entry.date.first.iso, people: library.shownPeople(entry), image: entry.files.image,
      source: (self, place)
    ) { [self] in
      let newer = place > 0 ? entries[place - 1] : nil
      let older = place + 1 < entries.count ? entries[place + 1] : nil
      return model(
        RecordPage(
          entry: entry, parts: RecordParts(entry, in: library, newer: newer?.titledLink, older: older?.titledLink),
          library: library))
    }
  }

  func page(_ place: Int, showing entry: any AnyEntry) -> PagePlan? {
    (entry as? Entry<Kind>).map { page(place, of: $0) }
  }
}

extension RecordFiles {
  /// The first photo, else the first picture in the text.
  fileprivate var image: PagePlan.Image? {
    pictures.first.map { PagePlan.Image(path: $0.fitting(.large).path, alt: photos.first?.alt ?? "") }
  }
}

/// The page of a tag. A sign that cannot stand in a file name becomes its full-width form, a control character `-`.
package func tagPath(_ name: String) -> String { tagFolder(name) + "/index.html" }

func tagFolder(_ name: String) -> String {
  var safe = String.UnicodeScalarView()
  for scalar in name.unicodeScalars {
    let isUnsafe = "/\\:*?\"<>|.#%".unicodeScalars.contains(scalar)
    let wide = isUnsafe ? Unicode.Scalar(scalar.value + 0xFEE0) : nil
    safe.append(scalar.value < 0x20 ? "-" : wide ?? scalar)
  }
  return "tags/" + nfc(String(safe))
}
