import BanbaoSite
import BanbaoSource
import TestSupport
import Testing

/// The statistics of random unions against sums that are made without them.
@Suite struct StatisticsSeedTests {
  /// What a union has recorded, kept as plain numbers: by measure and year what every record gave, nil for one that
  /// gives nothing.
  private struct Union {
    var files: [String: String] = [:]
    var given: [String: [Int: [Int?]]] = [:]
    let years: ClosedRange<Int>

    init(seed: Int) {
      var random = SplitMix64(seed: UInt64(seed))
      years = (2025 - random.below(4))...2026
      for number in 0..<(3 + random.below(28)) {
        let year = years.lowerBound + random.below(years.count)
        // Before the site's day, in the last year too.
        let date = "\(year)-0\(1 + random.below(9))-\(10 + random.below(18))"
        let count = random.oneIn(5) ? nil : 1 + random.below(400)
        // Person-times are more than people where both are told.
        let heads =
          count.map { random.oneIn(2) ? "people: \($0)\n" : "people: \(max(1, $0 / 2))\nperson_times: \($0)\n" } ?? ""
        let head = "title: 甲\(number)\ndate: \(date)\n"
        switch random.below(5) {
        case 0:
          add("activities", number, "\(head)kind: 文体\n\(heads)", year, [("活动项数", 1), ("参加活动人次", count)])
        case 1:
          add("training", number, "\(head)audience: 职工\n\(heads)", year, [("培训人次", count)])
        case 2:
          let fen = random.oneIn(4) ? nil : 1 + random.below(900_000)
          let amount = fen.map { "amount: \($0 / 100).\($0 % 100 < 10 ? "0" : "")\($0 % 100)\n" } ?? "amount: 待补\n"
          add("visits", number, "\(head)kind: 困难\n\(heads)\(amount)", year, [("慰问人次", count), ("慰问金额", fen)])
        case 3:
          add(
            "honours", number, "\(head)level: 省\nkind: 集体\nawarded_by: 总工会\n", year, [("荣誉项数", 1)])
        default:
          let fen = 100 * (1 + random.below(90_000))
          add("donations", number, "\(head)for: 助学\nraised: \(fen / 100)\n", year, [("爱心捐助", fen)])
        }
      }
    }

    private mutating func add(
      _ folder: String, _ number: Int, _ fields: String, _ year: Int, _ measures: [(String, Int?)]
    ) {
      files["\(folder)/\(number).md"] = "---\n\(fields)---\n\n记事。\n"
      for (measure, value) in measures { given[measure, default: [:]][year, default: []].append(value) }
    }

    /// As the table has a measure: from the first year of any record to the last.
    func row(_ measure: String, unit: String) -> [String]? {
      guard let byYear = given[measure], byYear.values.contains(where: { $0.contains { $0 != nil } }) else {
        return nil
      }
      let all = given.values.flatMap(\.keys)
      guard let first = all.min(), let last = all.max() else { return nil }
      return (first...last).map { year in
        let known = (byYear[year] ?? []).compactMap { $0 }
        guard !known.isEmpty else { return "〔待补〕" }
        let sum = known.reduce(0, +)
        return unit == "元" ? Money(fen: Int64(sum)).grouped + unit : "\(sum)\(unit)"
      }
    }
  }

  private static let measures = [
    ("活动项数", "项"), ("参加活动人次", "人次"), ("培训人次", "人次"), ("慰问人次", "人次"), ("慰问金额", "元"), ("爱心捐助", "元"), ("荣誉项数", "项"),
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
        #expect(told[measure] == union.row(measure, unit: unit), "seed \(seed): \(measure)")
      }
    }
  }
}
