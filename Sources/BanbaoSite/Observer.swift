/// What a build is doing, for `--profile` and for progress on a terminal. The clock is an input: the pure modules have none.
package struct Observer: Sendable {
  /// The stages of a build, in order.
  package enum Stage: Int, Sendable, CaseIterable, Comparable {
    /// One content file: read, parsed, its Markdown rendered.
    case reading
    /// The theme: read, compiled, checked.
    case theme
    /// The rules between records, links and paths.
    case checking
    /// The list of pages.
    case planning
    /// One page, made and compared with the published one.
    case rendering

    package static func < (a: Stage, b: Stage) -> Bool { a.rawValue < b.rawValue }
  }

  /// Nanoseconds from an unnamed beginning.
  private let clock: @Sendable () -> UInt64
  /// Told of each piece of work that is done: its stage, the file or page, and how many nanoseconds it took. Called from
  /// any task.
  private let note: @Sendable (Stage, String, UInt64) -> Void

  package init(clock: @escaping @Sendable () -> UInt64, note: @escaping @Sendable (Stage, String, UInt64) -> Void) {
    self.clock = clock
    self.note = note
  }

  fileprivate func measure<Result>(_ stage: Stage, _ name: String, _ work: () throws -> Result) rethrows -> Result {
    let began = clock()
    let result = try work()
    note(stage, name, clock() &- began)
    return result
  }

  fileprivate func measure<Result>(
    _ stage: Stage, _ name: String, _ work: () async throws -> Result
  ) async rethrows -> Result {
    let began = clock()
    let result = try await work()
    note(stage, name, clock() &- began)
    return result
  }
}

extension Observer? {
  /// Does a piece of work, measured where there is an observer.
  package func measure<Result>(
    _ stage: Observer.Stage, _ name: String, _ work: () throws -> Result
  ) rethrows -> Result {
    guard let self else { return try work() }
    return try self.measure(stage, name, work)
  }

  /// Does a piece of work that several tasks share, measured from its beginning to its end.
  package func measure<Result>(
    _ stage: Observer.Stage, _ name: String, _ work: () async throws -> Result
  ) async rethrows -> Result {
    guard let self else { return try await work() }
    return try await self.measure(stage, name, work)
  }
}
