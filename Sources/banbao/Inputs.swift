import ArgumentParser
import BanbaoDiagnostics
import BanbaoDisk
import BanbaoKinds
import BanbaoSite
import BanbaoSource

/// What a site is made from, read in one place for all commands: its trees, and the day for which it is made.
struct Inputs: Sendable {
  private let ownContent: DiskTree
  /// Nil where the site has the default theme alone.
  private let ownTheme: DiskTree?
  /// The site's own theme laid over the default one.
  let theme: SourceTree
  private let day: SiteDay

  /// - Parameters:
  ///   - known: the inputs before `changes`, whose folders are numbered as in `SiteFolders.all`; nil for either to look
  ///     at everything.
  /// - Throws: if a folder cannot be read.
  init(_ folders: SiteFolders, asOf: Day?, known: Inputs? = nil, changes: TreeChanges? = nil) throws {
    do {
      ownContent = try tree(folders.content, 0, known: known?.ownContent, changes)
    } catch {
      // A site that is previewed was there: its folder is away for a moment.
      guard error.isMissing, known == nil, changes == nil else { throw error }
      throw NoSite(content: folders.content)
    }
    do {
      ownTheme = try tree(folders.theme, 1, known: known?.ownTheme, changes)
    } catch {
      guard error.isMissing else { throw error }
      ownTheme = nil
    }
    let own = ownTheme?.tree ?? SourceTree(label: withoutSlash(folders.theme), texts: [:])
    theme = overlay(own, over: embeddedTheme())
    day = try SiteDay(ownContent.tree, asOf: asOf, known: known?.day)
  }

  var content: SourceTree { ownContent.tree }
  var today: Day { day.today }

  /// What the inputs are known by, in texts that together say all of it; nil where they can still change unnoticed.
  var state: [String]? {
    guard let content = ownContent.state else { return nil }
    var texts = [content.digest.hexadecimal, String(day.today.serial)]
    if let ownTheme {
      guard let theme = ownTheme.state else { return nil }
      texts.append(theme.digest.hexadecimal)
    }
    return texts
  }

  /// Compiles the site. What was wrong with its inputs stands among the diagnostics.
  ///
  /// - Throws: what the disk threw while a file was read.
  func compiled(
    showsDrafts: Bool, tasks: Int, observer: Observer? = nil, spool: SpoolFile? = nil, reusing memo: Memo = Memo()
  ) async throws -> Compilation {
    var compilation = try await compile(
      SiteInput(
        content: content, theme: theme, today: today, showsDrafts: showsDrafts, tasks: tasks, observer: observer,
        spool: spool, offset: day.offset),
      as: Kinds.model, reusing: memo)
    compilation.diagnostics += ownContent.diagnostics + (ownTheme?.diagnostics ?? []) + day.diagnostics
    compilation.diagnostics = compilation.diagnostics.inOrder()
    return compilation
  }
}

/// Where a site lies on the disk.
struct SiteFolders: Sendable {
  var content = inSite("content")
  var theme = inSite("theme")

  var all: [String] { [content, theme] }
}

/// A folder of the site that the current folder lies in; of the current folder itself where that is in no site.
func inSite(_ folder: String) -> String { (Environment.wayToSite ?? "") + folder }

/// A folder that an option names is not there.
///
/// - Parameters:
///   - option: as it is typed, with its value as the folder.
/// - Throws: wrong usage.
func checkFolder(_ folder: String, of option: String) throws {
  guard !Environment.holds(folder) else { return }
  throw ValidationError(
    "没有 \(option) 写的文件夹“\(folder)”，核对路径", en: "there is no folder “\(folder)” for \(option): check the path")
}

/// There is no site where one was looked for.
struct NoSite: Error {
  /// Where its content was looked for.
  var content: String

  var wording: Wording {
    Wording(
      "这里没有网站：找不到 \(withoutSlash(content))/site.yaml",
      en: "there is no site here: no \(withoutSlash(content))/site.yaml")
  }
  var help: Wording {
    Wording(
      "先进入网站的文件夹（有 content 的那一个）再运行；还没有网站，用 banbao init 建一个",
      en: "go to the folder of the site, which holds content, and run this again; banbao init starts a new one")
  }
}

/// A site's day, looked up once, in the time zone that its `site.yaml` names.
struct SiteDay: Sendable {
  let today: Day
  /// Seconds east of UTC at the beginning of a day.
  let offset: @Sendable (Day) -> Int
  /// Of a zone that nobody knows, for which UTC counts.
  let diagnostics: [Diagnostic]
  /// The zone that was looked up last, with its name.
  private let zone: (name: String, zone: TimeZone?)

  /// - Parameter known: the day that the site had before.
  init(_ content: SourceTree, asOf: Day?, known: SiteDay? = nil) throws {
    let zone = try timeZone(of: content)
    let known = known?.zone.name == zone.name ? known?.zone.zone : TimeZone(name: zone.name)
    self.zone = (zone.name, known)
    let clock = known ?? .utc
    today = asOf ?? clock.day(at: Environment.now)
    offset = { clock.offset(at: $0) }
    guard known == nil, let place = zone.place else {
      diagnostics = []
      return
    }
    diagnostics = [
      SettingsRules.timeZone.at(
        place, Wording("没有“\(zone.name)”这个时区", en: "there is no time zone “\(zone.name)”"),
        help: Wording("中国写 Asia/Shanghai", en: "for China write Asia/Shanghai"))
    ]
  }
}

/// A folder as it is now.
private func tree(
  _ folder: String, _ number: Int, known: DiskTree?, _ changes: TreeChanges?
) throws(DiskFault) -> DiskTree {
  let label = withoutSlash(folder)
  guard let known, let changes else { return try readTree(at: folder, label: label) }
  guard changes.folders.contains(number) else { return known }
  return try refreshed(known, at: folder, label: label, paths: changes.paths(in: number))
}

/// A folder as messages show it.
func withoutSlash(_ folder: String) -> String {
  folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
}
