import CIconv
import Testing

/// A text in another encoding, by the name that iconv has for it, such as GB18030, as Excel of a Chinese Windows saves it.
///
/// Throws where iconv does not know the encoding or the text has what the encoding lacks.
package func encoded(_ text: String, as encoding: String) throws -> [UInt8] {
  let (bytes, isWhole) = try Iconv(from: "UTF-8", to: encoding).convert(Array(text.utf8))
  try #require(isWhole, "\(encoding) lacks something of the text")
  return bytes
}

/// What the C library makes of a text in one encoding in another.
package final class Iconv {
  private let converter: iconv_t

  /// Throws where the library does not know one of the encodings.
  package init(from source: String, to target: String) throws {
    converter = try #require(iconv_open(target, source), "no conversion from \(source) to \(target)")
    try #require(Int(bitPattern: converter) != -1, "no conversion from \(source) to \(target)")
  }

  deinit { iconv_close(converter) }

  /// Converts as far as the bytes are well-formed, and says whether all were.
  package func convert(_ bytes: [UInt8]) -> (bytes: [UInt8], isWhole: Bool) {
    iconv(converter, nil, nil, nil, nil)
    var source = bytes
    var left = source.count
    let capacity = source.count * 2 + 16
    let converted = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      source.withUnsafeMutableBytes { input in
        output.withMemoryRebound(to: CChar.self) { output in
          var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
          var (to, room) = (output.baseAddress, capacity)
          _ = iconv(converter, &from, &left, &to, &room)
          count = capacity - room
        }
      }
    }
    return (converted, left == 0)
  }
}
