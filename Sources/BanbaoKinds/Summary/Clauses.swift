import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

/// How many took part: person-times where any record counts them, a record's people standing for as many, and people
/// besides where all records count both; people alone where none counts person-times. 〔待补〕 where none counts at all.
func turnout<Kind: CountsPeople>(_ entries: [Entry<Kind>]) -> Clause? {
  let heads = Quantity(entries, lacks: { $0.record.headcount.visits == nil }, { $0.record.headcount.people?.value })
  let times = attendance(entries)
  let headCount = Clause("\(heads)人", en: "\(heads) people")
  guard entries.contains(where: { $0.record.headcount.personTimes != nil }) || !heads.isKnown else { return headCount }
  let isBoth = heads.isKnown && heads.missing == 0 && heads.magnitude != times.magnitude
  return .list([isBoth ? headCount : nil, Clause("\(times)人次", en: "\(times) person-times")])
}

/// Everybody who took part counted each time: person-times, and people where a record counts people only.
func attendance<Kind: CountsPeople>(_ entries: [Entry<Kind>]) -> Quantity {
  Quantity(entries, lacks: { $0.record.headcount.visits == nil }, { $0.record.headcount.attendance })
}

/// `标准300.00元/人`: rates, each once.
func rates<Kind: RecordKind>(_ entries: [Entry<Kind>], _ rates: (Kind) -> [Rate]) -> Clause? {
  let all = entries.flatMap { entry in rates(entry.record).map { (entry: entry, rate: $0) } }
  let different = grouped(all) { "\($0.rate.item)\n\($0.rate.amount.value.fen)\n\($0.rate.unit)" }
  let clauses = different.compactMap { _, members -> Clause? in
    guard let first = members.first else { return nil }
    var quantity = Quantity([(first.entry as any AnyEntry, first.rate.amount.value)])
    quantity.isSum = false
    quantity.shares = members.map { .init(entry: $0.entry, printed: $0.rate.amount.value.printed) }
    let rate = Clause(
      "\(first.rate.item)\(quantity)元/\(first.rate.unit)", en: "\(first.rate.item) \(quantity) yuan/\(first.rate.unit)")
    let count = Quantity(members.map { ($0.entry as any AnyEntry, $0.rate.count?.value) }).known
    return count.map { Clause("\(rate)（\($0)\(first.rate.unit)）", en: "\(rate) (\($0))") } ?? rate
  }
  return Clause.list(clauses).map { Clause("标准\($0)", en: "at \($0)") }
}

/// `其中太极扇34人、鲜花篮300.00元，含义诊`: the parts of what records count, those of one name together; nil for none.
func parts<Kind: HasParts>(_ entries: [Entry<Kind>]) -> Clause? {
  let all = entries.flatMap { entry in entry.record.parts.map { (entry: entry as any AnyEntry, part: $0) } }
  var (counted, named): ([Clause], [Clause]) = ([], [])
  for (name, members) in grouped(all, by: { $0.part.name.value }) {
    let unit = members.first?.part.unit ?? ""
    let count = Quantity(members.map { ($0.entry, $0.part.count?.value) }).known
    let amount = Quantity(members.map { ($0.entry, $0.part.amount?.value) }).known
    let figures = Clause.list(
      [count.map { Clause("\($0)\(unit)", en: "\($0)") }, amount.map { Clause("\($0)元", en: "\($0) yuan") }],
      by: Wording("共", en: ", "))
    if let figures {
      counted.append(Clause("\(name)\(figures)", en: "\(name) \(figures)"))
    } else {
      named.append(Clause("\(name)", en: "\(name)"))
    }
  }
  return .list(
    [
      Clause.list(counted).map { Clause("其中\($0)", en: "of them \($0)") },
      Clause.list(named).map { Clause("含\($0)", en: "with \($0)") },
    ], by: Wording("，", en: ", "))
}

extension Clause {
  /// An author's words; nil for none.
  static func said(_ text: String) -> Clause? { text.isEmpty ? nil : Clause("\(text)", en: "\(text)") }

  /// An author's words behind a label.
  static func said(_ label: Wording, _ text: String) -> Clause? {
    said(text).map { Clause("\(label)\($0)", en: "\(label)\($0)") }
  }

  static func said(_ label: Wording, _ text: Located<String>?) -> Clause? { said(label, text?.value ?? "") }

  /// `依据云工发〔2026〕7号`: the upper documents that a record carries out; nil for none.
  static func upperDocuments(_ entry: any AnyEntry) -> Clause? {
    said(Wording("依据", en: "by "), entry.common.upperDocuments.map(\.value).joined(separator: "、"))
  }

  static func record(_ entry: any AnyEntry) -> Clause { Clause("\(entry)", en: "\(entry)") }

  /// The days of a record within its year: 3月26日至4月3日.
  static func days(_ days: DaySpan) -> Clause { Clause(shortWords(days)) }
}
