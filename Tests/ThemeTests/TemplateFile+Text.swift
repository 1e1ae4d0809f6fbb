import BanbaoTheme

extension TemplateFile {
  init(_ name: String, _ text: String) {
    self.init(name: name, path: "theme/\(name).mustache", bytes: Array(text.utf8))
  }
}

/// Compiles one template with its partials, without checks, and renders it.
func rendered(_ template: String, _ view: View, partials: KeyValuePairs<String, String> = [:])
  -> String
{
  let files = [TemplateFile("page", template)] + partials.map { TemplateFile($0.key, $0.value) }
  var output: [UInt8] = []
  Theme.compileUnchecked(files).0.render("page", view, into: &output)
  return String(decoding: output, as: UTF8.self)
}
