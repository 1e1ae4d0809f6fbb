/// What the preview adds to every page on the way out, and nothing else: one `<script>` element before the last
/// `</body>`, or at the end of a page without one.
package enum PreviewInjection {
  /// Stands before the build's number.
  package static let opening = #"<script src="/-/preview.js" defer data-build=""#
  /// Stands after it.
  package static let closing = #""></script>"#

  /// The bytes that are put into a page.
  ///
  /// - Parameter build: the number of the snapshot that the page comes from, by which an open tab knows what it missed.
  static func element(build: Int) -> [UInt8] { Array("\(opening)\(build)\(closing)".utf8) }

  static func inject(into page: [UInt8], build: Int) -> [UInt8] {
    let element = element(build: build)
    let place = endOfBody(in: page)
    var result: [UInt8] = []
    result.reserveCapacity(page.count + element.count)
    result.append(contentsOf: page[..<place])
    result.append(contentsOf: element)
    result.append(contentsOf: page[place...])
    return result
  }

  /// A served page as the published site has it, byte for byte; as it came where nothing was put in.
  package static func removed(from page: [UInt8]) -> [UInt8] {
    let opening = Array(opening.utf8)
    let closing = Array(closing.utf8)
    guard let start = lastIndex(of: opening, in: page, equals: ==) else { return page }
    var end = start + opening.count
    while end < page.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= page[end] { end += 1 }
    guard page[end...].starts(with: closing) else { return page }
    return Array(page[..<start] + page[(end + closing.count)...])
  }
}

/// HTML allows tags in either case.
private func endOfBody(in page: [UInt8]) -> Int {
  lastIndex(of: Array("</body".utf8), in: page) { $0 | 0x20 == $1 | 0x20 } ?? page.count
}

private func lastIndex(of pattern: [UInt8], in bytes: [UInt8], equals: (UInt8, UInt8) -> Bool) -> Int? {
  for start in stride(from: bytes.count - pattern.count, through: 0, by: -1)
  where bytes[start..<(start + pattern.count)].elementsEqual(pattern, by: equals) {
    return start
  }
  return nil
}
