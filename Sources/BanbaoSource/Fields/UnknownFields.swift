import BanbaoDiagnostics

extension FieldReader {
  /// Reads one record whole: with what is missing and the keys that nobody asked for among the reader's diagnostics.
  ///
  /// - Parameters:
  ///   - keys: how the file names keys, of a record that is a part of it.
  ///   - read: asks for every key before it gives up. It is run once more to learn the names, only if there is a
  ///     key that nobody asked for.
  package static func reading<Value>(
    _ node: Node, path: String, keys: KeyLanguage? = nil, _ read: (inout FieldReader) -> Value
  ) -> (value: Value, reader: FieldReader) {
    var reader = FieldReader(node, path: path, keys: keys)
    let value = read(&reader)
    reader.finish(read)
    return (value, reader)
  }

  /// Whether a record has all that is required and no key that nobody asks for, and nothing is wrong with it. It costs less than
  /// to be told what is.
  ///
  /// - Parameter read: as above; false where the record is none.
  package static func accepts(_ node: Node, path: String, _ read: (inout FieldReader) -> Bool) -> Bool {
    var reader = FieldReader(node, path: path, keys: nil)
    return read(&reader) && !reader.lacksRequired && reader.diagnostics.isEmpty
      && reader.misshapen == nil && !reader.isUsed.contains(false)
  }

  private mutating func finish(_ read: (inout FieldReader) -> some Any) {
    guard !missing.isEmpty || misshapen != nil || isUsed.contains(false) else { return }
    // A misspelt key is one fault, not two.
    var meant: Set<String> = []
    if misshapen != nil || isUsed.contains(false) {
      let known = FieldReader.describe { _ = read(&$0) }
      if let misshapen { reportMisshapen(misshapen, known) }
      for index in entries.indices where !isUsed[index] {
        if let field = known.first(where: { isHalf(index, of: $0) }) {
          meant.insert(field.name)
          continue
        }
        let (diagnostic, name) = unknown(index, known, meant)
        report(diagnostic)
        if let name { meant.insert(name) }
      }
    }
    for lack in missing where !meant.contains(lack.name) && !meant.contains(lack.alias) {
      report(lack.diagnostic)
    }
    missing = []
  }

  private mutating func reportMisshapen(_ text: String, _ known: [Field]) {
    let wanted = known.filter(\.isRequired).isEmpty ? known : known.filter(\.isRequired)
    let lines = wanted.prefix(3).map { "\(keys[$0]): …" }
    let shown = text.unicodeScalars.count > 20 ? FieldLine.text(text.unicodeScalars.prefix(20)) + "…" : text
    let isInner = mark.column > 1
    var help = Wording(
      "每项另起一行\(isInner ? "、行首空两格" : "")，写 \(lines.joined(separator: "、"))",
      en: "write each in a line of its own\(isInner ? ", indented by two" : ""): " + lines.joined(separator: ", "))
    // Where one text is enough, what stands there is that text, such as the name of a file.
    if isInner, wanted.count == 1, let field = wanted.first, case .text = field.shape.main,
      !text.contains(where: { ",，、；;{}[]\"'#:".contains($0) })
    {
      let whole = "{\(keys[field]): \(text)}"
      help = Wording("写成 \(whole)", en: "write \(whole)")
    }
    report(
      FieldRules.shape.at(
        place(mark),
        Wording("“\(shown)”不是“名称: 内容”各项", en: "“\(shown)” is not fields “key: value”"), help: help))
  }

  /// What is said about a key that nobody asked for, and the name that it probably stands for.
  ///
  /// - Parameter meant: what the unknown keys above it stand for.
  private func unknown(_ index: Int, _ known: [Field], _ meant: Set<String>) -> (Diagnostic, meant: String?) {
    let (key, keyMark, value) = entries[index]
    if let fault = brokenAmount(index) { return (fault, nil) }
    if let slip = MistypedKey(entries, index),
      known.contains(where: { $0.name == slip.name || $0.alias == slip.name })
    {
      return (slip.diagnostic(path), slip.name)
    }
    func fault(_ message: Wording, _ help: Wording) -> Diagnostic {
      FieldRules.unknown.at(place(keyMark), message, help: help)
    }
    // Another word for a field of the record itself, such as 人数 for 参加人数, is likelier meant than a part of a group.
    let isSynonym = known.contains { $0.synonyms.contains(key) && $0.inner.isEmpty && !isMentioned($0) }
    if !isSynonym, let outer = known.first(where: { $0.inner.contains { $0.name == key || $0.alias == key } }) {
      let group = keys[outer]
      let message = Wording("“\(key)”是“\(group)”里的小项", en: "“\(key)” belongs inside “\(group)”")
      let help =
        isMentioned(outer)
        ? Wording(
          "移到“\(group)”里：那里用花括号的，写进花括号，用英文逗号隔开；不用的，写在它下面，行首空两格",
          en: "move it into “\(group)”: between its braces, behind a comma, or below it, indented by two spaces")
        : Wording("写在 \(group): 下面，行首空两格", en: "write it below “\(group):”, indented by two spaces")
      return (fault(message, help), nil)
    }
    let message = Wording("没有“\(key)”这一项", en: "there is no field “\(key)”")
    if let field = known.first(where: { $0.ends.contains(key) }) {
      return (fault(message, whole(field, end: index)), field.name)
    }
    let named = known.filter { $0.synonyms.contains(key) }
    let free = named.filter { !isMentioned($0) && !meant.contains($0.name) }
    // What the record lacks is likelier meant than what it may have.
    if let field = free.first(where: \.isRequired) ?? free.first ?? named.first {
      let name = keys[field]
      guard !free.isEmpty else {
        return (
          fault(
            message,
            Wording(
              "它就是“\(name)”，那一行已经有了：两行合成一行，只留一个 \(name): …",
              en: "it is “\(name)”, which stands there already: make one line of both, \(name): …")), field.name
        )
      }
      var fault = fault(message, Wording("写成 \(name): …", en: "write \(name): …"))
      fault.fix = Replacement(path, keyMark, from: key, to: name)
      return (fault, field.name)
    }
    if let near = nearest(to: key, among: known.flatMap { [$0.alias, $0.name] }) {
      let name = known.first { $0.name == near || $0.alias == near }.map { keys[$0] } ?? near
      return (fault(message, Wording("是不是“\(name)”？", en: "did you mean “\(name)”?")), near)
    }
    if value.isEmpty, known.isEmpty { return (fault(message, Wording("删掉它", en: "delete it")), nil) }
    return (
      fault(
        message,
        Wording(
          "可以写：\(known.map { keys[$0] }.joined(separator: "、"))",
          en: "the fields are: \(known.map { keys[$0] }.joined(separator: ", "))")), nil
    )
  }

  private func isMentioned(_ field: Field) -> Bool { mentions(field.name, field.alias) }

  // MARK: A span under two keys

  /// Whether an unknown key is the first day of a span whose last day stands under a key of its own: that one is
  /// answered, for both.
  private func isHalf(_ index: Int, of field: Field) -> Bool {
    field.synonyms.contains(entries[index].key) && entries.contains { field.ends.contains($0.key) }
  }

  /// How a span is written whose last day stands under a key of its own.
  private func whole(_ field: Field, end: Int) -> Wording {
    let name = keys[field]
    let begin = entries.first {
      $0.key == field.name || $0.key == field.alias || field.synonyms.contains($0.key)
    }
    guard let begin, case .scalar(let first, _) = begin.value.content,
      case .scalar(let last, _) = entries[end].value.content, let span = span(first, last)
    else {
      return Wording(
        "起止写在一行，像 \(name): 2026-03-05/2026-03-06 这样",
        en: "write both days in one line: \(name): 2026-03-05/2026-03-06")
    }
    return Wording(
      "“\(begin.key)”和“\(entries[end].key)”两行合成一行：\(name): \(span)",
      en: "make one line of “\(begin.key)” and “\(entries[end].key)”: \(name): \(span)")
  }

  private func span(_ first: String, _ last: String) -> String? {
    do throws(Misread) { return try DaySpan(reading: "\(first)至\(last)").iso } catch { return nil }
  }

  /// `{amount: 12,118.40}`, `{金额: ￥1,200元整}`: the comma cuts the amount in two.
  private func brokenAmount(_ index: Int) -> Diagnostic? {
    let key = entries[index].key
    let digits = key.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard index > 0, digits.first?.isNumber == true, entries[index].value.isEmpty,
      case .scalar(let head, true) = entries[index - 1].value.content, let last = head.last, last.isASCII, last.isNumber
    else { return nil }
    let (before, mark) = (entries[index - 1], entries[index].keyMark)
    return ValueRules.amountForm.at(
      place(mark),
      Wording(
        "花括号里的逗号把“\(head),\(key)”切成了两项", en: "in braces, the comma cuts “\(head),\(key)” in two"),
      help: Wording("写成 \(before.key): \(head)\(digits)", en: "write \(before.key): \(head)\(digits)"))
  }
}

extension Field {
  /// The fields that this one consists of, or that each of its items consists of.
  package var inner: [Field] {
    switch shape.main {
    case .record(let fields), .list(.record(let fields)): fields
    default: []
    }
  }
}
