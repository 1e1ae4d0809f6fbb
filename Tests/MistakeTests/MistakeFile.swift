import Foundation
import TestSupport
import Testing

/// A file of mistakes, `Mistakes/NAME.txt`: an archive whose items are mistakes. The parts are the files of the content
/// (see `ArchivedFile`; a proper `site.yaml` is added where none is given), then `zh` and `en`: what is printed in
/// Chinese and in English, empty where nothing is said. Blank lines at the end of what is printed do not count.
struct MistakeFile: Sendable, CustomTestStringConvertible {
  var url: URL
  var mistakes: [Mistake]
  private var archive: Archive

  var testDescription: String { url.lastPathComponent }

  /// Every file of the folder, in the order of their names.
  static func all() throws -> [MistakeFile] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Mistakes")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
    return try names.map { try MistakeFile(at: folder.appending(path: $0)) }
  }

  /// Throws where the file has another form than the one above.
  init(at url: URL) throws {
    self.url = url
    archive = try Archive(at: url)
    mistakes = try archive.items.map { item in
      var files = ["site.yaml": Array("title: 职工之家\nunion: 云麓县第二人民医院工会\n".utf8)]
      for part in item.parts where !["zh", "en"].contains(part.heading) {
        let part = try ArchivedFile(heading: part.heading, lines: part.lines)
        files[part.path] = try part.bytes
      }
      func printed(_ language: String) throws -> String {
        let part = try #require(item[language], "“\(item.name)” says what is printed in \(language)")
        return part.lines.joined(separator: "\n").replacing(/\n+$/, with: "")
      }
      return Mistake(
        name: item.name, line: item.line, files: files,
        expected: Mistake.Printed(chinese: try printed("zh"), english: try printed("en")))
    }
  }

  /// Writes the file anew with other texts printed, one for each mistake.
  func record(_ printed: [Mistake.Printed]) throws {
    var archive = archive
    for (index, printed) in printed.enumerated() {
      archive.items[index].parts.removeAll { ["zh", "en"].contains($0.heading) }
      archive.items[index].parts += [("zh", printed.chinese), ("en", printed.english)].map { language, text in
        Archive.Part(
          heading: language,
          lines: text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) })
      }
    }
    try Data(archive.text.utf8).write(to: url)
  }
}
