import BanbaoDiagnostics
import BanbaoDisk
import BanbaoSite
import BanbaoSource
import Foundation
import TestSupport
import Testing

@testable import banbao

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the last build left changes how soon the next one is done, and never what it publishes or says.
@Suite struct `The last build` {
  /// Between two builds anything may happen to the site, to what is published, and to the cache.
  @Test(arguments: runsAllSeeds ? 0..<10_000 : 0..<8)
  func `after whatever happened a build by the last one equals one without it`(seed: Int) async throws {
    var trial = try Trial(seed: seed)
    _ = try await trial.build()
    for _ in 0..<12 {
      let happened = try trial.change()
      _ = try await trial.build(mayBeKilled: true)
      try #require(try trial.isPublished(), "\(happened)")
    }
    // Three builds with nothing in between: the last one at least has nothing to do.
    for number in 1...3 {
      usleep(20_000)
      let isDone = try await trial.build()
      #expect(isDone || number < 3)
      #expect(try trial.isPublished())
    }
  }

  @Test(arguments: ["text", "json"])
  func `a build without changes says what the first said, and touches nothing`(format: String) throws {
    let site = try TemporaryFolder(goodSite)
    try site.write(warnedNotice, to: "content/notices/d.md")
    let build = ["build", "--as-of", "2026-02-20", "--format", format]
    let first = try site.run(build)
    let times = try site.times("public")
    #expect(first.status == 0 && site.exists(".banbao-cache/build"))
    for arguments in [build, build + ["--no-cache"]] {
      let again = try site.run(arguments)
      #expect(again.status == 0)
      #expect(uncounted(again.output) == uncounted(first.output))
      #expect(uncounted(again.errors) == uncounted(first.errors))
      #expect((again.output + again.errors).contains(" 0 written, \(times.count - 1) unchanged, 0 removed"))
    }
    #expect(try site.times("public") == times)
  }

  /// Without what the last line counts of one run.
  private func uncounted(_ text: String) -> String {
    text.replacing(/\d+ written, \d+ unchanged/, with: "").replacing(/\d+\.\d\d s/, with: "")
  }

  @Test func `a check by what a build left says what one without it says, and leaves the cache as it is`() throws {
    let site = try TemporaryFolder(goodSite)
    try site.write(warnedNotice, to: "content/notices/d.md")
    let check = ["check", "--as-of", "2026-02-20", "--format", "json"]
    let first = try site.run(check)
    #expect(!site.exists(".banbao-cache"))
    #expect(try site.run("build", "--as-of", "2026-02-20").status == 0)
    let kept = try site.files(".banbao-cache")
    let again = try site.run(check)
    #expect(again.status == first.status && again.output == first.output)
    #expect(try site.files(".banbao-cache") == kept)
  }

  @Test func `--no-cache and continuous integration leave no cache`() throws {
    let site = try TemporaryFolder(goodSite)
    #expect(try site.run("build", "--no-cache").status == 0)
    #expect(try site.run(["build"], environment: ["BANBAO_LANG": "en", "CI": "true"]).status == 0)
    #expect(!site.exists(".banbao-cache"))
  }

  @Test func `the cache is this account's alone, hidden from git, and no record of a draft's text`() throws {
    let site = try TemporaryFolder(goodSite)
    try site.write("---\ntitle: 草稿\ndate: 2026-02-11\nkind: 通知\ndraft: true\n---\n\n不可外传\n", to: "content/notices/b.md")
    #expect(try site.run("build").status == 0)
    var status = stat()
    #expect(lstat(site(".banbao-cache"), &status) == 0 && status.st_mode & 0o777 == 0o700)
    #expect(try site.text(".banbao-cache/.gitignore") == "*\n")
    let paths = try site.paths(below: ".banbao-cache").filter { !$0.hasSuffix(".gitignore") }
    #expect(paths.count == 1 + DocumentCache.groupCount)
    for path in paths {
      #expect(lstat(site(".banbao-cache/" + path), &status) == 0 && status.st_mode & 0o777 == 0o600)
      #expect(try !site.bytes(".banbao-cache/" + path).contains(Array("不可外传".utf8)))
    }
  }

  @Test func `what was kept and is not whole any more is as if it were not there`() async throws {
    let site = try TemporaryFolder()
    let cache = CacheFolder(beside: site("content"))
    let bytes = Array("板报".utf8)
    #expect(cache.bytes("a") == nil)
    await cache.keep(bytes, as: "a")
    #expect(cache.bytes("a") == bytes)
    let whole = try site.bytes(".banbao-cache/a")
    for index in whole.indices {
      var damaged = whole
      damaged[index] ^= 1
      try site.write(damaged, to: ".banbao-cache/a")
      #expect(cache.bytes("a") == nil)
      try site.write(Array(whole[..<index]), to: ".banbao-cache/a")
      #expect(cache.bytes("a") == nil)
    }
    try site.write(whole, to: ".banbao-cache/a")
    #expect(cache.bytes("a") == bytes)
    chmod(site(".banbao-cache"), 0o755)
    #expect(cache.bytes("a") == nil)
    await cache.keep(bytes, as: "a")
    #expect(cache.bytes("a") == bytes)
    rename(site(".banbao-cache/a"), site("b"))
    symlink(site("b"), site(".banbao-cache/a"))
    #expect(cache.bytes("a") == nil)
  }

  @Test func `texts in a row are read as they were written, and nothing else is`() {
    let texts = ["", "1:", "板报\n", "\0"]
    let bytes = CacheText.bytes(texts)
    #expect(CacheText.texts(bytes) == texts)
    for length in 1..<bytes.count { #expect(CacheText.texts(Array(bytes.prefix(length))) != texts) }
    for wrong in ["x:a\n", "-1:\n", "9223372036854775807:a\n", "2:a\n", ":"] {
      #expect(CacheText.texts(Array(wrong.utf8)) == nil)
    }
  }
}

/// A site whose pages are its files with the day, the options and the theme on them.
private struct Trial {
  private let folder: TemporaryFolder
  private var random: SplitMix64
  private var request = SiteRequest()
  private var root = "a"
  private var clock = 0

  init(seed: Int) throws {
    random = SplitMix64(seed: UInt64(seed))
    folder = try TemporaryFolder()
    for path in ["content/site.yaml", "content/1.md", "content/n/2.md", "theme/site.css"] {
      try folder.write("title: 0\n", to: "a/\(path)")
    }
    request.asOf = Day(serial: 20_000)
    settle()
  }

  private mutating func settle() {
    request.folders = SiteFolders(content: at("content"), theme: at("theme"))
  }

  private func at(_ name: String) -> String { folder("\(root)/\(name)") }

  /// Does something, and says what.
  mutating func change() throws -> String {
    // Files that were changed in this tick of their clock are not believed; both ways are to be taken.
    let pause = random.oneIn(3) ? 0 : UInt32(random.below(12_000))
    defer { usleep(pause) }
    let choice = random.below(20)
    let inputs = ["content/1.md", "content/n/2.md", "content/new.md", "theme/site.css", "content/site.yaml"]
    let outputs = ["public/1.md", "public/n/2.md", "public/extra", "public/.banbao", "public/manifest.sha256"]
    let (input, output) = (random.pick(inputs), random.pick(outputs))
    switch choice {
    case 0...3: try write(input)
    case 4: try write(output)
    case 5: try alter(input)
    case 6: try alter(output)
    case 7: setTime(input, to: Int(random.below(4_000_000_000)))
    case 8: setTime(output, to: Int(random.below(4_000_000_000)))
    case 9: rename(at(input), at(random.pick(["content/1.md", "content/n/3.md", "content/new.md"])))
    case 10: rename(at("public/1.md"), at("public/n/2.md"))
    case 11: unlink(at(random.pick(["public/1.md", "public/manifest.sha256", "content/new.md", "content/n/2.md"])))
    case 12: mkdir(at(random.pick(["public/empty", "content/empty"])), 0o755)
    case 13: symlink("1.md", at(random.pick(["public/link", "content/link.md"])))
    case 14:
      request.showsDrafts.toggle()
      return "another option"
    case 15:
      request.asOf = Day(serial: 20_000 + random.below(3))
      return "another day"
    case 16: try moveAway()
    case 17: try damage()
    case 18:
      // As a build that was killed leaves it.
      mkdir(at(".public.banbao-new"), 0o755)
      try folder.write("", to: "\(root)/.public.banbao-new/.banbao")
    default: return "nothing"
    }
    return "\(choice) \(input) \(output)"
  }

  private mutating func write(_ name: String) throws {
    clock += 1
    // Often of the size it had.
    let text = "title: \(clock % 10)\n" + (random.oneIn(4) ? "#\n" : "")
    if random.oneIn(3) { unlink(at(name)) }
    try folder.write(text, to: "\(root)/\(name)")
  }

  /// Another content of the same size and the same time of writing, in the same file.
  private func alter(_ name: String) throws {
    var before = stat()
    guard lstat(at(name), &before) == 0, before.st_mode & S_IFMT == S_IFREG, before.st_size > 0 else { return }
    var bytes = try folder.bytes("\(root)/\(name)")
    bytes[bytes.count - 1] ^= 1
    try folder.write(bytes, to: "\(root)/\(name)")
    setTime(name, to: before.st_mtim.tv_sec, before.st_mtim.tv_nsec)
  }

  private func setTime(_ name: String, to seconds: Int, _ nanoseconds: Int = 0) {
    let time = timespec(tv_sec: seconds, tv_nsec: nanoseconds)
    utimensat(AT_FDCWD, at(name), [time, time], 0)
  }

  /// Moves the whole site, or copies it as archives do.
  private mutating func moveAway() throws {
    let other = root == "a" ? "b" : "a"
    if folder.exists(other) { try folder.remove(other) }
    if random.oneIn(2) {
      rename(folder(root), folder(other))
    } else {
      try FileManager.default.copyItem(atPath: folder(root), toPath: folder(other))
    }
    root = other
    settle()
  }

  private mutating func damage() throws {
    let name = "\(root)/.banbao-cache/build"
    guard folder.exists(name) else { return }
    var bytes = try folder.bytes(name)
    switch random.below(5) {
    case 0: bytes = Array(bytes.prefix(random.below(bytes.count)))
    case 1: bytes[random.below(bytes.count)] ^= 1
    case 2: bytes += [0]
    case 3: chmod(folder(name), 0o644)
    default: chmod(at(".banbao-cache"), 0o777)
    }
    try folder.write(bytes, to: name)
  }

  private func inputs() throws -> Inputs { try Inputs(request.folders, asOf: request.asOf) }

  /// The pages of a build without a cache.
  private func pages(_ inputs: Inputs) throws -> [String: [UInt8]] {
    let style = try inputs.theme.files.first { $0.path == "site.css" }.map { try inputs.theme.read($0) } ?? []
    let head = Array("\(inputs.today.serial) \(request.showsDrafts)\n".utf8) + style
    return Dictionary(
      uniqueKeysWithValues: try inputs.content.files.map { ($0.path, head + (try inputs.content.read($0))) })
  }

  private func said(_ inputs: Inputs) -> Said {
    Said(
      diagnostics: inputs.content.files.count % 2 == 0 ? nil : "\(inputs.content.files.map(\.path))",
      lines: inputs.content.files.map(\.path), tally: Tally(pages: inputs.content.files.count), language: .english)
  }

  /// Builds as the program does.
  ///
  /// - Returns: whether there was nothing to do.
  mutating func build(mayBeKilled: Bool = false) async throws -> Bool {
    let inputs = try inputs()
    let cache = LastBuildCache(request, inputs, output: at("public"), isDurable: false)
    let said = said(inputs)
    if let last = cache?.last() {
      #expect(last.said == said)
      return true
    }
    let outputs = try pages(inputs).map { page in
      OutputFile(path: page.key, content: .page { $0 += page.value })
    }
    let report = try await publish(
      outputs, to: at("public"), protected: request.folders.all, hasManifest: true, tasks: 1, givesState: cache != nil)
    // One that is killed right after it published keeps nothing.
    if !mayBeKilled || !random.oneIn(8) { await cache?.keep(report, said) }
    return false
  }

  /// Whether what stands published is what a build without a cache publishes, and nothing else is there.
  func isPublished() throws -> Bool {
    var files = try folder.files("\(root)/public")
    let manifest = Manifest.read(files.removeValue(forKey: Manifest.fileName) ?? []).manifest
    let isListed = manifest == Manifest(files.map { Manifest.Line(path: $0.key, digest: Digest(of: $0.value)) })
    let isMarked = files.removeValue(forKey: ".banbao")?.starts(with: "banbao 发布的文件夹".utf8) ?? false
    return try isListed && isMarked && files == pages(inputs()) && !folder.exists("\(root)/public/empty")
      && !folder.exists("\(root)/public/link") && !folder.exists("\(root)/.public.banbao-new")
  }
}
