/// Percent-encodes a relative path for an `href`: everything but unreserved characters and `/` (RFC 3986, 2.3).
package func percentEncoded(path: String) -> String {
  if path.utf8.allSatisfy(standsAsIs) { return path }
  var out: [UInt8] = []
  out.reserveCapacity(path.utf8.count * 2)
  for byte in path.utf8 {
    if standsAsIs(byte) {
      out.append(byte)
    } else {
      out.append(UInt8(ascii: "%"))
      out.append(hexDigit(byte >> 4))
      out.append(hexDigit(byte & 15))
    }
  }
  return String(decoding: out, as: UTF8.self)
}

/// Whether a byte of a path needs no encoding.
private func standsAsIs(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
    UInt8(ascii: "~"), UInt8(ascii: "/"):
    true
  default: false
  }
}

/// The text that a percent-encoded path stands for; nil where an escape is broken or the result is not UTF-8.
package func percentDecoded(_ text: String) -> String? {
  var out: [UInt8] = []
  var bytes = text.utf8.makeIterator()
  while let byte = bytes.next() {
    guard byte == UInt8(ascii: "%") else {
      out.append(byte)
      continue
    }
    guard let high = bytes.next().flatMap(hexValue), let low = bytes.next().flatMap(hexValue) else { return nil }
    out.append(high << 4 | low)
  }
  return String(validating: out, as: UTF8.self)
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}

private func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
