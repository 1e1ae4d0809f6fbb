/// One step of rendering. Lengths are in operations, texts are stretches of `Program.text`.
enum Operation: Sendable {
  case text(start: Int, count: Int)
  case escaped(path: Int)
  /// Prints HTML as it is, and escapes anything else.
  case html(path: Int)
  /// Prints anything as it is; only in themes compiled without checks.
  case raw(path: Int)
  /// The next `body` operations, for each item or once.
  case section(path: Int, body: Int)
  case inverted(path: Int, body: Int)
  case call(routine: Int)
  /// A template that uses itself: its lines are indented while rendering, by this stretch of text and, if `isAdded`,
  /// what they were indented by already.
  case recursiveCall(routine: Int, indentStart: Int, indentCount: Int, isAdded: Bool)
  /// Prints the indentation of a recursive call.
  case indent
}

/// A dotted name, ready for lookup.
struct Path: Sendable {
  struct Part: Hashable, Sendable {
    var key: UInt64
    var name: String
  }

  var first: Part
  /// What follows the first dot, as a range of `Program.parts`.
  var rest: Range<Int>
  var isImplicit: Bool
}

/// All templates of a theme as operations.
struct Program: Sendable {
  var code: [Operation] = []
  /// For each routine its range of `code`.
  var routines: [Range<Int>] = []
  var text: [UInt8] = []
  var paths: [Path] = []
  var parts: [Path.Part] = []
  /// The routine of each page template.
  var pages: [String: Int] = [:]
  /// How many times templates may use themselves in one page. Where that was not proven to end with the data, it is cut
  /// off early; else only a view that does not agree with its shape comes near the limit.
  var maximalRecursiveCalls = 1_000
}
