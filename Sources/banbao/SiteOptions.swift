import ArgumentParser
import BanbaoDiagnostics
import BanbaoSource

/// The day for which a command is to see the site.
struct DayOption: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: .words(
      "站点的“今天”，如 2026-03-08（默认看 SOURCE_DATE_EPOCH，没有就看时钟）",
      en: "The site's today (default: SOURCE_DATE_EPOCH, else the clock)."),
    transform: readDay)
  var asOf: Day?

  mutating func validate() throws { if asOf == nil { try checkEpoch() } }
}

/// The options that build and check share.
struct SiteOptions: ParsableArguments {
  @Option(help: .words("内容文件夹", en: "The content folder."), completion: .directory)
  var content = inSite("content")

  @Option(
    help: .words(
      "主题文件夹，逐个文件覆盖默认主题；none 只用默认主题",
      en: "The theme folder, laid over the default theme file by file; none for that alone."),
    completion: .directory)
  var theme = inSite("theme")

  @OptionGroup var day: DayOption

  @Flag(help: .words("显示草稿和未到发布日期的内容，并加标记", en: "Show drafts and scheduled records, marked as such."))
  var drafts = false

  @Flag(help: .words("提醒也算不通过，只是日子到了的除外", en: "Warnings fail too, but for those of the calendar."))
  var strict = false

  @Option(help: .words("提示的格式：text、json、sarif、github", en: "The form of diagnostics: text, json, sarif, github."))
  var format = Format.text

  @Option(help: .words("提示的语言：zh-Hans、en", en: "The language of messages: zh-Hans, en."))
  var lang: Language?

  @Option(help: .words("同时进行几项（默认每个核一项）", en: "How many tasks work at once (default: one a core)."))
  var jobs: Int?

  @Flag(help: .words("最后列出各阶段用时和最慢的模板、文件", en: "Say how long each stage took, and the slowest templates and files."))
  var profile = false

  @Flag(help: .words("只说问题", en: "Say nothing but faults."))
  var quiet = false

  mutating func validate() throws {
    // `none` stands for the default theme alone.
    if theme != inSite("theme"), theme != "none" { try checkFolder(theme, of: "--theme") }
    guard jobs ?? 1 >= 1, jobs ?? 1 <= 256 else {
      throw ValidationError("--jobs 是 1 到 256 的整数", en: "--jobs is a number from 1 to 256")
    }
  }
}

extension SiteOptions {
  var folders: SiteFolders { SiteFolders(content: content, theme: theme) }
  var tasks: Int { jobs ?? Environment.cores }

  var request: SiteRequest {
    SiteRequest(
      folders: folders, asOf: day.asOf, showsDrafts: drafts, isStrict: strict, format: format, lang: lang, tasks: tasks,
      showsProfile: profile, isQuiet: quiet)
  }
}

enum Format: String, ExpressibleByArgument, CaseIterable {
  case text, json, sarif, github
}

extension Language: ExpressibleByArgument {}

/// Throws wrong usage where `SOURCE_DATE_EPOCH`, by which a site has its day, is no time.
func checkEpoch() throws {
  guard let text = Environment["SOURCE_DATE_EPOCH"] else { return }
  // Up to the end of the year 9999, the last that a day can have.
  guard let seconds = Int(text), (0..<253_402_300_800).contains(seconds) else {
    throw ValidationError(
      "SOURCE_DATE_EPOCH“\(text)”不是从 1970 年起的秒数",
      en: "SOURCE_DATE_EPOCH “\(text)” is not a number of seconds since 1970")
  }
}

/// A day on the command line; what is not one is wrong usage.
func readDay(_ text: String) throws -> Day {
  do {
    return try Day(reading: text)
  } catch {
    throw ValidationError(error.message.zh, en: error.message.en)
  }
}

/// A period on the command line; what is not one is wrong usage.
func readPeriod(_ text: String) throws -> Period {
  do {
    return try Period(reading: text)
  } catch {
    throw ValidationError(
      "\(error.message.zh)，\(error.help?.zh ?? "")", en: "\(error.message.en); \(error.help?.en ?? "")")
  }
}
