/// The language in which a file writes its keys: messages about the file name keys in it, so that what they tell to write
/// goes with what stands there.
package enum KeyLanguage: Sendable {
  case chinese, english

  /// Chinese where any key is, or where there is none.
  package init(of root: Node) {
    self = root.keys(haveOther: false) == true ? .english : .chinese
  }

  /// A key as it is written in this language: 标题 or `title`.
  package subscript(_ key: KeyName) -> String { self[key.name, key.alias] }
  package subscript<Value>(_ key: Key<Value>) -> String { self[key.name] }
  package subscript(_ key: GroupKey) -> String { self[key.name] }
  package subscript(_ field: Field) -> String { self[field.name, field.alias] }

  subscript(_ name: String, _ alias: String) -> String { self == .english ? name : alias }
}

extension Node {
  /// Whether the keys at and below this node are English ones alone; nil where there is no key.
  ///
  /// - Parameter other: whether a key was found before.
  fileprivate func keys(haveOther other: Bool) -> Bool? {
    var found: Bool? = other ? true : nil
    switch content {
    case .scalar: return found
    case .list(let items):
      for item in items {
        found = item.keys(haveOther: found != nil)
        if found == false { return false }
      }
    case .mapping(let entries):
      for entry in entries {
        if entry.key.utf8.contains(where: { $0 >= 0x80 }) { return false }
        found = entry.value.keys(haveOther: true)
        if found == false { return false }
      }
    }
    return found
  }
}
