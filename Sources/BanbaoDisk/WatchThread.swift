internal import CBanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A pipe that tells the watching thread to end.
final class StopPipe: Sendable {
  let reading: Int32
  private let writing: Int32

  init(shown: String) throws(DiskFault) {
    var ends: [Int32] = [-1, -1]
    guard banbao_pipe(&ends) == 0, let reading = ends.first, let writing = ends.last else {
      throw DiskFault(shown, errno, .list)
    }
    self.reading = reading
    self.writing = writing
  }

  deinit {
    close(reading)
    close(writing)
  }

  func signal() {
    var byte: UInt8 = 0
    // The pipe has room: it is signalled once.
    _ = uninterrupted { write(writing, &byte, 1) }
  }
}

/// Runs the watcher on a thread of its own, because it blocks.
///
/// - Parameter handOver: called on that thread; at the end with nil.
func startWatching(
  _ watcher: sending Watcher, until pipe: StopPipe, shown: String,
  handOver: @escaping @Sendable (TreeChanges?) -> Void
) throws(DiskFault) {
  let work = Unmanaged.passRetained(ThreadWork(watcher, pipe, handOver))
  #if canImport(Darwin)
    var thread: pthread_t?
  #else
    var thread = pthread_t()
  #endif
  let reason = pthread_create(
    &thread, nil,
    { context in
      // Darwin's context is never nil and not optional; this takes both.
      let context: UnsafeMutableRawPointer? = context
      if let context { Unmanaged<ThreadWork>.fromOpaque(context).takeRetainedValue().run() }
      return nil
    }, work.toOpaque())
  guard reason == 0 else {
    work.release()
    throw DiskFault(shown, reason, .list)
  }
  #if canImport(Darwin)
    if let thread { pthread_detach(thread) }
  #else
    pthread_detach(thread)
  #endif
}

/// What is handed to the thread as a whole, and used only there.
private final class ThreadWork {
  private let watcher: Watcher
  private let pipe: StopPipe
  private let handOver: @Sendable (TreeChanges?) -> Void

  init(
    _ watcher: Watcher, _ pipe: StopPipe, _ handOver: @escaping @Sendable (TreeChanges?) -> Void
  ) {
    self.watcher = watcher
    self.pipe = pipe
    self.handOver = handOver
  }

  func run() {
    // Signals such as Ctrl-C are for the program's other threads.
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, nil)
    watcher.run(until: pipe.reading) { handOver($0) }
    handOver(nil)
  }
}
