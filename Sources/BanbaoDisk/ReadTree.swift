package import BanbaoDiagnostics
package import BanbaoSource
internal import CBanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder of the disk as a tree, with what stands in it and could not be taken.
package struct DiskTree: Sendable {
  package var tree: SourceTree
  /// Names that were left out: `DiskRules`. Hidden files and what editors leave behind are passed in silence.
  package var diagnostics: [Diagnostic]
  /// Nil where the tree was brought up to date, or a file in it can still be changed unnoticed.
  package var state: FolderState?
}

/// Lists a folder with all its subfolders. Nothing is read before `tree.read` asks for it.
///
/// A file's version is its size, times of change in nanoseconds and inode. Two edits within one tick of the file
/// system's clock (up to 4 ms) that keep the size have one version. A file that vanishes meanwhile is not listed.
///
/// - Parameters:
///   - folder: may itself be a symbolic link; links inside it are never followed, so that no file from outside gets in.
///   - label: stands before the paths in messages, such as `content`.
/// - Throws: if the folder or one of its subfolders cannot be listed; `isMissing` if it does not exist.
package func readTree(at folder: String, label: String) throws(DiskFault) -> DiskTree {
  var listing = Listing(root: try OpenFolder.at(folder, follow: true, shown: label), label: label)
  while let next = listing.folders.popLast() { try listing.list(next) }
  let (files, diagnostics) = listing.inOrder()
  let isSettled = listing.changed.isSettled(at: .now) && tellsChanges(folder)
  return DiskTree(
    tree: listing.tree(files), diagnostics: diagnostics,
    state: isSettled ? FolderState(files, diagnostics, root: listing.root, at: folder) : nil)
}

/// What was found so far, and the folders still to be looked into. A list instead of recursion: folders may be nested
/// deeper than a stack or the number of open files allows.
struct Listing {
  /// A folder below the root, both names ending in `/` or empty.
  struct Folder {
    var diskPath: String
    var path: String
  }

  let root: OpenFolder
  let label: String
  var folders = [Folder(diskPath: "", path: "")]
  var files: [SourceTree.File] = []
  var diagnostics: [Diagnostic] = []
  /// The latest change of a file that was met.
  var changed = FileTime.never
  private let device: UInt64

  init(root: OpenFolder, label: String) {
    self.root = root
    self.label = label
    device = root.device
  }

  func shown(_ path: String) -> String { label.isEmpty ? path : label + "/" + path }

  /// The files as a tree. It reads below the folder that was listed, which it holds open: a link that somebody puts in
  /// the place of a folder leads nowhere.
  func tree(_ files: [SourceTree.File]) -> SourceTree {
    let (root, label) = (root, label)
    @Sendable func read(_ file: SourceTree.File, limit: Int?, atEnd: Bool = false) throws(DiskFault) -> [UInt8] {
      try readFile(
        file.diskPath, in: root.descriptor, shown: label.isEmpty ? file.path : label + "/" + file.path, limit: limit,
        atEnd: atEnd)
    }
    return SourceTree(
      label: label, files: files, read: { try read($0, limit: nil) }, start: { try read($0, limit: $1) },
      end: { try read($0, limit: $1, atEnd: true) })
  }

  mutating func list(_ folder: Folder) throws(DiskFault) {
    let opened: OpenFolder
    do {
      opened =
        folder.diskPath.isEmpty
        ? root : try .beneath(folder.diskPath, root, shown: shown(folder.path))
    } catch let fault where fault.isMissing {
      return  // Gone since its parent was listed.
    }
    try forEachEntry(of: opened.descriptor, shown: shown(folder.path)) { name, kind in
      take(name, kind, of: folder, opened.descriptor)
    }
  }

  mutating func take(
    _ rawName: UnsafePointer<CChar>, _ kind: Int32, of folder: Folder, _ descriptor: Int32
  ) {
    let bytes = UnsafeRawBufferPointer(start: rawName, count: strlen(rawName)).assumingMemoryBound(
      to: UInt8.self)
    if isNoContent(bytes, in: folder.path) { return }
    guard let diskName = String(validating: bytes, as: UTF8.self) else {
      return diagnostics.append(notUTF8(folder.path + spelledOut(bytes)))
    }
    let diskPath = folder.diskPath + diskName
    let name = normalised(diskName)
    if isJoined(name) { return diagnostics.append(joined(folder.path + name)) }
    // Nearly always the disk's spelling is the NFC one, and one string does for both.
    let isSame = isOrdered(name, diskName) == nil && isOrdered(folder.path, folder.diskPath) == nil
    let path = isSame ? diskPath : folder.path + name
    switch banbao_kind(UInt32(bitPattern: kind)) {
    case banbao_kind_folder:
      folders.append(Folder(diskPath: diskPath + "/", path: path + "/"))
    case banbao_kind_file:
      var status = banbao_status()
      // Gone since its folder was listed.
      if banbao_status_at(descriptor, rawName, &status) != 0 { return }
      changed = max(changed, FileTime(status, on: device))
      files.append(
        SourceTree.File(
          path: path, size: Int(clamping: status.size), version: version(status), diskPath: diskPath
        ))
    case banbao_kind_link: diagnostics.append(link(path))
    default: diagnostics.append(special(path))
    }
  }

  /// The files sorted by path, each path once, and the diagnostics.
  func inOrder() -> (files: [SourceTree.File], diagnostics: [Diagnostic]) {
    let sorted = files.sorted { a, b in
      isOrdered(a.path, b.path) ?? isOrdered(a.diskPath, b.diskPath) ?? false
    }
    var kept: [SourceTree.File] = []
    kept.reserveCapacity(sorted.count)
    var diagnostics = diagnostics
    for file in sorted {
      if let last = kept.last, isOrdered(last.path, file.path) == nil {
        diagnostics.append(twice(file.path))
      } else {
        kept.append(file)
      }
    }
    return (kept, diagnostics.inOrder())
  }

  private func notUTF8(_ path: String) -> Diagnostic {
    DiskRules.nameNotUTF8.at(
      Place(shown(path)), Wording("文件名不是 UTF-8 编码", en: "the file name is not UTF-8"),
      help: Wording(
        "请给文件改名；如果整个文件夹都这样，可以用 convmv -f GBK -t UTF-8 --notest -r 转换",
        en: "rename the file; a whole folder is converted by: convmv -f GBK -t UTF-8 --notest -r"))
  }

  private func twice(_ path: String) -> Diagnostic {
    DiskRules.nameTwice.at(
      Place(shown(path)),
      Wording("有两个文件的名字看上去都是这样", en: "two files have names that look like this"),
      help: Wording("请给其中一个改名", en: "rename one of them"))
  }

  private func joined(_ path: String) -> Diagnostic {
    DiskRules.nameJoined.at(
      Place(shown(path)),
      Wording(
        "名字的开头或末尾有一个附加符号，与“/”合成了一个字", en: "a sign at the beginning or the end of the name joins the “/” beside it"),
      help: Wording("请给它改名，不要这个符号", en: "rename it without that sign"))
  }

  private func link(_ path: String) -> Diagnostic {
    DiskRules.symbolicLink.at(
      Place(shown(path)), Wording("符号链接没有读取", en: "a symbolic link was not read"),
      help: Wording("请把文件本身复制到这里", en: "copy the file itself to this place"))
  }

  private func special(_ path: String) -> Diagnostic {
    DiskRules.specialFile.at(
      Place(shown(path)),
      Wording("它不是普通文件，没有读取", en: "this is no regular file, and was not read"),
      help: Wording("请删除它，或移到别处", en: "remove it or move it elsewhere"))
  }
}

/// What tells one state of a file from another.
func version(_ status: banbao_status) -> String {
  var digits: [UInt8] = []
  digits.reserveCapacity(64)
  for number in [UInt64(bitPattern: status.size), status.modified, status.changed, status.inode] {
    var rest = number
    repeat {
      digits.append(UInt8(ascii: "A") + UInt8(truncatingIfNeeded: rest & 15))
      rest >>= 4
    } while rest != 0
    digits.append(UInt8(ascii: "-"))
  }
  return String(decoding: digits, as: UTF8.self)
}
