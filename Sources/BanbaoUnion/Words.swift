import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource

/// Entries put together by a key, in the order in which the keys first occur.
package func grouped<Key: Hashable, Element>(_ elements: [Element], by key: (Element) -> Key) -> [(
  key: Key, members: [Element]
)] {
  var order: [Key] = []
  var members: [Key: [Element]] = [:]
  for element in elements {
    let key = key(element)
    if members[key] == nil { order.append(key) }
    members[key, default: []].append(element)
  }
  return order.map { ($0, members[$0] ?? []) }
}

extension Library {
  /// A word of a closed set, in the site's language.
  package func words(_ choice: some Choice) -> String { words(choice.wording) }
}
