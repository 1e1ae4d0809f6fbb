internal import CZlib

/// A picture as it is published: without the place it was taken at, the camera, its owner, the software and whatever else
/// is no picture. The coded pixels stay byte for byte; so do the colour profile and the way up.
///
/// What is no JPEG, PNG or WebP, or not made as one is, comes back as it is.
package func withoutPrivateData(_ bytes: [UInt8]) -> [UInt8] {
  let cleaned =
    switch FileForm(Array(bytes.prefix(FileForm.length))) {
    case .jpeg: cleanedJPEG(bytes)?.bytes
    case .png: cleanedPNG(bytes)
    case .webp: cleanedWebP(bytes)
    default: nil as [UInt8]?
    }
  return cleaned ?? bytes
}

/// How many bytes at the end of a picture mostly tell whether it is whole.
package let pictureEndLength = pngEnd.count

/// The last chunk of every PNG.
private let pngEnd: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]

/// Whether a picture was cut off, as by a copy that did not come to its end: what follows is grey, or is not shown at all.
///
/// - Parameters:
///   - start: its first bytes, enough for a `FileForm`.
///   - end: its last bytes, `pictureEndLength` of them.
///   - size: of all of it, in bytes.
///   - whole: all of it; asked for where the ends do not tell.
package func isCutOff(
  start: [UInt8], end: [UInt8], size: Int, whole: () throws -> [UInt8]
) rethrows -> Bool {
  switch FileForm(start) {
  case .jpeg: try !end.suffix(2).elementsEqual([0xFF, 0xD9]) && cleanedJPEG(whole())?.isWhole != true
  case .png: try end != pngEnd && cleanedPNG(whole()) == nil
  case .webp: start.count < 8 || start[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) } + 8 > size
  default: false
  }
}

/// The segments of a JPEG that show it: all but APPn, comments and what follows the picture, such as the film of a moving
/// photo; and whether the picture goes on to its end. Nil where a segment leads out of the file.
private func cleanedJPEG(_ bytes: [UInt8]) -> (bytes: [UInt8], isWhole: Bool)? {
  var result: [UInt8] = [0xFF, 0xD8]
  result.reserveCapacity(bytes.count)
  var index = 2
  var turn: UInt8 = 1
  let start = result.count
  while index + 1 < bytes.count {
    guard bytes[index] == 0xFF else { return nil }
    let marker = bytes[index + 1]
    switch marker {
    case 0xFF:  // A filling byte.
      index += 1
      continue
    case 0xD9:
      result += [0xFF, 0xD9]
      return (withOrientation(turn, result, at: start), true)
    case 0x01, 0xD0...0xD8:
      result += bytes[index..<index + 2]
      index += 2
      continue
    default: break
    }
    guard index + 3 < bytes.count else { return nil }
    let end = index + 2 + Int(bytes[index + 2]) << 8 + Int(bytes[index + 3])
    guard end >= index + 4, end <= bytes.count else { return nil }
    let content = bytes[index + 4..<end]
    if content.starts(with: exifMark), marker == 0xE1, let found = orientation(content.dropFirst(exifMark.count)) {
      turn = found
    }
    if isKept(marker, content) { result += bytes[index..<end] }
    index = end
    guard marker == 0xDA else { continue }
    // The scan: up to the next marker that is neither a stuffed zero nor a restart.
    var next = index
    while next + 1 < bytes.count {
      if bytes[next] == 0xFF, bytes[next + 1] != 0, !(0xD0...0xD7).contains(bytes[next + 1]) { break }
      next += 1
    }
    if next + 1 >= bytes.count { next = bytes.count }
    result += bytes[index..<next]
    index = next
  }
  // A picture that was cut off: browsers show what there is.
  return (withOrientation(turn, result, at: start), false)
}

let exifMark = Array("Exif\0\0".utf8)

/// Whether a segment is part of the picture: its tables, its frames, the JFIF head without a thumbnail, the colour
/// profile, and the mark that tells how the colours are coded.
private func isKept(_ marker: UInt8, _ content: ArraySlice<UInt8>) -> Bool {
  switch marker {
  case 0xE0: content.starts(with: "JFIF\0".utf8) && content.count == 14
  case 0xE2: content.starts(with: "ICC_PROFILE\0".utf8)
  case 0xEE: content.starts(with: "Adobe".utf8)
  case 0xE1...0xEF, 0xFE: false
  default: true
  }
}

/// An Exif that says nothing but the way up, after the JFIF head where there is one.
private func withOrientation(_ turn: UInt8, _ bytes: [UInt8], at start: Int) -> [UInt8] {
  guard turn != 1 else { return bytes }
  var place = start
  if bytes.count > start + 4, bytes[start + 1] == 0xE0 {
    place += 2 + Int(bytes[start + 2]) << 8 + Int(bytes[start + 3])
  }
  let content = exifMark + exif(turn)
  return bytes[..<place] + [0xFF, 0xE1, 0, UInt8(content.count + 2)] + content + bytes[place...]
}

/// A TIFF of one entry: the way up.
private func exif(_ turn: UInt8) -> [UInt8] {
  [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0]
}

/// Whether a JPEG tells the place that it was taken at.
package func tellsPlace(_ jpeg: [UInt8]) -> Bool {
  guard FileForm(Array(jpeg.prefix(FileForm.length))) == .jpeg else { return false }
  var index = 2
  while index + 4 <= jpeg.count, jpeg[index] == 0xFF, (0xE0...0xEF).contains(jpeg[index + 1]) {
    let end = index + 2 + Int(jpeg[index + 2]) << 8 + Int(jpeg[index + 3])
    guard end >= index + 4, end <= jpeg.count else { return false }
    let content = jpeg[index + 4..<end]
    if content.starts(with: exifMark), value(of: 0x8825, in: content.dropFirst(exifMark.count)) != nil { return true }
    index = end
  }
  return false
}

/// The way up that a TIFF tells, 1 to 8; nil for none.
func orientation(_ tiff: ArraySlice<UInt8>) -> UInt8? {
  value(of: 0x0112, in: tiff).flatMap { (1...8).contains($0) ? UInt8($0) : nil }
}

/// The first two bytes of a value in the first table of a TIFF; nil where it has none.
private func value(of wanted: Int, in tiff: ArraySlice<UInt8>) -> Int? {
  let bytes = Array(tiff.prefix(1 << 16))
  let isLittle = bytes.starts(with: [0x49, 0x49])
  func number(_ offset: Int, _ length: Int) -> Int? {
    guard offset >= 0, offset + length <= bytes.count else { return nil }
    let part = bytes[offset..<offset + length]
    return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
  }
  guard isLittle || bytes.starts(with: [0x4D, 0x4D]), let table = number(4, 4), let count = number(table, 2) else {
    return nil
  }
  for entry in 0..<count {
    let offset = table + 2 + entry * 12
    guard let tag = number(offset, 2) else { return nil }
    if tag == wanted { return number(offset + 8, 2) }
  }
  return nil
}

/// The chunks of a PNG that show it. Chunks that are no part of the picture go: texts, times, Exif, and what programs add.
private func cleanedPNG(_ bytes: [UInt8]) -> [UInt8]? {
  let kept: Set<String> = [
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD",
    "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT",
  ]
  var result = Array(bytes.prefix(8))
  result.reserveCapacity(bytes.count)
  var index = 8
  while index + 12 <= bytes.count {
    let length = bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
    let end = index + 12 + length
    guard end <= bytes.count else { return nil }
    let type = String(decoding: bytes[index + 4..<index + 8], as: UTF8.self)
    if kept.contains(type) {
      result += bytes[index..<end]
    } else if type == "eXIf", let turn = orientation(bytes[index + 8..<end - 4]), turn != 1 {
      result += chunk("eXIf", exif(turn))
    }
    index = end
    // What follows the end is no picture.
    if type == "IEND" { return result }
  }
  return nil
}

private func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
  let covered = Array(type.utf8) + content
  let sum = crc32(0, covered, UInt32(covered.count))
  func big(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } }
  return big(content.count) + covered + big(Int(sum))
}

/// The chunks of a WebP but for Exif, XMP and unknown ones.
private func cleanedWebP(_ bytes: [UInt8]) -> [UInt8]? {
  var result = Array(bytes.prefix(12))
  var index = 12
  var flags: Int?
  while index + 8 <= bytes.count {
    let length = bytes[index + 4..<index + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
    let end = min(index + 8 + length + length & 1, bytes.count)
    guard index + 8 + length <= bytes.count else { return nil }
    switch String(decoding: bytes[index..<index + 4], as: UTF8.self) {
    case "VP8X":
      if length > 0 { flags = result.count + 8 }
      result += bytes[index..<end]
    case "VP8 ", "VP8L", "ANIM", "ANMF", "ALPH", "ICCP": result += bytes[index..<end]
    default: break
    }
    index = end
  }
  // The bits that promise Exif and XMP.
  if let flags { result[flags] &= ~0x0C }
  let size = result.count - 8
  for byte in 0..<4 { result[4 + byte] = UInt8(truncatingIfNeeded: size >> (8 * byte)) }
  return result
}
