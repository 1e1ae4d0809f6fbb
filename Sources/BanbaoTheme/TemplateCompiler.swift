/// Turns parsed templates into operations. Partials, parents and blocks are resolved here; what is missing prints
/// nothing, and the checks have reported it.
struct TemplateCompiler {
  /// A template in one use: two uses that agree in all this share their operations.
  private struct Use: Hashable {
    var template: Int
    var overrides: [String: Int]
    /// What its names mean.
    var scope: Scope
    var indent: [UInt8]
    /// Its lines also take the indentation of the moment: it is used by itself.
    var isRecursive: Bool
  }

  /// Where content is put: what its lines begin with, and what they lose.
  private struct Setting {
    var use: Use
    var dedent = 0
  }

  private struct Active {
    var use: Use
    /// How many sections were open where it was used.
    var sections: Int
  }

  private let sources: ThemeSources
  private let table: NameTable
  private let printsRawText: Bool
  private(set) var program = Program()
  private var code: [Operation] = []
  private var routines: [Use: Int] = [:]
  private var bodies: [[Operation]] = []
  private var weights: [Int] = []
  private var pathIndices: [SlotPath: Int] = [:]
  private var active: [Active] = []
  private var sections = 0
  private var depth = 0
  private var size = 0
  /// Operations before this index belong to sections that are closed: text that follows is not theirs.
  private var closed = 0

  private var visits = 0

  /// What all pages together, and what one page without its data, may come to in operations and bytes.
  private static let maximalSize = 16 << 20
  private static let maximalVisits = 1_000_000

  private var isTooLarge: Bool { size > Self.maximalSize || visits > Self.maximalVisits }

  private init(_ sources: ThemeSources, _ table: NameTable, printsRawText: Bool) {
    self.sources = sources
    self.table = table
    self.printsRawText = printsRawText
  }

  /// - Returns: the program, and the pages that grow too large to be rendered, which it leaves out.
  static func compile(
    _ sources: ThemeSources, _ table: NameTable, pages: [(template: String, scope: Scope)], printsRawText: Bool
  ) -> (program: Program, tooLarge: [String]) {
    var compiler = TemplateCompiler(sources, table, printsRawText: printsRawText)
    var tooLarge: [String] = []
    for (page, scope) in pages where compiler.program.pages[page] == nil {
      guard let template = sources.byName[page] else { continue }
      let use = Use(template: template, overrides: [:], scope: scope, indent: [], isRecursive: false)
      let routine = compiler.routine(use)
      if compiler.isTooLarge || compiler.weights[routine] > maximalSize {
        tooLarge.append(page)
      } else {
        compiler.program.pages[page] = routine
      }
    }
    compiler.link()
    return (compiler.program, tooLarge)
  }

  private mutating func link() {
    for body in bodies {
      program.routines.append(program.code.count..<program.code.count + body.count)
      program.code += body
    }
  }

  private mutating func routine(_ use: Use) -> Int {
    if let known = routines[use] { return known }
    let index = bodies.count
    routines[use] = index
    bodies.append([])
    weights.append(1)
    let outer = code
    code = []
    closed = 0
    active.append(Active(use: use, sections: sections))
    emit(sources.templates[use.template].nodes, Setting(use: use))
    active.removeLast()
    bodies[index] = code
    weights[index] = code.reduce(1) { add($0, weight($1)) }
    code = outer
    closed = code.count
    return index
  }

  private func weight(_ operation: Operation) -> Int {
    switch operation {
    case .text(_, let count): count
    case .call(let routine), .recursiveCall(let routine, _, _, _): weights[routine]
    default: 1
    }
  }

  private func add(_ a: Int, _ b: Int) -> Int {
    let (sum, isOverflow) = a.addingReportingOverflow(b)
    return isOverflow ? Int.max : sum
  }

  private mutating func emit(_ nodes: [Node], _ setting: Setting) {
    depth += 1
    defer { depth -= 1 }
    if depth > maximalDepth { return }
    for node in nodes {
      visits += 1
      if isTooLarge { return }
      emit(node, setting)
    }
  }

  private mutating func emit(_ node: Node, _ setting: Setting) {
    switch node {
    case .text(let range): emitText(source(setting)[range])
    case .lineStart(let space, let isBlank):
      if !isBlank { emitIndent(setting) }
      emitText(source(setting)[space].dropFirst(setting.dedent))
    case .value(let name, let isEscaped):
      guard case .found(let found) = Resolution.of(name, in: setting.use.scope, table), !found.isPresence else {
        return
      }
      let path = path(found.path)
      emit(isEscaped ? .escaped(path: path) : printsRawText ? .raw(path: path) : .html(path: path))
    case .section(let name, let isInverted, let body): emitSection(name, isInverted: isInverted, body, setting)
    case .partial(let tag, let indent): emitUse(of: tag, [], indent, setting)
    case .parent(let tag, let overrides, let indent):
      emitUse(of: tag, overrides, indent, setting)
    case .block(let block): emitBlock(block, setting)
    }
  }

  /// A name that is not declared counts as nothing.
  private mutating func emitSection(
    _ name: DottedName, isInverted: Bool, _ body: [Node], _ setting: Setting
  ) {
    guard case .found(let found) = Resolution.of(name, in: setting.use.scope, table) else {
      if isInverted { emit(body, setting) }
      return
    }
    let start = code.count
    emit(.indent)
    closed = code.count
    sections += 1
    var inner = setting
    var hidden: Int?
    if !isInverted, let entry = Scope.Entry(found.kind) {
      (inner.use.scope, hidden) = setting.use.scope.entering(entry)
    }
    emit(body, inner)
    sections -= 1
    closed = code.count
    let count = code.count - start - 1
    let path = path(found.path)
    code[start] =
      isInverted
      ? .inverted(path: path, body: count)
      : found.kind == .flag
        ? .when(path: path, body: count) : .section(path: path, body: count, hidden: hidden ?? -1)
  }

  private mutating func emitUse(
    of tag: Tag, _ added: [Int], _ indent: Range<Int>?, _ setting: Setting
  ) {
    guard let template = sources.byName[tag.name] else { return }
    let overrides = sources.overrides(added, under: setting.use.overrides, in: template)
    let space = indent.map { Array(source(setting)[$0].dropFirst(setting.dedent)) }
    var use = Use(
      template: template, overrides: overrides, scope: setting.use.scope, indent: [], isRecursive: false)
    if active.contains(where: { $0.use.template == template }) {
      if isEndless(use) { return }
      use.isRecursive = space != nil
      let indent = space.map { setting.use.indent + $0 } ?? []
      let start = program.text.count
      append(indent)
      emit(
        .recursiveCall(
          routine: routine(use), indentStart: start, indentCount: indent.count,
          isAdded: use.isRecursive && setting.use.isRecursive))
    } else {
      if let space {
        use.indent = setting.use.indent + space
        use.isRecursive = setting.use.isRecursive
      }
      emit(.call(routine: routine(use)))
    }
  }

  /// Whether this very use is being compiled, and no section was opened since: nothing could end it.
  private func isEndless(_ use: Use) -> Bool {
    active.contains {
      $0.use.template == use.template && $0.use.overrides == use.overrides
        && $0.sections == sections
    }
  }

  private mutating func emitBlock(_ index: Int, _ setting: Setting) {
    let (chosen, overrides) = sources.content(of: index, setting.use.overrides)
    let content = sources.blocks[chosen]
    if chosen == index {
      emit(content.content, setting)
      return
    }
    let site = sources.blocks[index]
    var inner = setting
    inner.use.template = content.template
    inner.use.overrides = overrides
    inner.use.indent += source(setting)[site.siteIndent].dropFirst(setting.dedent)
    inner.dedent = content.dedent
    var nodes = content.content[...]
    if case .lineStart(let space, _) = nodes.first {
      if !site.isStandalone {
        nodes.removeFirst()
        emitText(source(inner)[space].dropFirst(inner.dedent))
      }
    } else if site.isStandalone, !content.isStandalone, !nodes.isEmpty {
      emitIndent(inner)
    }
    emit(Array(nodes), inner)
  }

  private func source(_ setting: Setting) -> [UInt8] {
    sources.templates[setting.use.template].file.bytes
  }

  private mutating func emitIndent(_ setting: Setting) {
    if setting.use.isRecursive { emit(.indent) }
    emitText(setting.use.indent[...])
  }

  private mutating func emitText(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    let start = program.text.count
    append(bytes)
    if case .text(let earlier, let count) = code.last, earlier + count == start, code.count > closed {
      code[code.count - 1] = .text(start: earlier, count: count + bytes.count)
    } else {
      emit(.text(start: start, count: bytes.count))
    }
  }

  private mutating func append(_ bytes: some Collection<UInt8>) {
    program.text += bytes
    size += bytes.count
  }

  private mutating func emit(_ operation: Operation) {
    code.append(operation)
    size += 1
  }

  private mutating func path(_ path: SlotPath) -> Int {
    if let known = pathIndices[path] { return known }
    let start = program.slots.count
    program.slots += path.slots
    program.paths.append(Path(entry: path.entry, slots: start..<program.slots.count))
    pathIndices[path] = program.paths.count - 1
    return program.paths.count - 1
  }
}

extension Scope.Entry {
  /// What a section over a value brings onto the stack; nothing for a flag.
  init?(_ kind: NameTable.Kind) {
    switch kind {
    case .flag: return nil
    case .text, .address, .html, .number: self = .plain(kind)
    case .list(let view), .view(let view): self = .view(view)
    }
  }
}
