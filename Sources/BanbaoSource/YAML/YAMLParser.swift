package import BanbaoDiagnostics
import CLibYAML

/// Turns YAML into nodes through libyaml's events.
///
/// - Parameters:
///   - text: a file without `encodingFaults`, or lines are counted wrong.
///   - range: where in the file the YAML lies.
///   - firstLine: the line in which `range` begins.
/// - Returns: nil for the root where nothing is written or the YAML is broken; broken YAML has a diagnostic.
package func parseYAML(
  _ text: SourceText, _ range: Range<Int>, firstLine: Int
) -> (root: Node?, diagnostics: [Diagnostic]) {
  let result = YAMLEvents(text.path, text.bytes[range], firstLine: firstLine).read()
  return (result.root, result.diagnostics + (result.failure.map { [$0.diagnostic] } ?? []))
}

/// One run of libyaml over one piece of YAML.
struct YAMLEvents {
  private let path: String
  private let firstLine: Int
  /// Where the scalars of mended lines stood, by line.
  private let edits: [Int: LineEdit]
  private var bytes: ArraySlice<UInt8>
  /// At one address: libyaml keeps a pointer to it.
  private let raw: UnsafeMutablePointer<yaml_parser_t>
  private var diagnostics: [Diagnostic] = []
  private var failure: Failure?
  /// The first line that is not understood yet, and whether something in it is.
  private var reached: (line: Int, isPartly: Bool)
  /// The lines of the last scalar, if there are several.
  private var longScalar: ClosedRange<Int>?
  private var comments: CommentSearch
  /// In lines of the text's own.
  private lazy var textEnd = SourceText(path: path, bytes: Array(bytes)).place(at: bytes.count)

  /// Deeper nesting than any record has; keeps the recursion below bounded.
  static let depthLimit = 32

  init(_ path: String, _ bytes: ArraySlice<UInt8>, firstLine: Int, edits: [Int: LineEdit] = [:]) {
    self.path = path
    self.firstLine = firstLine
    self.edits = edits
    self.bytes = bytes
    reached = (firstLine, true)
    comments = CommentSearch(bytes)
    raw = UnsafeMutablePointer.allocate(capacity: 1)
    raw.initialize(to: yaml_parser_t())
  }

  consuming func read() -> Result {
    defer { raw.deallocate() }
    guard yaml_parser_initialize(raw) == 1 else {
      return Result(
        root: nil, diagnostics: [YAMLRules.syntax.at(Place(path), Wording("内存不足", en: "out of memory"))])
    }
    defer { yaml_parser_delete(raw) }
    let input = bytes
    let root: Node? = input.withUnsafeBufferPointer { part in
      yaml_parser_set_input_string(raw, part.baseAddress, part.count)
      yaml_parser_set_encoding(raw, YAML_UTF8_ENCODING)
      return document()
    }
    return Result(root: failure == nil ? root : nil, diagnostics: diagnostics, failure: failure)
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
            Wording("这里又出现了 ---，一个文件只能有一份", en: "a second --- begins here; a file holds one document"),
            help: Wording("几条记录写成列表，每条以“- ”开头", en: "write several records as a list of “- ” items"))
          return nil
        }
      case YAML_DOCUMENT_END_EVENT, YAML_STREAM_START_EVENT, YAML_NO_EVENT: break
      default:
        root = node(event, depth: 0)
      }
      if failure != nil { return nil }
    }
    return nil
  }

  private mutating func next() -> yaml_event_t? {
    guard failure == nil else { return nil }
    var event = yaml_event_t()
    guard yaml_parser_parse(raw, &event) == 1 else {
      failure = syntaxFailure()
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
        YAMLRules.alias, at: start, Wording("值不能以英文的星号 * 开头", en: "YAML aliases (*) are not allowed"),
        help: Wording("星号是文字，就用英文引号把整个值括起来", en: "if the asterisk is text, put quotes round the value"))
      return nil
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      guard accepts(anchor: scalar.anchor, tag: scalar.tag, at: start) else { return nil }
      let decoded = unfolded(
        String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self), event)
      let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
      let start = scalar.length == 0 ? inside(start) : start
      let end = mark(event.end_mark)
      let length = end.line == start.line ? max(1, end.column - start.column) : 1
      let whole = Mark(line: start.line, column: start.column, length: length)
      let value = scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE ? sifted(decoded, at: whole) : decoded
      var node = Node(.scalar(value, isPlain: isPlain), mark: whole)
      if isPlain, let cut = comments.comment(behind: event.end_mark) {
        node.cut = Located(cut.text, mark(line: event.end_mark.line, column: cut.column))
      }
      return node
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      guard accepts(anchor: sequence.anchor, tag: sequence.tag, at: start) else { return nil }
      var items: [Node] = []
      while var event = next() {
        defer { yaml_event_delete(&event) }
        if event.type == YAML_SEQUENCE_END_EVENT { return Node(.list(items), mark: start) }
        guard let item = node(event, depth: depth + 1) else { return nil }
        understood(event)
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

  /// Double quotes may spell out characters (`\u202E`) that the file itself does not hold.
  private mutating func sifted(_ decoded: String, at mark: Mark) -> String {
    let (value, strays) = decoded.sifted()
    guard !strays.isEmpty else { return value }
    let isInFile = strays.contains { stray in bytes.firstRange(of: Array(String(stray).utf8)) != nil }
    if !isInFile { diagnostics.append(escapeFault(strays, at: place(mark))) }
    return value
  }

  private mutating func mapping(at start: Mark, depth: Int) -> Node? {
    var entries: [(key: String, keyMark: Mark, value: Node)] = []
    var seen: [String: Mark] = [:]
    while var event = next() {
      defer { yaml_event_delete(&event) }
      if event.type == YAML_MAPPING_END_EVENT { return Node(.mapping(entries), mark: start) }
      guard let keyNode = node(event, depth: depth + 1) else { return nil }
      reached = (keyNode.mark.line, true)
      guard case .scalar(let key, _) = keyNode.content else {
        fail(
          YAMLRules.syntax, at: keyNode.mark,
          Wording("这里应当是名称，不能是括号", en: "a key must stand here, not a bracket"),
          help: Wording("每行写成“名称: 内容”", en: "write “key: value” in every line"))
        return nil
      }
      if let first = key.unicodeScalars.first, FieldLine.isWideSpace(first) {
        fail(
          SlipRules.fullWidthSpace, at: keyNode.mark,
          Wording("名称前面是全角空格", en: "a full-width space stands before the key"))
        return nil
      }
      guard var valueEvent = next() else { return nil }
      defer { yaml_event_delete(&valueEvent) }
      guard let value = node(valueEvent, depth: depth + 1) else { return nil }
      understood(valueEvent)
      let first =
        entries.count < 12 ? entries.first { $0.key == key }?.keyMark : seen[key]
      if let first {
        diagnostics.append(
          YAMLRules.duplicateKey.at(
            place(keyNode.mark), Wording("“\(key)”写了两次", en: "“\(key)” is given twice"),
            help: Wording("只留一个", en: "keep only one"),
            related: [Related(place(first), Wording("第一次写在这里", en: "it is given here first"))]))
        continue
      }
      entries.append((key, keyNode.mark, value))
      if entries.count == 12 { for entry in entries { seen[entry.key] = entry.keyMark } }
      if entries.count > 12 { seen[key] = keyNode.mark }
    }
    return nil
  }

  private mutating func unfolded(_ value: String, _ event: yaml_event_t) -> String {
    let style = event.data.scalar.style
    guard event.start_mark.line < event.end_mark.line, style != YAML_LITERAL_SCALAR_STYLE else { return value }
    var lines = comments.lines(from: event.start_mark, to: event.end_mark)
    // What stands before the text: `>` with its signs, or a quotation mark.
    if style == YAML_FOLDED_SCALAR_STYLE {
      lines.removeFirst()
    } else if style != YAML_PLAIN_SCALAR_STYLE {
      lines[0].removeFirst()
    }
    return joinedAsHan(value, lines: lines)
  }

  private mutating func accepts(
    anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, at mark: Mark
  ) -> Bool {
    if anchor != nil {
      fail(
        YAMLRules.alias, at: mark, Wording("值不能以英文的 & 开头", en: "YAML anchors (&) are not allowed"),
        help: Wording("& 是文字，就用英文引号把整个值括起来", en: "if the ampersand is text, put quotes round the value"))
      return false
    }
    if tag != nil {
      fail(
        YAMLRules.tag, at: mark, Wording("值不能以英文的叹号 ! 开头", en: "YAML tags (!) are not allowed"),
        help: Wording("叹号是文字，就用英文引号把整个值括起来", en: "if the exclamation mark is text, put quotes round the value"))
      return false
    }
    return true
  }

  private func mark(_ mark: yaml_mark_t) -> Mark { self.mark(line: mark.line, column: Int(mark.column)) }

  /// - Parameter column: counted from 0 in the text that was read.
  private func mark(line: Int, column: Int) -> Mark {
    let number = line + firstLine
    return Mark(line: number, column: (edits[number]?.original(column) ?? column) + 1)
  }

  /// libyaml counts the end of a text without a last line feed as a line of its own.
  private mutating func inside(_ mark: Mark) -> Mark {
    mark.line < textEnd.line + firstLine ? mark : self.mark(line: textEnd.line - 1, column: textEnd.column - 1)
  }

  private func place(_ mark: Mark) -> Place { Place(path, mark) }

  /// Marks the lines up to the end of a value as understood.
  private mutating func understood(_ event: yaml_event_t) {
    let (start, end) = (event.start_mark, event.end_mark)
    let line = Int(end.line) + firstLine
    // The end of a block has no text of its own: it lies before the next line's.
    let isWhole = start.index != end.index && end.column > 0
    if line >= reached.line { reached = (isWhole ? line + 1 : line, isWhole && start.line == end.line) }
    longScalar = start.line < end.line ? Int(start.line) + firstLine...line : nil
  }

  private mutating func fail(_ rule: Rule, at mark: Mark, _ message: Wording, help: Wording? = nil) {
    failure = Failure(
      diagnostic: rule.at(place(mark), message, help: help), lines: mark.line...mark.line)
  }

  /// libyaml's problem in words that a cadre can use.
  private mutating func syntaxFailure() -> Failure {
    let problem = raw.pointee.problem.map { String(cString: $0) } ?? ""
    let context = raw.pointee.context.map { String(cString: $0) } ?? ""
    let text = SourceText(path: path, bytes: Array(bytes))
    var at = inside(mark(raw.pointee.problem_mark))
    if raw.pointee.error == YAML_READER_ERROR {
      let place = text.place(at: min(Int(clamping: raw.pointee.problem_offset), bytes.count))
      at = mark(line: place.line - 1, column: place.column - 1)
    }
    let began = inside(mark(raw.pointee.context_mark))
    let words = YAMLProblem.words(for: problem, context: context)
    var related: [Related] = []
    if words.standsAtStart, !context.isEmpty, began.line >= firstLine {
      at = began
    } else if context.contains("flow"), began.line != at.line, began.line >= firstLine {
      related.append(Related(place(began), Wording("从这里开始的", en: "this began here")))
    }
    // A line that is understood up to where reading ended may hold the slip behind that.
    let fault = max(firstLine, Int(raw.pointee.problem_mark.line) + firstLine)
    var first = reached.isPartly && fault == reached.line - 1 ? fault : reached.line
    // A text that goes on over several lines up to the fault may have taken in what was meant as fields.
    if let longScalar, longScalar.upperBound == fault { first = longScalar.lowerBound }
    if context.contains("flow"), began.line >= firstLine { first = began.line }
    var failure = Failure(
      diagnostic: YAMLRules.syntax.at(place(at), words.message, help: words.help, related: related),
      lines: min(first, fault)...fault)
    if problem.contains("could not find expected ':'") { failure.lineWithoutColon = began.line }
    failure.isOutOfPlace =
      problem.contains("mapping values are not allowed") || problem.contains("<document start>")
      || problem.contains("did not find expected key")
    return failure
  }
}
