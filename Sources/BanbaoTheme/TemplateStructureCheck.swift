import BanbaoDiagnostics

/// Checks what templates say of one another, in all of them, whether a page uses them or not.
struct TemplateStructureCheck {
  private let sources: ThemeSources
  private var diagnostics: [Diagnostic] = []
  private var template = 0
  /// The templates that the one being read names.
  private var named: Set<Int> = []

  private init(_ sources: ThemeSources) { self.sources = sources }

  /// - Parameter pages: the templates that are rendered by name; nil where that is not known, so that none is unused.
  static func check(_ sources: ThemeSources, pages: [String]?) -> [Diagnostic] {
    var check = TemplateStructureCheck(sources)
    var references: [Set<Int>] = []
    for (index, template) in sources.templates.enumerated() {
      check.template = index
      check.named = []
      check.visit(template.nodes)
      references.append(check.named)
    }
    if let pages { check.checkPages(pages, references) }
    return check.diagnostics
  }

  private mutating func checkPages(_ pages: [String], _ references: [Set<Int>]) {
    var reached: Set<Int> = []
    var waiting: [Int] = []
    for page in pages {
      if let index = sources.byName[page] {
        waiting.append(index)
      } else {
        diagnostics.append(
          ThemeRules.missingPage.at(
            Place(path(ofMissing: page)),
            Wording("缺少模板“\(page)”", en: "the template “\(page)” is missing"),
            help: didYouMean(page)
              ?? Wording(
                "新建这个文件，或删去主题里的改动，用默认主题的模板。", en: "Create this file, or use the default theme's.")))
      }
    }
    while let index = waiting.popLast() {
      if reached.insert(index).inserted { waiting += references[index] }
    }
    for (index, template) in sources.templates.enumerated() where !reached.contains(index) {
      diagnostics.append(
        ThemeRules.unused.at(
          Place(template.file.path),
          Wording(
            "模板“\(template.file.name)”没有用到", en: "the template “\(template.file.name)” is not used"),
          help: Wording(
            "删去这个文件，或在页面里写 {{>\(template.file.name)}}。",
            en: "Delete the file, or write {{>\(template.file.name)}} in a page.")))
    }
  }

  /// A missing file stands where the others stand, and ends as they do.
  private func path(ofMissing page: String) -> String {
    for template in sources.templates {
      let parts = template.file.path.split(
        separator: template.file.name, omittingEmptySubsequences: false)
      if parts.count == 2 { return parts[0] + page + parts[1] }
    }
    return page
  }

  private mutating func visit(_ nodes: [Node]) {
    for node in nodes {
      switch node {
      case .text, .lineStart, .value: break
      case .section(_, _, let body): visit(body)
      case .block(let block): visit(sources.blocks[block].content)
      case .partial(let tag, _): visitUse(of: tag, rule: ThemeRules.missingPartial)
      case .parent(let tag, let overrides, _):
        for block in overrides { visit(sources.blocks[block].content) }
        if let parent = visitUse(of: tag, rule: ThemeRules.missingParent) {
          checkBlocks(overrides, tag, parent)
        }
      }
    }
  }

  @discardableResult
  private mutating func visitUse(of tag: Tag, rule: Rule) -> Int? {
    if let index = sources.byName[tag.name] {
      named.insert(index)
      return index
    }
    diagnostics.append(
      rule.at(
        place(tag), Wording("没有名为“\(tag.name)”的模板", en: "there is no template “\(tag.name)”"),
        help: didYouMean(tag.name)
          ?? Wording("新建这个模板，或删去这个标签。", en: "Create that template, or delete this tag.")))
    return nil
  }

  private mutating func checkBlocks(_ overrides: [Int], _ parentTag: Tag, _ parent: Int) {
    guard !overrides.isEmpty else { return }
    let known = sources.blockNames[parent]
    for block in overrides {
      let tag = sources.blocks[block].tag
      if known.contains(tag.name) { continue }
      let listed = known.sorted()
      let help: Wording =
        if let near = nearest(to: tag.name, among: listed) {
          Wording("是不是“\(near)”？", en: "Did you mean “\(near)”?")
        } else if listed.isEmpty {
          Wording("“\(parentTag.name)”没有区块。", en: "“\(parentTag.name)” has no blocks.")
        } else {
          Wording("它的区块有：\(chineseList(listed))。", en: "Its blocks: \(englishList(listed)).")
        }
      diagnostics.append(
        ThemeRules.unknownBlock.at(
          place(tag),
          Wording(
            "模板“\(parentTag.name)”没有区块“\(tag.name)”",
            en: "“\(parentTag.name)” has no block “\(tag.name)”"),
          help: help))
    }
  }

  private func didYouMean(_ name: String) -> Wording? {
    nearest(to: name, among: sources.names).map {
      Wording("是不是“\($0)”？", en: "Did you mean “\($0)”?")
    }
  }

  private func place(_ tag: Tag) -> Place {
    Place(
      sources.templates[template].file.path, line: tag.position.line, column: tag.position.column,
      length: tag.length)
  }
}

/// Names to choose from, at most a dozen.
func chineseList(_ names: [String]) -> String {
  names.prefix(12).joined(separator: "、") + (names.count > 12 ? "……" : "")
}

func englishList(_ names: [String]) -> String {
  names.prefix(12).joined(separator: ", ") + (names.count > 12 ? " …" : "")
}
