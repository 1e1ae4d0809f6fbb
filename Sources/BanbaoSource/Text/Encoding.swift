package import BanbaoDiagnostics

/// Refuses what is not UTF-8 text, with the remedy; nil where all is well.
///
/// UTF-16 is told by its byte order mark or its zero bytes; GB18030 by being well-formed as such where UTF-8 is not.
package func encodingFault(of text: SourceText) -> Diagnostic? {
  let bytes = text.bytes
  let utf16 = EncodingRules.utf16.at(
    Place(text.path), Wording("文件是 UTF-16（Unicode）编码", en: "the file is encoded in UTF-16"),
    help: EncodingRules.remedy)
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return utf16 }
  do {
    _ = try UTF8Span(validating: bytes.span)
  } catch {
    return undecodable(text, at: error.byteOffsets.lowerBound)
  }
  let found = invisibleCharacters(in: bytes, from: text.start)
  guard let first = found.first else { return nil }
  if bytes[first.offset] == 0, bytes.count(where: { $0 == 0 }) * 3 > bytes.count { return utf16 }
  let code = String(first.code, radix: 16, uppercase: true)
  let name = "U+" + String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code
  let others = found.dropFirst()
  return EncodingRules.control.at(
    text.place(at: first.offset),
    others.isEmpty
      ? Wording("这里有一个看不见的字符（\(name)）", en: "an invisible character stands here (\(name))")
      : Wording(
        "这里有一个看不见的字符（\(name)），后面还有",
        en: "an invisible character stands here (\(name)), and more follow"),
    help: Wording("删掉它前后的几个字，再重新输入", en: "delete the text around it and type it again"),
    related: others.map {
      Related(text.place(at: $0.offset), Wording("这里也有", en: "another one stands here"))
    },
    fix: deletion(of: found, in: text))
}

/// Takes invisible characters away; nil where one of them may stand for a line end or for text that is lost.
private func deletion(of found: [(offset: Int, code: UInt32)], in text: SourceText) -> Replacement? {
  var edits: [Replacement.Edit] = []
  for (offset, code) in found {
    switch code {
    case 0x01...0x08, 0x0E...0x1F, 0x7F, 0xFEFF, 0xFFFE, 0xFFFF:
      guard let scalar = Unicode.Scalar(code) else { return nil }
      edits.append(Replacement.Edit(text.place(at: offset), old: String(scalar), new: ""))
    default: return nil
    }
  }
  return Replacement(edits)
}

/// GB18030 is told from damaged UTF-8 by what is more: in GB18030, hardly a character decodes as UTF-8.
private func undecodable(_ text: SourceText, at offset: Int) -> Diagnostic {
  var (whole, broken) = (0, 0)
  for scalar in String(decoding: text.bytes, as: UTF8.self).unicodeScalars where !scalar.isASCII {
    if scalar == "\u{FFFD}" { broken += 1 } else { whole += 1 }
  }
  let place = text.place(at: offset)
  if broken > whole, isWellFormedGB18030(text.bytes) {
    return EncodingRules.gb18030.at(
      place,
      Wording("文件是 GB18030（GBK、ANSI）编码", en: "the file is encoded in GB18030 (GBK, ANSI)"),
      help: EncodingRules.remedy)
  }
  return EncodingRules.invalid.at(
    place, Wording("这里的字节不是 UTF-8 文字", en: "the bytes here are not UTF-8 text"),
    help: Wording(
      "删掉这里的乱码，重新输入，存成 UTF-8", en: "delete what is garbled here, type it again and save as UTF-8"))
}

/// Characters that no text needs and no reader sees, at most ten: controls but tab and line ends (also C1, among them
/// U+0085), the line and paragraph separators U+2028 and U+2029, which libyaml would count as line ends, a byte order
/// mark inside the text, U+FFFE and U+FFFF.
private func invisibleCharacters(
  in bytes: [UInt8], from start: Int
) -> [(offset: Int, code: UInt32)] {
  var found: [(offset: Int, code: UInt32)] = []
  bytes.withUnsafeBufferPointer { bytes in
    var index = start
    while index < bytes.count, found.count < 10 {
      let byte = bytes[index]
      if byte >= 0x20, byte != 0x7F, byte != 0xC2, byte != 0xE2, byte != 0xEF {
        index += 1
        continue
      }
      switch byte {
      case 0x09, 0x0A, 0x0D: break
      case 0..<0x20, 0x7F: found.append((index, UInt32(byte)))
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA0:
        found.append((index, UInt32(bytes[index + 1])))
      case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
        let last = bytes[index + 2]
        if last == 0xA8 || last == 0xA9 { found.append((index, 0x2028 + UInt32(last - 0xA8))) }
      case 0xEF where index + 2 < bytes.count:
        let (second, third) = (bytes[index + 1], bytes[index + 2])
        if second == 0xBB, third == 0xBF { found.append((index, 0xFEFF)) }
        if second == 0xBF, third >= 0xBE { found.append((index, 0xFFFE + UInt32(third - 0xBE))) }
      default: break
      }
      index += 1
    }
  }
  return found
}

/// GB 18030-2022: one byte below 0x80, two bytes, or four bytes.
func isWellFormedGB18030(_ bytes: [UInt8]) -> Bool {
  var index = 0
  while index < bytes.count {
    let lead = bytes[index]
    if lead < 0x80 {
      index += 1
      continue
    }
    guard (0x81...0xFE).contains(lead), index + 1 < bytes.count else { return false }
    let second = bytes[index + 1]
    if (0x40...0xFE).contains(second), second != 0x7F {
      index += 2
    } else if (0x30...0x39).contains(second), index + 3 < bytes.count, (0x81...0xFE).contains(bytes[index + 2]),
      (0x30...0x39).contains(bytes[index + 3])
    {
      index += 4
    } else {
      return false
    }
  }
  return true
}

package enum EncodingRules {
  static let remedy = Wording(
    "在编辑器里选“另存为”，编码选“UTF-8”", en: "save the file again with the encoding UTF-8")

  package static let utf16 = Rule(
    "encoding-utf16", .error,
    Wording(
      "内容文件用 UTF-8 编码。Windows 记事本的“Unicode”就是 UTF-16，请另存为 UTF-8。",
      en: "Content is UTF-8. What Windows Notepad calls “Unicode” is UTF-16; save as UTF-8."),
    wrong: "notices/2026/春节慰问.md (utf-16)",
    right: "notices/2026/春节慰问.md")
  package static let gb18030 = Rule(
    "encoding-gb18030", .error,
    Wording(
      "内容文件用 UTF-8 编码；GB18030、GBK、ANSI 只有账本（ledger.csv）可以用，因为 Excel 和 WPS 那样导出。",
      en: "Content is UTF-8; only ledgers may be GB18030, because Excel and WPS export them so."),
    wrong: "notices/2026/春节慰问.md (gb18030)",
    right: "notices/2026/春节慰问.md")
  package static let invalid = Rule(
    "encoding-invalid", .error,
    Wording("内容文件是 UTF-8 文字，不能夹杂别的字节。", en: "Content is UTF-8 text and nothing else."),
    wrong: "title: 春节慰\\x{E9}\\x{97}",
    right: "title: 春节慰问")
  package static let control = Rule(
    "control-character", .error,
    Wording(
      "文字里不能有看不见的控制字符，包括 Word 的手动换行符、行分隔符（U+2028）和文字中间的 BOM；它们多半是从别的软件粘贴来的。",
      en: "Text holds no invisible control characters, nor line separators (U+2028) nor a byte order mark inside; they "
        + "mostly come from pasting."),
    wrong: "title: 春节\u{B}慰问",
    right: "title: 春节慰问")

  package static let all = [utf16, gb18030, invalid, control]
}
