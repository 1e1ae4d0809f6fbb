import BanbaoDiagnostics
package import BanbaoSource

/// `manifest.sha256`: the digest of every other file of a published folder, the marker too, as `sha256sum` of GNU coreutils
/// writes and checks them.
package struct Manifest: Hashable, Sendable {
  /// Its own name at the top of the folder.
  package static let fileName = "manifest.sha256"

  /// One file.
  package struct Line: Hashable, Sendable {
    /// Relative to the folder.
    package var path: String
    package var digest: Digest

    package init(path: String, digest: Digest) {
      self.path = path
      self.digest = digest
    }
  }

  /// In the order of their paths' bytes.
  package let lines: [Line]

  /// Lines in any order.
  package init(_ lines: [Line]) {
    self.lines = lines.sorted { $0.path.precedes($1.path) }
  }

  /// Appends its text: a digest, two spaces and a path on each line.
  package func write(into bytes: inout [UInt8]) {
    bytes.reserveCapacity(bytes.count + lines.reduce(0) { $0 + $1.path.utf8.count + 68 })
    for line in lines {
      let isEscaped = line.path.utf8.contains { escape($0) != nil }
      if isEscaped { bytes.append(backslash) }
      bytes += line.digest.hexadecimal.utf8
      bytes += "  ".utf8
      for byte in line.path.utf8 {
        if let letter = escape(byte) {
          bytes.append(backslash)
          bytes.append(letter)
        } else {
          bytes.append(byte)
        }
      }
      bytes.append(UInt8(ascii: "\n"))
    }
  }
}

private let backslash = UInt8(ascii: "\\")

/// What a path cannot hold on a line as it is has a letter that stands for it behind a backslash; the line then begins with
/// one.
private func escape(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "\n"): UInt8(ascii: "n")
  case UInt8(ascii: "\r"): UInt8(ascii: "r")
  case backslash: backslash
  default: nil
  }
}

extension Manifest {
  /// Reads the text of a manifest.
  ///
  /// - Returns: its lines, and the numbers of those that are none, from 1.
  package static func read(_ bytes: [UInt8]) -> (manifest: Manifest, unreadable: [Int]) {
    var lines: [Line] = []
    var unreadable: [Int] = []
    for (index, text) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      if text.isEmpty { continue }
      if let line = Line(reading: text) { lines.append(line) } else { unreadable.append(index + 1) }
    }
    return (Manifest(lines), unreadable)
  }
}

extension Manifest.Line {
  /// Nil where the line is none that a manifest may have.
  fileprivate init?(reading text: ArraySlice<UInt8>) {
    let isEscaped = text.first == backslash
    let text = isEscaped ? text.dropFirst() : text
    let rest = text.dropFirst(64)
    guard let digest = Digest(hexadecimal: String(decoding: text.prefix(64), as: UTF8.self)),
      rest.starts(with: "  ".utf8) || rest.starts(with: " *".utf8),
      let path = isEscaped ? unescaped(rest.dropFirst(2)) : String(validating: rest.dropFirst(2), as: UTF8.self),
      !path.isEmpty
    else { return nil }
    self.init(path: path, digest: digest)
  }
}

private func unescaped(_ text: ArraySlice<UInt8>) -> String? {
  var bytes: [UInt8] = []
  var rest = text
  while let byte = rest.popFirst() {
    guard byte == backslash else {
      bytes.append(byte)
      continue
    }
    switch rest.popFirst() {
    case UInt8(ascii: "n"): bytes.append(UInt8(ascii: "\n"))
    case UInt8(ascii: "r"): bytes.append(UInt8(ascii: "\r"))
    case backslash: bytes.append(backslash)
    default: return nil
    }
  }
  return String(validating: bytes, as: UTF8.self)
}
