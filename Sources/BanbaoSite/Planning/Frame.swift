package import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSource
package import BanbaoTheme

/// The words of the interface, from `theme/strings/`.
package struct InterfaceStrings: Sendable {
  var view: [Language: View] = [:]
  /// The names that templates may use under `t` and `t2`.
  package var shape = ViewShape()

  init() {}

  /// Reads `strings/zh-Hans.yaml` and `strings/en.yaml`: one text under each name, the same names in both.
  static func read(_ theme: SourceTree) throws -> (InterfaceStrings, [Diagnostic]) {
    var strings = InterfaceStrings()
    var diagnostics: [Diagnostic] = []
    var names: [Language: [(name: String, place: Place)]] = [:]
    for language in Language.allCases {
      let path = "strings/\(language.rawValue).yaml"
      var view = View()
      if let file = theme.files.first(where: { $0.path == path }) {
        let text = SourceText(path: theme.shown(path), bytes: try theme.read(file))
        let parsed = parseYAML(text, text.start..<text.bytes.count, firstLine: 1)
        diagnostics += parsed.diagnostics
        if case .mapping(let entries)? = parsed.root?.content {
          for entry in entries {
            guard case .scalar(let value, _) = entry.value.content else { continue }
            view.set(entry.key, .text(value))
            strings.shape.declare(entry.key, .text)
            let place = Place(text.path, entry.keyMark)
            names[language, default: []].append((entry.key, place))
          }
        }
      }
      strings.view[language] = view
    }
    for (language, other) in [(Language.chinese, Language.english), (.english, .chinese)] {
      let known = Set((names[other] ?? []).map(\.name))
      for (name, place) in names[language] ?? [] where !known.contains(name) {
        diagnostics.append(
          FrameRules.stringMissing.at(
            place,
            Wording(
              "“\(name)”在 strings/\(other.rawValue).yaml 里没有",
              en: "“\(name)” is missing in strings/\(other.rawValue).yaml"),
            help: Wording("在那个文件里加一行 \(name): …", en: "add a line \(name): … there")))
      }
    }
    return (strings, diagnostics)
  }
}

/// What every page sees.
func frameShape(_ strings: ViewShape) -> ViewShape {
  [
    "lang": .text, "root": .text, "title": .text, "description": .text,
    "site": .view(["title": .text, "union": .text, "contact": .text]), "home": .view(["url": .text]),
    "menu": .list(["label": .text, "url": .text, "current": .flag]),
    "crumbs": .list(["label": .text, "url": .text]), "t": .view(strings), "t2": .view(strings),
    "canonical": .text, "feed": .flag, "tags_index": .text,
  ]
}

/// The names that every page sees, made once a site and completed for each page.
struct Frame: Sendable {
  private let shared: View
  private let menu: [(item: MenuItem, plain: View, current: View)]
  private let baseURL: String?

  init(_ library: Library, _ strings: InterfaceStrings, menu: [MenuItem], hasTags: Bool) {
    let settings = library.settings
    let other: Language = settings.language == .chinese ? .english : .chinese
    self.menu = menu.map { item in
      var view: View = [
        "label": .text(item.label), "url": .text(percentEncoded(path: item.url)), "current": .flag(false),
      ]
      let plain = view
      view.set("current", .flag(true))
      return (item, plain, view)
    }
    baseURL = settings.baseURL
    shared = [
      "lang": .text(settings.language == .chinese ? "zh-Hans" : "en"),
      "site": .view([
        "title": .text(settings.title), "union": .text(settings.union), "contact": .text(settings.contact),
      ]),
      "home": .view(["url": .text("index.html")]),
      "t": .view(strings.view[settings.language] ?? View()), "t2": .view(strings.view[other] ?? View()),
      "feed": .flag(settings.baseURL != nil),
      "tags_index": .text(hasTags ? "tags/index.html" : ""),
    ]
  }

  /// The whole view of a page: its own names, then the common ones.
  func view(for page: PagePlan) -> View {
    var view = page.view()
    view.append(shared)
    let depth = page.path.utf8.count { $0 == UInt8(ascii: "/") }
    let url = percentEncoded(path: page.path)
    view.append([
      "root": .text(String(repeating: "../", count: depth)), "title": .text(page.title),
      "description": .text(page.description),
      "menu": .list(
        menu.map { item, plain, current in
          item.url == page.path || (!page.section.isEmpty && item.target == page.section) ? current : plain
        }),
      "crumbs": .list(page.crumbs.map { ["label": .text($0.label), "url": .text(percentEncoded(path: $0.url))] }),
      "canonical": .text(baseURL.map { $0 + url } ?? ""),
    ])
    return view
  }
}

package enum FrameRules {
  package static let stringMissing = Rule(
    "string-missing", .error,
    Wording("界面文字的中文和英文要成对。", en: "The words of the interface come in Chinese and English pairs."),
    wrong: "strings/zh-Hans.yaml:\nnext: 下一页\n\nstrings/en.yaml:\n", right: "strings/en.yaml:\nnext: Next")
  package static let all = [stringMissing]
}
