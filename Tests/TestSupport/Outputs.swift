package import BanbaoSite
import Testing

extension SitePlan {
  /// The planned page of a path; fails where there is none.
  package func page(_ path: String) throws -> PagePlan {
    try #require(pages.first { $0.path == path }, "no page \(path)")
  }

  /// The bytes of a page.
  package func bytes(of page: PagePlan) -> [UInt8] {
    var bytes: [UInt8] = []
    render(page, into: &bytes)
    return bytes
  }

  /// The files that are published as they are.
  package var copies: [Copy] { files.compactMap { if case .copy(let copy) = $0 { copy } else { nil } } }

  /// The files made for machines.
  package var machineFiles: [FilePlan] { files.compactMap { if case .made(let made) = $0 { made } else { nil } } }

  /// Every page and every file made for machines, by path; copies are left out.
  package var madeFiles: [String: [UInt8]] {
    var made: [String: [UInt8]] = [:]
    for file in files {
      switch file {
      case .page(let page): made[page.path] = bytes(of: page)
      case .made(let file): made[file.path] = file.bytes()
      case .copy, .picture: continue
      }
    }
    return made
  }
}

extension BuiltSite {
  /// The planned page of a path; fails where there is none.
  package func page(_ path: String) throws -> PagePlan { try plan.page(path) }

  /// The text of a page.
  package func html(_ path: String) throws -> String {
    String(decoding: plan.bytes(of: try page(path)), as: UTF8.self)
  }

  /// The bytes of a file made for machines, such as `feed.xml`.
  package func machineBytes(_ path: String) throws -> [UInt8] {
    try #require(plan.machineFiles.first { $0.path == path }, "no file \(path)").bytes()
  }

  /// The text of a file made for machines.
  package func machineFile(_ path: String) throws -> String {
    String(decoding: try machineBytes(path), as: UTF8.self)
  }

  /// Every rendered page and machine file, and the bare path of every copy, by path.
  package var outputs: [(path: String, text: String)] {
    let made = plan.madeFiles
    return plan.files.map { ($0.path, String(decoding: made[$0.path] ?? [], as: UTF8.self)) }
  }

  /// The paths of outputs whose text or path holds a text, sorted.
  package func outputs(holding text: String) -> [String] {
    outputs.filter { $0.text.contains(text) || $0.path.contains(text) }.map(\.path).sorted()
  }
}
