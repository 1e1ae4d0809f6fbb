package import BanbaoDiagnostics
import BanbaoHTML
package import BanbaoSource
package import BanbaoTheme

/// The names of a day in a view.
package let dayNames = Names<Day>(.text("iso") { $0.iso }, .words("text") { $0.wording })
/// The names of a run of days in a view: those of a day, the first of them as `iso`.
package let spanNames = Names<DaySpan>(.text("iso") { $0.first.iso }, .words("text") { $0.wording })

/// A link with the words that it bears.
package struct TitledLink: Sendable {
  package var title: String
  /// Relative to the site's root, percent-encoded.
  package var url: String

  /// The title with the places where its lines may end.
  fileprivate var titleText: TitleText

  /// - Parameter url: relative to the site's root, percent-encoded.
  package init(title: String, url: String) {
    self.title = title
    titleText = TitleText(title)
    self.url = url
  }

  fileprivate init(_ entry: some AnyEntry) {
    title = entry.title
    titleText = entry.titleText
    url = entry.url
  }
}

/// The names of a link.
package let titledLinkNames = Names<TitledLink>(
  .text("title") { $0.title }, .html("title_phrases") { $0.titleText.html(.none) }, .address("url") { $0.url })

extension AnyEntry {
  package var titledLink: TitledLink { TitledLink(self) }
}

/// A record in a list of any kind.
package struct Row: Sendable {
  package var entry: any AnyEntry
  /// The word that stands beside the title, such as 公示; empty for none.
  var label: String
  /// What one record of its kind is called.
  var name: Wording
  var isPinned: Bool
  /// Working days that readers still have to answer; nil where nothing is asked of them.
  var left: Int?
  /// Words that the title is not broken in.
  var own: OwnWords
}

/// The names of a row.
package let rowNames = Names<Row>(
  .text("title") { $0.entry.title },
  .html("title_phrases") { $0.entry.titleText.html($0.own) },
  .address("url") { $0.entry.url },
  .text("kind") { $0.label },
  .words("folder_label") { $0.name },
  .view("date", spanNames) { $0.entry.date },
  .text("summary") { $0.entry.summary },
  .view("photo", listedPhotoNames) { $0.entry.files.photos.first },
  .flag("pinned") { $0.isPinned },
  .flag("draft") { $0.entry.status.isDraft },
  .flag("scheduled") { $0.entry.status.isScheduled },
  .flag("expired") { $0.entry.status.isExpired },
  .flag("open_publicity") { $0.left != nil },
  .number("left") { $0.left ?? 0 })

extension AnyEntry {
  /// The record as a row of a list.
  ///
  /// - Parameter left: working days that an open 公示 still runs; nil where there is none.
  package func row(_ library: Library, name: Wording, isPinned: Bool = false, left: Int? = nil) -> Row {
    Row(
      entry: self, label: label(library), name: name, isPinned: isPinned, left: left, own: library.ownWords)
  }
}

/// A part of a list, such as one year: its name, its page, and how many records it has.
package struct Facet: Sendable {
  package var label: String
  /// Under `public/`.
  package var path: String
  package var count: Int

  package init(label: String, path: String, count: Int) {
    self.label = label
    self.path = path
    self.count = count
  }
}

/// A facet as one page shows it.
package struct FacetLink: Sendable {
  var facet: Facet
  /// Whether the page is the facet's own.
  var isCurrent: Bool
}

/// Links to the parts of a list: its kinds or its years.
package let facetNames = Names<FacetLink>(
  .text("label") { $0.facet.label },
  .address("url") { percentEncoded(path: $0.facet.path) },
  .number("count") { $0.facet.count },
  .flag("current") { $0.isCurrent })

extension [Facet] {
  /// - Parameter current: the path of the page that shows them.
  package func links(current: String) -> [FacetLink] {
    map { FacetLink(facet: $0, isCurrent: $0.path == current) }
  }
}

/// The way through a list of several pages.
package struct Pager: Sendable {
  /// A page, or the gap between pages that are left out.
  struct Step: Sendable {
    var label: String
    var url = ""
    var isCurrent = false
    var isGap = false
  }

  /// Empty at the ends of the list.
  var previous: String
  var next: String
  var pages: [Step]
}

/// The names of a pager.
package let pagerNames = Names<Pager>(
  .address("previous") { $0.previous },
  .address("next") { $0.next },
  .list("pages", stepNames) { $0.pages })

private let stepNames = Names<Pager.Step>(
  .text("label") { $0.label },
  .address("url") { $0.url },
  .flag("current") { $0.isCurrent },
  .flag("gap") { $0.isGap })

/// One page of a list that is cut into several.
package struct ListPage: Sendable {
  package var path: String
  /// Of the whole list.
  package var range: Range<Int>
  /// From 1.
  package var number: Int
  /// Nil for a list of one page.
  package var pager: Pager?

  /// A list of `count` records that is one page.
  package init(whole count: Int, path: String) {
    self.init(path: path, range: 0..<count, number: 1, pager: nil)
  }

  init(path: String, range: Range<Int>, number: Int, pager: Pager?) {
    self.path = path
    self.range = range
    self.number = number
    self.pager = pager
  }
}

/// Cuts a list into pages: `FOLDER/index.html`, `FOLDER/page-2.html` and so on. An empty list has one page.
package func paginate(count: Int, by size: Int = 20, folder: String) -> [ListPage] {
  let pages = max(1, (count + size - 1) / size)
  func path(_ number: Int) -> String { number == 1 ? "\(folder)/index.html" : "\(folder)/page-\(number).html" }
  func url(_ number: Int) -> String { percentEncoded(path: path(number)) }
  return (1...pages).map { number in
    var pager: Pager?
    if pages > 1 {
      var steps: [Pager.Step] = []
      var last = 0
      for other in 1...pages where other == 1 || other == pages || abs(other - number) <= 2 {
        if other > last + 1 { steps.append(Pager.Step(label: "…", isGap: true)) }
        steps.append(Pager.Step(label: String(other), url: url(other), isCurrent: other == number))
        last = other
      }
      pager = Pager(
        previous: number > 1 ? url(number - 1) : "", next: number < pages ? url(number + 1) : "", pages: steps)
    }
    return ListPage(
      path: path(number), range: (number - 1) * size..<min(number * size, count), number: number, pager: pager)
  }
}
