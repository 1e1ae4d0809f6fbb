import NIOCore
import NIOHTTP1
import NIOPosix

/// Answers the requests of one connection, one after another.
final class PreviewConnection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private enum Phase {
    case resting, answering, streaming
    /// Nothing more is read or written; the client gets a moment to read the last answer.
    case closing
  }

  private let state: PreviewState
  private let pool: NIOThreadPool
  private let timer: RequestTimer
  private var context: ChannelHandlerContext?
  private var local: Authority?
  private var phase = Phase.resting
  /// Requests that wait for their turn, first come first.
  private var waiting: CircularBuffer<HTTPRequestHead> = []
  /// What came after the request that is being answered was no HTTP.
  private var closesNext = false

  init(state: PreviewState, pool: NIOThreadPool, timer: RequestTimer) {
    self.state = state
    self.pool = pool
    self.timer = timer
  }

  func channelActive(context: ChannelHandlerContext) {
    self.context = context
    if let address = context.channel.localAddress { local = Authority(local: address) }
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    self.context = nil
    waiting.removeAll()
    state.leave(self)
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(let head) = Self.unwrapInboundIn(data) else { return }
    switch phase {
    case .resting:
      answer(head)
    case .answering where waiting.count < state.limits.pipelined:
      waiting.append(head)
    case .answering, .streaming:
      context.close(promise: nil)
    case .closing:
      break
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    switch (phase, error) {
    case (.closing, is ByteToMessageDecoderError), (.closing, is HTTPParserError):
      break
    case (.resting, HTTPParserError.headerOverflow):
      refuse(.headersTooLarge)
    case (.resting, is HTTPParserError):
      refuse(.malformed)
    case (.answering, is HTTPParserError), (.answering, is ByteToMessageDecoderError):
      closesNext = true
    default:
      context.close(promise: nil)
    }
  }

  // MARK: Answers

  private func answer(_ head: HTTPRequestHead) {
    phase = .answering
    timer.answer()
    if let refusal = state.check.refusal(of: head, local: local) { return refuse(refusal, head) }
    let build = state.log.build
    switch PreviewAnswer.to(head, from: state.snapshot) {
    case .refusal(let refusal):
      refuse(refusal, head)
    case .bytes(let status, let contentType, let bytes):
      send(PreviewResponse(status, contentType, bytes), head)
    case .noContent:
      send(PreviewResponse(.noContent), head)
    case .redirect(let location):
      send(PreviewResponse(.found, location: location), head)
    case .missing:
      send(.missingPage(build: build), head)
    case .events(let seen, let isFirst):
      stream(seen: seen, isFirst: isFirst, head)
    case .resource(let status, let resource):
      let made = pool.runIfActive(eventLoop: state.loop) { try PreviewResponse(status, resource, build: build) }
      made.assumeIsolated().whenComplete { result in
        switch result {
        case .success(let response): self.send(response, head)
        case .failure: self.send(.missingPage(build: build), head)
        }
      }
    }
  }

  private func refuse(_ refusal: Refusal, _ head: HTTPRequestHead? = nil) {
    phase = .answering
    send(PreviewResponse(refusal, at: local), head)
  }

  private func send(_ response: PreviewResponse, _ request: HTTPRequestHead?) {
    guard let context, phase == .answering else { return }
    let closes = response.closes || closesNext || request?.allowsAnother != true
    context.write(Self.wrapOutboundOut(.head(response.head(closes: closes))), promise: nil)
    if request?.method != .HEAD, !response.body.isEmpty {
      context.write(Self.wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: response.body)))), promise: nil)
    }
    let sent = context.eventLoop.makePromise(of: Void.self)
    sent.futureResult.assumeIsolated().whenSuccess { self.finish(closes: closes) }
    context.writeAndFlush(Self.wrapOutboundOut(.end(nil)), promise: sent)
  }

  private func finish(closes: Bool) {
    if closes || closesNext {
      phase = .closing
      waiting.removeAll()
      timer.linger()
      // Closing both ways at once would reset the connection while the client still sends, and lose the answer.
      context?.close(mode: .output, promise: nil)
    } else if let next = waiting.popFirst() {
      answer(next)
    } else {
      phase = .resting
      timer.rest()
    }
  }

  // MARK: Event streams

  private func stream(seen: Int?, isFirst: Bool, _ head: HTTPRequestHead) {
    let response = PreviewResponse.eventStream
    if head.method == .HEAD { return send(response, head) }
    guard let context else { return }
    phase = .streaming
    state.join(self)
    timer.stop()
    context.write(Self.wrapOutboundOut(.head(response.streamHead)), promise: nil)
    send(state.greeting(seen: seen, isFirst: isFirst))
  }

  /// Ends the stream, which makes room for another tab.
  func end() { context?.close(promise: nil) }

  /// Sends events to a tab. One that does not read them is cut off; it catches up when it connects again.
  func send(_ events: String) {
    guard let context, phase == .streaming, !events.isEmpty else { return }
    guard context.channel.isWritable else { return context.close(promise: nil) }
    let body = HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: events)))
    context.writeAndFlush(Self.wrapOutboundOut(body), promise: nil)
  }
}

extension HTTPRequestHead {
  /// Whether another request may follow on the connection: after a wish to upgrade NIO's decoder reads no further.
  fileprivate var allowsAnother: Bool { version == .http1_1 && isKeepAlive && headers["upgrade"].isEmpty }
}

extension Authority {
  fileprivate init?(local address: SocketAddress) {
    guard let ip = address.ipAddress, let port = address.port else { return nil }
    // A socket for both families shows IPv4 addresses so.
    let mapped = "::ffff:"
    let host = ip.hasPrefix(mapped) && ip.contains(".") ? String(ip.dropFirst(mapped.count)) : ip
    self.init(host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)")
  }
}
