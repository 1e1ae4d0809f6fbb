import BanbaoHTML
import Synchronization
import Testing

@testable import BanbaoPreview

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Attacks on the protocol and on the server's patience, numbered as in `Attacks on paths`.
@Suite struct `Attacks on the protocol` {
  /// What comes back for bytes, right or wrong; the server answers others afterwards.
  private func answer(to bytes: [UInt8], limits: PreviewLimits = PreviewLimits()) async throws -> String {
    var answer = ""
    try await preview(limits: limits) { _, port throws in
      let wire = try Wire(port)
      wire.send(bytes)
      answer = try wire.end()
      #expect(try get(port, "/").status == 200)
    }
    return answer
  }

  @Test(arguments: [
    "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\rb\r\n\r\n", "GET /\u{0} HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: local\u{0}host\r\n\r\n", "GET / HTTP/1.1\r\nX y: a\r\n\r\n",
    "GET / HTTP/1.1\r\n: a\r\n\r\n",
    "GET / HTTP/2.0\r\nHost: localhost\r\n\r\n", "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", "GET / FTP/1.1\r\n\r\n",
    "GET /\r\n\r\n",
    "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}\u{FC}\u{3}\u{3}", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "SSH-2.0-x\r\n\r\n", "get / HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
    "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello",
    "GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: x\r\n\r\n",
  ])
  func `18 what is no plain request is a bad one`(text: String) async throws {
    let answer = try await answer(to: Array(text.utf8))
    #expect(answer.hasPrefix("HTTP/1.1 400 "))
    #expect(answer.ranges(of: "HTTP/1.1").count == 1)
    #expect(!answer.contains("首页"))
  }

  @Test func `18 every byte that can begin a connection is survived`() async throws {
    try await preview { _, port throws in
      for byte in UInt8.min...UInt8.max {
        let wire = try Wire(port)
        wire.send([byte, byte, 13, 10, 13, 10])
      }
      #expect(try get(port, "/").status == 200)
    }
  }

  @Test func `18 a request line above 8 KB is refused`() async throws {
    let target = "/" + String(repeating: "a", count: 8192)
    let answer = try await answer(to: Array("GET \(target) HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8))
    #expect(answer.hasPrefix("HTTP/1.1 414 "))
    try await preview { _, port throws in
      #expect(try get(port, String(target.dropLast())).status == 404)
    }
  }

  @Test(arguments: [
    String(repeating: "X: y\r\n", count: 10_000), String(repeating: "X: y\r\n", count: 101),
    "X: " + String(repeating: "y", count: 40_000) + "\r\n",
    String(repeating: "y", count: 40_000) + ": x\r\n",
    String(repeating: "X: \(String(repeating: "y", count: 1000))\r\n", count: 30),
  ])
  func `18 headers above their limits are refused`(headers: String) async throws {
    let answer = try await answer(to: Array("GET / HTTP/1.1\r\nHost: localhost\r\n\(headers)\r\n".utf8))
    #expect(answer.hasPrefix("HTTP/1.1 431 "))
  }

  @Test(arguments: ["", "G", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\n", "\r\n\r\n"])
  func `18 a request that does not end is not waited for`(start: String) async throws {
    // Long enough for a request that is sent at once, on a machine however busy.
    let limits = quick { $0.request = .seconds(3) }
    #expect(try await answer(to: Array(start.utf8), limits: limits) == "")
  }

  @Test func `18 a request that trickles in is not waited for`() async throws {
    try await preview(limits: quick { $0.request = .seconds(3) }) { _, port throws in
      let wire = try Wire(port)
      wire.send(request(port, "GET / HTTP/1.1"))
      #expect(try wire.reply().status == 200)
      var sent = 0
      wire.send("GET / HTTP/1.1\r\nX: ")
      while sent < 6_000, wire.send("y") {
        sent += 1
        try await Task.sleep(for: .milliseconds(10))
      }
      #expect(sent < 6_000)
    }
  }

  @Test func `18 a connection that rests is closed`() async throws {
    try await preview(limits: quick { $0.rest = .seconds(1) }) { _, port throws in
      let wire = try Wire(port)
      wire.send(request(port, "GET / HTTP/1.1"))
      #expect(try wire.reply().status == 200)
      #expect(try wire.end() == "")
    }
  }

  @Test func `18 a client that does not take its answer is cut off`() async throws {
    let large = String(repeating: "a", count: 32 << 20)
    try await preview(["a": large], limits: quick { $0.answer = .milliseconds(300) }) { _, port throws in
      let wire = try Wire(port)
      wire.send(request(port, "GET /a HTTP/1.1"))
      try await Task.sleep(for: .seconds(10))
      #expect(try wire.end().utf8.count < large.utf8.count)
    }
  }

  @Test func `18 connections beyond the limit are closed, and others make room`() async throws {
    // Nothing is cut off for being late: the number alone closes it.
    let patient = quick {
      $0.connections = 100
      $0.request = .seconds(600)
    }
    try await preview(limits: patient) { _, port throws in
      var idle = try (1...100).map { _ in try Wire(port) }
      let more = try (1...900).map { _ in try Wire(port) }
      for wire in more { #expect(try wire.end() == "") }
      idle.removeAll()
      while (try? get(port, "/").status) != 200 {}
    }
  }

  @Test func `18 200 idle connections and a slow one do not stop a page`() async throws {
    let gate = Gate()
    // Nothing is cut off for being late, on a machine however busy: what is tried is that nobody waits for another.
    let patient = quick {
      $0.request = .seconds(600)
      $0.rest = .seconds(600)
      $0.answer = .seconds(600)
    }
    try await preview(limits: patient) { server, port async throws in
      let idle = try (1...200).map { _ in try Wire(port) }
      let slow = try Wire(port)
      await server.show(
        PreviewSnapshot { path in
          path == "slow.html"
            ? .page {
              gate.wait()
              return []
            } : .page { Array("首页".utf8) }
        }, .pages)
      slow.send(request(port, "GET /slow.html HTTP/1.1"))
      let dribble = try Wire(port)
      dribble.send("GET / HT")
      for _ in 1...20 { #expect(try get(port, "/").status == 200) }
      gate.open()
      #expect(try slow.reply().status == 200)
      #expect(idle.allSatisfy { !$0.isAtEnd })
    }
  }

  @Test func `18 requests in a row are answered in order`() async throws {
    try await preview(["a.html": "一", "b": "二"]) { _, port throws in
      let wire = try Wire(port)
      wire.send((0..<17).map { request(port, "GET /\($0 % 2 == 0 ? "a.html" : "b") HTTP/1.1") }.joined())
      for index in 0..<17 { #expect(try wire.reply().text.hasPrefix(index % 2 == 0 ? "一" : "二")) }
    }
  }

  @Test func `18 more requests in a row than are allowed end the connection`() async throws {
    let answer = try await answer(
      to: Array(String(repeating: "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", count: 5000).utf8))
    #expect(answer.ranges(of: "HTTP/1.1").count < 5000)
  }

  @Test func `18 what follows an answer and is no request ends the connection`() async throws {
    let answer = try await answer(to: Array("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n\u{1}\u{2}\r\n\r\n".utf8))
    #expect(answer.hasPrefix("HTTP/1.1 200 "))
  }

  @Test(arguments: [
    "bytes=-1", "bytes=9-1", "bytes=0-0", "bytes=x", "lines=1-2",
    "bytes=" + Array(repeating: "0-1", count: 1000).joined(separator: ","),
  ])
  func `19 a range is answered with the whole`(range: String) async throws {
    try await preview(["a": "0123456789"]) { _, port throws in
      let reply = try get(port, "/a", "Range: \(range)", "If-Range: \"x\"")
      #expect(reply.status == 200)
      #expect(reply.text == "0123456789")
      #expect(reply["content-range"] == nil)
    }
  }

  @Test func `19 a head has the length and no body`() async throws {
    try await preview(["a": "0123456789", "a.html": "一"]) { _, port throws in
      let wire = try Wire(port)
      for (target, status) in [("/a", 200), ("/a.html", 200), ("/x", 404), ("/a.html/", 404), ("/-/preview.js", 200)] {
        wire.send(request(port, "HEAD \(target) HTTP/1.1"))
        let head = try wire.reply(toHead: true)
        let whole = try get(port, target)
        #expect(head.status == status)
        #expect(head.fields.map(\.name) == whole.fields.map(\.name))
        #expect(head["content-length"] == whole["content-length"])
      }
    }
  }

  @Test func `19 conditions are ignored`() async throws {
    try await preview(["a": "一"]) { _, port throws in
      let reply = try get(
        port, "/a", "If-None-Match: *", "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT", "If-Match: \"x\"")
      #expect(reply.status == 200)
      #expect(reply.text == "一")
    }
  }

  @Test func `20 a page that has begun belongs to the build it began with`() async throws {
    let begun = Gate()
    let gate = Gate()
    try await preview { server, port async throws in
      let old = try build(of: get(port, "/"))
      await server.show(
        PreviewSnapshot { _ in
          .page {
            begun.open()
            gate.wait()
            return Array("旧".utf8)
          }
        }, .pages)
      let wire = try Wire(port)
      wire.send(request(port, "GET / HTTP/1.1"))
      begun.wait()
      await server.show(snapshot(["index.html": "新"]), .pages)
      let after = try get(port, "/")
      gate.open()
      let before = try wire.reply()
      #expect(before.text.hasPrefix("旧"))
      #expect(try build(of: before) == old + 1)
      #expect(after.text.hasPrefix("新"))
      #expect(try build(of: after) == old + 2)
      // Its tab is told at once that it is old.
      try stream(port, "?page=\(old + 1)").take(through: "event: reload\n")
    }
  }

  @Test func `20 a file that has gone is not found`() async throws {
    struct Gone: Error {}
    try await preview { server, port async throws in
      await server.show(PreviewSnapshot { _ in .file(contentType: "image/png") { throw Gone() } }, .pages)
      let reply = try get(port, "/a.png")
      #expect(reply.status == 404)
      #expect(reply["content-type"] == "text/html; charset=utf-8")
    }
  }

  @Test func `20 pages asked for while builds come and go are whole`() async throws {
    try await preview { server, port async throws in
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for step in 0..<300 {
            let text = String(repeating: "\(step % 10)", count: 5000)
            await server.show(snapshot(["index.html": text]), .pages)
          }
        }
        group.addTask {
          let wire = try Wire(port)
          for _ in 0..<300 {
            wire.send(request(port, "GET / HTTP/1.1"))
            let page = PreviewInjection.removed(from: try wire.reply().body)
            #expect(Set(page).count == 1 && page.count == 5000 || page.count < 50)
          }
        }
        try await group.waitForAll()
      }
    }
  }
}

/// Holds threads back until it is opened.
final class Gate: Sendable {
  private let isOpen = Atomic(false)

  func open() { isOpen.store(true, ordering: .releasing) }

  /// Gives up after some seconds, so that a test that fails ends.
  func wait() {
    let end = ContinuousClock.now + .seconds(300)
    while !isOpen.load(ordering: .acquiring), ContinuousClock.now < end { _ = usleep(1000) }
  }
}
