import BanbaoDiagnostics
import BanbaoKinds
import BanbaoSource
import BanbaoTheme
import Synchronization
import TestSupport
import Testing

@testable import BanbaoSite

@Suite struct OverviewTests {
  /// Counts how often it is made.
  struct Census: Derived {
    static let made = Mutex(0)
    let records: Int

    init(_ library: Library) {
      Self.made.withLock { $0 += 1 }
      records = library.entries.count
    }
  }

  struct Slip: Register {
    static let rules: [Rule] = []
    static let derived: [any Derived.Type] = [Census.self]
    static func reads(_ path: String) -> Bool { path == "slip.txt" }
    static func read(_ files: [SourceText]) -> (register: Slip, diagnostics: [Diagnostic]) { (Slip(), []) }
  }

  /// Made of a site with a slip only, and asks for the census wherever it can.
  struct Report: Overview {
    static let made = Mutex(0)
    let library: Library

    init?(_ library: Library) {
      guard library.register(Slip.self) != nil else { return nil }
      Self.made.withLock { $0 += 1 }
      self.library = library
    }

    private let page = Template<Int>("census", .text("records") { "\($0)" })

    private var records: Int { library.derived(Census.self).records }

    func check() -> [Diagnostic] {
      records == 1 ? [] : [FileRules.unused.at(Place("census"), Wording("错", en: "wrong"))]
    }
    func pages() -> [PagePlan] {
      [PagePlan(page, path: "\(records).html", title: "", origin: Place("census"), section: "") { records }]
    }
    func due() -> [Due] {
      [
        Due(
          place: Place("census"), title: "\(records)", task: Wording("做", en: "do"), day: "2026-11-22",
          remedy: Wording("", en: ""))
      ]
    }
    func files() -> [FilePlan] { [FilePlan(path: "\(records).csv", origin: Place("census")) { [] }] }
    func menu() -> [MenuItem] { [MenuItem(target: "census", label: "\(records)", url: "1.html", order: 0)] }
  }

  @Test func `an overview and what is derived from all records are made once a compilation, whoever asks`() async throws
  {
    let model = SiteModel(kinds: Kinds.all, registers: [Slip.self], overviews: [Report.self])
    let record = "---\ntitle: 座谈\ndate: 2026-03-08\nkind: 其他\n---\n"
    let site = try await BuiltSite(["slip.txt": "", "meetings/座谈.md": record], model: model)
    #expect(Report.made.withLock { $0 } == 1)
    #expect(Census.made.withLock { $0 } == 1)
    #expect(!site.codes.contains("file-unused"))
    #expect(site.pagePaths.contains("1.html"))
    #expect(site.compilation.due.map(\.title) == ["1"])
    #expect(site.plan.machineFiles.map(\.path) == ["1.csv", "board-version.js"])
    let without = try await BuiltSite(["meetings/座谈.md": record], model: model)
    #expect(Report.made.withLock { $0 } == 1)
    #expect(!without.pagePaths.contains("1.html") && without.compilation.due.isEmpty)
  }
}
