internal import CBanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Makes a call to the disk, again for as long as signals interrupt it. Every such call stands in one, so that a test can
/// let each of them fail.
@discardableResult
func uninterrupted<Count: SignedInteger>(_ call: () -> Count) -> Count {
  if banbao_fails() != 0 { return -1 }
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

/// Lets calls to the disk fail in this process: one, counted from 1, or all from that one on; nil ends it.
func failCalls(from first: Int32?, onwards: Bool = false, reason: Int32 = EIO) {
  banbao_fail_calls(first ?? 0, onwards ? .max : first ?? 0, reason)
}

/// How many calls to the disk were made since `failCalls`.
var callCount: Int32 { banbao_call_count() }

/// Opens what lies below an open folder, for reading; -1 where it is not there, or a part of the path is a link.
///
/// - Parameter atOnce: whether by one call, where the system has it.
func openBeneath(_ folder: Int32, _ path: String, _ flags: Int32, atOnce: Bool = true) -> Int32 {
  uninterrupted {
    atOnce ? banbao_open_beneath(folder, path, flags) : banbao_open_by_parts(folder, path, flags)
  }
}

/// An open folder, closed and its lock given up when the last reference to it goes.
final class OpenFolder: Sendable {
  let descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit {
    // Closing alone would leave the lock to a child process that another thread is starting at this moment, for as
    // long as that still has its copy of the descriptor.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Opens a folder below an open folder. No part of its path may be a symbolic link.
  static func beneath(_ path: String, _ folder: OpenFolder, shown: String) throws(DiskFault) -> OpenFolder {
    let descriptor = openBeneath(folder.descriptor, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DiskFault(shown, errno, .list) }
    return OpenFolder(descriptor)
  }

  /// Opens a folder by its name in an open folder, or by its path.
  ///
  /// - Parameter follow: whether a symbolic link may stand in its place.
  static func at(
    _ name: String, in parent: Int32 = AT_FDCWD, follow: Bool = false, shown: String
  ) throws(DiskFault) -> OpenFolder {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (follow ? 0 : O_NOFOLLOW)
    let descriptor = uninterrupted { openat(parent, name, flags) }
    guard descriptor >= 0 else { throw DiskFault(shown, errno, .list) }
    return OpenFolder(descriptor)
  }
}

/// The status of a name in an open folder, not following a link; nil if nothing stands there.
func status(
  _ name: String, in folder: Int32 = AT_FDCWD, shown: String
) throws(DiskFault) -> banbao_status? {
  var status = banbao_status()
  if banbao_status_at(folder, name, &status) == 0 { return status }
  if errno == ENOENT { return nil }
  throw DiskFault(shown, errno, .read)
}

/// Lists an open folder without `.` and `..`: its entries, in the order of the disk.
///
/// - Parameter visit: takes the name as the disk spells it, any bytes but `/` and zero, and a `banbao_kind`, found
///   by a look at the file itself where the file system does not tell.
func forEachEntry(
  of folder: Int32, shown: String,
  _ visit: (_ name: UnsafePointer<CChar>, _ kind: Int32) throws(DiskFault) -> Void
) throws(DiskFault) {
  // A second opening has a position of its own and may be closed with the stream.
  let descriptor = uninterrupted { openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
  guard descriptor >= 0 else { throw DiskFault(shown, errno, .list) }
  guard let stream = fdopendir(descriptor) else {
    let reason = errno
    close(descriptor)
    throw DiskFault(shown, reason, .list)
  }
  defer { closedir(stream) }
  while let entry = banbao_next_entry(stream) {
    guard let name = banbao_entry_name(entry) else { continue }
    if strcmp(name, ".") == 0 || strcmp(name, "..") == 0 { continue }
    var kind = banbao_entry_kind(entry)
    if kind == Int32(banbao_kind_unknown.rawValue) {
      var status = banbao_status()
      if banbao_status_at(folder, name, &status) == 0 { kind = status.kind }
    }
    try visit(name, kind)
  }
  if errno != 0 { throw DiskFault(shown, errno, .list) }
}
