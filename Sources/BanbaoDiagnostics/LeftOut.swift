/// A record that was read and not published, and why.
package struct LeftOut: Hashable, Sendable, Comparable {
  /// In the order in which the last line of a build counts them.
  package enum Reason: String, Sendable, CaseIterable {
    case draft, scheduled, expired, sample
  }

  /// As in `Place.path`.
  package var path: String
  package var reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// By path in the order of UTF-8 bytes, then by reason.
  package static func < (a: LeftOut, b: LeftOut) -> Bool {
    if a.path != b.path { return a.path.precedes(b.path) }
    return a.reason.rawValue < b.reason.rawValue
  }
}
