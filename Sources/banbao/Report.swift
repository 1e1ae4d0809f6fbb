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
  /// - Parameter published: nil where nothing was.
  func finish(_ published: PublishReport? = nil, in folder: String = "") -> ExitCode {
    site.profile.clear()
    printDiagnostics()
    if request.showsProfile {
      let templates = Dictionary(
        compilation.plan.pages.map { ($0.path, $0.template) }, uniquingKeysWith: { first, _ in first })
      say(site.profile.summary { templates[$0] })
    }
    let skipped = published?.skipped ?? []
    for fault in skipped { Output.complain(fault.wording, fault.help, in: language) }
    guard skipped.isEmpty else { return .refused }
    let line = lastLine(published, folder)[language]
    if request.format != .text {
      if !request.isQuiet { Output.complain(line) }
    } else if !site.isPassed {
      Output.complain(line)
    } else if !request.isQuiet {
      printLeftOut()
      printPeopleCount()
      Output.print(line)
    }
    return site.isPassed ? .success : .failure
  }

  /// Prints the diagnostics and why the disk refused.
  func refused(_ fault: DiskFault) -> ExitCode {
    site.profile.clear()
    printDiagnostics()
    Output.complain(fault.wording, fault.help, in: language)
    return .refused
  }

  /// Programs read diagnostics from standard output; everything else then goes to standard error.
  func say(_ text: String) {
    if request.format == .text { Output.print(text) } else { Output.complain(text) }
  }

  private func printDiagnostics() {
    let diagnostics = compilation.diagnostics.abridged()
    switch request.format {
    case .text:
      guard !diagnostics.isEmpty else { return }
      let text = textForm(
        diagnostics, in: [site.inputs.content, site.inputs.theme], language: language, colour: Output.isColoured)
      Output.complain(text + "\n")
    case .json:
      Output.print(
        jsonForm(diagnostics, leftOut: compilation.leftOut, people: compilation.shownPeople, language: language))
    case .sarif:
      Output.print(
        sarifForm(
          diagnostics, rules: Kinds.rules + DiskRules.all, version: Banbao.configuration.version, language: language))
    case .github: Output.print(gitHubForm(diagnostics, language: language))
    }
  }

  /// Drafts and scheduled records by name; expired ones are only off the noticeboard and are counted.
  private func printLeftOut() {
    for left in compilation.leftOut where left.reason != .expired {
      let why = left.reason.words
      Output.print(
        Wording("未发布 \(left.path)（\(why.zh)）", en: "not published: \(left.path) (\(why.en))")[language])
    }
    if compilation.settings.baseURL == nil {
      Output.print(
        Wording("site.yaml 没有 base_url，不生成订阅、日历和站点地图", en: "site.yaml has no base_url: no feed, calendar and sitemap")[
          language])
    }
  }

  /// How many pages show persons, and on what that rests; nothing where none does.
  private func printPeopleCount() {
    let pages = compilation.shownPeople
    if pages.isEmpty { return }
    let people = pages.flatMap(\.people)
    let whole = people.count { $0.isWhole }
    let masked = people.count - whole
    Output.print(
      Wording(
        "显示人员的网页 \(pages.count) 个：同意公开 \(whole) 人次，隐去姓名 \(masked) 人次（--people 列出）",
        en: "\(pages.count) pages show persons: \(whole) times by consent, \(masked) times masked (--people lists them)"
      )[language])
  }

  private func lastLine(_ published: PublishReport?, _ folder: String) -> Wording {
    let hundredths = Int(site.profile.elapsed / 10_000_000)
    let time = "\(hundredths / 100).\(padded(hundredths % 100, 2))"
    let counts = Severity.allCases.map { severity in compilation.diagnostics.count { $0.severity == severity } }
    let faults = Wording(
      "错误 \(counts[0])，提醒 \(counts[1])，说明 \(counts[2])；\(time) 秒",
      en: "\(counts[0]) errors, \(counts[1]) warnings, \(counts[2]) notes; \(time) s")
    guard site.isPassed else {
      return Wording("没有通过，什么也没有发布：\(faults.zh)", en: "failed, nothing published: \(faults.en)")
    }
    let reasons = LeftOut.Reason.allCases.map { reason in compilation.leftOut.count { $0.reason == reason } }
    let shown = compilation.library.entries.lazy.map(\.status).filter(\.isHeldBack)
    let held =
      request.showsDrafts
      ? Wording(
        "显示了草稿 \(shown.count(where: \.isDraft))、待发布 \(shown.count { !$0.isDraft })",
        en: "\(shown.count(where: \.isDraft)) drafts and \(shown.count { !$0.isDraft }) scheduled shown")
      : Wording("草稿 \(reasons[0])，待发布 \(reasons[1])", en: "\(reasons[0]) drafts, \(reasons[1]) scheduled")
    let left = Wording("\(held.zh)，已过期 \(reasons[2])", en: "\(held.en), \(reasons[2]) expired")
    let size = Wording(
      "页面 \(compilation.plan.pages.count)，记录 \(compilation.recordCount)",
      en: "\(compilation.plan.pages.count) pages, \(compilation.recordCount) records")
    guard let published else {
      return Wording("检查通过：\(size.zh)；\(left.zh)；\(faults.zh)", en: "passed: \(size.en); \(left.en); \(faults.en)")
    }
    let written = Wording(
      "写入 \(published.written)，未变 \(published.unchanged)，删除 \(published.removed)",
      en: "\(published.written) written, \(published.unchanged) unchanged, \(published.removed) removed")
    return Wording(
      "已发布到 \(folder)：\(size.zh)；\(written.zh)；\(left.zh)；\(faults.zh)",
      en: "published to \(folder): \(size.en); \(written.en); \(left.en); \(faults.en)")
  }
}
