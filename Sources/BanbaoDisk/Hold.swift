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

/// The folder that is published now.
struct OldSite: Sendable {
  var folder: OpenFolder
  /// Whether nobody but banbao's own account can change it, so that its files may be taken over.
  var isOwn: Bool
}

/// Locks the folder that is published now, and clears away what a killed run left beside it.
///
/// - Returns: nil if there is none, or another run replaced it meanwhile.
func holdOld(_ output: OutputFolder, _ parent: OpenFolder) throws(DiskFault) -> OldSite? {
  guard try checkOld(output, parent) else { return nil }
  guard let old = try locked(output.name, output, parent, shown: output.shown) else { return nil }
  for remains in [output.staging, output.retired] {
    let shown = output.path(of: remains)
    if try locked(remains, output, parent, shown: shown) == nil { continue }
    try removeTree(remains, in: parent.descriptor, shown: shown)
  }
  return OldSite(folder: old, isOwn: try isOwn(old, output, parent, shown: output.shown))
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
  guard try mayTakeOver(folder, output, parent, shown: output.shown) else {
    throw DiskFault(output.shown, .otherOwner)
  }
  return true
}

/// Whether an open folder belongs to the account that banbao runs under.
private func isOwn(
  _ folder: OpenFolder, _ output: OutputFolder, _ parent: OpenFolder, shown: String
) throws(DiskFault) -> Bool {
  var found = banbao_status()
  guard banbao_status_of(folder.descriptor, &found) == 0 else { throw DiskFault(shown, errno, .read) }
  if found.owner == geteuid() { return true }
  // A share or a stick may give all that is made on it to one account.
  uninterrupted { unlinkat(parent.descriptor, output.probe, AT_REMOVEDIR) }
  guard uninterrupted({ mkdirat(parent.descriptor, output.probe, 0o700) }) == 0 else { return false }
  defer { uninterrupted { unlinkat(parent.descriptor, output.probe, AT_REMOVEDIR) } }
  return try status(output.probe, in: parent.descriptor, shown: shown)?.owner == found.owner
}

/// Whether an open folder may be replaced whoever it belongs to: the administrator can remove what is another's, and takes
/// nothing over from it.
private func mayTakeOver(
  _ folder: OpenFolder, _ output: OutputFolder, _ parent: OpenFolder, shown: String
) throws(DiskFault) -> Bool {
  if geteuid() == 0 { return true }
  return try isOwn(folder, output, parent, shown: shown)
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
  guard let retired = try locked(output.retired, output, parent, shown: shown),
    try isOwn(retired, output, parent, shown: shown)
  else { return false }
  guard uninterrupted({ renameat(parent.descriptor, output.retired, parent.descriptor, output.name) }) == 0 else {
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
  if uninterrupted({ mkdirat(parent.descriptor, output.staging, folderMode) }) != 0 && errno != EEXIST {
    throw DiskFault(shown, errno, .makeFolder)
  }
  guard let folder = try locked(output.staging, output, parent, shown: shown) else { return nil }
  do {
    guard try isOwn(folder, output, parent, shown: shown) else {
      // Its owner can still write into it, so it is made anew.
      try removeTree(output.staging, in: parent.descriptor, shown: shown)
      return nil
    }
    try removeEntries(of: folder.descriptor, shown: shown)
    let mode = try writeMarker(in: folder.descriptor, shown: shown)
    let needsModes = mode != UInt32(fileMode)
    if needsModes { uninterrupted { fchmod(folder.descriptor, folderMode) } }
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
  guard uninterrupted({ mkdirat(folder.descriptor, path, folderMode) }) == 0 else {
    throw DiskFault(shown, errno, .makeFolder)
  }
  if needsModes { uninterrupted { fchmodat(folder.descriptor, path, folderMode, 0) } }
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
  if uninterrupted({ flock(folder.descriptor, LOCK_EX | LOCK_NB) }) != 0 && errno == EWOULDBLOCK {
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
  guard try mayTakeOver(folder, output, parent, shown: shown) else {
    throw DiskFault(shown, .otherOwner)
  }
  return folder
}

/// Makes a folder and those above it, where they do not exist.
func makeFolders(_ path: String, shown: String, _ durability: Durability? = nil) throws(DiskFault) {
  if uninterrupted({ mkdir(path, folderMode) }) == 0 {
    try durability?.sync(.at(path + "/..", follow: true, shown: shown))
    return
  }
  let reason = errno
  if reason == EEXIST || reason == EISDIR { return }
  guard reason == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
    throw DiskFault(shown, reason, .makeFolder)
  }
  try makeFolders(String(path[..<slash]), shown: shown, durability)
  if uninterrupted({ mkdir(path, folderMode) }) != 0 && errno != EEXIST { throw DiskFault(shown, errno, .makeFolder) }
  try durability?.sync(.at(path + "/..", follow: true, shown: shown))
}
