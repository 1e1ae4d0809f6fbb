import BanbaoDiagnostics
import BanbaoSource

/// The body of a starting file that was left as it was: at most one fault.
func untouchedBody(_ text: SourceText, _ front: FrontMatter) -> [Diagnostic] {
  guard let start = Placeholder.bodyStart(in: text.bytes, front.body) else { return [] }
  return [
    FieldRules.placeholder.at(
      text.place(at: start).spanning(Placeholder.body.unicodeScalars.count),
      Wording("正文还是新建时的那句话", en: "the body still has the words that it began with"),
      help: Wording("写上正文，再删去这一行；不用正文，只删去这一行", en: "write the body, or leave it empty, and take this line away"))
  ]
}

/// A fault of what is not published yet. What its author has not touched stays a fault: who takes the mark of a draft
/// away says that it is written.
func demoted(_ diagnostic: Diagnostic) -> Diagnostic {
  if diagnostic.code == FieldRules.placeholder.code { return diagnostic }
  var diagnostic = diagnostic
  diagnostic.severity = .note
  return diagnostic
}
