import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Watches folders with all that is below them, until it is stopped.
///
/// What changes from the call on is told; so watch first and list afterwards. On Linux the system tells of changes at
/// once. Where it does not (network shares, too many watches, other systems), the folders are listed every 300 ms.
///
/// A burst is told 15 ms after its last change or the closing of its last open file, and 100 ms after its first change
/// at the latest. More may be told than changed, never less. Hidden files and what editors leave behind are passed
/// over, as by `readTree`.
///
/// - Parameters:
///   - folders: may be symbolic links, may not exist yet, and may be replaced: this is noticed within 300 ms.
///   - polling: whether to list the folders even where the system would tell.
/// - Throws: if there is no descriptor or thread left.
package func watch(_ folders: [String], polling: Bool = false) throws(DiskFault) -> TreeWatch {
  try watch(folders, polling: polling, calls: WatchCalls())
}

func watch(
  _ folders: [String], polling: Bool, calls: WatchCalls
) throws(DiskFault) -> TreeWatch {
  let shown = folders.first ?? ""
  let pipe = try StopPipe(shown: shown)
  let (told, tell) = TreeWatch.make { pipe.signal() }
  try startWatching(Watcher(folders, polling: polling, calls: calls), until: pipe, shown: shown, handOver: tell)
  return told
}

/// The changes under watched folders, for one task at a time. What changes while the task is busy comes as one.
///
/// It ends, and closes all it holds, when it is stopped, when the task that waits on it is cancelled, or when the last
/// reference to it goes.
package struct TreeWatch: AsyncSequence, Sendable {
  fileprivate let signals: AsyncStream<Void>
  fileprivate let continuation: AsyncStream<Void>.Continuation
  fileprivate let mailbox: Mailbox

  package struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate var signals: AsyncStream<Void>.Iterator
    fileprivate let mailbox: Mailbox

    package mutating func next(
      isolation actor: isolated (any Actor)?
    ) async -> TreeChanges? {
      while await signals.next(isolation: actor) != nil {
        // A signal may come for what the one before it brought along.
        if let changes = mailbox.take() { return changes }
      }
      return nil
    }
  }

  package func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(signals: signals.makeAsyncIterator(), mailbox: mailbox)
  }

  /// Ends the sequence; whoever waits on it gets nil.
  package func stop() { continuation.finish() }

  /// A watch, and what tells it of changes; nil ends it.
  ///
  /// - Parameter onEnd: called when nobody waits for it any more.
  static func make(
    onEnd: @escaping @Sendable () -> Void
  ) -> (watch: TreeWatch, tell: @Sendable (TreeChanges?) -> Void) {
    let (signals, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    continuation.onTermination = { _ in onEnd() }
    let mailbox = Mailbox()
    let watch = TreeWatch(signals: signals, continuation: continuation, mailbox: mailbox)
    return (
      watch,
      { changes in
        guard let changes else { return continuation.finish() }
        mailbox.put(changes)
        continuation.yield()
      }
    )
  }
}

/// Changes that nobody has taken yet.
private final class Mailbox: Sendable {
  private let waiting = Mutex(TreeChanges())

  func put(_ changes: TreeChanges) { waiting.withLock { $0.add(changes) } }

  func take() -> TreeChanges? {
    waiting.withLock { changes in
      defer { changes = TreeChanges() }
      return changes.isEmpty ? nil : changes
    }
  }
}
