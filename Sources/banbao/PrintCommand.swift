import ArgumentParser
import BanbaoDiagnostics
import BanbaoDisk
import BanbaoHTML
import BanbaoSite

struct PrintCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: usageText("把一个网页做成 PDF", en: "Make the PDF of a page, where Chromium is installed."),
    discussion: usageText(
      """
      版式照公文格式（GB/T 9704）；要用电脑上的 Chromium、Chrome 或 Edge 浏览器。

      例：
        banbao print content/notices/2026/春节放假安排.md
        banbao print summary/2026.html --output 工作总结.pdf
        banbao print plans/2026
      """,
      en: """
        It is set as official documents are (GB/T 9704), by the Chromium, Chrome or Edge of the machine.

        Examples:
          banbao print content/notices/2026/spring.md
          banbao print summary/2026.html --output summary.pdf
          banbao print plans/2026
        """))

  @Argument(help: .words("内容文件，或者网页的路径", en: "A content file, or the path of a page."), completion: .file())
  var path: String

  @Option(
    help: .words("写到哪个文件，不写就用网页的路径作文件名", en: "The file to write (default: named after the page's path)."),
    completion: .file(extensions: ["pdf"]))
  var output: String?

  @Option(help: .words("内容文件夹", en: "The content folder."), completion: .directory)
  var content = inSite("content")

  @Option(
    help: .words("主题文件夹；none 只用默认主题", en: "The theme folder; none for the default theme alone."), completion: .directory
  )
  var theme = inSite("theme")

  @OptionGroup var day: DayOption

  @Flag(help: .words("草稿和未到发布日期的内容也可以打印", en: "Print drafts and scheduled records too."))
  var drafts = false

  @Option(help: .words("提示的语言：zh-Hans、en", en: "The language of messages: zh-Hans, en."))
  var lang: Language?

  mutating func validate() throws {
    if theme != inSite("theme"), theme != "none" { try checkFolder(theme, of: "--theme") }
  }

  func execute() async throws -> ExitCode {
    let site = try await SiteRequest(
      folders: SiteFolders(content: content, theme: theme), asOf: day.asOf, showsDrafts: drafts, lang: lang,
      isQuiet: true
    ).checkedSite()
    guard site.isPassed else { return Report(site).finish() }
    let language = Environment.language(lang) ?? site.compilation.settings.language
    do {
      let page = try site.page(meant: path)
      let place = try self.place(of: page)
      let chromium = try Chromium()
      let scratch = try ScratchFolder(in: Environment["TMPDIR"] ?? "/tmp")
      _ = try await publish(site.printed(page), to: "\(scratch.path)/site", protected: [], tasks: 1)
      let pdf = "\(scratch.path)/page.pdf"
      try await chromium.print("\(scratch.path)/site/\(page.path)", to: pdf, in: scratch.path)
      let bytes = try fileBytes(at: pdf)
      guard isPDF(bytes) else { throw PrintFault.noPDF(chromium.program) }
      try placeFile(bytes, at: place)
      Output.print(Wording("PDF 写在 \(place)", en: "the PDF is \(place)")[language])
      return .success
    } catch let fault as PrintFault {
      Output.complain(fault.wording, fault.help, in: language)
      return .refused
    }
  }

  /// Where the PDF goes; what stands there and is none is never written over.
  private func place(of page: PagePlan) throws -> String {
    let name = withoutEnding(page.path).replacing("/", with: "-") + ".pdf"
    var place = output ?? name
    if Environment.isFolder(place) { place = withoutSlash(place) + "/" + name }
    let folder = parent(place)
    guard folder.isEmpty || Environment.isFolder(folder) else {
      throw ValidationError(
        "没有“\(folder)”这个文件夹，先建好，或者换一个地方", en: "there is no folder “\(folder)”: make it, or name another")
    }
    if let published = try publishedFolder(holding: folder) {
      throw ValidationError(
        "“\(place)”在发布的文件夹“\(published)”里，下次发布会被删掉；用 --output 写到别处",
        en: "“\(place)” lies in the published “\(published)”, and the next build removes it: name another with --output"
      )
    }
    if Environment.holds(place), try !Environment.isFile(place) || !isPDF(fileBytes(at: place, limit: 5)) {
      throw ValidationError(
        "“\(place)”已经有了，而且不是 PDF，没有动它；用 --output 换一个名字",
        en: "“\(place)” is there and no PDF, so it was left alone: name another with --output")
    }
    return place
  }
}

private func isPDF(_ bytes: [UInt8]) -> Bool { bytes.starts(with: Array("%PDF-".utf8)) }

extension CheckedSite {
  /// A page with what a browser loads to show it: the theme's assets, and the pictures that it names.
  fileprivate func printed(_ page: PagePlan) -> [OutputFile] {
    var bytes: [UInt8] = []
    render(page, &bytes)
    // A printer waits for no picture that is loaded only when somebody comes near it.
    let html = String(decoding: bytes, as: UTF8.self).replacing(" loading=\"lazy\"", with: "")
    let named = Set(
      html.split { $0 == "\"" || $0 == " " || $0 == "," }.compactMap { word in
        percentDecoded(String(word)).flatMap { resolve($0, from: parent(page.path)) }
      })
    return [OutputFile(path: page.path, content: .page { $0 += html.utf8 })]
      + outputs.filter { file in
        file.path.hasPrefix("assets/") || (named.contains(file.path) && !file.path.hasSuffix(".html"))
      }
  }
}
