import ArgumentParser
import BanbaoDiagnostics
import BanbaoDisk
import BanbaoFiles
import BanbaoFinance
import BanbaoKinds
import BanbaoSite
import BanbaoSource

struct BooksCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "books",
    abstract: usageText("写出一年的全部账簿，供打印和审计", en: "Write the books of a year, for printing and for auditors."),
    discussion: usageText(
      """
      账簿列出全部分录，不论是否公开，所以不会写到网站的文件夹里。

      例：
        banbao books 2026
        banbao books 2026 --output /srv/audit/2026
      """,
      en: """
        The books show every entry, disclosed or not; they are never written into the site.

        Examples:
          banbao books 2026
          banbao books 2026 --output /srv/audit/2026
        """))

  @Argument(help: .words("哪一年", en: "The year."))
  var year: Int

  @Option(
    help: .words("写到哪个文件夹，不写是 books/年份", en: "The folder to write to (default: books/YEAR)."), completion: .directory)
  var output: String?

  @Option(help: .words("内容文件夹", en: "The content folder."), completion: .directory)
  var content = inSite("content")

  @OptionGroup var day: DayOption

  @Option(help: .words("提示的语言：zh-Hans、en", en: "The language of messages: zh-Hans, en."))
  var lang: Language?

  func execute() async throws -> ExitCode {
    let folder = output ?? inSite("books/\(year)")
    let folders = SiteFolders(content: content)
    let protected = folders.all + [inSite("public")]
    try checkOutput(folder, protected: protected)
    if let site = try publishedFolder(holding: folder), !Environment.holds("\(folder)/trial-balance.csv") {
      throw ValidationError(
        "“\(folder)”在已经发布的“\(site)”里，账簿不能放到网站上；用 --output 另写一个文件夹",
        en: "“\(folder)” lies in the published “\(site)”: name another with --output"
      )
    }
    var site = try await SiteRequest(folders: folders, asOf: day.asOf, lang: lang, isQuiet: true).checkedSite()
    let library = site.compilation.library
    let years = BookSet.years(in: library)
    guard years.contains(year) || !site.isPassed else {
      let told = years.map(String.init).joined(separator: " ")
      throw ValidationError(
        years.isEmpty ? "没有账本" : "没有 \(year) 年的账本；有账本的年份：\(told)",
        en: years.isEmpty ? "there are no books" : "there are no books of \(year); years: \(told)")
    }
    // What is wrong elsewhere on the site is no fault of the books.
    let diagnostics = site.compilation.diagnostics
    site.compilation.diagnostics = diagnostics.filter { BookSet.concerns($0, year: year) }
    guard site.isPassed, let books = BookSet(year, in: library, diagnostics, rules: Kinds.rules) else {
      return Report(site).finish()
    }
    let workbook = zipped(books.workbookParts).map { [(name: "books.xlsx", bytes: $0)] } ?? []
    let outputs = (books.files() + workbook).map { file in
      OutputFile(path: file.name, content: .page { $0 += file.bytes })
    }
    let published = try await publish(outputs, to: folder, protected: protected, tasks: site.request.tasks)
    for fault in published.skipped { Output.complain(fault.wording, fault.help, in: language) }
    let place = withoutSlash(folder)
    Output.print(
      Wording(
        "\(year) 年的账簿写在 \(place)/，从 \(place)/index.html 看起；疑点 \(books.doubtCount) 条",
        en: "the books of \(year) are in \(place)/, beginning with \(place)/index.html; \(books.doubtCount) doubts")[
          language])
    return published.skipped.isEmpty ? .success : .refused
  }
}
