import BanbaoHTML
import Testing

@testable import BanbaoPreview

@Suite struct `Events` {
  @Test(arguments: [(PreviewChange.pages, "reload"), (.styleSheets, "css"), (.overlay, "overlay")])
  func `an open tab is told of a change`(change: PreviewChange, event: String) async throws {
    try await preview { server, port async throws in
      let tab = try stream(port, "?page=\(try build(of: get(port, "/")))")
      await server.show(snapshot(["index.html": "新"]), change)
      let told = try tab.take(through: "event: \(event)\n")
      #expect(told.count(of: "event: ") == 1)
      #expect(try get(port, "/").text.hasPrefix("新"))
    }
  }

  @Test func `events bear the number of the build they lead to`() async throws {
    try await preview { server, port async throws in
      let first = try build(of: get(port, "/"))
      let tab = try stream(port)
      for step in 1...3 {
        await server.show(snapshot(["index.html": "新"]), .pages)
        #expect(try tab.take(through: "event: reload\n").contains("id: \(first + step)\n"))
        #expect(try build(of: get(port, "/")) == first + step)
      }
    }
  }

  @Test func `an overlay that differs comes with any change but a reload`() async throws {
    try await preview { server, port async throws in
      let tab = try stream(port)
      await server.show(snapshot([:], overlay: "错"), .styleSheets)
      #expect(try tab.take(through: "event: overlay\n").contains("event: css\n"))
    }
  }

  @Test func `the overlay is fetched as it is, and is gone when mended`() async throws {
    try await preview(overlay: "第 <1> 行") { server, port async throws in
      let overlay = try get(port, "/-/overlay")
      #expect(overlay.status == 200)
      #expect(overlay.text == "第 &lt;1&gt; 行")
      await server.show(snapshot([:]), .overlay)
      #expect(try get(port, "/-/overlay").status == 204)
    }
  }

  @Test func `a tab that has just loaded its page is told of the overlay there is`() async throws {
    try await preview(overlay: "错") { _, port throws in
      let tab = try stream(port, "?page=\(try build(of: get(port, "/")))")
      try tab.take(through: "event: overlay\n")
    }
  }

  @Test(arguments: [
    ([PreviewChange.pages, .overlay], "reload"), ([.styleSheets, .overlay], "overlay"),
    ([.overlay, .styleSheets], "css"),
  ])
  func `a tab that comes back is told what it missed`(changes: [PreviewChange], event: String) async throws {
    try await preview { server, port async throws in
      let seen = try build(of: get(port, "/"))
      for change in changes { await server.show(snapshot([:]), change) }
      try stream(port, "?since=\(seen)").take(through: "event: \(event)\n")
      try stream(port, "?page=\(seen - 1000)", "Last-Event-ID: \(seen)").take(through: "event: \(event)\n")
    }
  }

  @Test func `a tab that missed nothing is told nothing`() async throws {
    try await preview(overlay: "错", limits: quick { $0.heartbeat = .milliseconds(50) }) { server, port async throws in
      await server.show(snapshot([:], overlay: "错"), .pages)
      let tab = try stream(port, "?since=\(try build(of: get(port, "/x")))")
      let told = try tab.take(through: ":\n\n")
      #expect(!told.contains("event: "))
    }
  }

  @Test(arguments: [0, 1, Int.max])
  func `a tab of an earlier server reloads`(seen: Int) async throws {
    try await preview { _, port throws in
      try stream(port, "?since=\(seen)").take(through: "event: reload\n")
    }
  }

  @Test(arguments: ["?since=", "?since=x", "?page=99999999999999999999", "?", "?since=1=1"])
  func `a number that is none asks for nothing`(query: String) async throws {
    try await preview(limits: quick { $0.heartbeat = .milliseconds(50) }) { _, port throws in
      let told = try stream(port, query).take(through: ":\n\n")
      #expect(!told.contains("event: "))
    }
  }

  @Test func `a quiet stream shows that it lives`() async throws {
    try await preview(limits: quick { $0.heartbeat = .milliseconds(20) }) { _, port throws in
      let tab = try stream(port)
      for _ in 1...3 { try tab.take(through: ":\n\n") }
    }
  }

  @Test func `streams that only stay open shut out no tab: the one that is open longest makes room`() async throws {
    try await preview(limits: quick { $0.streams = 2 }) { server, port async throws in
      let idle = try (0..<8).map { _ in try stream(port) }
      let tab = try stream(port)
      await server.show(snapshot([:]), .pages)
      try tab.take(through: "event: reload\n")
      #expect(throws: (any Error).self) { try idle[0].take(through: "event: reload\n") }
    }
  }

  @Test func `asking for the head of a stream opens none`() async throws {
    try await preview { _, port throws in
      let reply = try ask(port, "HEAD /-/events HTTP/1.1")
      #expect(reply.status == 200)
      #expect(reply["content-type"] == "text/event-stream; charset=utf-8")
    }
  }
}

func quick(_ change: (inout PreviewLimits) -> Void) -> PreviewLimits {
  var limits = PreviewLimits()
  change(&limits)
  return limits
}

extension String {
  fileprivate func count(of other: String) -> Int { ranges(of: other).count }
}
