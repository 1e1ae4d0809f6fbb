import ArgumentParser
import BanbaoDiagnostics
import BanbaoDisk
import BanbaoSite

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

  @Flag(
    help: .words(
      "换上新站点之前先让它全部写到磁盘上，断电也不会留下空白网页（每个文件和文件夹多一次 fsync，较慢）",
      en:
        "Have the new site on the disk before it takes its place, against power cuts (an fsync a file and folder: slower)."
    ))
  var durable = false

  @Option(
    help: .words("发布前与这个文件夹比较，列出增改删的页面", en: "List what changed since the site in this folder."), completion: .directory
  )
  var against: String?

  @Flag(help: .words("列出显示人员的网页、姓名和同意公开的依据", en: "List every page that shows a person, with the consent it rests on."))
  var people = false

  @Flag(
    name: .customLong("no-cache"),
    help: .words(
      "不用也不写 .banbao-cache（没有变化时靠它立刻完成，改动不多时靠它少读文件；发布的结果总是一样）",
      en:
        "Do without .banbao-cache, which makes a build after few changes or none quick; the site is the same either way."
    ))
  var withoutCache = false

  /// Lists and profiles are made of the whole site.
  private var mayUseCache: Bool {
    !withoutCache && !people && against == nil && !options.profile && !Environment.isAutomatic
  }

  var lang: Language? { options.lang }

  mutating func validate() throws {
    if let against { try checkFolder(against, of: "--against") }
  }

  func execute() async throws -> ExitCode {
    let request = options.request
    let profile = request.profile()
    let readInputs = try Inputs(request.folders, asOf: request.asOf)
    let cache = mayUseCache ? LastBuildCache(request, readInputs, output: output, isDurable: durable) : nil
    if let cache, let last = cache.last() {
      cache.say(last, elapsed: profile.elapsed)
      return .success
    }
    let spool = SpoolFile(beside: output)
    let site = try await request.checkedSite(
      of: readInputs, profile, spool: spool, reusing: Memo(cache: cache?.documents))
    keepUntilExit(site)
    let report = Report(site)
    if people { report.printPeople() }
    let inputs = options.folders.all
    do {
      try checkOutput(output, protected: inputs)
      guard site.isPassed else { return report.finish() }
      if let against { try await report.printChanges(against: against) }
      let searched = SearchedOutputs(site, spool: spool)
      let published = try await publish(
        searched.outputs, to: output, protected: inputs, hasManifest: true, isDurable: durable, tasks: request.tasks,
        givesState: cache != nil,
        following: {
          // Stops where a picture turned out to be damaged, and that is too much.
          guard site.isPassed else { throw CancellationError() }
          return try await searched.following()
        })
      let said = report.said
      if site.isPassed, let cache {
        await cache.keep(published, said)
        await cache.keep(site.compilation.memo, spool: spool)
      }
      return report.finish(published, in: output, saying: said)
    } catch let fault as DiskFault {
      return fault.isCancelled ? report.finish() : report.refused(fault)
    }
  }
}
