/// One step of rendering. Lengths are in operations, texts are stretches of `Program.text`.
enum Operation: Sendable {
  case text(start: Int, count: Int)
  case escaped(path: Int)
  /// Prints HTML as it is, and escapes anything else.
  case html(path: Int)
  /// Prints anything as it is; only in themes compiled without checks.
  case raw(path: Int)
  /// The next `body` operations, for each item or once, with the item or value on the stack; meanwhile the entry at
  /// `hidden` is off it (-1 for none), as `Scope.entering` has it.
  case section(path: Int, body: Int, hidden: Int)
  /// The next `body` operations, once where the value counts as something; nothing comes onto the stack.
  case when(path: Int, body: Int)
  case inverted(path: Int, body: Int)
  case call(routine: Int)
  /// A template that uses itself: its lines are indented while rendering, by this stretch of text and, if `isAdded`,
  /// what they were indented by already.
  case recursiveCall(routine: Int, indentStart: Int, indentCount: Int, isAdded: Bool)
  /// Prints the indentation of a recursive call.
  case indent
}

/// A name, resolved: an entry of the stack, and the slots on the way down from it as a range of `Program.slots`.
struct Path: Sendable {
  var entry: Int
  var slots: Range<Int>
}

/// All templates of a theme as operations.
struct Program: Sendable {
  var code: [Operation] = []
  /// For each routine its range of `code`.
  var routines: [Range<Int>] = []
  var text: [UInt8] = []
  var paths: [Path] = []
  var slots: [Int] = []
  /// The routine of each page template.
  var pages: [String: Int] = [:]
  /// How many times templates may use themselves in one page. Where that was not proven to end with the data, it is cut
  /// off early.
  var maximalRecursiveCalls = 1_000
}
