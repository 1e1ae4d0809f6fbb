import ArgumentParser
import BanbaoDiagnostics
import BanbaoDisk

struct Init: Command {
  static let configuration = CommandConfiguration(
    abstract: usageText("建一个新的网站，马上就能发布", en: "Start a new site that can be published at once."),
    discussion: usageText(
      """
      写入示例内容、自动发布的脚本、网页服务器的设置和编辑器的提示。外观在程序里，升级程序就是新的。不会改动已有的文件，也不用联网。

      例：
        banbao init 宣传栏
        banbao init 宣传栏 --empty       不要示例
        banbao init .                    在当前的空文件夹里
      """,
      en: """
        Writes sample content, recipes for publishing, and settings for web servers and editors. The theme stays in the program and \
        is renewed with it. It changes no file that is there already, and needs no network.

        Examples:
          banbao init 宣传栏
          banbao init 宣传栏 --empty       without samples
          banbao init .                    in the current, empty folder
        """))

  @Argument(help: .words("新的或空的文件夹", en: "A new or empty folder."), completion: .directory)
  var folder: String

  @Flag(name: .customLong("empty"), help: .words("不要示例内容", en: "Without sample records."))
  var isEmpty = false

  @Option(help: .words("语言：zh-Hans、en", en: "The language: zh-Hans, en."))
  var lang: Language?

  func execute() throws -> ExitCode {
    let paths: [String]
    do {
      paths = try startSite(in: folder, besides: editorFiles(), hasSamples: !isEmpty)
    } catch {
      guard error.isTaken else { throw error }
      Output.complain(error.wording, error.help, in: language)
      return .validationFailure
    }
    for path in paths { Output.print(shown(path)) }
    Output.print(lines: next[language])
    return .success
  }

  private func shown(_ path: String) -> String {
    if folder.isEmpty || folder == "." { return path }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  /// What to type now.
  private var next: Wording {
    let isHere = folder.isEmpty || folder == "."
    // A path with spaces or signs must reach the shell in one piece.
    let quoted = "'" + folder.replacing("'", with: "'\\''") + "'"
    let isPlain = folder.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789-_./".unicodeScalars.contains($0)
    }
    let enter = isHere ? "" : "  cd \(isPlain ? folder : quoted)\n"
    return Wording(
      """

      接下来：
      \(enter)  banbao serve                   边写边看
        banbao build                   发布到 public/
        banbao new 通知 春节放假安排   新建一条通知
      先改 content/site.yaml 里的站名和工会名称。
      """,
      en: """

        Next:
        \(enter)  banbao serve                   write and watch
          banbao build                   publish to public/
          banbao new notice "Title"      start a notice
        Begin with the names in content/site.yaml.
        """)
  }
}
