/// The parsed templates of a theme, by index and by name, with all their blocks.
struct ThemeSources {
  var templates: [ParsedTemplate] = []
  var blocks: [Block] = []
  var byName: [String: Int] = [:]
  /// For each template the blocks that can be overridden where it is used: its own, and those of all it uses.
  private(set) var blockNames: [Set<String>] = []
  /// For each block's content the blocks that can be overridden where it is used.
  private var contentNames: [Set<String>] = []

  /// In the order of their names: where a near miss is looked for.
  var names: [String] { byName.keys.sorted() }

  /// The content that stands for a block, and what overrides hold inside it. Content that holds a block of its own
  /// name does not override that one again.
  func content(of block: Int, _ overrides: [String: Int]) -> (block: Int, overrides: [String: Int]) {
    let name = blocks[block].tag.name
    guard let override = overrides[name] else { return (block, overrides) }
    var inner = overrides
    inner[name] = nil
    return (override, inner)
  }

  /// What holds inside a template: overrides from further out come first, and those that nothing there asks for are left
  /// out, so that uses that do the same are equal.
  func overrides(_ added: [Int], under outer: [String: Int], in template: Int) -> [String: Int] {
    if outer.isEmpty, added.isEmpty { return [:] }
    var all = outer
    for block in added where all[blocks[block].tag.name] == nil {
      all[blocks[block].tag.name] = block
    }
    var asked: [String: Int] = [:]
    var waiting = Array(blockNames[template])
    while let name = waiting.popLast() {
      guard let block = all[name], asked[name] == nil else { continue }
      asked[name] = block
      waiting += contentNames[block]
    }
    return asked
  }

  /// Fills `blockNames` and `contentNames`, once all templates are read.
  mutating func collectBlockNames() {
    var uses: [Set<Int>] = []
    var own: [Set<String>] = []
    for template in templates {
      var found = Found()
      collect(template.nodes, &found)
      uses.append(found.uses)
      own.append(found.names)
    }
    blockNames = templates.indices.map { template in
      var names: Set<String> = []
      var seen: Set<Int> = [template]
      var waiting = [template]
      while let next = waiting.popLast() {
        names.formUnion(own[next])
        for use in uses[next] where seen.insert(use).inserted { waiting.append(use) }
      }
      return names
    }
    contentNames = blocks.map { block in
      var found = Found()
      collect(block.content, &found)
      return found.uses.reduce(into: found.names) { $0.formUnion(blockNames[$1]) }
    }
  }

  private struct Found {
    var names: Set<String> = []
    var uses: Set<Int> = []
  }

  private func collect(_ nodes: [Node], _ found: inout Found) {
    for node in nodes {
      switch node {
      case .text, .lineStart, .value: break
      case .section(_, _, let body): collect(body, &found)
      case .block(let block):
        found.names.insert(blocks[block].tag.name)
        collect(blocks[block].content, &found)
      case .partial(let tag, _):
        if let template = byName[tag.name] { found.uses.insert(template) }
      case .parent(let tag, let overrides, _):
        for block in overrides { collect(blocks[block].content, &found) }
        if let template = byName[tag.name] { found.uses.insert(template) }
      }
    }
  }
}
