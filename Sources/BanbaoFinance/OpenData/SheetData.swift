import BanbaoDiagnostics
import BanbaoSource
import Synchronization

/// A sheet as open data: a row for each line of its form, so that programs can add up the sheets of many unions.
///
/// The accounts without a parent add up to the total of their side. Detail accounts of the union's own stand in none: all
/// numbers are official ones.
struct SheetData: Sendable {
  let union: String
  let year: PublicYear
  let sheet: FinanceSheet
  /// Its table once it was asked for: the file, its digest and its size in the list are of the same bytes.
  private let made = MadeTable()

  /// `data/2026.csv`, `data/2026-h1.csv`.
  var path: String { "data/\(file)" }

  /// Its name in `data/`.
  var file: String { "\(name).csv" }

  /// `2026`, `2026-h1`.
  var name: String { sheet.period.code.lowercased() }

  var title: String { sheetTitle(sheet.period).zh }

  /// The table as RFC 4180 has it: UTF-8, lines ending in CRLF, the first one the names of the columns.
  var csv: [UInt8] {
    made.bytes.withLock { bytes in
      if let bytes { return bytes }
      let new = table
      bytes = new
      return new
    }
  }

  private var table: [UInt8] {
    var text = csvLine(Self.columns.map(\.name))
    for line in sheet.lines {
      let row = Row(data: self, line: line)
      text += csvLine(Self.columns.map { $0.value(row) })
    }
    return Array(text.utf8)
  }

  /// What a cell is made from.
  struct Row: Sendable {
    let data: SheetData
    let line: FinanceSheet.Line

    /// Nil for lines that are no account.
    var account: Account? {
      if case .account(let account) = line.role { data.year.chart.accounts[account] } else { nil }
    }
  }

  /// A column: declared once for the table and for what describes it.
  struct Column: Sendable {
    enum Kind: Sendable {
      case text, year, month, day, amount
      case choice([String])
    }

    var name: String
    var title: String
    var kind: Kind
    var isRequired: Bool
    var value: @Sendable (Row) -> String

    init(
      _ name: String, _ title: String, _ kind: Kind, isRequired: Bool = false,
      _ value: @escaping @Sendable (Row) -> String
    ) {
      self.name = name
      self.title = title
      self.kind = kind
      self.isRequired = isRequired
      self.value = value
    }
  }

  static let columns = [
    Column("union", "工会名称", .text, isRequired: true) { $0.data.union },
    Column("standard", "会计制度", .choice(Standard.allCases.map(\.rawValue)), isRequired: true) {
      $0.data.year.chart.standard.rawValue
    },
    Column("year", "年度", .year, isRequired: true) { padded($0.data.year.year, 4) },
    Column("period", "期间", .text, isRequired: true) { $0.data.sheet.period.code },
    Column("last_month", "截至月份", .month, isRequired: true) {
      "\(padded($0.data.year.year, 4))-\(padded($0.data.sheet.months.upperBound, 2))"
    },
    Column("published", "公开日期", .day) { row in
      row.data.year.disclosure(row.data.sheet.period)?.published?.value.iso ?? ""
    },
    Column("seal", "封账摘要值", .text) { $0.data.seal },
    Column(
      "line", "行", .choice(["opening", "adjustments", "account", "total", "difference", "closing"]), isRequired: true
    ) {
      switch $0.line.role {
      case .opening: "opening"
      case .adjustments: "adjustments"
      case .account: "account"
      case .total: "total"
      case .difference: "difference"
      case .closing: "closing"
      }
    },
    Column("side", "收支", .choice(["income", "expense"])) { row in
      let side: Account.Side? = if case .total(let side) = row.line.role { side } else { row.account?.side }
      return side == .income ? "income" : side == .expense ? "expense" : ""
    },
    Column("account", "科目编号", .text) { $0.account?.number ?? "" },
    Column("parent", "上级科目编号", .text) { $0.account?.parent ?? "" },
    Column("item", "项目", .text, isRequired: true) { row in
      row.line.name(row.data.year.chart, isYear: row.data.sheet.period.part == .year).zh
    },
    Column("budget", "全年预算", .amount) { $0.line.budget?.ungrouped ?? "" },
    Column("original_budget", "全年原预算", .amount) { $0.line.originalBudget?.ungrouped ?? "" },
    Column("amount", "本期数", .amount) { $0.line.amount?.ungrouped ?? "" },
    Column("year_to_date", "本年累计数", .amount) { $0.line.toDate?.ungrouped ?? "" },
  ]

  /// The digest of the seal that closed the period, unless its books were corrected since.
  fileprivate var seal: String { year.books.seals.standing(sheet.period)?.digest.hexadecimal ?? "" }

  /// What tells one row of a sheet from the others.
  static let key = ["period", "line", "side", "account"]
}

private final class MadeTable: Sendable {
  let bytes = Mutex<[UInt8]?>(nil)
}
