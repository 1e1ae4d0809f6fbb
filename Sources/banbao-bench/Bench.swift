import ArgumentParser

@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "banbao-bench", abstract: "Measures banbao on a made-up site. Build with -c release.",
    subcommands: [BuildBench.self, LedgerBench.self, ServeBench.self], defaultSubcommand: BuildBench.self)
}

/// A first build, a second one with nothing changed, and a check.
struct BuildBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Measures builds: the median of several runs.")

  @OptionGroup var site: BenchOptions

  @Option(help: "How often each build is run.")
  var runs = 5

  func run() throws {
    let lab = Lab(site)
    defer { lab.remove() }
    try lab.writeSite(site.notices)
    let inputs = ["--content", lab.folder + "/content", "--theme", lab.folder + "/theme", "--as-of", "2030-01-01"]
    let build = ["build", "--output", lab.folder + "/public"] + inputs
    print("\(site.notices) notices, median of \(runs) runs")
    try report("first build", lab.program, build) { _ = try measure("/bin/rm", ["-rf", lab.folder + "/public"]) }
    try report("second build", lab.program, build) {}
    try report("check", lab.program, ["check"] + inputs) {}
  }

  private func report(_ name: String, _ program: String, _ arguments: [String], before: () throws -> Void) throws {
    var all: [Measurement] = []
    for _ in 0..<max(1, runs) {
      try before()
      let one = try measure(program, arguments)
      guard one.status == 0 else { throw SpawnFault(description: "\(name) failed with status \(one.status >> 8)") }
      all.append(one)
    }
    func median(_ value: (Measurement) -> Double) -> Double { all.map(value).sorted()[all.count / 2] }
    let cpu = median { $0.user + $0.system }
    print(
      "\(name): \(fixed(median(\.wall))) s, processor \(fixed(cpu)) s "
        + "(\(fixed(cpu * 1000 / Double(max(1, site.notices)))) ms a notice), "
        + "memory \(Int(median { Double($0.peak) }) / 1024) MB")
  }
}
