internal import CWebP

/// Decodes a WebP that stands still.
func decodedWebP(_ bytes: [UInt8], _ head: PictureHead) -> DecodedPicture? {
  var (width, height) = (Int32(0), Int32(0))
  guard WebPGetInfo(bytes, bytes.count, &width, &height) != 0, width > 0, height > 0,
    Int(width) * Int(height) == head.pixels
  else { return nil }
  var pixels = PixelMap(width: Int(width), height: Int(height))
  let pitch = Int32(pixels.pitch)
  let result = pixels.withBytes { WebPDecodeBGRAInto(bytes, bytes.count, $0.baseAddress, $0.count, pitch) }
  // What has come of a picture that was cut off stands in the rows already.
  return DecodedPicture(pixels: pixels, isDamaged: result == nil)
}
