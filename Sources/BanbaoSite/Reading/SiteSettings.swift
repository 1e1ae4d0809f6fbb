package import BanbaoDiagnostics
package import BanbaoMarkdown
package import BanbaoSource

/// What `site.yaml` says.
package struct SiteSettings: Sendable {
  /// How the name of a person is shown who has not agreed to be named (Personal Information Protection
  /// Law, art. 25; DomainNotes 4).
  package enum NameMask: String, Choice {
    /// 张**
    case first
    /// 张*明; a name of two characters shows its first
    case ends

    package var english: String { rawValue }
  }

  /// What a line end in a paragraph of a body is on the page.
  package enum LineBreaks: String, Choice {
    case keep, join

    package var english: String { rawValue }
    package var alias: String? { self == .keep ? "保留" : "合并" }
  }

  /// What it changes of the theme's look.
  package struct Theme: Sendable {
    var colour: Colour?
    /// A picture among the theme's assets or in the content folder.
    var logo: Located<String>?
    var favicon: Located<String>?
  }

  /// 红头: the head that printed documents with a number bear (GB/T 9704-2012, 7.2).
  package struct Letterhead: Sendable {
    /// 发文机关标志; empty for no head.
    package var name = ""
    /// What a page says where the original bears a seal; empty for the usual words.
    package var sealNote = ""
  }

  /// How the file names keys.
  package var keys = KeyLanguage.chinese
  package var title = "工会板报"
  package var union = "工会"
  package var language = Language.chinese
  /// An IANA name. Used only to find today; the executable reads it.
  package var timeZone = "Asia/Shanghai"
  /// Percent-encoded, with a `/` at its end; nil where feeds, calendar and sitemap are not to be written.
  package var baseURL: String?
  package var contact = ""
  /// Where the union is, from the province on; spending limits of a region are known by how it begins.
  package var region = ""
  /// Record paths or folders, in order; empty for the default menu.
  package var menu: [Located<String>] = []
  /// 总结: headings of the yearly summary, in the union's own order and words; empty for the usual ones.
  package var summary: [Located<String>] = []
  package var nameMask = NameMask.first
  package var lineEnds = LineEnds.kept
  /// Whether headings stand in the other language as well.
  package var isBilingual = false
  package var letterhead = Letterhead()
  package var theme = Theme()
  /// By folder: after how many days without a new record a section counts as stale.
  package var staleAfter: [(folder: String, days: Located<Int>)] = []

  package init() {}

  /// The keys of `site.yaml`.
  package enum Keys {
    static let title = Key.text("title", "站名", Wording("站点的名称", en: "the name of the site"), .required).called(
      "标题", "名称", "网站名称", "站点名称", "name")
    static let union = Key.text("union", "工会名称", Wording("工会的全称", en: "the union's full name"), .required).called(
      "工会", "单位", "工会名", "单位名称")
    static let language = Key.choice("language", "语言", SiteLanguage.self, Wording("zh-Hans 或 en", en: "zh-Hans or en"))
    static let timeZone = Key.text("time_zone", "时区", Wording("如 Asia/Shanghai", en: "such as Asia/Shanghai"))
    static let baseURL = Key.text(
      "base_url", "网址", Wording("站点的完整网址，订阅、日历和站点地图要用", en: "the site's address, for feed, calendar and sitemap")
    ).called("域名", "地址", "站点地址", "网站地址", "url", "baseurl", "baseURL")
    static let contact = Key.text("contact", "联系方式", Wording("办公室与电话", en: "office and telephone")).called(
      "联系电话", "电话", "联系人")
    package static let region = Key.text(
      "region", "地区", Wording("如 某省某市；决定按哪里的经费限额提醒", en: "decides whose spending limits hold")
    ).called("省份", "所在地")
    static let lineBreaks = Key.choice(
      "line_breaks", "换行", LineBreaks.self,
      Wording(
        "正文段落里的换行：keep（保留）照样换行，join（合并）接成一段",
        en: "a line end in a paragraph: keep makes a new line, join fills the paragraph"))
    static let bilingual = Key.flag(
      "bilingual", "双语", Wording("true 表示标题旁边写上英文", en: "true to set English beside Chinese headings"))
    static let letterhead = GroupKey(
      "letterhead", "红头", Wording("有发文字号的通知打印时的版头", en: "the head of printed notices that bear a number")
    ).called("版头", "文头", "抬头")
    /// In `letterhead`.
    static let letterheadName = Key.text(
      "name", "发文机关", Wording("红色大字，如 某某工会委员会文件", en: "in large red type, such as 某某工会委员会文件")
    ).called("发文机关标志", "名称", "单位", "标题", "title", "text")
    static let sealNote = Key.text(
      "seal_note", "印章说明", Wording("网页上盖章的地方写什么，不写是（印章见原件）", en: "what pages say in place of a seal")
    ).called("盖章说明", "印章", "盖章")
    static let theme = GroupKey("theme", "主题", Wording("颜色、标志和图标", en: "colour, mark and icon"))
    /// In `theme`.
    static let colour = Key.text(
      "colour", "颜色", Wording("如 \"#1a5fb4\"，要加引号", en: "such as \"#1a5fb4\", in quotation marks")
    ).called("主色", "主题色", "color")
    static let logo = Key.text(
      "logo", "标志", Wording("网页左上角的图片，如 assets/logo.svg", en: "the picture at the top, such as assets/logo.svg")
    ).called("会徽", "徽标", "图标文件")
    static let favicon = Key.text(
      "favicon", "图标", Wording("浏览器标签上的小图片", en: "the small picture on a browser's tab")
    ).called("网站图标", "icon")
    static let menu = Key.texts("menu", "菜单", Wording("栏目的顺序：文件夹或页面的路径", en: "folders or pages, in order")).called(
      "导航", "栏目", "nav")
    static let summary = Key.texts(
      "summary", "总结",
      Wording("总结各章的顺序和叫法，如 文体活动、关心职工：送温暖", en: "the chapters of the summary, in order, and what they are called"))
    static let privacy = GroupKey("privacy", "隐私", Wording("未同意公开的姓名怎样显示", en: "how unconsented names are shown"))
    /// In `privacy`.
    static let names = Key.choice(
      "names", "姓名", NameMask.self, Wording("first：张**；ends：张*明", en: "first: 张**; ends: 张*明"))
    static let thresholds = GroupKey(
      "thresholds", "更新期限", Wording("多少天没有新内容就提醒", en: "days without news until a reminder"))

    /// In `thresholds`: a key for each section.
    static func days(of section: (folder: String, name: Wording)) -> Key<Located<Int>?> {
      Key.count(section.folder, section.name.zh, Wording("天数", en: "days"))
    }
  }

  /// Reads `site.yaml`. Every fault is reported; what cannot be read keeps its default.
  ///
  /// - Parameter sections: the kinds of record, which `thresholds` may name.
  package init(reading fields: inout FieldReader, _ sections: [(folder: String, name: Wording)]) {
    keys = fields.keys
    if let title = fields.read(Keys.title) { self.title = title.value }
    if let union = fields.read(Keys.union) { self.union = union.value }
    if let language = fields.read(Keys.language) {
      self.language = language.value == .english ? .english : .chinese
    }
    if let zone = fields.read(Keys.timeZone) { timeZone = zone.value }
    let base = fields.read(Keys.baseURL)
    if let base {
      do {
        baseURL = try BaseURL(reading: base.value).text
      } catch {
        fields.report(error.rule.at(fields.place(base.mark), error.message, help: error.help))
      }
    }
    contact = fields.read(Keys.contact)?.value ?? ""
    region = fields.read(Keys.region)?.value ?? ""
    if let breaks = fields.read(Keys.lineBreaks) { lineEnds = breaks.value == .keep ? .kept : .joined }
    isBilingual = fields.read(Keys.bilingual)?.value ?? false
    letterhead =
      fields.record(Keys.letterhead) {
        Letterhead(
          name: $0.read(Keys.letterheadName)?.value ?? "", sealNote: $0.read(Keys.sealNote)?.value ?? "")
      }?.value ?? Letterhead()
    theme = fields.record(Keys.theme) { Theme(reading: &$0) }?.value ?? Theme()
    menu = fields.read(Keys.menu)
    summary = fields.read(Keys.summary)
    let privacy = fields.record(Keys.privacy) {
      $0.read(Keys.names)
    }
    if let mask = privacy?.value.value { nameMask = mask }
    let thresholds = fields.record(Keys.thresholds) {
      (fields: inout FieldReader) -> [(String, Located<Int>)]? in
      sections.compactMap { section in
        fields.read(Keys.days(of: section)).map { (section.folder, $0) }
      }
    }
    for (folder, days) in thresholds?.value ?? [] { staleAfter.append((folder, days)) }
  }
}

extension SiteSettings.Theme {
  init(reading fields: inout FieldReader) {
    logo = fields.read(SiteSettings.Keys.logo)
    favicon = fields.read(SiteSettings.Keys.favicon)
    guard let written = fields.read(SiteSettings.Keys.colour) else { return }
    guard let colour = Colour(reading: written.value) else {
      fields.report(
        LookRules.colour.at(
          fields.place(written.mark), Wording("“\(written.value)”不是一种颜色", en: "“\(written.value)” is no colour"),
          help: Wording(
            "写成 \"#1a5fb4\" 这样：# 加六位数字或 a 到 f 的字母，外面加引号",
            en: "write it as \"#1a5fb4\": # and six digits or letters from a to f, in quotation marks")))
      return
    }
    let contrast = colour.contrast(with: .paper)
    guard contrast >= Colour.leastContrast else {
      // Said as less than it is, so that nobody reads 4.5 where it falls short of that.
      let tenths = Int(contrast * 10)
      let darker = colour.reaching(Colour.leastContrast, on: .paper, towards: .black)
      fields.report(
        LookRules.colour.at(
          fields.place(written.mark),
          Wording(
            "\(colour.text) 太浅：和纸的对比度只有 \(tenths / 10).\(tenths % 10)，至少要 4.5，字会看不清",
            en:
              "\(colour.text) is too light: its contrast with the paper is \(tenths / 10).\(tenths % 10), and 4.5 is needed"
          ),
          help: Wording(
            "同一色调里够深的是 \"\(darker.text)\"，或者换一种深一些的颜色",
            en: "the same hue is dark enough as \"\(darker.text)\"; or take a darker colour")))
      return
    }
    self.colour = colour
  }
}

enum SiteLanguage: String, Choice {
  case chinese = "zh-Hans"
  case english = "en"
  var english: String { rawValue }
}

package enum SettingsRules {
  package static let missing = Rule(
    "site-missing", .error,
    Wording(
      "内容文件夹里要有 site.yaml，写明站名和工会名称。",
      en: "The content folder holds site.yaml with the site's title and the union's name."),
    wrong: "notices/春节慰问.md",
    right: "site.yaml:\ntitle: 职工之家\nunion: 云麓县第二人民医院工会")
  package static let baseURL = Rule(
    "base-url", .error,
    Wording(
      "网址要写完整：http:// 或 https://、主机名和路径；没有空格、换行、? 和 #。",
      en: "The address is whole: http:// or https://, a host and a path, without spaces, line ends, ? and #."),
    wrong: "base_url: board.example", right: "base_url: http://board.example/")
  package static let timeZone = Rule(
    "time-zone", .warning,
    Wording("时区写 IANA 名称，决定站点的“今天”。", en: "The time zone is an IANA name; it decides the site's today."),
    wrong: "time_zone: 北京", right: "time_zone: Asia/Shanghai")
  package static let menu = Rule(
    "menu-target", .error,
    Wording(
      "菜单里每一项是一个有内容的栏目文件夹，或一个页面的路径（不带扩展名）。",
      en: "A menu item is the folder of a kind that has records, or a page's path."),
    wrong: "menu: [notice]", right: "menu: [notices, pages/about]")
  package static let longMenu = Rule(
    "menu-long", .warning,
    Wording(
      "菜单不超过 60 项：它在每一页上。放不下的，从栏目的列表里找。",
      en: "A menu has 60 items at most, as it stands on every page. The others are found in their section's list."),
    wrong: "menu: [pages/a, pages/b, …]", right: "menu: [notices, pages]")
  package static let stale = Rule(
    "section-stale", .warning, followsCalendar: true,
    Wording(
      "栏目超过 site.yaml 里 thresholds 规定的天数没有新内容。", en: "A section has had no new record for longer than site.yaml allows."
    ),
    wrong: "thresholds: {notices: 14}", right: "thresholds: {notices: 180}")
  package static let holidayYear = Rule(
    "holiday-year", .error,
    Wording("holidays/2026.yaml 里只能写 2026 年的日期。", en: "holidays/2026.yaml holds days of 2026 only."),
    wrong: "off: [2025-10-01]", right: "off: [2026-10-01]")

  package static let all = [missing, baseURL, timeZone, menu, longMenu, stale, holidayYear]
}
