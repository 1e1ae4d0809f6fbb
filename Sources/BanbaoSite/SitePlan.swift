package import BanbaoDiagnostics
import BanbaoHTML
package import BanbaoSource
package import BanbaoTheme

/// A whole site as data: every page and file that it will have, nothing rendered yet.
package struct SitePlan: Sendable {
  /// Sorted by path.
  package let pages: [PagePlan]
  /// Files that are copied: attachments, photos and pictures from the content, assets from the theme.
  package let copies: [Copy]
  /// Small files that are made: feed, calendar, sitemap, and what overviews add.
  package let machineFiles: [(path: String, bytes: @Sendable () -> [UInt8])]
  private let theme: Theme
  private let frame: Frame

  /// A file that is published as it is.
  package struct Copy: Sendable {
    package var path: String
    package var file: SourceTree.File
    /// Whether it comes from the theme; else from the content.
    package var isAsset: Bool
  }

  init(
    pages: [PagePlan], copies: [Copy], machineFiles: [(path: String, bytes: @Sendable () -> [UInt8])], theme: Theme,
    frame: Frame
  ) {
    self.pages = pages
    self.copies = copies
    self.machineFiles = machineFiles
    self.theme = theme
    self.frame = frame
  }

  /// Appends the bytes of one page. Pure: equal plans give equal bytes, in any order and on any thread.
  package func render(_ page: PagePlan, into bytes: inout [UInt8]) {
    theme.render(page.template, frame.views(around: page), into: &bytes)
  }

  /// What one page shows of its own, and what every page shows, for tests: the innermost first.
  package func namedViews(_ page: PagePlan) -> [NamedView] { frame.namedViews(around: page) }
}

/// Two sources for one path, compared as file systems that fold case or Unicode form would: reported at both.
func pathClashes(_ pages: [PagePlan], _ copies: [(path: String, place: Place)]) -> [Diagnostic] {
  var first: [String: (path: String, place: Place)] = [:]
  var diagnostics: [Diagnostic] = []
  func claim(_ path: String, _ place: Place) {
    // Strings are equal here whatever their normalization form: Swift compares by canonical equivalence.
    let key = path.utf8.allSatisfy { $0 < 0x80 && !(65...90).contains($0) } ? path : path.lowercased()
    guard let other = first[key] else {
      first[key] = (path, place)
      return
    }
    if other.place == place, other.path == path { return }
    for (here, there) in [(place, other.place), (other.place, place)] {
      diagnostics.append(
        PlanRules.clash.at(
          here, Wording("“\(path)”有两个来源", en: "two sources make “\(path)”"),
          help: Wording("给其中一个换个文件名；只差大小写也不行", en: "rename one of them; a difference of case is not enough"),
          related: [Related(there, Wording("另一个来源", en: "the other source"))]))
    }
  }
  for page in pages { claim(page.path, page.origin) }
  for copy in copies { claim(copy.path, copy.place) }
  return diagnostics
}

package enum PlanRules {
  package static let clash = Rule(
    "path-clash", .error,
    Wording(
      "两个文件不能生成同一个网页或附件，包括只差大小写或 Unicode 写法的名字：有的电脑分不清它们。",
      en: "Two files never make one page or attachment, not even by names that differ in case or Unicode form only."),
    wrong: "notices/2026/A.md\nnotices/2026/a.md", right: "notices/2026/A.md\nnotices/2026/B.md")
  package static let all = [clash]
}
