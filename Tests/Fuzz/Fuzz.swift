import BanbaoDiagnostics
import BanbaoMarkdown
import BanbaoSite
import BanbaoSource
import BanbaoTheme
import Dispatch
import NIOCore
import NIOEmbedded
import NIOPosix
import TestSupport

@testable import BanbaoPreview

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// The library of LLVM brings this; see https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Feeds a part of banbao with what libFuzzer makes up: `banbao-fuzz PART [options of libFuzzer] CORPUS`.
///
/// An input is at fault where it traps, takes longer than the options allow, or where a diagnostic names a place outside
/// its file.
@main
struct Fuzz {
  static func main() {
    guard CommandLine.argc > 1, let part = part(CommandLine.arguments[1]) else {
      print("banbao-fuzz record|ledger|book|markdown|template|tree|http [options of libFuzzer] CORPUS")
      return
    }
    chosen = part
    var arguments = Array(CommandLine.arguments.enumerated()).filter { $0.offset != 1 }.map { strdup($0.element) }
    var count = CInt(arguments.count)
    arguments.append(nil)
    arguments.withUnsafeMutableBufferPointer { buffer in
      var start = buffer.baseAddress
      _ = runDriver(&count, &start) { bytes, length in
        chosen(Array(UnsafeBufferPointer(start: bytes, count: length)))
        return 0
      }
    }
  }

  private static func part(_ name: String) -> ((([UInt8]) -> Void))? {
    switch name {
    case "record": { compile(["notices/a.md": $0]) }
    case "book":
      { compile(["finance/2026/book.yaml": $0, "finance/2026/ledger.csv": Array(ledger.utf8)]) }
    case "ledger":
      { compile(["finance/2026/book.yaml": Array(book.utf8), "finance/2026/ledger.csv": $0]) }
    case "markdown": { render($0) }
    case "template": { compileTemplate($0) }
    case "tree": { compile(tree($0)) }
    case "http": { ask($0) }
    default: nil
    }
  }

  private static let ledger = "日期,凭证号,科目,摘要,收入,支出,资金\n2026-01-05,收-1,401 会费收入,会费,100.00,,银行\n"
  private static let book = "opening: {cash: 0.00, bank: 0.00}\n"
}

nonisolated(unsafe) private var chosen: ([UInt8]) -> Void = { _ in }

/// Compiles a site of some files, renders its pages, and looks at each place that is named.
private func compile(_ files: [String: [UInt8]]) {
  var all = ["site.yaml": Array("title: 板报\nunion: 工会\nbase_url: http://b.example/\n".utf8)]
  all.merge(files) { $1 }
  let tree = SourceTree(
    label: "content",
    files: all.keys.sorted().map { path in
      SourceTree.File(path: path, size: all[path]?.count ?? 0, version: "\(all[path]?.hashValue ?? 0)")
    }, read: { all[$0.diskPath] ?? [] })
  let done = DispatchSemaphore(value: 0)
  Task.detached {
    do {
      let site = try await BuiltSite(content: tree, showsDrafts: true)
      for page in site.plan.pages {
        var bytes: [UInt8] = []
        site.plan.render(page, into: &bytes)
      }
      for place in site.diagnostics.flatMap({ [$0.place] + $0.related.map(\.place) }) {
        if let fault = misplacement(of: place, in: all) { fatalError("\(place): \(fault)") }
      }
    } catch {
      fatalError("\(error)")
    }
    done.signal()
  }
  done.wait()
}

/// A tree of the files that an input names: a line of a path, its text, a line of NUL and so on.
private func tree(_ bytes: [UInt8]) -> [String: [UInt8]] {
  var files: [String: [UInt8]] = [:]
  for part in bytes.split(separator: 0, maxSplits: 40) {
    let name = String(decoding: part.prefix { $0 != 0x0A }, as: UTF8.self)
    let parts = name.split(separator: "/")
    guard !parts.isEmpty, parts.count <= 4, !parts.contains(where: { $0 == "." || $0 == ".." || $0.utf8.count > 200 })
    else { continue }
    files[parts.joined(separator: "/")] = Array(part.drop { $0 != 0x0A }.dropFirst())
  }
  // No path is a file and a folder at once.
  return files.filter { file in !files.keys.contains { $0.hasPrefix(file.key + "/") } }
}

private func render(_ bytes: [UInt8]) {
  let source = MarkdownSource(path: "content/a.md", bytes: bytes, body: 0..<bytes.count, firstLine: 1)
  let (_, diagnostics) = renderMarkdown(source) { _ in .keep }
  for place in diagnostics.map(\.place) {
    if let fault = misplacement(of: place, in: ["a.md": bytes]) { fatalError("\(place): \(fault)") }
  }
}

private func compileTemplate(_ bytes: [UInt8]) {
  let parts = bytes.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false)
  let files = parts.enumerated().map { number, part in
    TemplateFile(name: "t\(number)", path: "theme/t\(number)", bytes: Array(part))
  }
  let (theme, _) = Theme.compile(files, pages: files.map { TemplateDeclaration(template: $0.name, names: []) })
  var output: [UInt8] = []
  for file in files { theme.render(file.name, [], into: &output) }
}

/// Sends bytes to the preview, in two pieces.
private func ask(_ bytes: [UInt8]) {
  let channel = EmbeddedChannel()
  let limits = PreviewLimits()
  let check = RequestCheck(allowing: [], longestTarget: 8000)
  let state = PreviewState(check: check, limits: limits, loop: channel.embeddedEventLoop)
  do {
    try open(channel, state, .singleton)
    channel.pipeline.fireChannelActive()
    let middle = bytes.count / 2
    for piece in [bytes[..<middle], bytes[middle...]] {
      try channel.writeInbound(channel.allocator.buffer(bytes: piece))
      channel.embeddedEventLoop.run()
    }
    _ = try channel.finish(acceptAlreadyClosed: true)
  } catch {
    // What is no HTTP is closed with an error.
  }
}
