import CArena
import CCmarkGFM
import Synchronization

/// Parses Markdown and hands out the tree, which lives as long as the call. The only file that touches cmark-gfm.
///
/// Safe in parallel with cmark-gfm 0.29.0.gfm.6, whose parser switches the `autolink` and `strikethrough`
/// extensions' characters on and off in process-global tables (github/cmark-gfm pull request 176):
/// `Extensions` switches autolink's on for ever; strikethrough's matter only to texts with a tilde, and those are
/// parsed under one lock.
///
/// - Parameter text: UTF-8 that has passed `survey`, since the call cannot be interrupted.
func withMarkdownTree(
  _ text: UnsafeBufferPointer<UInt8>, hasTilde: Bool, _ body: (MarkdownNode) -> Void
) {
  let extensions = Extensions.shared
  // A parse makes thousands of small allocations; taken from one piece and given back at once, they cost next to nothing.
  let beginning = banbao_arena_begin()
  defer { banbao_arena_end(beginning) }
  let memory = UnsafeMutablePointer<cmark_mem>(bitPattern: extensions.memory)
  guard let parser = cmark_parser_new_with_mem(parserOptions, memory) else { return }
  for pointer in extensions.always {
    cmark_parser_attach_syntax_extension(parser, OpaquePointer(bitPattern: pointer))
  }
  if hasTilde {
    cmark_parser_attach_syntax_extension(
      parser, OpaquePointer(bitPattern: extensions.strikethrough))
  }
  text.withMemoryRebound(to: CChar.self) {
    if let start = $0.baseAddress { cmark_parser_feed(parser, start, $0.count) }
  }
  let root =
    hasTilde
    ? Extensions.tildeLock.withLock { _ in UInt(bitPattern: cmark_parser_finish(parser)) }
    : UInt(bitPattern: cmark_parser_finish(parser))
  guard let root = OpaquePointer(bitPattern: root) else { return }
  body(MarkdownNode(pointer: root))
}

/// What the parser makes of an entity such as `&amp;`; nil where it leaves it as it is.
func meaningOfEntity(_ entity: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
  guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
  defer { cmark_parser_free(parser) }
  entity.withMemoryRebound(to: CChar.self) {
    if let start = $0.baseAddress { cmark_parser_feed(parser, start, $0.count) }
  }
  guard let root = cmark_parser_finish(parser) else { return nil }
  defer { cmark_node_free(root) }
  guard let text = MarkdownNode(pointer: root).firstChild?.firstChild?.literal else { return nil }
  return text.elementsEqual(entity) ? nil : Array(text)
}

/// `SOURCEPOS` makes the parser count the lines inside code spans and links. One tilde is no strikethrough, because
/// it stands for "to" in Chinese: `9:00~11:00，14:00~16:00`.
private let parserOptions =
  CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE

/// The registered extensions, as addresses, because pointers are not `Sendable`.
private struct Extensions {
  /// The functions by which the parser comes by memory.
  var memory: UInt
  var always: [UInt] = []
  var strikethrough: UInt
  var tasklist: UInt
  var kinds = ExtensionKinds()

  static let shared = Extensions()
  static let tildeLock = Mutex<Void>(())

  private init() {
    let functions = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    functions.initialize(
      to: cmark_mem(calloc: banbao_arena_calloc, realloc: banbao_arena_realloc, free: banbao_arena_free))
    memory = UInt(bitPattern: functions)
    cmark_gfm_core_extensions_ensure_registered()
    let autolink = cmark_find_syntax_extension("autolink")
    strikethrough = UInt(bitPattern: cmark_find_syntax_extension("strikethrough"))
    tasklist = UInt(bitPattern: cmark_find_syntax_extension("tasklist"))
    let table = UInt(bitPattern: cmark_find_syntax_extension("table"))
    if let autolink, let parser = cmark_parser_new(CMARK_OPT_DEFAULT) {
      cmark_parser_attach_syntax_extension(parser, autolink)
      cmark_manage_extensions_special_characters(parser, 1)
      cmark_parser_free(parser)
      cmark_syntax_extension_set_special_inline_chars(autolink, nil)
    }
    always = [table, UInt(bitPattern: autolink), tasklist].filter { $0 != 0 }
    kinds = ExtensionKinds(table: table, strikethrough: strikethrough)
  }
}

/// The node types that extensions were given when they were registered.
private struct ExtensionKinds {
  var table: UInt32 = 0
  var row: UInt32 = 0
  var cell: UInt32 = 0
  var strikethrough: UInt32 = 0

  init() {}

  /// Reads them off a sample, because the headers do not name them.
  init(table tableExtension: UInt, strikethrough strikethroughExtension: UInt) {
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return }
    defer { cmark_parser_free(parser) }
    for pointer in [tableExtension, strikethroughExtension] {
      cmark_parser_attach_syntax_extension(parser, OpaquePointer(bitPattern: pointer))
    }
    let sample = "|~~a~~|\n|-|\n"
    cmark_parser_feed(parser, sample, sample.utf8.count)
    guard let root = cmark_parser_finish(parser) else { return }
    defer { cmark_node_free(root) }
    var types: [UInt32] = []
    var node = cmark_node_first_child(root)
    while let current = node {
      types.append(cmark_node_get_type(current).rawValue)
      node = cmark_node_first_child(current)
    }
    guard types.count == 5 else { return }
    (table, row, cell, strikethrough) = (types[0], types[1], types[2], types[3])
  }
}

enum NodeKind {
  case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
  case footnoteDefinition, table, tableRow, tableCell
  case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image
  case footnoteReference, other
}

extension NodeKind {
  /// Whether blocks lie in it.
  var holdsBlocks: Bool {
    switch self {
    case .document, .blockQuote, .list, .item, .footnoteDefinition: true
    default: false
    }
  }
}

/// What a fenced code block begins with: so many of one sign.
struct Fence {
  var mark: UInt8
  var length: Int
}

/// A node of the tree, valid while `withMarkdownTree` runs.
struct MarkdownNode: Equatable {
  fileprivate let pointer: OpaquePointer

  var kind: NodeKind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: return .text
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_LINK: return .link
    case CMARK_NODE_IMAGE: return .image
    case CMARK_NODE_ITEM: return .item
    case CMARK_NODE_LIST: return .list
    case CMARK_NODE_HEADING: return .heading
    case CMARK_NODE_CODE: return .code
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
    case CMARK_NODE_CODE_BLOCK: return .codeBlock
    case CMARK_NODE_HTML_INLINE: return .htmlInline
    case CMARK_NODE_HTML_BLOCK: return .htmlBlock
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteReference
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnoteDefinition
    case CMARK_NODE_DOCUMENT: return .document
    case let type:
      let kinds = Extensions.shared.kinds
      switch type.rawValue {
      case kinds.cell: return .tableCell
      case kinds.row: return .tableRow
      case kinds.table: return .table
      case kinds.strikethrough: return .strikethrough
      default: return .other
      }
    }
  }

  var next: MarkdownNode? { cmark_node_next(pointer).map(MarkdownNode.init) }
  var previous: MarkdownNode? { cmark_node_previous(pointer).map(MarkdownNode.init) }
  var parent: MarkdownNode? { cmark_node_parent(pointer).map(MarkdownNode.init) }
  var firstChild: MarkdownNode? { cmark_node_first_child(pointer).map(MarkdownNode.init) }
  var lastChild: MarkdownNode? { cmark_node_last_child(pointer).map(MarkdownNode.init) }

  /// Visits the nodes below this one in the order of the text.
  ///
  /// - Parameters:
  ///   - enter: called with each; returns whether those below it are visited too.
  ///   - leave: called with each behind those below it.
  func visitDescendants(_ enter: (MarkdownNode) -> Bool, leave: (MarkdownNode) -> Void = { _ in }) {
    guard var node = firstChild else { return }
    while true {
      if enter(node), let child = node.firstChild {
        node = child
        continue
      }
      leave(node)
      while node.next == nil {
        guard let parent = node.parent, parent != self else { return }
        node = parent
        leave(node)
      }
      guard let next = node.next else { return }
      node = next
    }
  }

  /// The text of a text, a code span, a code block, raw HTML; the number of a footnote reference.
  var literal: UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_literal(pointer)) }
  var url: UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_url(pointer)) }
  var title: UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_title(pointer)) }
  var fenceInfo: UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_fence_info(pointer)) }

  /// The fence that a code block begins with; nil where the block is indented.
  var fence: Fence? {
    var length: Int32 = 0
    var offset: Int32 = 0
    var mark: CChar = 0
    guard cmark_node_get_fenced(pointer, &length, &offset, &mark) != 0, length > 0 else { return nil }
    return Fence(mark: UInt8(bitPattern: mark), length: Int(length))
  }

  /// Lines count from 1 within the parsed text.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

  /// Whether a task of a task list is done; nil for an ordinary item.
  var isDone: Bool? {
    let own = UInt(bitPattern: cmark_node_get_syntax_extension(pointer))
    guard own != 0, own == Extensions.shared.tasklist else { return nil }
    return cmark_gfm_extensions_get_tasklist_item_checked(pointer)
  }

  var isHeaderRow: Bool { cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }

  /// How a table's columns are aligned: `l`, `c`, `r`, or 0 for a column that says nothing.
  var alignments: [UInt8] {
    guard let start = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    return Array(UnsafeBufferPointer(start: start, count: count))
  }

  private func bytes(_ start: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let start else { return UnsafeBufferPointer(start: nil, count: 0) }
    var count = 0
    while start[count] != 0 { count += 1 }
    return UnsafeRawBufferPointer(start: start, count: count).bindMemory(to: UInt8.self)
  }
}
