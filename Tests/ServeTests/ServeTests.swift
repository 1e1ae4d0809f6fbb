import BanbaoDiagnostics
import BanbaoHTML
import BanbaoPreview
import BanbaoSource
import Foundation
import TestSupport
import Testing

@testable import banbao

@Suite struct `The running preview` {
  /// One edit, and the events that an open tab gets for it.
  struct Edit {
    var path: String
    /// nil: the file is removed.
    var text: String?
    var events: [String]

    init(_ path: String, _ text: String?, _ events: String...) {
      (self.path, self.text, self.events) = (path, text, events)
    }
  }

  private let edits: [Edit] = {
    let notice = "content/notices/新.md"
    func text(_ words: String) -> String { "---\ntitle: \(words)\ndate: 2026-03-09\nkind: 通知\n---\n\n\(words)。\n" }
    let wrong = text("新").replacing("kind: 通知", with: "kind: 通<之>")
    let activity = "theme/templates/activity.mustache"
    return [
      Edit(notice, text("新"), "reload"), Edit(notice, text("新二"), "reload"), Edit(notice, wrong, "overlay"),
      Edit("theme/assets/site.css", "p { margin: 0 }\n", "overlay"), Edit(notice, text("新"), "reload"),
      Edit("theme/assets/site.css", "p { margin: 1px }\n", "css"),
      Edit("theme/assets/再.css", "i { color: red }\n", "css"),
      Edit("theme/assets/site.css", nil, "css"), Edit(activity, "<h1>{{title}}</h1>\n", "reload"),
      Edit(activity, "<h1>{{titel}}</h1>\n", "overlay"), Edit(activity, nil, "reload"),
      Edit("content/activities/图.gif", "GIF89a12122", "reload"), Edit("content/activities/图.gif", nil, "overlay"),
      Edit("content/activities/图.gif", "GIF89a12123", "reload"),
      Edit("content/site.yaml", "title: 新站\nunion: 工会\n", "reload"),
      Edit("content/pages/新/页.md", "---\ntitle: 页\ndate: 2026-01-01\nmenu: true\n---\n", "reload"),
      Edit("content/notices/定时.md", nil, "reload"), Edit("content/notices/置顶.md", wrong, "overlay"),
      Edit("content/notices/置顶.md", nil, "reload"), Edit(notice, nil, "reload"),
    ]
  }()

  @Test(arguments: [
    ("localhost", "http://127.0.0.1:8000/"), ("::", "http://127.0.0.1:8000/"), ("::1", "http://[::1]:8000/"),
    ("192.168.1.5", "http://192.168.1.5:8000/"),
  ])
  func `the address is printed as a browser takes it`(host: String, address: String) {
    #expect(PreviewReport(host: host, port: 8000, language: .chinese, isQuiet: true).address == address)
  }

  @Test func `each of twenty edits is told to an open tab, which then gets the page of a fresh build`() async throws {
    let folder = try TemporaryFolder(bytes: smallSite)
    let preview = try Program(["serve", "--port", "0", "--as-of", today.iso], in: folder.url)
    let port = try await preview.port()
    let tab = try Socket.connected(to: port)
    try tab.send("GET /-/events HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
    _ = try tab.take(through: "event: ready\n")
    var pages = try await published(folder)
    #expect(pages.count > 30)
    for (number, edit) in edits.enumerated() {
      if let text = edit.text {
        try folder.replace(Array(text.utf8), at: edit.path)
      } else {
        try folder.remove(edit.path)
      }
      for event in edit.events { #expect(try tab.take(through: "event: \(event)\n") != "", "edit \(number)") }
      let said = edit.events == ["overlay"] ? try await checked(folder) : nil
      if said == nil { pages = try await published(folder) }
      // On a busy machine one edit may be seen in two parts, the second of which is told a moment later.
      var faults = try differences(port, overlay: said, pages)
      for _ in 0..<3_000 where !faults.isEmpty {
        try await Task.sleep(for: .milliseconds(100))
        faults = try differences(port, overlay: said, pages)
      }
      #expect(faults == [], "edit \(number)")
      // Nothing else is told.
      let rest = try tab.waitingEvents()
      #expect(Set(rest).isSubset(of: Set(edit.events)) && rest.count <= 2, "edit \(number): \(rest)")
    }
    #expect(try preview.errors == "")
  }

  /// Where the preview is not what it should be: the overlay's text, nil for none, and every page.
  private func differences(_ port: Int, overlay: String?, _ pages: [String: [UInt8]]) throws -> [String] {
    var faults: [String] = []
    let shown = try Answer(port, "/-/overlay")
    if let overlay {
      if shown.status != 200 || shown.text.contains("<") || shown.body != HTML(escaping: overlay).bytes {
        faults.append("the overlay")
      }
    } else if shown.status != 204 {
      faults.append("an overlay that should be gone")
    }
    for (path, bytes) in pages {
      let answer = try Answer(port, "/" + percentEncoded(path: path))
      if answer.status != 200 || PreviewInjection.removed(from: answer.body) != bytes { faults.append(path) }
    }
    return faults
  }

  @Test func `Ctrl-C ends it, with nothing left in the folders and the port free`() async throws {
    let folder = try TemporaryFolder(bytes: smallSite)
    let before = try folder.files()
    var port = 0
    for _ in 1...2 {
      // The second takes the port that the first has left.
      let preview = try Program(["serve", "--port", "\(port)", "--as-of", today.iso], in: folder.url)
      port = try await preview.port()
      let tab = try Socket.connected(to: port)
      try tab.send("GET /-/events HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
      _ = try tab.take(through: "event: ready\n")
      kill(preview.processIdentifier, SIGINT)
      #expect([-SIGINT, 128 + SIGINT].contains(preview.end()))
      #expect(try preview.errors == "")
      #expect(throws: Socket.Failure.self) { try Socket.connected(to: port) }
    }
    #expect(try folder.files() == before)
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/fd"), "open files are not listed on this system"))
  func `connections never take the last file that may be open, at which the preview would be busy for ever`()
    async throws
  {
    let folder = try TemporaryFolder(bytes: smallSite)
    let program = "'\(Program.banbao.path(percentEncoded: false))'"
    let preview = try Program(
      ["-c", "ulimit -n 48; exec \(program) serve --port 0 --as-of \(today.iso)"], in: folder.url,
      of: URL(filePath: "/bin/bash"))
    let port = try await preview.port()
    let sockets = try (0..<60).map { _ in try Socket.connected(to: port) }
    // Those beyond the limit are closed, by which all have been taken.
    #expect(throws: (any Error).self) { _ = try sockets.last?.take(1) }
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(preview.processIdentifier)/fd").count
    #expect(open < 48, "\(sockets.count) connections")
  }

  @Test func `of equal faults in a file the terminal, the page and the desk tell fifty`() async throws {
    let folder = try TemporaryFolder(bytes: smallSite)
    let links = String(repeating: "[甲](javascript:1)\n\n", count: 60)
    try folder.write("---\ntitle: 甲\ndate: 2026-03-09\nkind: 通知\n---\n\n\(links)", to: "content/notices/新.md")
    let preview = try Program(["serve", "--port", "0", "--as-of", today.iso], in: folder.url)
    let port = try await preview.port()
    let said = try preview.output + preview.errors
    #expect(said.ranges(of: "[dangerous-url]").count == 50)
    #expect(try Answer(port, "/-/overlay").text.ranges(of: "[dangerous-url]").count == 50)
    // Each is a link to what it means.
    #expect(try Answer(port, "/-/desk.html").text.ranges(of: "explain.html#dangerous-url").count == 50)
  }

  @Test func `the terminal says which page an edit touched, and which fault it made`() async throws {
    let folder = try TemporaryFolder(bytes: smallSite)
    let preview = try Program(["serve", "--port", "0", "--as-of", today.iso], in: folder.url)
    let port = try await preview.port()
    let good = "---\ntitle: 新\ndate: 2026-03-09\nkind: 通知\n---\n\n正文。\n"
    try folder.replace(Array(good.utf8), at: "content/notices/新.md")
    try await preview.says("  http://127.0.0.1:\(port)/notices/%E6%96%B0.html\n")
    try folder.replace(Array(good.replacing("通知", with: "通只").utf8), at: "content/notices/新.md")
    try await preview.says("content/notices/新.md:4:7: error: ")
    let page = try Answer(port, "/-/explain.html")
    #expect(page.status == 200 && page.text.contains(#"<section id="unknown-choice">"#))
  }

  @Test func `on every address of the computer, each is printed, and another name is answered with the address`()
    async throws
  {
    let folder = try TemporaryFolder(bytes: smallSite)
    let preview = try Program(["serve", "--port", "0", "--host", "0.0.0.0", "--as-of", today.iso], in: folder.url)
    let port = try await preview.port()
    for address in networkAddresses() { try await preview.says("open http://\(address):\(port)/\n") }
    let wire = try Socket.connected(to: port)
    try wire.send("GET / HTTP/1.1\r\nHost: union-pc:\(port)\r\n\r\n")
    #expect(try wire.take(through: "\nThe preview does not go by this name: open http://127.0.0.1:\(port)/\n") != "")
  }

  @Test func `a port in use is 74, and the remedy names another`() throws {
    let folder = try TemporaryFolder(bytes: smallSite)
    let (taken, port) = try Socket.listening()
    let preview = try withExtendedLifetime(taken) {
      let preview = try Program(["serve", "--port", "\(port)", "--as-of", today.iso], in: folder.url)
      #expect(preview.end() == 74)
      return preview
    }
    #expect(try preview.output == "")
    let errors = try preview.errors
    #expect(errors.contains("port \(port) is in use"))
    #expect(errors.contains("banbao serve --port "))
  }

  @Test func `a content folder that does not exist is 74, and nothing listens`() throws {
    let folder = try TemporaryFolder()
    let preview = try Program(["serve", "--port", "0"], in: folder.url)
    #expect(preview.end() == 74)
    #expect(try preview.output == "")
    #expect(try preview.errors.contains("content"))
  }

  @Test func `a port that does not exist is wrong usage`() throws {
    let folder = try TemporaryFolder(bytes: smallSite)
    for port in ["65536", "-1", "x"] {
      #expect(try Program(["serve", "--port=\(port)"], in: folder.url).end() == 64)
    }
  }

  /// The pages that a build of the program makes.
  private func published(_ folder: TemporaryFolder) async throws -> [String: [UInt8]] {
    let output = try TemporaryFolder()
    let build = try Program(["build", "--drafts", "--as-of", today.iso, "--output", output("public")], in: folder.url)
    let errors = try build.errors
    try #require(build.end() == 0, "\(errors)")
    return try output.files("public").filter { $0.key.hasSuffix(".html") }
  }

  /// What the terminal says of the errors.
  private func checked(_ folder: TemporaryFolder) async throws -> String {
    let check = try Program(["check", "--drafts", "--as-of", today.iso], in: folder.url)
    #expect(check.end() == 1)
    let errors = try check.errors
    let paragraphs = errors.split(separator: "\n\n", omittingEmptySubsequences: true)
    return paragraphs.filter { $0.contains(": error: ") }.map { $0 + "\n" }.joined(separator: "\n")
  }
}
