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
      """)

  @OptionGroup var options: SiteOptions

  @Option(help: "发布到哪个文件夹 The folder to publish to.")
  var output = "public"

  func run() async throws {
    var run = try await Run(options)
    let inputs = [options.content, options.theme]
    do {
      try checkOutput(output, protected: inputs)
      guard run.isPassed else { throw run.finish(published: nil) }
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
      """)

  @OptionGroup var options: SiteOptions

  func run() async throws {
    var run = try await Run(options)
    throw run.finish(published: nil)
  }
}
