import BanbaoSource
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import BanbaoDisk

/// What `manifest.sha256` says of a published folder, and what holds the folder against it.
@Suite struct ManifestTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @discardableResult
  private func publish(_ outputs: [OutputFile], tasks: Int = 2) async throws -> PublishReport {
    try await BanbaoDisk.publish(outputs, to: folder("public"), protected: [], hasManifest: true, tasks: tasks)
  }

  @Test func `what follows is made of all others, and stands in the manifest with them`() async throws {
    let made = Mutex<[String]>([])
    let site = ["a", "b", "x/c"].map { name in
      OutputFile(path: name, content: .page { _ in made.withLock { $0.append(name) } })
    }
    let report = try await BanbaoDisk.publish(
      site, to: folder("public"), protected: [], hasManifest: true, tasks: 2,
      following: { [page("x/index", made.withLock { $0.sorted().joined() }), page("a", "taken"), page("../d", "out")] })
    #expect(report.written == 5)
    #expect(try folder.text("public/x/index") == "abx/c")
    #expect(try folder.text("public/a") == "" && !folder.exists("d"))
    #expect(try folder.text("public/manifest.sha256").contains("  x/index\n"))
    #expect(try check().isPassed)
  }

  private static let site = [
    page("index.html", "首页"), page("notices/2026/春节 放假.html", "abc"), page("a*b", ""),
    page("#1", "1"), page(" blank", "2"), page("back\\slash", "3"), page("line\nend", "4"), page("carriage\r", "5"),
  ]

  private func check() throws -> ManifestCheck { try #require(try FolderDigests(folder("public")).manifestCheck()) }

  @Test func `it names every other file of the folder in the order of their paths, as sha256sum does`() async throws {
    let report = try await publish([page("b/c", "abc"), page("a", ""), page("b\\d", "abc")])
    #expect(report.written == 4 && report.bytes > 6)
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    #expect(
      try folder.text("public/manifest.sha256") == """
        \(markerDigest.hexadecimal)  .banbao
        \(empty)  a
        \(abc)  b/c
        \\\(abc)  b\\\\d

        """)
    #expect(Digest(of: try folder.bytes("public/.banbao")) == markerDigest)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sha256sum"), "there is no sha256sum"))
  func `sha256sum itself finds every file as it should be, whatever its name, and finds one changed byte`() async throws
  {
    try await publish(Self.site)
    func sha256sum() async throws -> (status: Int32, lines: [Substring]) {
      let running = try Program(
        ["-c", "--strict", Manifest.fileName], in: URL(filePath: folder("public")),
        of: URL(filePath: "/usr/bin/sha256sum"))
      return (await running.ended(), try running.output.split(separator: "\n"))
    }
    let good = try await sha256sum()
    #expect(good.status == 0 && good.lines.count == Self.site.count + 1)
    try folder.write("abd", to: "public/notices/2026/春节 放假.html")
    let changed = try await sha256sum()
    #expect(changed.status == 1 && changed.lines.contains("notices/2026/春节 放假.html: FAILED"))
  }

  @Test func `what it says is read as it was written`() async throws {
    try await publish(Self.site)
    let (manifest, unreadable) = Manifest.read(try folder.bytes("public/manifest.sha256"))
    #expect(unreadable == [])
    #expect(manifest.lines.map(\.path).sorted() == (Self.site.map(\.path) + [".banbao"]).sorted())
  }

  @Test func `it is the same in whatever order and by however many tasks files are made`() async throws {
    try await publish(Self.site, tasks: 1)
    let first = try folder.bytes("public/manifest.sha256")
    try folder.remove("public")
    try await publish(Self.site.reversed(), tasks: 8)
    #expect(try folder.bytes("public/manifest.sha256") == first)
  }

  @Test func `where nothing changed nothing is touched, and where a page did, its line did`() async throws {
    try await publish([page("a", "1"), page("b", "2")])
    let before = try Status(folder("public/manifest.sha256"))
    let same = try await publish([page("a", "1"), page("b", "2")])
    #expect(same.written == 0 && same.unchanged == 3 && same.replacement == .none)
    #expect(try Status(folder("public/manifest.sha256")) == before)
    let other = try await publish([page("a", "1"), page("b", "3")])
    #expect(other.written == 2 && other.unchanged == 1 && other.removed == 0)
    #expect(try check().isPassed)
  }

  @Test func `a marker or a manifest that somebody wrote into is put right by the next publication`() async throws {
    for name in [".banbao", "manifest.sha256"] {
      try await publish([page("a", "1")])
      try folder.write("x", to: "public/" + name)
      #expect(try !check().isPassed)
      try await publish([page("a", "1")])
      #expect(try check().isPassed)
    }
  }

  @Test func `a file of the site never takes its place`() async throws {
    let report = try await publish([page("manifest.sha256", "mine"), page("a", "1")])
    #expect(report.skipped == [DiskFault(folder("public") + "/manifest.sha256", .taken)])
    #expect(try check().isPassed)
  }

  @Test(arguments: PublishSteps.Step.allCases)
  func `killed at any step, the folder that stands has its own manifest`(step: PublishSteps.Step) async throws {
    try await publish([page("a", "1"), page("b", "2")])
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = folder.path as String, step = step.rawValue as String] in
      var steps = PublishSteps()
      steps.reached = { if $0.rawValue == step { kill(getpid(), SIGKILL) } }
      if step == "retired" { steps.exchange = { _, _, _ in EINVAL } }
      _ = try await BanbaoDisk.publish(
        [page("a", "3"), page("c", "4")], to: path + "/public", protected: [], hasManifest: true, tasks: 1, steps: steps
      )
    }
    if step == .retired { try await publish([page("a", "3"), page("c", "4")]) }
    #expect(try check().isPassed)
  }

  @Test func `every changed, missing and additional file is found, and nothing else`() async throws {
    try await publish(Self.site)
    #expect(try check().isPassed)
    try folder.write("首 页", to: "public/index.html")
    try folder.remove("public/#1")
    try folder.write("", to: "public/notices/.hidden")
    try folder.write("x", to: "public/新/x")
    // Han in another Unicode form is another name.
    try folder.write("é", to: "public/e\u{301}")
    #expect(symlink("index.html", folder("public/link")) == 0)
    try folder.remove("public/a*b")
    #expect(symlink("back\\slash", folder("public/a*b")) == 0)
    #expect(
      try check()
        == ManifestCheck(
          changed: ["a*b", "index.html"], missing: ["#1"],
          unlisted: ["e\u{301}", "link", "notices/.hidden", "新/x"], count: Self.site.count + 1))
  }

  @Test func `lines that tell no file are found, and a folder without a manifest has none`() async throws {
    try await publish([page("a", "1")])
    let text = try folder.text("public/manifest.sha256")
    try folder.write("# \(text)\n\(text)x\n", to: "public/manifest.sha256")
    #expect(try check() == ManifestCheck(unreadable: [1, 6], count: 3))
    try folder.remove("public/manifest.sha256")
    #expect(try FolderDigests(folder("public")).manifestCheck() == nil)
    #expect(throws: DiskFault.self) { try FolderDigests(folder("nowhere")) }
  }

  @Test func `two copies differ where their files do, whatever their manifests say`() async throws {
    try await publish(Self.site)
    try FileManager.default.copyItem(atPath: folder("public"), toPath: folder("older"))
    #expect(try FolderDigests(folder("public")).changes(since: FolderDigests(folder("older"))).isEmpty)
    try await publish(Self.site.dropLast() + [page("new.html", "1")])
    try folder.write("changed", to: "public/a*b")
    let found = try FolderDigests(folder("public")).changes(since: FolderDigests(folder("older")))
    #expect(found.added == ["new.html"])
    #expect(found.changed == ["a*b"])
    #expect(found.removed == ["carriage\r"])
  }

  @Test(arguments: 0..<40) func `any one altered byte, file or name of a folder is found`(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let names = (0..<20).map { "d\($0 % 3)/\($0).html" }
    try await publish(names.map { page($0, String(repeating: "字", count: 50)) })
    let name = try #require(names.randomElement(using: &random))
    let path = "public/" + name
    var bytes = try folder.bytes(path)
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      let index = Int.random(in: bytes.indices, using: &random)
      bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try folder.write(bytes, to: path)
      #expect(try check() == ManifestCheck(changed: [name], count: 21))
    case 1:
      try folder.write(bytes.dropLast(Int.random(in: 1...150, using: &random)) + [], to: path)
      #expect(try check() == ManifestCheck(changed: [name], count: 21))
    case 2:
      try folder.remove(path)
      #expect(try check() == ManifestCheck(missing: [name], count: 21))
    default:
      try folder.write(bytes, to: path + "~")
      #expect(try check() == ManifestCheck(unlisted: [name + "~"], count: 21))
    }
  }
}
