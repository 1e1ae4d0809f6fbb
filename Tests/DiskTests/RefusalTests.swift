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

@Suite struct `The published folder` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Publishes and checks beforehand; both must say the same.
  func refusal(of path: String, protected: [String] = []) async -> DiskFault? {
    let beforehand = #expect(throws: DiskFault.self) { try checkOutput(path, protected: protected) }
    let fault = await #expect(throws: DiskFault.self) {
      try await publish([page("a", "1")], to: path, protected: protected, tasks: 1)
    }
    #expect(beforehand == fault)
    return fault
  }

  @Test(arguments: ["/", "//", "", ".", "..", "../..", "/usr/.."])
  func `is never the root, the current folder or one above it`(path: String) async {
    #expect(await refusal(of: path) == DiskFault(path, .precious))
  }

  @Test func `is never the home folder`() async throws {
    let home = try #require(getenv("HOME").map { String(cString: $0) })
    #expect(await refusal(of: home) == DiskFault(home, .precious))
    #expect(await refusal(of: home + "/..") == DiskFault(home + "/..", .precious))
  }

  @Test(arguments: [
    "site/content", "site", "site/content/public", "site/public/../content/", "link",
  ])
  func `is never the same as an input folder, in it or around it`(name: String) async throws {
    try folder.write("mine", to: "site/content/a.md")
    #expect(symlink("site/content", folder("link")) == 0)
    let path = folder(name)
    #expect(
      await refusal(of: path, protected: [folder("theme"), folder("site/content")])
        == DiskFault(path, .holdsInput(folder("site/content"))))
    #expect(try folder.texts(of: "site") == ["content/a.md": "mine"])
  }

  @Test func `may begin like an input folder's name`() throws {
    try checkOutput(folder("content-public"), protected: [folder("content")])
  }

  @Test(arguments: ["mine.txt", ".hidden", "deep/er/mine.txt", ".banbao/mine.txt"])
  func `is not touched if it holds files without the marker`(name: String) async throws {
    try folder.write("mine", to: "docs/" + name)
    #expect(await refusal(of: folder("docs")) == DiskFault(folder("docs"), .foreign))
    #expect(try folder.text("docs/" + name) == "mine")
    #expect(try folder.names() == ["docs"])
  }

  @Test func `is no file`() async throws {
    try folder.write("mine", to: "public")
    #expect(await refusal(of: folder("public")) == DiskFault(folder("public"), .notFolder))
    #expect(try folder.text("public") == "mine")
  }

  @Test func `does not lie under a file`() async throws {
    try folder.write("mine", to: "file")
    await #expect(throws: DiskFault(folder("file/public"), ENOTDIR, .list)) {
      try await publish([], to: folder("file/public"), protected: [], tasks: 1)
    }
  }

  @Test func `does not lie where nothing can be written`() async throws {
    let fault = await #expect(throws: DiskFault.self) {
      try await publish([], to: "/proc/nowhere/public", protected: [], tasks: 1)
    }
    guard case .system(.makeFolder, _) = fault?.cause else {
      Issue.record("\(String(describing: fault))")
      return
    }
  }

  @Test func `is followed where it is a link to a folder of ours`() async throws {
    _ = try await publish([page("a", "1")], to: folder("real/site"), protected: [], tasks: 1)
    #expect(symlink("real/site", folder("public")) == 0)
    _ = try await publish([page("a", "2")], to: folder("public"), protected: [], tasks: 1)
    #expect(try folder.texts(of: "real/site") == ["a": "2"])
    #expect(try Status(folder("public")).mode & S_IFMT == S_IFLNK)
    #expect(try folder.names() == ["real", "public"])
  }

  @Test func `is refused where it is a link to a folder of another's`() async throws {
    try folder.write("mine", to: "docs/a")
    #expect(symlink("docs", folder("public")) == 0)
    #expect(await refusal(of: folder("public")) == DiskFault(folder("public"), .foreign))
    #expect(try folder.texts(of: "docs") == ["a": "mine"])
  }

  @Test func `is refused where it is a link to nowhere`() async throws {
    #expect(symlink("nowhere", folder("public")) == 0)
    #expect(await refusal(of: folder("public")) == DiskFault(folder("public"), .brokenLink))
  }

  @Test(arguments: ["public", ".public.banbao-new"])
  func `is published to by one run at a time`(locked: String) async throws {
    try folder.write("x", to: locked + "/.banbao")
    let held = try OpenFolder.at(folder(locked), shown: locked)
    #expect(flock(held.descriptor, LOCK_EX | LOCK_NB) == 0)
    await #expect(throws: DiskFault(folder("public"), .busy)) {
      try await publish([page("a", "1")], to: folder("public"), protected: [], tasks: 1)
    }
    #expect(try folder.names() == [locked])
  }

  @Test func `is wholly one run's when many publish at once`() async throws {
    for round in 0..<20 {
      let name = "public\(round % 2 == 0 ? "" : "-\(round)")"
      let done = try await withThrowingTaskGroup(of: Bool.self) { group in
        for run in 0..<4 {
          group.addTask {
            let site = (0..<20).map { page("\($0)", "\(round) \(run)") }
            do {
              _ = try await publish(site, to: folder(name), protected: [], tasks: 1)
              return true
            } catch let fault as DiskFault where fault.cause == .refused(.busy) {
              return false
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(done.contains(true))
      let texts = try folder.texts(of: name)
      #expect(texts.count == 20)
      #expect(Set(texts.values).count == 1)
      #expect(try folder.names().allSatisfy { !$0.hasPrefix(".") })
    }
  }

  @Test(
    arguments: [
      .precious, .holdsInput("content"), .foreign, .otherOwner, .notFolder, .brokenLink, .busy, .outside, .taken,
      .isFolder,
    ] as [OutputRefusal])
  func `is named by every refusal in both languages`(refusal: OutputRefusal) {
    let fault = DiskFault("dist", refusal)
    #expect(fault.wording.zh.hasPrefix("不能发布到“dist”："))
    #expect(fault.wording.en.hasPrefix("cannot publish to “dist”: "))
  }

  @Test(arguments: [EACCES, ENOSPC, EROFS, ENOTDIR, ENAMETOOLONG, EFBIG, EMFILE, EBUSY, EIO, EXDEV])
  func `a fault of the disk says what to do`(errorNumber: Int32) {
    let fault = DiskFault("public", errorNumber, .write)
    #expect(fault.wording.zh.hasPrefix("无法写入“public”："))
    #expect(fault.wording.en.hasPrefix("cannot write “public”: "))
    #expect(fault.help != nil)
  }
}
