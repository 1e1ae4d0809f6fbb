/// A remedy as people read it, a line for each piece that it replaces: `path:line:column: “：” → “: ” [code]`.
///
/// What is put in has nothing before the arrow, and what is taken away nothing behind it. The text has no line feed at
/// its end, and is empty for a fault without a remedy.
package func remedyForm(_ diagnostic: Diagnostic) -> String {
  func quoted(_ text: String) -> String { text.isEmpty ? "" : "“\(printable(text))”" }
  return (diagnostic.fix?.edits ?? []).map { edit in
    let parts = ["\(edit.place.shown):", quoted(edit.old), "→", quoted(edit.new), "[\(printable(diagnostic.code))]"]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }.joined(separator: "\n")
}
