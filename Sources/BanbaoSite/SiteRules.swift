package import BanbaoDiagnostics

/// Every rule of this module, for `banbao explain`.
package enum SiteRules {
  package static let all =
    SettingsRules.all + LinkRules.all + FileRules.all + FrameRules.all + PlanRules.all + DayRules.all + CopyRules.all
    + ListRules.all + NumberRules.all + NameRules.all + WorkbookRules.all + ThemeAssetRules.all + LookRules.all
    + StaticRules.all
}
