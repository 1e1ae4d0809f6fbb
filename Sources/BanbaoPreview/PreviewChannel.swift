package import NIOCore
import NIOPosix

/// Answers what comes through a channel as the preview answers a connection, without a socket and on the channel's own loop.
///
/// What is made on the server's threads, pages and files, is answered as not found: there are none.
package func answerPreview(on channel: any Channel, _ snapshot: PreviewSnapshot) throws {
  let limits = PreviewLimits()
  let check = RequestCheck(allowing: [], longestTarget: limits.target)
  let state = PreviewState(check: check, limits: limits, loop: channel.eventLoop)
  _ = state.show(snapshot, .pages)
  try open(channel, state, NIOThreadPool(numberOfThreads: 1))
}
