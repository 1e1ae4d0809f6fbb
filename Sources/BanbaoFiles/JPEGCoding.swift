internal import CTurboJPEG

/// Decodes a JPEG at the smallest of 1/8, 1/4, 1/2 and 1/1 of its size whose longer side is large enough: what a smaller
/// picture would throw away is not even computed.
func decodedJPEG(_ bytes: [UInt8], _ head: PictureHead, atLeast side: Int) -> DecodedPicture? {
  guard head.pixels * scanCount(bytes) <= mostScanned, let decoder = tjInitDecompress() else { return nil }
  defer { tjDestroy(decoder) }
  var (width, height, sampling, colours) = (Int32(0), Int32(0), Int32(0), Int32(0))
  let length = UInt(bytes.count)
  guard tjDecompressHeader3(decoder, bytes, length, &width, &height, &sampling, &colours) == 0, width > 0, height > 0,
    Int(width) * Int(height) == head.pixels
  else { return nil }
  let hasInks = [TJCS_CMYK, TJCS_YCCK].contains { Int32($0.rawValue) == colours }
  func scaled(_ side: Int32, _ part: Int) -> Int { (Int(side) + part - 1) / part }
  let part = [8, 4, 2].first { scaled(max(width, height), $0) >= side } ?? 1
  var pixels = PixelMap(width: scaled(width, part), height: scaled(height, part))
  let (columns, rows, pitch) = (Int32(pixels.width), Int32(pixels.height), Int32(pixels.pitch))
  let format = hasInks ? TJPF_CMYK : TJPF_BGRA
  let result = pixels.withBytes { buffer in
    tjDecompress2(
      decoder, bytes, length, buffer.baseAddress, columns, pitch, rows, format.rawValue,
      TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS)
  }
  // A warning is a fault in the coded pixels that the decoder got over.
  if result != 0, tjGetErrorCode(decoder) != Int32(TJERR_WARNING.rawValue) { return nil }
  if hasInks { pixels.mixInks() }
  let isGrey = colours == Int32(TJCS_GRAY.rawValue)
  return DecodedPicture(pixels: pixels, isDamaged: result != 0, keepsProfile: !hasInks && !isGrey)
}

/// The most pixels that are gone over, each as often as there are scans: enough for the ten of a progressive JPEG of the
/// largest size, and no more than some seconds of work.
private let mostScanned = 1 << 30

/// How many scans a JPEG has, or a few more: the mark may occur in what is no picture.
private func scanCount(_ bytes: [UInt8]) -> Int {
  bytes.withUnsafeBufferPointer { bytes in
    var count = 0
    for index in bytes.indices.dropFirst() where bytes[index] == 0xDA && bytes[index - 1] == 0xFF { count += 1 }
    return count
  }
}

/// - Parameters:
///   - profile: segments that go before the picture.
///   - keepsEdges: whether colours are kept as sharp as brightness, for what was drawn.
func encodedJPEG(_ pixels: PixelMap, _ profile: [UInt8], keepsEdges: Bool) -> [UInt8]? {
  guard let encoder = tjInitCompress() else { return nil }
  defer { tjDestroy(encoder) }
  var made: UnsafeMutablePointer<UInt8>?
  var length: UInt = 0
  defer { tjFree(made) }
  let sampling = keepsEdges ? TJSAMP_444 : TJSAMP_420
  let quality: Int32 = 82
  let result = tjCompress2(
    encoder, pixels.bytes, Int32(pixels.width), Int32(pixels.pitch), Int32(pixels.height), TJPF_BGRX.rawValue, &made,
    &length, Int32(sampling.rawValue), quality, TJFLAG_ACCURATEDCT | TJFLAG_PROGRESSIVE)
  guard result == 0, let made, length > 2 else { return nil }
  let bytes = Array(UnsafeBufferPointer(start: made, count: Int(length)))
  // The segment of JFIF comes first.
  let hasJFIF = bytes.count > 20 && bytes[2...].starts(with: [0xFF, 0xE0, 0, 16])
  let head = hasJFIF ? 20 : 2
  return bytes[..<head] + profile + bytes[head...]
}

/// The segments of a JPEG that hold its colour profile; none of a large one, which would outweigh a small picture.
func colourProfile(ofJPEG bytes: [UInt8]) -> [UInt8] {
  let mark = Array("ICC_PROFILE\0".utf8)
  let largest = 1 << 14
  var profile: [UInt8] = []
  var index = 2
  while index + 4 <= bytes.count, bytes[index] == 0xFF, (0xC0...0xFE).contains(bytes[index + 1]),
    bytes[index + 1] != 0xDA
  {
    let end = index + 2 + Int(bytes[index + 2]) << 8 + Int(bytes[index + 3])
    guard end >= index + 4, end <= bytes.count else { break }
    if bytes[index + 1] == 0xE2, bytes[index + 4..<end].starts(with: mark) { profile += bytes[index..<end] }
    index = end
  }
  return profile.count <= largest ? profile : []
}
