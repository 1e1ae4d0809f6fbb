package import BanbaoDiagnostics
import BanbaoFinance
import BanbaoMarkdown
package import BanbaoSite
import BanbaoSource
import BanbaoTheme
import BanbaoUnion

/// The kinds of record that a union keeps. A new kind is a folder beside this file and a line here.
///
/// | 中文 | type | folder |
/// |---|---|---|
/// | 通知 | `Notice` | `notices` |
/// | 活动 | `Activity` | `activities` |
/// | 荣誉 | `Honour` | `honours` |
/// | 职代会 | `Congress` | `congress` |
/// | 职工诉求 | `Matter` | `matters` |
/// | 会议 | `Meeting` | `meetings` |
/// | 培训 | `Training` | `training` |
/// | 慰问 | `Visit` | `visits` |
/// | 福利互助 | `Benefit` | `benefits` |
/// | 福利核发 | `Welfare` | `welfare` |
/// | 爱心捐助 | `Donation` | `donations` |
/// | 代管款项 | `Entrusted` | `entrusted` |
/// | 院务公开 | `Openness` | `openness` |
/// | 计划 | `Plan` | `plans` |
/// | 组织机构 | `Committee` | `committee` |
/// | 会员 | `Membership` | `membership` |
/// | 制度 | `Regulation` | `rules` |
/// | 页面 | `Page` | `pages` |
package enum Kinds {
  /// In the order of the menu.
  package static let all: [any RecordKind.Type] = [
    Notice.self, Activity.self, Honour.self, Congress.self, Matter.self, Meeting.self, Training.self, Visit.self,
    Benefit.self, Welfare.self, Donation.self, Entrusted.self, Openness.self, Plan.self, Committee.self,
    Membership.self,
    Regulation.self, Page.self,
  ]

  /// What the engine is told of the union's knowledge.
  package static let model = SiteModel(
    kinds: all,
    registers: [Books.self, Limits.self],
    overviews: [
      ChildNames.self,
      DocumentNumbers.self,
      Figures.self,
      Finance.self,
      Groups.self,
      Opinions.self,
      OthersMoney.self,
      Reviewers.self,
      SpendingRules.self,
      StudyTrips.self,
      Summary.self,
    ])

  /// Every rule of the program, for `banbao explain` and SARIF, by code.
  package static let rules: [Rule] =
    (all.flatMap { $0.rules } + model.registers.flatMap { $0.rules } + model.overviews.flatMap { $0.rules }
    + ReferenceRules.all + SiteRules.all + SourceRules.all + MarkdownRules.all
    + ThemeRules.all).sorted { $0.code < $1.code }
}
