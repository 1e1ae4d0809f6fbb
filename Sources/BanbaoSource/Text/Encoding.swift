package import BanbaoDiagnostics

/// Refuses what is not UTF-8 text, with the remedy; nil where all is well.
///
/// UTF-16 is told by its byte order mark or its zero bytes; GB18030 by being well-formed as such where UTF-8 is not.
package func encodingFault(of text: SourceText) -> Diagnostic? {
  let bytes = text.bytes
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    return EncodingRules.utf16.at(
      Place(text.path), Wording("文件是 UTF-16（Unicode）编码", en: "the file is encoded in UTF-16"),
      help: EncodingRules.remedy)
  }
  do {
    _ = try UTF8Span(validating: bytes.span)
  } catch {
    let place = text.place(at: error.byteOffsets.lowerBound)
    if isWellFormedGB18030(bytes) {
      return EncodingRules.gb18030.at(
        place, Wording("文件是 GB18030（GBK、ANSI）编码", en: "the file is encoded in GB18030 (GBK, ANSI)"),
        help: EncodingRules.remedy)
    }
    return EncodingRules.invalid.at(
      place, Wording("这里的字节不是 UTF-8 文字", en: "the bytes here are not UTF-8 text"), help: EncodingRules.remedy)
  }
  // One pass over the bytes: text has no control characters but tab, line feed and carriage return.
  guard
    let offset = bytes.firstIndex(where: {
      $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D || $0 == 0x7F
    })
  else { return nil }
  let zeros = bytes.count { $0 == 0 }
  if bytes[offset] == 0, zeros * 3 > bytes.count {
    return EncodingRules.utf16.at(
      Place(text.path), Wording("文件是 UTF-16（Unicode）编码", en: "the file is encoded in UTF-16"),
      help: EncodingRules.remedy)
  }
  let code = String(bytes[offset], radix: 16, uppercase: true)
  return EncodingRules.control.at(
    text.place(at: offset),
    Wording("这里有一个看不见的控制字符（U+\(padded(code, 4))）", en: "an invisible control character stands here (U+\(padded(code, 4)))"),
    help: Wording("把光标移到这里删掉它，再重新输入", en: "delete it here and type the text again"))
}

private func padded(_ code: String, _ width: Int) -> String {
  String(repeating: "0", count: max(0, width - code.utf8.count)) + code
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
    wrong: "notice.md (UTF-16)", right: "notice.md (UTF-8)")
  package static let gb18030 = Rule(
    "encoding-gb18030", .error,
    Wording(
      "内容文件用 UTF-8 编码；GB18030、GBK、ANSI 只有账本（ledger.csv）可以用，因为 Excel 和 WPS 那样导出。",
      en: "Content is UTF-8; only ledgers may be GB18030, because Excel and WPS export them so."),
    wrong: "notice.md (GB18030)", right: "notice.md (UTF-8)")
  package static let invalid = Rule(
    "encoding-invalid", .error,
    Wording("内容文件是 UTF-8 文字，不能夹杂别的字节。", en: "Content is UTF-8 text and nothing else."),
    wrong: "notice.md (damaged)", right: "notice.md (UTF-8)")
  package static let control = Rule(
    "control-character", .error,
    Wording(
      "文字里不能有看不见的控制字符；它们多半是从别的软件粘贴来的。",
      en: "Text holds no control characters; they mostly come from pasting."),
    wrong: "title: 春节␀慰问", right: "title: 春节慰问")

  package static let all = [utf16, gb18030, invalid, control]
}
