package import BanbaoDiagnostics

/// What is wrong with a place; nil where it lies inside a file, or on one of the content's folders as a whole.
package func misplacement(of place: Place, in files: [String: [UInt8]]) -> String? {
  guard place.path.hasPrefix("content/") else { return "not under content" }
  let path = String(place.path.dropFirst("content/".count))
  guard let bytes = files[path] else {
    let isFolder = path.isEmpty || files.keys.contains { $0.hasPrefix(path + "/") }
    return place.line == 0 && isFolder ? nil : "no such file"
  }
  if place.line == 0 { return place.column == 0 ? nil : "a column without a line" }
  if place.column < 1 { return "no column" }
  let lines = lines(of: bytes)
  guard place.line <= lines.count else { return "line beyond the \(lines.count) of the file" }
  let length = lines[place.line - 1]
  return place.column <= length + 1 ? nil : "column beyond the \(length) of the line"
}

/// How many scalars each line has; CR LF, CR and LF end one, and a BOM is no part of the first.
private func lines(of bytes: [UInt8]) -> [Int] {
  var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
  if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
  var lengths = [0]
  for (index, scalar) in scalars.enumerated() {
    if scalar == "\n" || scalar == "\r" {
      if scalar == "\n", index > 0, scalars[index - 1] == "\r" { continue }
      lengths.append(0)
    } else {
      lengths[lengths.count - 1] += 1
    }
  }
  return lengths
}
