import BanbaoSource
import TestSupport
import Testing

@testable import BanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct `Publishing` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @discardableResult
  func publish(_ outputs: [OutputFile], tasks: Int = 2) async throws -> PublishReport {
    try await BanbaoDisk.publish(outputs, to: folder("public"), protected: [], tasks: tasks)
  }

  @Test func `files that stay behind others are made by the task that makes those`() {
    let outputs = (0..<300).map { OutputFile(path: "\($0)", content: .page { _ in }, staysBehind: $0 % 4 != 0) }
    for tasks in 1...8 {
      let slices = OutputPlan(outputs, shown: "public").slices(tasks: tasks)
      #expect(slices.flatMap { $0 }.map(\.path) == outputs.map(\.path))
      #expect(slices.allSatisfy { $0.first?.staysBehind == false })
      #expect(slices.count >= tasks)
    }
  }

  @Test func `writes all files and says what it did`() async throws {
    let report = try await publish([page("index.html", "首页"), page("notices/2026/春节 放假.html", "b")])
    #expect(try folder.texts(of: "public") == ["index.html": "首页", "notices/2026/春节 放假.html": "b"])
    #expect(try folder.names() == ["public"])
    var expected = PublishReport()
    expected.written = 2
    expected.bytes = 7
    expected.replacement = .first
    #expect(report == expected)
  }

  @Test func `makes the folders above`() async throws {
    _ = try await BanbaoDisk.publish(
      [page("a", "1")], to: folder("x/y/public"), protected: [], tasks: 1)
    #expect(try folder.texts(of: "x") == ["y/public/a": "1"])
  }

  @Test func `an empty folder is taken`() async throws {
    #expect(mkdir(folder("public"), 0o755) == 0)
    #expect(try await publish([page("a", "1")]).replacement == .exchanged)
    #expect(try folder.texts(of: "public") == ["a": "1"])
  }

  @Test func `a site without files is a folder with its marker`() async throws {
    #expect(try await publish([]).replacement == .first)
    #expect(try folder.names(in: "public") == [".banbao"])
  }

  @Test func `the marker says in Chinese and English what the folder is`() async throws {
    try await publish([])
    let lines = try folder.text("public/.banbao").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.contains("请不要在这里存放自己的文件") == true)
    #expect(lines.last?.contains("keep nothing of your own here") == true)
  }

  @Test func `a second time touches nothing`() async throws {
    let site = [page("a", "1"), page("b/c", "2"), page("b/d", "")]
    try await publish(site)
    let before = try ["public", "public/a", "public/b", "public/b/c"].map { try Status(folder($0)) }
    let report = try await publish(site)
    #expect(report.written == 0)
    #expect(report.unchanged == 3)
    #expect(report.bytes == 2)
    #expect(report.replacement == .none)
    #expect(
      try ["public", "public/a", "public/b", "public/b/c"].map { try Status(folder($0)) } == before)
    #expect(try folder.names() == ["public"])
  }

  @Test(arguments: ["a": "2", "b": "changed"])
  func `files that stay are the same files with the same times`(path: String, text: String)
    async throws
  {
    try await publish([page("a", "1"), page("same/x", "x"), page("b", "3")])
    let before = try Status(folder("public/same/x"))
    let report = try await publish([
      page("a", path == "a" ? text : "1"), page("same/x", "x"), page("b", path == "b" ? text : "3"),
    ])
    #expect([report.written, report.unchanged, report.removed] == [1, 2, 0])
    #expect(report.replacement == .exchanged)
    #expect(try folder.text("public/" + path) == text)
    #expect(try Status(folder("public/same/x")) == before)
    #expect(try folder.names() == ["public"])
  }

  @Test func `where there are no hard links, a copy keeps its times`() async throws {
    try await publish([page("a", "1"), page("b", "2")])
    let before = try Status(folder("public/a"))
    var steps = PublishSteps()
    steps.link = { _, _, _ in EPERM }
    _ = try await BanbaoDisk.publish(
      [page("a", "1"), page("b", "3")], to: folder("public"), protected: [], tasks: 2, steps: steps)
    let after = try Status(folder("public/a"))
    #expect(try folder.texts(of: "public") == ["a": "1", "b": "3"])
    #expect([before.seconds, before.nanoseconds] == [after.seconds, after.nanoseconds])
    #expect(before.inode != after.inode)
  }

  @Test func `stale files and folders go, also hidden ones`() async throws {
    try await publish([page("a", "1"), page("old/deep/b", "2"), page("old/c", "3")])
    try folder.write("x", to: "public/.DS_Store")
    let report = try await publish([page("a", "1")])
    #expect([report.written, report.unchanged, report.removed] == [0, 1, 3])
    #expect(try folder.names(in: "public") == ["a", ".banbao"])
  }

  @Test func `an empty stale folder goes`() async throws {
    try await publish([page("a", "1")])
    #expect(mkdir(folder("public/empty"), 0o755) == 0)
    #expect(try await publish([page("a", "1")]).replacement == .exchanged)
    #expect(try folder.names(in: "public") == ["a", ".banbao"])
  }

  @Test func `a page may become a folder, and a folder a page`() async throws {
    try await publish([page("a", "1"), page("b/c", "2")])
    try await publish([page("a/x", "1"), page("b", "2")])
    #expect(try folder.texts(of: "public") == ["a/x": "1", "b": "2"])
  }

  @Test func `a link or a pipe in the published folder is replaced, never followed or waited for`()
    async throws
  {
    try folder.write("mine", to: "mine/x")
    try await publish([page("a", "1")])
    #expect(symlink("../mine", folder("public/dir")) == 0)
    #expect(symlink("../mine/x", folder("public/file")) == 0)
    #expect(mkfifo(folder("public/pipe"), 0o644) == 0)
    let site = ["a", "dir/x", "file", "pipe"].map { page($0, "mine") }
    try await publish(site)
    #expect(try await publish(site).replacement == .none)
    #expect(
      try folder.texts(of: "public") == [
        "a": "mine", "dir/x": "mine", "file": "mine", "pipe": "mine",
      ])
    #expect(try folder.texts(of: "mine") == ["x": "mine"])
    #expect(try Status(folder("mine/x")).inode != Status(folder("public/dir/x")).inode)
  }

  @Test func `a link that comes while pages are made is not taken for the page that it leads to`() async throws {
    try folder.write("same", to: "mine/x")
    try await publish([page("a", "1"), page("dir/x", "same")])
    let (there, aside) = (folder("public/dir"), folder("public/aside"))
    let changing = OutputFile(
      path: "a",
      content: .page { bytes in
        #expect(rename(there, aside) == 0 && symlink("../mine", there) == 0)
        bytes += Array("2".utf8)
      })
    try await publish([changing, page("dir/x", "same")], tasks: 1)
    #expect(try folder.texts(of: "public") == ["a": "2", "dir/x": "same"])
    #expect(try Status(folder("mine/x")).inode != Status(folder("public/dir/x")).inode)
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 300_000])
  func `one changed byte is seen in a file of any size`(count: Int) async throws {
    let text = String(repeating: "a", count: count)
    try await publish([page("a", text + "b")])
    #expect(try await publish([page("a", text + "c")]).written == 1)
    #expect(try await publish([page("a", text + "c")]).written == 0)
    #expect(try folder.text("public/a") == text + "c")
  }

  @Test func `input files are copied`() async throws {
    try folder.write("附件", to: "content/通知.pdf")
    let tree = try readTree(at: folder("content"), label: "content").tree
    let file = try #require(tree.files.first)
    let site = [OutputFile(path: "files/通知.pdf", content: .file(tree, file))]
    #expect(try await publish(site).written == 1)
    #expect(try await publish(site).unchanged == 1)
    #expect(try folder.text("public/files/通知.pdf") == "附件")
  }

  @Test func `what is costly to make is given what stands in its place`() async throws {
    @Sendable func output(_ made: String) -> OutputFile {
      OutputFile(
        path: "b/a.jpg",
        content: .reusing { published in
          guard let published, published.starts(with: made.utf8.prefix(1)) else { return Array(made.utf8) }
          return published
        })
    }
    #expect(try await publish([output("x1")]).written == 1)
    let again = try await publish([output("x2")])
    #expect(again.unchanged == 1 && again.replacement == .none)
    #expect(try folder.text("public/b/a.jpg") == "x1")
    #expect(try await publish([output("y1")]).written == 1)
    #expect(try folder.text("public/b/a.jpg") == "y1")
    let other = OutputFile(path: "b/a.jpg", content: .reusing { _ in throw DiskFault("content/a.jpg", ENOENT, .read) })
    await #expect(throws: DiskFault("content/a.jpg", ENOENT, .read)) { try await publish([other]) }
    #expect(try folder.texts(of: "public") == ["b/a.jpg": "y1"])
  }

  @Test func `a file that cannot be read leaves the old site and nothing else`() async throws {
    try await publish([page("a", "1")])
    let tree = try {
      try folder.write("x", to: "in/x")
      return try readTree(at: folder("in"), label: "content").tree
    }()
    let file = try #require(tree.files.first)
    #expect(unlink(folder("in/x")) == 0)
    let site = [page("a", "2"), OutputFile(path: "x", content: .file(tree, file))]
    await #expect(throws: DiskFault("content/x", ENOENT, .read)) {
      try await publish(site, tasks: 1)
    }
    #expect(try folder.texts(of: "public") == ["a": "1"])
    #expect(try folder.names() == ["public", "in"])
  }

  @Test(arguments: [
    "", "/etc/x", "../x", "a/../../x", "a//b", "a/", "./a", "a/.", "a\0b", ".banbao", "..",
  ])
  func `a path that leads out is left out and said`(path: String) async throws {
    let report = try await publish([page(path, "1"), page("ok...", "2"), page("..ok", "2")])
    #expect(report.skipped == [DiskFault(folder("public") + "/" + path, .outside)])
    #expect(try folder.texts(of: "public") == ["ok...": "2"])
    #expect(try folder.names(in: "public") == ["ok...", "..ok", ".banbao"])
  }

  @Test func `of two outputs with one path the first counts`() async throws {
    let report = try await publish([
      page("a", "1"), page("a", "2"), page("b", "3"), page("b/c", "4"),
    ])
    #expect(report.skipped.map(\.cause) == [.refused(.taken), .refused(.isFolder)])
    #expect(try folder.texts(of: "public") == ["a": "1", "b/c": "4"])
  }

  @Test(arguments: ["", "/a"]) func `a name that is too long is said so`(file: String) async throws {
    let name = String(repeating: "长", count: 86)
    let fault = DiskFault(
      folder("public") + "/" + name, ENAMETOOLONG, file.isEmpty ? .write : .makeFolder)
    await #expect(throws: fault) { try await publish([page(name + file, "1")]) }
    #expect(try folder.names() == [])
    try await publish([page("a", "1")])
    await #expect(throws: fault) { try await publish([page(name + file, "1")]) }
    #expect(try folder.texts(of: "public") == ["a": "1"])
    #expect(try folder.names() == ["public"])
  }

  @Test(arguments: [1, 2, 8])
  func `the number of tasks does not matter`(tasks: Int) async throws {
    let site = (0..<300).map { page("d\($0 % 7)/\($0)", "text \($0)") }
    let expected = Dictionary(
      uniqueKeysWithValues: (0..<300).map { ("d\($0 % 7)/\($0)", "text \($0)") })
    #expect(try await publish(site, tasks: tasks).written == 300)
    #expect(try folder.texts(of: "public") == expected)
    let changed = site.enumerated().filter { $0.offset % 3 != 0 }.map { index, output in
      index % 2 == 0 ? page(output.path, "new") : output
    }
    let report = try await publish(changed, tasks: tasks)
    #expect([report.written, report.unchanged, report.removed] == [100, 100, 100])
  }

  @Test func `the folder keeps the permissions that somebody gave it`() async throws {
    try await publish([page("a", "1")])
    #expect(chmod(folder("public"), 0o2750) == 0)
    try await publish([page("a", "2")])
    #expect(try Status(folder("public")).mode & 0o7777 == 0o2750)
  }

  @Test func `everyone may read the site, whatever the mask`() async throws {
    await #expect(processExitsWith: .success) {
      umask(0o077)
      let folder = try TemporaryFolder()
      _ = try await BanbaoDisk.publish(
        [page("d/a", "1")], to: folder("public"), protected: [], tasks: 1)
      let modes = try ["public", "public/d", "public/d/a"].map {
        try Status(folder($0)).mode & 0o777
      }
      #expect(modes == [0o755, 0o755, 0o644])
    }
  }

  @Test func `without an exchange two renames do, and the report says so`() async throws {
    try await publish([page("a", "1")])
    var steps = PublishSteps()
    steps.exchange = { _, _, _ in EINVAL }
    let report = try await BanbaoDisk.publish(
      [page("a", "2")], to: folder("public"), protected: [], tasks: 1, steps: steps)
    #expect(report.replacement == .twoRenames)
    #expect(try folder.texts(of: "public") == ["a": "2"])
    #expect(try folder.names() == ["public"])
  }

  @Test func `a mount point cannot be replaced, and the old site stays`() async throws {
    try await publish([page("a", "1")])
    var steps = PublishSteps()
    steps.exchange = { _, _, _ in EBUSY }
    await #expect(throws: DiskFault(folder("public"), EBUSY, .replace)) {
      try await BanbaoDisk.publish(
        [page("a", "2")], to: folder("public"), protected: [], tasks: 1, steps: steps)
    }
    #expect(try folder.texts(of: "public") == ["a": "1"])
    #expect(try folder.names() == ["public"])
  }

  @Test func `a reader meets the folder at every instant`() async throws {
    try await publish([page("a", "0")])
    let path = folder("public/a")
    let missed = try await withThrowingTaskGroup(of: Int.self) { group in
      group.addTask {
        var missed = 0
        while !Task.isCancelled { if access(path, F_OK) != 0 { missed += 1 } }
        return missed
      }
      for version in 1...40 { try await publish([page("a", "\(version)")], tasks: 1) }
      group.cancelAll()
      return try await group.reduce(0, +)
    }
    #expect(missed == 0)
  }
}
