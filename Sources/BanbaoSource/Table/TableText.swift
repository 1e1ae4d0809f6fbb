package import BanbaoDiagnostics

/// The text of a table as UTF-8: UTF-8 with or without byte order mark as it is, GB18030 converted.
///
/// Places in the result are places in the file: both count characters. UTF-16 and what is damaged is refused.
package func tableText(_ file: SourceText) -> (text: SourceText?, diagnostics: [Diagnostic]) {
  func refuse(_ place: Place, _ message: Wording, _ help: Wording) -> (SourceText?, [Diagnostic]) {
    (nil, [TableRules.encoding.at(place, message, help: help)])
  }
  let asUTF8 = Wording(
    "用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”", en: "open it in Excel or WPS and save it as “CSV UTF-8”")
  // Workbooks hold zeros too, as UTF-16 does.
  if file.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || file.bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
    return refuse(
      Place(file.path), Wording("文件是电子表格，只是改名成了 .csv", en: "the file is a workbook that was only renamed to .csv"),
      asUTF8)
  }
  let isUTF8 = isValidUTF8(file.bytes)
  let zeros = file.bytes.prefix(64).count { $0 == 0 }
  if file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF])
    || zeros * (isUTF8 ? 3 : 64) > file.bytes.prefix(64).count
  {
    return refuse(
      Place(file.path), Wording("文件是 UTF-16（Unicode）编码", en: "the file is encoded in UTF-16"), asUTF8)
  }
  if isUTF8 { return (file, []) }
  guard let converted = converted(file.bytes, from: "GB18030", to: "UTF-8") else {
    return refuse(
      Place(file.path), Wording("这台电脑不会转换 GB18030", en: "this machine cannot convert GB18030"), asUTF8)
  }
  let text = SourceText(path: file.path, bytes: converted.bytes)
  guard converted.isWhole else {
    return refuse(
      text.place(at: converted.bytes.count),
      Wording("从这里起的字节既不是 UTF-8，也不是 GB18030", en: "the bytes from here on are neither UTF-8 nor GB18030"), asUTF8)
  }
  return (text, [])
}
