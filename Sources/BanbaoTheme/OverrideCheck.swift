package import BanbaoDiagnostics

extension ThemeRules {
  static let overrideBehind = Rule(
    "template-override-behind", .note,
    Wording(
      "站点自己的模板整个盖住程序自带的同名模板。程序更新以后，自带的可能多用了一些名称，自己的模板里没有，网页上就少了那些内容。",
      en:
        "A site's own template replaces the program's own of the same name as a whole. Once the program is newer, its own may use names that the site's lacks, and pages lack what they show."
    ),
    wrong: "<p>{{#tags}}{{name}}{{/tags}}</p>",
    right: "<p>{{#tags}}{{name}}{{/tags}}</p>{{! 不用 root url }}")
}

extension Theme {
  /// Notes for templates that lack what the templates of the program use which they replace.
  ///
  /// - Parameters:
  ///   - own: a site's own templates.
  ///   - covered: those of the program that a site's own replace.
  package static func behind(_ own: [TemplateFile], covered: [TemplateFile]) -> [Diagnostic] {
    if covered.isEmpty { return [] }
    let replaced = Set(covered.map(\.name))
    // What a site's own templates share stands in files that the program does not have.
    let shared = own.filter { !replaced.contains($0.name) }.reduce(into: Set<String>()) {
      $0.formUnion(UsedNames($1).mentioned)
    }
    return covered.compactMap { file in
      guard let top = own.first(where: { $0.name == file.name }), top.bytes != file.bytes else { return nil }
      let known = UsedNames(top).mentioned.union(shared)
      let missing = UsedNames(file).inOrder.filter { !known.contains($0) }
      if missing.isEmpty { return nil }
      let shown = missing.prefix(12)
      let rest = missing.count - shown.count
      return ThemeRules.overrideBehind.at(
        Place(top.path),
        Wording(
          "程序自带的同名模板还用到 \(shown.joined(separator: "、"))\(rest > 0 ? " 等 \(missing.count) 个名称" : "")，这里没有",
          en:
            "the program's own template of this name also uses \(shown.joined(separator: ", "))\(rest > 0 ? " and \(rest) more" : "")"
        ),
        help: Wording(
          "对照自带的模板（发布包的 theme 文件夹）补上；有意不用的，在文件里写 {{! 不用 \(missing.joined(separator: " ")) }}。",
          en:
            "Take them over from the program's own template (the folder theme of the release); of what you leave out on purpose, say so in the file: {{! without \(missing.joined(separator: " ")) }}"
        ))
    }
  }
}

/// The names and templates that a template uses.
private struct UsedNames {
  /// Each once, in the order in which they come.
  private(set) var inOrder: [String] = []
  private var seen: Set<String> = []
  private var blocks: [Block] = []
  private let file: TemplateFile

  init(_ file: TemplateFile) {
    self.file = file
    var ignored: [Diagnostic] = []
    let parsed = parseTemplate(file, index: 0, blocks: &blocks, diagnostics: &ignored)
    visit(parsed.nodes)
  }

  /// With all words of the comments, in which a site says what it leaves out.
  var mentioned: Set<String> {
    var words = seen
    let text = String(decoding: file.bytes, as: UTF8.self)
    for part in text.components(between: "{{!", and: "}}") {
      words.formUnion(
        part.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "/" || $0 == "-") }.map(String.init))
    }
    return words
  }

  private mutating func visit(_ nodes: [Node]) {
    for node in nodes {
      switch node {
      case .text, .lineStart: break
      case .value(let name, _): add(name)
      case .section(let name, _, let body):
        add(name)
        visit(body)
      case .block(let block): visit(blocks[block].content)
      case .partial(let tag, _): add(tag.name)
      case .parent(let tag, let overrides, _):
        add(tag.name)
        for block in overrides { visit(blocks[block].content) }
      }
    }
  }

  /// The parts of a name, each by itself: `{{#date}}{{text}}{{/date}}` says the same as `{{date.text}}`.
  private mutating func add(_ name: DottedName) {
    for part in name.parts where part != implicitName {
      add(part.hasPrefix("has_") ? String(part.dropFirst(4)) : part)
    }
  }

  private mutating func add(_ name: String) {
    if seen.insert(name).inserted { inOrder.append(name) }
  }
}

extension String {
  /// What stands between two marks, each time.
  fileprivate func components(between start: String, and end: String) -> [Substring] {
    var found: [Substring] = []
    var rest = self[...]
    while let open = rest.firstRange(of: start), let close = rest[open.upperBound...].firstRange(of: end) {
      found.append(rest[open.upperBound..<close.lowerBound])
      rest = rest[close.upperBound...]
    }
    return found
  }
}
