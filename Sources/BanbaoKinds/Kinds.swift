package import BanbaoDiagnostics
import BanbaoMarkdown
package import BanbaoSite
import BanbaoSource
import BanbaoTheme

/// The kinds of record that a union keeps. A new kind is a folder beside this file and a line here.
///
/// | 中文 | type | folder |
/// |---|---|---|
/// | 通知 | `Notice` | `notices` |
/// | 活动 | `Activity` | `activities` |
/// | 荣誉 | `Honour` | `honours` |
/// | 页面 | `Page` | `pages` |
package enum Kinds {
  /// In the order of the menu.
  package static let all: [any RecordKind.Type] = [Notice.self, Activity.self, Honour.self, Page.self]

  /// Every rule of the program, for `banbao explain` and SARIF, by code.
  package static let rules: [Rule] =
    (all.flatMap { $0.rules } + ReferenceRules.all + SiteRules.all + SourceRules.all + MarkdownRules.all
    + ThemeRules.all).sorted { $0.code < $1.code }
}
