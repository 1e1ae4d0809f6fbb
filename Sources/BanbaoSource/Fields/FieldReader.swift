package import BanbaoDiagnostics

/// Reads the fields of one record, by their English or Chinese names, and reports every fault on the way.
///
/// It knows which names were asked for, so that unknown keys, the reference page and `banbao new` need no second list:
/// a reader made by `describing` gives the fields instead of reading any. Ask for every field before giving up.
package struct FieldReader: Sendable {
  /// As messages show it.
  package let path: String
  /// Where the record begins: faults about what is missing stand here.
  package let mark: Mark
  package private(set) var diagnostics: [Diagnostic] = []
  /// What was asked for; filled only by a reader that describes.
  package private(set) var fields: [Field] = []
  private let isDescribing: Bool
  private let entries: [(key: String, keyMark: Mark, value: Node)]
  private var isUsed: [Bool]
  /// Whether a required field was missing or unreadable.
  package private(set) var lacksRequired = false

  /// - Parameter node: a mapping. Anything else is reported and read as having no fields.
  package init(_ node: Node, path: String) {
    self.path = path
    mark = node.mark
    isDescribing = false
    if case .mapping(let entries) = node.content {
      self.entries = entries
      isUsed = Array(repeating: false, count: entries.count)
    } else {
      entries = []
      isUsed = []
      if !node.isEmpty {
        diagnostics.append(
          FieldRules.shape.at(
            Place(path, line: node.mark.line, column: node.mark.column),
            Wording("这里应当是“键: 值”各项", en: "fields “key: value” must stand here"), length: node.mark.length))
      }
    }
  }

  private init(describing: Void) {
    path = ""
    mark = Mark(line: 0, column: 0)
    isDescribing = true
    entries = []
    isUsed = []
  }

  /// The fields that a reading function asks for.
  package static func describe(_ read: (inout FieldReader) -> Void) -> [Field] {
    var reader = FieldReader(describing: ())
    read(&reader)
    return reader.fields
  }

  package func place(_ mark: Mark) -> Place { Place(path, line: mark.line, column: mark.column) }

  package mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  // MARK: Finding a field

  /// How a field is asked for.
  package struct Demand: Sendable {
    let isRequired: Bool
    package static let required = Demand(isRequired: true)
    package static let optional = Demand(isRequired: false)
  }

  /// The node of a field; nil where it is absent or empty, which is a fault only if it is required.
  private mutating func node(
    _ name: String, _ alias: String, _ demand: Demand, _ shape: @autoclosure () -> Field.Shape,
    _ note: () -> Wording
  ) -> Node? {
    if isDescribing {
      fields.append(
        Field(name: name, alias: alias, shape: shape(), isRequired: demand.isRequired, note: note()))
      return nil
    }
    var found: Int?
    for index in entries.indices where entries[index].key == name || entries[index].key == alias {
      isUsed[index] = true
      if let first = found {
        report(
          YAMLRules.duplicateKey.at(
            place(entries[index].keyMark),
            Wording("“\(entries[index].key)”与“\(entries[first].key)”是同一项", en: "“\(entries[index].key)” and “\(entries[first].key)” are one field"),
            help: Wording("只留一个", en: "keep only one"), length: entries[index].keyMark.length,
            related: [Related(place(entries[first].keyMark), Wording("第一次写在这里", en: "it is given here first"))]))
      } else {
        found = index
      }
    }
    if let found, !entries[found].value.isEmpty { return entries[found].value }
    guard demand.isRequired else { return nil }
    lacksRequired = true
    if let found {
      report(
        FieldRules.empty.at(
          place(entries[found].keyMark), Wording("“\(entries[found].key)”没有填写", en: "“\(entries[found].key)” is empty"),
          help: Wording("\(name)（\(alias)）：\(note().zh)", en: "\(name): \(note().en)"),
          length: entries[found].keyMark.length))
    } else {
      report(
        FieldRules.missing.at(
          place(mark), Wording("缺少 \(name)（\(alias)）", en: "\(name) (\(alias)) is missing"),
          help: Wording("加一行 \(name): …（\(note().zh)）", en: "add a line \(name): … (\(note().en))")))
    }
    return nil
  }

  /// The text of a scalar node. Reports lists and mappings, curly quotes and comments that cut a text short.
  private mutating func scalar(_ node: Node, _ name: String, isProse: Bool = false) -> String? {
    guard case .scalar(let raw, let isPlain) = node.content else {
      report(
        FieldRules.shape.at(
          place(node.mark), Wording("“\(name)”应当是一段文字", en: "“\(name)” must be plain text"),
          help: Wording("写在同一行：\(name): …", en: "write it in one line: \(name): …"), length: node.mark.length))
      return nil
    }
    let text = trimmed(raw)
    if isPlain, let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, text.unicodeScalars.count > 1 {
      let inner = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst().dropLast()))
      let opens = "“”＂„".unicodeScalars.contains(first)
      let closes = "“”＂\"".unicodeScalars.contains(last)
      if opens, closes, !inner.unicodeScalars.contains(where: { "“”".unicodeScalars.contains($0) }) {
        report(
          SlipRules.curlyQuotes.at(
            place(node.mark), Wording("整个值被中文引号括住，引号会印出来", en: "the whole value stands in curly quotes, which are printed"),
            help: Wording("去掉两头的引号：\(inner)", en: "take the quotes away: \(inner)"), length: node.mark.length))
        return inner
      }
    }
    if node.cutByComment, isProse {
      report(
        SlipRules.hashCutsValue.at(
          place(node.mark), Wording("“\(name)”到“\(text)”为止，# 后面的被当作注释", en: "“\(name)” ends at “\(text)”; what follows # is a comment"),
          help: Wording("要印出 #，用英文引号把整个值括起来；注释请另起一行", en: "quote the whole value, or put the comment in its own line"),
          length: node.mark.length))
    }
    return text
  }

  private mutating func misread(_ misread: Misread, _ node: Node) {
    report(misread.rule.at(place(node.mark), misread.message, help: misread.help, length: node.mark.length))
  }

  /// Reads a scalar through a parser that throws `Misread`.
  private mutating func parsed<Value: Sendable>(
    _ name: String, _ alias: String, _ demand: Demand, _ shape: Field.Shape, _ note: () -> Wording,
    _ parse: (String) throws(Misread) -> Value
  ) -> Located<Value>? {
    guard let node = node(name, alias, demand, shape, note) else { return nil }
    guard let text = scalar(node, name) else {
      lacksRequired = lacksRequired || demand.isRequired
      return nil
    }
    do {
      return Located(try parse(text), node.mark)
    } catch {
      lacksRequired = lacksRequired || demand.isRequired
      misread(error, node)
      return nil
    }
  }

  // MARK: Fields by their shape

  package mutating func text(
    _ name: String, _ alias: String, _ demand: Demand, _ note: @autoclosure () -> Wording
  ) -> Located<String>? {
    guard let node = node(name, alias, demand, .text, note) else { return nil }
    guard let text = scalar(node, name, isProse: true) else { return nil }
    return Located(text, node.mark)
  }

  package mutating func flag(_ name: String, _ alias: String, _ note: @autoclosure () -> Wording) -> Bool {
    let located = parsed(name, alias, .optional, .flag, note) { text throws(Misread) in
      switch text {
      case "true", "True", "TRUE", "是": return true
      case "false", "False", "FALSE", "否": return false
      default:
        throw Misread(
          rule: ValueRules.flagForm,
          message: Wording("“\(text)”既不是 true 也不是 false", en: "“\(text)” is neither true nor false"),
          help: Wording("写 true（是）或 false（否）", en: "write true or false"))
      }
    }
    return located?.value ?? false
  }

  /// Whole numbers from 0.
  package mutating func count(
    _ name: String, _ alias: String, _ demand: Demand, _ note: @autoclosure () -> Wording
  ) -> Located<Int>? {
    parsed(name, alias, demand, .count, note) { text throws(Misread) in try readCount(text) }
  }

  package mutating func day(
    _ name: String, _ alias: String, _ demand: Demand, _ note: @autoclosure () -> Wording
  ) -> Located<Day>? {
    parsed(name, alias, demand, .day, note) { text throws(Misread) in
      let span = try DaySpan(reading: text)
      guard span.isOneDay else {
        throw Misread(
          rule: ValueRules.spanNotAllowed,
          message: Wording("“\(name)”只能写一天", en: "“\(name)” takes a single day"),
          help: Wording("例如 \(span.first.iso)", en: "for example \(span.first.iso)"))
      }
      return span.first
    }
  }

  package mutating func span(
    _ name: String, _ alias: String, _ demand: Demand, _ note: @autoclosure () -> Wording
  ) -> Located<DaySpan>? {
    parsed(name, alias, demand, .daySpan, note) { text throws(Misread) in try DaySpan(reading: text) }
  }

  package mutating func money(
    _ name: String, _ alias: String, _ demand: Demand, _ note: @autoclosure () -> Wording
  ) -> Located<Money>? {
    parsed(name, alias, demand, .money, note) { text throws(Misread) in try Money(reading: text) }
  }

  package mutating func choice<Value: Choice>(
    _ name: String, _ alias: String, _ demand: Demand, _ type: Value.Type,
    _ note: @autoclosure () -> Wording
  ) -> Located<Value>? {
    let shape = isDescribing ? Field.Shape.choice(Value.allCases.map(\.rawValue)) : .text
    return parsed(name, alias, demand, shape, note) { text throws(Misread) in
      if let value = Value(rawValue: text) { return value }
      let words = Value.allCases.map(\.rawValue)
      let near = nearest(to: text, among: words)
      throw Misread(
        rule: FieldRules.choice,
        message: Wording("“\(text)”不是可选的“\(alias)”", en: "“\(text)” is not one of the choices of “\(name)”"),
        help: Wording(
          (near.map { "是不是“\($0)”？" } ?? "") + "可以写：\(words.joined(separator: "、"))",
          en: (near.map { "did you mean “\($0)”? " } ?? "") + "choose from: \(words.joined(separator: ", "))"))
    }
  }

  /// A list of texts, such as tags. A single text in its place is a fault, because it may hold several.
  package mutating func texts(
    _ name: String, _ alias: String, _ note: @autoclosure () -> Wording
  ) -> [Located<String>] {
    guard let node = node(name, alias, .optional, .list(.text), note) else { return [] }
    guard case .list(let items) = node.content else {
      let text = if case .scalar(let text, _) = node.content { text } else { "…" }
      let parts = text.unicodeScalars.split { "，、；,;【】［］ \u{3000}".unicodeScalars.contains($0) }
        .map { String(Substring($0)) }
      let rewritten = "\(name): [\(parts.joined(separator: ", "))]"
      report(
        FieldRules.shape.at(
          place(node.mark), Wording("“\(name)”应当是列表", en: "“\(name)” must be a list"),
          help: Wording("写成 \(rewritten)", en: "write \(rewritten)"), length: node.mark.length))
      return []
    }
    var texts: [Located<String>] = []
    for item in items {
      guard let text = scalar(item, name, isProse: true), !text.isEmpty else { continue }
      if case .scalar(_, isPlain: true) = item.content,
        text.unicodeScalars.contains(where: { $0 == "，" || $0 == "、" })
      {
        let parts = text.unicodeScalars.split { $0 == "，" || $0 == "、" }.map { String(Substring($0)) }
        report(
          SlipRules.fullWidthComma.at(
            place(item.mark), Wording("“\(text)”里是中文标点，只算一项", en: "“\(text)” holds a full-width comma and counts as one item"),
            help: Wording("写成 \(parts.joined(separator: ", "))", en: "write \(parts.joined(separator: ", "))"),
            length: item.mark.length))
      }
      texts.append(Located(text, item.mark))
    }
    return texts
  }

  /// A list of days or spans of days.
  package mutating func spans(
    _ name: String, _ alias: String, _ note: @autoclosure () -> Wording
  ) -> [Located<DaySpan>] {
    guard let node = node(name, alias, .optional, .list(.daySpan), note) else { return [] }
    let items = if case .list(let items) = node.content { items } else { [node] }
    var spans: [Located<DaySpan>] = []
    for item in items {
      guard let text = scalar(item, name) else { continue }
      do {
        spans.append(Located(try DaySpan(reading: text), item.mark))
      } catch {
        misread(error, item)
      }
    }
    return spans
  }

  /// A list of records, each read by `read`; unknown keys in them are reported.
  ///
  /// - Parameter word: reads an item that is mere text, where the contract allows that.
  package mutating func records<Value: Sendable>(
    _ name: String, _ alias: String, _ note: @autoclosure () -> Wording,
    word: ((Located<String>) -> Value)? = nil, _ read: (inout FieldReader) -> Value?
  ) -> [Value] {
    let shape = isDescribing ? Field.Shape.list(.record(FieldReader.describe { _ = read(&$0) })) : .list(.text)
    guard let node = node(name, alias, .optional, shape, note) else { return [] }
    var items: [Node]
    switch node.content {
    case .list(let list): items = list
    case .mapping: items = [node]
    case .scalar: items = word == nil ? [] : [node]
    }
    if items.isEmpty, case .scalar = node.content {
      report(
        FieldRules.shape.at(
          place(node.mark), Wording("“\(name)”应当是列表，每项写“键: 值”", en: "“\(name)” must be a list of “key: value” items"),
          help: Wording("换行写：  - 键: 值", en: "begin a new line with “  - key: value”"), length: node.mark.length))
    }
    items.removeAll(where: \.isEmpty)
    return items.compactMap { item in
      if let word, case .scalar = item.content {
        return scalar(item, name, isProse: true).map { word(Located($0, item.mark)) }
      }
      return nested(item, read)
    }
  }

  /// One record inside this one, such as `publicity`.
  package mutating func record<Value: Sendable>(
    _ name: String, _ alias: String, _ note: @autoclosure () -> Wording, _ read: (inout FieldReader) -> Value?
  ) -> Located<Value>? {
    let shape = isDescribing ? Field.Shape.record(FieldReader.describe { _ = read(&$0) }) : .text
    guard let node = node(name, alias, .optional, shape, note) else { return nil }
    return nested(node, read).map { Located($0, node.mark) }
  }

  private mutating func nested<Value>(_ node: Node, _ read: (inout FieldReader) -> Value?) -> Value? {
    var reader = FieldReader(node, path: path)
    let value = read(&reader)
    reader.finish { read(&$0) }
    diagnostics += reader.diagnostics
    return value
  }

  /// Reports the keys that nobody asked for. `read` is run once more to learn the names, only if there is such a key.
  package mutating func finish(_ read: (inout FieldReader) -> some Any) {
    guard isUsed.contains(false) else { return }
    let known = FieldReader.describe { _ = read(&$0) }
    let names = known.flatMap { [$0.name, $0.alias] }
    for index in entries.indices where !isUsed[index] {
      report(unknown(entries[index].key, entries[index].keyMark, names: names))
    }
  }

  private func unknown(_ key: String, _ mark: Mark, names: [String]) -> Diagnostic {
    if let colon = key.unicodeScalars.firstIndex(of: "：") {
      return SlipRules.fullWidthColon.at(
        place(mark), Wording("“\(key)”里是中文冒号", en: "“\(key)” holds a full-width colon"),
        help: Wording(
          "写成 \(key[..<colon]): \(key[key.unicodeScalars.index(after: colon)...])",
          en: "write \(key[..<colon]): \(key[key.unicodeScalars.index(after: colon)...])"), length: mark.length)
    }
    let bare = String(
      String.UnicodeScalarView(
        key.unicodeScalars.filter { ![0x3000, 0xA0, 0x200B, 0xFEFF, 0x20].contains($0.value) }))
    if bare != key, names.contains(bare) {
      return SlipRules.fullWidthSpace.at(
        place(mark), Wording("“\(bare)”前后有全角空格或看不见的字符", en: "full-width or invisible spaces stand beside “\(bare)”"),
        help: Wording("删掉它们，只写 \(bare)", en: "delete them and write \(bare)"), length: mark.length)
    }
    let near = nearest(to: key, among: names)
    return FieldRules.unknown.at(
      place(mark), Wording("没有“\(key)”这一项", en: "there is no field “\(key)”"),
      help: near.map { Wording("是不是“\($0)”？", en: "did you mean “\($0)”?") }
        ?? Wording(
          "可以写：\(names.joined(separator: "、"))", en: "the fields are: \(names.joined(separator: ", "))"),
      length: mark.length)
  }
}

// MARK: Optional fields

extension FieldReader {
  package mutating func text(
    _ name: String, _ alias: String, _ note: @autoclosure () -> Wording
  ) -> Located<String>? { text(name, alias, .optional, note()) }

  package mutating func count(
    _ name: String, _ alias: String, _ note: @autoclosure () -> Wording
  ) -> Located<Int>? { count(name, alias, .optional, note()) }

  package mutating func day(
    _ name: String, _ alias: String, _ note: @autoclosure () -> Wording
  ) -> Located<Day>? { day(name, alias, .optional, note()) }

  package mutating func choice<Value: Choice>(
    _ name: String, _ alias: String, _ type: Value.Type, _ note: @autoclosure () -> Wording
  ) -> Located<Value>? { choice(name, alias, .optional, type, note()) }
}

package enum FieldRules {
  package static let missing = Rule(
    "field-missing", .error,
    Wording("每类记录都有必填的项，例如每条通知必须有标题、日期和类别。", en: "Every kind of record has required fields, such as title, date and kind."),
    wrong: "---\ntitle: 春节慰问\n---", right: "---\ntitle: 春节慰问\ndate: 2026-02-10\nkind: 通知\n---")
  package static let empty = Rule(
    "field-empty", .error,
    Wording("必填的项不能空着。", en: "A required field must not be empty."), wrong: "title:", right: "title: 春节慰问")
  package static let unknown = Rule(
    "unknown-key", .error,
    Wording("只能写约定的各项，中文名和英文名都可以；写错的名字会使内容丢失，所以要报错。", en: "Only agreed fields are allowed; a misspelt one would lose what it says."),
    wrong: "tilte: 春节慰问", right: "title: 春节慰问")
  package static let shape = Rule(
    "field-shape", .error,
    Wording("有的项是一段文字，有的是列表，有的是几个小项。", en: "Some fields are text, some lists, some groups of fields."),
    wrong: "tags: 送温暖", right: "tags: [送温暖]")
  package static let choice = Rule(
    "unknown-choice", .error,
    Wording("有些项只能从规定的几个词里选一个。", en: "Some fields take one of a few given words."), wrong: "kind: 通之", right: "kind: 通知")

  package static let all = [missing, empty, unknown, shape, choice]
}
