import BanbaoFiles
import Testing

/// Pictures as they are published. They are put together here from their parts, as the formats' own specifications have
/// them.
@Suite struct PictureTests {
  private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, marker, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 0xFF)] + content
  }

  /// An Exif as cameras write it: the maker, the way up, the owner, the place.
  private static func exif(turn: UInt8, isLittle: Bool) -> [UInt8] {
    func number(_ value: Int, _ length: Int) -> [UInt8] {
      let big = (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * (length - 1 - $0))) }
      return isLittle ? big.reversed() : big
    }
    func entry(_ tag: Int, _ type: Int, _ value: [UInt8]) -> [UInt8] {
      number(tag, 2) + number(type, 2) + number(1, 4) + (value + [0, 0, 0, 0]).prefix(4)
    }
    return Array("Exif\0\0".utf8) + Array((isLittle ? "II" : "MM").utf8) + number(42, 2) + number(8, 4) + number(3, 2)
      + entry(0x010F, 2, Array("CAM".utf8)) + entry(0x0112, 3, number(Int(turn), 2)) + entry(0x8825, 4, number(60, 4))
      + number(0, 4) + Array("OWNER 30.12N".utf8)
  }

  private static let scan: [UInt8] = [0xFF, 0xDA, 0, 4, 1, 2, 0x11, 0xFF, 0x00, 0x22, 0xFF, 0xD3, 0x33]
  private static let tables = segment(0xDB, [0, 1, 2]) + segment(0xC2, [8, 0, 1, 0, 1, 1]) + segment(0xC4, [9, 9])
  private static let profile = segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1, 7, 7])
  private static let jfif = segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])
  private static let end: [UInt8] = [0xFF, 0xD9]

  private func holds(_ bytes: [UInt8], _ word: String) -> Bool {
    let word = Array(word.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: word) }
  }

  @Test(arguments: [false, true], [1, 6, 8])
  func `a JPEG loses what it tells and keeps its pixels, its colours and the way up`(
    isLittle: Bool, turn: UInt8
  ) throws {
    let told =
      Self.segment(0xE1, Self.exif(turn: turn, isLittle: isLittle))
      + Self.segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0<x>OWNER</x>".utf8))
      + Self.segment(0xE2, Array("MPF\0OWNER".utf8)) + Self.segment(0xED, Array("Photoshop 3.0\0OWNER".utf8))
      + Self.segment(0xFE, Array("OWNER".utf8))
    let again = Self.segment(0xC4, [8]) + Self.scan
    let picture = [0xFF, 0xD8] + Self.jfif + told + Self.profile + Self.tables + Self.scan + again + Self.end
    let film = Array("\0\0\0\u{18}ftypmp42OWNER".utf8)
    let published = withoutPrivateData(picture + film)
    #expect(!holds(published, "OWNER") && !holds(published, "CAM"))
    let upright = turn == 1 ? [] : Self.segment(0xE1, Array(published[24..<56]))
    #expect(
      published == [0xFF, 0xD8] + Self.jfif + upright + Self.profile + Self.tables + Self.scan + again + Self.end)
    #expect(withoutPrivateData(published) == published)
    if turn != 1 { #expect(published[24..<30].elementsEqual("Exif\0\0".utf8) && published[49] == turn) }
  }

  @Test func `a JPEG that tells nothing is published as it is`() {
    let picture = [0xFF, 0xD8] + Self.jfif + Self.tables + Self.scan + Self.end
    #expect(withoutPrivateData(picture) == picture)
  }

  @Test func `a thumbnail in the head, which may show more than the picture, is dropped`() {
    let head = Self.segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9])
    let rest = Self.tables + Self.scan + Self.end
    #expect(withoutPrivateData([0xFF, 0xD8] + head + rest) == [0xFF, 0xD8] + rest)
  }

  private static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
    [0, 0, UInt8(content.count >> 8), UInt8(content.count & 0xFF)] + Array(type.utf8) + content + [1, 2, 3, 4]
  }

  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  @Test func `a PNG loses its texts and keeps its pixels, its colours and the way up`() throws {
    let start = Self.png + Self.chunk("IHDR", [0, 0, 0, 1]) + Self.chunk("iCCP", [5, 5])
    let told =
      Self.chunk("tEXt", Array("Author\0OWNER".utf8)) + Self.chunk("iTXt", Array("OWNER".utf8))
      + Self.chunk("tIME", [1]) + Self.chunk("eXIf", Array(Self.exif(turn: 6, isLittle: true).dropFirst(6)))
      + Self.chunk("prIv", Array("OWNER".utf8))
    let rest = Self.chunk("IDAT", [7, 7]) + Self.chunk("IEND", [])
    let published = withoutPrivateData(start + told + rest + Array("OWNER".utf8))
    #expect(published.starts(with: start) && published.suffix(rest.count).elementsEqual(rest))
    let upright = published.dropFirst(start.count).dropLast(rest.count)
    #expect(upright.dropFirst(4).starts(with: "eXIf".utf8) && upright.count == 12 + 26)
    #expect(withoutPrivateData(published) == published)
  }

  @Test func `a WebP loses what it tells, and no longer promises it`() {
    func part(_ type: String, _ content: [UInt8]) -> [UInt8] {
      Array(type.utf8) + [UInt8(content.count), 0, 0, 0] + content + (content.count % 2 == 0 ? [] : [0])
    }
    func file(_ parts: [UInt8]) -> [UInt8] {
      Array("RIFF".utf8) + [UInt8(parts.count + 4), 0, 0, 0] + Array("WEBP".utf8) + parts
    }
    let head: [UInt8] = [0x2C, 0, 0, 0, 1, 0, 0, 1, 0, 0]
    let shown = part("ICCP", [1, 2, 3]) + part("VP8 ", [9, 9, 9, 9])
    let published = withoutPrivateData(file(part("VP8X", head) + shown + part("EXIF", [7]) + part("XMP ", [8, 8])))
    #expect(published == file(part("VP8X", [0x20] + head.dropFirst()) + shown))
  }

  @Test func `what is no picture, or is cut anywhere, never traps`() {
    let jpeg =
      [0xFF, 0xD8] + Self.jfif + Self.segment(0xE1, Self.exif(turn: 6, isLittle: true)) + Self.tables + Self.scan
      + Self.end
    let png = Self.png + Self.chunk("IHDR", [0, 0, 0, 1]) + Self.chunk("eXIf", Self.exif(turn: 6, isLittle: false))
    for whole in [jpeg, png] {
      for length in 0...whole.count { _ = withoutPrivateData(Array(whole.prefix(length))) }
      for index in whole.indices {
        var spoilt = whole
        for value: UInt8 in [0, 0x7F, 0xFF] {
          spoilt[index] = value
          _ = withoutPrivateData(spoilt)
        }
      }
    }
    #expect(withoutPrivateData(Array("GIF89a".utf8)) == Array("GIF89a".utf8))
  }
}
