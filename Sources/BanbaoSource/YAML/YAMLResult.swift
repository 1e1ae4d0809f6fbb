import BanbaoDiagnostics

extension YAMLEvents {
  /// What came of reading.
  struct Result {
    /// Nil also where nothing is written.
    var root: Node?
    /// Without that of the failure.
    var diagnostics: [Diagnostic]
    var failure: Failure?

    /// Whether all of it is one text, which no file of ours is.
    var isText: Bool {
      guard let root, case .scalar = root.content else { return false }
      return !root.isEmpty
    }
  }

  /// Why reading ended before the end.
  struct Failure {
    var diagnostic: Diagnostic
    /// The lines that were not understood: from behind the last value to where reading ended.
    var lines: ClosedRange<Int>
    /// The line of a key that no colon follows.
    var lineWithoutColon: Int?
    /// A field stands where none may stand, as when its line is indented too much.
    var isOutOfPlace = false
  }
}
