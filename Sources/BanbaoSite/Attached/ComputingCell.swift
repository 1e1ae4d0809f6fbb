import BanbaoDiagnostics

/// A cell of a CSV file that spreadsheets take for a formula.
struct ComputingCell: Equatable {
  /// From 1 on.
  var row: Int
  var column: Int
  /// How it begins.
  var start: String

  func fault(_ name: String, at place: Place) -> Diagnostic {
    FileRules.computing.at(
      place,
      Wording(
        "“\(name)”第 \(row) 行第 \(column) 格以“\(start)”开头，读者用 Excel 打开时会当公式执行",
        en: "cell \(column) of line \(row) of “\(name)” begins with “\(start)”, and spreadsheets compute it"),
      help: Wording(
        "在 Excel 里把这一格改成算好的数或文字，再另存为 CSV；要发公式，就发 .xlsx",
        en: "put in the cell what it comes to, and save the file as CSV once more; publish formulas as .xlsx"))
  }
}

/// The first cell that a spreadsheet computes: it begins with `=` or `@`, or with a sign that no number follows (OWASP, CSV
/// Injection). Nil where there is none.
///
/// - Parameter bytes: of any encoding in which the signs of a table are those of ASCII, and UTF-16.
func computingCell(_ bytes: [UInt8]) -> ComputingCell? {
  bytes.withUnsafeBufferPointer { bytes in
    var (row, column) = (1, 1)
    var (isQuoted, isAtStart) = (false, true)
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      // Of UTF-16, and a byte order mark.
      case 0,
        0xEF where index == 0, 0xBB where index == 1, 0xBF where index == 2, 0xFE where index < 2,
        0xFF where index < 2:
        continue
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted, UInt8(ascii: ";") where !isQuoted, 0x09 where !isQuoted:
        column += 1
        isAtStart = true
      case 0x0A where !isQuoted, 0x0D where !isQuoted:
        // CR LF ends one line.
        if byte == 0x0A || index + 1 < bytes.count && bytes[index + 1] != 0x0A { row += 1 }
        column = 1
        isAtStart = true
      case 0x20 where isAtStart: continue
      case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "+"), UInt8(ascii: "-"):
        let mayCompute = byte == UInt8(ascii: "=") || byte == UInt8(ascii: "@") || isLetter(behind: index, bytes)
        if isAtStart, mayCompute {
          return ComputingCell(row: row, column: column, start: String(decoding: [byte], as: UTF8.self))
        }
        isAtStart = false
      default: isAtStart = false
      }
    }
    return nil
  }
}

/// Whether a letter follows, as of a function: -2+3 and -12.50 are numbers to whoever reads them.
private func isLetter(behind index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var next = index + 1
  while next < bytes.count, bytes[next] == 0 { next += 1 }
  return next < bytes.count && (bytes[next] | 0x20) &- 0x61 < 26
}
