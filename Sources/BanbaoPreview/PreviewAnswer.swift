import BanbaoHTML
import NIOHTTP1

/// What a request gets.
enum PreviewAnswer: Sendable {
  case refusal(Refusal)
  case bytes(HTTPResponseStatus, contentType: String, [UInt8])
  case noContent
  /// To a folder's own path, which ends in a slash. The location is relative and begins with `./`, so that it can
  /// neither name another host nor be read as a scheme.
  case redirect(location: String)
  case resource(HTTPResponseStatus, PreviewSnapshot.Resource)
  /// A page that the site does not have.
  case missing
  /// An event stream.
  ///
  /// - Parameters:
  ///   - seen: the build that the tab shows; nil for a client that shows none.
  ///   - isFirst: whether the tab has just loaded its page, and so has no overlay yet.
  case events(seen: Int?, isFirst: Bool)

  /// Paths that begin with `-/` are the preview's own: no record and no file of a theme can have one.
  static func to(_ head: HTTPRequestHead, from snapshot: PreviewSnapshot?) -> PreviewAnswer {
    guard let target = RequestTarget(head.uri) else { return .refusal(.badTarget) }
    switch target.path {
    case "-/preview.js":
      return .bytes(.ok, contentType: "text/javascript; charset=utf-8", Array(previewScript.utf8))
    case "-/preview.css":
      return .bytes(.ok, contentType: "text/css; charset=utf-8", Array(previewStyle.utf8))
    case "-/overlay":
      guard let overlay = snapshot?.overlay else { return .noContent }
      return .bytes(.ok, contentType: "text/html; charset=utf-8", overlay.bytes)
    case "-/events":
      if let last = head.headers["last-event-id"].first { return .events(seen: Int(last), isFirst: false) }
      if let seen = target.value(of: "since") { return .events(seen: Int(seen), isFirst: false) }
      return .events(seen: target.value(of: "page").flatMap { Int($0) }, isFirst: true)
    default:
      return to(target, from: snapshot)
    }
  }

  private static func to(_ target: RequestTarget, from snapshot: PreviewSnapshot?) -> PreviewAnswer {
    guard let snapshot else { return .refusal(.notReady) }
    if let resource = snapshot.resource(target.file) { return .resource(.ok, resource) }
    if !target.file.hasSuffix("/index.html"), snapshot.resource(target.path + "/index.html") != nil {
      let name = target.path.split(separator: "/").last.map(String.init) ?? ""
      return .redirect(location: "./\(percentEncoded(path: name))/")
    }
    if let page = snapshot.resource("404.html") { return .resource(.notFound, page) }
    return .missing
  }
}
