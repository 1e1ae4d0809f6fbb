import Testing

@testable import BanbaoFinance

/// Whether an audit committee's opinion refuses a sheet.
@Suite struct OpinionTests {
  @Test(arguments: [
    "不同意", "不同意公开", "账实不符，不同意公开。", "不 同 意", "暂不同意公开", "暂缓公开", "不予公开", "未予通过", "审查未通过", "不予认可", "不宜公开",
    "同意收入部分，不同意支出部分", "没有同意", "退回，补齐单据后再审", "补齐单据后再公开", "反对", "有异议，不公开", "待补充凭证后再议",
    "不可以公开",
  ])
  func `An opinion that does not agree refuses`(_ opinion: String) { #expect(refuses(opinion)) }

  @Test(arguments: [
    "同意", "同意公开", "账簿、凭证和银行对账单相符，预算执行正常，同意公开。", "没有不同意见，同意公开", "首次审查不同意，整改后同意公开", "账实相符",
    "同意5票，不同意0票", "5票同意，1票不同意", "无不同意的委员", "上年未公开的项目已补公开，同意", "审查通过", "情况属实，可以公开", "",
    "可以公开，受助人姓名不公开", "同意公开，下期再审固定资产", "无反对意见", "反对0票", "没有人反对，账实相符", "整改后再公开的事项已经整改，同意",
  ])
  func `Any other opinion does not`(_ opinion: String) { #expect(!refuses(opinion)) }
}
