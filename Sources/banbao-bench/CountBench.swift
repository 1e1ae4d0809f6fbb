import ArgumentParser

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The instructions of fixed work, which no other work of the machine changes, held against those that the catalogue keeps.
struct CountBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Counts the instructions of fixed builds, and says where they are others than the catalogue keeps.",
    discussion: "Needs valgrind. Ends with 1 where a count is more than 3 % above or below the one that is kept.")

  @OptionGroup var site: BenchOptions

  @Option(help: "The page of the catalogue that keeps the counts.")
  var kept = "Sources/banbao/Documentation.docc/Benchmarks.md"

  /// Percent.
  private static let change = 3.0

  func run() throws {
    guard try measure("/bin/sh", ["-c", "command -v valgrind"]).status == 0 else {
      throw SpawnFault(description: "valgrind is not installed: apt-get install valgrind")
    }
    let lab = Lab(site)
    defer { lab.remove() }
    let earlier = try keptCounts()
    var isOther = false
    for (name, count) in try lab.counts() {
      var line = "| \(name) | \(count) |"
      if let before = earlier[name], before > 0 {
        let percent = Double(count - before) * 100 / Double(before)
        line += " was \(before): \(percent < 0 ? "" : "+")\(fixed(percent)) %"
        if abs(percent) > CountBench.change {
          isOther = true
          line += ", more than 3 %: mend it, or keep the new count in \(kept)"
        }
      } else {
        line += " is not kept yet"
      }
      print(line)
    }
    if isOther { throw ExitCode.failure }
  }

  /// The rows `| name | 123 |` of the page, in millions.
  private func keptCounts() throws -> [String: Int] {
    guard let file = fopen(kept, "r") else { throw SpawnFault(description: "cannot read \(kept)") }
    defer { fclose(file) }
    var counts: [String: Int] = [:]
    var buffer = [CChar](repeating: 0, count: 4096)
    while fgets(&buffer, Int32(buffer.count), file) != nil {
      let line = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let cells = line.split(separator: "|").map { $0.drop { $0 == " " } }
      guard cells.count >= 2, let count = Int(cells[1].filter { $0 != " " && $0 != "\n" }) else { continue }
      var name = String(cells[0])
      while name.hasSuffix(" ") { name.removeLast() }
      counts[name] = count
    }
    return counts
  }
}

extension Lab {
  /// The instructions of each fixed work, in millions.
  fileprivate func counts() throws -> [(name: String, count: Int)] {
    // Without what describes its source, which valgrind reads slowly.
    let stripped = folder + "/banbao"
    try writeSite(500)
    guard try measure("/bin/sh", ["-c", "strip -g -o \(stripped) \(program)"]).status == 0 else {
      throw SpawnFault(description: "strip failed on \(program)")
    }
    setenv("CI", "1", 1)
    defer { unsetenv("CI") }
    let notices = try count(stripped, building(on: "2030-01-01") + ["--jobs", "1"])
    let check = try count(stripped, ["check"] + reading(on: "2030-01-01") + ["--jobs", "1"])
    try write("title: 院工会\nunion: 院工会\n", to: "content/site.yaml")
    _ = try measure("/bin/rm", ["-rf", folder + "/content/notices"])
    try writeBooks(5000)
    let books = try count(stripped, building(on: "2026-03-01") + ["--jobs", "1"])
    return [
      ("instructions: build of 500 notices", notices), ("instructions: check of 500 notices", check),
      ("instructions: build of a ledger of 5,000 lines", books),
    ]
  }

  private func count(_ program: String, _ arguments: [String]) throws -> Int {
    let out = folder + "/counts"
    let one = try measure(
      "/usr/bin/env",
      ["valgrind", "--tool=callgrind", "--callgrind-out-file=\(out)", "--log-file=\(folder)/log", program] + arguments)
    guard one.status == 0 else { throw SpawnFault(description: "\(arguments[0]) failed under valgrind") }
    guard let file = fopen(out, "r") else { throw SpawnFault(description: "valgrind wrote no counts") }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 65_536)
    while fgets(&buffer, Int32(buffer.count), file) != nil {
      let line = String(decoding: buffer.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if line.hasPrefix("summary: "), let count = Int(line.dropFirst(9)) { return count / 1_000_000 }
      if line.hasPrefix("totals: "), let count = Int(line.dropFirst(8)) { return count / 1_000_000 }
    }
    throw SpawnFault(description: "valgrind wrote no total")
  }
}
