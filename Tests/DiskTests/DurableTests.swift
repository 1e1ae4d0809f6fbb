import Synchronization
import TestSupport
import Testing

@testable import BanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What was forced out to the disk, by inode, before the site took its place and after.
private final class Synced: Sendable {
  private struct State {
    var before: [UInt64] = []
    var after: [UInt64] = []
    var isReplaced = false
  }

  private let state = Mutex(State())

  var before: [UInt64] { state.withLock { $0.before } }
  var after: [UInt64] { state.withLock { $0.after } }

  func add(_ descriptor: Int32) {
    var found = stat()
    guard fstat(descriptor, &found) == 0 else { return }
    state.withLock { state in
      if state.isReplaced {
        state.after.append(UInt64(found.st_ino))
      } else {
        state.before.append(UInt64(found.st_ino))
      }
    }
  }

  func replace() { state.withLock { $0.isReplaced = true } }
}

@Suite struct `Durable publishing` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Publishes, and gives what was forced out.
  private func publish(_ text: String, isDurable: Bool = true) async throws -> Synced {
    let synced = Synced()
    var steps = PublishSteps()
    steps.reached = { if $0 == .replaced { synced.replace() } }
    steps.sync = { descriptor in
      synced.add(descriptor)
      return 0
    }
    _ = try await BanbaoDisk.publish(
      [page("d/e/a", text), page("b", "stays")], to: folder("srv/public"), protected: [], hasManifest: true,
      isDurable: isDurable, tasks: 2, steps: steps)
    return synced
  }

  /// The inodes of all that the published folder holds, and its own.
  private func inodes() throws -> Set<UInt64> {
    Set(
      try ["", "/d", "/d/e", "/d/e/a", "/b", "/.banbao", "/manifest.sha256"].map {
        try Status(folder("srv/public" + $0)).inode
      })
  }

  @Test func `every file and folder is on the disk once before the site takes its place, and then its name`()
    async throws
  {
    for text in ["1", "2"] {
      let isFirst = text == "1"
      let synced = try await publish(text)
      // At first the folder above is new too, and its own name is kept by the one above that.
      let above = try isFirst ? [Status(folder.path).inode] : []
      #expect(try Set(synced.before) == inodes().union(above))
      #expect(synced.before.count == 7 + above.count)
      #expect(try synced.after == [Status(folder("srv")).inode])
    }
  }

  @Test func `where nothing changed, what an earlier run left to the system is forced out`() async throws {
    let first = try await publish("1", isDurable: false)
    #expect(first.before.isEmpty && first.after.isEmpty)
    let second = try await publish("1")
    #expect(try inodes() == Set(second.before))
    #expect(second.before.count == 7)
  }

  @Test func `a disk that cannot keep it leaves the old site`() async throws {
    _ = try await publish("1")
    let steps = PublishSteps(sync: { _ in EIO })
    await #expect(throws: DiskFault.self) {
      try await BanbaoDisk.publish(
        [page("b", "2")], to: folder("srv/public"), protected: [], isDurable: true, tasks: 1, steps: steps)
    }
    #expect(try folder.text("srv/public/b") == "stays")
    #expect(try folder.names(in: "srv") == ["public"])
  }

  @Test func `a share that cannot force folders out is no fault`() async throws {
    let steps = PublishSteps(sync: { _ in EINVAL })
    let report = try await BanbaoDisk.publish(
      [page("b", "2")], to: folder("public"), protected: [], isDurable: true, tasks: 1, steps: steps)
    #expect(report.written == 1)
  }
}
