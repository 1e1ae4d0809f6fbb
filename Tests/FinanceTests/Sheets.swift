import TestSupport

extension BuiltSite {
  /// The rows of a sheet's table, without its head: number, name, budget, amount.
  func sheet(_ path: String) throws -> [[String]] {
    let text = String(decoding: try machineBytes(path).dropFirst(3), as: UTF8.self)
    return text.split(separator: "\r\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    }
  }
}

/// A text in GB18030, as Excel of a Chinese Windows saves it.
func gb18030(_ text: String) throws -> [UInt8] { try encoded(text, as: "GB18030") }
