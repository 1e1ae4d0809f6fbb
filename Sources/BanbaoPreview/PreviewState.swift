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
  private var streams: [ObjectIdentifier: PreviewConnection] = [:]

  init(check: RequestCheck, limits: PreviewLimits, loop: any EventLoop) {
    self.check = check
    self.limits = limits
    self.loop = loop
    // Milliseconds since the computer started rise from one server to the next.
    log = BuildLog(first: Int(clamping: NIODeadline.now().uptimeNanoseconds / 1_000_000))
  }

  func show(_ next: PreviewSnapshot, _ change: PreviewChange) {
    let seen = log.build
    let isFirst = snapshot == nil
    log.add(isFirst ? .pages : change, changesOverlay: next.overlay != snapshot?.overlay)
    snapshot = next
    let text = log.events(after: seen).map(log.wire).joined()
    for stream in Array(streams.values) { stream.send(text) }
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
    for stream in Array(streams.values) { stream.send(":\n\n") }
  }

  /// False where there are as many connections already as are allowed.
  func admit(_ channel: any Channel) -> Bool {
    guard connections < limits.connections else { return false }
    connections += 1
    channel.closeFuture.assumeIsolated().whenComplete { _ in self.connections -= 1 }
    return true
  }

  func join(_ connection: PreviewConnection) -> Bool {
    guard streams.count < limits.streams else { return false }
    streams[ObjectIdentifier(connection)] = connection
    return true
  }

  func leave(_ connection: PreviewConnection) {
    streams[ObjectIdentifier(connection)] = nil
  }
}
