import BanbaoDiagnostics
import BanbaoSource
import BanbaoUnion

/// A sheet as a table that Excel and WPS open without asking: UTF-8 with a byte order mark, lines ending in CRLF.
///
/// What it says of the seal has no amount, so that whoever adds up its rows comes to the same.
func sheetCSV(_ sheet: FinanceSheet, _ year: PublicYear) -> [UInt8] {
  let chart = year.chart
  var text = "\u{FEFF}科目编号,项目,预算,金额\r\n"
  for line in sheet.lines where line.isInFile {
    let name = line.name(chart, isYear: sheet.period.part == .year).zh
    text += "\(line.number(chart)),\(name),\(plain(line.budget)),\(plain(line.amount))\r\n"
  }
  if let seal = year.books.seals.standing(sheet.period) {
    text += ",封账码 \(seal.digest.shortCode),,\r\n,封账摘要值 \(seal.digest.hexadecimal),,\r\n"
  }
  return Array(text.utf8)
}

/// Cells as a line of CSV (RFC 4180). A text that a spreadsheet would compute stays a text by an apostrophe before it.
func csvLine(_ cells: [String]) -> String { cells.map { quoted(inert($0)) }.joined(separator: ",") + "\r\n" }

private func inert(_ cell: String) -> String {
  guard let first = cell.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first) else { return cell }
  let isAmount = first == "-" && cell.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
  return isAmount ? cell : "'" + cell
}

private func quoted(_ cell: String) -> String {
  guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return cell }
  return "\"" + cell.replacing("\"", with: "\"\"") + "\""
}

/// `12118.40`; empty for none.
private func plain(_ amount: Money?) -> String { amount?.ungrouped ?? "" }
