internal import CBanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What published files may: everyone reads them, so that a web server under another account can.
let fileMode: mode_t = 0o644
/// What published folders may: everyone enters and lists them.
let folderMode: mode_t = 0o755

/// Writes all bytes to an open file.
func writeAll(_ bytes: [UInt8], to descriptor: Int32, shown: String) throws(DiskFault) {
  var written = 0
  while written < bytes.count {
    let count = bytes.withUnsafeBytes { all in
      let rest = UnsafeRawBufferPointer(rebasing: all[written...])
      return uninterrupted { write(descriptor, rest.baseAddress, min(rest.count, 1 << 30)) }
    }
    guard count > 0 else { throw DiskFault(shown, count == 0 ? EIO : errno, .write) }
    written += count
  }
}

/// How a published file stands to the bytes that it should have.
enum Standing: Sendable {
  case missing, different, same
}

/// Compares a file with bytes, a piece at a time, so that a large file takes no memory.
///
/// - Parameter piece: room to read into. What cannot be read counts as different: it will be written anew.
func standing(
  of path: String, in folder: Int32, against bytes: [UInt8], piece: UnsafeMutableRawBufferPointer
) -> Standing {
  // Without O_NONBLOCK a pipe in the file's place would be waited for.
  let descriptor = openBeneath(folder, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { return errno == ENOENT || errno == ENOTDIR ? .missing : .different }
  defer { close(descriptor) }
  var status = banbao_status()
  guard banbao_status_of(descriptor, &status) == 0,
    status.kind == Int32(banbao_kind_file.rawValue), status.size == bytes.count
  else { return .different }
  return bytes.withUnsafeBytes { all in
    var compared = 0
    while compared < all.count {
      let count = uninterrupted {
        read(descriptor, piece.baseAddress, min(piece.count, all.count - compared))
      }
      guard count > 0 else { return .different }
      let wanted = UnsafeRawBufferPointer(rebasing: all[compared..<compared + count])
      guard let a = wanted.baseAddress, let b = piece.baseAddress, memcmp(a, b, count) == 0 else {
        return .different
      }
      compared += count
    }
    return .same
  }
}
