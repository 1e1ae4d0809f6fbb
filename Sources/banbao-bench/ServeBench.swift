import ArgumentParser

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// From the write of a notice to the new page in a browser's hands: the event of the preview, then the page itself.
struct ServeBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Measures the preview: from the write of a notice to the browser's new page.")

  @OptionGroup var site: BenchOptions

  @Option(help: "How many edits are measured.")
  var edits = 40

  @Option(help: "The port to serve at.")
  var port = 18_999

  func run() throws {
    for kind in Edit.allCases {
      let lab = Lab(site)
      defer { lab.remove() }
      let edits = try lab.measureEdits(kind, of: site.notices, edits: edits, port: port)
      print(
        "serve, \(kind.rawValue) in \(site.notices) notices, \(self.edits) edits: "
          + "median \(fixed(edits.median * 1000)) ms, slowest \(fixed(edits.slowest * 1000)) ms, "
          + "memory \(edits.memory) MB")
    }
  }
}

/// What an author changes of a notice.
enum Edit: String, CaseIterable {
  /// A paragraph is added at the end of its text.
  case text = "a text"
  /// The title, which stands on other pages too.
  case title = "a title"

  /// The notice with something in it that it did not have.
  func applied(to notice: String, _ token: String) -> String {
    switch self {
    case .text: notice + "\n\(token)\n"
    case .title:
      notice.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.hasPrefix("title: ") ? $0 + token : $0
      }.joined(separator: "\n")
    }
  }
}

extension Lab {
  /// From the write of a notice to its new page, in seconds, and the preview's memory afterwards, in MB.
  func measureEdits(
    _ kind: Edit, of notices: Int, edits: Int, port: Int
  ) throws -> (median: Double, slowest: Double, memory: Int) {
    try writeSite(notices)
    let child = try start(
      program,
      ["serve", "--content", folder + "/content", "--theme", folder + "/theme", "--port", "\(port)", "--quiet"])
    defer {
      // A shell that runs this in the background has its children ignore SIGINT.
      kill(child, SIGTERM)
      var status: Int32 = 0
      waitpid(child, &status, 0)
    }
    var events = try connect(port)
    try events.get("/-/events")
    try events.wait(for: "event: ready")
    var all: [Double] = []
    for edit in 0..<max(1, edits) {
      let number = edit * 7919 % max(1, notices)
      let token = "改动第\(edit)号"
      let text = kind.applied(to: try read("content/notices/\(number).md"), token)
      let began = seconds()
      try write(text, to: "content/notices/\(number).md")
      try events.wait(for: "event: reload")
      var page = try Client(port: port)
      try page.get("/notices/\(number).html")
      try page.wait(for: token)
      all.append(seconds() - began)
      // Nobody saves again at once, and what the last edit left to be freed is no part of the next.
      usleep(200_000)
    }
    all.sort()
    return (all[all.count / 2], all.last ?? 0, memory(of: child))
  }

  /// The preview needs a moment to read the site.
  private func connect(_ port: Int) throws -> Client {
    for _ in 0..<600 {
      do {
        return try Client(port: port)
      } catch is SpawnFault {
        usleep(50_000)
      }
    }
    return try Client(port: port)
  }

  /// Resident memory in MB, as the kernel counts it; 0 where it does not tell.
  private func memory(of process: pid_t) -> Int {
    guard let file = fopen("/proc/\(process)/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
    let fields = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }.split(separator: UInt8(ascii: " "))
    guard fields.count > 1, let pages = Int(String(decoding: fields[1], as: UTF8.self)) else { return 0 }
    return pages * sysconf(Int32(_SC_PAGESIZE)) / (1 << 20)
  }
}
