import BanbaoHTML
import Testing

@testable import BanbaoPreview

/// Attacks by other sites that are open in the same browser, numbered as in `Attacks on paths`.
@Suite struct `Attacks by other sites` {
  /// The status of a request whose `Host` fields are given as they stand; `PORT` is the server's.
  private func status(
    hosts: String..., allowedHosts: [String] = [], host: String = "localhost", address: String = "127.0.0.1"
  ) async throws -> Int {
    var status = 0
    try await preview(host: host, allowedHosts: allowedHosts) { _, port throws in
      let wire = try Wire(port, address: address)
      let fields = hosts.map {
        "Host: \($0.split(separator: "PORT", omittingEmptySubsequences: false).joined(separator: String(port)))\r\n"
      }
      wire.send("GET / HTTP/1.1\r\n\(fields.joined())\r\n")
      status = try wire.reply().status
    }
    return status
  }

  @Test(arguments: [
    "localhost", "localhost:PORT", "LocalHost:PORT", "127.0.0.1", "127.0.0.1:PORT", "[::1]", "[::1]:PORT",
  ])
  func `10 this computer's own names are answered`(host: String) async throws {
    #expect(try await status(hosts: host) == 200)
  }

  @Test(arguments: [
    "evil.example", "evil.example:PORT", "127.0.0.1.evil.example", "127.0.0.1.evil.example:PORT", "localhost.",
    "localhost.:PORT", "localhost:1", "notlocalhost", "localhost.evil.example", "xlocalhost", "10.0.0.5",
    "0.0.0.0:PORT",
    "[::]:PORT", "[::1%25]", "[0:0::1]", "2130706433", "127.1", "127.0.0.2",
  ])
  func `10 other names are misdirected or bad`(host: String) async throws {
    #expect([400, 421].contains(try await status(hosts: host)))
  }

  @Test func `10 a request names one host`() async throws {
    #expect(try await status() == 400)
    #expect(try await status(hosts: "localhost", "localhost") == 400)
    #expect(try await status(hosts: "localhost", "evil.example") == 400)
    #expect(try await status(hosts: "evil.example", "localhost:PORT") == 400)
  }

  @Test func `10 a name is allowed where it was given`() async throws {
    #expect(try await status(hosts: "Union.example:PORT", allowedHosts: ["union.EXAMPLE"]) == 200)
    #expect(try await status(hosts: "[fd00::1]", allowedHosts: ["[fd00::1]"]) == 200)
    #expect(try await status(hosts: "x.union.example", allowedHosts: ["union.example"]) == 421)
  }

  @Test(arguments: [
    "", " ", ":", ":80", "[", "]", "[]", "[::1", "::1", "localhost:", "localhost:x", "localhost:-1", "localhost:99999",
    "localhost:999999999999999999999", "localhost:80:80", "a@localhost", "localhost/", "localhost,evil.example",
    "local host",
    "localhost\t", "\u{FF}", "通知", "%6c", "localhost\u{1}", "http://localhost", "[localhost]", "[::1]x", "[::1]:",
  ])
  func `11 a malformed host or origin harms nothing`(text: String) async throws {
    try await preview { _, port throws in
      let wire = try Wire(port)
      wire.send("GET / HTTP/1.1\r\nHost: \(text)\r\n\r\n")
      #expect([400, 421].contains(try wire.reply().status) || text == "localhost\t")
      #expect([400, 403].contains(try get(port, "/-/events", "Origin: \(text)").status))
      #expect(try get(port, "/").status == 200)
    }
  }

  @Test(arguments: [
    "http://evil.example", "null", "http://10.0.0.5", "http://localhost", "https://localhost:PORT",
    "http://127.0.0.1:PORT",
    "http://localhost:PORT.evil.example", "http://localhost:1", "file://", "http://localhost:PORT/", "",
  ])
  func `12 an event stream is refused to other origins`(origin: String) async throws {
    try await preview { _, port throws in
      let origin = origin.split(separator: "PORT", omittingEmptySubsequences: false).joined(separator: String(port))
      for target in ["/-/events", "/"] {
        let reply = try get(port, target, "Origin: \(origin)")
        #expect(reply.status == 403)
      }
    }
  }

  @Test func `12 an event stream is open to its own origin`() async throws {
    try await preview { _, port throws in
      _ = try stream(port, "", "Origin: http://localhost:\(port)")
      #expect(
        try get(port, "/-/events", "Origin: http://localhost:\(port)", "Origin: http://evil.example").status == 403)
    }
  }

  @Test(arguments: ["no-cors", "cors", "websocket", "same-origin"], ["cross-site", "same-site", "x"])
  func `13 scripts and pictures of other sites get nothing`(mode: String, site: String) async throws {
    try await preview(["search/x.js": "草稿"]) { _, port throws in
      let reply = try get(port, "/search/x.js", "Sec-Fetch-Site: \(site)", "Sec-Fetch-Mode: \(mode)")
      #expect(reply.status == 403)
    }
  }

  @Test(arguments: [("cross-site", "navigate"), ("same-origin", "no-cors"), ("none", "navigate")])
  func `13 a link from another site may be followed`(site: String, mode: String) async throws {
    try await preview { _, port throws in
      let reply = try get(port, "/", "Sec-Fetch-Site: \(site)", "Sec-Fetch-Mode: \(mode)")
      #expect(reply.status == 200)
    }
  }

  @Test(arguments: ["/", "/x.js", "/missing", "/folder", "/-/preview.js", "/-/overlay", "/-/events", "/..", "/a b"])
  func `14 no answer lets another origin read it`(target: String) async throws {
    try await preview(["index.html": "", "x.js": "", "folder/index.html": ""], overlay: "错") { _, port throws in
      let reply = try get(port, target)
      #expect(!reply.fields.contains { $0.name.hasPrefix("access-control") })
      #expect(reply["cross-origin-resource-policy"] == "same-origin")
      #expect(reply["x-content-type-options"] == "nosniff")
      #expect(reply["cache-control"] == "no-store")
      #expect(reply["referrer-policy"] == "no-referrer")
      #expect(reply["content-security-policy"]?.hasPrefix("default-src 'self'") == true)
      #expect(reply["set-cookie"] == nil)
    }
  }

  @Test(arguments: ["OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE"])
  func `14 15 other methods are refused, with the ones there are`(method: String) async throws {
    try await preview { _, port throws in
      for target in ["/", "/-/events", "/-/overlay"] {
        let reply = try ask(
          port, "\(method) \(target) HTTP/1.1", "Access-Control-Request-Method: GET",
          "Access-Control-Request-Private-Network: true")
        #expect(reply.status == 405)
        #expect(reply["allow"] == "GET, HEAD")
        #expect(!reply.fields.contains { $0.name.hasPrefix("access-control") })
      }
    }
  }

  @Test(arguments: [
    "/-/stop", "/-/rebuild", "/__stop", "/-/open?file=/etc/passwd", "/-/", "/-", "/@fs/etc/passwd", "/-/events/",
  ])
  func `15 no address does anything`(target: String) async throws {
    try await preview { _, port throws in
      let before = try build(of: get(port, "/"))
      #expect(try get(port, target).status == 404)
      #expect(try build(of: get(port, "/")) == before)
    }
  }

  @Test func `16 markup in the text of a fault stays text`() async throws {
    try await preview(overlay: "</script><img src=x onerror=alert(1)>") { _, port throws in
      let served = try get(port, "/-/overlay")
      #expect(served.text == "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;")
      #expect(try get(port, "/").text.contains("onerror") == false)
      #expect(served["content-security-policy"]?.contains("script-src") == false)
    }
  }

  @Test func `21 the preview is for this computer alone`() async throws {
    try await preview { _, port throws in
      #expect(throws: Wire.Failure.self) { try Wire(port, address: "127.0.0.2") }
    }
  }

  @Test func `21 an explicit address is answered under that address and no other name`() async throws {
    #expect(try await status(hosts: "127.0.0.2:PORT", host: "0.0.0.0", address: "127.0.0.2") == 200)
    #expect(try await status(hosts: "127.0.0.3:PORT", host: "0.0.0.0", address: "127.0.0.2") == 421)
    #expect(try await status(hosts: "evil.example:PORT", host: "0.0.0.0", address: "127.0.0.2") == 421)
    #expect(try await status(hosts: "127.0.0.2:PORT", host: "127.0.0.2", address: "127.0.0.2") == 200)
  }
}
