internal import CPNG

/// Decodes a PNG of any depth, palettes and transparent colours included.
func decodedPNG(_ bytes: [UInt8], _ head: PictureHead) -> DecodedPicture? {
  var image = png_image()
  image.version = UInt32(PNG_IMAGE_VERSION)
  defer { png_image_free(&image) }
  guard png_image_begin_read_from_memory(&image, bytes, bytes.count) != 0 else { return nil }
  let (width, height) = (Int(image.width), Int(image.height))
  guard width > 0, height > 0, max(width, height) <= SmallerPicture.longestSide, width * height == head.pixels else {
    return nil
  }
  image.format = pngPixels
  // As browsers do, where the file does not say how bright its numbers are.
  image.flags |= UInt32(PNG_IMAGE_FLAG_16BIT_sRGB)
  var pixels = PixelMap(width: width, height: height)
  let pitch = Int32(pixels.pitch)
  let result = pixels.withBytes { png_image_finish_read(&image, nil, $0.baseAddress, pitch, nil) }
  return DecodedPicture(pixels: pixels, isDamaged: result == 0)
}

/// Blue, green, red, and how much a pixel covers.
private let pngPixels = UInt32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_BGR | PNG_FORMAT_FLAG_ALPHA)

func encodedPNG(_ pixels: PixelMap) -> [UInt8]? {
  var image = png_image()
  image.version = UInt32(PNG_IMAGE_VERSION)
  image.width = UInt32(pixels.width)
  image.height = UInt32(pixels.height)
  image.format = pngPixels
  defer { png_image_free(&image) }
  let pitch = Int32(pixels.pitch)
  // Without a place for it, the library tells its length.
  var length = 0
  guard png_image_write_to_memory(&image, nil, &length, 0, pixels.bytes, pitch, nil) != 0, length > 0 else {
    return nil
  }
  var result: Int32 = 0
  let made = [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
    result = png_image_write_to_memory(&image, buffer.baseAddress, &length, 0, pixels.bytes, pitch, nil)
    filled = result == 0 ? 0 : min(length, buffer.count)
  }
  return result == 0 ? nil : made
}
