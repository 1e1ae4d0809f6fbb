import BanbaoDiagnostics
import BanbaoSource

/// One line of what a seal closes, as `seals.yaml` keeps it and as its digest is made from: what it tells of, then its
/// fields, each with its name: `分录 | 日期 2026-03-08 | 凭证号 付-1 | …`. What is empty is left out; in a value a bar is
/// doubled and a line end is `|n`, so that a text means one line and stands in one.
struct SealLine: Hashable, Sendable {
  /// What a line tells of.
  enum Kind: String, Sendable, CaseIterable {
    /// One side of a voucher that is no money.
    case entry = "分录"
    /// What a voucher moves in an account of money, where it moves several or nothing else.
    case money = "资金"
    /// What the lines of money say of a voucher and none of its other lines does.
    case remark = "凭证"
    case opening = "期初"
    case adjustments = "调整"
    case budget = "预算"
    case budgetChange = "预算调整"
    case reconciliation = "对账"
    case transit = "未达账项"
    case counted = "实存"
    case preparedBy = "编制"
    case chair = "主席"
    case review = "审查"
    case published = "公开"
    case correction = "更正"
    case sheet = "收支表"

    var english: String {
      switch self {
      case .entry: "entry"
      case .money: "money"
      case .remark: "voucher"
      case .opening: "opening"
      case .adjustments: "adjustments"
      case .budget: "budget"
      case .budgetChange: "change of the budget"
      case .reconciliation: "reconciliation"
      case .transit: "item in transit"
      case .counted: "count"
      case .preparedBy: "preparer"
      case .chair: "chair"
      case .review: "review"
      case .published: "publication"
      case .correction: "correction"
      case .sheet: "sheet"
      }
    }

    /// Whether it is a line of the ledger.
    var isOfLedger: Bool { self == .entry || self == .money || self == .remark }
  }

  /// What a field of a line is.
  enum Name: String, Sendable, CaseIterable {
    case day = "日期"
    case voucher = "凭证号"
    case account = "科目"
    case summary = "摘要"
    case debit = "借方"
    case credit = "贷方"
    case fund = "资金"
    case source = "经费来源"
    case attachments = "附单据数"
    case record = "关联记录"
    case item = "项目"
    case budget = "预算"
    case amount = "金额"
    case cash = "现金"
    case bank = "银行"
    case kind = "类型"
    case booked = "记账日"
    case decidedBy = "议定"
    case reason = "原因"
    case reviewed = "审查日"
    case by = "审查人"
    case opinion = "意见"
    case person = "姓名"

    var english: String {
      switch self {
      case .day: "day"
      case .voucher: "voucher"
      case .account: "account"
      case .summary: "summary"
      case .debit: "debit"
      case .credit: "credit"
      case .fund: "fund"
      case .source: "source"
      case .attachments: "attachments"
      case .record: "record"
      case .item: "item"
      case .budget: "budget"
      case .amount: "amount"
      case .cash: "cash"
      case .bank: "bank"
      case .kind: "kind"
      case .booked: "day of booking"
      case .decidedBy: "decision"
      case .reason: "reason"
      case .reviewed: "day of review"
      case .by: "reviewer"
      case .opinion: "opinion"
      case .person: "name"
      }
    }

    /// Whether it says how much.
    var isAmount: Bool { self == .debit || self == .credit || self == .amount }

    /// Where the ledger has it.
    var column: LedgerColumn? {
      switch self {
      case .day: .date
      case .voucher: .voucher
      case .account: .account
      case .summary: .summary
      case .fund: .fund
      case .source: .source
      case .attachments: .attachments
      case .record: .record
      default: nil
      }
    }
  }

  private(set) var text: String

  init(_ kind: Kind) { text = kind.rawValue }

  /// As it stands in a file, whatever that is.
  init(text: String) { self.text = text }

  mutating func add(_ name: Name, _ value: String) {
    let value = trimmed(value)
    guard !value.isEmpty else { return }
    text += Self.bar
    text += name.rawValue
    text += " "
    text += value.utf8.contains { $0 == 0x7C || $0 == 0x0A || $0 == 0x0D } ? Self.escaped(value) : value
  }

  private static let escapes: [UInt8: String] = [0x7C: "||", 0x0A: "|n", 0x0D: "|r"]

  private static func escaped(_ value: String) -> String {
    value.unicodeScalars.reduce(into: "") { text, scalar in
      text += scalar.isASCII ? escapes[UInt8(scalar.value)] ?? String(scalar) : String(scalar)
    }
  }

  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(0x7C) else { return text }
    var value = String.UnicodeScalarView()
    var isEscape = false
    for scalar in text.unicodeScalars {
      if !isEscape, scalar == "|" {
        isEscape = true
        continue
      }
      value.append(isEscape ? scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar : scalar)
      isEscape = false
    }
    return String(value)
  }

  func adding(_ name: Name, _ value: String) -> SealLine {
    var line = self
    line.add(name, value)
    return line
  }

  private static let bar = " | "

  /// Its parts as they stand between bars.
  private var parts: [String] {
    text.unicodeScalars.split(separator: Self.bar.unicodeScalars, omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
  }

  /// Nil for a line of no known kind.
  var kind: Kind? {
    let end = text.utf8.firstIndex(of: UInt8(ascii: " ")) ?? text.endIndex
    return Kind(rawValue: String(text[..<end]))
  }

  /// Its fields in their order; what is none is left out.
  var fields: [(name: Name, value: String)] {
    parts.dropFirst().compactMap { part in
      guard let end = part.unicodeScalars.firstIndex(of: " "), let name = Name(rawValue: String(part[..<end])) else {
        return nil
      }
      return (name, Self.unescaped(String(part[part.unicodeScalars.index(after: end)...])))
    }
  }

  /// The value of a field; empty for none.
  subscript(name: Name) -> String { fields.first { $0.name == name }?.value ?? "" }

  // Compares bytes: `==` of strings looks for canonical equivalence, and a digest does not.
  static func == (a: SealLine, b: SealLine) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension SealLine {
  /// What the line tells of, in a few words, without what was changed of it: `付-12 50102 文体活动支出`, `预算 401 会费收入`.
  func subject(without changed: [Name] = []) -> Wording {
    guard let kind else { return Wording(text, en: text) }
    let names: [Name] = kind.isOfLedger ? [.voucher, .account] : [.day, .account, .item]
    let values = fields.filter { names.contains($0.name) && !changed.contains($0.name) }.map(\.value)
    return Wording(
      ((kind.head.map { [$0.zh] } ?? []) + values).joined(separator: " "),
      en: ((kind.head.map { [$0.en] } ?? []) + values).joined(separator: " "))
  }

  /// All that it says.
  var wording: Wording {
    let fields = fields
    let head = kind?.head
    return Wording(
      ((head.map { [$0.zh] } ?? []) + fields.map(\.value)).joined(separator: " "),
      en: ((head.map { [$0.en] } ?? []) + fields.map { "\($0.name.english) \($0.value)" }).joined(separator: ", "))
  }
}

extension SealLine.Kind {
  /// What a sentence calls such a line; nil for those of the ledger, which are known by their voucher.
  fileprivate var head: Wording? { isOfLedger ? nil : Wording(rawValue, en: english) }

  /// Whether such a line has one field only, so that the kind names it.
  var hasOneField: Bool {
    switch self {
    case .adjustments, .preparedBy, .chair, .published: true
    default: false
    }
  }
}
