package import BanbaoDiagnostics
package import BanbaoSource
package import BanbaoTheme

/// A whole site as data: every page and file that it will have, nothing rendered yet.
package struct SitePlan: Sendable {
  /// Every file of the site, sorted by path.
  package private(set) var files: [File]
  /// In the order of their paths.
  package private(set) var pages: [PagePlan]
  private let theme: Theme
  private let frame: Frame

  /// The folder of the smaller pictures, under `public/`.
  package static let pictureFolder = "pictures"

  /// A file that the site will have, with what it comes from. All cases are narrow: lists of them are joined and sorted.
  package enum File: Sendable {
    case page(PagePlan)
    indirect case copy(Copy)
    /// A smaller picture of one that is published as it is.
    indirect case picture(PicturePlan)
    /// Feed, calendar, sitemap, and what overviews add.
    indirect case made(FilePlan)

    /// Under `public/`, with its extension.
    package var path: String {
      switch self {
      case .page(let page): page.path
      case .copy(let copy): copy.path
      case .picture(let picture): picture.path
      case .made(let made): made.path
      }
    }

    /// Of pages and made files that stand for no single record, the folder or file that caused them.
    package var origin: Place {
      switch self {
      case .page(let page): page.origin
      case .copy(let copy): copy.origin
      case .picture(let picture): picture.origin
      case .made(let made): made.origin
      }
    }
  }

  /// A file that is published as it is: attachments, photos and pictures from the content, assets from the theme.
  package struct Copy: Sendable {
    package var path: String
    package var file: SourceTree.File
    /// The tree that reads it.
    package var tree: SourceTree
    /// Whether it comes from the theme; else from the content.
    package var isAsset: Bool

    package var origin: Place { Place(tree.shown(file.path)) }
  }

  init(_ files: [File], theme: Theme, frame: Frame) {
    // Of two for one path, which is an error, a page goes before a copy.
    let paths = files.map(\.path)
    let order = paths.indices.sorted { a, b in
      if paths[a].precedes(paths[b]) { return true }
      return a < b && !paths[b].precedes(paths[a])
    }
    self.files = order.map { files[$0] }
    pages = self.files.compactMap(\.page)
    self.theme = theme
    self.frame = frame
  }

  /// The file of a path under `public/`, of two the first; nil for none.
  package func file(at path: String) -> File? { files.first(with: path) { $0.path }.map { files[$0] } }

  /// This plan with other files in the place of those of their paths; nil where it lacks one of these.
  func replacing(_ others: [File]) -> SitePlan? {
    var plan = self
    for other in others {
      guard let place = files.first(with: other.path, as: { $0.path }) else { return nil }
      plan.files[place] = other
      guard case .page(let page) = other else { continue }
      guard let place = pages.first(with: page.path, as: { $0.path }) else { return nil }
      plan.pages[place] = page
    }
    return plan
  }

  /// Appends the bytes of one page. Pure: equal plans give equal bytes, in any order and on any thread.
  package func render(_ page: PagePlan, into bytes: inout [UInt8]) {
    theme.render(page.template, frame.views(around: page), into: &bytes)
  }

  /// What one page shows of its own, and what every page shows, for tests: the innermost first.
  package func namedViews(_ page: PagePlan) -> [NamedView] { frame.namedViews(around: page) }
}

extension SitePlan.File {
  var page: PagePlan? { if case .page(let page) = self { page } else { nil } }
}
