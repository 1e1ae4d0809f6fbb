import ArgumentParser
import BanbaoDiagnostics
import BanbaoDisk
import BanbaoSite

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "检查内容，没有错误就发布 Check the content, and publish it unless there is an error.",
    discussion: """
      例 Examples:
        banbao build
        banbao build --output /srv/board --strict
        banbao build --as-of 2026-03-08 --drafts
        banbao build --people
      """)

  @OptionGroup var options: SiteOptions

  @Option(help: "发布到哪个文件夹 The folder to publish to.")
  var output = "public"

  @Option(help: "发布前与这个文件夹比较，列出增改删的页面 List what changed since the site in this folder.")
  var against: String?

  @Flag(help: "列出显示人员的网页、姓名和同意公开的依据 List every page that shows a person, with the consent it rests on.")
  var people = false

  func run() async throws {
    var run = try await Run(options)
    if people { run.printPeople() }
    let inputs = [options.content, options.theme]
    do {
      try checkOutput(output, protected: inputs)
      guard run.isPassed else { throw run.finish(published: nil) }
      if let against { try await run.printChanges(against: against) }
      let report = try await publish(
        run.outputs, to: output, protected: inputs, tasks: run.tasks)
      throw run.finish(published: report, to: output)
    } catch let fault as DiskFault {
      throw run.refuse(fault)
    }
  }
}

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "只检查，不发布 Check the content and publish nothing.",
    discussion: """
      例 Examples:
        banbao check --strict
        banbao check --format sarif > banbao.sarif
        banbao check --due
        banbao check --people
        banbao check --against public
      """)

  @OptionGroup var options: SiteOptions

  @Flag(help: "列出本月到期和已经逾期的事 List what is late or due this month.")
  var due = false

  @Flag(help: "列出显示人员的网页、姓名和同意公开的依据 List every page that shows a person, with the consent it rests on.")
  var people = false

  @Option(help: "与上次发布的文件夹比较，列出增改删的页面 List what changed since the site in this folder.")
  var against: String?

  func run() async throws {
    var run = try await Run(options)
    if due { run.printDue() }
    if people { run.printPeople() }
    if let against { try await run.printChanges(against: against) }
    throw run.finish(published: nil)
  }
}
