import ArgumentParser
import BanbaoDiagnostics
import BanbaoDisk

struct Check: Command {
  static let configuration = CommandConfiguration(
    abstract: usageText("只检查，不发布", en: "Check the content and publish nothing."),
    discussion: usageText(
      """
      例：
        banbao check --strict
        banbao check --format sarif > banbao.sarif
        banbao check --due
        banbao check --people
        banbao check --against public
      """,
      en: """
        Examples:
          banbao check --strict
          banbao check --format sarif > banbao.sarif
          banbao check --due
          banbao check --people
          banbao check --against public
        """))

  @OptionGroup var options: SiteOptions

  @Flag(help: .words("列出本月到期和已经逾期的事", en: "List what is late or due this month."))
  var due = false

  @Flag(help: .words("列出显示人员的网页、姓名和同意公开的依据", en: "List every page that shows a person, with the consent it rests on."))
  var people = false

  @Option(
    help: .words("与上次发布的文件夹比较，列出增改删的页面", en: "List what changed since the site in this folder."), completion: .directory
  )
  var against: String?

  var lang: Language? { options.lang }

  mutating func validate() throws {
    if let against { try checkFolder(against, of: "--against") }
  }

  func execute() async throws -> ExitCode {
    let report = Report(try await options.request.checkedSite(mayUseCache: true))
    if due { report.printDue() }
    if people { report.printPeople() }
    do {
      if let against { try await report.printChanges(against: against) }
    } catch let fault as DiskFault {
      return report.refused(fault)
    }
    return report.finish()
  }
}
