import ArgumentParser
import BanbaoDiagnostics
import BanbaoDisk
import BanbaoPreview
import BanbaoSource
import TestSupport
import Testing

@testable import banbao

@Suite struct `Random edits` {
  /// Five hundred edits in all.
  @Test(arguments: 1...5)
  func `after every edit the preview shows what a fresh build makes`(seed: UInt64) async throws {
    let folder = try TemporaryFolder(bytes: smallSite)
    let watch = try watch([folder("content"), folder("theme")])
    var changes = watch.makeAsyncIterator()
    var session = PreviewSession(try options(folder))
    var shown = Shown(try await FreshBuild(folder), try await session.refresh(nil))
    try #require(!session.isFaulty, "\(shown.fresh.text)")
    var edits = Edits(folder, smallSite, seed: seed)
    var good = edits.site
    var faulty = 0
    var goodSteps = 0
    for step in 1...100 {
      // Nobody leaves a site faulty for long.
      let isTooLong = faulty > 2
      let description = "seed \(seed), step \(step): \(isTooLong ? try edits.restore(good) : try edits.make())"
      var told = Told()
      while !told.covers(edits.touched) {
        let change = try #require(await changes.next(isolation: #isolation), "\(description)")
        let wasFaulty = session.isFaulty
        told.add(change)
        do {
          shown.snapshot = try await session.refresh(change)
          // Several edits may be told of one after the other, as on a busy machine.
          if !session.isFaulty { shown.isBetween = true }
          told.add(session.change(change, wasFaulty: wasFaulty))
        } catch let fault as DiskFault where fault.isMissing && !told.covers(edits.touched) {
          // A late word of the edit before this one: what this one took away is not told of yet.
          continue
        }
      }
      let before = shown.pages
      shown.update(try await FreshBuild(folder))
      #expect(session.isFaulty == shown.fresh.isFaulty, "\(description)")
      #expect(session.count.faults == shown.fresh.faults.count { $0.severity != .note }, "\(description)")
      let difference = try shown.difference()
      try #require(difference == nil, "\(description)")
      // A tab that is not told to load its page again still shows what a fresh one would.
      #expect(told.isReload || shown.pages == before, "\(description)")
      faulty = session.isFaulty ? faulty + 1 : 0
      if session.isFaulty { continue }
      good = edits.site
      goodSteps += 1
    }
    // Else the edits would prove little of what a site without faults looks like.
    #expect(goodSteps > 50)
    watch.stop()
  }

  @Test func `a folder that is away for a moment is shown anew when it is back, with all that changed meanwhile`()
    async throws
  {
    let folder = try TemporaryFolder(bytes: smallSite)
    let watch = try watch([folder("content"), folder("theme")])
    var changes = watch.makeAsyncIterator()
    var session = PreviewSession(try options(folder))
    var shown = Shown(try await FreshBuild(folder), try await session.refresh(nil))
    try folder.move("content", to: "away")
    try folder.replace(Array("<p>{{title}}</p>\n".utf8), at: "theme/templates/activity.mustache")
    var told: Set<Int> = []
    while told != [0, 1] {
      let change = try #require(await changes.next(isolation: #isolation))
      told.formUnion(change.folders)
      // What is told in one change may be told in two.
      for _ in 0..<2 { await #expect(throws: DiskFault.self) { _ = try await session.refresh(change) } }
    }
    for (path, bytes) in shown.pages { #expect(shown.snapshot.page(path) == bytes, "\(path)") }
    try folder.move("away", to: "content")
    let change = try #require(await changes.next(isolation: #isolation))
    #expect(change.folders == [0])
    shown.snapshot = try await session.refresh(change)
    shown.update(try await FreshBuild(folder))
    #expect(try shown.difference() == nil)
    #expect(shown.pages["activities/讲座.html"] == Array("<p>讲座</p>\n".utf8))
    watch.stop()
  }

  @Test func `a site that begins with a fault shows what it can, and the fault`() async throws {
    var site = smallSite
    site["content/notices/错.md"] = Array("---\ntitle: 错\ndate: 2026-02-30\nkind: 通知\n---\n".utf8)
    let folder = try TemporaryFolder(bytes: site)
    var session = PreviewSession(try options(folder))
    let snapshot = try await session.refresh(nil)
    #expect(session.isFaulty)
    #expect(snapshot.overlayText?.contains("content/notices/错.md:3:7: error: ") == true)
    #expect(snapshot.page("activities/讲座.html") != nil)
    #expect(snapshot.page("-/desk.html") != nil)
  }

  @Test func `a time zone that does not exist is a fault of the preview as well`() async throws {
    let folder = try TemporaryFolder(bytes: smallSite)
    var session = PreviewSession(try options(folder))
    _ = try await session.refresh(nil)
    let others = session.count.faults
    try folder.write(Array("title: 板报\nunion: 某医院工会\ntime_zone: 北京\n".utf8), to: "content/site.yaml")
    let desk = try #require(try await session.refresh(nil).page("-/desk.html"))
    #expect(!session.isFaulty && session.count.faults == others + 1)
    #expect(String(decoding: desk, as: UTF8.self).contains("content/site.yaml:3:12"))
  }

  private func options(_ folder: TemporaryFolder) throws -> SiteOptions {
    try SiteOptions.parse([
      "--content", folder("content"), "--theme", folder("theme"), "--as-of", today.iso, "--lang", "en",
    ])
  }
}

/// What the preview shows, and what it ought to show.
private struct Shown {
  /// The last fresh build, faulty or not.
  var fresh: FreshBuild
  var snapshot: PreviewSnapshot
  /// Of the last fresh build without a fault.
  var pages: [String: [UInt8]]
  private var files: [String: [UInt8]]
  /// Whether the last site without a fault that was shown may be one between two edits, of which no fresh build was made.
  var isBetween = false
  /// Every path that there ever was.
  private var known: Set<String> = []

  init(_ fresh: FreshBuild, _ snapshot: PreviewSnapshot) {
    (self.fresh, self.snapshot) = (fresh, snapshot)
    (pages, files) = (fresh.pages, fresh.files)
  }

  mutating func update(_ fresh: FreshBuild) {
    known.formUnion(pages.keys)
    known.formUnion(files.keys)
    self.fresh = fresh
    if fresh.isFaulty { return }
    isBetween = false
    (pages, files) = (fresh.pages, fresh.files)
  }

  /// Where the two differ first; nil where they are equal.
  func difference() throws -> String? {
    for (path, bytes) in pages where !isBetween && snapshot.page(path) != bytes { return "page \(path)" }
    if snapshot.page("-/desk.html") != fresh.desk { return "desk" }
    if snapshot.overlayText != (fresh.isFaulty ? fresh.text : nil) {
      return "overlay: \(snapshot.overlayText ?? "none")"
    }
    // Files are not kept: beneath a fault they are those of the disk.
    if !fresh.isFaulty {
      for (path, bytes) in files where try snapshot.file(path) != bytes { return "file \(path)" }
    }
    if isBetween { return nil }
    let gone = known.subtracting(pages.keys).subtracting(files.keys)
    return gone.first { snapshot.resource($0) != nil }.map { "still there: \($0)" }
  }
}

/// What the preview was told since an edit.
private struct Told {
  private var paths: Set<String> = []
  private(set) var isReload = false

  mutating func add(_ changes: TreeChanges) {
    for (folder, name) in [(0, "content"), (1, "theme")] {
      paths.formUnion(changes.paths(in: folder).map { $0.isEmpty ? name : name + "/" + $0 })
    }
  }

  mutating func add(_ change: PreviewChange) {
    if case .pages = change { isReload = true }
  }

  /// Whether everything is told of, as itself or with a folder above it.
  func covers(_ touched: Set<String>) -> Bool {
    touched.allSatisfy { path in
      paths.contains { path.utf8.elementsEqual($0.utf8) || path.utf8.starts(with: ($0 + "/").utf8) }
    }
  }
}
