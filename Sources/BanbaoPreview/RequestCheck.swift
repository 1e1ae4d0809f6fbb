import NIOHTTP1

/// Whether a request may be answered at all, whatever it asks for.
struct RequestCheck: Sendable {
  /// In lower case, IPv6 addresses without brackets.
  private let hosts: Set<String>
  private let longestTarget: Int

  /// - Parameter hosts: names and addresses that are allowed beside those of this computer itself, without ports.
  init(allowing hosts: [String], longestTarget: Int) {
    var names: Set = ["localhost", "127.0.0.1", "::1"]
    for host in hosts {
      let name = host.lowercased()
      names.insert(name.hasPrefix("[") && name.hasSuffix("]") ? String(name.dropFirst().dropLast()) : name)
    }
    self.hosts = names
    self.longestTarget = longestTarget
  }

  /// The host is checked first: a page that reached this server under a name of its own (DNS rebinding) learns nothing.
  ///
  /// - Parameter local: the address and port of this computer that the connection came to. A request that names that
  ///   very address is allowed: an address cannot be rebound.
  func refusal(of head: HTTPRequestHead, local: Authority?) -> Refusal? {
    let fields = head.headers["host"]
    guard fields.count == 1, let field = fields.first, let named = Authority(field) else { return .badHost }
    guard hosts.contains(named.host) || named.host == local?.host, named.port == nil || named.port == local?.port
    else { return .foreignHost }

    if head.uri.utf8.count > longestTarget { return .targetTooLong }
    guard head.uri.utf8.first == UInt8(ascii: "/") else { return .badTarget }
    guard head.method == .GET || head.method == .HEAD else { return .otherMethod }
    guard head.headers["transfer-encoding"].isEmpty, head.headers["content-length"].allSatisfy({ $0 == "0" })
    else { return .hasBody }

    let origins = head.headers["origin"]
    guard origins.isEmpty || origins.map({ $0.lowercased() }) == ["http://" + field.lowercased()]
    else { return .foreignOrigin }
    let sites = head.headers["sec-fetch-site"]
    let isForeign = sites.contains { $0 != "same-origin" && $0 != "none" }
    if isForeign && head.headers["sec-fetch-mode"] != ["navigate"] { return .otherSite }
    return nil
  }
}
