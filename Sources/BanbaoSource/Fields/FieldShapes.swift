package import BanbaoDiagnostics

// Fields by their shape. Each method returns nil for a field that is absent, or unreadable and reported.

extension FieldReader {
  package mutating func text(
    _ name: String, _ alias: String, _ demand: Demand, _ note: @autoclosure () -> Wording
  ) -> Located<String>? {
    guard let node = node(name, alias, demand, .text, note) else { return nil }
    guard let text = scalar(node, isProse: true) else {
      lacksRequired = lacksRequired || demand.isRequired
      return nil
    }
    if text.isEmpty, demand.isRequired {
      reportEmpty(name, alias, node.mark, note())
      return nil
    }
    return Located(text, node.mark)
  }

  /// `true` or 是, `false` or 否; false where it is absent or wrong.
  package mutating func flag(_ name: String, _ alias: String, _ note: @autoclosure () -> Wording)
    -> Bool
  {
    locatedFlag(name, alias, note())?.value ?? false
  }

  /// The same with its place; nil where it is absent or wrong.
  package mutating func locatedFlag(
    _ name: String, _ alias: String, _ note: @autoclosure () -> Wording
  ) -> Located<Bool>? {
    parsed(name, alias, .optional, .flag, note) { text throws(Misread) in
      switch text {
      case "true", "True", "TRUE", "是": return true
      case "false", "False", "FALSE", "否": return false
      default:
        throw Misread(
          rule: ValueRules.flagForm,
          message: Wording(
            "“\(text)”既不是 true 也不是 false", en: "“\(text)” is neither true nor false"),
          help: flagRemedy(text))
      }
    }
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
      try DaySpan.readDay(text)
    }
  }

  /// A day, or a run of days.
  package mutating func span(
    _ name: String, _ alias: String, _ demand: Demand, _ note: @autoclosure () -> Wording
  ) -> Located<DaySpan>? {
    parsed(name, alias, demand, .daySpan, note) { text throws(Misread) in
      try DaySpan(reading: text)
    }
  }

  /// An amount in yuan, with at most two decimals.
  package mutating func money(
    _ name: String, _ alias: String, _ demand: Demand, _ note: @autoclosure () -> Wording
  ) -> Located<Money>? {
    parsed(name, alias, demand, .money, note) { text throws(Misread) in try Money(reading: text) }
  }

  package mutating func choice<Value: Choice>(
    _ name: String, _ alias: String, _ demand: Demand, _ type: Value.Type,
    _ note: @autoclosure () -> Wording
  ) -> Located<Value>? {
    let words = { Value.allCases.map(\.rawValue) }
    let isDescribing = isDescribing
    let help = {
      isDescribing
        ? note()
        : Wording(
          words().joined(separator: "、") + " 里的一个",
          en: "one of " + words().joined(separator: ", "))
    }
    return parsed(name, alias, demand, .choice(words()), help) { text throws(Misread) in
      if let value = Value(rawValue: text) { return value }
      let words = words()
      let near = Value.allCases.first {
        text.hasPrefix($0.rawValue) || $0.english.lowercased() == text.lowercased()
      }
      let meant = near?.rawValue ?? nearest(to: text, among: words)
      throw Misread(
        rule: FieldRules.choice,
        message: Wording(
          "“\(text)”不是“\(alias)”里可选的词", en: "“\(text)” is not one of the choices of “\(name)”"),
        help: Wording(
          (meant.map { "是不是“\($0)”？" } ?? "") + "可以写：\(words.joined(separator: "、"))",
          en: (meant.map { "did you mean “\($0)”? " } ?? "")
            + "choose from: \(words.joined(separator: ", "))"))
    }
  }

  /// A list of texts, such as tags. A single text in its place is a fault, because it may hold several.
  ///
  /// - Parameter allowsText: whether one text may stand for the list, parted by 、 or commas: `付-12、付-13`.
  package mutating func texts(
    _ name: String, _ alias: String, allowsText: Bool = false, _ note: @autoclosure () -> Wording
  ) -> [Located<String>] {
    guard let node = node(name, alias, .optional, .list(.text), note) else { return [] }
    guard case .list(let items) = node.content else {
      if allowsText, case .scalar(let text, _) = node.content, !startsWithBracket(text) {
        guard let text = scalar(node, isProse: true) else { return [] }
        return text.unicodeScalars.split { "、，,；;".unicodeScalars.contains($0) }
          .map { trimmed(String(Substring($0))) }.filter { !$0.isEmpty }.map { Located($0, node.mark) }
      }
      reportNoList(node)
      return []
    }
    var texts: [Located<String>] = []
    for item in items {
      guard let text = scalar(item, isProse: true), !text.isEmpty else { continue }
      if case .scalar(let raw, isPlain: true) = item.content,
        let comma = raw.unicodeScalars.firstIndex(where: { $0 == "，" || $0 == "、" })
      {
        let parts = text.unicodeScalars.split { $0 == "，" || $0 == "、" }
          .map { String(Substring($0)) }.joined(separator: ", ")
        let offset = raw.unicodeScalars.distance(from: raw.startIndex, to: comma)
        report(
          SlipRules.fullWidthComma.at(
            Place(path, line: item.mark.line, column: item.mark.column + offset),
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
    report(
      rule.at(
        place(node.mark),
        isBracketed
          ? Wording(
            "“\(written)”的方括号是中文的，不是列表", en: "the brackets of “\(written)” are full-width and make no list")
          : Wording("“\(written)”应当是列表", en: "“\(written)” must be a list"),
        help: Wording("写成 \(list)", en: "write \(list)")))
  }

  /// A list of days or spans of days; a single one may stand without a list.
  package mutating func spans(
    _ name: String, _ alias: String, _ note: @autoclosure () -> Wording
  ) -> [Located<DaySpan>] {
    guard let node = node(name, alias, .optional, .list(.daySpan), note) else { return [] }
    let items = if case .list(let items) = node.content { items } else { [node] }
    var spans: [Located<DaySpan>] = []
    for item in items {
      guard let text = scalar(item) else { continue }
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
    _ name: String, _ alias: String, _ demand: Demand, _ note: @autoclosure () -> Wording,
    word: ((Located<String>) -> Value)? = nil, _ read: (inout FieldReader) -> Value?
  ) -> [Value] {
    let shape =
      isDescribing ? Field.Shape.list(.record(FieldReader.describe { _ = read(&$0) })) : .text
    guard let node = node(name, alias, demand, shape, note) else { return [] }
    var items = if case .list(let list) = node.content { list } else { [node] }
    items.removeAll(where: \.isEmpty)
    return items.compactMap { item in
      if let word, case .scalar = item.content {
        return scalar(item, isProse: true).map { word(Located($0, item.mark)) }
      }
      return nested(item, read)
    }
  }

  /// One record inside this one, such as `publicity`.
  package mutating func record<Value: Sendable>(
    _ name: String, _ alias: String, _ note: @autoclosure () -> Wording,
    _ read: (inout FieldReader) -> Value?
  ) -> Located<Value>? {
    let shape =
      isDescribing ? Field.Shape.record(FieldReader.describe { _ = read(&$0) }) : .text
    guard let node = node(name, alias, .optional, shape, note) else { return nil }
    return nested(node, read).map { Located($0, node.mark) }
  }

  mutating func nested<Value>(_ node: Node, _ read: (inout FieldReader) -> Value?) -> Value? {
    var reader = FieldReader(node, path: path)
    let value = read(&reader)
    reader.finish { read(&$0) }
    diagnostics += reader.diagnostics
    return value
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

  /// The same, where it may be left out.
  package mutating func records<Value: Sendable>(
    _ name: String, _ alias: String, _ note: @autoclosure () -> Wording,
    word: ((Located<String>) -> Value)? = nil, _ read: (inout FieldReader) -> Value?
  ) -> [Value] { records(name, alias, .optional, note(), word: word, read) }

  package mutating func choice<Value: Choice>(
    _ name: String, _ alias: String, _ type: Value.Type, _ note: @autoclosure () -> Wording
  ) -> Located<Value>? { choice(name, alias, .optional, type, note()) }
}

private func startsWithBracket(_ text: String) -> Bool {
  text.unicodeScalars.first.map { "【［".unicodeScalars.contains($0) } ?? false
}

private func flagRemedy(_ text: String) -> Wording {
  switch text.lowercased() {
  case "yes", "y", "on", "1", "对", "有", "√": Wording("写成 true（是）", en: "write true")
  case "no", "n", "off", "0", "不", "无", "×": Wording("写成 false（否）", en: "write false")
  default: Wording("写 true（是）或 false（否）", en: "write true or false")
  }
}
