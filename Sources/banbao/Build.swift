import ArgumentParser
import BanbaoDiagnostics
import BanbaoDisk

struct Build: Command {
  static let configuration = CommandConfiguration(
    abstract: usageText("检查内容，没有错误就发布", en: "Check the content, and publish it unless there is an error."),
    discussion: usageText(
      """
      例：
        banbao build
        banbao build --output /srv/board --strict
        banbao build --as-of 2026-03-08 --drafts
        banbao build --people
      """,
      en: """
        Examples:
          banbao build
          banbao build --output /srv/board --strict
          banbao build --as-of 2026-03-08 --drafts
          banbao build --people
        """))

  @OptionGroup var options: SiteOptions

  @Option(help: .words("发布到哪个文件夹", en: "The folder to publish to."), completion: .directory)
  var output = inSite("public")

  @Option(
    help: .words("发布前与这个文件夹比较，列出增改删的页面", en: "List what changed since the site in this folder."), completion: .directory
  )
  var against: String?

  @Flag(help: .words("列出显示人员的网页、姓名和同意公开的依据", en: "List every page that shows a person, with the consent it rests on."))
  var people = false

  var lang: Language? { options.lang }

  mutating func validate() throws {
    if let against { try checkFolder(against, of: "--against") }
  }

  func execute() async throws -> ExitCode {
    let site = try await options.request.checkedSite()
    keepUntilExit(site)
    let report = Report(site)
    if people { report.printPeople() }
    let inputs = options.folders.all
    do {
      try checkOutput(output, protected: inputs)
      guard site.isPassed else { return report.finish() }
      if let against { try await report.printChanges(against: against) }
      let published = try await publish(
        site.outputs, to: output, protected: inputs, hasManifest: true, tasks: site.request.tasks)
      return report.finish(published, in: output)
    } catch let fault as DiskFault {
      return report.refused(fault)
    }
  }
}
