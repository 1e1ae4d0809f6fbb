import NIOCore

/// Closes a connection that takes too long. It stands before the HTTP decoder, because only there the first byte of a
/// request is seen.
final class RequestTimer: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private let limits: PreviewLimits
  private var channel: (any Channel)?
  private var deadline: Scheduled<Void>?
  private var isResting = false

  init(limits: PreviewLimits) { self.limits = limits }

  func channelActive(context: ChannelHandlerContext) {
    channel = context.channel
    close(in: limits.request)
    context.fireChannelActive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if isResting { close(in: limits.request) }
    context.fireChannelRead(data)
  }

  func channelInactive(context: ChannelHandlerContext) {
    stop()
    channel = nil
    context.fireChannelInactive()
  }

  /// The headers of a request are complete.
  func answer() { close(in: limits.answer) }

  /// All requests have been answered.
  func rest() {
    close(in: limits.rest)
    isResting = true
  }

  /// The last answer has been sent.
  func linger() { close(in: limits.linger) }

  /// The connection may last for ever.
  func stop() {
    deadline?.cancel()
    deadline = nil
    isResting = false
  }

  private func close(in time: Duration) {
    stop()
    guard let channel else { return }
    deadline = channel.eventLoop.scheduleTask(in: TimeAmount(time)) { channel.close(promise: nil) }
  }
}
