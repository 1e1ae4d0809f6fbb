package import BanbaoDiagnostics
import BanbaoHTML
package import BanbaoSource
package import BanbaoTheme

/// The names of a day in a view.
package let dayShape: ViewShape = ["iso": .text, "text": .text]

extension Library {
  package func view(_ day: Day) -> View { ["iso": .text(day.iso), "text": .text(words(day))] }
  package func view(_ span: DaySpan) -> View {
    ["iso": .text(span.first.iso), "text": .text(words(span))]
  }
}

/// A record in a list of any kind.
package let rowShape: ViewShape = [
  "title": .text, "url": .text, "kind": .text, "folder_label": .text, "date": .view(dayShape), "summary": .text,
  "pinned": .flag, "draft": .flag, "scheduled": .flag, "expired": .flag, "open_publicity": .flag, "left": .number,
]

extension AnyEntry {
  /// The record as a row of a list.
  ///
  /// - Parameter left: working days that an open 公示 still runs; nil where there is none.
  package func row(_ library: Library, name: Wording, isPinned: Bool = false, left: Int? = nil) -> View {
    [
      "title": .text(title), "url": .text(url), "kind": .text(label(library)),
      "folder_label": .text(library.words(name)), "date": .view(library.view(date)), "summary": .text(summary),
      "pinned": .flag(isPinned), "draft": .flag(status.isDraft), "scheduled": .flag(status.isScheduled),
      "expired": .flag(status.isExpired), "open_publicity": .flag(left != nil), "left": .number(left ?? 0),
    ]
  }
}

/// Links to the parts of a list: its kinds or its years.
package let facetShape: ViewShape = ["label": .text, "url": .text, "count": .number, "current": .flag]

/// One part of a list.
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

extension [Facet] {
  /// - Parameter current: the path of the page that shows them.
  package func views(current: String) -> ViewValue {
    .list(
      map {
        [
          "label": .text($0.label), "url": .text(percentEncoded(path: $0.path)), "count": .number($0.count),
          "current": .flag($0.path == current),
        ]
      })
  }
}

/// The way through a list of several pages; `previous` and `next` are empty at its ends.
package let pagerShape: ViewShape = [
  "previous": .text, "next": .text,
  "pages": .list(["label": .text, "url": .text, "current": .flag, "gap": .flag]),
]

/// One page of a list that is cut into several.
package struct ListPage: Sendable {
  package var path: String
  /// Of the whole list.
  package var range: Range<Int>
  /// From 1.
  package var number: Int
  /// `absent` for a list of one page.
  package var pager: ViewValue

  /// A list of `count` records that is one page.
  package init(whole count: Int, path: String) {
    self.init(path: path, range: 0..<count, number: 1, pager: .absent)
  }

  init(path: String, range: Range<Int>, number: Int, pager: ViewValue) {
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
    var pager = ViewValue.absent
    if pages > 1 {
      var items: [View] = []
      var last = 0
      for other in 1...pages where other == 1 || other == pages || abs(other - number) <= 2 {
        if other > last + 1 {
          items.append(["label": .text("…"), "url": .text(""), "current": .flag(false), "gap": .flag(true)])
        }
        items.append([
          "label": .text(String(other)), "url": .text(url(other)), "current": .flag(other == number),
          "gap": .flag(false),
        ])
        last = other
      }
      pager = .view([
        "previous": .text(number > 1 ? url(number - 1) : ""), "next": .text(number < pages ? url(number + 1) : ""),
        "pages": .list(items),
      ])
    }
    return ListPage(
      path: path(number), range: (number - 1) * size..<min(number * size, count), number: number, pager: pager)
  }
}
