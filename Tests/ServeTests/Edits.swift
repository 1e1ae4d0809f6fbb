import TestSupport
import Testing

/// What authors do to a site, one thing after another, by chance.
struct Edits {
  let folder: TemporaryFolder
  private var generator: SplitMix64
  /// The site as it now is, by path.
  private(set) var site: [String: [UInt8]]
  private var number = 0
  /// The paths that the last edit touched.
  private(set) var touched: Set<String> = []

  init(_ folder: TemporaryFolder, _ site: [String: [UInt8]], seed: UInt64) {
    self.folder = folder
    self.site = site
    generator = SplitMix64(seed: seed)
  }

  /// Makes an edit on the disk, and says what it was.
  mutating func make() throws -> String {
    touched = []
    number += 1
    let kinds: [(Int, (inout Edits) throws -> String)] = [
      (20, { try $0.change() }), (8, { try $0.mistake() }), (10, { try $0.add() }), (8, { try $0.delete() }),
      (10, { try $0.rename() }), (4, { try $0.renameFolder() }), (5, { try $0.changeSettings() }),
      (6, { try $0.changeFile() }), (18, { try $0.changeTheme() }), (4, { try $0.changeSeveral() }),
    ]
    var dice = pick(kinds.reduce(0) { $0 + $1.0 })
    for (weight, edit) in kinds {
      if dice < weight { return try edit(&self) }
      dice -= weight
    }
    return ""
  }

  /// Brings the site back to what it was.
  mutating func restore(_ older: [String: [UInt8]]) throws -> String {
    touched = []
    for path in site.keys.sorted() where older[path] == nil { try remove(path) }
    for path in older.keys.sorted() where site[path] != older[path] { try put(older[path] ?? [], at: path) }
    return "restored \(touched.sorted())"
  }

  // MARK: Steps

  private mutating func pick(_ count: Int) -> Int { count > 0 ? Int.random(in: 0..<count, using: &generator) : 0 }

  private mutating func one(_ paths: some Sequence<String>) -> String? {
    paths.sorted().randomElement(using: &generator)
  }

  private mutating func put(_ bytes: [UInt8], at path: String) throws {
    if pick(2) == 0 { try folder.write(bytes, to: path) } else { try folder.replace(bytes, at: path) }
    site[path] = bytes
    touched.insert(path)
  }

  private mutating func remove(_ path: String) throws {
    try folder.remove(path)
    site[path] = nil
    touched.insert(path)
  }

  private var records: [String] { site.keys.filter { $0.hasPrefix("content/") && $0.hasSuffix(".md") } }
  private var theme: [String] { site.keys.filter { $0.hasPrefix("theme/") } }

  private mutating func rewrite(_ path: String, _ words: KeyValuePairs<String, String>) throws -> String {
    var text = String(decoding: site[path] ?? [], as: UTF8.self)
    for (old, new) in words { text = text.replacing(old, with: new) }
    try put(Array(text.utf8), at: path)
    return "\(words) in \(path)"
  }

  // MARK: Content

  private mutating func change() throws -> String {
    guard let path = one(records) else { return "" }
    let text = site[path] ?? []
    switch pick(12) {
    case 0: return try rewrite(path, ["title: ": "title: 新\(number)"])
    case 1: return try rewrite(path, ["date: 2026-": "date: 2025-"])
    case 2: return try rewrite(path, ["kind: 通知": "kind: 喜报", "kind: 文体": "kind: 其他", "level: 省": "level: 国家"])
    case 3: return try rewrite(path, ["\n---\n": "\ntags: [慰问, 标签\(pick(3))]\n---\n"])
    case 4: return try rewrite(path, ["\n---\n": ["\ndraft: true\n---\n", "\npublish: 2026-04-01\n---\n"][pick(2)]])
    case 5: return try rewrite(path, ["draft: true": "draft: false", "publish: 2026-03-20": "publish: 2026-03-09"])
    case 6:
      let target = one(records).map { "/" + $0.dropFirst("content/".count) } ?? ""
      try put(text + Array("\n再见[那里](\(target))。<\(number)>\n".utf8), at: path)
      return "linked \(path) to \(target)"
    case 7:
      try put(text + Array("\n## 第\(number)节\n\n另有通知。\n".utf8), at: path)
      return "appended to \(path)"
    default:
      try put(text + Array("\n再写一句，第\(number)次。\n".utf8), at: path)
      return "wrote on in \(path)"
    }
  }

  private mutating func mistake() throws -> String {
    guard let path = one(records) else { return "" }
    switch pick(4) {
    case 0: return try rewrite(path, ["kind: ": "kind: 没有<这\(number)类>"])
    case 1: return try rewrite(path, ["title:": "title：", "标题:": "titel:"])
    case 2:
      try put(Array((site[path] ?? []).prefix((site[path] ?? []).count / 2)), at: path)
      return "halved \(path)"
    default:
      try put((site[path] ?? []) + Array("\n[坏](没有\(number).md)\n".utf8), at: path)
      return "broken link in \(path)"
    }
  }

  private mutating func add() throws -> String {
    let (path, text): (String, String) =
      switch pick(5) {
      case 0: ("content/notices/2026/新\(number).md", "kind: 通知\ntags: [新]\n")
      case 1: ("content/notices/e\u{301}\(number).md", "kind: 简报\npinned_until: 2026-06-01\n")
      case 2: ("content/activities/新/新\(number).md", "kind: 节日\n")
      case 3: ("content/honours/新\(number).md", "kind: 集体\nlevel: 本级\nawarded_by: 某医院工会\n")
      default: ("content/pages/新\(number).md", "menu: 短\(number)\norder: \(pick(5))\n")
      }
    let day = "2026-0\(pick(3) + 1)-1\(pick(9))"
    try put(Array("---\ntitle: 新\(number)\ndate: \(day)\n\(text)---\n\n正文\(number)。\n".utf8), at: path)
    return "added \(path)"
  }

  private mutating func delete() throws -> String {
    guard let path = one(site.keys.filter { !$0.hasSuffix("site.yaml") }) else { return "" }
    try remove(path)
    return "deleted \(path)"
  }

  private mutating func rename() throws -> String {
    guard let path = one(site.keys.filter { !$0.hasSuffix("site.yaml") }),
      let slash = path.lastIndex(of: "/"), let dot = path.lastIndex(of: ".")
    else { return "" }
    let other: String
    switch pick(3) {
    case 0: other = path[..<slash] + "/名\(number)" + path[dot...]
    case 1: other = path[..<slash] + "/下\(number)" + path[slash...]
    default: other = one(site.keys.filter { $0.hasSuffix(path[dot...]) && $0 != path }) ?? path + "x"
    }
    try move(path, to: other)
    return "renamed \(path) to \(other)"
  }

  private mutating func move(_ path: String, to other: String) throws {
    try folder.move(path, to: other)
    site[other] = site.removeValue(forKey: path)
    touched.formUnion([path, other])
  }

  private mutating func renameFolder() throws -> String {
    let folders = Set(
      site.keys.filter { $0.split(separator: "/").count > 3 }.map { path in
        path.split(separator: "/").dropLast().joined(separator: "/")
      })
    guard let path = one(folders) else { return "" }
    let other = path + "_\(number)"
    try folder.move(path, to: other)
    touched.formUnion([path, other])
    for name in site.keys where name.hasPrefix(path + "/") {
      site[other + name.dropFirst(path.count)] = site.removeValue(forKey: name)
    }
    return "renamed folder \(path)"
  }

  private mutating func changeSettings() throws -> String {
    switch pick(4) {
    case 0: return try rewrite("content/site.yaml", ["title: ": "title: 新"])
    case 1: return try rewrite("content/site.yaml", ["base_url: ": "contact: "])
    case 2:
      return try rewrite("content/site.yaml", ["contact: http": "base_url: http", "union: ": "language: en\nunion: "])
    default:
      try put(Array("off: [2026-03-0\(pick(9) + 1)]\n".utf8), at: "content/holidays/2026.yaml")
      return "changed holidays"
    }
  }

  /// An attachment or a photo, with and without a change of size.
  private mutating func changeFile() throws -> String {
    guard
      let path = one(site.keys.filter { $0.hasPrefix("content/") && !$0.hasSuffix(".md") && !$0.hasSuffix(".yaml") })
    else { return "" }
    let size = pick(2) == 0 ? site[path]?.count ?? 0 : pick(3000)
    try put(Array(repeating: UInt8(truncatingIfNeeded: number), count: size), at: path)
    return "changed file \(path)"
  }

  private mutating func changeSeveral() throws -> String {
    var all: Set<String> = []
    var said = ""
    for _ in 0..<3 {
      said += try change() + "; "
      all.formUnion(touched)
    }
    said += try changeTheme()
    touched.formUnion(all)
    return said
  }

  // MARK: Theme

  private mutating func changeTheme() throws -> String {
    let path: String
    let text: String
    switch pick(9) {
    case 0...2: (path, text) = ("theme/assets/site.css", "body { width: \(number)px }\n")
    case 3: (path, text) = ("theme/assets/字\(number).css", "p { margin: 0 }\n")
    case 4: (path, text) = ("theme/templates/activity.mustache", "<h1>{{title}} \(number)</h1>{{>partials/body}}\n")
    case 5: (path, text) = ("theme/templates/partials/tags.mustache", "{{#tags}}<i>{{name}} \(number)</i>{{/tags}}\n")
    case 6: (path, text) = ("theme/templates/page.mustache", "{{titel\(number)}}\n")
    case 7: (path, text) = ("theme/assets/bild.png", String(repeating: "x", count: number))
    default:
      guard let path = one(theme) else { return "" }
      try remove(path)
      return "deleted \(path)"
    }
    try put(Array(text.utf8), at: path)
    return "wrote \(path)"
  }
}
