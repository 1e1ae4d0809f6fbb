internal import CBanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a file anew beside itself and puts that in its place, so that nobody sees it half done. Its permissions and its
/// group stay.
///
/// - Parameter before: what the file was judged by; where it holds anything else by now, it is left alone.
/// - Returns: whether it was written.
package func replaceFile(_ bytes: [UInt8], of before: [UInt8], at path: String) throws(DiskFault) -> Bool {
  guard try readFile(path, shown: path) == before else { return false }
  var status = banbao_status()
  guard banbao_status_at(AT_FDCWD, path, &status) == 0 else { throw DiskFault(path, errno, .read) }
  // Names that begin with a point are passed over by whoever reads the folder meanwhile.
  let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  let beside = "\(folder).banbao-\(getpid())"
  let descriptor = uninterrupted { open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
  guard descriptor >= 0 else { throw DiskFault(path, errno, .write) }
  do throws(DiskFault) {
    defer { close(descriptor) }
    try writeAll(bytes, to: descriptor, shown: path)
    fchown(descriptor, uid_t.max, gid_t(status.group))
    fchmod(descriptor, mode_t(status.mode))
    guard fsync(descriptor) == 0 else { throw DiskFault(path, errno, .write) }
  } catch {
    unlink(beside)
    throw error
  }
  guard rename(beside, path) == 0 else {
    let reason = errno
    unlink(beside)
    throw DiskFault(path, reason, .write)
  }
  return true
}
