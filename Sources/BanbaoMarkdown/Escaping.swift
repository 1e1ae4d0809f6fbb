/// Writes text and addresses into HTML as cmark does, leaving out what `PreparedText` put in, and the control
/// characters that HTML forbids.
struct Escaper {
  let sentinel: Sentinel?

  /// Text in element content or a quoted attribute.
  ///
  /// - Parameter isCode: whether a blank is a space also where it is wider than one.
  func appendText(_ text: UnsafeBufferPointer<UInt8>, isCode: Bool = false, to out: inout [UInt8]) {
    var start = 0
    var index = 0
    let count = text.count
    let bytes = UnsafeRawBufferPointer(text)
    while index < count {
      if index + 8 <= count, standsAsIs(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
        index += 8
        continue
      }
      let entity: StaticString
      switch text[index] {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&quot;"
      case Sentinel.lead:
        guard let sign = sentinel?.sign(in: text, at: index) else {
          index += 1
          continue
        }
        let endsAddress = sign == Sentinel.nothing && index > start && text[index - 1] == 0x09
        out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<(endsAddress ? index - 1 : index)]))
        append(sign, isCode: isCode, to: &out)
        index += 3
        start = index
        continue
      case 0...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: entity = ""
      default:
        index += 1
        continue
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      out.append(entity)
      index += 1
      start = index
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  private func append(_ sign: UInt8, isCode: Bool, to out: inout [UInt8]) {
    switch sign {
    case Sentinel.nothing: break
    case UInt8(ascii: "&"): out.append("&amp;")
    case UInt8(ascii: "<"): out.append("&lt;")
    case UInt8(ascii: ">"): out.append("&gt;")
    case UInt8(ascii: "\""): out.append("&quot;")
    case 0x20 where !isCode: out.append("\u{A0}")
    default: out.append(sign)
    }
  }

  /// Text as it is.
  func appendPlain(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    guard let sentinel, text.contains(Sentinel.lead) else {
      out.append(contentsOf: text)
      return
    }
    var index = 0
    while index < text.count {
      if let sign = sentinel.sign(in: text, at: index) {
        if sign != Sentinel.nothing {
          out.append(sign)
        } else if index > 0, text[index - 1] == 0x09 {
          out.removeLast()
        }
        index += 3
      } else {
        out.append(text[index])
        index += 1
      }
    }
  }

  /// The bytes of `plainBytes` with a control character for each sign that got a stand-in.
  func bytesWithoutSigns(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      guard let sign = sentinel?.sign(in: text, at: index) else {
        result.append(text[index])
        index += 1
        continue
      }
      if sign != Sentinel.nothing {
        result.append(0x1A)
      } else if index > 0, text[index - 1] == 0x09 {
        result.removeLast()
      }
      index += 3
    }
    return result
  }

  func plainBytes(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    appendPlain(text, to: &result)
    return result
  }

  func string(_ text: UnsafeBufferPointer<UInt8>) -> String {
    sentinel == nil
      ? String(decoding: text, as: UTF8.self) : String(decoding: plainBytes(text), as: UTF8.self)
  }

  /// A destination in an `href` or `src`: percent-encoded where it must be, existing escapes kept.
  func appendAddress(_ url: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var index = 0
    while index < url.count {
      let byte = url[index]
      index += 1
      switch byte {
      case UInt8(ascii: "&"): out.append("&amp;")
      case UInt8(ascii: "'"): out.append("&#x27;")
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."),
        UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
        UInt8(ascii: "("),
        UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","),
        UInt8(ascii: "/"),
        UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "?"),
        UInt8(ascii: "@"),
        UInt8(ascii: "~"):
        out.append(byte)
      default:
        guard let sign = sentinel?.sign(in: url, at: index - 1) else {
          appendEncoded(byte, to: &out)
          continue
        }
        index += 2
        switch sign {
        case Sentinel.nothing: break
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "!"): out.append(sign)
        default: appendEncoded(sign, to: &out)
        }
      }
    }
  }

  private func appendEncoded(_ byte: UInt8, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "%"))
    out.append(hexDigit(byte >> 4))
    out.append(hexDigit(byte & 15))
  }

  private func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}

/// Whether none of eight bytes means anything to HTML or stands for something else, as in nearly all of a text: none is
/// a control, DEL, `"`, `&`, `<`, `>` or the first of a stand-in.
private func standsAsIs(_ word: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  func marked(_ byte: UInt8) -> UInt64 {
    let difference = word ^ (ones &* UInt64(byte))
    return (difference &- ones) & ~difference
  }
  var found = (word &- ones &* 0x20) & ~word
  found |= marked(UInt8(ascii: "\"")) | marked(UInt8(ascii: "&")) | marked(UInt8(ascii: "<"))
  found |= marked(UInt8(ascii: ">")) | marked(0x7F) | marked(Sentinel.lead)
  return found & 0x8080_8080_8080_8080 == 0
}

extension [UInt8] {
  mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(decimal number: Int) {
    append(contentsOf: String(number).utf8)
  }
}
