extension SourceText {
  /// The text in UTF-8, in every way that it can be read: as it is where that is UTF-8 or says itself what it is, else in
  /// each encoding that its bytes may be, since Big5, GB18030 and UTF-16 without a mark cannot be told apart for sure.
  ///
  /// Places in the results are places in the file.
  package var decodings: [SourceText] {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    if isLittle || bytes.starts(with: [0xFE, 0xFF]) {
      return [utf16(bytes.dropFirst(2), isLittle: isLittle)]
    }
    let zeros = bytes.prefix(4096).count { $0 == 0 }
    if isValidUTF8(bytes), zeros == 0 { return [self] }
    let converted = [ForeignEncoding.gb18030, .big5].map { encoding in
      SourceText(path: path, bytes: BanbaoSource.converted(bytes, from: encoding).bytes)
    }
    return converted + [utf16(bytes[...], isLittle: true), utf16(bytes[...], isLittle: false)]
  }

  private func utf16(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> SourceText {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return SourceText(path: path, bytes: Array(String(decoding: units, as: UTF16.self).utf8))
  }
}
