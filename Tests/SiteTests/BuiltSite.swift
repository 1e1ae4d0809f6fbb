import BanbaoDiagnostics
import BanbaoDisk
import BanbaoHTML
import BanbaoKinds
import BanbaoSource
import BanbaoTheme
import Testing

@testable import BanbaoSite

/// A site compiled from texts with the default theme, and what a reader would get of it.
struct BuiltSite: Sendable {
  let compilation: Compilation
  let content: SourceTree

  var plan: SitePlan { compilation.plan }
  var diagnostics: [Diagnostic] { compilation.diagnostics }
  var codes: [String] { diagnostics.map(\.code) }
  var pagePaths: [String] { plan.pages.map(\.path) }

  /// - Parameters:
  ///   - files: under `content/`; `site.yaml` may be left out.
  ///   - settings: lines added to `site.yaml`.
  init(
    _ files: [String: String], today: Day = "2026-11-22", settings: String = "",
    showsDrafts: Bool = false,
    model: SiteModel = Kinds.model, theme: SourceTree = embeddedTheme(), tasks: Int = 1
  ) async throws {
    content = SourceTree(
      label: "content", texts: Self.settings(files, settings).mapValues { Array($0.utf8) })
    compilation = try await compile(
      SiteInput(
        content: content, theme: theme, today: today, showsDrafts: showsDrafts, tasks: tasks),
      as: model)
  }

  /// The files with a `site.yaml` among them.
  static func settings(_ files: [String: String], _ lines: String) -> [String: String] {
    files.merging(["site.yaml": "title: 板报\nunion: 某医院工会\n\(lines)"]) { own, _ in own }
  }

  func page(_ path: String) throws -> PagePlan {
    try #require(plan.pages.first { $0.path == path }, "no page \(path)")
  }

  func view(_ path: String) throws -> View { plan.view(try page(path)) }

  func html(_ path: String) throws -> String {
    var bytes: [UInt8] = []
    plan.render(try page(path), into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  func machineFile(_ path: String) throws -> String {
    let file = try #require(plan.machineFiles.first { $0.path == path }, "no file \(path)")
    return String(decoding: file.bytes(), as: UTF8.self)
  }

  /// Every rendered page and machine file, and the bare path of every copy, by path.
  var outputs: [(path: String, text: String)] {
    let pages = plan.pages.map { page in
      var bytes: [UInt8] = []
      plan.render(page, into: &bytes)
      return (page.path, String(decoding: bytes, as: UTF8.self))
    }
    let machine = plan.machineFiles.map { ($0.path, String(decoding: $0.bytes(), as: UTF8.self)) }
    return pages + machine + plan.copies.map { ($0.path, "") }
  }

  /// The paths of outputs whose text or path holds a text, sorted.
  func outputs(holding text: String) -> [String] {
    outputs.filter { $0.text.contains(text) || $0.path.contains(text) }.map(\.path).sorted()
  }
}

extension View {
  /// The views of a list of this view; none where the name is something else.
  func list(_ name: String) -> [View] {
    if case .list(let views)? = self[name] { return views }
    return []
  }

  /// One name of every view in a list.
  func texts(_ list: String, _ name: String) -> [String] { self.list(list).map { $0.text(name) } }

  func text(_ name: String) -> String {
    switch self[name] {
    case .text(let text)?: text
    case .html(let html)?: html.string
    case .number(let number)?: String(number)
    case .flag(let flag)?: String(flag)
    default: ""
    }
  }

  func view(_ name: String) -> View? {
    if case .view(let view)? = self[name] { return view }
    return nil
  }
}

extension Day: ExpressibleByStringLiteral {
  /// `2026-03-08`.
  package init(stringLiteral text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    self =
      parts.count == 3
      ? Day(year: parts[0], month: parts[1], day: parts[2]) ?? Day(serial: 0) : Day(serial: 0)
  }
}

/// A notice with a title, a day and a kind.
func notice(
  _ title: String, _ date: String, kind: String = "通知", _ fields: String = "", body: String = ""
) -> String {
  "---\ntitle: \(title)\ndate: \(date)\nkind: \(kind)\n\(fields)\n---\n\n\(body)\n"
}

/// An honour of a collective, provincial unless said otherwise.
func honour(
  _ title: String, _ date: String, level: String = "省", kind: String = "集体", _ fields: String = ""
) -> String {
  "---\ntitle: \(title)\ndate: \(date)\nlevel: \(level)\nkind: \(kind)\nawarded_by: 总工会\n\(fields)\n---\n"
}
