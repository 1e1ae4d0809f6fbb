internal import BanbaoSource
internal import CBanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The file by which a published folder is known as banbao's own. It is no part of the site.
let markerName = ".banbao"

private let markerBytes = Array(
  """
  banbao 发布的文件夹：每次发布都会整个替换它，请不要在这里存放自己的文件。
  banbao publishes this folder and replaces it as a whole: keep nothing of your own here.

  """.utf8)

/// Of the marker as this program writes it.
let markerDigest = Digest(of: markerBytes)

/// Puts the marker into an open folder.
///
/// - Returns: the permissions that the file got, which tell what the process's mask takes away.
func writeMarker(in folder: Int32, shown: String) throws(DiskFault) -> UInt32 {
  let descriptor = uninterrupted {
    openat(folder, markerName, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, fileMode)
  }
  guard descriptor >= 0 else { throw DiskFault(shown, errno, .write) }
  defer { close(descriptor) }
  try writeAll(markerBytes, to: descriptor, shown: shown)
  var status = banbao_status()
  guard banbao_status_of(descriptor, &status) == 0 else { throw DiskFault(shown, errno, .write) }
  return status.mode
}

/// Whether an open folder bears the marker as this program writes it.
func isMarked(_ folder: Int32) -> Bool {
  let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: markerBytes.count, alignment: 1)
  defer { piece.deallocate() }
  return standing(of: markerName, in: folder, against: markerBytes, piece: piece) == .same
}

/// Whether an open folder may be replaced: it bears the marker, or it is empty.
func isOurs(_ folder: Int32, shown: String) throws(DiskFault) -> Bool {
  if let status = try status(markerName, in: folder, shown: shown) {
    return status.kind == Int32(banbao_kind_file.rawValue)
  }
  var isEmpty = true
  try forEachEntry(of: folder, shown: shown) { _, _ in isEmpty = false }
  return isEmpty
}
