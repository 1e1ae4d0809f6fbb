import TestSupport
import Testing

@testable import BanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A small site of one version, with a file that stays, one in a folder that only it has, and one that is costly to make.
private func site(_ version: String) -> [OutputFile] {
  [
    page("d/same", "same"), page("d/page", version), page("only-\(version)/x", version),
    OutputFile(path: "costly", content: .reusing { $0 ?? Array("costly".utf8) }),
  ]
}

private func texts(_ version: String) -> [String: String] {
  ["d/same": "same", "d/page": version, "only-\(version)/x": version, "costly": "costly"]
}

/// Publishes in a process whose calls to the disk fail, one in turn after the other.
@Suite struct `A disk that fails` {
  /// What publishing meets.
  enum Way: String, CaseIterable, Codable, Sendable {
    /// The old site is exchanged for the new one.
    case exchange
    /// The file system cannot exchange: it is renamed.
    case renames
    /// Nothing is published yet.
    case first
  }

  @Test(arguments: Way.allCases, [false, true])
  func `at any call leaves the old site or brings the new one, and the next run heals`(
    way: Way, onwards: Bool
  ) async throws {
    // All calls in turn; of those with all later calls, that take as long again, a part unless all are asked for.
    let stride: Int32 = onwards && !runsAllSeeds ? 5 : 1
    await #expect(processExitsWith: .success) {
      [way = way.rawValue as String, onwards = onwards as Bool, stride = stride as Int32] in
      let folder = try TemporaryFolder()
      var steps = PublishSteps()
      if way == "renames" { steps.exchange = { _, _, _ in EINVAL } }
      func run(_ version: String) async throws {
        _ = try await publish(
          site(version), to: folder("public"), protected: [], hasManifest: false, tasks: 1, steps: steps)
      }
      var call: Int32 = 1
      while true {
        if way == "first" {
          if folder.exists("public") { try folder.remove("public") }
        } else {
          try await run("old")
        }
        failCalls(from: call, onwards: onwards)
        var isDone = true
        do { try await run("new") } catch is DiskFault { isDone = false }
        let made = callCount
        failCalls(from: nil)
        let stands = try folder.exists("public") ? folder.texts(of: "public") : nil
        if isDone {
          #expect(stands == texts("new"), "call \(call)")
        } else if way == "first" {
          #expect(stands == nil, "call \(call)")
        } else if stands == nil {
          // Between two renames, where the disk then refused the way back too.
          #expect(way == "renames" && onwards, "call \(call)")
          #expect(try folder.texts(of: ".public.banbao-old") == texts("old"), "call \(call)")
        } else {
          #expect(stands == texts("old"), "call \(call)")
        }
        try await run("next")
        #expect(try folder.texts(of: "public") == texts("next"), "call \(call)")
        #expect(try folder.names() == ["public"], "call \(call)")
        // Done when a run makes fewer calls than that.
        if made < call { break }
        call += stride
      }
      // It counts: a publication is dozens of calls.
      #expect(call > 20)
    }
  }
}
