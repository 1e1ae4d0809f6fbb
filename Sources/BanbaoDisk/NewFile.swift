#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a file that must not be there yet, with the folders above it.
///
/// - Throws: a fault that `isTaken` where something stands at the path already; it is not touched.
package func writeNewFile(_ bytes: [UInt8], at path: String) throws(DiskFault) {
  var slash = path.firstIndex(of: "/")
  while let end = slash {
    let folder = String(path[..<end])
    if !folder.isEmpty, uninterrupted({ mkdir(folder, folderMode) }) != 0, errno != EEXIST {
      throw DiskFault(folder, errno, .makeFolder)
    }
    slash = path[path.index(after: end)...].firstIndex(of: "/")
  }
  let descriptor = uninterrupted { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, fileMode) }
  guard descriptor >= 0 else { throw DiskFault(path, errno, .write) }
  defer { close(descriptor) }
  try writeAll(bytes, to: descriptor, shown: path)
}

extension DiskFault {
  /// Something stands at the path already, or in the folder that should be empty.
  package var isTaken: Bool { errorNumber == EEXIST || errorNumber == ENOTEMPTY }
}
