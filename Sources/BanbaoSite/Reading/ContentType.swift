/// By the extension, for the types that a site may hold; the browser never guesses (`nosniff`).
package func contentType(_ path: String) -> String {
  switch FileType.ending(path) {
  case "html": "text/html; charset=utf-8"
  case "css": "text/css; charset=utf-8"
  case "js": "text/javascript; charset=utf-8"
  case "svg": "image/svg+xml"
  case "png": "image/png"
  case "jpg", "jpeg": "image/jpeg"
  case "gif": "image/gif"
  case "webp": "image/webp"
  case "ico": "image/x-icon"
  case "xml": "application/xml; charset=utf-8"
  case "ics": "text/calendar; charset=utf-8"
  case "csv": "text/csv; charset=utf-8"
  case "txt": "text/plain; charset=utf-8"
  case "pdf": "application/pdf"
  case "zip": "application/zip"
  case "mp3": "audio/mpeg"
  case "mp4": "video/mp4"
  default: "application/octet-stream"
  }
}
