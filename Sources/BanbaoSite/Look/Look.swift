package import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSource

/// What a site changes of its theme's look without copying the theme: a colour, a mark, an icon, and rules of style besides.
struct Look: Sendable {
  /// Whether `assets/theme.css` is made from a colour.
  var colour: Colour?
  /// Under `public/`.
  var logo = defaultIcon
  var favicon = defaultIcon
  /// Whether there is an `assets/extra.css`.
  var hasExtraStyles = false
  /// Files of the content that it shows.
  var files: [SourceTree.File] = []

  static let defaultIcon = "assets/favicon.svg"
  static let colourFile = "assets/theme.css"
  static let extraFile = "assets/extra.css"
}

extension Look {
  /// What `theme` of `site.yaml` says, as far as it is there: a file is one of the theme's assets, or lies in the content folder.
  static func read(
    _ settings: SiteSettings.Theme, _ theme: SourceTree, _ content: SourceTree
  ) -> Diagnosed<Look> {
    var look = Diagnosed(Look())
    look.value.colour = settings.colour
    let assets = Set(theme.files.lazy.map(\.path))
    look.value.hasExtraStyles = assets.contains(extraFile)
    func place(_ written: Located<String>?, _ keep: (inout Look, String) -> Void) {
      guard let written else { return }
      let path = nfc(written.value)
      let place = Place(content.shown("site.yaml"), written.mark)
      guard !isElsewhere(path) else {
        look.diagnostics.append(
          ThemeAssetRules.foreign.at(
            place, Wording("网页不取别的网站的图片：\(path)", en: "pages load no picture from another site: \(path)"),
            help: Wording(
              "把图片下载到 theme/assets 文件夹，这里写 assets/ 加文件名",
              en: "put the picture into theme/assets, and write assets/ and its name here")))
        return
      }
      guard imageExtensions.contains(FileType.ending(path)) else {
        look.diagnostics.append(
          LookRules.picture.at(
            place, Wording("“\(path)”不是网页上能显示的图片", en: "“\(path)” is no picture that pages show"),
            help: Wording(
              "换成 svg、png、jpg、webp、gif 或 ico 文件", en: "use a file that ends in svg, png, jpg, webp, gif or ico")))
        return
      }
      // A short name is meant as one of the theme's assets.
      if let found = [path, "assets/" + path].first(where: { $0.hasPrefix("assets/") && assets.contains($0) }) {
        keep(&look.value, found)
      } else if let file = content.files.first(where: { $0.path == path }), !path.hasPrefix("private/") {
        keep(&look.value, path)
        if !look.value.files.contains(file) { look.value.files.append(file) }
      } else {
        let near = nearest(
          to: path,
          among: (Array(assets) + content.files.map(\.path)).filter { imageExtensions.contains(FileType.ending($0)) })
        look.diagnostics.append(
          ThemeAssetRules.missing.at(
            place, Wording("没有“\(path)”这个文件", en: "there is no file “\(path)”"),
            help: near.map { Wording("是不是“\($0)”？", en: "did you mean “\($0)”?") }
              ?? Wording(
                "把图片放到 theme/assets 文件夹，这里写 assets/ 加文件名",
                en: "put the picture into theme/assets, and write assets/ and its name here")))
      }
    }
    place(settings.logo) { $0.logo = $1 }
    place(settings.favicon) { $0.favicon = $1 }
    return look
  }

  private static func isElsewhere(_ path: String) -> Bool {
    path.hasPrefix("//") || path.prefix { $0 != "/" && $0 != "." }.contains(":")
  }
}

private let imageExtensions = ["svg", "png", "jpg", "jpeg", "webp", "gif", "ico"]

extension Colour {
  /// How far a colour of a site stands out at least from paper and from the words on it (WCAG 2.2, 1.4.3).
  static let leastContrast = 4.5

  /// The properties of the default theme that follow a site's own colour. As a ground it stays as it is; as ink it is made
  /// darker by day and lighter by night until it stands out as all text does (WCAG 2.2, 1.4.6).
  func styles() -> [UInt8] {
    let ink = reaching(7, on: .paper, towards: .black)
    let dark = """
          --red: \(text);
          --red-ink: \(reaching(7, on: .night, towards: .white).text);
          --red-tint: \(Colour.night.mixed(with: self, 0.15).text);
      """
    return Array(
      """
      /* Made from the colour in site.yaml. */
      :root {
        --red: \(text);
        --red-ink: \(ink.text);
        --red-tint: \(Colour.white.mixed(with: self, 0.08).text);
        --brand: \(text);
        --brand-ink: \(ink.text);
        --brand-deep: \(reaching(14, on: .paper, towards: .black).text);
      }

      @media screen and (prefers-color-scheme: dark) {
        :root:not([data-colours]) {
      \(dark)
        }
      }

      @media screen {
        :root[data-colours="dark"] {
      \(dark)
        }
      }

      """.utf8)
  }
}

/// The rules of what `site.yaml` says of the look.
package enum LookRules {
  package static let colour = Rule(
    "theme-colour", .error,
    Wording(
      """
      站点的颜色写成 # 加六位十六进制数字，外面加引号；它是白字的底色，也是浅色纸上的字色，对比度至少 4.5（WCAG 2.2），\
      太浅的颜色老人看不清。
      """,
      en: """
        The site's colour is # and six hexadecimal digits, in quotation marks. White words stand on it and it stands on \
        paper, with a contrast of at least 4.5 (WCAG 2.2).
        """),
    wrong: "theme: {colour: \"#ffd700\"}", right: "theme: {colour: \"#1a5fb4\"}")
  package static let picture = Rule(
    "theme-picture", .error,
    Wording(
      "标志和图标是图片文件：svg、png、jpg、webp、gif 或 ico。", en: "Mark and icon are pictures: svg, png, jpg, webp, gif or ico."),
    wrong: "theme: {logo: assets/logo.pdf}", right: "theme: {logo: assets/favicon.svg}")
  package static let all = [colour, picture]
}
