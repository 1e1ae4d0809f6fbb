import BanbaoDiagnostics
import BanbaoDisk
import BanbaoFinance
import BanbaoKinds
import BanbaoSite
import BanbaoSource
import TestSupport

/// The first byte says which file the rest is. Of most records only the reading is looked at, which is the part that can be
/// repeated a thousand times a second.
func recordFault(_ input: [UInt8]) async throws -> String? {
  guard let first = input.first else { return nil }
  let bytes = Array(input.dropFirst())
  let number = Int(first &- UInt8(ascii: "0")) % (settingFiles.count + 2 * Kinds.all.count)
  if number < settingFiles.count { return try await recordsAlone.fault(of: [settingFiles[number]: bytes]) }
  let (place, form) = (number - settingFiles.count).quotientAndRemainder(dividingBy: 2)
  let kind = Kinds.all[place]
  let path = "\(kind.folder)/2026/a.\(form == 0 ? "md" : "yaml")"
  if isForWholeSite(input) { return try await recordsAlone.fault(of: [path: bytes]) }
  var places = PlaceCheck([path: bytes])
  return places.fault(of: kind.faults(in: bytes, at: path, today: sampleDay))
}

/// The ledger, then its book behind a zero byte. A ledger that begins with `PK` is a workbook, one that begins with `<` the
/// first sheet of one. The pages are made of some of them only.
func ledgerFault(_ input: [UInt8]) async throws -> String? {
  let parts = parts(of: input, atMost: 2)
  let book = "finance/2026/book.yaml"
  var files = [book: Array("opening: {cash: 0.00, bank: 0.00}\n".utf8)]
  if input.starts(with: zipSignature) {
    files["finance/2026/ledger.xlsx"] = input
  } else {
    if parts.count == 2 { files[book] = parts[1] }
    if input.first == UInt8(ascii: "<") {
      var workbook = WorkbookFile([WorkbookFile.Sheet("1", [])])
      workbook.parts["xl/worksheets/sheet1.xml"] = String(decoding: parts[0], as: UTF8.self)
      files["finance/2026/ledger.xlsx"] = workbook.bytes
    } else {
      files["finance/2026/ledger.csv"] = parts[0]
    }
  }
  if isForWholeSite(input) { return try await booksAlone.fault(of: files) }
  let tree = SourceTree(label: "content", texts: files)
  let texts = try tree.files.map { try tree.table($0) }
  var places = PlaceCheck(files)
  let leftOut = Dictionary(uniqueKeysWithValues: texts.map { ($0.path, $0.leftOut) })
  let faults = Books.read(texts).diagnostics
  return places.fault(of: faults.map { leftOut[$0.place.path]?.original($0) ?? $0 })
}

/// Whether the whole way to the site is gone with an input, which takes some milliseconds.
private func isForWholeSite(_ input: [UInt8]) -> Bool { input.count % 32 == 0 }

/// Files between zero bytes: a line with the path, and the text below it.
func treeFault(_ input: [UInt8]) async throws -> String? {
  var files: [String: [UInt8]] = [:]
  for part in parts(of: input, atMost: 20) {
    let path = String(decoding: part.prefix { $0 != 0x0A }, as: UTF8.self)
    let names = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    // As a disk would have them, and a tree lists them.
    let isListed = names.allSatisfy {
      !$0.isEmpty && $0 != "." && $0 != ".." && $0.utf8.count <= 200 && !isJoined($0)
    }
    guard names.count <= 4, isListed else { continue }
    files[path] = Array(part.drop { $0 != 0x0A }.dropFirst())
  }
  // No path is that of a file and of a folder.
  let folders = Set(files.keys.flatMap { path in path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) } })
  return try await wholeSite.fault(of: files.filter { !folders.contains($0.key) })
}

private let zipSignature: [UInt8] = [0x50, 0x4B]

private let settingFiles = ["site.yaml", "holidays/2026.yaml", "limits.yaml", "private/people.yaml"]

private let recordsAlone = SmallSite(
  SiteModel(kinds: Kinds.all, registers: Kinds.model.registers), renders: false)
private let booksAlone = SmallSite(
  SiteModel(kinds: [], registers: [Books.self], overviews: [Finance.self]), renders: false)
private let wholeSite = SmallSite(Kinds.model, renders: true)

/// A site of a few files in memory.
private struct SmallSite: Sendable {
  private let model: SiteModel
  private let renders: Bool
  private let theme = embeddedTheme()
  /// The theme, compiled once.
  private let memo: Task<Memo, any Error>

  init(_ model: SiteModel, renders: Bool) {
    self.model = model
    self.renders = renders
    let theme = theme
    memo = Task {
      let empty = SourceTree(label: "content", texts: ["site.yaml": settings])
      return try await compile(SiteInput(content: empty, theme: theme, today: sampleDay, tasks: 1), as: model).memo
    }
  }

  /// Compiles the site, renders its pages, and looks at every place that is named.
  func fault(of files: [String: [UInt8]]) async throws -> String? {
    var files = files
    if files["site.yaml"] == nil { files["site.yaml"] = settings }
    let input = SiteInput(
      content: SourceTree(label: "content", texts: files), theme: theme, today: sampleDay, showsDrafts: true, tasks: 1)
    let compilation = try await compile(input, as: model, reusing: try await memo.value)
    var places = PlaceCheck(files)
    // The theme of a model that is not all has templates that nobody uses.
    let own = compilation.diagnostics.filter { renders || !$0.place.path.hasPrefix("theme/") }
    if let fault = places.fault(of: own + compilation.untouched) { return fault }
    guard renders else { return nil }
    var page: [UInt8] = []
    for plan in compilation.plan.pages {
      page.removeAll(keepingCapacity: true)
      compilation.plan.render(plan, into: &page)
      if page.isEmpty { return "\(plan.path) is empty" }
    }
    return nil
  }
}

private let settings = Array("title: 板报\nunion: 工会\nbase_url: http://b.example/\n".utf8)
