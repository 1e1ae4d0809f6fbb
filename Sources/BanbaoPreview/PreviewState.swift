import BanbaoHTML
import NIOCore

/// What all connections of one server share. It lives on the server's only event loop, and so needs no lock.
final class PreviewState {
  let check: RequestCheck
  let limits: PreviewLimits
  let loop: any EventLoop
  private(set) var snapshot: PreviewSnapshot?
  private(set) var log: BuildLog
  private var connections = 0
  /// The longest open first.
  private var streams: [PreviewConnection] = []

  init(check: RequestCheck, limits: PreviewLimits, loop: any EventLoop) {
    self.check = check
    self.limits = limits
    self.loop = loop
    // Milliseconds since the computer started rise from one server to the next.
    log = BuildLog(first: Int(clamping: NIODeadline.now().uptimeNanoseconds / 1_000_000))
  }

  /// - Returns: what was shown until now.
  func show(_ next: PreviewSnapshot, _ change: PreviewChange) -> PreviewSnapshot? {
    let past = snapshot
    let seen = log.build
    let isFirst = snapshot == nil
    log.add(isFirst ? .pages : change, changesOverlay: next.overlay != snapshot?.overlay)
    snapshot = next
    let text = log.events(after: seen).map(log.wire).joined()
    for stream in Array(streams) { stream.send(text) }
    return past
  }

  /// What a stream says first.
  func greeting(seen: Int?, isFirst: Bool) -> String {
    var events = seen.map(log.events) ?? []
    if isFirst, snapshot?.overlay != nil, !events.contains("reload"), !events.contains("overlay") {
      events.append("overlay")
    }
    return "retry: 500\n\n" + (["ready"] + events).map(log.wire).joined()
  }

  func beat() {
    for stream in Array(streams) { stream.send(":\n\n") }
  }

  /// False where there are as many connections already as are allowed.
  func admit(_ channel: any Channel) -> Bool {
    guard connections < limits.connections else { return false }
    connections += 1
    channel.closeFuture.assumeIsolated().whenComplete { _ in self.connections -= 1 }
    return true
  }

  /// Takes a tab in. Where there are too many, the one that is open longest goes: a tab that is looked at comes back by
  /// itself, and what only keeps connections open shuts nobody out.
  func join(_ connection: PreviewConnection) {
    streams.append(connection)
    if streams.count > limits.streams { streams.removeFirst().end() }
  }

  func leave(_ connection: PreviewConnection) {
    streams.removeAll { $0 === connection }
  }
}
