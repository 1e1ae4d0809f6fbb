package import BanbaoFiles

/// A type of file that may be published beside a page. Pages, scripts and programs may not.
package struct FileType: Sendable, Hashable {
  /// As readers know it: `PDF`, `Excel`.
  package var name: String
  package var isImage = false
  /// What such a file may be by its first bytes.
  package var forms: Set<FileForm>

  fileprivate init(_ name: String, _ forms: Set<FileForm>, isImage: Bool = false) {
    self.name = name
    self.forms = forms
    self.isImage = isImage
  }

  /// By the extension, in any case; nil for what is not published.
  package static func of(_ path: String) -> FileType? { known[ending(path)] }

  /// The extension in small letters; empty for none.
  static func ending(_ path: String) -> String {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return "" }
    return path[path.index(after: dot)...].lowercased()
  }

  private static let known: [String: FileType] = [
    "pdf": FileType("PDF", [.pdf]), "ofd": FileType("OFD", [.zip]),
    "doc": FileType("Word", [.ole, .rtf]), "docx": FileType("Word", [.zip]), "wps": FileType("WPS 文字", [.ole, .zip]),
    "xls": FileType("Excel", [.ole]), "xlsx": FileType("Excel", [.zip]), "et": FileType("WPS 表格", [.ole, .zip]),
    "csv": FileType("CSV", [.other]), "ppt": FileType("PowerPoint", [.ole]), "pptx": FileType("PowerPoint", [.zip]),
    "dps": FileType("WPS 演示", [.ole, .zip]), "txt": FileType("TXT", [.other]), "zip": FileType("ZIP", [.zip]),
    "rar": FileType("RAR", [.rar]), "7z": FileType("7Z", [.sevenZip]), "mp3": FileType("MP3", [.mp3]),
    "mp4": FileType("MP4", [.mp4]), "jpg": FileType("JPEG", [.jpeg], isImage: true),
    "jpeg": FileType("JPEG", [.jpeg], isImage: true), "png": FileType("PNG", [.png], isImage: true),
    "gif": FileType("GIF", [.gif], isImage: true), "webp": FileType("WebP", [.webp], isImage: true),
  ]

  /// What a file of a form is called, and how its name ends; not of those that several types have.
  static let names: [FileForm: (name: String, ending: String)] = [
    .jpeg: ("JPEG", "jpg"), .png: ("PNG", "png"), .gif: ("GIF", "gif"), .webp: ("WebP", "webp"), .pdf: ("PDF", "pdf"),
    .rar: ("RAR", "rar"), .sevenZip: ("7Z", "7z"), .mp3: ("MP3", "mp3"), .mp4: ("MP4", "mp4"),
  ]

  static let extensions = known.keys.sorted()
  static let imageExtensions = known.filter { $0.value.isImage }.keys.sorted()
}

/// `36 KB`, `1.2 MB`: at 1,024 bytes a KB, rounded up to the digit shown, so that nothing reads as 0.
package func formatted(size bytes: Int) -> String {
  if bytes < 1024 { return "\(bytes) B" }
  if bytes < 1024 * 1024 { return "\((bytes + 1023) / 1024) KB" }
  let tenths = (bytes * 10 + 1024 * 1024 - 1) / (1024 * 1024)
  return "\(tenths / 10).\(tenths % 10) MB"
}
