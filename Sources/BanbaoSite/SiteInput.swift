package import BanbaoHTML
package import BanbaoSource

/// Everything that a site is made from. Equal inputs make equal sites.
package struct SiteInput: Sendable {
  /// Notices, activities and all other records, with the files beside them.
  package var content: SourceTree
  /// The templates, strings and assets: the site's own laid over the default theme's, file by file.
  package var theme: SourceTree
  /// The day for which the site is made, in its own time zone.
  package var today: Day
  /// Seconds east of UTC at the beginning of a day in the site's time zone.
  package var offset: @Sendable (Day) -> Int
  /// Whether drafts and scheduled records are shown, marked as such.
  package var showsDrafts: Bool
  /// How many tasks read and render. Changes the speed, never the result.
  package var tasks: Int
  /// Told of the work as it is done; changes nothing of the result.
  package var observer: Observer?
  /// Where the HTML of bodies waits for its pages; nil for memory. Changes nothing of the result.
  package var spool: (any Spool)?

  package init(
    content: SourceTree, theme: SourceTree, today: Day, showsDrafts: Bool = false, tasks: Int = 2,
    observer: Observer? = nil, spool: (any Spool)? = nil, offset: @escaping @Sendable (Day) -> Int = { _ in 28_800 }
  ) {
    self.offset = offset
    self.observer = observer
    self.spool = spool
    self.content = content
    self.theme = theme
    self.today = today
    self.showsDrafts = showsDrafts
    self.tasks = tasks
  }
}
