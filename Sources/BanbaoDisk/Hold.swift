internal import CBanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folder that a site grows in.
struct Staging: Sendable {
  var folder: OpenFolder
  /// The process's mask takes permissions from new files that a web server needs.
  var needsModes: Bool
}

/// Locks the folder that is published now, and clears away what a killed run left beside it.
///
/// - Returns: nil if there is none, or another run replaced it meanwhile.
func holdOld(_ output: OutputFolder, _ parent: OpenFolder) throws(DiskFault) -> OpenFolder? {
  guard try checkOld(output, parent) else { return nil }
  guard let old = try locked(output.name, output, parent, shown: output.shown) else { return nil }
  for remains in [output.staging, output.retired] {
    let shown = output.path(of: remains)
    if try locked(remains, output, parent, shown: shown) == nil { continue }
    try removeTree(remains, in: parent.descriptor, shown: shown)
  }
  return old
}

/// Refuses what stands at the published folder's path, if it is not a folder of ours.
///
/// - Returns: whether anything stands there.
@discardableResult
func checkOld(_ output: OutputFolder, _ parent: OpenFolder) throws(DiskFault) -> Bool {
  guard let found = try status(output.name, in: parent.descriptor, shown: output.shown)
  else { return false }
  switch banbao_kind(UInt32(bitPattern: found.kind)) {
  case banbao_kind_folder: break
  // Links were followed to their ends, so this one has none.
  case banbao_kind_link: throw DiskFault(output.shown, .brokenLink)
  default: throw DiskFault(output.shown, .notFolder)
  }
  let folder: OpenFolder
  do {
    folder = try .at(output.name, in: parent.descriptor, shown: output.shown)
  } catch {
    if error.isMissing { return false }
    throw error
  }
  guard try isOurs(folder.descriptor, shown: output.shown) else {
    throw DiskFault(output.shown, .foreign)
  }
  return true
}

/// Makes the folder that becomes the first site, its lock standing for that of the folder that is not there yet.
///
/// - Returns: nil if a folder is there after all: another run's, or the one that a killed run had moved aside.
func holdFirst(
  _ output: OutputFolder, _ parent: OpenFolder, _ folders: [String]
) throws(DiskFault) -> Staging? {
  guard let staging = try makeStaging(output, parent, folders) else { return nil }
  do {
    if try !findsOld(output, parent) { return staging }
  } catch {
    discard(output, parent)
    throw error
  }
  if let fault = discard(output, parent) { throw fault }
  return nil
}

/// Whether there is a published folder after all, brought back if need be.
private func findsOld(_ output: OutputFolder, _ parent: OpenFolder) throws(DiskFault) -> Bool {
  let shown = output.path(of: output.retired)
  if try status(output.name, in: parent.descriptor, shown: output.shown) != nil { return true }
  if try locked(output.retired, output, parent, shown: shown) == nil { return false }
  guard renameat(parent.descriptor, output.retired, parent.descriptor, output.name) == 0 else {
    throw DiskFault(output.shown, errno, .replace)
  }
  return true
}

/// Removes the new folder. Its lock must be held.
///
/// - Returns: what kept it from being removed; the next run tries again.
@discardableResult
func discard(_ output: OutputFolder, _ parent: OpenFolder) -> DiskFault? {
  do {
    try removeTree(output.staging, in: parent.descriptor, shown: output.path(of: output.staging))
    return nil
  } catch {
    return error
  }
}

/// Makes and locks the new folder, with its marker and all its subfolders. What a killed run left in it goes first.
///
/// - Returns: nil if another run removed it meanwhile.
func makeStaging(
  _ output: OutputFolder, _ parent: OpenFolder, _ folders: [String]
) throws(DiskFault) -> Staging? {
  let shown = output.path(of: output.staging)
  if mkdirat(parent.descriptor, output.staging, folderMode) != 0 && errno != EEXIST {
    throw DiskFault(shown, errno, .makeFolder)
  }
  guard let folder = try locked(output.staging, output, parent, shown: shown) else { return nil }
  do {
    try removeEntries(of: folder.descriptor, shown: shown)
    let mode = try writeMarker(in: folder.descriptor, shown: shown)
    let needsModes = mode != UInt32(fileMode)
    if needsModes { fchmod(folder.descriptor, folderMode) }
    for path in folders {
      try makeFolder(path, in: folder, needsModes: needsModes, shown: output.shown + "/" + path)
    }
    return Staging(folder: folder, needsModes: needsModes)
  } catch {
    discard(output, parent)
    throw error
  }
}

private func makeFolder(
  _ path: String, in folder: OpenFolder, needsModes: Bool, shown: String
) throws(DiskFault) {
  guard mkdirat(folder.descriptor, path, folderMode) == 0 else {
    throw DiskFault(shown, errno, .makeFolder)
  }
  if needsModes { fchmodat(folder.descriptor, path, folderMode, 0) }
}

/// Opens and locks a folder of ours beside, or at, the published one.
///
/// - Returns: nil if there is none, or another stands in its place by the time that it is locked.
private func locked(
  _ name: String, _ output: OutputFolder, _ parent: OpenFolder, shown: String
) throws(DiskFault) -> OpenFolder? {
  let folder: OpenFolder
  do {
    folder = try .at(name, in: parent.descriptor, shown: shown)
  } catch {
    if error.isMissing { return nil }
    throw error
  }
  // Any other reason means that this file system has no locks on folders (NFS, CIFS).
  if flock(folder.descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK {
    throw DiskFault(output.shown, .busy)
  }
  var opened = banbao_status()
  guard banbao_status_of(folder.descriptor, &opened) == 0 else {
    throw DiskFault(shown, errno, .read)
  }
  guard let now = try status(name, in: parent.descriptor, shown: shown),
    now.inode == opened.inode, now.device == opened.device
  else { return nil }
  guard try isOurs(folder.descriptor, shown: shown) else {
    throw DiskFault(shown, .foreign)
  }
  return folder
}

/// Makes a folder and those above it, where they do not exist.
func makeFolders(_ path: String, shown: String) throws(DiskFault) {
  if mkdir(path, folderMode) == 0 || errno == EEXIST || errno == EISDIR { return }
  let reason = errno
  guard reason == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
    throw DiskFault(shown, reason, .makeFolder)
  }
  try makeFolders(String(path[..<slash]), shown: shown)
  if mkdir(path, folderMode) != 0 && errno != EEXIST { throw DiskFault(shown, errno, .makeFolder) }
}
