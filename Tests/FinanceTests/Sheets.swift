import CIconv
import TestSupport
import Testing

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
func gb18030(_ text: String) throws -> [UInt8] {
  let converter = iconv_open("GB18030", "UTF-8")
  try #require(Int(bitPattern: converter) != -1)
  defer { iconv_close(converter) }
  var source = Array(text.utf8)
  let capacity = source.count * 2 + 16
  return [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
    source.withUnsafeMutableBytes { input in
      output.withMemoryRebound(to: CChar.self) { output in
        var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = input.count
        var to = output.baseAddress
        var room = capacity
        _ = iconv(converter, &from, &left, &to, &room)
        count = capacity - room
      }
    }
  }
}
