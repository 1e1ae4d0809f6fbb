package import BanbaoDiagnostics
import BanbaoSource

/// A number by which one person can be found.
struct PersonalNumber: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// 居民身份证号, of 18 digits (GB 11643-1999) or of 15, as issued until 1999.
    case identity
    case mobile
    case bankCard
    /// Of a passport or another document, also an identity number that is none by its check digit, behind its word; of
    /// identity cards of Hong Kong and Taiwan.
    case document
    case email
    case plate
    /// An account of WeChat or QQ.
    case chat
    /// Where somebody lives.
    case address
  }

  var kind: Kind
  /// Where it stands in the bytes, with all that separates its digits.
  var range: Range<Int>
  /// Its digits as ASCII, the last of an identity number perhaps `X`.
  var digits: [UInt8]

  /// Whether it may as well be an office's, which its author can tell.
  var mayBeOffices: Bool { kind == .email || kind == .chat || kind == .address || kind == .plate }

  /// With the middle hidden, so that messages do not spread what they warn of: `138****1234`.
  var masked: String {
    let (head, tail) =
      switch kind {
      case .bankCard: (4, 4)
      case .identity, .mobile: (3, 4)
      case .document, .email, .plate, .chat: (2, 2)
      case .address: (0, 0)
      }
    if kind == .address { return "***" }
    return String(decoding: digits.prefix(head), as: UTF8.self)
      + String(repeating: "*", count: max(0, digits.count - head - tail))
      + String(decoding: digits.suffix(tail), as: UTF8.self)
  }

  /// What is wrong with it standing there.
  func fault(at place: Place) -> Diagnostic {
    switch kind {
    case .identity:
      NumberRules.identity.at(
        place, Wording("这里写了身份证号（\(masked)）", en: "an identity number stands here (\(masked))"),
        help: Wording("删掉它；要区分同名的人，写部门", en: "take it out; the department tells namesakes apart"))
    case .mobile:
      NumberRules.mobile.at(
        place, Wording("这里写了手机号（\(masked)）", en: "a mobile number stands here (\(masked))"),
        help: Wording("改写办公电话或内线，如 0871-61234567", en: "give an office telephone, such as 0871-61234567"))
    case .document:
      NumberRules.identity.at(
        place, Wording("这里写了证件号码（\(masked)）", en: "the number of a document stands here (\(masked))"),
        help: Wording("删掉它；要区分同名的人，写部门", en: "take it out; the department tells namesakes apart"))
    case .email:
      NumberRules.email.at(
        place, Wording("这里写了电子邮箱（\(masked)）", en: "an e-mail address stands here (\(masked))"),
        help: Wording(
          "个人的邮箱删掉；工会公用的邮箱，在它前面写上“联系方式：”",
          en: "take out a person's; put “contact:” before the union's own in the same line"))
    case .chat:
      NumberRules.chat.at(
        place, Wording("这里写了微信号或 QQ 号（\(masked)）", en: "an account of WeChat or QQ stands here (\(masked))"),
        help: Wording(
          "个人的账号删掉，改写办公电话；工会公用的账号，在它前面写上“联系方式：”",
          en: "take out a person's; put “contact:” before the union's own in the same line"))
    case .address:
      NumberRules.address.at(
        place, Wording("这里写了住址", en: "somebody's address stands here"),
        help: Wording("删掉它；说明情况只写到区县或街道", en: "take it out; the district is enough"))
    case .plate:
      NumberRules.plate.at(
        place, Wording("这里写了车牌号（\(masked)）", en: "a number plate stands here (\(masked))"),
        help: Wording(
          "是个人的车，删掉它；是单位或包车，不用管", en: "take it out where it is a person's; of an office's or a hired coach leave it"))
    case .bankCard:
      NumberRules.bankCard.at(
        place, Wording("这里写了银行卡号（\(masked)）", en: "a bank card's number stands here (\(masked))"),
        help: Wording("删掉它；收付款信息由工会办公室单独告知", en: "take it out; the office tells it to whom it concerns"))
    }
  }
}

// MARK: What makes a number one

/// 18 digits with a possible day of birth and the check digit of GB 11643 (ISO 7064, MOD 11-2), or 15 digits that begin
/// with a province and hold a possible day.
func isIdentityNumber(_ digits: ArraySlice<UInt8>) -> Bool {
  let values = digits.map { Int($0) - 48 }
  if values.count == 15 {
    return provinces.contains(values[0] * 10 + values[1])
      && isDay(1900 + values[6] * 10 + values[7], values[8] * 10 + values[9], values[10] * 10 + values[11])
  }
  guard values.count == 18, values.dropLast().allSatisfy({ (0...9).contains($0) }) else { return false }
  let year = values[6..<10].reduce(0) { $0 * 10 + $1 }
  guard (1800..<2100).contains(year), isDay(year, values[10] * 10 + values[11], values[12] * 10 + values[13])
  else { return false }
  let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
  return digits.last == checkDigits[sum % 11]
}

private func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool { Day(year: year, month: month, day: day) != nil }

private let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
private let checkDigits = Array("10X98765432".utf8)
/// GB/T 2260: the first two digits of every place.
private let provinces: Set<Int> = [
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
  64,
  65, 71, 81, 82,
]

/// 18 digits that begin with a province and hold a day on which somebody alive may have been born: what remains when one
/// digit of an identity number is mistyped, and hardly anything else.
func isMistypedIdentity(_ digits: ArraySlice<UInt8>) -> Bool {
  let values = digits.dropLast().map { Int($0) - 48 }
  guard values.count == 17, values.allSatisfy({ (0...9).contains($0) }) else { return false }
  let year = values[6..<10].reduce(0) { $0 * 10 + $1 }
  return provinces.contains(values[0] * 10 + values[1]) && (1900...2015).contains(year)
    && isDay(year, values[10] * 10 + values[11], values[12] * 10 + values[13])
}

/// 11 digits from 13 to 19 on.
func isMobileNumber(_ digits: ArraySlice<UInt8>) -> Bool {
  digits.count == 11 && digits.first == UInt8(ascii: "1") && digits[digits.startIndex + 1] >= UInt8(ascii: "3")
}

/// 16 to 19 digits with the check digit of ISO/IEC 7812-1 (Luhn) that begin as cards for payment do: those from 0 to 2
/// are airlines' numbers and what looks like a day, 7 and 8 belong to fuel and telecommunications.
func isBankCard(_ digits: ArraySlice<UInt8>) -> Bool {
  guard (16...19).contains(digits.count), let first = digits.first, "34569".utf8.contains(first) else { return false }
  var sum = 0
  for (index, digit) in digits.reversed().enumerated() {
    let value = (Int(digit) - 48) * (index % 2 == 1 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 == 0
}

package enum NumberRules {
  package static let identity = Rule(
    "identity-number", .error,
    Wording(
      "宣传栏上不能有身份证号，正文、表格、附件名里都不行（个人信息保护法第二十五条）。草稿里的也要删掉再发布。",
      en:
        "No identity number stands on the board, nor in the name of an attachment (Personal Information Protection Law, "
        + "art. 25)."),
    wrong: "张小明，身份证号 11010519491231002X", right: "张小明（外科）")
  package static let mobile = Rule(
    "mobile-number", .error,
    Wording(
      "联系方式写办公电话或内线，不写个人手机号（个人信息保护法第二十五条）。",
      en:
        "To be reached give an office telephone, never a person's mobile number (Personal Information Protection Law, "
        + "art. 25)."),
    wrong: "联系人：王干事，138 0013 8000", right: "联系：工会办公室，内线 6120")
  package static let bankCard = Rule(
    "bank-card", .error,
    Wording(
      "宣传栏上不能有银行卡号；金融账户是敏感个人信息（个人信息保护法第二十八条）。",
      en:
        "No bank card's number stands on the board; accounts are sensitive information (Personal Information Protection "
        + "Law, art. 28)."),
    wrong: "请汇入 6222 0212 3456 7890 128", right: "汇款方式请到工会办公室查询")
  package static let email = Rule(
    "email-address", .warning,
    Wording(
      "个人的电子邮箱不公开（个人信息保护法第二十五条）。一看就是单位的照写：gh、gonghui、office、bgs 这样的，或者和域名同名的；别的公用邮箱，"
        + "写在联系方式或异议受理里，或在同一行前面写明“联系方式”，也可以列在“不是人名”里。",
      en:
        "No person's e-mail address stands on the board (Personal Information Protection Law, art. 25). An office's may: gh, "
        + "gonghui, office, bgs and the like, or the domain's own name; any other is named as the union's contact, in the same "
        + "line, or listed under not_names."),
    wrong: "稿件请发 zhangxiaoming@board.example", right: "联系方式：工会办公室，gonghui@board.example")
  package static let plate = Rule(
    "number-plate", .note,
    Wording(
      "个人的车牌号能查到是谁。单位的车和包车可以写。",
      en: "A person is found by the plate of a car; an office's and a coach's may stand here."),
    wrong: "云A·12345 请挪车", right: "请停在消防通道的车主挪车")
  package static let chat = Rule(
    "chat-account", .warning,
    Wording(
      "个人的微信号、QQ 号不公开（个人信息保护法第二十五条）。工会公用的，写在联系方式里，或在同一行前面写明“联系方式”；群号和公众号可以写。",
      en:
        "No person's account of WeChat or QQ stands on the board (Personal Information Protection Law, art. 25); the union's "
        + "own is named as its contact, in the same line. Numbers of groups may stand here."),
    wrong: "报名请加微信：zhangxm_1988", right: "报名请打内线 6120")
  package static let address = Rule(
    "home-address", .warning,
    Wording(
      "职工住在哪里不公开（个人信息保护法第二十八条：行踪和住处可能危及人身、财产安全）。办公和活动的地点照写。",
      en:
        "Where somebody lives stands nowhere on the board (Personal Information Protection Law, art. 28). Places of offices "
        + "and events do."),
    wrong: "该职工家住翠湖小区3栋2单元501室", right: "该职工家住外县")
  package static let all = [identity, mobile, bankCard, email, chat, address, plate]
}
