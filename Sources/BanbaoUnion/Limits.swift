package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource

/// 限额: how much a union may spend a head or in one payment, as `limits.yaml` gives it. The figures are the provinces' own
/// and change from year to year (DomainNotes 1.8), so of what a head costs none are built in.
package struct Limits: Register {
  /// 单位: what the amount is for.
  package enum Unit: String, Choice {
    case person = "人"
    case time = "次"
    case day = "人天"
    case year = "人年"
    case payment = "笔"
    case percent = "百分比"

    package var english: String {
      switch self {
      case .person: "person"
      case .time: "person-time"
      case .day: "person and day"
      case .year: "person and year"
      case .payment: "payment"
      case .percent: "hundred"
      }
    }
  }

  /// One line of the file.
  package struct Limit: Sendable {
    package var item: LimitedItem
    /// Empty where it holds everywhere.
    package var region: String
    /// The first day on which it holds.
    package var from: Day
    package var amount: Money
    package var unit: Unit
    /// How the file names keys.
    package var keys: KeyLanguage
    /// Of the line, and of its `region`.
    package var place: Place
    package var regionPlace: Place?
  }

  package var limits: [Limit]

  package static let rules = LimitRules.all

  package static var schemas: [FileSchema] {
    [
      FileSchema(
        name: "limits", title: Wording("开支限额", en: "Spending limits"), files: ["limits.yaml"],
        fields: FieldReader.describe { _ = readAll(&$0) })
    ]
  }

  /// One file at the root of the content.
  package static let files = [KnownFile("limits.yaml", words: ["限额", "标准"])]
  package static func reads(_ path: String) -> Bool { path == "limits.yaml" }

  package static func read(_ files: [SourceText]) -> (register: Limits, diagnostics: [Diagnostic]) {
    var limits: [Limit] = []
    var diagnostics: [Diagnostic] = []
    for file in files {
      limits += readFields(of: file, &diagnostics) { readAll(&$0) } ?? []
    }
    return (Limits(limits: limits), diagnostics + repeated(limits) + limits.compactMap(unitFault))
  }

  enum Keys {
    static let limits = GroupKey(
      "limits", "限额", Wording("项目、起、金额、单位，地区可以不写", en: "rule, from, amount, unit, and region"))
  }

  private static func readAll(_ fields: inout FieldReader) -> [Limit] {
    fields.records(Keys.limits) {
      Limit.read(&$0)
    }
  }

  /// Two limits for one thing from one day on: nobody could tell which holds.
  private static func repeated(_ limits: [Limit]) -> [Diagnostic] {
    struct Thing: Hashable {
      var item: LimitedItem
      var region: String
      var from: Day
      var unit: Unit
    }
    var known: [Thing: Limit] = [:]
    return limits.compactMap { limit in
      let thing = Thing(item: limit.item, region: limit.region, from: limit.from, unit: limit.unit)
      let first = known[thing]
      if first == nil { known[thing] = limit }
      return first.map {
        LimitRules.repeated.at(
          limit.place,
          Wording(
            "“\(limit.item.rawValue)”自 \(limit.from.iso) 起有两个限额：\($0.amount.grouped) 元和 \(limit.amount.grouped) 元",
            en:
              "“\(limit.item.rawValue)” has two limits from \(limit.from.iso) on: \($0.amount.grouped) and \(limit.amount.grouped)"
          ),
          help: Wording(
            "只留一条，或写清各自的“\(limit.keys[Limit.Keys.region])”“\(limit.keys[Limit.Keys.from])”",
            en: "keep one, or tell them apart by \(limit.keys[Limit.Keys.region]) or \(limit.keys[Limit.Keys.from])"),
          related: [Related($0.place, Wording("第一条", en: "the first"))])
      }
    }
  }

  /// A limit in a unit by which its thing is not measured would hold nothing.
  private static func unitFault(_ limit: Limit) -> Diagnostic? {
    guard !limit.item.units.contains(limit.unit) else { return nil }
    let units = limit.item.units.map(\.rawValue)
    return LimitRules.unit.at(
      limit.place,
      Wording(
        "“\(limit.item.rawValue)”不按“\(limit.unit.rawValue)”算",
        en: "\(limit.item.english) are not limited by “\(limit.unit.rawValue)”"),
      help: Wording(
        "“\(limit.keys[Limit.Keys.unit])”写 \(units.joined(separator: "、"))",
        en: "for \(limit.keys[Limit.Keys.unit]) write \(units.joined(separator: ", "))"))
  }

  /// The limits on one thing that hold on a day, one a unit: of those for the region the newest, never one from after
  /// the day. Of two from one day the one for the narrower region holds.
  package func holding(_ item: LimitedItem, on day: Day, in region: String) -> [Limit] {
    let candidates = limits.filter { $0.item == item && $0.from <= day && $0.holds(in: region) }
    if candidates.isEmpty, let wider = item.wider { return holding(wider, on: day, in: region) }
    return Unit.allCases.compactMap { unit in
      candidates.filter { $0.unit == unit }
        .max { ($0.from, $0.region.count) < ($1.from, $1.region.count) }
    }
  }
}

extension Limits.Limit {
  enum Keys {
    static let rule = Key.choice(
      "rule", "项目", LimitedItem.self, Wording("限额管什么", en: "what the limit is on"), .required)
    static let region = Key.text("region", "地区", Wording("如 某省；不写就到处适用", en: "where it holds; everywhere if absent"))
    static let from = Key.day("from", "起", Wording("从哪天起实行", en: "the first day on which it holds"), .required)
    static let amount = Key.money("amount", "金额", Wording("最多多少元", en: "in yuan, at most"), .required)
    static let unit = Key.choice("unit", "单位", Limits.Unit.self, Wording("每什么", en: "for each what"), .required)
  }

  static func read(_ fields: inout FieldReader) -> Self? {
    let item = fields.read(Keys.rule)
    let region = fields.read(Keys.region)
    let from = fields.read(Keys.from)
    let amount = fields.read(Keys.amount)
    let unit = fields.read(Keys.unit)
    guard let item, let from, let amount, let unit else { return nil }
    return Self(
      item: item.value, region: region?.value ?? "", from: from.value, amount: amount.value, unit: unit.value,
      keys: fields.keys, place: fields.place(amount.mark), regionPlace: region.map { fields.place($0.mark) })
  }

  /// Whether a region is the limit's own or lies in it: 某省某市 lies in 某省.
  package func holds(in region: String) -> Bool { self.region.isEmpty || region.hasPrefix(self.region) }

  /// `1,000.00 元/人年`.
  package var wording: Wording {
    if unit == .percent { return Wording("\(amount.grouped)%", en: "\(amount.grouped) %") }
    return Wording("每\(unit.each) \(amount.grouped) 元", en: "\(amount.grouped) for each \(unit.english)")
  }
}

extension LimitedItem {
  /// By what its limits are measured.
  fileprivate var units: [Limits.Unit] {
    switch self {
    case .cash, .purchase: [.payment]
    case .upperShare: [.percent]
    default: [.person, .time, .day, .year]
    }
  }
}

extension Limits.Unit {
  fileprivate var each: String {
    switch self {
    case .person: "人"
    case .time: "人次"
    case .day: "人每天"
    case .year: "人每年"
    case .payment: "笔"
    case .percent: "百"
    }
  }
}

package enum LimitRules {
  package static let exceeded = Rule(
    "limit-exceeded", .warning,
    Wording(
      "工会经费的人均开支不超过 limits.yaml 里当时当地的限额。限额只管实行以后的开支。",
      en: "What a head costs stays below the limit of limits.yaml for the day and region; a limit never reaches back."),
    wrong:
      "kind: 患病\npeople: 2\namount: 5000\n\nlimits.yaml:\nlimits:\n  - {rule: 患病慰问, from: 2025-01-01, amount: 1000, unit: 次}",
    right: "kind: 患病\npeople: 2\namount: 1600")
  package static let repeated = Rule(
    "limit-duplicate", .error,
    Wording("同一项目、地区、单位，从同一天起只有一个限额。", en: "One thing has one limit from one day on in one region."),
    wrong:
      "limits:\n  - {rule: 患病慰问, from: 2025-01-01, amount: 1000, unit: 次}\n  - {rule: 患病慰问, from: 2025-01-01, amount: 2000, unit: 次}",
    right:
      "limits:\n  - {rule: 患病慰问, from: 2025-01-01, amount: 1000, unit: 次}\n  - {rule: 患病慰问, from: 2026-01-01, amount: 2000, unit: 次}"
  )
  package static let region = Rule(
    "limit-region", .note,
    Wording(
      "按地区的限额要在 site.yaml 里写明 region（地区）才用得上。",
      en: "Limits of a region hold only where site.yaml names the site's region."),
    wrong: """
      limits.yaml:
      limits:
        - {rule: 患病慰问, region: 某省, from: 2025-01-01, amount: 1000, unit: 次}
      """,
    right: """
      site.yaml:
      region: 某省某市

      limits.yaml:
      limits:
        - {rule: 患病慰问, region: 某省, from: 2025-01-01, amount: 1000, unit: 次}
      """)
  package static let unit = Rule(
    "limit-unit", .error,
    Wording(
      "限额的单位要合它的项目：人均的写人、次、人天、人年；现金支付、一次采购写笔；上缴比例写百分比。",
      en:
        "A limit has a unit of its thing: a head's 人, 次, 人天 or 人年; of a payment 笔; of a share 百分比."),
    wrong: "limits:\n  - {rule: 现金支付, from: 2025-01-01, amount: 1000, unit: 人}",
    right: "limits:\n  - {rule: 现金支付, from: 2025-01-01, amount: 1000, unit: 笔}")
  package static let uncounted = Rule(
    "limit-uncounted", .warning,
    Wording(
      "有限额的开支写明给了多少人，否则无法核对；连一个人的限额也没有用到的，不必写。",
      en: "What has a limit says for how many people it was; nothing is asked of what is below the limit of one."),
    wrong:
      "kind: 患病\namount: 5000\n\nlimits.yaml:\nlimits:\n  - {rule: 患病慰问, from: 2025-01-01, amount: 1000, unit: 次}",
    right: "kind: 患病\npeople: 6\namount: 5000")
  package static let all = [exceeded, repeated, region, unit, uncounted]
}
