import BanbaoDiagnostics

// Fields by their shape. Each method returns nil for a field that is absent, or unreadable and reported.

extension FieldReader {
  mutating func text(_ key: KeyName) -> Located<String>? {
    guard let node = node(key, .text) else { return nil }
    guard let text = scalar(node, isProse: true) else {
      lacksRequired = lacksRequired || key.isRequired
      return nil
    }
    if text.isEmpty, key.isRequired {
      reportEmpty(key, node.mark)
      return nil
    }
    if Placeholder.isValue(text) { reportUntouched(text, node, reminder: key.reminder) }
    return Located(text, node.mark)
  }

  mutating func flag(_ key: KeyName) -> Located<Bool>? {
    parsed(key, .flag) { text throws(Misread) in
      switch text {
      case "true", "True", "TRUE", "是": return true
      case "false", "False", "FALSE", "否": return false
      default:
        let (help, remedy) = flagRemedy(text)
        throw Misread(
          rule: ValueRules.flagForm,
          message: Wording(
            "“\(text)”既不是 true 也不是 false", en: "“\(text)” is neither true nor false"),
          help: help, remedy: remedy)
      }
    }
  }

  mutating func choice<Value: Choice>(_ key: KeyName, _ shape: Field.Shape) -> Located<Value>? {
    let written = keys[key]
    return parsed(key, shape) { text throws(Misread) in
      if let value = Value(rawValue: text) ?? Value.allCases.first(where: { $0.alias == text }) { return value }
      let words = Value.words
      let near = Value.allCases.first {
        text.hasPrefix($0.rawValue) || $0.english.lowercased() == text.lowercased()
      }
      let meant = near?.rawValue ?? nearest(to: text, among: words)
      let named = Value.allCases.filter { $0.english.lowercased() == text.lowercased() }
      throw Misread(
        rule: FieldRules.choice,
        message: Wording(
          "“\(text)”不是“\(written)”里可选的词", en: "“\(text)” is not one of the choices of “\(written)”"),
        help: Wording(
          (meant.map { "是不是“\($0)”？" } ?? "") + "可以写：\(words.joined(separator: "、"))",
          en: (meant.map { "did you mean “\($0)”? " } ?? "")
            + "choose from: \(words.joined(separator: ", "))"),
        remedy: named.count == 1 ? named.first?.rawValue : nil)
    }
  }

  /// A list of texts, such as tags. A single text in its place is a fault, because it may hold several.
  ///
  /// - Parameter allowsText: whether one text may stand for the list, parted by 、 or commas: `付-12、付-13`.
  mutating func texts(_ key: KeyName, _ shape: Field.Shape, allowsText: Bool) -> [Located<String>] {
    guard let node = node(key, shape) else { return [] }
    guard case .list(let items) = node.content else {
      if allowsText, case .scalar(let text, _) = node.content, !startsWithBracket(text) {
        guard let text = scalar(node, isProse: true) else { return [] }
        return text.unicodeScalars.split { "、，,；;".unicodeScalars.contains($0) }
          .map { trimmed(String(Substring($0))) }.filter { !$0.isEmpty }.map { Located($0, node.mark) }
      }
      reportNoList(node)
      return []
    }
    return texts(items, of: key)
  }

  /// A text, or a list of texts.
  mutating func textOrTexts(_ key: KeyName, _ shape: Field.Shape) -> [Located<String>] {
    guard let node = node(key, shape) else { return [] }
    if case .list(let items) = node.content { return texts(items, of: key) }
    return scalar(node, isProse: true).map { text in
      if Placeholder.isValue(text) { reportUntouched(text, node, reminder: key.reminder) }
      return text.isEmpty ? [] : [Located(text, node.mark)]
    } ?? []
  }

  private mutating func texts(_ items: [Node], of key: KeyName) -> [Located<String>] {
    var texts: [Located<String>] = []
    for item in items {
      guard let text = scalar(item, isProse: true), !text.isEmpty else { continue }
      if Placeholder.isValue(text) { reportUntouched(text, item, reminder: key.reminder) }
      if case .scalar(let raw, isPlain: true) = item.content,
        let comma = raw.unicodeScalars.firstIndex(where: { $0 == "，" || $0 == "、" })
      {
        let parts = text.unicodeScalars.split { $0 == "，" || $0 == "、" }
          .map { String(Substring($0)) }.joined(separator: ", ")
        let offset = raw.unicodeScalars.distance(from: raw.startIndex, to: comma)
        report(
          SlipRules.fullWidthComma.at(
            Place(path, item.mark.part(from: offset)),
            Wording(
              "“\(text)”用中文标点隔开，只算一项",
              en: "“\(text)” is separated by a full-width comma and counts as one item"),
            help: Wording(
              "写成 \(parts)；如果是一项，加英文引号：\"\(text)\"",
              en: "write \(parts), or, if it is one item, \"\(text)\"")))
      }
      texts.append(Located(text, item.mark))
    }
    return texts
  }

  private mutating func reportNoList(_ node: Node) {
    let text = if case .scalar(let text, _) = node.content { text } else { "…" }
    let isSeparator: (Unicode.Scalar) -> Bool = {
      "，、；,;【】［］[]－—·• \u{3000}".unicodeScalars.contains($0)
    }
    let parts = text.unicodeScalars.split(whereSeparator: isSeparator)
      .map { String(Substring($0.drop { $0 == "-" })) }.filter { !$0.isEmpty }
    let list = "\(written): [\(parts.joined(separator: ", "))]"
    let isBracketed = startsWithBracket(text)
    let rule = isBracketed ? SlipRules.fullWidthBracket : FieldRules.shape
    let isSure = text.unicodeScalars.allSatisfy { !isSeparator($0) || "，；、,;【】［］".unicodeScalars.contains($0) }
    report(
      rule.at(
        place(node.mark),
        isBracketed
          ? Wording(
            "“\(written)”的方括号是中文的，不是列表", en: "the brackets of “\(written)” are full-width and make no list")
          : Wording("“\(written)”应当是列表", en: "“\(written)” must be a list"),
        help: Wording("写成 \(list)", en: "write \(list)"),
        fix: isSure ? listing(node, parts) : nil))
  }

  /// A list of days or spans of days; a single one may stand without a list.
  mutating func spans(_ key: KeyName, _ shape: Field.Shape) -> [Located<DaySpan>] {
    guard let node = node(key, shape) else { return [] }
    let items = if case .list(let items) = node.content { items } else { [node] }
    var spans: [Located<DaySpan>] = []
    for item in items {
      guard let text = scalar(item) else { continue }
      if Placeholder.isValue(text) {
        reportUntouched(text, item, reminder: key.reminder)
        continue
      }
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
  /// - Parameter word: reads an item that is mere text; nil where none may be.
  package mutating func records<Value: Sendable>(
    _ key: GroupKey, word: ((Located<String>) -> Value)? = nil, _ read: (inout FieldReader) -> Value?
  ) -> [Value] {
    guard let node = node(key.name, FieldReader.listShape(hasWord: word != nil, read)) else { return [] }
    var items = if case .list(let list) = node.content { list } else { [node] }
    items.removeAll(where: \.isEmpty)
    return items.compactMap { item in
      if let word, case .scalar = item.content {
        guard let text = scalar(item, isProse: true) else { return nil }
        if Placeholder.isValue(text) { reportUntouched(text, item, reminder: key.name.reminder) }
        return word(Located(text, item.mark))
      }
      return nested(item, read)
    }
  }

  /// A single record may stand without a list.
  private static func listShape<Value>(hasWord: Bool, _ read: (inout FieldReader) -> Value?) -> Field.Shape {
    let record = Field.Shape.record(describe { _ = read(&$0) })
    let item = hasWord ? .either([record, .text]) : record
    return .either([.list(item), item])
  }

  /// One record inside this one, such as `publicity`.
  package mutating func record<Value: Sendable>(
    _ key: GroupKey, _ read: (inout FieldReader) -> Value?
  ) -> Located<Value>? {
    guard let node = node(key.name, .record(FieldReader.describe { _ = read(&$0) })) else { return nil }
    return nested(node, read).map { Located($0, node.mark) }
  }

  mutating func nested<Value>(_ node: Node, _ read: (inout FieldReader) -> Value?) -> Value? {
    let (value, reader) = FieldReader.reading(node, path: path, keys: keys, read)
    diagnostics += reader.diagnostics
    days += reader.days
    years.formUnion(reader.years)
    return value
  }
}

private func startsWithBracket(_ text: String) -> Bool {
  text.unicodeScalars.first.map { "【［".unicodeScalars.contains($0) } ?? false
}

private func flagRemedy(_ text: String) -> (help: Wording, remedy: String?) {
  switch text.lowercased() {
  case "yes", "y", "on", "1", "对", "有", "√": (Wording("写成 true（是）", en: "write true"), "true")
  case "no", "n", "off", "0", "不", "无", "×": (Wording("写成 false（否）", en: "write false"), "false")
  default: (Wording("写 true（是）或 false（否）", en: "write true or false"), nil)
  }
}
