extension SourceText {
  /// The text of a file that is to be shown or looked through, whatever its encoding: UTF-8, UTF-16 with its byte order
  /// mark, GB18030 where a table may be so or nothing else fits. Its places are those of the file.
  package var decoded: SourceText {
    if let text = fromUTF16 { return text }
    if isValidUTF8(bytes) || !(path.lowercased().hasSuffix(".csv") || isGB18030(bytes)) { return self }
    let read = converted(bytes, from: .gb18030)
    return read.isWhole || !isMostlyUTF8(bytes) ? SourceText(path: path, bytes: read.bytes) : self
  }

  private var fromUTF16: SourceText? {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
    let (high, low) = isLittle ? (1, 0) : (0, 1)
    let units: [UInt16] = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + low])
    }
    return SourceText(path: path, bytes: Array(String(decoding: units, as: UTF16.self).utf8))
  }
}
