import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import TestSupport
import Testing

/// Equal inputs give equal sites and equal diagnostics, whatever the order of the files and the number of tasks.
@Suite struct DeterminismTests {
  /// What the faulty content comes to when one task reads its files in order.
  private static let expected = Task { Outcome(try await compiled(tree(faulty.get()), tasks: 1)) }
  private static let plan = Task { try await compiled(tree(sample.get())).plan }

  @Test func `the sample is there`() throws { #expect(try sample.get().count > 100) }

  @Test(arguments: [1, 2, 3])
  func `the order in which files are listed decides nothing`(seed: UInt64) async throws {
    var generator = SplitMix64(seed: seed)
    let shuffled = try faulty.get().keys.sorted().shuffled(using: &generator)
    let outcome = Outcome(try await compiled(tree(faulty.get(), order: shuffled)))
    #expect(outcome.difference(from: try await Self.expected.value) == nil)
    #expect(outcome.diagnostics.count > 15)
  }

  @Test(arguments: [2, 8])
  func `the number of tasks decides nothing`(count: Int) async throws {
    let outcome = Outcome(try await compiled(tree(faulty.get()), tasks: count))
    #expect(outcome.difference(from: try await Self.expected.value) == nil)
  }

  @Test(arguments: [1, 2, 8])
  func `pages rendered in parallel are the pages rendered one by one`(count: Int) async throws {
    let plan = try await Self.plan.value
    let rendered = try await concurrentMap(plan.pages, tasks: count) { plan.bytes(of: $0) }
    #expect(rendered == plan.pages.map { plan.bytes(of: $0) })
  }

  @Test func `rendering a page does not depend on what was rendered before it`() async throws {
    let plan = try await Self.plan.value
    func pages(_ order: [PagePlan]) -> [String: [UInt8]] {
      var files: [String: [UInt8]] = [:]
      for page in order { files[page.path] = plan.bytes(of: page) }
      return files
    }
    #expect(pages(plan.pages) == pages(plan.pages.reversed()))
  }
}

@Suite struct ConcurrentMapTests {
  @Test(
    arguments: [1, 2, 3, 8, 64],
    [0, 1, 2, 63, 64, 65, 1000])
  func `results stand in the order of the elements`(tasks: Int, count: Int) async throws {
    let result = try await concurrentMap(Array(0..<count), tasks: tasks) { $0 * 2 }
    #expect(result == (0..<count).map { $0 * 2 })
  }

  private struct Fault: Error, Equatable { var number: Int }

  @Test(arguments: [1, 2, 8], [0, 500, 999])
  func `an error is passed on`(tasks: Int, number: Int) async {
    await #expect(throws: Fault(number: number)) {
      try await concurrentMap(Array(0..<1000), tasks: tasks) { element in
        if element == number { throw Fault(number: number) }
        return element
      }
    }
  }

  @Test func `what the disk throws while a file is read is passed on by compile`() async throws {
    let content = SourceTree(
      label: "content", files: [.init(path: "notices/a.md", size: 1, version: "")]
    ) { _ in throw Fault(number: 1) }
    await #expect(throws: Fault(number: 1)) { try await compiled(content) }
  }
}
