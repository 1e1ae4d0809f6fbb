import ArgumentParser
import BanbaoDiagnostics
import BanbaoDisk
import BanbaoKinds
import BanbaoSite
import BanbaoSource

/// One run over a site's content: reading, checking and planning, then saying what came of it.
struct Run {
  let options: SiteOptions
  let compilation: Compilation
  let diagnostics: [Diagnostic]
  let tasks: Int
  private let content: SourceTree
  private let theme: SourceTree
  private let language: Language
  private let began: Double
  private let profile: Profile

  /// Throws the exit code of a disk that refused; what is wrong with the content is kept for `finish`.
  init(_ options: SiteOptions) async throws {
    began = Environment.seconds
    self.options = options
    tasks = options.jobs ?? Environment.cores
    profile = Profile(
      keepsWork: options.profile, showsProgress: Output.isWatched && !options.quiet,
      language: options.lang ?? Environment.language ?? .chinese)
    do {
      let content = try readTree(at: options.content, label: withoutSlash(options.content))
      let own = try Run.ownTheme(options.theme)
      self.content = content.tree
      theme = overlay(own.tree, over: embeddedTheme())
      let zone = try timeZone(of: content.tree)
      let compilation = try await compile(
        SiteInput(
          content: content.tree, theme: theme, today: options.asOf ?? Environment.today(in: zone.name),
          showsDrafts: options.drafts, tasks: tasks, observer: profile.observer), as: Kinds.model)
      self.compilation = compilation
      var diagnostics = compilation.diagnostics + content.diagnostics + own.diagnostics
      if !Environment.knows(zone: zone.name), let place = zone.place {
        diagnostics.append(
          SettingsRules.timeZone.at(
            place, Wording("没有“\(zone.name)”这个时区", en: "there is no time zone “\(zone.name)”"),
            help: Wording("中国写 Asia/Shanghai", en: "for China write Asia/Shanghai")))
      }
      self.diagnostics = diagnostics.inOrder()
      language = options.lang ?? Environment.language ?? compilation.settings.language
    } catch let fault as DiskFault {
      Run.say(fault, in: options.lang ?? Environment.language ?? .chinese)
      throw ExitCode(74)
    }
  }

  /// A site without a theme folder has the default theme alone.
  private static func ownTheme(
    _ folder: String
  ) throws(DiskFault) -> (tree: SourceTree, diagnostics: [Diagnostic]) {
    do {
      let own = try readTree(at: folder, label: withoutSlash(folder))
      return (own.tree, own.diagnostics)
    } catch {
      guard error.isMissing else { throw error }
      return (SourceTree(label: withoutSlash(folder), texts: [:]), [])
    }
  }

  /// Whether the content may be published.
  var isPassed: Bool {
    !diagnostics.contains { $0.severity == .error || (options.strict && $0.severity == .warning) }
  }

  /// Every file of the site, for the publisher.
  var outputs: [OutputFile] {
    let plan = compilation.plan
    let observer = profile.observer
    let pages = plan.pages.map { page in
      OutputFile(
        path: page.path,
        content: .page { bytes in observer.measure(.rendering, page.path) { plan.render(page, into: &bytes) } })
    }
    let copies = plan.copies.map { copy in
      OutputFile(path: copy.path, content: .file(copy.isAsset ? theme : content, copy.file))
    }
    let machineFiles = plan.machineFiles.map { file in
      OutputFile(path: file.path, content: .page { $0 += file.bytes() })
    }
    return pages + copies + machineFiles
  }

  /// Prints the diagnostics and what was done, and gives the exit code that agrees with it.
  mutating func finish(published report: PublishReport?, to folder: String = "") -> ExitCode {
    profile.clear()
    printDiagnostics()
    if options.profile {
      let pages = Dictionary(
        compilation.plan.pages.map { ($0.path, $0.template) }, uniquingKeysWith: { first, _ in first })
      say(profile.summary { pages[$0] })
    }
    for fault in report?.skipped ?? [] { Run.say(fault, in: language) }
    guard report?.skipped.isEmpty ?? true else { return ExitCode(74) }
    let isPassed = isPassed
    let line = lastLine(report, folder)
    if options.format != .text {
      if !options.quiet { Output.complain(line) }
    } else if !isPassed {
      Output.complain(line)
    } else if !options.quiet {
      printLeftOut()
      printPeopleCount()
      Output.print(line)
    }
    return isPassed ? ExitCode.success : ExitCode(1)
  }

  /// Programs read diagnostics from standard output; everything else then goes to standard error.
  private func say(_ text: String) {
    if options.format == .text { Output.print(text) } else { Output.complain(text) }
  }

  /// Prints what the committee has to do, a line each.
  func printDue() {
    profile.clear()
    let today = options.asOf ?? Environment.today(in: compilation.settings.timeZone)
    for due in compilation.due {
      let state = due.isLate(on: today) ? Wording("逾期", en: "late") : Wording("到期", en: "due")
      say("\(due.day.iso) \(state[language]) \(due.place.path):\(due.place.line) 《\(due.title)》\(due.task[language])")
      say("  = \(due.remedy[language])")
    }
    if compilation.due.isEmpty {
      say(Wording("本月没有到期或逾期的事", en: "nothing is late or due this month")[language])
    }
  }

  /// Prints every page that shows a person: whole names with the place of their consent, the masked ones as a number.
  func printPeople() {
    profile.clear()
    for (page, people) in compilation.shownPeople {
      say(page)
      for person in people where person.isWhole { say("  \(person.name) \(person.place.shown)") }
      let masked = people.count { !$0.isWhole }
      if masked > 0 { say("  " + Wording("隐去姓名 \(masked) 人", en: "\(masked) masked")[language]) }
    }
    if compilation.shownPeople.isEmpty { say(Wording("没有显示人员的网页", en: "no page shows a person")[language]) }
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

  /// Prints how the site differs from a published folder, a line a file.
  func printChanges(against folder: String) async throws {
    do {
      let changes = try await changes(outputs, against: folder, tasks: tasks)
      profile.clear()
      let parts = [
        (Wording("新增", en: "added"), changes.added), (Wording("修改", en: "changed"), changes.changed),
        (Wording("删除", en: "removed"), changes.removed),
      ]
      for (word, paths) in parts {
        for path in paths { say("\(word[language]) \(path)") }
      }
      say(
        Wording(
          "与 \(folder) 相比：新增 \(changes.added.count)，修改 \(changes.changed.count)，删除 \(changes.removed.count)",
          en:
            "against \(folder): \(changes.added.count) added, \(changes.changed.count) changed, \(changes.removed.count) removed"
        )[language])
    } catch let fault as DiskFault {
      throw refuse(fault)
    }
  }

  /// Prints the diagnostics and why the disk refused.
  func refuse(_ fault: DiskFault) -> ExitCode {
    profile.clear()
    printDiagnostics()
    Run.say(fault, in: language)
    return ExitCode(74)
  }

  private static func say(_ fault: DiskFault, in language: Language) {
    Output.complain(fault.wording, fault.help, in: language)
  }

  private func printDiagnostics() {
    switch options.format {
    case .text:
      guard !diagnostics.isEmpty else { return }
      var lines = SourceLines(content: content, theme: theme)
      let text = textForm(diagnostics, language: language, colour: Output.isColoured) { lines.line($0) }
      Output.complain(text + "\n")
    case .json:
      Output.print(
        jsonForm(
          diagnostics, leftOut: compilation.leftOut, people: compilation.shownPeople, language: language))
    case .sarif:
      Output.print(sarifForm(diagnostics, rules: Kinds.rules + DiskRules.all, language: language))
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

  private func lastLine(_ report: PublishReport?, _ folder: String) -> String {
    let tenths = Int((Environment.seconds - began) * 100)
    let time = "\(tenths / 100).\(padded(tenths % 100, 2))"
    let counts = Severity.allCases.map { severity in diagnostics.count { $0.severity == severity } }
    let faults = Wording(
      "错误 \(counts[0])，提醒 \(counts[1])，说明 \(counts[2])",
      en: "\(counts[0]) errors, \(counts[1]) warnings, \(counts[2]) notes")
    let reasons = LeftOut.Reason.allCases.map { reason in compilation.leftOut.count { $0.reason == reason } }
    let left = Wording(
      "草稿 \(reasons[0])，待发布 \(reasons[1])，已过期 \(reasons[2])",
      en: "\(reasons[0]) drafts, \(reasons[1]) scheduled, \(reasons[2]) expired")
    let size = Wording(
      "页面 \(compilation.plan.pages.count)，记录 \(compilation.recordCount)",
      en: "\(compilation.plan.pages.count) pages, \(compilation.recordCount) records")
    guard isPassed else {
      return Wording("没有通过，什么也没有发布：\(faults.zh)；\(time) 秒", en: "failed, nothing published: \(faults.en); \(time) s")[
        language]
    }
    guard let report else {
      return Wording(
        "检查通过：\(size.zh)；\(left.zh)；\(faults.zh)；\(time) 秒",
        en: "passed: \(size.en); \(left.en); \(faults.en); \(time) s")[
          language]
    }
    return Wording(
      "已发布到 \(folder)：\(size.zh)；写入 \(report.written)，未变 \(report.unchanged)，删除 \(report.removed)；\(left.zh)；\(faults.zh)；\(time) 秒",
      en:
        "published to \(folder): \(size.en); \(report.written) written, \(report.unchanged) unchanged, \(report.removed) removed; \(left.en); \(faults.en); \(time) s"
    )[language]
  }
}

/// Source lines for excerpts. Diagnostics come sorted by file, so one file is kept.
struct SourceLines {
  let content: SourceTree
  let theme: SourceTree
  private var current: SourceText?

  init(content: SourceTree, theme: SourceTree) {
    self.content = content
    self.theme = theme
  }

  mutating func line(_ place: Place) -> String? {
    if current?.path != place.path {
      current = nil
      for tree in [content, theme] {
        guard let file = tree.files.first(where: { tree.shown($0.path) == place.path }) else { continue }
        do {
          current = SourceText(path: place.path, bytes: try tree.read(file))
          break
        } catch {
          // The file went away meanwhile: its diagnostics are printed without an excerpt.
          return nil
        }
      }
    }
    return current?.line(place.line)
  }
}

/// A folder as messages show it.
func withoutSlash(_ folder: String) -> String {
  folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
}
