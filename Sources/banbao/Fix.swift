import ArgumentParser
import BanbaoDiagnostics
import BanbaoDisk
import BanbaoSite
import BanbaoSource

struct Fix: Command {
  static let configuration = CommandConfiguration(
    abstract: usageText("照提示改好不用人判断的错误", en: "Carry out the remedies that need no judgement."),
    discussion: usageText(
      """
      只改提示里写明怎么改、照做就行的地方，如中文冒号、日期写法；金额从来不改。

      例：
        banbao fix --dry-run             只看会改什么
        banbao fix
      """,
      en: """
        Only what a diagnostic says how to write, and nobody has to decide about; never an amount.

        Examples:
          banbao fix --dry-run             say what would be changed
          banbao fix
        """))

  @Option(help: .words("内容文件夹", en: "The content folder."), completion: .directory)
  var content = inSite("content")

  @Option(help: .words("主题文件夹", en: "The theme folder."), completion: .directory)
  var theme = inSite("theme")

  @OptionGroup var day: DayOption

  @Option(help: .words("提示的语言：zh-Hans、en", en: "The language of messages: zh-Hans, en."))
  var lang: Language?

  @Flag(name: .customLong("dry-run"), help: .words("只列出，不改文件", en: "List the remedies and write nothing."))
  var isDry = false

  func execute() async throws -> ExitCode {
    let site = try await SiteRequest(
      folders: SiteFolders(content: content, theme: theme), asOf: day.asOf, lang: lang, isQuiet: true
    ).checkedSite()
    let diagnostics = site.compilation.diagnostics
    let language = Environment.language(lang) ?? site.compilation.settings.language
    var fixed = 0
    var files = 0
    for file in try site.inputs.content.fixing(diagnostics) {
      let path = "\(withoutSlash(content))/\(file.file.diskPath)"
      if !isDry, try !replaceFile(file.after, of: file.before, at: path) {
        Output.complain(Wording("“\(path)”刚被改动，没有动它", en: "“\(path)” has just changed and was left alone")[language])
        continue
      }
      for fault in file.fixed { Output.print(lines: remedyForm(fault)) }
      fixed += file.fixed.count
      files += 1
    }
    Output.print(lastLine(fixed, in: files, of: diagnostics.count)[language])
    return .success
  }

  private func lastLine(_ fixed: Int, in files: Int, of all: Int) -> Wording {
    let rest = Wording(
      "其余 \(all - fixed) 条要由人判断，见 banbao check", en: "\(all - fixed) left for people: see banbao check")
    let done = Wording("\(fixed) 处（\(files) 个文件）", en: "\(fixed) places in \(files) files")
    return isDry
      ? Wording("可以改 \(done.zh)，什么也没有写；\(rest.zh)", en: "\(done.en) can be mended, nothing written; \(rest.en)")
      : Wording("改了 \(done.zh)；\(rest.zh)", en: "\(done.en) mended; \(rest.en)")
  }
}
