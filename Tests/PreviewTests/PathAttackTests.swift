import BanbaoHTML
import Testing

@testable import BanbaoPreview

/// Attacks that ask for what the site does not have. The numbers are those of the project's list of attacks on
/// preview servers, each from a published advisory.
@Suite struct `Attacks on paths` {
  private func expectNothing(_ target: String, _ statuses: Set<Int> = [400, 404]) async throws {
    try await preview(["index.html": "首页", "x": "文件", ".env": "秘密"]) { _, port throws in
      let reply = try get(port, target)
      #expect(statuses.contains(reply.status))
      #expect(!reply.text.contains("root:") && !reply.text.contains("秘密"))
      #expect(try get(port, "/").status == 200)
    }
  }

  @Test(arguments: [
    "/../../../../etc/passwd", "/..", "/../", "/a/../../etc/passwd", "/a/..", "/etc/../../../etc/passwd",
  ])
  func `1 parent folders are refused`(target: String) async throws {
    try await expectNothing(target, [400])
  }

  @Test(arguments: [
    "/%2e%2e/%2e%2e/etc/passwd", "/%2E%2E/etc/passwd", "/..%2fetc%2fpasswd", "/%2e%2e%2fetc%2fpasswd", "/.%2e/x",
    "/%252e%252e/etc/passwd", "/%25%32%65%25%32%65/x", "/%c0%ae%c0%ae/etc/passwd", "/%c0%af", "/%e0%80%af", "/%ff",
    "/%", "/%2", "/%zz", "/%00", "/x%00.html", "/%ED%A0%80", "/%0d%0aSet-Cookie:a", "/%7f",
  ])
  func `2 encoded parent folders, overlong and broken escapes find nothing`(target: String) async throws {
    try await expectNothing(target)
  }

  @Test(arguments: ["/..\\..\\x", "/.env\\", "/\\x", "\\x", "/..%5c..%5cx", "/%5cx", "/x%5c"])
  func `3 backslashes are refused`(target: String) async throws {
    try await expectNothing(target, [400])
  }

  @Test(arguments: [
    "/.env/.", "/x/.", "//x", "/./x", "/x.", "/x..", "/x...", "/x%20", "/x%2e", "/.env/./", "//", "///x", "/x//",
    "/.env%20", "/./", "/.",
  ])
  func `4 dots, spaces and slashes at the ends of names are refused`(target: String) async throws {
    try await expectNothing(target, [400])
  }

  @Test(arguments: [
    "GET /#/x HTTP/1.1", "GET /x#?a HTTP/1.1", "GET http://evil.example/ HTTP/1.1", "GET http://localhost/x HTTP/1.1",
    "GET * HTTP/1.1", "OPTIONS * HTTP/1.1", "CONNECT evil.example:80 HTTP/1.1", "CONNECT / HTTP/1.1", "GET x HTTP/1.1",
    "GET ?x HTTP/1.1", "GET  HTTP/1.1", "GET /通知 HTTP/1.1",
  ])
  func `5 other forms of the request target are bad requests`(line: String) async throws {
    try await preview(["index.html": "首页", "x": "文件"]) { _, port throws in
      #expect([400, 405].contains(try ask(port, line).status))
      #expect(try get(port, "/").status == 200)
    }
  }

  @Test(arguments: [
    "raw", "import&raw??", "url&inline", ".svg", "raw??", "import&?inline=1.wasm?init", "a=/../../etc/passwd", "\\",
    "?", "",
  ])
  func `6 a query changes nothing`(query: String) async throws {
    try await preview(["x": "文件"]) { _, port throws in
      let statuses = query == "\\" ? (400, 400) : (200, 404)
      #expect(try get(port, "/x?\(query)").status == statuses.0)
      #expect(try get(port, "/etc/passwd?\(query)").status == statuses.1)
    }
  }

  @Test func `7 what the site is asked for never leaves it, by fallbacks neither`() async throws {
    let server = PreviewServer(port: 0)
    let port = try await server.start()
    let asked = Collected<String>()
    await server.show(
      PreviewSnapshot { path in
        asked.append(path)
        return nil
      }, .pages)
    for target in [
      "/../outside.html", "/%2e%2e/outside", "/outside", "/a/", "/a/../404.html", "//outside", "/%252e%252e/",
    ] {
      _ = try get(port, target)
    }
    await server.stop()
    #expect(
      Set(asked.values) == [
        "outside", "outside/index.html", "404.html", "a/index.html", "%2e%2e/index.html",
      ])
  }

  @Test(arguments: ["/../site-private/a", "/..site-private/a", "/site-private/a", "/x-private", "/x/private"])
  func `8 a folder beside the site's is not found`(target: String) async throws {
    try await expectNothing(target)
  }

  @Test(arguments: ["/etc/passwd", "/proc/self/environ", "/Package.swift", "/tmp/", "/dev/zero", "/dev/stdin"])
  func `9 what only the disk has is not found, so that no link can lead there`(target: String) async throws {
    try await expectNothing(target, [404])
  }

  @Test(arguments: ["//evil.example/..", "//evil.example", "/%2fevil.example", "/\\evil.example", "/%5cevil.example"])
  func `17 a redirect leads to no other host`(target: String) async throws {
    let site = PreviewSnapshot { $0.hasSuffix("/index.html") ? .page { [] } : nil }
    try await preview { server, port async throws in
      await server.show(site, .pages)
      let reply = try get(port, target)
      #expect(reply.status == 400)
      #expect(reply["location"] == nil)
    }
  }

  @Test(arguments: [
    ("/evil.example", "./evil.example/"), ("/a/b", "./b/"), ("/http:%20x", "./http%3A%20x/"),
    ("/javascript:a", "./javascript%3Aa/"),
    ("/a?//evil.example", "./a/"), ("/%E9%80%9A", "./%E9%80%9A/"), ("/%253f", "./%253f/"),
  ])
  func `17 a redirect to a folder is relative`(target: String, location: String) async throws {
    let site = PreviewSnapshot { $0.hasSuffix("/index.html") ? .page { [] } : nil }
    try await preview { server, port async throws in
      await server.show(site, .pages)
      let reply = try get(port, target)
      #expect(reply["location"] == location)
    }
  }
}
