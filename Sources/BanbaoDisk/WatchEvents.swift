internal import CBanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How the system is asked for events, so that a test can have it refuse.
struct WatchCalls: Sendable {
  #if os(Linux)
    var start: @Sendable () -> Int32 = {
      inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    }
    var add: @Sendable (Int32, String, UInt32) -> Int32 = { inotify_add_watch($0, $1, $2) }
  #endif
}

/// A descriptor that events are read from.
final class EventQueue {
  let descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }
}

#if os(Linux)
  /// The system's own word of changes below folders: one inotify watch for each subfolder.
  struct WatchEvents {
    /// What reading the events brought beside changed paths.
    struct Heard {
      /// Events were lost, so that folders may be unwatched.
      var isIncomplete = false
      /// Folders whose root was removed or moved away.
      var lost: Set<Int> = []
      /// Folders that can no longer be watched.
      var failed: Set<Int> = []
    }

    /// A watched subfolder: its path below the folder ends in `/` or is empty.
    private struct Spot {
      var folder: Int
      var path: String
    }

    /// A file that is being written.
    private struct OpenFile: Hashable {
      var folder: Int
      var path: [UInt8]
    }

    let queue: EventQueue
    private let calls: WatchCalls
    /// By watch descriptor. One watch serves several spots if the folders lie in each other.
    private var spots: [Int32: [Spot]] = [:]
    private var unfinished: Set<OpenFile> = []
    /// Files that were made since changes were handed over, and files that went and have not come back.
    private var come: Set<OpenFile> = []
    private var gone: Set<OpenFile> = []
    /// Whether more is likely to follow what was told since then: a folder came or went, or events were lost.
    private var mayBringMore = false

    /// nil if the system has no more queues.
    init?(_ calls: WatchCalls) {
      let descriptor = calls.start()
      guard descriptor >= 0 else { return nil }
      queue = EventQueue(descriptor)
      self.calls = calls
    }

    var hasUnfinished: Bool { !unfinished.isEmpty }

    /// Whether every file that changed is there and closed: a save that has come to its end, as far as anybody can tell.
    var isWhole: Bool { unfinished.isEmpty && gone.isEmpty && !mayBringMore }

    /// To be called where events were lost: nobody can tell what is whole.
    mutating func expectMore() { mayBringMore = true }

    /// To be called when changes are handed over.
    mutating func beginAnew() {
      (unfinished, come, gone) = ([], [], [])
      mayBringMore = false
    }

    /// Watches a subfolder and all below it.
    ///
    /// - Parameters:
    ///   - root: the path of the folder.
    ///   - path: of the subfolder below it, ending in `/` or empty.
    /// - Returns: the system's number if the folder cannot be watched as a whole, else 0.
    mutating func add(_ folder: Int, _ root: String, below path: String) -> Int32 {
      var rest = [path]
      while let next = rest.popLast() {
        let full = next.isEmpty ? root : root + "/" + next
        if banbao_is_remote(full) == 1 { return ENOTSUP }
        let mask = next.isEmpty ? wanted : wanted | UInt32(IN_DONT_FOLLOW)
        // First watched, then listed: what is made in between is at least seen once.
        let watch = calls.add(queue.descriptor, full, mask)
        if watch < 0 {
          if isGone(errno) { continue }
          return errno
        }
        spots[watch] =
          (spots[watch] ?? []).filter { $0.folder != folder } + [Spot(folder: folder, path: next)]
        do {
          let opened = try OpenFolder.at(full, follow: next.isEmpty, shown: "")
          try forEachEntry(of: opened.descriptor, shown: "") { name, kind in
            let bytes = UnsafeRawBufferPointer(start: name, count: strlen(name))
              .assumingMemoryBound(to: UInt8.self)
            guard kind == Int32(banbao_kind_folder.rawValue), !isNoContent(bytes, in: next),
              let name = String(validating: bytes, as: UTF8.self)
            else { return }
            rest.append(next + name + "/")
          }
        } catch {
          if !isGone(error.errorNumber) { return error.errorNumber }
        }
      }
      return 0
    }

    /// Ends the watching of a subfolder and all below it; an empty path is the whole folder.
    mutating func drop(_ folder: Int, below path: String) {
      for (watch, spots) in spots {
        let rest = spots.filter { $0.folder != folder || !$0.path.utf8.starts(with: path.utf8) }
        if rest.count == spots.count { continue }
        self.spots[watch] = rest.isEmpty ? nil : rest
        if rest.isEmpty { inotify_rm_watch(queue.descriptor, watch) }
      }
    }

    /// Takes the waiting events, as many as fit into 64 KB.
    mutating func read(below roots: [String], into changes: inout TreeChanges) -> Heard {
      var heard = Heard()
      let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 8)
      defer { piece.deallocate() }
      let count = uninterrupted { Glibc.read(queue.descriptor, piece.baseAddress, piece.count) }
      if count < 0 && errno != EAGAIN { heard.isIncomplete = true }
      guard count > 0 else { return heard }
      var rest = UnsafeRawBufferPointer(rebasing: piece[..<count])
      while let event = Event(&rest) {
        if event.has(IN_Q_OVERFLOW) || event.has(IN_UNMOUNT) {
          heard.isIncomplete = true
        } else if event.has(IN_IGNORED) {
          // A removed folder. That the root went was told before.
          spots[event.watch] = nil
        } else {
          for spot in spots[event.watch] ?? [] {
            take(event, at: spot, below: roots, &changes, &heard)
          }
        }
      }
      return heard
    }

    private mutating func take(
      _ event: Event, at spot: Spot, below roots: [String], _ changes: inout TreeChanges,
      _ heard: inout Heard
    ) {
      let folder = spot.folder
      if event.has(IN_DELETE_SELF) || event.has(IN_MOVE_SELF) {
        // Of a subfolder its parent tells.
        if spot.path.isEmpty {
          heard.lost.insert(folder)
          mayBringMore = true
        }
        return
      }
      if event.name.isEmpty || isNoContent(event.name, in: spot.path) { return }
      guard let name = String(validating: event.name, as: UTF8.self) else {
        // Such a file has no path that could be written; its folder is listed anew.
        return changes.add(Array(spot.path.utf8.dropLast()), in: folder)
      }
      let path = spot.path + name
      let file = OpenFile(folder: folder, path: Array(path.utf8))
      changes.add(file.path, in: folder)
      if event.has(IN_ISDIR) {
        mayBringMore = true
        if event.has(IN_MOVED_FROM) || event.has(IN_DELETE) { drop(folder, below: path + "/") }
        if event.has(IN_MOVED_TO) || event.has(IN_CREATE), roots.indices.contains(folder),
          add(folder, roots[folder], below: path + "/") != 0
        {
          heard.failed.insert(folder)
        }
      } else if event.has(IN_CREATE) || event.has(IN_MODIFY) {
        unfinished.insert(file)
        if event.has(IN_CREATE), gone.remove(file) == nil { come.insert(file) }
      } else if !event.has(IN_ATTRIB) {
        unfinished.remove(file)
        // It may have taken the place of one that was there before.
        if event.has(IN_MOVED_TO) { gone.remove(file) }
        // What came and went is as if it had never been.
        if event.has(IN_MOVED_FROM) || event.has(IN_DELETE), come.remove(file) == nil { gone.insert(file) }
      }
    }
  }

  /// One event as it lies in what was read. The name is valid for as long as that is.
  private struct Event {
    var watch: Int32
    var mask: UInt32
    var name: UnsafeBufferPointer<UInt8>

    /// Takes the first event from the bytes; nil at their end.
    init?(_ bytes: inout UnsafeRawBufferPointer) {
      // Four numbers of four bytes: watch, mask, cookie, length of the name with the zero bytes that fill it up.
      let head = 16
      guard bytes.count >= head else { return nil }
      watch = bytes.loadUnaligned(as: Int32.self)
      mask = bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self)
      let length = Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
      guard bytes.count - head >= length else { return nil }
      let name = UnsafeRawBufferPointer(rebasing: bytes[head..<head + length])
        .assumingMemoryBound(to: UInt8.self)
      self.name = UnsafeBufferPointer(rebasing: name[..<(name.firstIndex(of: 0) ?? name.count)])
      bytes = UnsafeRawBufferPointer(rebasing: bytes[(head + length)...])
    }

    func has(_ bit: Int32) -> Bool { mask & UInt32(bit) != 0 }
  }

  private let wanted = UInt32(
    IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO
      | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

  /// The folder was there a moment ago, or a file or link took its place.
  private func isGone(_ reason: Int32) -> Bool {
    reason == ENOENT || reason == ENOTDIR || reason == ELOOP
  }
#else
  /// No events on this system: every folder is polled.
  struct WatchEvents {
    struct Heard {
      var isIncomplete = false
      var lost: Set<Int> = []
      var failed: Set<Int> = []
    }

    let queue: EventQueue
    let hasUnfinished = false
    let isWhole = false

    init?(_ calls: WatchCalls) { return nil }

    mutating func expectMore() {}
    mutating func beginAnew() {}
    mutating func add(_ folder: Int, _ root: String, below path: String) -> Int32 { ENOTSUP }
    mutating func drop(_ folder: Int, below path: String) {}
    mutating func read(below roots: [String], into changes: inout TreeChanges) -> Heard { Heard() }
  }
#endif
