package import BanbaoDiagnostics
import CLibYAML

/// Turns YAML into nodes through libyaml's events.
///
/// - Parameters:
///   - text: the file.
///   - range: where in the file the YAML lies.
///   - firstLine: the line in which `range` begins.
/// - Returns: nil for the root where nothing is written or the YAML is broken; broken YAML has a diagnostic.
package func parseYAML(
  _ text: SourceText, _ range: Range<Int>, firstLine: Int
) -> (root: Node?, diagnostics: [Diagnostic]) {
  var parser = YAMLEvents(text: text, range: range, firstLine: firstLine)
  return parser.run()
}

/// One run of libyaml over one piece of YAML.
private struct YAMLEvents {
  let text: SourceText
  let range: Range<Int>
  let firstLine: Int
  var diagnostics: [Diagnostic] = []
  var raw = yaml_parser_t()
  var hasFailed = false
  /// Comments are only looked for where there is a ` #` at all.
  let mayHaveComments: Bool

  /// Deeper nesting than any record has; keeps the recursion below bounded.
  static let depthLimit = 32

  init(text: SourceText, range: Range<Int>, firstLine: Int) {
    self.text = text
    self.range = range
    self.firstLine = firstLine
    var previous: UInt8 = 0x0A
    var found = false
    for byte in text.bytes[range] {
      if byte == UInt8(ascii: "#"), previous == 0x20 || previous == 0x09 {
        found = true
        break
      }
      previous = byte
    }
    mayHaveComments = found
  }

  mutating func run() -> (root: Node?, diagnostics: [Diagnostic]) {
    guard yaml_parser_initialize(&raw) == 1 else {
      diagnostics.append(YAMLRules.syntax.at(Place(text.path), Wording("内存不足", en: "out of memory")))
      return (nil, diagnostics)
    }
    defer { yaml_parser_delete(&raw) }
    let root: Node? = text.bytes.withUnsafeBufferPointer { all in
      let part = UnsafeBufferPointer(rebasing: all[range])
      yaml_parser_set_input_string(&raw, part.baseAddress, part.count)
      yaml_parser_set_encoding(&raw, YAML_UTF8_ENCODING)
      return document()
    }
    return (hasFailed ? nil : root, diagnostics)
  }

  /// The single document of the stream.
  private mutating func document() -> Node? {
    var root: Node?
    var documents = 0
    while var event = next() {
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_END_EVENT: return root
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        if documents == 2 {
          fail(
            YAMLRules.syntax, at: mark(event.start_mark),
            Wording("这里又出现了 --- ，一个文件只能有一份各项信息", en: "a second --- document begins here; a file holds one"))
          return nil
        }
      case YAML_DOCUMENT_END_EVENT, YAML_STREAM_START_EVENT, YAML_NO_EVENT: break
      default:
        root = node(event, depth: 0)
      }
      if hasFailed { return nil }
    }
    return nil
  }

  private mutating func next() -> yaml_event_t? {
    guard !hasFailed else { return nil }
    var event = yaml_event_t()
    guard yaml_parser_parse(&raw, &event) == 1 else {
      hasFailed = true
      diagnostics.append(syntaxFault())
      return nil
    }
    return event
  }

  private mutating func node(_ event: yaml_event_t, depth: Int) -> Node? {
    let start = mark(event.start_mark)
    guard depth <= YAMLEvents.depthLimit else {
      fail(
        YAMLRules.syntax, at: start,
        Wording("嵌套超过 \(YAMLEvents.depthLimit) 层", en: "nested more than \(YAMLEvents.depthLimit) levels deep"))
      return nil
    }
    switch event.type {
    case YAML_ALIAS_EVENT:
      fail(
        YAMLRules.alias, at: start, Wording("不能使用 YAML 的引用（*）", en: "YAML aliases (*) are not allowed"),
        help: Wording("如果星号是文字，请用引号括起来", en: "if the asterisk is text, put quotes round the value"))
      return nil
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      guard accepts(anchor: scalar.anchor, tag: scalar.tag, at: start) else { return nil }
      let value = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
      let end = mark(event.end_mark)
      let length = end.line == start.line ? max(1, end.column - start.column) : 1
      return Node(
        .scalar(value, isPlain: isPlain),
        mark: Mark(line: start.line, column: start.column, length: length),
        cutByComment: isPlain && mayHaveComments && isFollowedByComment(end))
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      guard accepts(anchor: sequence.anchor, tag: sequence.tag, at: start) else { return nil }
      var items: [Node] = []
      while var event = next() {
        defer { yaml_event_delete(&event) }
        if event.type == YAML_SEQUENCE_END_EVENT { return Node(.list(items), mark: start) }
        guard let item = node(event, depth: depth + 1) else { return nil }
        items.append(item)
      }
      return nil
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      guard accepts(anchor: mapping.anchor, tag: mapping.tag, at: start) else { return nil }
      return self.mapping(at: start, depth: depth)
    default:
      return nil
    }
  }

  private mutating func mapping(at start: Mark, depth: Int) -> Node? {
    var entries: [(key: String, keyMark: Mark, value: Node)] = []
    var seen: [String: Mark] = [:]
    while var event = next() {
      defer { yaml_event_delete(&event) }
      if event.type == YAML_MAPPING_END_EVENT { return Node(.mapping(entries), mark: start) }
      guard let keyNode = node(event, depth: depth + 1) else { return nil }
      guard case .scalar(let key, _) = keyNode.content else {
        fail(YAMLRules.syntax, at: keyNode.mark, Wording("这里应当是一个键名", en: "a key must stand here"))
        return nil
      }
      guard var valueEvent = next() else { return nil }
      defer { yaml_event_delete(&valueEvent) }
      guard let value = node(valueEvent, depth: depth + 1) else { return nil }
      let first =
        entries.count < 12 ? entries.first { $0.key == key }?.keyMark : seen[key]
      if let first {
        diagnostics.append(
          YAMLRules.duplicateKey.at(
            place(keyNode.mark), Wording("“\(key)”写了两次", en: "“\(key)” is given twice"),
            help: Wording("只留一个", en: "keep only one"), length: keyNode.mark.length,
            related: [Related(place(first), Wording("第一次写在这里", en: "it is given here first"))]))
        continue
      }
      entries.append((key, keyNode.mark, value))
      if entries.count == 12 { for entry in entries { seen[entry.key] = entry.keyMark } }
      if entries.count > 12 { seen[key] = keyNode.mark }
    }
    return nil
  }

  private mutating func accepts(
    anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, at mark: Mark
  ) -> Bool {
    if anchor != nil {
      fail(
        YAMLRules.alias, at: mark, Wording("不能使用 YAML 的锚点（&）", en: "YAML anchors (&) are not allowed"),
        help: Wording("如果 & 是文字，请用引号括起来", en: "if the ampersand is text, put quotes round the value"))
      return false
    }
    if tag != nil {
      fail(
        YAMLRules.tag, at: mark, Wording("不能使用 YAML 的标签（!）", en: "YAML tags (!) are not allowed"),
        help: Wording("如果叹号是文字，请用引号括起来", en: "if the exclamation mark is text, put quotes round the value"))
      return false
    }
    return true
  }

  private func mark(_ mark: yaml_mark_t) -> Mark {
    Mark(line: Int(mark.line) + firstLine, column: Int(mark.column) + 1)
  }

  private func place(_ mark: Mark) -> Place { Place(text.path, line: mark.line, column: mark.column) }

  private mutating func fail(_ rule: Rule, at mark: Mark, _ message: Wording, help: Wording? = nil) {
    hasFailed = true
    diagnostics.append(rule.at(place(mark), message, help: help))
  }

  /// Whether a `#` after a scalar may have been meant as text: ` #1 号`, unlike the usual `  # comment`.
  private func isFollowedByComment(_ end: Mark) -> Bool {
    guard let line = text.line(end.line) else { return false }
    let rest = line.unicodeScalars.dropFirst(end.column - 1)
    let spaces = rest.prefix { $0 == " " || $0 == "\t" }.count
    let comment = rest.dropFirst(spaces)
    guard comment.first == "#" else { return false }
    return spaces < 2 || (comment.dropFirst().first ?? " ") != " "
  }

  /// libyaml's problem in words that a cadre can use.
  private func syntaxFault() -> Diagnostic {
    let problem = raw.problem.map { String(cString: $0) } ?? ""
    var at = mark(raw.problem_mark)
    if raw.error == YAML_READER_ERROR {
      at = Mark(line: firstLine, column: 1)
      let offset = range.lowerBound + Int(clamping: raw.problem_offset)
      let place = text.place(at: min(offset, text.bytes.count))
      at = Mark(line: place.line, column: place.column)
    }
    let context = raw.context.map { String(cString: $0) } ?? ""
    let contextMark = mark(raw.context_mark)
    let words = YAMLProblem.words(for: problem, context: context)
    var related: [Related] = []
    if !context.isEmpty, contextMark.line != at.line, contextMark.line >= firstLine {
      related.append(Related(place(contextMark), Wording("从这里开始的", en: "this began here")))
    }
    return YAMLRules.syntax.at(place(at), words.message, help: words.help, related: related)
  }
}
