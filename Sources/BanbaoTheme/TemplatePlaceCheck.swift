import BanbaoDiagnostics

/// Checks that each value stands where escaping makes it harmless, page by page: a partial is read in the place where it
/// stands, and of a section both what is printed with it and without.
struct TemplatePlaceCheck {
  private struct Use: Hashable {
    var template: Int
    var overrides: [String: Int]
    /// nil below a name that is not declared.
    var scope: Scope?
  }

  /// A use, and where in the page's HTML it begins: nearly always in one state.
  private struct Visit: Hashable {
    var use: Use
    var states: Set<MarkupState>
  }

  /// One printing of a section's body: what it begins in is all that its end depends on.
  private struct Printing: Hashable {
    var use: Use
    var position: Position
    var states: Set<MarkupState>
  }

  /// A section, and the states before it and behind it.
  private struct Passed {
    var name: DottedName
    var isInverted: Bool
    var before: Set<MarkupState>
    var after: Set<MarkupState>
    /// Those behind it where it is printed.
    var only: Set<MarkupState> = []
  }

  private let sources: ThemeSources
  private let table: NameTable
  private var diagnostics: [Diagnostic] = []
  private var reported: Set<Place> = []
  /// Of each visit the states behind it; while it lasts, those before it.
  private var ends: [Visit: Set<MarkupState>] = [:]
  /// Of each printing the states behind it: an item behind an item doubles the work with each list inside a list.
  private var printed: [Printing: Set<MarkupState>] = [:]
  private var depth = 0
  /// Of the page now looked at: how often a node was looked at in a state.
  private var visits = 0

  /// Themes come to a twentieth of it, and a page's tags lie in few states. What comes to more is refused, not passed.
  private static let maximalVisits = 20_000
  private static let maximalStates = 16

  private init(_ sources: ThemeSources, _ table: NameTable) {
    self.sources = sources
    self.table = table
  }

  static func check(
    _ sources: ThemeSources, _ table: NameTable, pages: [(template: String, scope: Scope)]
  ) -> [Diagnostic] {
    var check = TemplatePlaceCheck(sources, table)
    for page in pages {
      guard let template = sources.byName[page.template] else { continue }
      check.visits = 0
      _ = check.enter(Use(template: template, overrides: [:], scope: page.scope), [MarkupState()])
    }
    return check.diagnostics
  }

  private mutating func enter(_ use: Use, _ states: Set<MarkupState>) -> Set<MarkupState> {
    let visit = Visit(use: use, states: states)
    if let known = ends[visit] { return known }
    ends[visit] = states
    let end = read(sources.templates[use.template].nodes, use, states)
    ends[visit] = end
    return end
  }

  private mutating func read(_ nodes: [Node], _ use: Use, _ before: Set<MarkupState>) -> Set<MarkupState> {
    depth += 1
    defer { depth -= 1 }
    // `TemplateNameCheck` refuses it.
    if depth > maximalDepth { return before }
    var states = before
    var last: Passed?
    for node in nodes {
      visits += states.count
      if visits > Self.maximalVisits {
        reportUnclear(Place(sources.templates[use.template].file.path))
        return states
      }
      switch node {
      case .text(let range): states = after(states) { $0.read(bytes(use)[range]) }
      case .lineStart(let space, _):
        states = after(states) { $0.read(bytes(use)[space]) }
        continue
      case .value(let name, let isEscaped):
        check(name, isEscaped: isEscaped, use, states)
        states = after(states) { $0.readValue() }
      case .section(let name, let isInverted, let body):
        let passed = read(name, isInverted: isInverted, body, use, states, after: last)
        states = passed.after
        last = passed
        continue
      case .partial(let tag, _): states = enter(tag, [], use, states)
      case .parent(let tag, let added, _): states = enter(tag, added, use, states)
      case .block(let block):
        let (chosen, overrides) = sources.content(of: block, use.overrides)
        let content = sources.blocks[chosen]
        states = read(
          content.content, Use(template: content.template, overrides: overrides, scope: use.scope), states)
      }
      last = nil
    }
    return states
  }

  private mutating func enter(
    _ tag: Tag, _ added: [Int], _ use: Use, _ states: Set<MarkupState>
  ) -> Set<MarkupState> {
    guard let template = sources.byName[tag.name] else { return states }
    let overrides = sources.overrides(added, under: use.overrides, in: template)
    return enter(Use(template: template, overrides: overrides, scope: use.scope), states)
  }

  /// What a section leaves to, with it and without. `{{#a}}…{{/a}}{{^a}}…{{/a}}` is one of two, never both or none.
  private mutating func read(
    _ name: DottedName, isInverted: Bool, _ body: [Node], _ use: Use, _ states: Set<MarkupState>, after last: Passed?
  ) -> Passed {
    var inner = use
    var isList = false
    if let scope = use.scope {
      if case .found(let found) = Resolution.of(name, in: scope, table) {
        if case .list = found.kind { isList = !isInverted }
        if !isInverted, let entry = Scope.Entry(found.kind) { inner.scope = scope.entering(entry).scope }
      } else if !isInverted {
        inner.scope = nil
      }
    }
    let isOther = last.map { $0.name.parts == name.parts && $0.isInverted != isInverted } ?? false
    if isOther, let last {
      let end = follow(name, body, inner, last.before)
      // The first alone may also not be printed, which this one stands for.
      return Passed(
        name: name, isInverted: isInverted, before: states, after: limited(last.only.union(end), at: name.tag, use))
    }
    let once = follow(name, body, inner, states)
    // An item of a list may follow another.
    let more = isList && once != states ? follow(name, body, inner, once) : once
    return Passed(
      name: name, isInverted: isInverted, before: states,
      after: limited(states.union(once).union(more), at: name.tag, use),
      only: once.union(more))
  }

  private mutating func follow(
    _ name: DottedName, _ body: [Node], _ use: Use, _ states: Set<MarkupState>
  ) -> Set<MarkupState> {
    let printing = Printing(use: use, position: name.tag.position, states: states)
    if let known = printed[printing] { return known }
    let end = read(body, use, states)
    printed[printing] = end
    return end
  }

  /// A tag that may stand in more states than can be followed is refused.
  private mutating func limited(_ states: Set<MarkupState>, at tag: Tag, _ use: Use) -> Set<MarkupState> {
    if states.count <= Self.maximalStates { return states }
    reportUnclear(place(tag, use))
    return [MarkupState()]
  }

  private mutating func reportUnclear(_ place: Place) {
    guard reported.insert(place).inserted else { return }
    diagnostics.append(
      ThemeRules.unsafePlace.at(place, TemplateMessages.unclear.message, help: TemplateMessages.unclear.help))
  }

  private func place(_ tag: Tag, _ use: Use) -> Place {
    Place(
      sources.templates[use.template].file.path, line: tag.position.line, column: tag.position.column,
      length: tag.length)
  }

  private func after(_ states: Set<MarkupState>, _ read: (inout MarkupState) -> Void) -> Set<MarkupState> {
    if states.count == 1, var state = states.first {
      read(&state)
      return [state]
    }
    return Set(
      states.map { state in
        var state = state
        read(&state)
        return state
      })
  }

  private func bytes(_ use: Use) -> [UInt8] { sources.templates[use.template].file.bytes }

  private mutating func check(_ name: DottedName, isEscaped: Bool, _ use: Use, _ states: Set<MarkupState>) {
    guard let scope = use.scope, case .found(let found) = Resolution.of(name, in: scope, table) else { return }
    // Of several reasons always the same one, though sets have no order.
    let reasons = states.compactMap { refusal(found.kind, name.tag.name, in: $0) }
    guard let said = reasons.min(by: { $0.message.en < $1.message.en }) else { return }
    let place = place(name.tag, use)
    if reported.insert(place).inserted {
      diagnostics.append(ThemeRules.unsafePlace.at(place, said.message, help: said.help))
    }
  }

  /// Why a value must not stand there; nil where it may.
  private func refusal(_ kind: NameTable.Kind, _ name: String, in state: MarkupState) -> Said? {
    switch (state.place, kind) {
    case (.tagOpen, _), (.tagName, _), (.inTag, _), (.attributeName, _): return TemplateMessages.inTag(name)
    // Digits do no harm in a value, in a program or in styles.
    case (_, .number), (.text, _), (.comment, .text), (.comment, .address): return nil
    case (.beforeValue, _), (.unquoted, _): return TemplateMessages.unquoted(name)
    case (.content(.title), .text), (.content(.title), .address), (.content(.textarea), .text),
      (.content(.textarea), .address):
      return nil
    case (.content(.script), _), (.content(.style), _): return TemplateMessages.inProgram(name)
    case (.content, _), (.comment, _), (.quoted, .html): return TemplateMessages.notHTML(name)
    case (.quoted, _):
      if state.attribute == .program { return TemplateMessages.inProgram(name) }
      if state.mayBeginAddress, kind != .address { return TemplateMessages.noAddress(name) }
      return nil
    }
  }
}

extension TemplateMessages {
  fileprivate static let unclear = Said(
    message: Wording(
      "区块套得太多，一个名称可能落在太多种地方，没法核对",
      en: "sections lie in each other so often that nobody can tell where a name would stand"),
    help: Wording(
      "让每个区块里的标签和引号自己成对，少套几层。", en: "Let each section close the tags and quotes that it opens, and nest fewer of them.")
  )

  fileprivate static func inTag(_ name: String) -> Said {
    Said(
      message: Wording(
        "“\(name)”写在标签里，会变成标签或属性的名称", en: "“\(name)” stands in a tag, and would become the name of a tag or attribute"),
      help: Wording(
        "写在标签之间，或属性的双引号里：title=\"{{\(name)}}\"。",
        en: "Put it between tags, or into an attribute's quotes: title=\"{{\(name)}}\"."))
  }

  fileprivate static func unquoted(_ name: String) -> Said {
    Said(
      message: Wording(
        "属性的值“\(name)”没有引号，遇到空格就断开", en: "the attribute's value “\(name)” has no quotes, and ends at its first blank"),
      help: Wording("加上双引号：\"{{\(name)}}\"。", en: "Put double quotes around it: \"{{\(name)}}\"."))
  }

  fileprivate static func inProgram(_ name: String) -> Said {
    Said(
      message: Wording(
        "“\(name)”写在程序或样式里，写稿的人能借它运行程序",
        en: "“\(name)” stands in a program or in styles, where its text could run as one"),
      help: Wording(
        "写在元素的 data-value=\"{{\(name)}}\" 里，让 assets 里的脚本去读。",
        en: "Put it into data-value=\"{{\(name)}}\" of an element, and let a script in assets read it."))
  }

  fileprivate static func notHTML(_ name: String) -> Said {
    Said(
      message: Wording("“\(name)”是 HTML，这里只能写文字", en: "“\(name)” is HTML, and only text may stand here"),
      help: Wording("写在标签之间。", en: "Put it between tags."))
  }

  fileprivate static func noAddress(_ name: String) -> Said {
    Said(
      message: Wording(
        "“\(name)”不是网址，不能写在网址的开头", en: "“\(name)” is no address, and must not begin one"),
      help: Wording(
        "用页面提供的网址，如 {{root}}{{url}}；或先写好开头，如 search.html?q={{\(name)}}。",
        en:
          "Use an address that the page provides, such as {{root}}{{url}}, or write its beginning, as in search.html?q={{\(name)}}."
      ))
  }
}
