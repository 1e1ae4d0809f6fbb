import ArgumentParser
import BanbaoDiagnostics
import BanbaoDisk
import BanbaoFinance
import BanbaoSite
import BanbaoSource

struct VerifyCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: usageText(
      "核对已经发布的网站：文件、封账、封账码、旧的副本", en: "Check a published folder against its manifest, seals, codes and older copies."),
    discussion: usageText(
      """
      文件和发布时一不一样，账本和封账时一不一样，网页上的封账码和 seals.yaml 一不一样，和旧的副本比哪些数变了，都列出来；有不一样的，退出码是 1。

      例：
        banbao verify public
        banbao verify public --against /srv/backup/public-2026-07
        banbao verify public --code "1643 0415 6642 1183"      纸上的封账码
      """,
      en: """
        Tells which files are not as they were published, in what the books differ from their seals and the pages from the
        seals, and the folder from an older copy.

        Examples:
          banbao verify public
          banbao verify public --against /srv/backup/public-2026-07
          banbao verify public --code "1643 0415 6642 1183"
        """))

  @Argument(help: .words("发布了的文件夹", en: "The published folder."), completion: .directory)
  var folder: String

  @Option(
    name: [.customLong("against"), .customLong("older")],
    help: .words("旧的副本，比较全部文件", en: "An older copy, with which every file is compared."), completion: .directory)
  var older: String?

  @Option(help: .words("纸上的封账码", en: "The code of a seal, from paper."))
  var code: String?

  @Option(
    help: .words("内容文件夹（默认 content；没有就不核对账本）", en: "The content folder (default: content, if it is there)."),
    completion: .directory)
  var content: String?

  @OptionGroup var day: DayOption

  @Option(help: .words("提示的语言：zh-Hans、en", en: "The language of messages: zh-Hans, en."))
  var lang: Language?

  func execute() async throws -> ExitCode {
    try checkFolder(folder, of: "DIR")
    if let older { try checkFolder(older, of: "--against") }
    let published = try readTree(at: folder, label: withoutSlash(folder)).tree
    let sheets = try publishedSheets(published)
    let digests = try FolderDigests(folder)
    var (findings, count) = try manifestFindings(digests)
    var added: [VerifyFinding] = []
    var checked = count.map { [Wording("文件 \($0) 个", en: "\($0) files")] } ?? []
    checked.append(Wording("收支表 \(sheets.count) 张", en: "\(sheets.count) sheets"))
    if let older {
      let copy = try publishedSheets(readTree(at: older, label: withoutSlash(older)).tree)
      let told = sheets.changes(since: copy)
      let known = Set(told.map(\.path))
      let files = changedFiles(digests, since: try FolderDigests(older))
      findings += told + files.changed.filter { !known.contains($0.path) }
      added = files.added
    }
    let site = try await checkedContent()
    let language = Environment.language(lang) ?? site?.compilation.settings.language ?? .chinese
    let seals = site?.compilation.library.register(Books.self)?.seals ?? []
    var isSealed = true
    if let site {
      findings += sheets.disagreements(with: seals)
      checked.append(Wording("封账 \(seals.count) 次", en: "\(seals.count) seals"))
      isSealed = tellFaults(of: site, language)
    }
    let isCodeKnown = code.map { tellCode($0, seals, sheets, language) } ?? true
    for finding in findings + added {
      Output.print("\(withoutSlash(folder))/\(finding.path): \(finding.message[language])")
    }
    let list = Wording(checked.map(\.zh).joined(separator: "，"), en: checked.map(\.en).joined(separator: ", "))
    // A page that is only new is no change of what was published.
    let agrees = findings.isEmpty && isSealed && isCodeKnown
    Output.print(
      (agrees
        ? Wording("核对无误：\(list.zh)", en: "verified: \(list.en)")
        : Wording("有对不上的地方，见上；核对了\(list.zh)", en: "not all agrees, see above; checked \(list.en)"))[language])
    return agrees ? .success : .failure
  }

  // MARK: Sheets and seals

  private func publishedSheets(_ tree: SourceTree) throws -> PublishedSheets {
    PublishedSheets(
      try tree.files.filter { PublishedSheets.isOfSheet($0.path) }.map { (path: $0.path, bytes: try tree.read($0)) })
  }

  /// The site that the folder was published from; nil where there is none to be held against it.
  private func checkedContent() async throws -> CheckedSite? {
    let own = content ?? inSite("content")
    guard content != nil || Environment.holds("\(own)/site.yaml") else { return nil }
    return try await SiteRequest(folders: SiteFolders(content: own), asOf: day.asOf, lang: lang, isQuiet: true)
      .checkedSite()
  }

  /// Prints in what the books differ from their seals, and what kept them from being compared; false where anything does.
  private func tellFaults(of site: CheckedSite, _ language: Language) -> Bool {
    let faults = site.compilation.diagnostics.filter { $0.severity == .error && Books.concerns($0) }
    if faults.isEmpty { return true }
    Output.print(
      form: textForm(faults.abridged(), in: [site.inputs.content], language: language, colour: false) + "\n")
    return false
  }

  /// Tells whose code somebody holds on paper; false where nobody's.
  private func tellCode(
    _ text: String, _ seals: [YearSeals.Kept], _ sheets: PublishedSheets, _ language: Language
  ) -> Bool {
    let code = shortCode(reading: text)
    let told: Wording
    let found = seals.last { $0.digest.shortCode == code }
    if let found {
      let words = found.period.wording
      let newer = seals.last { $0.period == found.period }?.day
      let isNewest = seals.last { $0.period == found.period }?.digest == found.digest
      told = Wording(
        "封账码 \(code) 是\(words.zh) \(found.day.iso) 封的账"
          + (isNewest ? "" : "；\(newer?.iso ?? "")更正以后又封过"),
        en: "the code \(code) is of \(words.en), sealed on \(found.day.iso)"
          + (isNewest ? "" : "; corrected and sealed again on \(newer?.iso ?? "")"))
    } else if let page = sheets.page(bearing: code) {
      told = Wording("封账码 \(code) 在 \(page) 上", en: "the code \(code) stands on \(page)")
    } else {
      told = Wording(
        "没有封账码 \(code)：核对有没有念错；没有念错，就是账或者网页改过了",
        en: "no seal has the code \(code): check whether it was read right; if so, the books or the pages were changed")
    }
    Output.print(told[language])
    return found != nil || (seals.isEmpty && sheets.page(bearing: code) != nil)
  }
}

/// Something of a published folder that is not as it should be, by the path of its file there.
typealias VerifyFinding = (path: String, message: Wording)
