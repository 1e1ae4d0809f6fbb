import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import TestSupport

/// The repository's own content, read into memory once.
let sample = Result {
  let tree = try Repository.tree("content")
  return Dictionary(uniqueKeysWithValues: try tree.files.map { ($0.path, try tree.read($0)) })
}

/// A compilation with all that it says and makes, as plain values that can be compared.
struct Outcome: Equatable, Sendable {
  var plan: [String] = []
  var files: [String: [UInt8]] = [:]
  var diagnostics: [Diagnostic]
  var leftOut: [LeftOut]

  /// - Parameter renders: whether the pages are rendered too.
  init(_ compilation: Compilation, renders: Bool = true) {
    diagnostics = compilation.diagnostics
    leftOut = compilation.leftOut
    let site = compilation.plan
    plan = site.pages.map { "\($0.path) \($0.template) \($0.title) \($0.origin)" }
    plan += site.files.map { "\($0.path) \($0.origin)" }
    if renders { files = site.madeFiles }
  }

  /// Where two outcomes differ first, in words; nil where they are equal.
  func difference(from other: Outcome) -> String? {
    if plan != other.plan {
      return "plan: \(Set(plan).symmetricDifference(other.plan).sorted().prefix(3))"
    }
    if diagnostics != other.diagnostics { return "diagnostics" }
    if leftOut != other.leftOut { return "left out" }
    if files == other.files { return nil }
    return "files: \(files.keys.filter { files[$0] != other.files[$0] }.sorted().prefix(3))"
  }
}

/// A tree that lists its files in a given order.
func tree(_ files: [String: [UInt8]], order: [String]? = nil) -> SourceTree {
  SourceTree(
    label: "content",
    files: (order ?? files.keys.sorted()).map {
      SourceTree.File(
        path: $0, size: files[$0]?.count ?? 0, version: "\(files[$0]?.hashValue ?? 0)")
    }, read: { files[$0.diskPath] ?? [] })
}

/// - Parameter memo: the compiled default theme where none is given.
func compiled(
  _ content: SourceTree, tasks: Int = 2, showsDrafts: Bool = false, memo: Memo? = nil
) async throws -> Compilation {
  try await BuiltSite(content: content, showsDrafts: showsDrafts, tasks: tasks, reusing: memo).compilation
}

/// Where a compilation differs first from one of the same files from the beginning, in words; nil where it does not.
///
/// - Parameter renders: whether the pages are compared too.
func differenceFromCold(
  _ warm: Compilation, _ files: [String: [UInt8]], renders: Bool = true
) async throws -> String? {
  // Cold but for the theme, which no test here touches.
  let cold = Outcome(try await compiled(tree(files)), renders: renders)
  return Outcome(warm, renders: renders).difference(from: cold)
}

/// The content with faults of many kinds in it, so that diagnostics are compared too.
let faulty = Result {
  var files = try sample.get()
  let faults = [
    "notices/2026/x1.md":
      "---\ntitle: 甲\ndate: 2026-02-30\nkind: 通之\n---\n[见](没有.md) [见](../x.html)\n",
    "notices/2026/x2.md": "---\ntitle：甲\ndate: 2026-02-03\n---\n",
    "notices/2026/X2.md":
      "---\ntitle: 乙\ndate: 2026-02-03\nkind: 通知\ntags: [AED, aed, a/b, a-b]\n---\n",
    "notices/2026/x3.md": "没有\n",
    "private/people.yaml": "- 温若舟\n- 张三、李四\n", "notice/y.md": "x", "honours/z.yaml": "- {titel: 甲}\n- 乙\n- [1]\n",
    "activities/q.md":
      "---\ntitle: 甲\ndate: 2026-02-03/2026-01-01\nkind: 文体\nphotos: [{file: 没有.jpg}, {file: ../site.yaml}]\n---\n",
  ]
  for (path, text) in faults { files[path] = Array(text.utf8) }
  return files
}
