import BanbaoDiagnostics
package import BanbaoSource
internal import CBanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a folder is known by without reading its files: their names, sizes, times and inodes. Where one folder has the
/// same state twice, nothing in it was changed in between.
///
/// A file that was changed within the last tick of the clock of files can be changed once more and keep its times. No
/// state is taken of a folder that holds such a one; git calls it racily clean. Nor is one taken where times tell too
/// little: on network shares and memory cards.
package struct FolderState: Hashable, Sendable {
  package let digest: Digest
}

extension FolderState {
  /// Of the files of a tree, and of what was said as they were listed.
  init?(_ files: [SourceTree.File], _ diagnostics: [Diagnostic], root: OpenFolder, at folder: String) {
    guard let place = realpath(folder, nil) else { return nil }
    defer { free(place) }
    var bytes = Array(String(cString: place).utf8)
    bytes.reserveCapacity(128 * files.count)
    bytes.append(0)
    bytes.add(root.device)
    bytes.add(root.inode)
    for file in files {
      bytes += file.diskPath.utf8
      bytes.append(0)
      bytes += file.version.utf8
      bytes.append(0)
    }
    for diagnostic in diagnostics {
      bytes += diagnostic.code.utf8
      bytes.append(0)
      bytes += diagnostic.place.path.utf8
      bytes.append(0)
    }
    digest = Digest(of: bytes)
  }

  fileprivate init(_ walk: FolderWalk) { digest = walk.hashing.digest }
}

/// The state of a published folder, which no other run changes meanwhile; nil where there is none.
///
/// Clears away what a killed run left beside it, as `publish` does.
///
/// - Parameters: as those of `publish`.
package func publishedState(of folder: String, protected: [String]) -> FolderState? {
  do throws(DiskFault) {
    let output = try OutputFolder(folder, protected: protected)
    let parent = try OpenFolder.at(output.parent, shown: folder)
    guard tellsChanges(output.parent), let held = try holdOld(output, parent), held.isOwn else { return nil }
    return FolderState(try FolderWalk(held.folder))
  } catch {
    return nil
  }
}

extension Publication {
  /// What stands published from now on; nil where anything but this run changed it meanwhile.
  func state(after report: PublishReport, since began: FileTime) -> FolderState? {
    guard tellsChanges(output.parent), let published else { return nil }
    let isReplaced = report.replacement != .none
    if isReplaced { FileTime.waitForTick() }
    let settled = isReplaced ? FileTime.now : began
    do throws(DiskFault) {
      let walk = try FolderWalk(published, since: began)
      // The marker is written with each new folder. Linking a file that stays changes its status and not its content; where
      // nothing was replaced, no status may have changed.
      let isOwn = !isReplaced || walk.modifiedCount == report.written + 1
      return isOwn && walk.changed.isSettled(at: settled) ? FolderState(walk) : nil
    } catch {
      return nil
    }
  }
}

/// A time of the file system's clock, in nanoseconds since 1970.
struct FileTime: Comparable, Sendable {
  fileprivate let nanoseconds: UInt64

  static let never = FileTime(nanoseconds: 0)
  static var now: FileTime { FileTime(nanoseconds: banbao_file_clock()) }

  /// When a file changed last. The times of another file system mounted below are never settled: they may be of another
  /// clock.
  init(_ status: banbao_status, on device: UInt64) {
    nanoseconds = status.device == device ? status.changed : .max
  }

  private init(nanoseconds: UInt64) { self.nanoseconds = nanoseconds }

  static func < (a: FileTime, b: FileTime) -> Bool { a.nanoseconds < b.nanoseconds }

  /// Whether each change from a moment on has another time than this one.
  func isSettled(at moment: FileTime) -> Bool {
    // File systems that keep whole seconds only have none but such times.
    let isWhole = nanoseconds % 1_000_000_000 == 0
    return isWhole ? nanoseconds / 1_000_000_000 + 2 <= moment.nanoseconds / 1_000_000_000 : self < moment
  }

  /// Waits until the clock goes on, some milliseconds at most, so that what was written until now is settled.
  static func waitForTick() {
    let began = now
    for _ in 0..<100 where now <= began { usleep(250) }
  }
}

/// Whether the times of a folder's file system tell each change.
func tellsChanges(_ folder: String) -> Bool { banbao_tells_changes(folder) == 1 }

/// All that a folder holds, in the order in which the disk lists it: that order stays while nothing changes.
private struct FolderWalk {
  var hashing = Digest.Hashing()
  var changed = FileTime.never
  /// How many files were written to since a moment.
  var modifiedCount = 0
  private let moment: FileTime
  private let device: UInt64
  private var bytes: [UInt8] = []

  init(_ folder: OpenFolder, since moment: FileTime = .never) throws(DiskFault) {
    self.moment = moment
    device = folder.device
    bytes.add(device)
    bytes.add(folder.inode)
    try add(folder)
  }

  /// Each level holds its folder open, as `removeEntries` does.
  private mutating func add(_ folder: OpenFolder) throws(DiskFault) {
    try forEachEntry(of: folder.descriptor, shown: "") { name, kind throws(DiskFault) in
      bytes.append(UInt8(truncatingIfNeeded: kind))
      bytes += UnsafeRawBufferPointer(start: name, count: strlen(name) + 1)
      switch banbao_kind(UInt32(bitPattern: kind)) {
      case banbao_kind_folder:
        let inner = uninterrupted { openat(folder.descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
        guard inner >= 0 else { throw DiskFault("", errno, .list) }
        try add(OpenFolder(inner))
      case banbao_kind_file:
        var status = banbao_status()
        guard banbao_status_at(folder.descriptor, name, &status) == 0 else { throw DiskFault("", errno, .read) }
        changed = max(changed, FileTime(status, on: device))
        if status.modified >= moment.nanoseconds { modifiedCount += 1 }
        for number in [UInt64(bitPattern: status.size), status.modified, status.changed, status.inode] {
          bytes.add(number)
        }
      // Links and what is no file: publishing looks at them itself.
      default: throw DiskFault("", EINVAL, .read)
      }
    }
    // No kind has this number: it ends the folder.
    bytes.add(.max)
    bytes.withUnsafeBufferPointer { hashing.add($0) }
    bytes.removeAll(keepingCapacity: true)
  }
}

extension OpenFolder {
  var status: banbao_status {
    var status = banbao_status()
    _ = banbao_status_of(descriptor, &status)
    return status
  }

  /// The file system that it lies in.
  var device: UInt64 { status.device }
  fileprivate var inode: UInt64 { status.inode }
}

extension [UInt8] {
  fileprivate mutating func add(_ number: UInt64) {
    Swift.withUnsafeBytes(of: number) { self += $0 }
  }
}
