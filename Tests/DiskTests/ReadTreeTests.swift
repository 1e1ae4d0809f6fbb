import BanbaoDiagnostics
import BanbaoSource
import TestSupport
import Testing

@testable import BanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct `Reading a tree` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `lists files sorted by the bytes of their paths, with their sizes`() throws {
    try folder.write("12", to: "notices/2026/b.md")
    try folder.write("1", to: "notices/2026.md")
    try folder.write("", to: "通知 公告/春节 放假.md")
    let read = try readTree(at: folder.path, label: "content")
    #expect(
      read.tree.files.map(\.path) == ["notices/2026.md", "notices/2026/b.md", "通知 公告/春节 放假.md"])
    #expect(read.tree.files.map(\.size) == [1, 2, 0])
    #expect(read.tree.label == "content")
    #expect(read.diagnostics == [])
  }

  @Test(arguments: [0, 1, 4096, 100_000])
  func `reads a file whole`(count: Int) throws {
    let text = String(repeating: "a", count: count)
    try folder.write(text, to: "a.md")
    #expect(try folder.texts(of: ".") == ["a.md": text])
  }

  @Test(arguments: [0, 1, 4, 9, 10, 11])
  func `reads the beginning and the end of a file alone`(count: Int) throws {
    try folder.write("0123456789", to: "a.md")
    let tree = try readTree(at: folder.path, label: "content").tree
    let file = try #require(tree.files.first)
    #expect(try tree.start(file, count) == Array("0123456789".utf8.prefix(count)))
    #expect(try tree.end(file, count) == Array("0123456789".utf8.suffix(count)))
    #expect(throws: DiskFault.self) {
      try tree.end(SourceTree.File(path: "没有.md", size: 1, version: ""), count)
    }
  }

  @Test func `names in decomposed form are composed, and found again`() throws {
    let decomposed = "cafe\u{301}/A\u{30A}.md"
    try folder.write("text", to: decomposed)
    let tree = try readTree(at: folder.path, label: "content").tree
    let file = try #require(tree.files.first)
    #expect(Array(file.path.unicodeScalars) == Array("caf\u{E9}/\u{C5}.md".unicodeScalars))
    #expect(Array(file.diskPath.unicodeScalars) == Array(decomposed.unicodeScalars))
    #expect(try tree.read(file) == Array("text".utf8))
  }

  @Test func `names that make one character with a stroke of the path are an error, and nothing of them is taken`()
    throws
  {
    // Not by Foundation, which sees no folder in such a path.
    for folder in ["private", "\u{301}a", "notices", "notices\u{600}", "notices/2026"] {
      #expect(mkdir("\(self.folder.path)/\(folder)", 0o777) == 0)
    }
    for path in [
      "private/\u{301}名单.csv", "\u{301}a/b.md", "notices/\u{200D}.md", "notices\u{600}/a.md",
      "notices/2026/e\u{301}.md",
    ] {
      fclose(fopen("\(folder.path)/\(path)", "w"))
    }
    let read = try readTree(at: folder.path, label: "content")
    #expect(read.tree.files.map(\.path) == ["notices/2026/\u{E9}.md"])
    #expect(read.diagnostics.map(\.code) == Array(repeating: "file-name-joined", count: 4))
    // Saved in the preview, and given other names.
    for path in ["\u{301}a/b.md", "notices\u{600}"] {
      let again = try refreshed(read, at: folder.path, label: "content", paths: [path])
      #expect(again.tree.files == read.tree.files)
      #expect(again.diagnostics == read.diagnostics)
    }
    #expect(rename(folder.path + "/\u{301}a", folder.path + "/a") == 0)
    let mended = try refreshed(read, at: folder.path, label: "content", paths: ["\u{301}a", "a"])
    #expect(mended.tree.files.map(\.path) == ["a/b.md", "notices/2026/\u{E9}.md"])
    #expect(mended.diagnostics.count == 3)
  }

  @Test func `two names that differ only in their Unicode form are an error`() throws {
    try folder.write("1", to: "e\u{301}.md")
    try folder.write("2", to: "\u{E9}.md")
    let read = try readTree(at: folder.path, label: "content")
    #expect(read.tree.files.count == 1)
    #expect(read.diagnostics.map(\.code) == ["file-name-twice"])
    #expect(read.diagnostics.map(\.place.path) == ["content/\u{E9}.md"])
  }

  @Test(arguments: [
    ".git/config", ".DS_Store", "a.md~", "#a.md#", ".a.md.swp", "a.swp", "~$通知.docx",
    "~WRL0001.tmp",
    "Thumbs.db", "DESKTOP.INI", "ehthumbs.db", "System Volume Information/IndexerVolumeGuid",
    "$RECYCLE.BIN/S-1/desktop.ini", ".Trash-1000/files/a.md", "@eaDir/合影.jpg/SYNOPHOTO_THUMB_M.jpg", "#recycle/a.md",
    "@Recycle/a.md", "__MACOSX/._合影.jpg", "._合影.jpg", ".~lock.报名表.xlsx#", ".~报名表.docx", "a.tmp", "通知.md.bak",
    "a.md.orig", "4913", ".gitkeep", ".svn/entries", ".sync/ID", ".stversions/a~20261101.md", ".fuse_hidden0000001",
    ".nfs000000000123", "合影.jpg:Zone.Identifier", "报名表.xlsx.crdownload", "备份属于 通知.wbk", "lost+found/a.md",
    "CVS/Entries", "node_modules/a.md", "报名表.xlsx.part", "通知.zip.download", "安排.pdf.downloading", "照片.zip.xltd",
    "static/.git/config", "static/.DS_Store", ".well-known/a.txt", "notices/.htaccess", "statics/.htaccess",
  ])
  func `what editors and systems leave behind is passed over`(name: String) throws {
    try folder.write("x", to: name)
    let read = try readTree(at: folder.path, label: "content")
    #expect(read.tree.files == [])
    #expect(read.diagnostics == [])
  }

  @Test(arguments: [
    "#1.md", "a~b.md", "~a.md", "swp", "Thumbs.db.md", "#通知", "@全体职工.md", "tmp", "bak.md", "4914",
    "static/.well-known/security.txt", "static/.htaccess", "static/a/.htaccess",
  ])
  func `names that only look similar are content`(name: String) throws {
    try folder.write("x", to: name)
    #expect(try readTree(at: folder.path, label: "content").tree.files.map(\.path) == [name])
  }

  @Test(arguments: ["/etc/hostname", "..", ".", "nowhere"])
  func `symbolic links are not followed but reported`(target: String) throws {
    #expect(symlink(target, folder("link")) == 0)
    let read = try readTree(at: folder.path, label: "content")
    #expect(read.tree.files == [])
    #expect(read.diagnostics.map(\.code) == ["symbolic-link"])
    #expect(read.diagnostics.map(\.place.path) == ["content/link"])
  }

  @Test func `the folder itself may be a link`() throws {
    try folder.write("1", to: "real/a.md")
    #expect(symlink("real", folder("link")) == 0)
    #expect(try folder.texts(of: "link") == ["a.md": "1"])
  }

  @Test func `a name that is not UTF-8 is reported with its bytes`() throws {
    // 公 in GBK
    let name = folder.path.utf8CString.dropLast() + [0x2F, -71, -85, 0x2E, 0x6D, 0x64, 0]
    let made = Array(name).withUnsafeBufferPointer { name in
      name.baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o644) } ?? -1
    }
    try #require(made >= 0)
    close(made)
    let read = try readTree(at: folder.path, label: "content")
    #expect(read.diagnostics.map(\.code) == ["file-name-not-utf8"])
    #expect(read.diagnostics.map(\.place.path) == [#"content/\xB9\xAB.md"#])
  }

  @Test func `a pipe is reported and not waited for`() throws {
    #expect(mkfifo(folder("pipe"), 0o644) == 0)
    #expect(
      try readTree(at: folder.path, label: "content").diagnostics.map(\.code) == ["special-file"])
  }

  @Test func `the version changes with the content, and else stays`() throws {
    try folder.write("1", to: "a.md")
    try folder.write("1", to: "b.md")
    let before = try readTree(at: folder.path, label: "").tree.files
    #expect(try readTree(at: folder.path, label: "").tree.files == before)
    usleep(20_000)  // past the tick of the file system's clock
    try folder.write("2", to: "b.md")
    let after = try readTree(at: folder.path, label: "").tree.files
    #expect(zip(before, after).map { $0.version == $1.version } == [true, false])
  }

  @Test func `a missing folder is said to be missing`() throws {
    let fault = #expect(throws: DiskFault.self) { try readTree(at: folder("none"), label: "theme") }
    #expect(fault?.isMissing == true)
    #expect(fault?.wording.zh == "无法打开文件夹“theme”：没有这个文件或文件夹")
    #expect(fault?.wording.en == "cannot open the folder “theme”: there is no such file or folder")
  }

  @Test func `a file in the folder's place is said to be one`() throws {
    try folder.write("1", to: "content")
    #expect(throws: DiskFault("content", ENOTDIR, .list)) {
      try readTree(at: folder("content"), label: "content")
    }
  }

  @Test func `a file that is gone, or has become a link or a folder, cannot be read`() throws {
    for name in ["a", "b", "c"] { try folder.write("1", to: name) }
    let tree = try readTree(at: folder.path, label: "content").tree
    for name in ["a", "b", "c"] { #expect(unlink(folder(name)) == 0) }
    #expect(symlink("/etc/hostname", folder("b")) == 0)
    #expect(mkdir(folder("c"), 0o755) == 0)
    let faults = tree.files.map { file in #expect(throws: DiskFault.self) { try tree.read(file) } }
    #expect(
      faults == [
        DiskFault("content/a", ENOENT, .read), DiskFault("content/b", ELOOP, .read),
        DiskFault("content/c", EISDIR, .read),
      ])
  }

  @Test func `a folder that became a link since it was listed is not followed out of the tree`() throws {
    try folder.write("mine", to: "in/a/b/x.md")
    try folder.write("secret", to: "out/b/x.md")
    let read = try readTree(at: folder("in"), label: "content")
    let file = try #require(read.tree.files.first)
    #expect(rename(folder("in/a"), folder("in/kept")) == 0 && symlink("../out", folder("in/a")) == 0)
    #expect(throws: DiskFault.self) { try read.tree.read(file) }
    #expect(throws: DiskFault.self) { try read.tree.start(file, 3) }
    #expect(throws: DiskFault.self) { try read.tree.end(file, 3) }
    #expect(try refreshed(read, at: folder("in"), label: "content", paths: ["a/b"]).tree.files.isEmpty)
  }

  @Test func `a folder that became a link since the one above was listed is not listed`() throws {
    try folder.write("mine", to: "in/b/x.md")
    try folder.write("secret", to: "out/x.md")
    #expect(symlink("../out", folder("in/a")) == 0)
    var listing = Listing(root: try OpenFolder.at(folder("in"), shown: "in"), label: "content")
    try listing.list(Listing.Folder(diskPath: "b/", path: "b/"))
    #expect(throws: DiskFault.self) {
      try listing.list(Listing.Folder(diskPath: "a/", path: "a/"))
    }
    #expect(listing.files.map(\.path) == ["b/x.md"])
  }

  @Test func `a file that became a pipe since it was listed is neither waited for nor taken for an empty one`() throws {
    try folder.write("1", to: "a")
    let tree = try readTree(at: folder.path, label: "content").tree
    #expect(unlink(folder("a")) == 0 && mkfifo(folder("a"), 0o644) == 0)
    let file = try #require(tree.files.first)
    #expect(throws: DiskFault("content/a", EINVAL, .read)) { try tree.read(file) }
  }

  @Test func `a system that cannot open below a folder at once does it part by part`() throws {
    try folder.write("mine", to: "in/a/b/x.md")
    try folder.write("secret", to: "out/x.md")
    #expect(symlink("../../out", folder("in/a/c")) == 0 && symlink("b/x.md", folder("in/a/l.md")) == 0)
    let root = try OpenFolder.at(folder("in"), shown: "in")
    let long = String(repeating: "x", count: 256)
    for path in ["a/b/x.md", "a", "a/b/", "a/c/x.md", "a/l.md", "a/none", "none/x", "a/b/x.md/y", long, "a/\(long)/x"] {
      let found = [true, false].map { atOnce in
        let descriptor = openBeneath(root.descriptor, path, O_RDONLY | O_CLOEXEC, atOnce: atOnce)
        defer { if descriptor >= 0 { close(descriptor) } }
        return descriptor >= 0
      }
      #expect(found[0] == found[1], "\(path)")
      #expect(found[0] == ["a/b/x.md", "a", "a/b/"].contains(path), "\(path)")
    }
  }

  @Test func `a file larger than memory is refused`() throws {
    try folder.write("", to: "huge.mp4")
    #expect(truncate(folder("huge.mp4"), 1 << 40) == 0)
    let tree = try readTree(at: folder.path, label: "content").tree
    let file = try #require(tree.files.first)
    #expect(throws: DiskFault("content/huge.mp4", EFBIG, .read)) { try tree.read(file) }
  }

  @Test func `folders may be nested deeply`() throws {
    let deep = String(repeating: "d/", count: 1500)
    try folder.write("1", to: deep + "a.md")
    #expect(
      try readTree(at: folder.path, label: "content").tree.files.map(\.path) == [deep + "a.md"])
  }
}
