import BanbaoDiagnostics
import BanbaoSource
import Testing

@testable import BanbaoSite

/// Which digits are someone's number and which are not.
@Suite struct PersonalNumberTests {
  /// `identity 110***********002X`, in the order of the text.
  private func found(_ text: String) -> [String] {
    personalNumbers(in: Array(text.utf8)).map { "\($0.kind) \($0.masked)" }
  }

  @Test(arguments: [
    "11010519491231002X", "11010519491231002x", "１１０１０５１９４９１２３１００２X", "１１０１０５１９４９１２３１００２Ｘ",
    "110105 19491231 002X", "110105-19491231-002X", "1101 0519 4912 3100 2X", "身份证号11010519491231002X。",
    "|11010519491231002X|", "ID11010519491231002X", "张三_11010519491231002X.jpg", "110105\u{200B}19491231002X",
  ])
  func `an identity number is found`(text: String) { #expect(found(text) == ["identity 110***********002X"]) }

  @Test func `one that ends with a digit, and one of 15 digits, are found`() {
    #expect(found("440524188001010014") == ["identity 440***********0014"])
    #expect(
      found("530102199003071238 4111111111111111") == ["identity 530***********1238", "bankCard 4111********1111"])
    #expect(found("530102900307123") == ["identity 530********7123"])
    #expect(found("530102 900307 123") == ["identity 530********7123"])
  }

  @Test(arguments: [
    "13800138000", "138 0013 8000", "138-0013-8000", "138\u{3000}0013\u{3000}8000", "138－0013－8000", "138–0013–8000",
    "１３８００１３８０００", "+8613800138000", "+86 138 0013 8000", "+86-138-0013-8000", "008613800138000", "(+86)13800138000",
    "电话13800138000张三", "tel13800138000", "13800138000,", "13800138000,13", "1.13800138000", "6120 138 0013 8000",
    "138\u{AD}0013\u{200D}8000", "138\u{A0}0013\u{A0}8000", "2026-11-22 13800138000", "0871-61234567 13800138000",
    "138.0013.8000", "138  0013  8000", "1380 0138 000", "138\t0013\t8000", "138/0013/8000", "1380013\n8000",
    "138\r\n00138000", "138 0013\n8000", "138·0013·8000", "tel=13800138000", "手机号：13800138000",
  ])
  func `a mobile number is found`(text: String) { #expect(found(text) == ["mobile 138****8000"]) }

  @Test func `several are found, each for itself`() {
    #expect(found("13800138000、13912345678") == ["mobile 138****8000", "mobile 139****5678"])
    #expect(found("13800138000 13912345678") == ["mobile 138****8000", "mobile 139****5678"])
    #expect(found("13800138000-13912345678") == ["mobile 138****8000", "mobile 139****5678"])
  }

  @Test(arguments: [
    "6222021234567890128", "6222 0212 3456 7890 128", "6222-0212-3456-7890-128", "６２２２０２１２３４５６７８９０１２８",
    "卡号：6222021234567890128，", "2026-11-22 6222021234567890128",
  ])
  func `a bank card is found`(text: String) { #expect(found(text) == ["bankCard 6222***********0128"]) }

  @Test func `cards of 16 digits are found, alone and in fours`() {
    #expect(found("4111111111111111") == ["bankCard 4111********1111"])
    #expect(found("4111 1111 1111 1111") == ["bankCard 4111********1111"])
  }

  @Test(arguments: [
    "2026-11-22", "2026-03-26/2026-04-03", "20261122", "2026年11月22日 8:00—17:30", "12118.40", "12,118.40", "255000元",
    "13800138000.00", "〔2026〕3号", "云医工〔2026〕12号", "付-21", "付-21、付-22、付-23", "12-1/2", "0871-61234567",
    "010-65123456", "010-6512-3456", "400-810-1234", "12351", "978-7-5008-1234-5", "9787500812345", "9771234567003",
    "6901234567892", "ISBN 978-7-5008-6802-6", "202611221230", "IMG_20261122_123456.jpg", "mmexport1612345678901.jpg",
    "微信图片_20261122123456.jpg", "20261122123456789", "2026112212345678", "2023 2024 2025 2026",
    "3456 4567 5678 6789 7890",
    "1234567890123456", "6222021234567890127", "12800138000", "10800138000", "1380013800", "138001380000",
    "110105194913310021",
    "11010519491231001X", "110105194902300020", "990102900307123", "530102901307123", "3f13800138000a",
    "13800138000abc",
    "53001875036051001234", "91110000100000000X", "8:00~11:00，14:00~16:00", "2026-1380-0138-000", "978-138-0013-8000",
    "5001 5002 5003", "138 00138000", "0.00", "资产编号13800138000", "群号：13800138000", "QQ群 13800138000",
    "https://board.example/?id=13800138000", "1500 2000 300", "138.0013.8000.1", "15000\n200000", "10.138.0013.8000",
    "身份证复印件 2026", "身份证号 0871-612", "A123456(4)", "A123456788", "板报@工会", "云A座12345", "", "１２", "：：：",
  ])
  func `what is nobody's number is let be`(text: String) { #expect(found(text) == []) }

  @Test(arguments: [
    ("身份证号：110105194912310021", "document 11**************21"), ("身份证 1101051949123100", "document 11************00"),
    ("护照号E12345678", "document E1*****78"), ("港澳居民来往内地通行证：H1234567801", "document H1*******01"),
    ("台胞证号码 12345678", "document 12****78"), ("A123456(3)", "document A1****63"), ("A123456789", "document A1******89"),
    ("邮箱 zhang.xm@board.example，", "email zh***************le"), ("车牌云A·12345", "plate A1**45"),
    ("川AD12345", "plate AD***45"),
    ("622202 1234567890128", "bankCard 6222***********0128"),
  ])
  func `numbers that words or letters tell of are found`(text: String, _ number: String) {
    #expect(found(text) == [number])
  }

  @Test func `the union's own e-mail address is let be where it is its contact`() {
    #expect(found("contact: 工会办公室 gh@board.example") == [])
    #expect(found("联系方式：gh@board.example\n") == [])
  }

  @Test func `its place covers its digits and what parts them, no more`() {
    let text = "电话：138 0013 8000。"
    let number = personalNumbers(in: Array(text.utf8))[0]
    #expect(String(decoding: Array(text.utf8)[number.range], as: UTF8.self) == "138 0013 8000")
  }

  @Test func `no bytes trap the search, whatever they are`() {
    var state: UInt64 = 7
    for _ in 0..<2000 {
      let bytes = (0..<40).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let palette: [UInt8] = [
          0x30, 0x31, 0x38, 0x36, 0x20, 0x2D, 0xEF, 0xBC, 0x91, 0xE2, 0x80, 0x8B, 0xC2, 0xA0, 0x58, 0x2E,
        ]
        return palette[Int(state >> 33) % palette.count]
      }
      for number in personalNumbers(in: bytes) {
        #expect(number.range.upperBound <= bytes.count && number.digits.count >= 11)
      }
    }
  }
}
