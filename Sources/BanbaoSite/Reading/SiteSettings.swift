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

  package static let all = [missing, baseURL, timeZone, menu, stale, holidayYear]
}
