/// A type of file that may be published beside a page. Pages, scripts and programs may not.
package struct FileType: Sendable, Hashable {
  /// As readers know it: `PDF`, `Excel`.
  package var name: String
  package var isImage = false

  /// By the extension, in any case; nil for what is not published.
  package static func of(_ path: String) -> FileType? {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
    return known[path[path.index(after: dot)...].lowercased()]
  }

  private static let known: [String: FileType] = [
    "pdf": FileType(name: "PDF"), "ofd": FileType(name: "OFD"),
    "doc": FileType(name: "Word"), "docx": FileType(name: "Word"), "wps": FileType(name: "WPS 文字"),
    "xls": FileType(name: "Excel"), "xlsx": FileType(name: "Excel"), "et": FileType(name: "WPS 表格"),
    "csv": FileType(name: "CSV"), "ppt": FileType(name: "PowerPoint"), "pptx": FileType(name: "PowerPoint"),
    "dps": FileType(name: "WPS 演示"), "txt": FileType(name: "TXT"), "zip": FileType(name: "ZIP"),
    "rar": FileType(name: "RAR"), "7z": FileType(name: "7Z"), "mp3": FileType(name: "MP3"),
    "mp4": FileType(name: "MP4"), "jpg": FileType(name: "JPEG", isImage: true),
    "jpeg": FileType(name: "JPEG", isImage: true), "png": FileType(name: "PNG", isImage: true),
    "gif": FileType(name: "GIF", isImage: true), "webp": FileType(name: "WebP", isImage: true),
  ]

  static let extensions = known.keys.sorted()
}

/// `36 KB`, `1.2 MB`: at 1,024 bytes a KB, rounded up to the digit shown, so that nothing reads as 0.
package func formatted(size bytes: Int) -> String {
  if bytes < 1024 { return "\(bytes) B" }
  if bytes < 1024 * 1024 { return "\((bytes + 1023) / 1024) KB" }
  let tenths = (bytes * 10 + 1024 * 1024 - 1) / (1024 * 1024)
  return "\(tenths / 10).\(tenths % 10) MB"
}
