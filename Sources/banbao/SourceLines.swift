import BanbaoDiagnostics
import BanbaoSource

/// Source lines for excerpts. Files are kept: a fault and the places related to it may stand in different ones.
struct SourceLines {
  private let trees: [SourceTree]
  /// By path as messages show it; nil for a file that cannot be had.
  private var texts: [String: SourceText?] = [:]

  init(_ trees: [SourceTree]) { self.trees = trees }

  mutating func line(_ place: Place) -> String? {
    if let text = texts[place.path] { return text?.line(place.line) }
    let text = read(place.path)
    texts[place.path] = .some(text)
    return text?.line(place.line)
  }

  private func read(_ path: String) -> SourceText? {
    for tree in trees {
      guard let file = tree.file(shownAs: path) else { continue }
      do {
        return SourceText(path: path, bytes: try tree.read(file)).decoded
      } catch {
        // The file went away meanwhile: its diagnostics are printed without an excerpt.
        return nil
      }
    }
    return nil
  }
}

/// Diagnostics as a terminal shows them, with excerpts from their files.
func textForm(_ diagnostics: [Diagnostic], in trees: [SourceTree], language: Language, colour: Bool) -> String {
  var lines = SourceLines(trees)
  return textForm(diagnostics, language: language, colour: colour) { lines.line($0) }
}
