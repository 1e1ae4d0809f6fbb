import Foundation
import TestSupport
import Testing

/// `banbao print` with a browser that is none: what it writes and says is the test's.
@Suite struct PrintCommandTests {
  private static let content: KeyValuePairs<String, String> = [
    "content/site.yaml": "title: 板报\nunion: 某医院工会\nbase_url: http://board.example/b/\n",
    "content/notices/2026/春节.md":
      "---\ntitle: 春节慰问\ndate: 2026-02-10\nkind: 通知\n---\n\n见图。\n\n![门口](a.png)\n",
    "content/notices/2026/草稿.md": "---\ntitle: 草稿\ndate: 2026-02-11\nkind: 通知\ndraft: true\n---\n",
    "content/visits/2026/两次.yaml":
      "- title: 看望\n  date: 2026-03-30\n  kind: 患病\n  amount: 1\n- title: 又看望\n  date: 2026-03-31\n  kind: 患病\n  amount: 1\n",
  ]

  /// A PNG of one pixel.
  private static let picture =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="

  /// Looks at the page that it was given, as a browser does, and writes a PDF of it.
  private static let printer = """
    #!/bin/sh
    for word; do
      case $word in
        --print-to-pdf=*) pdf=${word#*=} ;;
        file://*) page=${word#file://} ;;
      esac
    done
    printf '%s\\n' "$page" > ../page
    (cd "${page%%/site/*}/site" && find . -type f | sort) > ../files
    printf '%%PDF-1.4 of a page' > "$pdf"

    """

  /// A site with a browser of this name and text.
  private func site(_ browser: String? = printer, name: String = "chromium") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in Self.content { try folder.write(text, to: "site/" + path) }
    let picture = try #require(Data(base64Encoded: Self.picture))
    try folder.write(Array(picture), to: "site/content/notices/2026/a.png")
    try folder.write("", to: "bin/nothing")
    if let browser {
      try folder.write(browser, to: "bin/" + name)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder("bin/" + name))
    }
    return folder
  }

  private func print(
    _ arguments: String..., in folder: TemporaryFolder, at place: String = "site", language: String = "en"
  ) throws -> Program.Result {
    let environment = [
      "PATH": "\(folder("bin")):/usr/bin:/bin", "BANBAO_LANG": language, "TMPDIR": folder("bin"),
      "SOURCE_DATE_EPOCH": "1795305600",
    ]
    return try Program.run(["print"] + arguments, in: URL(filePath: folder(place)), environment)
  }

  @Test(arguments: [
    "content/notices/2026/春节.md", "notices/2026/春节", "notices/2026/春节.html", "public/notices/2026/春节.html",
    "http://board.example/b/notices/2026/%E6%98%A5%E8%8A%82.html", "./content/notices/2026/春节.md",
  ])
  func `makes the PDF of a record or a page, however its path is written`(path: String) throws {
    let folder = try site()
    let result = try print(path, in: folder)
    #expect(result.status == 0 && result.errors == "", "\(result.errors)")
    #expect(result.output == "the PDF is notices-2026-春节.pdf\n")
    #expect(try folder.text("site/notices-2026-春节.pdf") == "%PDF-1.4 of a page")
    #expect(try folder.text("page").hasSuffix("/site/notices/2026/%E6%98%A5%E8%8A%82.html\n"))
    let files = try folder.text("files")
    #expect(files.contains("./assets/print.css\n") && files.contains("./notices/2026/a.png\n"))
    #expect(!files.contains("./index.html"))
    // Nothing of the work is left behind.
    #expect(try Set(folder.paths(below: "bin")) == ["nothing", "chromium"])
  }

  @Test(arguments: [
    "google-chrome", "google-chrome-stable", "chromium-browser", "microsoft-edge",
  ])
  func `finds Chromium under its usual names`(name: String) throws {
    let folder = try site(Self.printer, name: name)
    // The real one of this machine must not be found first.
    let environment = ["PATH": folder("bin"), "BANBAO_LANG": "en", "TMPDIR": folder("bin")]
    try folder.write("#!/bin/sh\nexport PATH=/usr/bin:/bin\n" + Self.printer, to: "bin/" + name)
    let result = try Program.run(["print", "plans"], in: URL(filePath: folder("site")), environment)
    #expect(result.status == 64)
    let good = try Program.run(["print", "notices"], in: URL(filePath: folder("site")), environment)
    #expect(good.status == 0 && folder.exists("site/notices.pdf"), "\(good.errors)")
  }

  @Test func `works from any folder of the site, and writes into a folder or to a name`() throws {
    let folder = try site()
    #expect(try print("春节.md", in: folder, at: "site/content/notices/2026").status == 0)
    #expect(folder.exists("site/content/notices/2026/notices-2026-春节.pdf"))
    try folder.remove("site/content/notices/2026/notices-2026-春节.pdf")
    #expect(try print("index.html", "--output", "..", in: folder).status == 0)
    #expect(folder.exists("index.pdf"))
    #expect(try print("tags.html", in: folder).status == 64)
    #expect(try print("草稿", "--output", "x.pdf", in: folder).status == 64)
    #expect(try print("notices/2026/草稿", "--drafts", "--output", "x.pdf", in: folder).status == 0)
    #expect(folder.exists("site/x.pdf"))
    // What was printed before is printed anew.
    #expect(try print("notices/2026/春节", "--output", "x.pdf", in: folder).status == 0)
  }

  @Test(arguments: [
    ("content/notices/2026/春街.md", "没有“content/notices/2026/春街.md”这个网页，是不是“content/notices/2026/春节.md”？"),
    ("notices/2026/草稿", "“notices/2026/草稿”没有发布，它是草稿；要先看看版式，加 --drafts"),
    ("content/visits/2026/两次.yaml", "里有几页，写明哪一页：visits/2026/两次/1、visits/2026/两次/2"),
    ("完全没有的东西在这里", "这个网页；可以写内容文件的路径"),
  ])
  func `says of a page that is not there which is meant, or why it is not`(path: String, said: String) throws {
    let folder = try site()
    let result = try print(path, in: folder, language: "zh")
    #expect(result.status == 64 && result.output == "")
    #expect(result.errors.contains(said), "\(result.errors)")
    let english = try print(path, in: folder).errors
    #expect(english.hasPrefix("Error: ") && !english.contains("没有发布"))
  }

  @Test func `says where there is no Chromium, and how to come by a print`() throws {
    let folder = try site(nil)
    let environment = ["PATH": folder("bin"), "BANBAO_LANG": "zh"]
    let result = try Program.run(["print", "notices/2026/春节"], in: URL(filePath: folder("site")), environment)
    #expect(result.status == 74 && result.output == "")
    #expect(result.errors.hasPrefix("banbao: 这台电脑上没有找到 Chromium 浏览器，不能生成 PDF\n  = 装上再运行"))
    #expect(result.errors.contains("Ctrl+P"))
  }

  @Test(arguments: [
    ("#!/bin/sh\necho warming up\necho 'cannot open display' >&2\nexit 21\n", "退出码 21，它说：cannot open display\n"),
    ("#!/bin/sh\nexit 0\n", "没有生成 PDF，也没有说为什么\n"), ("#!/bin/sh\nkill -9 $$\n", "退出码 -9\n"),
    (
      "#!/bin/sh\nfor w; do case $w in --print-to-pdf=*) echo half > \"${w#*=}\" ;; esac; done\n",
      "写出来的不是 PDF\n"
    ), ("#!/no/such/interpreter\n", "启动不了"),
  ])
  func `a browser that fails is told, and nothing is written`(browser: String, said: String) throws {
    let folder = try site(browser)
    let result = try print("notices/2026/春节", in: folder, language: "zh")
    #expect(result.status == 74 && result.output == "")
    #expect(result.errors.contains(said) && result.errors.contains("\n  = 再运行一次"), "\(result.errors)")
    #expect(!folder.exists("site/notices-2026-春节.pdf"))
    #expect(try Set(folder.paths(below: "bin")) == ["nothing", "chromium"])
  }

  @Test func `what is no PDF is never written over, and no PDF goes into the published folder`() throws {
    let folder = try site()
    let over = try print("notices/2026/春节", "--output", "content/site.yaml", in: folder)
    #expect(over.status == 64 && over.errors.contains("is there and no PDF"))
    let device = try print("notices/2026/春节", "--output", "/dev/null", in: folder)
    #expect(device.status == 64 && device.errors.contains("“/dev/null” is there and no PDF"))
    #expect(try folder.text("site/content/site.yaml").hasPrefix("title"))
    try folder.write("x", to: "site/public/.banbao")
    #expect(
      try print("notices/2026/春节", "--output", "public/a.pdf", in: folder).errors.contains("the next build removes it"))
    let missing = try print("notices/2026/春节", "--output", "no/such/a.pdf", in: folder)
    #expect(missing.status == 64 && missing.errors.contains("there is no folder “no/such”"))
  }

  @Test func `a folder that refuses is a refusal of the disk`() throws {
    let folder = try site()
    let result = try print("notices/2026/春节", "--output", "/proc/a.pdf", in: folder)
    #expect(result.status == 74 && result.errors.contains("/proc/a.pdf"), "\(result.errors)")
  }

  @Test func `content with an error is not printed`() throws {
    let folder = try site()
    try folder.write(wrongNotice, to: "site/content/notices/2026/b.md")
    let result = try print("notices/2026/春节", in: folder)
    #expect(result.status == 1 && result.errors.contains("content/notices/2026/b.md:4:"))
    #expect(!folder.exists("site/notices-2026-春节.pdf"))
  }
}
