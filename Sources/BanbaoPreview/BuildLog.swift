/// When what last changed, in numbers of builds, and the events that bring a tab up to date.
///
/// Events are server-sent events (HTML Living Standard, 9.2). Each bears the number of the build it leads to:
/// `ready` opens a stream, `reload` and `css` do what they say, `overlay` says that the overlay is to be fetched again.
struct BuildLog: Sendable {
  private let first: Int
  private(set) var build: Int
  private var pages: Int
  private var styleSheets: Int
  private var overlay: Int

  /// - Parameter first: a number above those of any server that ran before, so that a tab of that one is out of date.
  init(first: Int) {
    self.first = first
    build = first
    pages = first
    styleSheets = first
    overlay = first
  }

  mutating func add(_ change: PreviewChange, changesOverlay: Bool) {
    build += 1
    switch change {
    case .pages: pages = build
    case .styleSheets: styleSheets = build
    case .overlay: overlay = build
    }
    if changesOverlay { overlay = build }
  }

  /// What a tab that knows the build `seen` must be told. A reload brings everything with it.
  func events(after seen: Int) -> [String] {
    guard first...build ~= seen, pages <= seen else { return ["reload"] }
    return (styleSheets > seen ? ["css"] : []) + (overlay > seen ? ["overlay"] : [])
  }

  /// An event as it goes over the wire.
  func wire(_ event: String) -> String { "id: \(build)\nevent: \(event)\ndata: \(build)\n\n" }
}
