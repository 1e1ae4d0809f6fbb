import ArgumentParser

@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "banbao-bench", abstract: "Measures banbao on a made-up site. Build with -c release.",
    subcommands: [BuildBench.self, LedgerBench.self, ServeBench.self, TableBench.self, CountBench.self],
    defaultSubcommand: BuildBench.self)
}

/// A first build, one with nothing changed, one with one notice changed, and a check.
struct BuildBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Measures builds: the median of several runs.")

  @OptionGroup var site: BenchOptions

  @Option(help: "How often each build is run.")
  var runs = 5

  func run() throws {
    let lab = Lab(site)
    defer { lab.remove() }
    print("\(site.notices) notices, median of \(runs) runs")
    for (name, median) in try lab.measureBuilds(of: site.notices, runs: runs) {
      print(
        "\(name): \(median.described), \(fixed(median.processor * 1000 / Double(max(1, site.notices)))) ms a notice")
    }
  }
}

extension Lab {
  /// The options of a command on the site that was written, with the theme that the program carries.
  func reading(on day: String) -> [String] {
    ["--content", folder + "/content", "--theme", folder + "/theme", "--as-of", day]
  }

  /// The options of a build of it.
  func building(on day: String) -> [String] { ["build", "--output", folder + "/public"] + reading(on: day) }

  /// What the builds of a site of notices take, each with its name.
  func measureBuilds(of notices: Int, runs: Int) throws -> [(name: String, median: Median)] {
    try writeSite(notices)
    let build = building(on: "2030-01-01")
    var corpus = Corpus(seed: 11)
    var edit = 0
    return [
      ("first build", try median("first build", build, runs: runs) { try forgetBuild() }),
      ("nothing changed", try median("nothing changed", build, runs: runs) {}),
      (
        "one notice changed",
        try median("one notice changed", build, runs: runs) {
          edit += 1
          let number = edit * 7919 % max(1, notices)
          try write(corpus.notice(number), to: "content/notices/\(number).md")
        }
      ),
      (
        "check",
        try median("check", ["check"] + reading(on: "2030-01-01"), runs: runs) {}
      ),
    ]
  }

  /// Takes away what an earlier build left: the site, and what the next build would know of it.
  func forgetBuild() throws {
    _ = try measure(
      "/bin/rm", ["-rf", folder + "/public", folder + "/.banbao-cache", folder + "/content/.banbao-cache"])
  }

  /// The median of several runs of the program.
  func median(_ name: String, _ arguments: [String], runs: Int, before: () throws -> Void) throws -> Median {
    Median(
      try (0..<max(1, runs)).map { _ in
        try before()
        let one = try measure(program, arguments)
        guard one.status == 0 else { throw SpawnFault(description: "\(name) failed with status \(one.status >> 8)") }
        return one
      })
  }
}

/// What is in the middle of several measurements, each figure by itself.
struct Median {
  /// Seconds on the clock.
  let wall: Double
  /// Seconds of processor time.
  let processor: Double
  /// In MB.
  let memory: Int

  init(_ all: [Measurement]) {
    func middle(_ value: (Measurement) -> Double) -> Double { all.map(value).sorted()[all.count / 2] }
    wall = middle(\.wall)
    processor = middle { $0.user + $0.system }
    memory = Int(middle { Double($0.peak) }) / 1024
  }

  var described: String { "\(fixed(wall)) s, processor \(fixed(processor)) s, memory \(memory) MB" }
}
