import NIOHTTP1

/// A response, before it is known whether the connection ends with it.
struct PreviewResponse: Sendable {
  var status: HTTPResponseStatus
  var contentType: String?
  var location: String?
  var allow: String?
  var body: [UInt8] = []
  /// Whoever sent nonsense is not listened to further.
  var closes = false

  init(_ status: HTTPResponseStatus, _ contentType: String? = nil, _ body: [UInt8] = [], location: String? = nil) {
    self.status = status
    self.contentType = contentType
    self.body = body
    self.location = location
  }

  /// - Parameter local: the address and port that the request came to.
  init(_ refusal: Refusal, at local: Authority?) {
    self.init(refusal.status, "text/plain; charset=utf-8", refusal.text(at: local))
    allow = refusal == .otherMethod ? "GET, HEAD" : nil
    closes = true
  }

  /// Renders or reads: to be called off the event loop.
  init(_ status: HTTPResponseStatus, _ resource: PreviewSnapshot.Resource, build: Int) throws {
    switch resource {
    case .page(let render):
      self.init(status, html, PreviewInjection.inject(into: render(), build: build))
    case .file(let contentType, let read):
      self.init(status, contentType, try read())
    }
  }

  /// For a site without a `404.html`. It has the script too, so that it becomes the page when there is one.
  static func missingPage(build: Int) -> PreviewResponse {
    let page = """
      <!DOCTYPE html><html lang="zh-Hans"><head><meta charset="utf-8"><title>没有这个页面</title></head>\
      <body><h1>没有这个页面</h1><p lang="en">There is no such page.</p><p><a href="/">首页 Home</a></p></body></html>
      """
    return PreviewResponse(.notFound, html, PreviewInjection.inject(into: Array(page.utf8), build: build))
  }

  static let eventStream = PreviewResponse(.ok, "text/event-stream; charset=utf-8")

  /// - Parameter closes: whether the connection ends with this response.
  func head(closes: Bool) -> HTTPResponseHead {
    var headers = commonHeaders
    headers.add(name: "Content-Length", value: String(body.count))
    if closes { headers.add(name: "Connection", value: "close") }
    return HTTPResponseHead(version: .http1_1, status: status, headers: headers)
  }

  /// Without a length: NIO sends what follows in chunks.
  var streamHead: HTTPResponseHead { HTTPResponseHead(version: .http1_1, status: status, headers: commonHeaders) }

  /// No header of CORS is among them, ever: no other site may read a draft.
  private var commonHeaders: HTTPHeaders {
    var headers = HTTPHeaders()
    if let contentType { headers.add(name: "Content-Type", value: contentType) }
    headers.add(name: "Cache-Control", value: "no-store")
    headers.add(name: "X-Content-Type-Options", value: "nosniff")
    headers.add(name: "Cross-Origin-Resource-Policy", value: "same-origin")
    headers.add(name: "Referrer-Policy", value: "no-referrer")
    // Browsers show a PDF through a page of their own, which the policy would hinder.
    if contentType != "application/pdf" {
      headers.add(name: "Content-Security-Policy", value: contentSecurityPolicy)
    }
    if let location { headers.add(name: "Location", value: location) }
    if let allow { headers.add(name: "Allow", value: allow) }
    return headers
  }
}

private let html = "text/html; charset=utf-8"

/// A site loads nothing from another host and has no scripts in its pages; small styles of a theme may be in them.
private let contentSecurityPolicy = """
  default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; \
  form-action 'self'; frame-ancestors 'self'
  """
