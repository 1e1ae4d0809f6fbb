/// What the head of a picture tells of it. None of its pixels is read.
package struct PictureHead: Sendable, Hashable {
  /// In pixels, as it is shown: a photo that was taken upright is higher than wide. Each fits 31 bits.
  package var width: Int
  package var height: Int
  /// How what is coded has to be turned to stand upright: 1 to 8, as Exif counts; 1 for not at all.
  package var turn: UInt8 = 1
  /// Whether what lies behind it may show through.
  package var hasAlpha = false
  /// Whether it moves, or may.
  package var isMoving = false

  /// How many bytes are mostly enough to tell.
  package static let length = 1 << 16

  package var longerSide: Int { max(width, height) }
  package var pixels: Int { width * height }

  /// Nil where the head leads out of the bytes, or is none of a JPEG, PNG, GIF or WebP.
  package init?(_ bytes: [UInt8]) {
    let reader = HeadReader(bytes: bytes)
    let head: PictureHead? =
      switch FileForm(Array(bytes.prefix(FileForm.length))) {
      case .jpeg: reader.jpeg()
      case .png: reader.png()
      case .gif: reader.gif()
      case .webp: reader.webp()
      default: nil
      }
    guard let head, head.width > 0, head.height > 0 else { return nil }
    self = head
  }

  fileprivate init(_ width: Int, _ height: Int, turn: UInt8 = 1, hasAlpha: Bool = false, isMoving: Bool = false) {
    // From 5 on, what is coded lies on its side.
    (self.width, self.height) = turn < 5 ? (width, height) : (height, width)
    self.turn = turn
    self.hasAlpha = hasAlpha
    self.isMoving = isMoving
  }
}

/// Reads numbers out of the first bytes of a picture; nil wherever they end before.
private struct HeadReader {
  let bytes: [UInt8]

  private func part(_ offset: Int, _ length: Int) -> ArraySlice<UInt8>? {
    guard offset >= 0, length >= 0, length <= bytes.count, offset <= bytes.count - length else { return nil }
    return bytes[offset..<offset + length]
  }

  private func big(_ offset: Int, _ length: Int) -> Int? {
    part(offset, length).map { $0.reduce(0) { $0 << 8 | Int($1) } }
  }

  private func little(_ offset: Int, _ length: Int) -> Int? {
    part(offset, length).map { $0.reversed().reduce(0) { $0 << 8 | Int($1) } }
  }

  private func name(_ offset: Int) -> String? { part(offset, 4).map { String(decoding: $0, as: UTF8.self) } }

  /// The segments up to the frame, which tells the size; those before it tell the way up.
  func jpeg() -> PictureHead? {
    var index = 2
    var turn: UInt8 = 1
    while let mark = big(index, 1), mark == 0xFF, let marker = big(index + 1, 1) {
      switch marker {
      case 0xFF: index += 1
      case 0x01, 0xD0...0xD8: index += 2
      case 0xC0...0xCF where marker != 0xC4 && marker != 0xC8 && marker != 0xCC:
        guard let height = big(index + 5, 2), let width = big(index + 7, 2) else { return nil }
        return PictureHead(width, height, turn: turn)
      // A scan without a frame, or the end.
      case 0xD9, 0xDA: return nil
      default:
        guard let length = big(index + 2, 2), length >= 2 else { return nil }
        if marker == 0xE1, let content = part(index + 4, length - 2), content.starts(with: exifMark),
          let found = orientation(content.dropFirst(exifMark.count))
        {
          turn = found
        }
        index += 2 + length
      }
    }
    return nil
  }

  /// The chunks up to the pixels.
  func png() -> PictureHead? {
    guard name(12) == "IHDR", let width = big(16, 4), let height = big(20, 4), let colours = big(25, 1) else {
      return nil
    }
    guard width <= Int(Int32.max), height <= Int(Int32.max) else { return nil }
    var turn: UInt8 = 1
    var hasAlpha = colours & 4 != 0
    var isMoving = false
    var index = 8
    while let length = big(index, 4), let type = name(index + 4), type != "IDAT" {
      switch type {
      case "tRNS": hasAlpha = true
      case "acTL": isMoving = true
      case "eXIf": turn = part(index + 8, length).flatMap { orientation($0) } ?? turn
      default: break
      }
      index += 12 + length
    }
    // Without pixels, or with more before them than was read.
    guard name(index + 4) == "IDAT" else { return nil }
    return PictureHead(width, height, turn: turn, hasAlpha: hasAlpha, isMoving: isMoving)
  }

  /// Whether a GIF moves only its end tells, so each may.
  func gif() -> PictureHead? {
    guard let width = little(6, 2), let height = little(8, 2) else { return nil }
    return PictureHead(width, height, hasAlpha: true, isMoving: true)
  }

  /// By the first chunk. Its Exif is not published, so neither is another way up.
  func webp() -> PictureHead? {
    switch name(12) {
    case "VP8 ":
      guard big(23, 3) == 0x9D012A, let width = little(26, 2), let height = little(28, 2) else { return nil }
      return PictureHead(width & 0x3FFF, height & 0x3FFF)
    case "VP8L":
      guard big(20, 1) == 0x2F, let bits = little(21, 4) else { return nil }
      return PictureHead(bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1, hasAlpha: bits >> 28 & 1 == 1)
    case "VP8X":
      guard let flags = big(20, 1), let width = little(24, 3), let height = little(27, 3) else { return nil }
      return PictureHead(width + 1, height + 1, hasAlpha: flags & 0x10 != 0, isMoving: flags & 0x02 != 0)
    default: return nil
    }
  }
}
