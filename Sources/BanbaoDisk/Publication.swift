internal import CBanbaoDisk
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One run's hold on the published folder, and the new folder that grows beside it.
///
/// The old site stays whole under its name until the new one, whole too, takes its place in one step. Whatever a killed
/// run leaves behind stands beside the published folder under a name of its own and is removed by the next run.
///
/// No two runs mix: the published folder is locked while a run lasts, and where there is none yet, the new one. The
/// locks are the system's (`flock`) and end with their process, however it ends. A file system that has no locks on
/// folders goes without.
final class Publication: Sendable {
  let output: OutputFolder
  private let parent: OpenFolder
  /// The folder that is published now.
  let old: OpenFolder?
  /// Whether that is nobody else's.
  let isOldOwn: Bool
  /// All folders of the new site, outer ones first.
  private let folders: [String]
  private let staging: Mutex<Staging?>
  /// How the new site is forced out to the disk; nil where that is left to the system.
  let durability: Durability?

  /// The folder that is published once the new one, if any, has taken its place.
  var published: OpenFolder? { staging.withLock { $0?.folder } ?? old }

  /// Takes hold of the folder, clears away what a killed run left, and makes the folders that it is to stand in.
  init(_ output: OutputFolder, folders: [String], durability: Durability? = nil) throws(DiskFault) {
    self.output = output
    self.folders = folders
    self.durability = durability
    try makeFolders(output.parent, shown: output.shown, durability)
    parent = try .at(output.parent, shown: output.shown)
    // Another turn only when another run came between two steps of this one.
    for _ in 0..<100 {
      if let old = try holdOld(output, parent) {
        self.old = old.folder
        isOldOwn = old.isOwn
        staging = Mutex(nil)
        return
      }
      if let first = try holdFirst(output, parent, folders) {
        old = nil
        isOldOwn = true
        staging = Mutex(first)
        return
      }
    }
    throw DiskFault(output.shown, .busy)
  }

  /// Writes a file of the new site.
  func write(_ bytes: [UInt8], to path: String) throws(DiskFault) {
    let staging = try made()
    try create(path, in: staging, bytes)
  }

  /// Takes a file of the old site into the new one as it is, with its inode and times.
  func keep(_ path: String, steps: PublishSteps) throws(DiskFault) {
    guard let old else { return }
    let staging = try made()
    if steps.link(old.descriptor, staging.folder.descriptor, path) == 0 { return }
    // No hard links here (FAT, some network file systems), or too many to one file: a copy with its times.
    try copy(path, from: old, to: staging)
  }

  /// Forces files and folders of the site that is to stand out to the disk, where that is asked for.
  ///
  /// - Parameter staysOld: whether the published folder stays, because nothing changed.
  func sync(_ paths: ArraySlice<String>, staysOld: Bool) throws(DiskFault) {
    guard let durability, let folder = staysOld ? old : try made().folder else { return }
    for path in paths { try durability.sync(path, below: folder) }
  }

  /// Puts the new folder in the place of the old one and removes the old one.
  ///
  /// Unless it is asked for, nothing is forced to the disk first. Killing the process loses nothing that the system
  /// already took. After a power cut pages may be empty, and the next build, which compares every byte, writes them
  /// anew. Forcing the file system out would wait for whatever else is being written there, and forcing 10,000 files
  /// one by one far longer.
  ///
  /// - Returns: how it was done, and what kept the old folder, already replaced, from being removed.
  func replace(steps: PublishSteps) throws(DiskFault) -> (
    PublishReport.Replacement, left: DiskFault?
  ) {
    let staging = try made()
    steps.reached(.staged)
    var replacement = PublishReport.Replacement.first
    do throws(DiskFault) {
      if let old {
        try inherit(from: old, to: staging.folder)
        try durability?.sync(staging.folder)
        replacement = try exchange(steps)
      } else {
        try durability?.sync(staging.folder)
        let folder = parent.descriptor
        guard uninterrupted({ renameat(folder, output.staging, folder, output.name) }) == 0 else {
          throw DiskFault(output.shown, errno, .replace)
        }
      }
    } catch {
      if error.errorNumber == EEXIST || error.errorNumber == ENOTEMPTY {
        throw DiskFault(output.shown, .busy)
      }
      throw error
    }
    steps.reached(.replaced)
    try durability?.sync(parent)
    if old == nil { return (replacement, nil) }
    let past = replacement == .exchanged ? output.staging : output.retired
    do {
      try removeTree(past, in: parent.descriptor, shown: output.path(of: past))
      return (replacement, nil)
    } catch {
      return (replacement, error)
    }
  }

  /// Removes the new folder after a fault, to give its room back at once.
  ///
  /// - Returns: what kept it from being removed; the next run tries again.
  @discardableResult
  func abandon() -> DiskFault? {
    staging.withLock { (staging) -> DiskFault? in
      // The lock is held until the folder is gone.
      defer { staging = nil }
      return staging == nil ? nil : discard(output, parent)
    }
  }

  /// The new folder with all its subfolders, made when it is first needed: a run that changes nothing touches nothing.
  private func made() throws(DiskFault) -> Staging {
    try staging.withLock { staging throws(DiskFault) in
      if let staging { return staging }
      for _ in 0..<100 {
        guard let made = try makeStaging(output, parent, folders) else { continue }
        staging = made
        return made
      }
      throw DiskFault(output.shown, .busy)
    }
  }

  private func create(_ path: String, in staging: Staging, _ bytes: [UInt8]) throws(DiskFault) {
    let shown = output.shown + "/" + path
    let descriptor = uninterrupted {
      openat(staging.folder.descriptor, path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, fileMode)
    }
    guard descriptor >= 0 else { throw DiskFault(shown, errno, .write) }
    do {
      try writeAll(bytes, to: descriptor, shown: shown)
    } catch {
      close(descriptor)
      throw error
    }
    if staging.needsModes { uninterrupted { fchmod(descriptor, fileMode) } }
    // Some network file systems tell only now that the disk is full.
    guard banbao_close(descriptor) == 0 || errno == EINTR else { throw DiskFault(shown, errno, .write) }
  }

  private func copy(_ path: String, from old: OpenFolder, to staging: Staging) throws(DiskFault) {
    let shown = output.shown + "/" + path
    let bytes = try readFile(path, in: old.descriptor, shown: shown)
    try create(path, in: staging, bytes)
    let from = uninterrupted { openat(old.descriptor, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
    guard from >= 0 else { throw DiskFault(shown, errno, .read) }
    defer { close(from) }
    let to = uninterrupted {
      openat(staging.folder.descriptor, path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
    }
    guard to >= 0 else { throw DiskFault(shown, errno, .write) }
    defer { close(to) }
    guard banbao_copy_times(from, to) == 0 else { throw DiskFault(shown, errno, .write) }
  }

  /// The folder keeps the permissions and the group that somebody gave it; a group that this account may not give
  /// away stays as it is. Another's folder lends none to write.
  private func inherit(from old: OpenFolder, to new: OpenFolder) throws(DiskFault) {
    var status = banbao_status()
    guard banbao_status_of(old.descriptor, &status) == 0 else {
      throw DiskFault(output.shown, errno, .read)
    }
    let mode = mode_t(status.mode) & (isOldOwn ? 0o7777 : 0o7755)
    uninterrupted { fchown(new.descriptor, uid_t.max, gid_t(status.group)) }
    uninterrupted { fchmod(new.descriptor, mode) }
  }

  private func exchange(_ steps: PublishSteps) throws(DiskFault) -> PublishReport.Replacement {
    let reason = steps.exchange(parent.descriptor, output.staging, output.name)
    if reason == 0 { return .exchanged }
    guard [EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP].contains(reason) else {
      throw DiskFault(output.shown, reason, .replace)
    }
    let folder = parent.descriptor
    guard uninterrupted({ renameat(folder, output.name, folder, output.retired) }) == 0 else {
      throw DiskFault(output.shown, errno, .replace)
    }
    steps.reached(.retired)
    guard uninterrupted({ renameat(folder, output.staging, folder, output.name) }) == 0 else {
      let reason = errno
      uninterrupted { renameat(folder, output.retired, folder, output.name) }
      throw DiskFault(output.shown, reason, .replace)
    }
    return .twoRenames
  }
}
