internal import CBanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Removes a folder with all that is in it, links themselves and never what they lead to.
///
/// The marker goes last: what is left of a removal that was killed is still known as banbao's own.
func removeTree(_ name: String, in parent: Int32, shown: String) throws(DiskFault) {
  let folder: OpenFolder
  do {
    folder = try .at(name, in: parent, shown: shown)
  } catch let fault where fault.isMissing {
    return
  }
  try removeEntries(of: folder.descriptor, shown: shown, keeping: markerName)
  if uninterrupted({ unlinkat(folder.descriptor, markerName, 0) }) != 0 && errno != ENOENT {
    throw DiskFault(shown, errno, .remove)
  }
  if uninterrupted({ unlinkat(parent, name, AT_REMOVEDIR) }) != 0 && errno != ENOENT {
    throw DiskFault(shown, errno, .remove)
  }
}

/// Empties an open folder.
///
/// Each level holds its folder open, so that the limit of open files ends a descent long before the stack does.
func removeEntries(
  of folder: Int32, shown: String, keeping kept: String? = nil
) throws(DiskFault) {
  // Names first, then their removal: POSIX does not say what a listing shows of a folder that changes under it.
  var names: [CChar] = []
  var entries: [(start: Int, isFolder: Bool)] = []
  try forEachEntry(of: folder, shown: shown) { name, kind in
    if let kept, strcmp(name, kept) == 0 { return }
    entries.append((names.count, kind == Int32(banbao_kind_folder.rawValue)))
    names.append(contentsOf: UnsafeBufferPointer(start: name, count: strlen(name) + 1))
  }
  for entry in entries {
    var reason: Int32 = 0
    var inner: Int32 = -1
    names[entry.start...].withUnsafeBufferPointer { name in
      guard let name = name.baseAddress else { return }
      if entry.isFolder {
        inner = uninterrupted {
          openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        }
        if inner < 0 { reason = errno }
      } else if uninterrupted({ unlinkat(folder, name, 0) }) != 0 {
        reason = errno
      }
    }
    if inner >= 0 {
      let opened = OpenFolder(inner)
      try removeEntries(of: opened.descriptor, shown: shown)
      names[entry.start...].withUnsafeBufferPointer { name in
        guard let name = name.baseAddress else { return }
        if uninterrupted({ unlinkat(folder, name, AT_REMOVEDIR) }) != 0 { reason = errno }
      }
    }
    if reason != 0 && reason != ENOENT { throw DiskFault(shown, reason, .remove) }
  }
}
