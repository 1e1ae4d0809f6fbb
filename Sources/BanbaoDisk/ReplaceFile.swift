internal import CBanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a file anew in place of the old one. Its permissions and its group stay.
///
/// - Parameter before: what the file was judged by; where it holds anything else by now, it is left alone.
/// - Returns: whether it was written.
package func replaceFile(_ bytes: [UInt8], of before: [UInt8], at path: String) throws(DiskFault) -> Bool {
  guard try readFile(path, shown: path) == before else { return false }
  var status = banbao_status()
  guard banbao_status_at(AT_FDCWD, path, &status) == 0 else { throw DiskFault(path, errno, .read) }
  try putInPlace(bytes, at: path, mode: 0o600) { descriptor in
    uninterrupted { fchown(descriptor, uid_t.max, gid_t(status.group)) }
    uninterrupted { fchmod(descriptor, mode_t(status.mode)) }
  }
  return true
}

/// Writes a file, in place of the one that stands there, if any.
package func placeFile(_ bytes: [UInt8], at path: String) throws(DiskFault) {
  try putInPlace(bytes, at: path, mode: fileMode)
}

/// The bytes of a file, or as many of its first ones as are enough.
package func fileBytes(at path: String, limit: Int? = nil) throws(DiskFault) -> [UInt8] {
  try readFile(path, shown: path, limit: limit)
}

/// Writes a file beside the path and puts it there, so that nobody sees it half done.
private func putInPlace(
  _ bytes: [UInt8], at path: String, mode: mode_t, permit: (Int32) -> Void = { _ in }
) throws(DiskFault) {
  // Names that begin with a point are passed over by whoever reads the folder meanwhile.
  let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  let beside = "\(folder).banbao-\(getpid())"
  let descriptor = uninterrupted { open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode) }
  guard descriptor >= 0 else { throw DiskFault(path, errno, .write) }
  do throws(DiskFault) {
    defer { close(descriptor) }
    try writeAll(bytes, to: descriptor, shown: path)
    permit(descriptor)
    guard uninterrupted({ fsync(descriptor) }) == 0 else { throw DiskFault(path, errno, .write) }
  } catch {
    uninterrupted { unlink(beside) }
    throw error
  }
  guard uninterrupted({ rename(beside, path) }) == 0 else {
    let reason = errno
    uninterrupted { unlink(beside) }
    throw DiskFault(path, reason, .write)
  }
}
