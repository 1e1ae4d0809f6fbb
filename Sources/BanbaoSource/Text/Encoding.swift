package import BanbaoDiagnostics

/// Refuses what is not UTF-8 text, with the remedy; empty where all is well. Beside control characters the others are
/// told that do not belong into texts, so that one look at the file is enough.
package func encodingFaults(of text: SourceText) -> [Diagnostic] {
  guard let fault = encodingFault(of: text) else { return [] }
  return fault.code == EncodingRules.control.code ? [fault] + characterFaults(of: text) : [fault]
}

/// The first that makes it unreadable.
///
/// UTF-16 is told by its byte order mark or its zero bytes; GB18030 by being well-formed as such where UTF-8 is not.
private func encodingFault(of text: SourceText) -> Diagnostic? {
  let bytes = text.bytes
  if isDocument(bytes) {
    return EncodingRules.invalid.at(
      Place(text.path),
      Wording(
        "文件不是文字，是 Word、WPS 或 PDF 文件改了名", en: "the file is no text but a document of Word, WPS or PDF under another name"
      ),
      help: Wording(
        "用原来的软件打开它，把文字复制到 banbao new 建的文件里；要发它本身，改回原来的扩展名，写进“附件”",
        en:
          "open it in its own program and copy its text into a file made by banbao new; to publish the document itself, "
          + "give it its old extension and name it under attachments"))
  }
  // Sifting read it as UTF-8 and met nothing that is refused here.
  guard text.mayHoldStrays else { return nil }
  let utf16 = EncodingRules.utf16.at(
    Place(text.path), Wording("文件是 UTF-16（Unicode）编码", en: "the file is encoded in UTF-16"),
    help: EncodingRules.remedy)
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return utf16 }
  if let offset = firstInvalidUTF8(bytes) { return undecodable(text, at: offset) }
  guard let control = strayFaults(in: text, [.control]).first else { return nil }
  return bytes.count(where: { $0 == 0 }) * 3 > bytes.count ? utf16 : control
}

/// Whether bytes begin as a document of Word, WPS or Excel does, old or new, or a PDF.
private func isDocument(_ bytes: [UInt8]) -> Bool {
  switch bytes.first {
  case 0x50: bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
  case 0xD0: bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  case UInt8(ascii: "%"): bytes.starts(with: "%PDF-".utf8)
  default: false
  }
}

private func undecodable(_ text: SourceText, at offset: Int) -> Diagnostic {
  if isGB18030(text.bytes) {
    // Bytes of GB18030 that are UTF-8 by chance would count as other characters.
    let first = text.bytes.firstIndex { $0 >= 0x80 } ?? offset
    return EncodingRules.gb18030.at(
      text.place(at: first), Wording("文件是 GB18030（GBK、ANSI）编码", en: "the file is encoded in GB18030 (GBK, ANSI)"),
      help: EncodingRules.remedy)
  }
  return EncodingRules.invalid.at(
    text.place(at: offset), Wording("这里的字节不是 UTF-8 文字", en: "the bytes here are not UTF-8 text"),
    help: Wording(
      "删掉这里的乱码，重新输入，存成 UTF-8", en: "delete what is garbled here, type it again and save as UTF-8"))
}

/// GB18030 is told from damaged UTF-8 by what is more: in GB18030, hardly a character decodes as UTF-8.
func isGB18030(_ bytes: [UInt8]) -> Bool { !isMostlyUTF8(bytes) && isWellFormedGB18030(bytes) }

/// Whether no less of it decodes as UTF-8 than does not.
func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
  var (whole, broken) = (0, 0)
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where !scalar.isASCII {
    if scalar == "\u{FFFD}" { broken += 1 } else { whole += 1 }
  }
  return broken <= whole
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
      "文字和文件名里不能有看不见的控制字符，包括 Word 的手动换行符、行分隔符（U+2028）、文字中间的 BOM，和让文字倒着显示的字符（U+202E）；它们多半是从别的软件粘贴来的。",
      en:
        "Texts and names of files hold no invisible control characters, nor line separators (U+2028), a byte order mark "
        + "inside or signs that turn the direction of writing (U+202E); they mostly come from pasting."),
    wrong: "title: 春节\u{B}慰问",
    right: "title: 春节慰问")

  package static let lost = Rule(
    "lost-character", .error,
    Wording(
      "U+FFFD（�）是软件读不出一个字时写下的，U+FFFC 是粘贴时丢下的图片；原来的内容已经不在文件里，要对照原件补上。",
      en:
        "U+FFFD (�) is what a program writes for a character that it could not read, U+FFFC for a picture that was not "
        + "pasted: what was there is to be put back from the original."),
    wrong: "title: 春节慰\u{FFFD}", right: "title: 春节慰问")
  package static let privateUse = Rule(
    "private-character", .error,
    Wording(
      "私用区的字符只在某一种字体里有字形，Word 的项目符号就是；别人看到的是空框。列表每项以“- ”开头，生僻字用输入法重新输入。",
      en: "A private-use character shows with one font only, as the bullets of Word do; others see an empty box. Begin "
        + "the items of a list with “- ”, and type a rare character anew."),
    wrong: "title: \u{F0B7}春节慰问", right: "title: 春节慰问")

  package static let all = [utf16, gb18030, invalid, control, lost, privateUse]
}
