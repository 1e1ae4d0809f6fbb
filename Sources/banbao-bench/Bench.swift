import ArgumentParser

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Measures the builder on a made-up site: a first build, a second one with nothing changed, and a check.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "banbao-bench",
    abstract: "Measures builds of a made-up site: the median of several runs.",
    discussion: "Build with -c release. Put --lab on memory-backed storage, such as /dev/shm, to leave the disk out.")

  @Option(help: "How many notices the site has.")
  var notices = 10_000

  @Option(help: "How often each build is run.")
  var runs = 5

  @Option(help: "The banbao to measure; by default the one beside this program.")
  var banbao: String?

  @Option(help: "A folder for the site; it is removed afterwards.")
  var lab = "/dev/shm"

  func run() throws {
    let program = banbao ?? parent(CommandLine.arguments[0]) + "/banbao"
    let folder = "\(lab)/banbao-bench.\(getpid())"
    defer { _ = Result { try measure("/bin/rm", ["-rf", folder]) } }
    try writeSite(folder)
    let build = ["build", "--content", folder + "/content", "--output", folder + "/public", "--as-of", "2030-01-01"]
    print("\(notices) notices, median of \(runs) runs")
    try report("first build", program, build) { _ = try measure("/bin/rm", ["-rf", folder + "/public"]) }
    try report("second build", program, build) {}
    try report("check", program, ["check"] + build[1...2] + build[5...6]) {}
  }

  private func report(
    _ name: String, _ program: String, _ arguments: [String], before: () throws -> Void
  ) throws {
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
      "\(name): \(fixed(median(\.wall))) s, processor \(fixed(cpu)) s (\(fixed(cpu * 1000 / Double(max(1, notices)))) ms a notice), "
        + "memory \(Int(median { Double($0.peak) }) / 1024) MB")
  }

  private func fixed(_ number: Double) -> String {
    let thousandths = Int(number * 1000 + 0.5)
    return "\(thousandths / 1000).\(String(1000 + thousandths % 1000).dropFirst())"
  }

  private func writeSite(_ folder: String) throws {
    for name in ["", "/content", "/content/notices"] { mkdir(folder + name, 0o755) }
    try write("title: 院工会\nunion: 院工会\nbase_url: http://board.example/\n", to: folder + "/content/site.yaml")
    var corpus = Corpus(seed: 20_261_122)
    for number in 0..<notices { try write(corpus.notice(number), to: folder + "/content/notices/\(number).md") }
  }

  private func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw SpawnFault(description: "cannot write \(path)") }
    defer { fclose(file) }
    guard fputs(text, file) >= 0 else { throw SpawnFault(description: "cannot write \(path)") }
  }

  private func parent(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}
