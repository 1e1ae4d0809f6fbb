import BanbaoHTML

/// The path and query of a request, in the only form that the preview answers.
///
/// Refused: the absolute form, `*`, anything outside printable ASCII, fragments, backslashes, empty parts but the last,
/// `.` and `..`, parts that end in a dot or a space, and escapes that are broken or stand for a slash, a control
/// character or bytes that are not UTF-8. What is left is a key to look up: no disk is ever asked for it.
struct RequestTarget: Hashable {
  /// Percent-decoded once, without the leading slash; empty for the root; ends in a slash where a folder was asked for.
  var path: String
  /// As it was sent, without the question mark.
  var query: String

  init?(_ text: String) {
    let utf8 = text.utf8
    guard utf8.first == UInt8(ascii: "/"),
      utf8.allSatisfy({ 0x21...0x7E ~= $0 && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "\\") })
    else { return nil }
    let parts = text.dropFirst().split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let segments = (parts.first ?? "").split(separator: "/", omittingEmptySubsequences: false)
    var decoded: [String] = []
    for (index, segment) in segments.enumerated() {
      guard let name = percentDecoded(String(segment)) else { return nil }
      guard index == segments.count - 1 && name.isEmpty || isPlainName(name) else { return nil }
      decoded.append(name)
    }
    path = decoded.joined(separator: "/")
    query = parts.count > 1 ? String(parts[1]) : ""
  }

  /// What is looked up: a folder stands for its `index.html`.
  var file: String { path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path }

  /// The value of a key in the query, which is not decoded; nil where the key is missing.
  func value(of key: String) -> Substring? {
    for pair in query.split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if sides.count == 2, sides[0] == key { return sides[1] }
    }
    return nil
  }
}

private func isPlainName(_ name: String) -> Bool {
  guard let last = name.utf8.last, last != UInt8(ascii: "."), last != UInt8(ascii: " ") else { return false }
  return name.utf8.allSatisfy {
    $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\")
  }
}
