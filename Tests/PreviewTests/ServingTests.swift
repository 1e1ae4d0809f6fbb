import BanbaoDiagnostics
import BanbaoHTML
import Testing

@testable import BanbaoPreview

@Suite struct `Serving` {
  @Test func `a page comes with the script before the end of its body`() async throws {
    try await preview(["a.html": "<body>一</body></html>\n"]) { _, port throws in
      let page = try get(port, "/a.html")
      #expect(page.status == 200)
      #expect(page["content-type"] == "text/html; charset=utf-8")
      let element = "<script src=\"/-/preview.js\" defer data-build=\"\(try build(of: page))\"></script>"
      #expect(page.text == "<body>一\(element)</body></html>\n")
    }
  }

  @Test(arguments: [
    "", "<p>一", "<body>一</body>", "<BODY></BODY >\n", "<body><p></body></body>\n</html>", "</bod", "<body>\u{0}</body>",
  ])
  func `what was put into a page can be taken out byte for byte`(page: String) async throws {
    try await preview(["a.html": page]) { _, port throws in
      let served = try get(port, "/a.html")
      #expect(served.body != Array(page.utf8))
      #expect(PreviewInjection.removed(from: served.body) == Array(page.utf8))
    }
  }

  @Test func `a page that holds no script of the preview stays as it is`() {
    let page = Array("<p><script src=\"/-/preview.js\" defer data-build=\"x\"></script>".utf8)
    #expect(PreviewInjection.removed(from: page) == page)
  }

  @Test func `a file comes as it is`() async throws {
    try await preview(["notices/表.csv": "科目,</body>\r\n"]) { _, port throws in
      let file = try get(port, "/notices/%E8%A1%A8.csv")
      #expect(file.status == 200)
      #expect(file["content-type"] == "text/plain; charset=utf-8")
      #expect(file.text == "科目,</body>\r\n")
    }
  }

  @Test func `a folder is its index`() async throws {
    try await preview(["index.html": "首页", "notices/index.html": "通知"]) { _, port throws in
      #expect(try get(port, "/").text.hasPrefix("首页"))
      #expect(try get(port, "/notices/").text.hasPrefix("通知"))
    }
  }

  @Test func `a folder without its slash is sent to itself`() async throws {
    try await preview(["x/职工 a:b/index.html": "通知"]) { _, port throws in
      let reply = try get(port, "/x/%E8%81%8C%E5%B7%A5%20a:b?q=1")
      #expect(reply.status == 302)
      #expect(reply["location"] == "./%E8%81%8C%E5%B7%A5%20a%3Ab/")
    }
  }

  @Test func `an unknown path gets the site's own page`() async throws {
    try await preview(["404.html": "<body>找不到</body>"]) { _, port throws in
      let reply = try get(port, "/x")
      #expect(reply.status == 404)
      #expect(String(decoding: PreviewInjection.removed(from: reply.body), as: UTF8.self) == "<body>找不到</body>")
    }
  }

  @Test func `an unknown path gets a plain page where the site has none`() async throws {
    try await preview([:]) { _, port throws in
      let reply = try get(port, "/x/")
      #expect(reply.status == 404)
      #expect(reply.text.contains("没有这个页面"))
      #expect(reply.text.contains("/-/preview.js"))
    }
  }

  @Test func `pages of the preview alone stand under its own path`() async throws {
    try await preview(["-/desk.html": "工作台"]) { _, port throws in
      #expect(try get(port, "/-/desk.html").text.hasPrefix("工作台"))
    }
  }

  @Test func `the script and its style are served`() async throws {
    try await preview { _, port throws in
      #expect(try get(port, "/-/preview.js")["content-type"] == "text/javascript; charset=utf-8")
      #expect(try get(port, "/-/preview.css")["content-type"] == "text/css; charset=utf-8")
    }
  }

  @Test func `many requests share a connection`() async throws {
    try await preview(["a.html": "一", "b.html": "二"]) { _, port throws in
      let wire = try Wire(port)
      for (path, text) in [("a", "一"), ("b", "二"), ("a", "一")] {
        wire.send(request(port, "GET /\(path).html HTTP/1.1"))
        #expect(try wire.reply().text.hasPrefix(text))
      }
    }
  }

  @Test(arguments: [
    "GET / HTTP/1.0", "GET / HTTP/1.1\r\nConnection: close", "GET / HTTP/1.1\r\nConnection: upgrade\r\nUpgrade: h2c",
  ])
  func `a connection ends with its answer where no other request can follow`(line: String) async throws {
    try await preview { _, port throws in
      let wire = try Wire(port)
      wire.send(request(port, line))
      let reply = try wire.reply()
      #expect(reply.status == 200)
      #expect(reply["connection"] == "close")
      #expect(try wire.end() == "")
    }
  }

  @Test func `a request before the first snapshot is told to wait`() async throws {
    let server = PreviewServer(port: 0)
    let port = try await server.start()
    #expect(try get(port, "/").status == 503)
    await server.stop()
  }

  @Test func `IPv6 answers on the same port where there is any`() async throws {
    try await preview { _, port throws in
      guard let wire = try? Wire(port, address: "::1") else { return }
      wire.send("GET / HTTP/1.1\r\nHost: [::1]:\(port)\r\n\r\n")
      #expect(try wire.reply().status == 200)
    }
  }

  @Test func `a port in use names the remedy`() async throws {
    try await preview { _, port throws in
      let fault = await #expect(throws: PreviewFault.self) {
        _ = try await PreviewServer(port: port).start()
      }
      #expect(fault?.cause == .portInUse)
      #expect(fault?.wording.zh == "端口 \(port) 已被别的程序占用")
      #expect(fault?.help.en.contains("banbao serve --port \(port + 1)") == true)
    }
  }

  @Test(arguments: [-1, 65536, Int.max])
  func `a port that does not exist is refused`(port: Int) async throws {
    let fault = await #expect(throws: PreviewFault.self) { _ = try await PreviewServer(port: port).start() }
    #expect(fault?.cause == .portOutOfRange)
  }

  @Test(arguments: ["no.such.name.invalid", "203.0.113.1"])
  func `a host of another computer is refused`(host: String) async throws {
    let fault = await #expect(throws: PreviewFault.self) { _ = try await PreviewServer(host: host, port: 0).start() }
    #expect(fault?.cause == .foreignHost)
  }

  @Test func `stopping ends every connection and frees the port`() async throws {
    let server = PreviewServer(port: 0)
    let port = try await server.start()
    #expect(try await server.start() == port)
    await server.show(snapshot(["index.html": "一"]), .pages)
    let idle = try Wire(port)
    let tab = try stream(port)
    let half = try Wire(port)
    half.send("GET / HT")
    await server.stop()
    _ = try idle.end()
    _ = try tab.end()
    _ = try half.end()
    #expect(throws: Wire.Failure.self) { try Wire(port) }
    let next = PreviewServer(port: port)
    #expect(try await next.start() == port)
    await next.stop()
    await next.stop()
  }
}
