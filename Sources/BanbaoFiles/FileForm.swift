/// What a file is by its first bytes, whatever its name says.
package enum FileForm: Sendable, Hashable, CaseIterable {
  case empty
  /// The text by which Git LFS stands for a file that was not fetched.
  case lfsPointer
  case jpeg, png, gif, webp
  /// A photo as iPhones and some others save it, which most browsers do not show.
  case heic
  case bmp, tiff
  case pdf
  /// An archive, or a document of Word, Excel, PowerPoint or OFD, which are archives too.
  case zip
  /// A document of Word, Excel, PowerPoint or WPS in the form before 2007, or any with a password.
  case ole
  case rar, sevenZip, rtf, html, mp3, mp4
  /// A program of Windows or Linux.
  case program
  /// Nothing of these; plain text too.
  case other

  /// How many bytes are enough to tell.
  package static let length = 1024

  package init(_ bytes: [UInt8]) {
    func starts(_ start: [UInt8], at offset: Int = 0) -> Bool { bytes.dropFirst(offset).starts(with: start) }
    func starts(_ start: StaticString) -> Bool { starts(Array(start.description.utf8)) }
    self =
      if bytes.isEmpty {
        .empty
      } else if starts("version https://git-lfs.github.com/spec/") {
        .lfsPointer
      } else if starts([0xFF, 0xD8, 0xFF]) {
        .jpeg
      } else if starts([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
        .png
      } else if starts("GIF87a") || starts("GIF89a") {
        .gif
      } else if starts("RIFF"), starts(Array("WEBP".utf8), at: 8) {
        .webp
      } else if starts(Array("ftyp".utf8), at: 4) {
        Self.heicBrands.contains(String(decoding: bytes.dropFirst(8).prefix(4), as: UTF8.self)) ? .heic : .mp4
      } else if starts("BM"), bytes.count > 26, starts([0, 0, 0, 0], at: 6) {
        .bmp
      } else if starts([0x49, 0x49, 0x2A, 0x00]) || starts([0x4D, 0x4D, 0x00, 0x2A]) {
        .tiff
      } else if starts([0x50, 0x4B, 0x03, 0x04]) || starts([0x50, 0x4B, 0x05, 0x06]) {
        .zip
      } else if starts([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        .ole
      } else if starts("Rar!\u{1A}\u{7}") {
        .rar
      } else if starts([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) {
        .sevenZip
      } else if starts("{\\rtf") {
        .rtf
      } else if starts("ID3") || (bytes.count > 3 && bytes[0] == 0xFF && bytes[1] & 0xE6 == 0xE2) {
        .mp3
      } else if starts([0x7F, 0x45, 0x4C, 0x46]) || (starts("MZ") && bytes.count > 64) {
        .program
      } else if Self.isPDF(bytes) {
        .pdf
      } else if Self.isHTML(bytes) {
        .html
      } else {
        .other
      }
  }

  private static let heicBrands: Set<String> = [
    "heic", "heix", "hevc", "heim", "heis", "hevm", "mif1", "msf1", "avif", "avis",
  ]

  /// Readers look for the mark in the first 1,024 bytes.
  private static func isPDF(_ bytes: [UInt8]) -> Bool {
    let mark = Array("%PDF-".utf8)
    return bytes.prefix(length).indices.contains { bytes[$0...].starts(with: mark) }
  }

  private static func isHTML(_ bytes: [UInt8]) -> Bool {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let start = text.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }.prefix(64)
    let lower = String(decoding: start, as: UTF8.self).lowercased()
    return ["<!doctype html", "<html", "<head", "<body", "<table", "<script"].contains { lower.hasPrefix($0) }
  }
}
