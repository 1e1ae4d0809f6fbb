import CIconv
import Testing

/// A text in another encoding, by the name that iconv has for it, such as GB18030, as Excel of a Chinese Windows saves it.
///
/// Throws where iconv does not know the encoding or the text has what the encoding lacks.
package func encoded(_ text: String, as encoding: String) throws -> [UInt8] {
  let converter = iconv_open(encoding, "UTF-8")
  try #require(Int(bitPattern: converter) != -1, "no encoding \(encoding)")
  defer { iconv_close(converter) }
  var source = Array(text.utf8)
  let capacity = source.count * 2 + 16
  var left = source.count
  let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
    source.withUnsafeMutableBytes { input in
      output.withMemoryRebound(to: CChar.self) { output in
        var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (to, room) = (output.baseAddress, capacity)
        _ = iconv(converter, &from, &left, &to, &room)
        count = capacity - room
      }
    }
  }
  try #require(left == 0, "\(encoding) lacks something of the text")
  return bytes
}
