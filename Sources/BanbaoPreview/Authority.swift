/// A host and perhaps a port, as the `Host` field gives them (RFC 9110, 7.2).
package struct Authority: Hashable, Sendable {
  /// In lower case; an IPv6 address without its brackets.
  var host: String
  var port: Int?

  /// As a browser is given it.
  package var address: String {
    "http://" + (host.contains(":") ? "[\(host)]" : host) + (port.map { ":\($0)" } ?? "") + "/"
  }

  /// A server's own: its name or address and its port.
  package init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Nil for whatever browsers do not send: user names, empty hosts, empty ports, ports of more than five digits.
  init?(_ text: String) {
    let text = text.lowercased()
    let host: Substring
    let rest: Substring
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else { return nil }
      host = text[text.index(after: text.startIndex)..<end]
      rest = text[text.index(after: end)...]
      guard host.utf8.contains(UInt8(ascii: ":")), host.utf8.allSatisfy(isAddressByte) else { return nil }
    } else {
      let end = text.firstIndex(of: ":") ?? text.endIndex
      host = text[..<end]
      rest = text[end...]
      guard !host.isEmpty, host.utf8.allSatisfy(isNameByte) else { return nil }
    }
    self.host = String(host)
    if rest.isEmpty { return }
    let digits = rest.dropFirst()
    guard rest.first == ":", 1...5 ~= digits.utf8.count,
      digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }), let port = Int(digits), port <= 65535
    else { return nil }
    self.port = port
  }
}

private func isNameByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
    UInt8(ascii: "."), UInt8(ascii: "_"):
    true
  default: false
  }
}

private func isAddressByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"),
    UInt8(ascii: "."):
    true
  default: false
  }
}
