/// A picture made smaller for a page, upright, with nothing in it but pixels and the colour profile.
package struct SmallerPicture: Sendable, Hashable {
  /// JPEG; PNG where something may show through.
  package var bytes: [UInt8]
  /// Whether what it was made of could not be decoded to its end; then a part of it is grey.
  package var isDamaged: Bool

  /// The most pixels that are decoded, 67 million. Each takes four bytes in memory, or six while a progressive JPEG of
  /// full colours is decoded.
  package static let mostPixels = 1 << 26
  /// The longest side that is decoded, the most that a JPEG can have.
  package static let longestSide = 65_535

  /// Whether a picture of this kind and size can be made smaller. What moves would stand still.
  package static func isPossible(_ head: PictureHead) -> Bool {
    !head.isMoving && head.pixels <= mostPixels && head.longerSide <= longestSide
  }

  /// Nil of what cannot be decoded at all.
  ///
  /// - Parameters:
  ///   - picture: as it is published, in JPEG, PNG or WebP.
  ///   - longerSide: in pixels, more than 0. A picture that is no larger keeps its size.
  package init?(of picture: [UInt8], longerSide: Int) {
    // What is decoded is bounded by the head, and the decoders are held to it.
    guard let head = PictureHead(picture), Self.isPossible(head) else { return nil }
    let form = FileForm(Array(picture.prefix(FileForm.length)))
    let size = head.fitting(longerSide)
    // As it is coded.
    let (width, height) = head.turn < 5 ? (size.width, size.height) : (size.height, size.width)
    let decoded: DecodedPicture? =
      switch form {
      case .jpeg: decodedJPEG(picture, head, atLeast: max(width, height))
      case .png: decodedPNG(picture, head)
      case .webp: decodedWebP(picture, head)
      default: nil
      }
    guard let decoded, let small = decoded.pixels.scaled(width, height)?.turned(head.turn) else { return nil }
    let profile = form == .jpeg && decoded.keepsProfile ? colourProfile(ofJPEG: picture) : []
    let made = head.hasAlpha ? encodedPNG(small) : encodedJPEG(small, profile, keepsEdges: form != .jpeg)
    guard let made else { return nil }
    bytes = made
    isDamaged = decoded.isDamaged
  }
}

extension PictureHead {
  /// The size at which the longer side is at most so many pixels; never a larger one than its own.
  package func fitting(_ longest: Int) -> (width: Int, height: Int) {
    guard longerSide > longest else { return (width, height) }
    func scaled(_ side: Int) -> Int { max(1, (side * longest + longerSide / 2) / longerSide) }
    return (scaled(width), scaled(height))
  }
}

/// What a decoder made of a picture.
struct DecodedPicture {
  var pixels: PixelMap
  var isDamaged: Bool
  /// Whether the colours are still those that the file's colour profile speaks of.
  var keepsProfile = true
}
