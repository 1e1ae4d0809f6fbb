import NIOHTTP1

/// What one preview server spends on its clients at most.
struct PreviewLimits: Sendable {
  /// Of a request's target, in bytes.
  var target = 8 * 1024
  /// Of all header fields of a request together, in bytes.
  var headers = 16 * 1024
  var headerFields = 100
  /// Requests of one connection that wait while another is answered. Browsers send none.
  var pipelined = 16
  var connections = 512
  /// Connections that are event streams; they count as connections too.
  var streams = 64

  /// From a connection's opening, or from a request's first byte, to the end of its headers.
  var request = Duration.seconds(10)
  /// Between two requests of a connection.
  var rest = Duration.seconds(30)
  /// From the end of a request's headers until the client has taken the whole answer.
  var answer = Duration.seconds(120)
  /// For a client to stop sending after it has been refused, so that it gets to read why.
  var linger = Duration.seconds(1)
  /// Between comments on a quiet event stream: proxies close streams on which nothing moves.
  var heartbeat = Duration.seconds(15)

  /// Allows no more connections than leave room for what the program itself holds open. A server that may open nothing more
  /// is told of the same connection again and again, and is busy with nothing else.
  mutating func heed(openFiles: Int) {
    connections = min(connections, max(Self.fewest, openFiles - Self.ownFiles))
    streams = min(streams, max(1, connections / 2))
  }

  /// What the content, its watch, the event loop and the reading of pages take.
  private static let ownFiles = 32
  /// A browser takes six.
  private static let fewest = 6

  /// What NIO's decoder refuses by itself.
  var decoder: NIOHTTPDecoderLimitConfiguration {
    var configuration = NIOHTTPDecoderLimitConfiguration()
    configuration.maxHeaderFieldSize = headers
    configuration.maxHeaderListSize = headers + target
    configuration.maxHeaderFieldCount = headerFields
    return configuration
  }
}
