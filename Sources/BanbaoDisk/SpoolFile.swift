import BanbaoHTML
internal import CBanbaoDisk
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file without a name, which goes with the program, however that ends.
package final class SpoolFile: Spool {
  private struct State {
    /// How much was taken in.
    var end = 0
    /// Whether there was no more room: what comes after that stays in memory.
    var isFull = false
    var fault: DiskFault?
  }

  let descriptor: Int32
  private let shown: String
  /// How many bytes it takes: the site itself needs room too.
  private let limit: Int
  private let state = Mutex(State())

  /// Nil where the file system has no files without names, or there is no such folder yet.
  ///
  /// - Parameter output: a folder that is published; the room is where it lies, and nothing is seen of it there.
  package convenience init?(beside output: String) { self.init(beside: output, limit: .max) }

  /// - Parameter limit: how many bytes it takes, if the disk has the room.
  init?(beside output: String, limit: Int) {
    let folder: String
    do {
      folder = try OutputFolder(output, protected: []).parent
    } catch {
      return nil
    }
    let descriptor = uninterrupted { banbao_open_unnamed(folder) }
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
    shown = folder
    self.limit = min(limit, room(descriptor))
  }

  deinit { close(descriptor) }

  /// Why bytes could not be read again; what was made of them is not to be published.
  package var fault: DiskFault? { state.withLock(\.fault) }

  /// Takes bytes in; nil where the disk has no room for them, or had none before.
  package func append(_ bytes: [UInt8]) -> Int? {
    let offset = state.withLock { state -> Int? in
      guard !state.isFull, bytes.count <= limit - state.end else { return nil }
      defer { state.end += bytes.count }
      return state.end
    }
    guard let offset else { return nil }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { bytes in
        uninterrupted {
          pwrite(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(offset + done))
        }
      }
      guard count > 0 else {
        state.withLock { $0.isFull = true }
        return nil
      }
      done += count
    }
    return offset
  }

  /// Bytes that were taken in. None where the disk does not give them back: then there is a ``fault``.
  package func bytes(at offset: Int, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      done = 0
      while done < count {
        let read = uninterrupted {
          pread(descriptor, buffer.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
        }
        guard read > 0 else {
          let fault = DiskFault(shown, read < 0 ? errno : EIO, .read)
          state.withLock { $0.fault = $0.fault ?? fault }
          done = 0
          return
        }
        done += read
      }
    }
  }
}

/// A quarter of the room of the disk that holds a file, and no more than this account may write into one file, which it
/// would not survive.
private func room(_ descriptor: Int32) -> Int {
  var disk = statvfs()
  guard uninterrupted({ fstatvfs(descriptor, &disk) }) == 0 else { return 0 }
  let (free, overflows) = UInt64(disk.f_bavail).multipliedReportingOverflow(by: UInt64(disk.f_frsize))
  var largest = rlimit()
  #if canImport(Glibc)
    let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &largest) == 0
  #else
    let isKnown = getrlimit(RLIMIT_FSIZE, &largest) == 0
  #endif
  let quarter = overflows ? Int.max : Int(clamping: free / 4)
  return isKnown ? min(quarter, Int(clamping: largest.rlim_cur)) : 0
}
