package import BanbaoDiagnostics

/// The text of a table as UTF-8: UTF-8 with or without byte order mark as it is, GB18030 and UTF-16 converted; of a
/// workbook what was made of it.
///
/// Places in the result are places in the file: both count characters. What is damaged is refused.
package func tableText(_ file: SourceText) -> (text: SourceText?, diagnostics: [Diagnostic]) {
  if let grid = file.grid { return (grid.sheets.isEmpty ? nil : file, grid.diagnostics) }
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
  if let encoding = utf16Encoding(file.bytes) {
    let utf8 = converted(file.bytes, from: encoding)
    guard utf8.isWhole else {
      return refuse(
        Place(file.path), Wording("文件是 UTF-16（Unicode）编码，后面有损坏", en: "the file is encoded in UTF-16 and damaged"),
        asUTF8)
    }
    return (SourceText(path: file.path, bytes: utf8.bytes), [])
  }
  if file.isKnownUTF8 || isValidUTF8(file.bytes) { return (file, []) }
  let utf8 = converted(file.bytes, from: .gb18030)
  let text = SourceText(path: file.path, bytes: utf8.bytes)
  guard utf8.isWhole else {
    // What is UTF-8 but for some bytes is shown as such.
    let damaged = isMostlyUTF8(file.bytes) ? firstInvalidUTF8(file.bytes) : nil
    return refuse(
      damaged.map(file.place) ?? text.place(at: utf8.bytes.count),
      Wording("从这里起的字节既不是 UTF-8，也不是 GB18030", en: "the bytes from here on are neither UTF-8 nor GB18030"), asUTF8)
  }
  return (text, [])
}

/// Which UTF-16 a table is, if any: by its mark, or by the zero bytes of its digits and commas, which stand on one side only.
private func utf16Encoding(_ bytes: [UInt8]) -> ForeignEncoding? {
  if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
  if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
  var zeros = [0, 0]
  for (index, byte) in bytes.prefix(4096).enumerated() where byte == 0 { zeros[index % 2] += 1 }
  let enough = min(bytes.count, 4096) / 8
  if bytes.count < 8 || max(zeros[0], zeros[1]) < max(1, enough) { return nil }
  return zeros[0] == 0 ? .utf16LittleEndian : zeros[1] == 0 ? .utf16BigEndian : nil
}
