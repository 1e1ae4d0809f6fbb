import BanbaoDiagnostics
import BanbaoDisk
import BanbaoSource
import TestSupport

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

  /// What is wrong with a site.
  ///
  /// - Parameters:
  ///   - files: by path below `content/`.
  ///   - own: the site's own theme, by path below `theme/`; it lies over the default one.
  static func diagnostics(
    _ files: [String: [UInt8]], theme own: [String: [UInt8]] = [:]
  ) async throws -> [Diagnostic] {
    let content = SourceTree(label: "content", texts: files)
    let theme = own.isEmpty ? nil : overlay(SourceTree(label: "theme", texts: own), over: embeddedTheme())
    return try await BuiltSite(content: content, theme: theme).diagnostics
  }

  /// What the program prints about a site: the parameters of `diagnostics`.
  static func printed(_ files: [String: [UInt8]], theme own: [String: [UInt8]] = [:]) async throws -> Printed {
    let diagnostics = try await diagnostics(files, theme: own)
    let texts = Dictionary(
      uniqueKeysWithValues: files.map { ("content/" + $0.key, $0.value) } + own.map { ("theme/" + $0.key, $0.value) })
    func text(_ language: Language) -> String {
      let text = textForm(diagnostics, language: language, colour: false) { place in
        texts[place.path].flatMap { SourceText(path: place.path, bytes: $0).decoded.line(place.line) }
      }
      return String(text.dropLast())
    }
    return Printed(chinese: text(.chinese), english: text(.english))
  }
}
