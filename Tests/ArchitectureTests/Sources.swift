import Foundation
import TestSupport
import Testing

/// One Swift file of the program, read as text.
struct SwiftFile: Sendable, CustomTestStringConvertible {
  /// Under `Sources/`, such as `BanbaoSite/Compile.swift`.
  var path: String
  var lines: [String]

  var module: String { String(path.prefix { $0 != "/" }) }
  var testDescription: String { path }

  /// The lines without comments, and with the texts of string literals emptied, each with its number.
  var code: [(number: Int, text: String)] {
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
  var out = ""
  var isInText = false
  var previous: Character = " "
  for character in line {
    if character == "\"", previous != "\\" {
      isInText.toggle()
      out.append(character)
    } else if !isInText {
      if character == "/", previous == "/" { return String(out.dropLast()) }
      out.append(character)
    }
    // An escaped backslash escapes nothing after it.
    previous = previous == "\\" && character == "\\" ? " " : character
  }
  return out
}

extension Repository {
  static let swiftFiles: [SwiftFile] = files(in: "Sources").filter { $0.path.hasSuffix(".swift") }

  /// Every text file below a folder.
  static func files(in folder: String) -> [SwiftFile] {
    let root = path(folder)
    do {
      return try FileManager.default.subpathsOfDirectory(atPath: root).sorted().compactMap {
        let bytes = FileManager.default.contents(atPath: root + "/" + $0) ?? Data()
        guard let text = String(data: bytes, encoding: .utf8), !bytes.isEmpty else { return nil }
        return SwiftFile(path: $0, lines: text.components(separatedBy: "\n"))
      }
    } catch {
      // Without files most tests would pass: the run must not.
      Issue.record(error)
      return []
    }
  }
}
