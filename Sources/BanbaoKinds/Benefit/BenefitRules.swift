package import BanbaoDiagnostics

extension Benefit {
  package static let rules = BenefitRules.all
}

package enum BenefitRules {
  package static let name = Rule(
    "benefit-name", .error,
    Wording(
      "福利和互助只公开人数和金额，任何一项里都不写姓名：健康、家庭和孩子的情况是个人隐私。",
      en: "A benefit is a count and a sum, never a name in any key: health, family and children are private."),
    wrong: "title: 子女入学\nkind: 子女\n姓名: 张小明", right: "title: 子女入学\nkind: 子女\npeople: 4")
  package static let all = [name]
}
