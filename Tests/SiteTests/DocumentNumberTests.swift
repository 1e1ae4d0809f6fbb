import Testing

@testable import BanbaoKinds

@Suite struct DocumentNumberTests {
  @Test(arguments: [
    "云医工[2026]3号", "云医工［2026］3号", "云医工【2026】3号", "云医工(2026)3号", "云医工（2026）3号", "云医工〈2026〉3号",
    "云医工<2026>3号", "云医工{2026}3号", "云医工｛2026｝3号", "云医工(2026）3号", "云医工〔2026〕第3号", "云医工〔2026〕03号",
    "云医工〔2026〕003号", "云医工〔2026〕3", "云医工〔26〕3号", "云医工〔２０２６〕３号", "云医工〔2026年〕3号", "云医工 〔2026〕 3 号",
    "云医工[26]第０３", "云医工　〔2026〕3号",
  ])
  func `a number in a wrong form is understood, and its right form told`(text: String) throws {
    let number = try #require(documentNumbers(in: text).first)
    #expect(number.number.text == "云医工〔2026〕3号")
    #expect(number.written == text)
    #expect(!number.faults.isEmpty)
  }

  @Test(arguments: ["云医工〔2026〕3号", "海公共委工字〔1998〕107号"])
  func `a number in its right form has no fault`(text: String) {
    let numbers = documentNumbers(in: text)
    #expect(numbers.map(\.written) == [text])
    #expect(numbers.map(\.number.text) == [text])
    #expect(numbers.map(\.faults) == [[]])
  }

  @Test(arguments: [
    "", "第3号", "2026年3号", "关于举办运动会的通知（2026年3月）", "工作要点（2026）", "活动方案（2026）3月定稿", "云医工〔2026〕0号",
    "云医工〔202〕3号", "云医工〔2026〕", "云医工〔2026", "〔〕号", "云医工〔2026〕1234567号", "报名（3）号", "3号楼（2026）-1",
  ])
  func `what is no document number is left alone`(text: String) { #expect(documentNumbers(in: text).isEmpty) }

  @Test func `numbers are found among other words`() {
    let text = "《关于发放服务卡的通知》（云工发[2026]32号）和县局云卫健工字〔2026〕7号，另见云工发〔2026〕40号"
    let numbers = documentNumbers(in: text)
    #expect(numbers.map(\.written) == ["云工发[2026]32号", "和县局云卫健工字〔2026〕7号", "另见云工发〔2026〕40号"])
    #expect(numbers.map(\.faults.isEmpty) == [false, true, true])
  }

  @Test func `a number may stand without its office, and years of two digits are of this century or the last`() {
    #expect(documentNumbers(in: "〔2026〕3号").map(\.faults) == [[]])
    #expect(documentNumbers(in: "[2026]3号").map(\.faults.count) == [2])
    #expect(documentNumbers(in: "云医工〔98〕3号").map(\.number.year) == [1998])
    #expect(documentNumbers(in: "云医工〔05〕3号").map(\.number.year) == [2005])
  }
}
