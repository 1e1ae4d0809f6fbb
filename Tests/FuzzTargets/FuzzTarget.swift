/// A part of banbao that reads foreign bytes, and how one input is given to it.
///
/// libFuzzer feeds it in the program `Fuzz` (`.ci/fuzz`); `FuzzTests` feed it what was found by that.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// A file of any kind of record, or one of the settings.
  case record
  /// A ledger as CSV or as a workbook, and its book.
  case ledger
  /// The body of a record.
  case markdown
  /// Up to four templates that may include each other.
  case template
  /// What a browser sends to the preview.
  case request
  /// A few files, made into a whole site.
  case tree

  /// What is wrong with how an input is dealt with; nil where all is well. Traps where banbao does.
  package func fault(of input: [UInt8]) async throws -> String? {
    switch self {
    case .record: try await recordFault(input)
    case .ledger: try await ledgerFault(input)
    case .markdown: markdownFault(input)
    case .template: templateFault(input)
    case .request: try requestFault(input)
    case .tree: try await treeFault(input)
    }
  }
}

/// The parts of an input between its zero bytes, at most so many; the last one is the rest.
func parts(of input: [UInt8], atMost count: Int) -> [[UInt8]] {
  input.split(separator: 0, maxSplits: count - 1, omittingEmptySubsequences: false).map(Array.init)
}
