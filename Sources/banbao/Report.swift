import ArgumentParser
import BanbaoDiagnostics
import BanbaoDisk
import BanbaoKinds
import BanbaoSite
import BanbaoSource

/// Prints what came of a site, in the form and the language that were asked for.
struct Report {
  let site: CheckedSite
  let language: Language

  init(_ site: CheckedSite) {
    self.site = site
    language = Environment.language(site.request.lang) ?? site.compilation.settings.language
  }

  private var request: SiteRequest { site.request }
  private var compilation: Compilation { site.compilation }

  /// Prints the diagnostics and what was done, and gives the exit code that agrees with it.
  ///
  /// - Parameters:
  ///   - published: nil where nothing was.
  ///   - said: where it is known already.
  func finish(_ published: PublishReport? = nil, in folder: String = "", saying said: Said? = nil) -> ExitCode {
    site.profile.clear()
    let said = said ?? self.said
    said.printDiagnostics(request.format)
    if request.showsProfile {
      let templates = Dictionary(
        compilation.plan.pages.map { ($0.path, $0.template) }, uniquingKeysWith: { first, _ in first })
      for line in site.profile.summary(template: { templates[$0] }) { say(line) }
    }
    let skipped = published?.skipped ?? []
    for fault in skipped { Output.complain(fault.wording, fault.help, in: language) }
    guard skipped.isEmpty else { return .refused }
    if let left = published?.left {
      Output.complain(
        Wording(
          "网站已经发布，但旧的网页还留在磁盘上：\(left.wording.zh)",
          en: "the site is published, but its old pages stay on the disk: \(left.wording.en)"), left.help, in: language)
    }
    let elapsed = site.profile.elapsed
    guard site.isPassed else {
      let line = said.tally.lineOfFailure(elapsed: elapsed)[language]
      if request.format == .text || !request.isQuiet { Output.complain(line) }
      return .failure
    }
    let line = said.tally.line(published, in: folder, showsDrafts: request.showsDrafts, elapsed: elapsed)
    said.printRest(line, request)
    return published?.left == nil ? .success : .refused
  }

  /// Prints the diagnostics and why the disk refused.
  func refused(_ fault: DiskFault) -> ExitCode {
    site.profile.clear()
    said.printDiagnostics(request.format)
    Output.complain(fault.wording, fault.help, in: language)
    return .refused
  }

  /// Prints a line. Programs read diagnostics from standard output; everything else then goes to standard error.
  func say(_ line: String) {
    if request.format == .text { Output.print(line) } else { Output.complain(line) }
  }

  /// What is said of the site, whatever becomes of it.
  var said: Said {
    Said(diagnostics: diagnosticsForm(), lines: leftOutLines() + peopleCountLines(), tally: tally, language: language)
  }

  private func diagnosticsForm() -> String? {
    let diagnostics = site.diagnostics.abridged()
    switch request.format {
    case .text:
      if diagnostics.isEmpty { return nil }
      return textForm(
        diagnostics, in: [site.inputs.content, site.inputs.theme], language: language, colour: Output.isColoured)
    case .json:
      return jsonForm(diagnostics, leftOut: compilation.leftOut, people: compilation.shownPeople, language: language)
    case .sarif:
      return sarifForm(
        diagnostics, rules: Kinds.rules + DiskRules.all, version: Banbao.configuration.version, language: language)
    case .github: return gitHubForm(diagnostics, language: language)
    }
  }

  /// Drafts and scheduled records by name; expired ones are only off the noticeboard and are counted.
  private func leftOutLines() -> [String] {
    let lines = compilation.leftOut.filter { $0.reason != .expired }.map { left in
      let why = left.reason.words
      return Wording("未发布 \(left.path)（\(why.zh)）", en: "not published: \(left.path) (\(why.en))")[language]
    }
    if compilation.settings.baseURL != nil { return lines }
    return lines + [
      Wording("site.yaml 没有 base_url，不生成订阅、日历和站点地图", en: "site.yaml has no base_url: no feed, calendar and sitemap")[
        language]
    ]
  }

  /// How many pages show persons, and on what that rests; nothing where none does.
  private func peopleCountLines() -> [String] {
    let pages = compilation.shownPeople
    if pages.isEmpty { return [] }
    let people = pages.flatMap(\.people)
    let whole = people.count { $0.isWhole }
    let masked = people.count - whole
    return [
      Wording(
        "显示人员的网页 \(pages.count) 个：同意公开 \(whole) 人次，隐去姓名 \(masked) 人次（--people 列出）",
        en: "\(pages.count) pages show persons: \(whole) times by consent, \(masked) times masked (--people lists them)"
      )[language]
    ]
  }

  private var tally: Tally {
    var tally = Tally(pages: compilation.plan.pages.count, records: compilation.recordCount)
    for diagnostic in site.diagnostics {
      switch diagnostic.severity {
      case .error: tally.errors += 1
      case .warning: tally.warnings += 1
      case .note: tally.notes += 1
      }
    }
    for left in compilation.leftOut {
      switch left.reason {
      case .draft: tally.drafts += 1
      case .scheduled: tally.scheduled += 1
      case .expired: tally.expired += 1
      case .sample: break
      }
    }
    for entry in compilation.library.entries where entry.status.isHeldBack {
      if entry.status.isDraft { tally.shownDrafts += 1 } else { tally.shownScheduled += 1 }
    }
    return tally
  }
}
