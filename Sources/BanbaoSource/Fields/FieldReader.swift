package import BanbaoDiagnostics

/// Reads the fields of one record, by their English or Chinese names, and reports every fault on the way.
///
/// It knows which names were asked for, so that unknown keys, the reference page and `banbao new` need no second list:
/// a reader made by `describe` gives the fields instead of reading any. Ask for every field before giving up, then
/// `finish`.
package struct FieldReader: Sendable {
  /// As messages show it.
  package let path: String
  /// How its file names keys, and so do the faults of the record.
  package let keys: KeyLanguage
  /// Where the record begins: faults about what is missing stand here.
  package let mark: Mark
  /// All of them only after `finish`.
  package internal(set) var diagnostics: [Diagnostic] = []
  /// What was asked for; filled only by a reader that describes.
  package internal(set) var fields: [Field] = []
  /// Every day that was read, of the fields within these too, and every year.
  package internal(set) var days: [Located<Day>] = []
  package internal(set) var years: Set<Int> = []
  /// The keys, in English, whose figures the record says that nobody knows yet.
  package internal(set) var pending: Set<String> = []
  /// Whether a required field was missing or unreadable.
  package internal(set) var lacksRequired = false

  let isDescribing: Bool
  let entries: [(key: String, keyMark: Mark, value: Node)]
  var isUsed: [Bool]
  /// Required fields that were not found: a misspelt key may explain them.
  var missing: [(name: String, alias: String, diagnostic: Diagnostic)] = []
  /// Text or a list where fields should stand, as it is quoted.
  let misshapen: String?
  /// The key of the field that is being read, as its author wrote it.
  private(set) var written = ""
  private let mistyped: [MistypedKey]

  /// - Parameters:
  ///   - node: a mapping. Anything else is reported and read as having no fields.
  ///   - keys: nil for a node that is the whole file.
  package init(_ node: Node, path: String, keys: KeyLanguage? = nil) {
    self.path = path
    self.keys = keys ?? KeyLanguage(of: node)
    mark = node.mark
    isDescribing = false
    var found: [(key: String, keyMark: Mark, value: Node)] = []
    switch node.content {
    case .mapping(let entries):
      found = entries
      misshapen = nil
    case .scalar(let text, _): misshapen = node.isEmpty ? nil : text
    case .list: misshapen = "- …"
    }
    entries = found
    isUsed = Array(repeating: false, count: found.count)
    mistyped = found.indices.compactMap { MistypedKey(found, $0) }
  }

  private init(describing: Void) {
    path = ""
    keys = .chinese
    mark = Mark(line: 0, column: 0)
    isDescribing = true
    entries = []
    isUsed = []
    misshapen = nil
    mistyped = []
  }

  /// The fields that a reading function asks for.
  package static func describe(_ read: (inout FieldReader) -> Void) -> [Field] {
    var reader = FieldReader(describing: ())
    read(&reader)
    return reader.fields
  }

  package func place(_ mark: Mark) -> Place { Place(path, mark) }

  /// Adds a fault that a kind found in its own fields.
  package mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Whether a key stands in the record, even where nothing readable follows it.
  package func mentions(_ name: String, _ alias: String) -> Bool {
    entries.contains { $0.key == name || $0.key == alias }
      || mistyped.contains { $0.name == name || $0.name == alias }
  }

  // MARK: Finding a field

  /// How a field is asked for.
  package struct Demand: Sendable {
    let isRequired: Bool
    package static let required = Demand(isRequired: true)
    package static let optional = Demand(isRequired: false)
  }

  /// The node of a field; nil where it is absent or empty, which is a fault only if it is required.
  mutating func node(_ key: KeyName, _ shape: @autoclosure () -> Field.Shape) -> Node? {
    if isDescribing {
      fields.append(Field(key, shape()))
      return nil
    }
    guard let found = entry(key.name, key.alias) else {
      if key.isRequired { lacks(key) }
      return nil
    }
    written = found.key
    if !found.value.isEmpty { return found.value }
    if let cut = found.value.cut {
      lacksRequired = lacksRequired || key.isRequired
      reportCut(cut, from: "")
    } else if key.isRequired {
      reportEmpty(key, found.keyMark)
    }
    return nil
  }

  private mutating func entry(
    _ name: String, _ alias: String
  ) -> (key: String, keyMark: Mark, value: Node)? {
    var found: Int?
    for index in entries.indices where isName(entries[index].key, name, alias) {
      isUsed[index] = true
      guard let first = found else {
        found = index
        continue
      }
      report(
        YAMLRules.duplicateKey.at(
          place(entries[index].keyMark),
          Wording(
            "“\(entries[index].key)”与“\(entries[first].key)”是同一项",
            en: "“\(entries[index].key)” and “\(entries[first].key)” are one field"),
          help: Wording("只留一个", en: "keep only one"),
          related: [
            Related(
              place(entries[first].keyMark), Wording("第一次写在这里", en: "it is given here first"))
          ]))
    }
    if let found { return entries[found] }
    guard let slip = mistyped.first(where: { $0.name == name || $0.name == alias }) else {
      return nil
    }
    isUsed[slip.index] = true
    report(slip.diagnostic(path))
    return (slip.name, slip.mark, slip.value)
  }

  private mutating func lacks(_ key: KeyName) {
    let (name, note) = (keys[key], key.reminder)
    // What stands in braces takes no line of its own.
    let isInner = mark.column > 1
    lacksRequired = true
    guard misshapen == nil else { return }
    missing.append(
      (
        key.name, key.alias,
        FieldRules.missing.at(
          place(mark), Wording("缺少“\(name)”", en: "“\(name)” is missing"),
          help: Wording(
            (isInner ? "在这一项里加上" : "加一行") + " \(name): …" + (note.zh == key.alias ? "" : "（\(note.zh)）"),
            en: (isInner ? "add" : "add a line") + " \(name): … (\(note.en))"))
      ))
  }

  mutating func reportEmpty(_ key: KeyName, _ keyMark: Mark) {
    let note = key.reminder
    lacksRequired = true
    report(
      FieldRules.empty.at(
        place(keyMark), Wording("“\(written)”没有填写", en: "“\(written)” is empty"),
        help: Wording(
          "写成 \(written): …" + (note.zh == key.alias ? "" : "（\(note.zh)）"),
          en: "write \(written): … (\(note.en))")))
  }

  // MARK: Reading a scalar

  /// The text of a scalar node. Reports lists and mappings, curly quotes and comments that cut a text short.
  mutating func scalar(_ node: Node, isProse: Bool = false) -> String? {
    guard case .scalar(let raw, let isPlain) = node.content else {
      reportShape(node)
      return nil
    }
    let text = trimmed(raw)
    guard isPlain else { return text }
    if let inner = insideCurlyQuotes(text) {
      let mayKeep = isProse && text.last?.isASCII == false
      report(
        SlipRules.curlyQuotes.at(
          place(node.mark),
          Wording(
            "整个值被中文引号括住，中文引号只算文字",
            en: "the whole value stands in curly quotes, which are mere text"),
          help: mayKeep
            ? Wording(
              "去掉两头的引号：\(inner)；要印出它们，外面再加英文引号：\"\(text)\"",
              en: "take them away: \(inner); to print them, put ASCII quotes outside: \"\(text)\"")
            : Wording("去掉两头的引号：\(inner)", en: "take them away: \(inner)"),
          fix: mayKeep ? nil : rewriting(node, inner)))
      return inner
    }
    if isProse, let cut = node.cut { reportCut(cut, from: text) }
    return text
  }

  private func insideCurlyQuotes(_ text: String) -> String? {
    // The first bytes of the quotation marks: few values begin so.
    guard let byte = text.utf8.first, byte == 0xE2 || byte == 0xEF else { return nil }
    let scalars = text.unicodeScalars
    guard scalars.count > 1, let first = scalars.first, let last = scalars.last,
      "“”＂„‘’＇".unicodeScalars.contains(first), "“”＂\"‘’＇'".unicodeScalars.contains(last)
    else { return nil }
    let inner = scalars.dropFirst().dropLast()
    // `“安康杯”竞赛“先进单位”` has pairs of its own.
    guard !inner.contains(where: { "“”‘’".unicodeScalars.contains($0) }) else { return nil }
    return String(Substring(inner))
  }

  private mutating func reportCut(_ cut: Located<String>, from text: String) {
    let whole = text.isEmpty ? cut.value : "\(text) \(cut.value)"
    let message =
      text.isEmpty
      ? Wording(
        "“\(written)”没有填写：# 后面的是注释", en: "“\(written)” is empty: what follows # is a comment")
      : Wording(
        "“\(written)”到“\(text)”为止：# 后面的是注释",
        en: "“\(written)” ends at “\(text)”: what follows # is a comment")
    report(
      SlipRules.hashCutsValue.at(
        place(cut.mark).spanning(cut.value.unicodeScalars.count), message,
        help: Wording(
          "要印出 #，写成 \"\(whole)\"；要写注释，另起一行",
          en: "to print it, write \"\(whole)\"; put a comment in a line of its own")))
  }

  private mutating func reportShape(_ node: Node) {
    var parts: [String] = []
    if case .list(let items) = node.content {
      parts = items.compactMap {
        if case .scalar(let text, _) = $0.content { text } else { nil }
      }
    }
    let words = parts.isEmpty ? "…" : parts.joined(separator: "、")
    report(
      FieldRules.shape.at(
        place(node.mark),
        parts.isEmpty
          ? Wording("“\(written)”应当是一段文字", en: "“\(written)” must be plain text")
          : Wording("“\(written)”应当是一段文字，不是列表", en: "“\(written)” must be plain text, not a list"),
        help: Wording(
          "写成 \(written): \(words)；括号是文字时，用英文引号把整个值括起来",
          en: "write \(written): \(words); quote the whole value where the brackets are text")))
  }

  mutating func misread(_ misread: Misread, _ node: Node) {
    report(
      misread.rule.at(
        place(node.mark), misread.message, help: misread.help,
        fix: misread.remedy.flatMap { rewriting(node, $0) }))
  }

  /// Reads a scalar through a parser that throws `Misread`.
  mutating func parsed<Value: Sendable>(
    _ key: KeyName, _ shape: @autoclosure () -> Field.Shape, _ parse: (String) throws(Misread) -> Value
  ) -> Located<Value>? {
    guard let node = node(key, shape()) else { return nil }
    guard let text = scalar(node) else {
      lacksRequired = lacksRequired || key.isRequired
      return nil
    }
    if text.isEmpty {
      if key.isRequired { reportEmpty(key, node.mark) }
      return nil
    }
    if Placeholder.isValue(text), !(shape().allowsPending && text == Placeholder.value) {
      lacksRequired = lacksRequired || key.isRequired
      reportUntouched(text, node, reminder: key.reminder)
      return nil
    }
    // No day, amount or word is as long as that, and messages quote what they refuse.
    let short = text.utf8.count <= 400 ? text : FieldLine.text(text.unicodeScalars.prefix(100)) + "…"
    do {
      return Located(try parse(short), node.mark)
    } catch {
      lacksRequired = lacksRequired || key.isRequired
      misread(error, node)
      return nil
    }
  }
}

/// Compares bytes: `==` would look for canonical equivalence, which no key has, at ten times the cost.
private func isName(_ key: String, _ name: String, _ alias: String) -> Bool {
  let bytes = key.utf8
  return (bytes.count == name.utf8.count && bytes.elementsEqual(name.utf8))
    || (bytes.count == alias.utf8.count && bytes.elementsEqual(alias.utf8))
}
