internal import CBanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Gathers the changes under folders into bursts. Used by one thread at a time.
final class Watcher {
  /// All in milliseconds.
  private enum Pause {
    /// After the last change of a burst that is whole: an editor's save is a few steps within a millisecond or two. Longer
    /// than a tick of the clock of files, so that one who saves again gives the file another time.
    static let short = max(3, Watcher.tick + 1)
    /// After the last change of one that is not: a file or a folder that went away may come back, or more may follow.
    static let quiet: Int64 = 15
    /// After a burst's first change, so that a barrage cannot put it off for ever.
    static let longest: Int64 = 100
    /// Between two looks at what the system does not tell of.
    static let look: Int64 = 300
  }

  /// How long the clock stands still by which files are dated, in milliseconds, rounded up.
  private static let tick: Int64 = {
    #if os(Linux)
      var time = timespec()
      if clock_getres(CLOCK_REALTIME_COARSE, &time) == 0 { return Int64(time.tv_nsec + 999_999) / 1_000_000 }
    #endif
    return 10
  }()

  private enum Manner {
    /// The system tells of changes below the folder, which is this one; nil while there is none.
    case told(Identity?)
    case polled(Snapshot)
  }

  private let folders: [String]
  private var manners: [Manner] = []
  private var events: WatchEvents?
  private let calls: WatchCalls

  private var changes = TreeChanges()
  private var burst: (first: Int64, last: Int64)?
  private var nextLook: Int64

  init(_ folders: [String], polling: Bool, calls: WatchCalls) {
    self.folders = folders
    self.calls = calls
    events = polling ? nil : WatchEvents(calls)
    nextLook = milliseconds() + Pause.look
    manners = folders.map { events == nil ? .polled(Snapshot(of: $0)) : .told(nil) }
    for folder in folders.indices where events != nil { begin(folder) }
    changes = TreeChanges()
  }

  /// Hands over burst after burst until something stands in the pipe.
  func run(until end: Int32, handOver: (TreeChanges) -> Void) {
    while true {
      let wait = max(0, min(nextLook, burstEnd ?? nextLook) - milliseconds())
      // poll passes over a negative descriptor.
      var waits = [
        pollfd(fd: end, events: Int16(POLLIN), revents: 0),
        pollfd(fd: events?.queue.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&waits, nfds_t(waits.count), Int32(clamping: wait))
      // No signal comes to this thread, so only a lack of memory is left, which may pass.
      if ready < 0 { usleep(10_000) }
      if ready > 0, waits.first?.revents != 0 { return }
      if ready > 0, waits.last?.revents != 0 { hear() }
      if milliseconds() >= nextLook { look() }
      if let burstEnd, milliseconds() >= burstEnd {
        handOver(changes)
        changes = TreeChanges()
        burst = nil
        events?.beginAnew()
      }
    }
  }

  /// When the burst that is under way is handed over.
  private var burstEnd: Int64? {
    guard let burst else { return nil }
    let latest = burst.first + Pause.longest
    // A file that is still open for writing is likely half written.
    if events?.hasUnfinished ?? false { return latest }
    return min(latest, burst.last + (events?.isWhole ?? false ? Pause.short : Pause.quiet))
  }

  /// Takes what the system has to tell.
  func hear() {
    let heard = events?.read(below: folders, into: &changes) ?? WatchEvents.Heard()
    if heard.isIncomplete {
      events = WatchEvents(calls)
      events?.expectMore()
      for (folder, manner) in manners.enumerated() {
        if case .told = manner { begin(folder) }
      }
    } else {
      for folder in heard.lost.sorted() { begin(folder) }
      for folder in heard.failed.sorted() { beginPolling(folder) }
    }
    if !changes.isEmpty { noteBurst(endsNow: false) }
  }

  /// Looks at folders that are polled, and whether the others are still the same.
  private func look() {
    let began = milliseconds()
    let known = changes
    for (folder, manner) in manners.enumerated() {
      switch manner {
      case .told(let identity):
        if identity != Identity(of: folders[folder]) { begin(folder) }
      case .polled(let older):
        let newer = Snapshot(of: folders[folder])
        for path in newer.changes(since: older) { changes.add(path, in: folder) }
        manners[folder] = .polled(newer)
      }
    }
    let ended = milliseconds()
    // A slow network share is not asked all the time.
    nextLook = ended + max(Pause.look, 4 * (ended - began))
    if changes != known { noteBurst(endsNow: true) }
  }

  private func noteBurst(endsNow: Bool) {
    let now = milliseconds()
    if let burst {
      self.burst = (burst.first, now)
    } else {
      burst = (endsNow ? now - Pause.longest : now, now)
    }
  }

  /// Watches a folder from its root on, forgetting what was watched of it.
  private func begin(_ folder: Int) {
    let path = folders[folder]
    events?.drop(folder, below: "")
    changes.add("", in: folder)
    let identity = Identity(of: path)
    manners[folder] = .told(identity)
    if identity == nil { return }
    let reason = events?.add(folder, path, below: "") ?? ENOSYS
    if reason != 0 { beginPolling(folder) }
  }

  private func beginPolling(_ folder: Int) {
    events?.drop(folder, below: "")
    manners[folder] = .polled(Snapshot(of: folders[folder]))
    changes.add("", in: folder)
  }

  /// What was gathered so far.
  func takeChanges() -> TreeChanges {
    defer { changes = TreeChanges() }
    return changes
  }
}

/// Tells one folder from another that takes its place.
private struct Identity: Equatable {
  var device: UInt64
  var inode: UInt64

  /// nil if there is no folder that can be opened. Links are followed.
  init?(of path: String) {
    let descriptor = uninterrupted { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = banbao_status()
    guard banbao_status_of(descriptor, &status) == 0 else { return nil }
    device = status.device
    inode = status.inode
  }
}

/// From an unnamed beginning.
private func milliseconds() -> Int64 {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
}
