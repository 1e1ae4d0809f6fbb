internal import CWebP

/// Pixels in rows, from the top, each of four bytes: blue, green, red, and how much it covers.
struct PixelMap {
  static let depth = 4

  let width: Int
  let height: Int
  private(set) var bytes: [UInt8]

  var pitch: Int { width * Self.depth }

  /// Of one grey, which stays where a damaged picture ends.
  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    bytes = [UInt8](repeating: 0xE0, count: width * height * Self.depth)
  }

  private init(width: Int, height: Int, bytes: [UInt8]) {
    self.width = width
    self.height = height
    self.bytes = bytes
  }

  mutating func withBytes<Result>(_ body: (UnsafeMutableBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeMutableBufferPointer { body($0) }
  }

  /// At another size, each pixel the mean of those that it covers; nil where there is no memory for it.
  func scaled(_ newWidth: Int, _ newHeight: Int) -> PixelMap? {
    guard newWidth != width || newHeight != height else { return self }
    var source = bytes
    return source.withUnsafeMutableBytes { buffer -> PixelMap? in
      var picture = WebPPicture()
      guard WebPPictureInit(&picture) != 0 else { return nil }
      defer { WebPPictureFree(&picture) }
      picture.use_argb = 1
      picture.width = Int32(width)
      picture.height = Int32(height)
      // As words these bytes are the library's pixels: processors that Swift runs on begin with the low byte.
      picture.argb = buffer.bindMemory(to: UInt32.self).baseAddress
      picture.argb_stride = Int32(width)
      guard WebPPictureRescale(&picture, Int32(newWidth), Int32(newHeight)) != 0, let made = picture.argb else {
        return nil
      }
      let rowLength = Int(picture.argb_stride) * Self.depth
      let rows = UnsafeRawBufferPointer(start: made, count: rowLength * newHeight)
      var scaled: [UInt8] = []
      scaled.reserveCapacity(newWidth * newHeight * Self.depth)
      for row in 0..<newHeight { scaled += rows[row * rowLength..<row * rowLength + newWidth * Self.depth] }
      return PixelMap(width: newWidth, height: newHeight, bytes: scaled)
    }
  }

  /// Upright, by the turn that Exif tells.
  func turned(_ turn: UInt8) -> PixelMap {
    guard (2...8).contains(turn) else { return self }
    let (newWidth, newHeight) = turn < 5 ? (width, height) : (height, width)
    var turned: [UInt8] = []
    turned.reserveCapacity(bytes.count)
    for y in 0..<newHeight {
      for x in 0..<newWidth {
        let (column, row) =
          switch turn {
          case 2: (width - 1 - x, y)
          case 3: (width - 1 - x, height - 1 - y)
          case 4: (x, height - 1 - y)
          case 5: (y, x)
          case 6: (y, height - 1 - x)
          case 7: (width - 1 - y, height - 1 - x)
          default: (width - 1 - y, x)
          }
        let start = row * pitch + column * Self.depth
        turned += bytes[start..<start + Self.depth]
      }
    }
    return PixelMap(width: newWidth, height: newHeight, bytes: turned)
  }

  /// Takes for each pixel what four inks leave of white: the bytes hold cyan, magenta, yellow and black as printers
  /// store them, 255 for no ink.
  mutating func mixInks() {
    for start in stride(from: 0, to: bytes.count, by: Self.depth) {
      let black = Int(bytes[start + 3])
      let (cyan, magenta, yellow) = (Int(bytes[start]), Int(bytes[start + 1]), Int(bytes[start + 2]))
      bytes[start] = UInt8(yellow * black / 255)
      bytes[start + 1] = UInt8(magenta * black / 255)
      bytes[start + 2] = UInt8(cyan * black / 255)
      bytes[start + 3] = 0xFF
    }
  }
}
