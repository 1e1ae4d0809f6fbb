import BanbaoSource
import TestSupport
import Testing

@testable import BanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How the folders are watched.
enum Watching: CaseIterable {
  case told, polled
  /// The system has no more queues, or no more watches.
  case withoutQueues, withoutWatches

  func start(_ folders: [String]) throws -> TreeWatch {
    var calls = WatchCalls()
    #if os(Linux)
      let add = calls.add
      switch self {
      case .withoutQueues:
        calls.start = {
          errno = EMFILE
          return -1
        }
      case .withoutWatches:
        calls.add = { queue, path, mask in
          // The roots can be watched, new subfolders cannot.
          if !path.hasSuffix("/") { return add(queue, path, mask) }
          errno = ENOSPC
          return -1
        }
      case .told, .polled: break
      }
    #endif
    return try watch(folders, polling: self == .polled, calls: calls)
  }
}

@Suite struct `Watching folders` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Watches `content` and `theme`, makes a change, and expects that it is told and that a tree kept up to date by what
  /// is told becomes as a fresh listing.
  private func expectTold(
    _ watching: Watching, in expected: Int = 0, change: () throws -> Void
  ) async throws {
    let roots = [folder("content"), folder("theme")]
    let watch = try watching.start(roots)
    var trees = try roots.map { try readTree(at: $0, label: "") }
    try change()
    let fresh = try roots.map { try readTree(at: $0, label: "").tree.files }
    var folders: Set<Int> = []
    for await changes in watch {
      folders.formUnion(changes.folders)
      for root in changes.folders {
        trees[root] = try refreshed(
          trees[root], at: roots[root], label: "", paths: changes.paths(in: root))
      }
      if trees.map(\.tree.files) == fresh { break }
    }
    #expect(folders == [expected])
  }

  @Test(arguments: Watching.allCases)
  func `a new file, a change and a removal are told`(watching: Watching) async throws {
    for name in ["content/a/b.md", "content/a/c.md", "theme/x"] { try folder.write("1", to: name) }
    try await expectTold(watching) { try folder.write("1", to: "content/a/新.md") }
    try await expectTold(watching) { try folder.write("22", to: "content/a/b.md") }
    try await expectTold(watching) { #expect(unlink(folder("content/a/c.md")) == 0) }
    try await expectTold(watching, in: 1) { try folder.write("2", to: "theme/x") }
  }

  @Test(arguments: Watching.allCases)
  func `renaming, and saving by renaming, are told`(watching: Watching) async throws {
    for name in ["content/a.md", "content/b.md", "theme/x"] { try folder.write("1", to: name) }
    try await expectTold(watching) { #expect(rename(folder("content/a.md"), folder("content/c.md")) == 0) }
    try await expectTold(watching) {
      try folder.write("22", to: "content/.b.md.swp")
      #expect(rename(folder("content/b.md"), folder("content/b.md~")) == 0)
      #expect(rename(folder("content/.b.md.swp"), folder("content/b.md")) == 0)
    }
  }

  @Test(arguments: Watching.allCases)
  func `folders made, moved and removed are told with what is in them`(watching: Watching) async throws {
    for name in ["content/a.md", "outside/b/c.md", "theme/x"] { try folder.write("1", to: name) }
    try await expectTold(watching) { try folder.write("1", to: "content/x/y/z/a.md") }
    try await expectTold(watching) { #expect(rename(folder("outside/b"), folder("content/b")) == 0) }
    try await expectTold(watching) { #expect(rename(folder("content/x/y"), folder("content/b/y")) == 0) }
    try await expectTold(watching) { #expect(rename(folder("content/b"), folder("outside/b")) == 0) }
  }

  @Test(arguments: Watching.allCases)
  func `what happens in a folder that was moved is told under its new name`(watching: Watching) async throws {
    for name in ["content/a/b/c.md", "theme/x"] { try folder.write("1", to: name) }
    let watch = try watching.start([folder("content")])
    #expect(rename(folder("content/a"), folder("content/d")) == 0)
    var told = watch.makeAsyncIterator()
    _ = await told.next()
    try folder.write("22", to: "content/d/b/c.md")
    let changes = await told.next()
    #expect(changes?.paths(in: 0) == ["d/b/c.md"])
  }

  @Test(arguments: [Watching.told, .polled])
  func `a thousand files at once are told in few bursts`(watching: Watching) async throws {
    for name in ["content/a.md", "theme/x"] { try folder.write("1", to: name) }
    try await expectTold(watching) {
      for number in 0..<1_000 { try folder.write("1", to: "content/\(number % 7)/\(number).md") }
    }
  }

  @Test(arguments: [Watching.told, .polled])
  func `a folder that is not there yet, is replaced and goes is told`(watching: Watching) async throws {
    try folder.write("1", to: "content/a.md")
    try folder.write("1", to: "new/b.md")
    try folder.write("2", to: "newer/b.md")
    let watch = try watching.start([folder("content"), folder("theme")])
    var told = watch.makeAsyncIterator()
    for step in [("new", "theme"), ("theme", "old"), ("newer", "theme")] {
      #expect(rename(folder(step.0), folder(step.1)) == 0)
      let changes = await told.next()
      #expect(changes?.paths(in: 1) == [""])
      #expect(changes?.folders == [1])
    }
    try folder.write("33", to: "theme/b.md")
    #expect(await told.next()?.paths(in: 1) == ["b.md"])
  }

  @Test func `of an ordinary save, the path is told once`() async throws {
    try folder.write("1", to: "content/a.md")
    var told = try Watching.told.start([folder("content")]).makeAsyncIterator()
    try folder.write("22", to: "content/a.md")
    let changes = await told.next()
    #expect(changes?.paths(in: 0) == ["a.md"])
  }

  @Test(arguments: [Watching.told, .polled])
  func `hidden files and what editors leave behind are not told`(watching: Watching) async throws {
    try folder.write("1", to: "content/.git/a")
    var told = try watching.start([folder("content")]).makeAsyncIterator()
    for name in [".git/a", ".a.md.swp", "a.md~", "~$通知.docx"] {
      try folder.write("2", to: "content/" + name)
    }
    try folder.write("1", to: "content/last.md")
    let changes = await told.next()
    #expect(changes?.paths(in: 0) == ["last.md"])
  }

  @Test func `a half-written file is waited for, but not for long`() async throws {
    try folder.write("1", to: "content/a.md")
    var told = try Watching.told.start([folder("content")]).makeAsyncIterator()
    let descriptor = open(folder("content/b.md"), O_WRONLY | O_CREAT, 0o644)
    try #require(descriptor >= 0)
    try writeAll([1], to: descriptor, shown: "b.md")
    #expect(await told.next()?.paths(in: 0) == ["b.md"])
    try writeAll([2], to: descriptor, shown: "b.md")
    close(descriptor)
    #expect(await told.next()?.paths(in: 0) == ["b.md"])
  }

  @Test func `what changes while nobody waits comes as one`() async throws {
    let (watch, tell) = TreeWatch.make {}
    for name in ["b.md", "c.md", "d.md"] {
      var changes = TreeChanges()
      changes.add(name, in: 0)
      tell(changes)
    }
    tell(nil)
    var told: [TreeChanges] = []
    for await changes in watch { told.append(changes) }
    #expect(told.map { $0.paths(in: 0) } == [["b.md", "c.md", "d.md"]])
  }

  #if os(Linux)
    @Test func `when events are lost, everything may have changed, and new folders are watched`() throws {
      try folder.write("1", to: "content/a.md")
      let watcher = Watcher([folder("content")], polling: false, calls: WatchCalls())
      // The kernel keeps 16,384 events unless told otherwise; each file makes three.
      for number in 0..<6_000 { try folder.write("1", to: "content/\(number)") }
      try folder.write("1", to: "content/late/a.md")
      for _ in 0..<30 { watcher.hear() }
      #expect(watcher.takeChanges().paths(in: 0) == [""])
      try folder.write("2", to: "content/late/a.md")
      watcher.hear()
      #expect(watcher.takeChanges().paths(in: 0) == ["late/a.md"])
    }

    @Test(arguments: [
      ("written", true), ("made", true), ("moved over", true), ("moved aside and back", true),
      ("removed and made", true), ("made and removed", true),
      ("moved over and removed", false), ("open", false), ("removed", false), ("moved away", false), ("folder", false),
    ])
    func `a save that has come to its end is told from one that has not`(step: String, isWhole: Bool) throws {
      for name in ["content/a", "content/b", "x"] { try folder.write("1", to: name) }
      var events = try #require(WatchEvents(WatchCalls()))
      #expect(events.add(0, folder("content"), below: "") == 0)
      let a = folder("content/a")
      var descriptor: Int32 = -1
      switch step {
      case "written": try folder.write("2", to: "content/a")
      case "made": try folder.write("2", to: "content/c")
      case "moved over":
        try folder.write("2", to: "content/c")
        rename(folder("content/c"), a)
      case "moved over and removed":
        try folder.write("2", to: "content/c")
        rename(folder("content/c"), a)
        unlink(a)
      case "moved aside and back":
        rename(a, folder("content/a~"))
        try folder.write("2", to: "content/a")
        unlink(folder("content/a~"))
      case "removed and made":
        unlink(a)
        rename(folder("x"), a)
      case "made and removed":
        try folder.write("2", to: "content/c")
        unlink(folder("content/c"))
      case "open":
        descriptor = open(a, O_WRONLY | O_TRUNC | O_CLOEXEC)
        write(descriptor, "2", 1)
      case "removed": unlink(a)
      case "moved away": rename(a, folder("y"))
      default: mkdir(folder("content/d"), 0o755)
      }
      var changes = TreeChanges()
      _ = events.read(below: [folder("content")], into: &changes)
      #expect(!changes.isEmpty && events.isWhole == isWhole)
      events.beginAnew()
      #expect(events.isWhole)
      events.expectMore()
      #expect(!events.isWhole)
      if descriptor >= 0 { close(descriptor) }
    }

    @Test func `a name that is not UTF-8 is told by its folder`() async throws {
      try folder.write("1", to: "content/a/b.md")
      let watch = try Watching.told.start([folder("content")])
      let name: [CChar] = folder("content/a").utf8CString.dropLast() + [0x2F, -71, -85, 0]
      let made = name.withUnsafeBufferPointer { name in
        name.baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o644) } ?? -1
      }
      try #require(made >= 0)
      close(made)
      // A process that another test is starting may still have had the first file open, whose end is told then.
      var paths: Set<String> = []
      for await changes in watch {
        paths.formUnion(changes.paths(in: 0))
        if paths.contains("a") { break }
      }
      #expect(paths.subtracting(["a/b.md"]) == ["a"])
    }

    @Test(arguments: ["cancel", "stop", "drop"])
    func `its end closes all that it held`(end: String) async {
      // In a process of its own, where nothing else opens and closes descriptors.
      await #expect(processExitsWith: .success) {
        [path = folder.path as String, end = end as String] in
        let before = try openQueues()
        if end == "drop" {
          _ = try watch([path])
        } else {
          let watch = try watch([path, path + "/missing"])
          let during = try openQueues()
          #expect(during.count == before.count + 3)
          let task = Task { for await _ in watch {} }
          if end == "cancel" { task.cancel() } else { watch.stop() }
          await task.value
        }
        for _ in 0..<3_000 {
          if try openQueues() == before { return }
          try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("descriptors are left open")
      }
    }
  #endif

  @Test(arguments: 1...4)
  func `after random edits, what is told leads to a fresh listing`(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    try folder.write("1", to: "content/a/b.md")
    let root = folder("content")
    let watch = try Watching.told.start([root])
    var told = watch.makeAsyncIterator()
    var tree = try readTree(at: root, label: "")
    let names = ["a", "b.md", "通知", "c", "d"]
    func somewhere() -> String {
      "content/"
        + (0..<Int.random(in: 1...3, using: &random)).map { _ in
          names[Int.random(in: 0..<names.count, using: &random)]
        }.joined(separator: "/")
    }
    for turn in 0..<40 {
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let path = somewhere()
        switch Int.random(in: 0..<5, using: &random) {
        case 0...2:
          folder.attempt("\(random.next())", to: path)
        case 3: unlink(folder(path))
        default: rename(folder(path), folder(somewhere()))
        }
      }
      // The last edit of a turn, by which its end is known.
      try folder.write("\(turn) \(random.next())", to: "content/end")
      let fresh = try readTree(at: root, label: "").tree.files
      var bursts = 0
      while tree.tree.files != fresh, bursts < 20, let changes = await told.next() {
        bursts += 1
        tree = try refreshed(tree, at: root, label: "", paths: changes.paths(in: 0))
      }
      #expect(tree.tree.files == fresh, "turn \(turn)")
    }
  }
}

#if os(Linux)
  /// What the process's pipes and event queues are, without the timers that come and go with the runtime.
  private func openQueues() throws -> [String] {
    let folder = try OpenFolder.at("/proc/self/fd", shown: "fd")
    var found: [String] = []
    try forEachEntry(of: folder.descriptor, shown: "fd") { name, _ in
      var target = [UInt8](repeating: 0, count: 100)
      let count = target.withUnsafeMutableBytes { target in
        target.baseAddress.map { readlinkat(folder.descriptor, name, $0, target.count) } ?? 0
      }
      let link = String(decoding: target.prefix(max(0, count)), as: UTF8.self)
      if link.hasPrefix("pipe:") || link.contains("inotify") { found.append(link) }
    }
    return found.sorted()
  }
#endif
