package import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSource
package import BanbaoTheme

/// The words of the interface, from `theme/strings/`.
package struct InterfaceStrings: Sendable {
  /// By language the texts by their names.
  private(set) var texts: [Language: [String: String]] = [:]
  /// The names that templates may use under `t` and `t2`, in the order of the Chinese file.
  private(set) var names: [String] = []

  init() {}

  /// Reads `strings/zh-Hans.yaml` and `strings/en.yaml`, one text under each name, the same names in both: the program's
  /// own first, then the site's over them name by name.
  static func read(_ theme: SourceTree) throws -> (InterfaceStrings, [Diagnostic]) {
    var strings = InterfaceStrings()
    var seen = Set<String>()
    var diagnostics: [Diagnostic] = []
    var names: [Language: [(name: String, place: Place)]] = [:]
    for language in Language.allCases {
      let path = "strings/\(language.rawValue).yaml"
      var texts: [String: String] = [:]
      for layer in [SourceTree.coveredFolder + path, path] {
        guard let file = theme.files.first(where: { $0.path == layer }) else { continue }
        let text = try theme.text(file)
        let faults = encodingFaults(of: text)
        diagnostics += faults
        if !faults.isEmpty { continue }
        let parsed = parseYAML(text, text.start..<text.bytes.count, firstLine: 1)
        diagnostics += (parsed.diagnostics + characterFaults(of: text)).map(text.leftOut.original)
        if case .mapping(let entries)? = parsed.root?.content {
          for entry in entries {
            guard case .scalar(let value, _) = entry.value.content else { continue }
            if texts.updateValue(value, forKey: entry.key) == nil, !seen.contains(entry.key) {
              seen.insert(entry.key)
              strings.names.append(entry.key)
            }
            let place = Place(text.path, entry.keyMark)
            names[language, default: []].append((entry.key, place))
          }
        }
      }
      strings.texts[language] = texts
    }
    for (language, other) in [(Language.chinese, Language.english), (.english, .chinese)] {
      let known = Set((names[other] ?? []).map(\.name))
      for (name, place) in names[language] ?? [] where !known.contains(name) {
        diagnostics.append(
          FrameRules.stringMissing.at(
            place,
            Wording(
              "“\(name)”只有\(language == .chinese ? "中文，没有英文" : "英文，没有中文")",
              en: "“\(name)” has no \(other == .chinese ? "Chinese" : "English") text"),
            help: Wording(
              "在 theme/strings 文件夹的 \(other.rawValue).yaml 里写一行 \(name): …（没有这个文件就新建）",
              en: "write a line \(name): … into \(other.rawValue).yaml in theme/strings, a new file if need be")))
      }
    }
    return (strings, diagnostics)
  }
}

/// What every page sees of the site.
private struct SiteFrame: Sendable {
  var settings: SiteSettings
  var strings: InterfaceStrings
  var hasTags: Bool
  var menu: Menu
  var look: Look
  /// Whether those who write see it, with their drafts.
  var isPreview: Bool
}

/// What every page sees of itself.
private struct PageFrame: Sendable {
  var page: PagePlan
  var menu: [(item: MenuItem, isCurrent: Bool, isInRow: Bool)]
  var baseURL: String?
  /// Under `public/`, its events that are not over, for a reader's own calendar; nil for none.
  var calendar: String?
  /// Words that the title is not broken in.
  var own: OwnWords
}

private func siteNames(_ strings: InterfaceStrings) -> Names<SiteFrame> {
  let texts = Names<[String: String]>(strings.names.map { name in .text(name) { $0[name] } })
  return Names<SiteFrame>(
    .text("lang") { $0.settings.language == .chinese ? "zh-Hans" : "en" },
    .view(
      "site",
      Names<SiteSettings>(
        .text("title") { $0.title }, .html("title_phrases") { TitleText($0.title).html(.none) },
        .text("union") { $0.union }, .text("contact") { $0.contact })
    ) { $0.settings },
    .view("home", Names<Void>(.address("url") { "index.html" })) { _ in () },
    .view("t", texts) { $0.strings.texts[$0.settings.language] ?? [:] },
    .view("t2", texts) { $0.strings.texts[$0.settings.language.other] ?? [:] },
    .address("accessibility") { _ in accessibilityPath },
    .flag("bilingual") { $0.settings.isBilingual },
    .view("letterhead", letterheadNames) { $0.settings.letterhead.name.isEmpty ? nil : $0.settings.letterhead },
    .text("seal_note") { $0.settings.letterhead.sealNote },
    .flag("preview") { $0.isPreview },
    .flag("menu_long") { $0.menu.rowCount < $0.menu.items.count },
    .list(
      "for_writers",
      Names<MenuItem>(.text("label") { $0.label }, .address("url") { percentEncoded(path: $0.url) })
    ) { $0.menu.forWriters },
    .flag("feed") { $0.settings.baseURL != nil },
    .address("logo") { percentEncoded(path: $0.look.logo) },
    .address("favicon") { percentEncoded(path: $0.look.favicon) },
    .text("favicon_type") { contentType($0.look.favicon) },
    .address("colour_styles") { $0.look.colour == nil ? "" : Look.colourFile },
    .address("extra_styles") { $0.look.hasExtraStyles ? Look.extraFile : "" },
    .address("tags_index") { $0.hasTags ? "tags/index.html" : "" })
}

/// The name is drawn as large as fits: in a picture a hundred wide for each Han character, and sixty for any other.
private let letterheadNames = Names<SiteSettings.Letterhead>(
  .text("name") { $0.name },
  .text("width") { head in
    let (columns, count) = (displayWidth(of: head.name), head.name.unicodeScalars.count)
    return String(max((columns - count) * 100 + (2 * count - columns) * 60, 400))
  })

private let pageNames = Names<PageFrame>(
  .address("root") { frame in
    if frame.page.isShownAnywhere, let base = frame.baseURL { return pathOfAddress(base) }
    return String(repeating: "../", count: frame.page.path.utf8.count { $0 == UInt8(ascii: "/") })
  },
  .text("title") { $0.page.title },
  .html("title_phrases") { ($0.page.titleText ?? TitleText($0.page.title)).html($0.own) },
  .text("description") { $0.page.description },
  .list(
    "menu",
    Names<(item: MenuItem, isCurrent: Bool, isInRow: Bool)>(
      .text("label") { $0.item.label }, .address("url") { percentEncoded(path: $0.item.url) },
      .flag("current") { $0.isCurrent }, .flag("beyond_row") { !$0.isInRow })
  ) { $0.menu },
  .list(
    "crumbs",
    Names<PagePlan.Crumb>(.text("label") { $0.label }, .address("url") { percentEncoded(path: $0.url) })
  ) { $0.page.crumbs },
  .address("calendar_url") { $0.calendar.map { percentEncoded(path: $0) } },
  .flag("list_page") { $0.page.isList },
  .view(
    "image", Names<(address: String, alt: String)>(.text("address") { $0.address }, .text("alt") { $0.alt })
  ) { frame in
    guard let image = frame.page.image, let base = frame.baseURL else { return nil }
    return (base + percentEncoded(path: image.path), image.alt)
  },
  .address("canonical") { frame in frame.baseURL.map { $0 + percentEncoded(path: frame.page.path) } })

/// The path of a whole address: `/board/` of `http://host/board/`.
private func pathOfAddress(_ address: String) -> String {
  // What stands between the second slash and the third is the host.
  let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
  return parts.count > 3 ? "/" + parts[3] : "/"
}

/// The names that every page sees besides its own.
package struct FrameNames: Sendable {
  /// The words that are found under `t` and `t2`.
  fileprivate let strings: InterfaceStrings
  fileprivate let site: Names<SiteFrame>
  /// The outermost view first.
  package let declared: [[DeclaredName]]

  package init(_ strings: InterfaceStrings) {
    self.strings = strings
    site = siteNames(strings)
    declared = [site.declared, pageNames.declared]
  }
}

/// The views around every page's own: the site's, made once, and the page's.
struct Frame: Sendable {
  let language: Language
  private let site: View
  private let menu: Menu
  /// By the page's path.
  private let calendars: [String: FilePlan]
  private let baseURL: String?
  private let own: OwnWords
  private let names: [[DeclaredName]]

  init(
    _ library: Library, _ names: FrameNames, menu: Menu, hasTags: Bool, calendars: [String: FilePlan], look: Look
  ) {
    language = library.settings.language
    baseURL = library.settings.baseURL
    own = library.ownWords
    self.menu = menu
    self.calendars = calendars
    site = names.site.view(
      of: SiteFrame(
        settings: library.settings, strings: names.strings, hasTags: hasTags, menu: menu, look: look,
        isPreview: library.showsDrafts),
      in: language)
    self.names = names.declared
  }

  /// All that the template of a page sees, the outermost first.
  func views(around page: PagePlan) -> [View] { [site, frame(of: page), page.view(in: language)] }

  /// All that the template of a page sees, for those who ask by name; the innermost first, as templates look.
  func namedViews(around page: PagePlan) -> [NamedView] {
    zip(views(around: page), names + [page.declaration.names]).map { NamedView($0, $1) }.reversed()
  }

  private func frame(of page: PagePlan) -> View {
    let current = menu.items.enumerated().map { place, item in
      (
        item: item, isCurrent: item.url == page.path || (!page.section.isEmpty && item.target == page.section),
        isInRow: place < menu.rowCount
      )
    }
    return pageNames.view(
      of: PageFrame(
        page: page, menu: current, baseURL: baseURL, calendar: calendars[page.path]?.path, own: own),
      in: language)
  }
}

package enum FrameRules {
  package static let stringMissing = Rule(
    "string-missing", .error,
    Wording("界面文字的中文和英文要成对。", en: "The words of the interface come in Chinese and English pairs."),
    wrong: "theme/strings/zh-Hans.yaml:\nsignature: 签字",
    right: """
      theme/strings/zh-Hans.yaml:
      signature: 签字

      theme/strings/en.yaml:
      signature: Signature
      """)
  package static let all = [stringMissing]
}
