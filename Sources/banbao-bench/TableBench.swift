import ArgumentParser

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The table of the README: every figure from one run, beside Hugo where it is installed.
struct TableBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table", abstract: "Prints the README's table of speeds, beside Hugo where it is installed.")

  @OptionGroup var site: BenchOptions

  @Option(help: "How often each build is run; the median counts.")
  var runs = 5

  @Option(help: "How many lines the ledger has.")
  var lines = 200_000

  @Option(help: "The port of the preview.")
  var port = 18_999

  func run() throws {
    print("| what | time | processor | memory |\n|---|--:|--:|--:|")
    try inLab { lab in
      for (name, median) in try lab.measureBuilds(of: site.notices, runs: runs) {
        row("\(name), \(site.notices) notices", median)
      }
      if let hugo = try lab.measureHugo(runs: runs) { row("Hugo, the same notices, without checks and search", hugo) }
    }
    for notices in [1000, site.notices] {
      for kind in Edit.allCases {
        try inLab { lab in
          let edits = try lab.measureEdits(kind, of: notices, edits: 40, port: port)
          print(
            "| preview, \(kind.rawValue) in \(notices) notices | \(fixed(edits.median)) s | | \(edits.memory) MB |")
        }
      }
    }
    try inLab { lab in
      for (name, median) in try lab.measureBooks(of: lines, runs: runs) {
        row("\(name), a ledger of \(lines) lines", median)
      }
    }
  }

  private func inLab(_ work: (Lab) throws -> Void) throws {
    let lab = Lab(site)
    defer { lab.remove() }
    try work(lab)
  }

  private func row(_ name: String, _ median: Median) {
    print("| \(name) | \(fixed(median.wall)) s | \(fixed(median.processor)) s | \(median.memory) MB |")
  }
}

extension Lab {
  /// Hugo over the notices that were written, with a page each, lists, tags and a feed; nil where it is not installed.
  func measureHugo(runs: Int) throws -> Median? {
    let hugo = ["-c", "cd \(folder) && exec hugo --quiet --destination \(folder)/hugo-public"]
    guard try measure("/bin/sh", ["-c", "command -v hugo"]).status == 0 else { return nil }
    for name in ["/layouts", "/layouts/_default"] { makeFolder(folder + name) }
    try write("baseURL = 'http://board.example/'\ntitle = '院工会'\n[taxonomies]\ntag = 'tags'\n", to: "hugo.toml")
    try write(
      """
      <!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
      <body><h1>{{ .Title }}</h1>{{ block "main" . }}{{ end }}</body></html>

      """, to: "layouts/_default/baseof.html")
    try write(
      """
      {{ define "main" }}<p>{{ .Date.Format "2006-01-02" }}</p>{{ .Content }}{{ range .GetTerms "tags" }}\
      <a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}

      """, to: "layouts/_default/single.html")
    try write(
      """
      {{ define "main" }}{{ range (.Paginate .Pages 20).Pages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a> \
      {{ .Summary }}</p>{{ end }}{{ template "_internal/pagination.html" . }}{{ end }}

      """, to: "layouts/_default/list.html")
    return Median(
      try (0..<max(1, runs)).map { _ in
        _ = try measure("/bin/rm", ["-rf", folder + "/hugo-public"])
        let one = try measure("/bin/sh", hugo)
        guard one.status == 0 else { throw SpawnFault(description: "Hugo failed with status \(one.status >> 8)") }
        return one
      })
  }
}
