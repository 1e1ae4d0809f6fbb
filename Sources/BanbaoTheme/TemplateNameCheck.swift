import BanbaoDiagnostics

/// Checks the names that templates use, page by page: partials and parents with the names in scope where they stand.
struct TemplateNameCheck {
  private struct Use: Hashable {
    var template: Int
    var overrides: [String: Int]
    /// nil below a name that is not declared: what is in scope there is not known, so it is not checked.
    var scope: Scope?
  }

  /// What an open section does to the data in scope.
  private enum Step { case down, elsewhere, none }

  private struct Active {
    var use: Use
    var steps: Int
  }

  private struct Reported: Hashable {
    var place: Place
    var code: String
  }

  private let sources: ThemeSources
  private let table: NameTable
  private let checksNames: Bool
  private var diagnostics: [Diagnostic] = []
  private var reported: Set<Reported> = []
  private var page = ""
  private var seen: Set<Use> = []
  private var active: [Active] = []
  private var steps: [Step] = []
  private var depth = 0
  private var visits = 0

  private static let maximalVisits = 500_000

  private init(_ sources: ThemeSources, _ table: NameTable, checksNames: Bool) {
    self.sources = sources
    self.table = table
    self.checksNames = checksNames
  }

  /// - Parameter checksNames: if not, pages are checked for endless templates alone.
  static func check(
    _ sources: ThemeSources, _ table: NameTable, pages: [(template: String, scope: Scope)], checksNames: Bool
  ) -> [Diagnostic] {
    var check = TemplateNameCheck(sources, table, checksNames: checksNames)
    for page in pages {
      guard let template = sources.byName[page.template] else { continue }
      check.page = page.template
      check.seen = []
      check.visits = 0
      check.enter(Use(template: template, overrides: [:], scope: checksNames ? page.scope : nil))
    }
    return check.diagnostics
  }

  private mutating func enter(_ use: Use) {
    guard seen.insert(use).inserted else { return }
    active.append(Active(use: use, steps: steps.count))
    visit(sources.templates[use.template].nodes, use)
    active.removeLast()
  }

  private mutating func visit(_ nodes: [Node], _ use: Use) {
    depth += 1
    defer { depth -= 1 }
    for node in nodes {
      visits += 1
      if visits > Self.maximalVisits {
        reportTooLarge()
        return
      }
      visit(node, use)
    }
  }

  private mutating func visit(_ node: Node, _ use: Use) {
    switch node {
    case .text, .lineStart: break
    case .value(let name, let isEscaped): checkValue(name, isEscaped: isEscaped, use)
    case .section(let name, let isInverted, let body):
      if isTooDeep(name.tag, use) { return }
      let (scope, step) = sectionScope(name, isInverted: isInverted, use)
      var inner = use
      inner.scope = scope
      steps.append(step)
      visit(body, inner)
      steps.removeLast()
    case .partial(let tag, _): visitUse(of: tag, [], use)
    case .parent(let tag, let overrides, _):
      visitUse(of: tag, overrides, use)
    case .block(let block):
      if isTooDeep(sources.blocks[block].tag, use) { return }
      let (chosen, overrides) = sources.content(of: block, use.overrides)
      let content = sources.blocks[chosen]
      visit(
        content.content, Use(template: content.template, overrides: overrides, scope: use.scope))
    }
  }

  private mutating func visitUse(of tag: Tag, _ added: [Int], _ use: Use) {
    guard let template = sources.byName[tag.name], !isTooDeep(tag, use) else { return }
    let overrides = sources.overrides(added, under: use.overrides, in: template)
    let inner = Use(template: template, overrides: overrides, scope: use.scope)
    if isEndless(inner) {
      report(
        ThemeRules.endless, tag, use,
        Wording("“\(tag.name)”不停地引用自己", en: "“\(tag.name)” uses itself without an end"),
        Wording(
          "把引用放进 {{#列表}}…{{/列表}}，列表取自当前这一层。",
          en: "Put it inside {{#list}}…{{/list}} over a list of the innermost level."))
      return
    }
    enter(inner)
  }

  /// Whether a template comes back to itself without having gone down into the data, which alone is sure to end.
  private func isEndless(_ use: Use) -> Bool {
    let earlier = active.last {
      $0.use.template == use.template && $0.use.overrides == use.overrides
    }
    guard let earlier else { return false }
    let since = steps[earlier.steps...]
    if use.scope == nil { return since.isEmpty }
    return !since.contains(.down) || since.contains(.elsewhere)
  }

  private mutating func sectionScope(
    _ name: DottedName, isInverted: Bool, _ use: Use
  ) -> (Scope?, Step) {
    guard let scope = use.scope else { return (nil, .none) }
    guard case .found(let found) = Resolution.of(name, in: scope, table) else {
      reportUnresolved(name, use)
      return (isInverted ? scope : nil, .none)
    }
    if case .view = found.kind, name.tag.name == implicitName {
      report(
        ThemeRules.sectionKind, name.tag, use,
        Wording("“.”在这里不是列表，也不是文字", en: "“.” is neither a list nor text here"),
        Wording("删去这个标签，或写出名称。", en: "Delete the tag, or write a name."))
    }
    guard !isInverted, let entry = Scope.Entry(found.kind) else { return (scope, .none) }
    let inner = scope.entering(entry).scope
    switch found.kind {
    case .flag, .text, .address, .html, .number: return (inner, .none)
    case .list, .view:
      let isDown = found.isInnermost && !found.path.slots.isEmpty
      return (inner, isDown ? .down : .elsewhere)
    }
  }

  private mutating func checkValue(_ name: DottedName, isEscaped: Bool, _ use: Use) {
    guard let scope = use.scope else { return }
    guard case .found(let found) = Resolution.of(name, in: scope, table) else {
      return reportUnresolved(name, use)
    }
    let (kind, written) = (found.kind, name.tag.name)
    switch (kind, isEscaped) {
    case (.text, true), (.address, true), (.number, true), (.html, false): break
    case (.html, true):
      report(
        ThemeRules.escapedHTML, name.tag, use,
        Wording(
          "“\(written)”是 HTML，这样写会显示出标签", en: "“\(written)” is HTML, and would show its tags"),
        Wording("写成 {{{\(written)}}}。", en: "Write {{{\(written)}}}."))
    case (.text, false), (.address, false), (.number, false):
      report(
        ThemeRules.unescapedText, name.tag, use,
        Wording("“\(written)”是文字，不是 HTML", en: "“\(written)” is text, not HTML"),
        Wording("写成 {{\(written)}}。", en: "Write {{\(written)}}."))
    case (.flag, _), (.list, _), (.view, _):
      report(
        ThemeRules.notPrintable, name.tag, use,
        Wording(
          "“\(written)”是\(kind.words.zh)，不能直接显示",
          en: "“\(written)” is \(kind.words.en), which cannot be printed"),
        Wording("写成 {{#\(written)}}…{{/\(written)}}。", en: "Write {{#\(written)}}…{{/\(written)}}.")
      )
    }
  }

  private mutating func reportUnresolved(_ name: DottedName, _ use: Use) {
    guard let scope = use.scope else { return }
    switch Resolution.of(name, in: scope, table) {
    case .found: break
    case .unknown(let part, let known, let isFirst):
      let near = (nearest(to: part, among: known) ?? nearest(to: part, among: known.map { "has_" + $0 })).map { near in
        isFirst ? name.replacing(part, by: near) : near
      }
      report(
        ThemeRules.unknownName, name.tag, use,
        Wording("页面“\(page)”这里没有名称“\(part)”", en: "the page “\(page)” has no name “\(part)” here"),
        near.map { Wording("是不是“\($0)”？", en: "Did you mean “\($0)”?") }
          ?? Wording(
            "这里可用的名称：\(chineseList(known))。全部名称见外观手册。",
            en: "Names here: \(englishList(known)). The handbook for looks (外观手册) lists them all."))
    case .plain(let before, let kind):
      report(
        ThemeRules.noFields, name.tag, use,
        Wording(
          "“\(before)”是\(kind.words.zh)，下面没有名称",
          en: "“\(before)” is \(kind.words.en), and holds no names"),
        Wording(
          "只写 {{\(before)}}，或先用 {{#\(before)}} 打开它。",
          en: "Write {{\(before)}} alone, or open it with {{#\(before)}}."))
    }
  }

  private mutating func isTooDeep(_ tag: Tag, _ use: Use) -> Bool {
    if depth < maximalDepth { return false }
    let said = TemplateMessages.tooDeep(maximalDepth)
    report(ThemeRules.tooDeep, tag, use, said.message, said.help)
    return true
  }

  private mutating func reportTooLarge() {
    guard let template = sources.byName[page] else { return }
    append(
      ThemeRules.tooLarge.at(
        Place(sources.templates[template].file.path), TemplateMessages.tooLarge(page)))
  }

  private mutating func report(
    _ rule: Rule, _ tag: Tag, _ use: Use, _ message: Wording, _ help: Wording?
  ) {
    let place = Place(
      sources.templates[use.template].file.path, line: tag.position.line,
      column: tag.position.column, length: tag.length)
    append(rule.at(place, message, help: help))
  }

  /// A template that many pages use is reported for the first of them alone.
  private mutating func append(_ diagnostic: Diagnostic) {
    if reported.insert(Reported(place: diagnostic.place, code: diagnostic.code)).inserted {
      diagnostics.append(diagnostic)
    }
  }
}

extension DottedName {
  fileprivate func replacing(_ first: String, by other: String) -> String {
    ([other] + parts.dropFirst()).joined(separator: ".")
  }
}

extension NameTable.Kind {
  fileprivate var words: Wording {
    switch self {
    case .text: Wording("文字", en: "text")
    case .address: Wording("网址", en: "an address")
    case .html: Wording("HTML", en: "HTML")
    case .number: Wording("数", en: "a number")
    case .flag: Wording("是否", en: "a yes or no")
    case .list: Wording("列表", en: "a list")
    case .view: Wording("一组名称", en: "a group of names")
    }
  }
}
