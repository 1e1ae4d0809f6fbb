import ArgumentParser

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct BenchOptions: ParsableArguments {
  @Option(help: "How many notices the site has.")
  var notices = 10_000

  @Option(help: "The banbao to measure; by default the one beside this program.")
  var banbao: String?

  @Option(help: "Where the site is made; it is removed afterwards. /dev/shm leaves the disk out.")
  var lab = "/dev/shm"
}

/// A folder with a made-up site.
struct Lab {
  let folder: String
  let program: String

  init(_ options: BenchOptions) {
    let own = CommandLine.arguments[0]
    let beside = own.lastIndex(of: "/").map { String(own[..<$0]) } ?? "."
    program = options.banbao ?? beside + "/banbao"
    folder = "\(options.lab)/banbao-bench.\(getpid())"
    // With it a build keeps no cache.
    unsetenv("CI")
  }

  func remove() { _ = Result { try measure("/bin/rm", ["-rf", folder]) } }

  func writeSite(_ notices: Int) throws {
    for name in ["", "/content", "/content/notices", "/theme"] { makeFolder(folder + name) }
    try write("title: 院工会\nunion: 院工会\nbase_url: http://board.example/\n", to: "content/site.yaml")
    var corpus = Corpus(seed: 20_261_122)
    for number in 0..<notices { try write(corpus.notice(number), to: "content/notices/\(number).md") }
  }

  func makeFolder(_ path: String) { mkdir(path, 0o755) }

  func write(_ text: String, to path: String) throws {
    guard let file = fopen("\(folder)/\(path)", "w") else { throw SpawnFault(description: "cannot write \(path)") }
    defer { fclose(file) }
    guard fputs(text, file) >= 0 else { throw SpawnFault(description: "cannot write \(path)") }
  }
}

extension Lab {
  func read(_ path: String) throws -> String {
    guard let file = fopen("\(folder)/\(path)", "r") else { throw SpawnFault(description: "cannot read \(path)") }
    defer { fclose(file) }
    var text: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      if count == 0 { return String(decoding: text, as: UTF8.self) }
      text += piece[..<count]
    }
  }
}

/// A number with three decimals.
func fixed(_ number: Double) -> String {
  let thousandths = Int(number * 1000 + 0.5)
  return "\(thousandths / 1000).\(String(1000 + thousandths % 1000).dropFirst())"
}
