/// The parsed templates of a theme, by index and by name, with all their blocks.
struct ThemeSources {
  var templates: [ParsedTemplate] = []
  var blocks: [Block] = []
  var byName: [String: Int] = [:]

  /// In the order of their names: where a near miss is looked for.
  var names: [String] { byName.keys.sorted() }

  /// The content that stands for a block, and what overrides hold inside it. Content that holds a block of its own
  /// name does not override that one again.
  func content(of block: Int, _ overrides: [String: Int]) -> (block: Int, overrides: [String: Int])
  {
    let name = blocks[block].tag.name
    guard let override = overrides[name] else { return (block, overrides) }
    var inner = overrides
    inner[name] = nil
    return (override, inner)
  }

  /// What holds inside a parent: overrides from further out come first.
  func overrides(_ added: [Int], under outer: [String: Int]) -> [String: Int] {
    var inner = outer
    for block in added where inner[blocks[block].tag.name] == nil {
      inner[blocks[block].tag.name] = block
    }
    return inner
  }
}
