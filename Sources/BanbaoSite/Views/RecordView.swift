import BanbaoHTML
import BanbaoMarkdown
import BanbaoSource
package import BanbaoTheme

/// A link with the words that it bears.
package let titledLinkShape: ViewShape = ["title": .text, "url": .text]

/// What the page of a record of any kind sees. A kind adds its own names.
package let recordShape: ViewShape = [
  "date": .view(dayShape), "body": .html, "has_body": .flag,
  "toc": .list(["id": .text, "text": .text, "sub": .flag]), "has_toc": .flag,
  "attachments": .list(["title": .text, "url": .text, "type": .text, "size": .text]), "has_attachments": .flag,
  "photos": .list(["url": .text, "alt": .text, "caption": .text]), "has_photos": .flag,
  "tags": .list(["name": .text, "url": .text]), "draft": .flag, "scheduled": .flag, "expired": .flag,
  "expires": .view(dayShape), "previous": .view(titledLinkShape), "next": .view(titledLinkShape),
]

extension AnyEntry {
  package var titledLink: View { ["title": .text(title), "url": .text(url)] }

  /// The names of `recordShape`.
  ///
  /// - Parameters:
  ///   - newer: the neighbour of the same kind, shown as the next one.
  ///   - older: shown as the previous one.
  package func recordView(_ library: Library, newer: (any AnyEntry)?, older: (any AnyEntry)?) -> View {
    let headings = (body?.headings ?? []).filter { $0.level <= 3 }
    return [
      "date": .view(library.view(date)), "body": body.map { .html($0.html) } ?? .absent,
      "has_body": .flag(body != nil),
      "toc": .list(
        headings.map { ["id": .text($0.id), "text": .text($0.text), "sub": .flag($0.level > 2)] }),
      "has_toc": .flag(headings.count >= 4),
      "attachments": .list(
        files.attachments.map {
          [
            "title": .text($0.title), "url": .text($0.url), "type": .text($0.type.name),
            "size": .text(formatted(size: $0.size)),
          ]
        }), "has_attachments": .flag(!files.attachments.isEmpty),
      "photos": .list(
        files.photos.map { ["url": .text($0.url), "alt": .text($0.alt), "caption": .text($0.title)] }),
      "has_photos": .flag(!files.photos.isEmpty),
      "tags": .list(
        common.tags.map { ["name": .text($0.value), "url": .text(percentEncoded(path: tagPath($0.value)))] }),
      "draft": .flag(status.isDraft), "scheduled": .flag(status.isScheduled), "expired": .flag(status.isExpired),
      "expires": (common.expires.map { .view(library.view($0.value)) }) ?? .absent,
      "previous": older.map { .view($0.titledLink) } ?? .absent,
      "next": newer.map { .view($0.titledLink) } ?? .absent,
    ]
  }
}

extension RecordKind {
  /// The pages of all records, each with its neighbours, through a function that adds the kind's own names.
  package static func recordPages(
    _ entries: [Entry<Self>], in library: Library, template: String,
    _ view: @escaping @Sendable (Entry<Self>, inout View) -> Void
  ) -> [PagePlan] {
    entries.indices.map { index in
      let entry = entries[index]
      let newer = index > 0 ? entries[index - 1] : nil
      let older = index + 1 < entries.count ? entries[index + 1] : nil
      return PagePlan(
        path: entry.page, template: template, title: entry.title, description: entry.summary, origin: entry.place,
        section: folder, crumbs: [.init(library.words(section), url: "\(folder)/index.html")],
        lastModified: entry.date.first.iso, people: library.shownPeople(entry)
      ) {
        var page = entry.recordView(library, newer: newer, older: older)
        view(entry, &page)
        return page
      }
    }
  }
}

/// The page of a tag. What cannot stand in a file name becomes `-`.
package func tagPath(_ name: String) -> String { tagFolder(name) + "/index.html" }

func tagFolder(_ name: String) -> String {
  var safe = String.UnicodeScalarView()
  for scalar in name.unicodeScalars {
    let isUnsafe = scalar.value < 0x20 || "/\\:*?\"<>|.#%".unicodeScalars.contains(scalar)
    safe.append(isUnsafe ? "-" : scalar)
  }
  return "tags/" + nfc(String(safe))
}
