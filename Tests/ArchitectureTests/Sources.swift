import Foundation
import TestSupport
import Testing

/// One Swift file of the program, read as text.
struct SwiftFile: Sendable, CustomTestStringConvertible {
  /// Under `Sources/`, such as `BanbaoSite/Compile.swift`.
  let path: String
  let lines: [String]
  /// The lines without comments, and with the texts of string literals emptied, each with its number. Empty for a file
  /// of another kind.
  let code: [(number: Int, text: String)]
  private let bytes: Data

  var module: String { String(path.prefix { $0 != "/" }) }
  var testDescription: String { path }

  /// Nil for a file that is empty, or no text.
  init?(path: String, bytes: Data) {
    guard !bytes.isEmpty, let text = String(data: bytes, encoding: .utf8) else { return nil }
    self.path = path
    self.bytes = bytes
    lines = text.components(separatedBy: "\n")
    code = path.hasSuffix(".swift") ? SwiftFile.code(of: lines) : []
  }

  /// Whether a text stands anywhere in it: what is asked before each of its lines is looked at.
  func holds(_ text: String) -> Bool { bytes.range(of: Data(text.utf8)) != nil }

  private static func code(of lines: [String]) -> [(number: Int, text: String)] {
    var isInBlock = false
    var found: [(Int, String)] = []
    for (index, line) in lines.enumerated() {
      let quotes = line.components(separatedBy: "\"\"\"").count - 1
      if isInBlock {
        if quotes % 2 == 1 { isInBlock = false }
        continue
      }
      found.append((index + 1, bare(line)))
      if quotes % 2 == 1 { isInBlock = true }
    }
    return found
  }

  /// The modules that it imports, each with the word before `import`.
  var imports: [String] {
    code.compactMap { _, text in
      let words = text.split(separator: " ").map(String.init)
      guard let index = words.firstIndex(of: "import"), index <= 2, index + 1 < words.count,
        words[..<index].allSatisfy({ $0.hasPrefix("@") || accessWords.contains($0) })
      else { return nil }
      return words[index + 1]
    }
  }

  /// `path:line: text` of each line of code that matches.
  func lines(matching pattern: Regex<some Any>) -> [String] {
    code.compactMap { number, text in
      text.contains(pattern) ? "\(path):\(number): \(text.trimmingCharacters(in: .whitespaces))" : nil
    }
  }
}

private let accessWords = ["package", "internal", "private", "fileprivate", "public"]

/// A line without its comment and without what stands in its string literals.
private func bare(_ line: String) -> String {
  let (quote, backslash, slash, space) = (UInt8(0x22), UInt8(0x5C), UInt8(0x2F), UInt8(0x20))
  var out: [UInt8] = []
  var isInText = false
  var previous = space
  for byte in Array(line.utf8) {
    if byte == quote, previous != backslash {
      isInText.toggle()
      out.append(byte)
    } else if !isInText {
      if byte == slash, previous == slash {
        out.removeLast()
        break
      }
      out.append(byte)
    }
    // An escaped backslash escapes nothing after it.
    previous = previous == backslash && byte == backslash ? space : byte
  }
  return String(decoding: out, as: UTF8.self)
}

extension Repository {
  static let swiftFiles: [SwiftFile] = files(in: "Sources").filter { $0.path.hasSuffix(".swift") }

  /// Every text file below a folder.
  static func files(in folder: String) -> [SwiftFile] {
    let root = path(folder)
    do {
      return try FileManager.default.subpathsOfDirectory(atPath: root).sorted().compactMap {
        SwiftFile(path: $0, bytes: FileManager.default.contents(atPath: root + "/" + $0) ?? Data())
      }
    } catch {
      // Without files most tests would pass: the run must not.
      Issue.record(error)
      return []
    }
  }
}
