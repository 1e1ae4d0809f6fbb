import BanbaoSource
import BanbaoUnion

/// What the words of a summary tell of a payment, as far as a check asks.
struct SummarySense: OptionSet, Sendable {
  let rawValue: UInt32

  /// 作废: a number that was spoilt.
  static let void = SummarySense(rawValue: 1 << 0)
  /// 冲销, 更正: a correction.
  static let correction = SummarySense(rawValue: 1 << 1)
  /// Money that goes to persons: cash is allowed, and equal payments are usual (《现金管理暂行条例》art. 5).
  static let personal = SummarySense(rawValue: 1 << 2)
  /// 慰问, of which goods are bought from somebody.
  static let visit = SummarySense(rawValue: 1 << 3)
  static let goods = SummarySense(rawValue: 1 << 4)
  static let card = SummarySense(rawValue: 1 << 5)
  static let entertaining = SummarySense(rawValue: 1 << 6)
  static let travel = SummarySense(rawValue: 1 << 7)
  static let examination = SummarySense(rawValue: 1 << 8)
  static let retired = SummarySense(rawValue: 1 << 9)
  static let farewell = SummarySense(rawValue: 1 << 10)
  /// What is said against a thing rather than spent on it: 清退购物卡.
  static let denial = SummarySense(rawValue: 1 << 11)
  static let invoice = SummarySense(rawValue: 1 << 12)
  /// 定额备用金, 押金: a claim that stands as long as what it secures.
  static let standing = SummarySense(rawValue: 1 << 13)
  static let leisure = SummarySense(rawValue: 1 << 14)
  static let penalty = SummarySense(rawValue: 1 << 15)
  /// 津贴, 奖金: pay, which is the employer's.
  static let pay = SummarySense(rawValue: 1 << 16)
  /// What pay may rightly be called for: a prize, help in need, the work of part-time union cadres.
  static let earned = SummarySense(rawValue: 1 << 17)

  /// Whether persons get the money.
  var isPersonal: Bool { contains(.personal) || (contains(.visit) && !contains(.goods)) }
}

extension Ledger {
  func sense(_ entry: LedgerEntry) -> SummarySense { summaryWords.senses(in: text.bytes[entry.summary.range]) }
}

/// Words of summaries, all looked for in one pass: a ledger has many lines.
struct SummaryWords: Sendable {
  private struct Word {
    var bytes: [UInt8]
    var sense: SummarySense
  }

  /// By the first scalar, which is ASCII, or Han and takes three bytes.
  private let words: [UInt16: [Word]]
  /// By the first scalar: whether any word begins with it.
  private let begins: [Bool]

  init(_ lists: [(SummarySense, [String])]) {
    var words: [UInt16: [Word]] = [:]
    var begins = [Bool](repeating: false, count: 1 << 16)
    for (sense, list) in lists {
      for word in list {
        let bytes = Array(word.utf8)
        guard let first = Self.scalar(bytes[...])?.value else { continue }
        words[first, default: []].append(Word(bytes: bytes, sense: sense))
        begins[Int(first)] = true
      }
    }
    self.words = words
    self.begins = begins
  }

  /// What words there are in a text.
  func senses(in text: ArraySlice<UInt8>) -> SummarySense {
    var found: SummarySense = []
    var place = text.startIndex
    while place < text.endIndex {
      guard let (scalar, width) = Self.scalar(text[place...]) else {
        place += 1
        continue
      }
      if begins[Int(scalar)] {
        var here: SummarySense = []
        // 招待所 is no 招待.
        var isOther = false
        for word in words[scalar] ?? [] where text[place...].starts(with: word.bytes) {
          here.formUnion(word.sense)
          isOther = isOther || word.sense.isEmpty
        }
        if !isOther { found.formUnion(here) }
      }
      place += width
    }
    return found
  }

  /// The scalar of one byte or three with which a text begins.
  private static func scalar(_ text: ArraySlice<UInt8>) -> (value: UInt16, width: Int)? {
    guard let first = text.first else { return nil }
    if first < 0x80 { return (UInt16(first), 1) }
    guard text.count >= 3, first & 0xF0 == 0xE0 else { return nil }
    let (second, third) = (text[text.startIndex + 1], text[text.startIndex + 2])
    return (UInt16(first & 0x0F) << 12 | UInt16(second & 0x3F) << 6 | UInt16(third & 0x3F), 3)
  }
}

let summaryWords = SummaryWords([
  (.void, ["作废", "空白", "废号", "跳号", "缺号", "注销"]),
  (.correction, correctionWords),
  (
    .personal,
    [
      "慰问金", "补助", "补贴", "津贴", "救助", "帮扶", "助学", "抚恤", "丧葬", "奖金", "讲课费", "课酬", "劳务", "报酬", "评委费", "裁判费",
      "稿费", "稿酬", "差旅", "误餐",
    ]
  ),
  (.visit, ["慰问", "探望", "看望", "走访", "吊唁"]),
  (.goods, ["品", "物资", "礼盒", "花圈", "花篮", "水果", "饮料", "粮油", "蛋糕"]),
  (
    .card,
    [
      "购物卡", "购物券", "购物劵", "代金券", "代金卡", "储值卡", "消费卡", "消费券", "充值卡", "加油卡", "预付卡", "礼品卡", "礼品券", "现金券", "超市卡",
      "商场卡", "商超卡", "京东卡", "沃尔玛卡",
    ]
  ),
  (
    .entertaining,
    ["招待", "宴请", "宴席", "酒席", "请客", "送礼", "烟酒", "香烟", "酒水", "白酒", "红酒", "啤酒", "名酒", "高档酒", "聚餐", "会餐"]
  ),
  (.leisure, ["KTV", "ktv", "卡拉OK", "健身卡", "高尔夫", "歌厅", "歌舞厅", "夜总会", "足浴", "洗浴", "桑拿", "按摩", "美容卡"]),
  (
    .pay,
    [
      "津贴", "奖金", "年终奖", "绩效奖", "绩效工资", "加班费", "加班补贴", "过节费", "节日费", "值班费", "值班补贴", "值班补助", "生活补贴", "福利补贴", "节日补贴",
      "岗位补贴", "红包",
    ]
  ),
  (
    .earned,
    [
      "竞赛", "比赛", "大赛", "联赛", "球赛", "决赛", "比武", "运动会", "评比", "评选", "优胜", "名次", "获奖", "先进", "优秀", "积极分子", "表彰", "困难",
      "帮扶", "救助", "工会干部", "兼职", "裁判", "评委", "征文", "论文", "合理化建议", "一等", "二等", "三等", "第一名", "第二名", "第三名", "冠军", "亚军",
      "季军",
    ]
  ),
  (.penalty, ["罚款", "罚金", "滞纳金"]),
  (.travel, ["旅游", "出境游", "出国"]),
  (.examination, ["体检"]),
  (.retired, SpendingWords.retirees + ["退休慰问金", "退休慰问"]),
  (.farewell, SpendingWords.farewells),
  (.denial, ["清退", "退回", "收回", "追回", "严禁", "禁止", "自查", "整改", "退款", "不发", "不得", "杜绝", "拒绝", "抵制"]),
  (.invoice, ["发票", "票号", "票据号"]),
  (.standing, ["定额", "押金", "保证金", "质保"]),
  // What begins as another word does and says nothing of the kind.
  ([], ["招待所", "体检知识", "体检讲座", "体检宣传", "体检科普", "按摩椅", "按摩器", "按摩仪"]),
])

/// What a summary calls a correction.
let correctionWords = ["冲销", "注销", "冲红", "红冲", "红字", "更正", "订正", "冲回"]
