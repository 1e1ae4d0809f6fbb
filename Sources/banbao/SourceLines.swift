import BanbaoDiagnostics
import BanbaoSource

/// Source lines for excerpts. Diagnostics come sorted by file, so one file is kept.
struct SourceLines {
  private let trees: [SourceTree]
  private var current: SourceText?

  init(_ trees: [SourceTree]) { self.trees = trees }

  mutating func line(_ place: Place) -> String? {
    if current?.path != place.path {
      current = nil
      for tree in trees {
        guard let file = tree.files.first(where: { tree.shown($0.path) == place.path }) else { continue }
        do {
          current = SourceText(path: place.path, bytes: try tree.read(file))
          break
        } catch {
          // The file went away meanwhile: its diagnostics are printed without an excerpt.
          return nil
        }
      }
    }
    return current?.line(place.line)
  }
}

/// Diagnostics as a terminal shows them, with excerpts from their files.
func textForm(_ diagnostics: [Diagnostic], in trees: [SourceTree], language: Language, colour: Bool) -> String {
  var lines = SourceLines(trees)
  return textForm(diagnostics, language: language, colour: colour) { lines.line($0) }
}
