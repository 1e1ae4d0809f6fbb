import BanbaoDiagnostics
import BanbaoDisk
import BanbaoKinds
import BanbaoSite
import BanbaoSource
import Testing

/// An author's mistake: a small content folder, and everything that is printed about it.
struct Mistake: Sendable {
  var name: String
  /// Of its name, in its file of mistakes.
  var line: Int
  /// By path below `content/`.
  var files: [String: [UInt8]]
  var expected: Printed

  /// The text form of all diagnostics, without the line feed at its end; empty where nothing is said.
  struct Printed: Sendable, Equatable {
    var chinese: String
    var english: String
  }

  /// What the program prints about a site.
  ///
  /// - Parameters:
  ///   - files: by path below `content/`.
  ///   - own: the site's own theme, by path below `theme/`; it lies over the default one.
  static func printed(_ files: [String: [UInt8]], theme own: [String: [UInt8]] = [:]) async throws -> Printed {
    let content = SourceTree(label: "content", texts: files)
    let theme = own.isEmpty ? defaultTheme : overlay(SourceTree(label: "theme", texts: own), over: defaultTheme)
    let input = SiteInput(content: content, theme: theme, today: try Day(reading: "2026-11-22"), tasks: 1)
    let diagnostics = try await compile(input, as: Kinds.model, reusing: try await warm.value).diagnostics
    let texts = Dictionary(
      uniqueKeysWithValues: files.map { ("content/" + $0.key, $0.value) } + own.map { ("theme/" + $0.key, $0.value) })
    func text(_ language: Language) -> String {
      let text = textForm(diagnostics, language: language, colour: false) { place in
        texts[place.path].flatMap { SourceText(path: place.path, bytes: $0).line(place.line) }
      }
      return String(text.dropLast())
    }
    return Printed(chinese: text(.chinese), english: text(.english))
  }
}

private let defaultTheme = embeddedTheme()

/// The lines of a file of the default theme, without blank ones at the end.
func defaultThemeFile(_ path: String) throws -> [String] {
  guard let file = defaultTheme.files.first(where: { $0.path == path }) else { return [] }
  let text = String(decoding: try defaultTheme.read(file), as: UTF8.self)
  return text.split(separator: "\n").map { String($0) }
}

/// The theme, read once for all tests.
private let warm = Task {
  let settings = SourceTree(label: "content", texts: ["site.yaml": Array("title: 板报\nunion: 某医院工会\n".utf8)])
  return try await compile(
    SiteInput(content: settings, theme: defaultTheme, today: Day(serial: 0), tasks: 1), as: Kinds.model
  ).memo
}
