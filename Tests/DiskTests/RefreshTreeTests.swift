import BanbaoSource
import TestSupport
import Testing

@testable import BanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct `Bringing a tree up to date` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Expects that looking at the paths alone gives what a fresh listing gives.
  private func expectFresh(_ old: DiskTree, _ paths: [String]) throws {
    let fresh = try readTree(at: folder.path, label: "content")
    let new = try refreshed(old, at: folder.path, label: "content", paths: paths)
    #expect(new.tree.files == fresh.tree.files)
    #expect(new.diagnostics == fresh.diagnostics)
  }

  private func listed() throws -> DiskTree { try readTree(at: folder.path, label: "content") }

  @Test func `a changed, a new and a removed file`() throws {
    for name in ["a.md", "b/a.md", "b.md"] { try folder.write("1", to: name) }
    let old = try listed()
    try folder.write("22", to: "a.md")
    try folder.write("1", to: "b/新.md")
    #expect(unlink(folder("b.md")) == 0)
    try expectFresh(old, ["a.md", "b/新.md", "b.md"])
    #expect(
      try refreshed(old, at: folder.path, label: "content", paths: ["a.md"]).tree.files.map(\.size)
        == [2, 1, 1])
  }

  @Test func `a folder is listed with all below it, but not its neighbours`() throws {
    for name in ["b/x.md", "b.md", "b-c.md"] { try folder.write("1", to: name) }
    let old = try listed()
    try folder.write("1", to: "b/c/d.md")
    #expect(unlink(folder("b/x.md")) == 0)
    try expectFresh(old, ["b", "b/c/d.md", "b/nothing"])
  }

  @Test func `a file in a folder's place, and a folder in a file's`() throws {
    for name in ["b/x.md", "c"] { try folder.write("1", to: name) }
    let old = try listed()
    #expect(rename(folder("b/x.md"), folder("x")) == 0)
    #expect(rmdir(folder("b")) == 0)
    #expect(rename(folder("c"), folder("b")) == 0)
    try folder.write("1", to: "c/y.md")
    try expectFresh(old, ["b", "c", "b/x.md", "x"])
  }

  @Test func `what is reached through a link is not there`() throws {
    try folder.write("1", to: "real/x.md")
    let old = try listed()
    #expect(symlink("real", folder("link")) == 0)
    try expectFresh(old, ["link", "link/x.md"])
    try expectFresh(old, ["link"])
    let new = try refreshed(old, at: folder.path, label: "content", paths: ["link/x.md"])
    #expect(new.tree.files == old.tree.files)
  }

  @Test func `a diagnostic goes with what caused it`() throws {
    #expect(symlink("nowhere", folder("link")) == 0)
    let old = try listed()
    #expect(unlink(folder("link")) == 0)
    try expectFresh(old, ["link"])
  }

  @Test func `of two names that differ in their Unicode form, one comes to light again`() throws {
    for name in ["e\u{301}.md", "\u{E9}.md"] { try folder.write("1", to: name) }
    let old = try listed()
    #expect(unlink(folder("e\u{301}.md")) == 0)
    try expectFresh(old, ["e\u{301}.md"])
  }

  @Test(arguments: [".git/config", "a.md~", "..", "../etc", "", "/", "a//b", ".", "/etc/hostname"])
  func `hidden, foreign and odd paths do no harm`(path: String) throws {
    try folder.write("1", to: "a/b")
    let old = try listed()
    try folder.write("1", to: ".git/config")
    try folder.write("1", to: "a.md~")
    try expectFresh(old, [path])
  }

  @Test func `a missing root is said as by a listing`() throws {
    let old = try listed()
    #expect(throws: DiskFault("content", ENOENT, .list)) {
      try refreshed(old, at: folder("nowhere"), label: "content", paths: ["a"])
    }
  }

  @Test(arguments: 1...20)
  func `after random edits, the tree is as a fresh listing`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let names = ["a", "b.md", "\u{E9}", "e\u{301}", "通知", ".hidden", "b"]
    func somewhere() -> String {
      (0..<Int.random(in: 1...3, using: &random)).map { _ in
        names[Int.random(in: 0..<names.count, using: &random)]
      }.joined(separator: "/")
    }
    var tree = try listed()
    for _ in 0..<25 {
      var touched: [String] = []
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let path = somewhere()
        touched.append(path)
        switch Int.random(in: 0..<6, using: &random) {
        case 0...2:
          // The folders that this makes are new too.
          var above = path
          while let slash = above.lastIndex(of: "/") {
            above = String(above[..<slash])
            touched.append(above)
          }
          folder.attempt("\(random.next())", to: path)
        case 3: unlink(folder(path))
        case 4: symlink("nowhere", folder(path))
        default:
          let other = somewhere()
          touched.append(other)
          rename(folder(path), folder(other))
        }
      }
      try expectFresh(tree, touched)
      tree = try refreshed(tree, at: folder.path, label: "content", paths: touched)
    }
  }
}

extension TemporaryFolder {
  /// Writes a file, unless a file stands where a folder would be needed, or the other way round.
  func attempt(_ text: String, to name: String) {
    do {
      let file = self(name)
      if let slash = file.lastIndex(of: "/") { try makeFolders(String(file[..<slash]), shown: name) }
      let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0o644)
      defer { close(descriptor) }
      try writeAll(Array(text.utf8), to: descriptor, shown: name)
    } catch {
      // The edit came to nothing, like some of an editor's.
    }
  }
}
