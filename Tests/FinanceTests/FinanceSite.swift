import BanbaoDiagnostics
import BanbaoDisk
import BanbaoKinds
import BanbaoSource
import BanbaoTheme
import CIconv
import Testing

@testable import BanbaoSite

/// A site with books, compiled, and what a reader would get of it.
struct FinanceSite: Sendable {
  let compilation: Compilation

  var plan: SitePlan { compilation.plan }
  var diagnostics: [Diagnostic] { compilation.diagnostics }
  var codes: [String] { diagnostics.map(\.code) }

  /// `PATH:LINE:COLUMN: MESSAGE [CODE]` of each diagnostic.
  var said: [String] {
    diagnostics.map { "\($0.place.path):\($0.place.line):\($0.place.column): \($0.message.zh) [\($0.code)]" }
  }

  /// - Parameter files: under `content/`; `site.yaml` is added.
  init(_ files: [String: [UInt8]], today: String = "2026-11-22") async throws {
    let all = files.merging(["site.yaml": Array("title: 板报\nunion: 某医院工会\n".utf8)]) { own, _ in own }
    compilation = try await compile(
      SiteInput(
        content: SourceTree(label: "content", texts: all), theme: theme, today: try Day(reading: today), tasks: 1),
      as: Kinds.model, reusing: try await warm.value)
  }

  init(_ files: [String: String], today: String = "2026-11-22") async throws {
    try await self.init(files.mapValues { Array($0.utf8) }, today: today)
  }

  func html(_ path: String) throws -> String {
    var bytes: [UInt8] = []
    plan.render(try #require(plan.pages.first { $0.path == path }, "no page \(path)"), into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  func view(_ path: String) throws -> View {
    plan.view(try #require(plan.pages.first { $0.path == path }, "no page \(path)"))
  }

  func file(_ path: String) throws -> [UInt8] {
    try #require(plan.machineFiles.first { $0.path == path }, "no file \(path)").bytes()
  }

  /// The rows of a sheet's table, without its head: number, name, budget, amount.
  func sheet(_ path: String) throws -> [[String]] {
    let text = String(decoding: try file(path).dropFirst(3), as: UTF8.self)
    return text.split(separator: "\r\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    }
  }

  /// Every page and made file, by path.
  var outputs: [String: [UInt8]] {
    var outputs: [String: [UInt8]] = [:]
    for page in plan.pages {
      var bytes: [UInt8] = []
      plan.render(page, into: &bytes)
      outputs[page.path] = bytes
    }
    for file in plan.machineFiles { outputs[file.path] = file.bytes() }
    return outputs
  }
}

private let theme = embeddedTheme()

/// The theme, read once for all tests.
private let warm = Task {
  try await compile(
    SiteInput(
      content: SourceTree(label: "content", texts: ["site.yaml": Array("title: 板报\nunion: 某医院工会\n".utf8)]),
      theme: theme, today: Day(serial: 0), tasks: 1), as: Kinds.model
  ).memo
}

extension View {
  /// The views of a list of this view; none where the name is something else.
  func list(_ name: String) -> [View] {
    if case .list(let views)? = self[name] { return views }
    return []
  }

  func text(_ name: String) -> String {
    if case .text(let text)? = self[name] { return text }
    return ""
  }
}

/// A text in GB18030, as Excel of a Chinese Windows saves it.
func gb18030(_ text: String) throws -> [UInt8] {
  let converter = iconv_open("GB18030", "UTF-8")
  try #require(Int(bitPattern: converter) != -1)
  defer { iconv_close(converter) }
  var source = Array(text.utf8)
  let capacity = source.count * 2 + 16
  return [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
    source.withUnsafeMutableBytes { input in
      output.withMemoryRebound(to: CChar.self) { output in
        var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = input.count
        var to = output.baseAddress
        var room = capacity
        _ = iconv(converter, &from, &left, &to, &room)
        count = capacity - room
      }
    }
  }
}
