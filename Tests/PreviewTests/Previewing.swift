import BanbaoHTML
import Testing

@testable import BanbaoPreview

/// A server that has a port of its own and a site of literal files, and is stopped at the end.
func preview(
  _ site: [String: String] = ["index.html": "<body>首页</body>"], overlay: String? = nil,
  host: String = "localhost", allowedHosts: [String] = [], limits: PreviewLimits = PreviewLimits(),
  _ body: (PreviewServer, Int) async throws -> Void
) async throws {
  let server = PreviewServer(host: host, port: 0, allowedHosts: allowedHosts, limits: limits)
  let port = try await server.start()
  await server.show(snapshot(site, overlay: overlay), .pages)
  do {
    try await body(server, port)
  } catch {
    await server.stop()
    throw error
  }
  await server.stop()
}

/// Names that end in `.html` are pages, others are files.
func snapshot(_ site: [String: String], overlay: String? = nil) -> PreviewSnapshot {
  PreviewSnapshot(overlay: overlay.map { HTML(escaping: $0) }) { path in
    guard let text = site[path] else { return nil }
    return path.hasSuffix(".html")
      ? .page { Array(text.utf8) } : .file(contentType: "text/plain; charset=utf-8") { Array(text.utf8) }
  }
}

/// One request on a connection of its own, its first line and fields exactly as given, after the right host.
func ask(_ port: Int, _ line: String, _ fields: String...) throws -> Reply {
  let wire = try Wire(port)
  wire.send(request(port, line, fields))
  return try wire.reply(toHead: line.hasPrefix("HEAD "))
}

func get(_ port: Int, _ target: String, _ fields: String...) throws -> Reply {
  let wire = try Wire(port)
  wire.send(request(port, "GET \(target) HTTP/1.1", fields))
  return try wire.reply()
}

func request(_ port: Int, _ line: String, _ fields: [String] = []) -> String {
  ([line, "Host: localhost:\(port)"] + fields).joined(separator: "\r\n") + "\r\n\r\n"
}

/// An open event stream, after its greeting's first event.
func stream(_ port: Int, _ query: String = "", _ fields: String...) throws -> Wire {
  let wire = try Wire(port)
  wire.send(request(port, "GET /-/events\(query) HTTP/1.1", fields))
  try wire.take(through: "event: ready\n")
  return wire
}

/// The build that a served page says it comes from.
func build(of page: Reply) throws -> Int {
  let text = page.text
  let start = try #require(text.firstRange(of: PreviewInjection.opening)).upperBound
  return try #require(Int(text[start...].prefix { $0.isNumber }))
}
