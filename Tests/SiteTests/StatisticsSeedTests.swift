import BanbaoSite
import BanbaoSource
import BanbaoUnion
import TestSupport
import Testing

/// The statistics of random unions against sums that are made without them.
@Suite struct StatisticsSeedTests {
  /// A figure as its author knows it: the word before or behind it, empty for an exact one.
  private struct Figure: Equatable {
    var number: Int
    var word = ""

    init(_ number: Int, _ random: inout SplitMix64, roughOnceIn: Int = 4) {
      self.number = number
      if random.oneIn(roughOnceIn) { word = ["近", "余", "约"][random.below(3)] }
    }

    static let one = exact(1)
    static func exact(_ number: Int) -> Figure { Figure(number, word: "") }

    private init(_ number: Int, word: String) {
      self.number = number
      self.word = word
    }

    /// Around digits, where people write it.
    func written(_ digits: String) -> String { word == "余" ? digits + word : word + digits }

    /// What both come to: as rough as the one that is rough, and 约 where they are rough in different ways.
    static func + (_ one: Figure, _ other: Figure) -> Figure {
      let words = Set([one.word, other.word]).subtracting([""])
      return Figure(one.number + other.number, word: words.count > 1 ? "约" : words.first ?? "")
    }
  }

  /// What a union has recorded, kept as plain figures: by measure and year what every record gave, nil for one that
  /// gives nothing.
  private struct Union {
    var files: [String: String] = [:]
    var given: [String: [Int: [Figure?]]] = [:]
    var honours: [Int: [String: Int]] = [:]
    let years: ClosedRange<Int>

    init(seed: Int) {
      var random = SplitMix64(seed: UInt64(seed))
      years = (2025 - random.below(4))...2026
      for number in 0..<(3 + random.below(28)) {
        let year = years.lowerBound + random.below(years.count)
        // Before the site's day, in the last year too.
        let date = "\(year)-0\(1 + random.below(9))-\(10 + random.below(18))"
        let count = random.oneIn(5) ? nil : Figure(2 + random.below(400), &random)
        // Person-times are more than people where both are told.
        let heads =
          count.map {
            random.oneIn(2)
              ? "people: \($0.written("\($0.number)"))\n"
              : "people: \($0.number / 2)\nperson_times: \($0.written("\($0.number)"))\n"
          } ?? ""
        let head = "title: 甲\(number)\ndate: \(date)\n"
        let spent = random.oneIn(4) ? nil : Self.amount(&random)
        let amount = "amount: \(spent.map(Self.money) ?? "待补")\n"
        switch random.below(7) {
        case 0:
          let cost = spent.map { "cost: {amount: \(Self.money($0))}\n" } ?? ""
          add("activities", number, "\(head)kind: 文体\n\(heads)\(cost)", year, ["活动项数": Figure.one, "参加活动人次": count])
          if spent != nil { give("活动", year, spent) }
        case 1:
          let cost = spent.map { "cost: {amount: \(Self.money($0))}\n" } ?? ""
          add("training", number, "\(head)audience: 职工\n\(heads)\(cost)", year, ["培训人次": count])
          if spent != nil { give("培训", year, spent) }
        case 2:
          add(
            "visits", number, "\(head)kind: 困难\n\(heads)\(amount)", year,
            ["慰问人次": count, "慰问金额": spent, "慰问": spent])
        case 3:
          let level = ["国家", "省", "市", "县区", "系统", "上级", "本级"][random.below(7)]
          add("honours", number, "\(head)level: \(level)\nkind: 集体\nawarded_by: 总工会\n", year, [:])
          honours[year, default: [:]][level, default: 0] += 1
        case 4:
          add("benefits", number, "\(head)kind: 节日福利\n\(heads)\(amount)", year, ["福利互助": spent])
        case 5:
          let raised = Self.amount(&random)
          add("donations", number, "\(head)for: 助学\nraised: \(Self.money(raised))\n", year, ["爱心捐助": raised])
        default:
          guard files["membership/\(year).md"] == nil else { continue }
          let closing = Figure(300 + random.below(500), &random)
          let women = random.oneIn(3) ? nil : Figure(100 + random.below(150), &random)
          files["membership/\(year).md"] = """
            ---
            title: 会员
            date: \(date)
            period: \(year)
            opening: \(closing.number)
            joined: 0
            closing: \(closing.written("\(closing.number)"))
            \(women.map { "women: \($0.written("\($0.number)"))" } ?? "groups: 3")
            ---
            """
          give("会员", year, closing)
          give("其中女会员", year, women)
        }
      }
    }

    private static func amount(_ random: inout SplitMix64) -> Figure {
      // Nobody knows the fen of a rough amount.
      let rough = Figure(100 * (1 + random.below(90_000)), &random)
      return rough.word.isEmpty && random.oneIn(2) ? Figure.exact(rough.number + random.below(100)) : rough
    }

    private static func money(_ figure: Figure) -> String {
      let fen = figure.number % 100
      return figure.written(fen == 0 ? "\(figure.number / 100)" : "\(figure.number / 100).\(fen < 10 ? "0" : "")\(fen)")
    }

    private mutating func add(
      _ folder: String, _ number: Int, _ fields: String, _ year: Int, _ measures: [String: Figure?]
    ) {
      files["\(folder)/\(number).md"] = "---\n\(fields)---\n\n记事。\n"
      for (measure, value) in measures { give(measure, year, value) }
    }

    private mutating func give(_ measure: String, _ year: Int, _ value: Figure?) {
      given[measure, default: [:]][year, default: []].append(value)
    }

    /// From the first year of any record to the last, which are the columns of the table.
    var columns: ClosedRange<Int>? {
      let all = given.values.flatMap(\.keys) + Array(honours.keys)
      guard let first = all.min(), let last = all.max() else { return nil }
      return first...last
    }

    /// As the table has a measure.
    func row(_ measure: String, unit: String) -> [String]? {
      guard let byYear = given[measure], let columns else { return nil }
      guard byYear.values.contains(where: { $0.contains { $0 != nil } }) else { return nil }
      return columns.map { year in
        let known = (byYear[year] ?? []).compactMap { $0 }
        guard let first = known.first else { return "〔待补〕" }
        let sum = known.dropFirst().reduce(first, +)
        guard unit == "元" else { return sum.written(formatted(count: sum.number)) + unit }
        let digits = Money(fen: Int64(sum.number)).grouped
        let whole = !sum.word.isEmpty && digits.hasSuffix(".00")
        return sum.written(whole ? String(digits.dropLast(3)) : digits) + unit
      }
    }

    /// As the table has the honours of a level: a year with honours of other levels lacks nothing.
    func row(level: String) -> [String]? {
      guard let columns, honours.values.contains(where: { $0[level] != nil }) else { return nil }
      return columns.map { year in
        guard let ofYear = honours[year] else { return "〔待补〕" }
        return ofYear[level].map { "\($0)项" } ?? "—"
      }
    }
  }

  private static let measures = [
    ("会员", "人"), ("其中女会员", "人"), ("活动项数", "项"), ("参加活动人次", "人次"), ("培训人次", "人次"), ("慰问人次", "人次"), ("慰问金额", "元"),
    ("爱心捐助", "元"), ("活动", "元"), ("培训", "元"), ("慰问", "元"), ("福利互助", "元"),
  ]

  @Test(arguments: 0..<10)
  func `counts and sums by kind and year of 500 unions are those of an independent sum`(part: Int) async throws {
    for seed in part * 50..<part * 50 + 50 {
      let union = Union(seed: seed)
      let site = try await BuiltSite(union.files)
      let table = try #require(try site.view("summary/index.html").list("tables").first)
      let rows = table.list("groups").flatMap { $0.list("measures") }
      var told: [String: [String]] = [:]
      for row in rows { told[row.text("label")] = row.texts("cells", "text") }
      for (measure, unit) in Self.measures {
        // A measure that no record gives has no row, or one of 〔待补〕 beside its like.
        let expected = union.row(measure, unit: unit)
        let row = told[measure].flatMap { expected == nil && $0.allSatisfy { $0 == "〔待补〕" } ? nil : $0 }
        #expect(row == expected, "seed \(seed): \(measure)")
      }
      let levels = Set(union.honours.values.flatMap(\.keys))
      for level in levels {
        // The only level bears the measure's name.
        #expect(told[levels.count > 1 ? level : "荣誉项数"] == union.row(level: level), "seed \(seed): \(level)")
      }
    }
  }
}
