import CIconv

/// Whether bytes are well-formed UTF-8.
func isValidUTF8(_ bytes: [UInt8]) -> Bool {
  do {
    _ = try UTF8Span(validating: bytes.span)
    return true
  } catch {
    return false
  }
}

/// Text in another encoding, converted as far as it is well-formed; nil where the system has no such conversion.
///
/// - Parameters:
///   - source: the name of the encoding of `bytes`, as iconv knows it; `target` likewise.
func converted(_ bytes: [UInt8], from source: String, to target: String) -> (bytes: [UInt8], isWhole: Bool)? {
  let converter = iconv_open(target, source)
  guard Int(bitPattern: converter) != -1 else { return nil }
  defer { iconv_close(converter) }
  // From GB18030 two bytes become three at most, to GB18030 two become four.
  let capacity = bytes.count * 2 + 16
  var isWhole = false
  let converted = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
    var source = bytes
    source.withUnsafeMutableBytes { input in
      output.withMemoryRebound(to: CChar.self) { output in
        var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = input.count
        var to = output.baseAddress
        var room = capacity
        isWhole = iconv(converter, &from, &left, &to, &room) != -1 && left == 0
        count = capacity - room
      }
    }
  }
  return (converted, isWhole)
}
