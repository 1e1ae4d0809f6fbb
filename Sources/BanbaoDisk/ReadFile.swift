internal import CBanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The largest file that is read, in bytes: 2 GiB. A site's pages and attachments stay far below it, and a sparse file
/// of exabytes must not be asked of memory.
let largestFile: Int64 = 2 << 30

/// The bytes of a regular file, with one read where its size stands still.
///
/// A link in the file's place is not followed, and a pipe is not waited for.
///
/// - Parameters:
///   - folder: an open folder that the path begins at; nil for the current one. Below an open folder no part of the path
///     may be a link.
///   - limit: how many bytes are enough; nil for all.
///   - atEnd: whether they are the last of the file, not the first.
func readFile(
  _ path: String, in folder: Int32? = nil, shown: String, limit: Int? = nil, atEnd: Bool = false
) throws(DiskFault) -> [UInt8] {
  let flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
  let descriptor = folder.map { openBeneath($0, path, flags) } ?? uninterrupted { open(path, flags) }
  guard descriptor >= 0 else { throw DiskFault(shown, errno, .read) }
  defer { close(descriptor) }
  var status = banbao_status()
  guard banbao_status_of(descriptor, &status) == 0 else { throw DiskFault(shown, errno, .read) }
  guard status.kind == Int32(banbao_kind_file.rawValue) else {
    throw DiskFault(
      shown, status.kind == Int32(banbao_kind_folder.rawValue) ? EISDIR : EINVAL, .read)
  }
  if let limit {
    if atEnd, status.size > limit, uninterrupted({ lseek(descriptor, off_t(status.size) - off_t(limit), SEEK_SET) }) < 0
    {
      throw DiskFault(shown, errno, .read)
    }
    return try readSome(descriptor, limit, shown: shown)
  }
  guard status.size <= largestFile else { throw DiskFault(shown, EFBIG, .read) }
  // One byte more than the file has: the read that fills less proves the end.
  var bytes = try readSome(descriptor, Int(status.size) + 1, shown: shown)
  var grown = bytes.count > Int(status.size)
  while grown {
    guard bytes.count <= largestFile else { throw DiskFault(shown, EFBIG, .read) }
    let more = try readSome(descriptor, 1 << 16, shown: shown)
    bytes += more
    grown = !more.isEmpty
  }
  return bytes
}

/// Reads on until `count` bytes are there or the file ends.
private func readSome(
  _ descriptor: Int32, _ count: Int, shown: String
) throws(DiskFault) -> [UInt8] {
  var reason: Int32 = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
    while filled < count {
      let rest = UnsafeMutableRawBufferPointer(
        rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
      let got = uninterrupted { read(descriptor, rest.baseAddress, min(rest.count, 1 << 30)) }
      if got < 0 { reason = errno }
      if got <= 0 { return }
      filled += got
      // A read that came back short of a regular file's known size met its end.
      if filled == count - 1 { return }
    }
  }
  if reason != 0 { throw DiskFault(shown, reason, .read) }
  return bytes
}
