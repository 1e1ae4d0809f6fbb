/// The text that is given to the parser: the author's, with what prose needs put in.
///
/// - A character that says nothing beside runs of asterisks: see `delimiterRuns`.
/// - A tab and the same character where an address ends, because GFM lets addresses run on to the next white space:
///   `见 https://example.org/a，谢谢`.
/// - Stand-ins for signs that are meant as such: `5*8人`, `____年__月`, `>60岁`, `C:\表\_甲.xlsx`, a blank in a file's name.
///
/// Whoever reads the tree takes all of it out again: see `Escaper`. Lines stay the same, columns don't.
struct PreparedText {
  private let original: UnsafeBufferPointer<UInt8>
  private let changed: [UInt8]?
  /// Of what was put in; nil where nothing was.
  let sentinel: Sentinel?

  /// - Parameter misread: changes that an earlier reading of the text asked for.
  init(_ text: UnsafeBufferPointer<UInt8>, _ survey: Survey, _ misread: [Change]) {
    original = text
    var changes = survey.signs.map { Change(at: $0, .sign) } + misread
    if survey.hasDelimiters { addRuns(text, to: &changes) }
    if survey.hasAddresses { addAddressEnds(text, to: &changes) }
    if survey.hasBackslashes { addPaths(text, to: &changes) }
    if survey.hasSpaceRuns { addBlanks(text, to: &changes) }
    if survey.hasLinks { addFileNames(text, to: &changes) }
    if !changes.isEmpty, let free = Sentinel(absentFrom: text) {
      sentinel = free
      changed = text.applying(changes, free)
    } else {
      sentinel = nil
      changed = nil
    }
  }

  /// The text to parse, valid during the call.
  func withText(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if let changed { changed.withUnsafeBufferPointer(body) } else { body(original) }
  }
}

/// One thing that a text is given before it is parsed.
struct Change {
  enum Kind {
    /// A character that says nothing.
    case nothing
    /// The end of an address.
    case addressEnd
    /// A stand-in in place of the sign that stands there.
    case sign
    /// Nothing in place of the white space that stands there.
    case removed
  }

  /// Of the byte before which it goes, or which it replaces.
  var at: Int
  var kind: Kind

  init(at: Int, _ kind: Kind) {
    self.at = at
    self.kind = kind
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func applying(_ unordered: [Change], _ sentinel: Sentinel) -> [UInt8] {
    // In one place, what is put in comes before what is replaced.
    let changes = unordered.sorted { ($0.at, $0.kind.order) < ($1.at, $1.kind.order) }
    var result: [UInt8] = []
    result.reserveCapacity(count + changes.count * 4)
    var copied = 0
    for change in changes where change.at >= copied && change.at <= count {
      result.append(contentsOf: UnsafeBufferPointer(rebasing: self[copied..<change.at]))
      copied = change.at
      switch change.kind {
      case .nothing: sentinel.append(Sentinel.nothing, to: &result)
      case .addressEnd:
        result.append(0x09)
        sentinel.append(Sentinel.nothing, to: &result)
      case .sign where copied < count:
        sentinel.append(self[copied], to: &result)
        copied += 1
      case .removed where copied < count: copied += 1
      case .sign, .removed: break
      }
    }
    result.append(contentsOf: UnsafeBufferPointer(rebasing: self[copied...]))
    return result
  }
}

extension Change.Kind {
  fileprivate var order: Int {
    switch self {
    case .nothing: 0
    case .addressEnd: 1
    case .sign, .removed: 2
    }
  }
}
