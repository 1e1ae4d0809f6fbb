#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How a run forces what it publishes out to the disk, so that a power cut leaves the old site or the new one, both whole.
///
/// One call for each file and each folder of the site, also those that stayed: an earlier run may have left them to the
/// system. They all come at the end, when the system has had time to write most of it by itself, and several at once, which
/// a journal writes in one go.
struct Durability: Sendable {
  let steps: PublishSteps
  let shown: String

  /// Forces a file out that lies below an open folder.
  func sync(_ path: String, below folder: OpenFolder) throws(DiskFault) {
    let descriptor = openBeneath(folder.descriptor, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw DiskFault(shown + "/" + path, errno, .write) }
    defer { close(descriptor) }
    try sync(descriptor, shown + "/" + path)
  }

  /// Forces a folder's names out.
  func sync(_ folder: OpenFolder) throws(DiskFault) { try sync(folder.descriptor, shown) }

  private func sync(_ descriptor: Int32, _ shown: String) throws(DiskFault) {
    let reason = steps.sync(descriptor)
    // Some network shares have no such call for folders: they keep names in order by themselves.
    if reason != 0, ![EINVAL, ENOTSUP, EOPNOTSUPP].contains(reason) { throw DiskFault(shown, reason, .write) }
  }
}
