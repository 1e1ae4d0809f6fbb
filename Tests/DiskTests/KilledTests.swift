import BanbaoSource
import TestSupport
import Testing

@testable import BanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A site of one version: every file says which.
private func site(_ version: String, count: Int = 200) -> [OutputFile] {
  // Half of the files stay; those that change, go and come make both versions known.
  (0..<count).map { page("d\($0 % 5)/\($0)", $0 % 2 == 0 ? "same" : version) }
    + [page("only-\(version)/x", version)]
}

private func texts(_ version: String, count: Int = 200) -> [String: String] {
  var texts = Dictionary(
    uniqueKeysWithValues: (0..<count).map { ("d\($0 % 5)/\($0)", $0 % 2 == 0 ? "same" : version) })
  texts["only-\(version)/x"] = version
  return texts
}

/// Publishing in a process of its own that is killed there.
@Suite struct `Killed while publishing` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// After a kill: the next run publishes, and no trace is left.
  func recovers() async throws {
    _ = try await publish(site("next"), to: folder("public"), protected: [], tasks: 2)
    #expect(try folder.texts(of: "public") == texts("next"))
    #expect(try folder.names() == ["public"])
  }

  @Test(arguments: [0, 1, 77, 150, 200])
  func `while pages are made, the old site stands`(index: Int) async throws {
    _ = try await publish(site("old"), to: folder("public"), protected: [], tasks: 2)
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = folder.path as String, index = index as Int] in
      var outputs = site("new")
      outputs[index].content = .page { _ in kill(getpid(), SIGKILL) }
      _ = try await publish(outputs, to: path + "/public", protected: [], tasks: 1)
    }
    #expect(try folder.texts(of: "public") == texts("old"))
    try await recovers()
  }

  @Test func `at the first publishing, there is no site`() async throws {
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
      var outputs = site("new")
      outputs[100].content = .page { _ in kill(getpid(), SIGKILL) }
      _ = try await publish(outputs, to: path + "/public", protected: [], tasks: 1)
    }
    #expect(try folder.names() == [".public.banbao-new"])
    try await recovers()
  }

  @Test(arguments: [("staged", "old"), ("replaced", "new")])
  func `at the exchange, the site is wholly old or wholly new`(step: String, stands: String)
    async throws
  {
    _ = try await publish(site("old"), to: folder("public"), protected: [], tasks: 2)
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = folder.path as String, step = step as String] in
      var steps = PublishSteps()
      steps.reached = { if $0.rawValue == step { kill(getpid(), SIGKILL) } }
      _ = try await publish(
        site("new"), to: path + "/public", protected: [], tasks: 1, steps: steps)
    }
    #expect(try folder.texts(of: "public") == texts(stands))
    try await recovers()
  }

  @Test(arguments: [true, false])
  func `between two renames, the old site waits beside and comes back`(isSame: Bool) async throws {
    _ = try await publish(site("old"), to: folder("public"), protected: [], tasks: 2)
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
      var steps = PublishSteps()
      steps.exchange = { _, _, _ in EINVAL }
      steps.reached = { if $0 == .retired { kill(getpid(), SIGKILL) } }
      _ = try await publish(
        site("new"), to: path + "/public", protected: [], tasks: 1, steps: steps)
    }
    #expect(try folder.names() == [".public.banbao-new", ".public.banbao-old"])
    if isSame {
      let report = try await publish(site("old"), to: folder("public"), protected: [], tasks: 2)
      #expect(report.replacement == .none)
      #expect(report.unchanged == 201)
    }
    try await recovers()
  }

  @Test(arguments: 0..<(runsAllSeeds ? 1_000 : 8))
  func `at any moment, the site is wholly old or wholly new`(seed: UInt64) async throws {
    _ = try await publish(site("a"), to: folder("public"), protected: [], tasks: 2)
    var random = SplitMix64(seed: seed)
    let moment = Int.random(in: 3_000..<30_000, using: &random)
    // The alarm ends the process as abruptly as SIGKILL does; nothing catches it.
    await #expect(processExitsWith: .signal(SIGALRM)) {
      [path = folder.path as String, moment = moment as Int] in
      ualarm(useconds_t(moment), 0)
      while true {
        for version in ["b", "a"] {
          _ = try await publish(site(version), to: path + "/public", protected: [], tasks: 2)
        }
      }
    }
    let found = try folder.texts(of: "public")
    #expect(found == texts("a") || found == texts("b"))
    try await recovers()
  }

  @Test func `what lies there under our name but is not ours is not touched`() async throws {
    try folder.write("mine", to: ".public.banbao-new/mine")
    let remains = folder(".public.banbao-new")
    let fault = await #expect(throws: DiskFault.self) {
      try await publish(site("new"), to: folder("public"), protected: [], tasks: 1)
    }
    #expect(fault?.cause == .refused(.foreign))
    #expect(fault?.path.hasSuffix(remains) == true)
    #expect(try folder.texts(of: ".public.banbao-new") == ["mine": "mine"])
  }
}
