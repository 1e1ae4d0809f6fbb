package import BanbaoDiagnostics
import BanbaoFiles
import BanbaoSearch
import BanbaoSource

/// The folder of the content whose files are published as they are, at the top of the site: `robots.txt`, `web.config`.
let staticFolder = "static"

/// What readers get at the top of the site besides its own: each file of `content/static/` that takes no name of the site's
/// and is no program.
///
/// - Parameter site: all else that the site publishes.
func staticFiles(
  _ content: SourceTree, besides site: [SitePlan.File], _ model: SiteModel
) throws -> Diagnosed<[SitePlan.File]> {
  let files = content.files.filter { isStatic($0.path) }
  guard !files.isEmpty else { return Diagnosed([]) }
  let folders = model.kinds.map { $0.folder } + model.overviews.flatMap { $0.sections }
  let own = site.map { topName($0.path) } + folders + [SearchIndex.folder, "manifest.sha256", "-"]
  let taken = Set(own.map { $0.lowercased() })
  let tree = publishedTree(content)
  var copies = Diagnosed<[SitePlan.File]>([])
  for file in files {
    let path = String(file.path.dropFirst(staticFolder.utf8.count + 1))
    let place = Place(content.shown(file.path))
    let top = topName(path)
    if taken.contains(top.lowercased()) {
      copies.diagnostics.append(
        StaticRules.taken.at(
          place, Wording("“\(top)”是网站自己要用的名字", en: "“\(top)” is a name that the site itself needs"),
          help: top == path
            ? Wording("给这个文件换个名字，或者删去它", en: "give the file another name, or remove it")
            : Wording("给这个文件夹换个名字，或者删去它", en: "give that folder another name, or remove it")))
    } else if try programs.contains(FileType.ending(path)) || FileForm(content.start(file, FileForm.length)) == .program
    {
      copies.diagnostics.append(
        StaticRules.program.at(
          place, Wording("“\(fileName(path))”是程序，不发布", en: "“\(fileName(path))” is a program, and is not published"),
          help: Wording(
            "把它移到 content 文件夹外面；要让大家安装的，请信息科放到软件服务器上",
            en: "move it out of the content folder; what people are to install has a server of its own")))
    } else {
      copies.value.append(.copy(SitePlan.Copy(path: path, file: file, tree: tree, isAsset: false)))
    }
  }
  return copies
}

/// Whether a file of the content is published as it is, at the top of the site.
func isStatic(_ path: String) -> Bool { path.hasPrefix(staticFolder + "/") }

private func topName(_ path: String) -> String { path.firstIndex(of: "/").map { String(path[..<$0]) } ?? path }

/// What Windows starts, and what a web server would carry out instead of sending it.
private let programs: Set<String> = [
  "exe", "msi", "com", "scr", "bat", "cmd", "ps1", "vbs", "jar", "dll", "sh", "cgi", "php", "asp", "aspx", "ashx",
  "jsp",
]

/// The rules of what is published as it is.
package enum StaticRules {
  package static let taken = Rule(
    "static-name-taken", .error,
    Wording(
      "content/static 里的文件原样放到网站的最上层，不能占用网站自己的名字，如 index.html、notices、search、assets；也不分大小写。",
      en: """
        The files of content/static stand at the top of the site as they are. They take no name that is the site's own, such \
        as index.html, notices, search or assets, not even in other letters' case.
        """),
    wrong: "static/search/旧的搜索.txt", right: "static/旧的搜索.txt")
  package static let program = Rule(
    "static-program", .error,
    Wording(
      "content/static 里放网站要用的小文件，如 robots.txt、web.config 和验证用的文件；程序和服务器脚本不发布，它们会在别人的电脑或服务器上运行。",
      en: """
        content/static is for small files that a site needs, such as robots.txt, web.config and proofs of ownership. \
        Programs and scripts of servers are not published: they would be run.
        """),
    wrong: "static/install.bat", right: "static/robots.txt")
  package static let all = [taken, program]
}
