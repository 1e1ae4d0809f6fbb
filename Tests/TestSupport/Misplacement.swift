package import BanbaoDiagnostics
import BanbaoSource

/// What is wrong with a place; nil where it lies inside a file, or on one of the content's folders as a whole.
package func misplacement(of place: Place, in files: [String: [UInt8]]) -> String? {
  var check = PlaceCheck(files)
  return check.fault(of: place)
}

/// Holds places against the files that they name.
package struct PlaceCheck {
  private let files: [String: [UInt8]]
  private let root: String
  /// By path: how many scalars each line has, in each way that the file may be read.
  private var lines: [String: [[Int]]] = [:]

  /// - Parameters:
  ///   - files: by their path below the root.
  ///   - root: the folder that places begin with.
  package init(_ files: [String: [UInt8]], root: String = "content") {
    self.files = files
    self.root = root + "/"
  }

  /// What is wrong with the first wrong place of some diagnostics, be it their own, a related one or one of a remedy.
  package mutating func fault(of diagnostics: [Diagnostic]) -> String? {
    for diagnostic in diagnostics {
      let edits = diagnostic.fix?.edits ?? []
      for place in [diagnostic.place] + diagnostic.related.map(\.place) + edits.map(\.place) {
        if let fault = fault(of: place) { return "\(place) of \(diagnostic.code): \(fault)" }
      }
    }
    return nil
  }

  /// What is wrong with a place; nil where it lies inside a file, or on a folder as a whole.
  package mutating func fault(of place: Place) -> String? {
    guard place.path.hasPrefix(root) else { return "not under \(root)" }
    let path = String(place.path.dropFirst(root.count))
    guard let bytes = files[path] else {
      let isFolder = path.isEmpty || files.keys.contains { $0.hasPrefix(path + "/") }
      return place.line == 0 && isFolder ? nil : "no such file"
    }
    if place.sheet != nil {
      // What a workbook may hold at most.
      return 0...1_048_576 ~= place.line && 0...16_384 ~= place.column ? nil : "no cell of a workbook"
    }
    if place.line == 0 { return place.column == 0 ? nil : "a column without a line" }
    if place.column < 1 { return "no column" }
    let readings = lines[path] ?? Self.readings(of: path, bytes)
    lines[path] = readings
    let faults = readings.map { fault(of: place, in: $0) }
    return faults.contains(nil) ? nil : faults.first ?? nil
  }

  /// What is no record, and all that is published as it is, is looked through in every encoding that it may be in.
  private static func readings(of path: String, _ bytes: [UInt8]) -> [[Int]] {
    let text = SourceText(path: path, bytes: bytes)
    let inAnyEncoding = { text.decodings.map { scalarCounts(of: $0.bytes, isTable: false) } }
    if path.hasPrefix("static/") { return inAnyEncoding() }
    // A ledger, or an attachment.
    if path.hasSuffix(".csv") { return [scalarCounts(of: bytes, isTable: true)] + inAnyEncoding() }
    let isRecord = [".md", ".yaml", ".yml", ".mustache"].contains { path.hasSuffix($0) }
    return isRecord || !path.contains("/") ? [scalarCounts(of: bytes, isTable: false)] : inAnyEncoding()
  }

  private func fault(of place: Place, in lines: [Int]) -> String? {
    guard 1...lines.count ~= place.line else { return "line beyond the \(lines.count) of the file" }
    let length = lines[place.line - 1]
    guard place.column <= length + 1 else { return "column beyond the \(length) of the line" }
    return place.length == 1 || place.column + place.length <= length + 1
      ? nil : "end beyond the \(length) of the line"
  }
}

/// How many scalars each line has; CR LF, CR and LF end one, and a BOM is no part of the first.
///
/// - Parameter isTable: whether the file may be in another encoding than UTF-8.
private func scalarCounts(of bytes: [UInt8], isTable: Bool) -> [Int] {
  let text = SourceText(path: isTable ? "a.csv" : "a", bytes: bytes)
  let read = isTable ? (tableText(text).text ?? text.decoded).bytes : bytes
  var scalars = Array(String(decoding: read, as: UTF8.self).unicodeScalars)
  if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
  var counts = [0]
  for (index, scalar) in scalars.enumerated() {
    if scalar == "\n" || scalar == "\r" {
      if scalar == "\n", index > 0, scalars[index - 1] == "\r" { continue }
      counts.append(0)
    } else {
      counts[counts.count - 1] += 1
    }
  }
  return counts
}
