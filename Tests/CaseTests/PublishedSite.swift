import Foundation
import TestSupport

/// A site that the program built in a folder, without a theme of its own, as an author would see it in Chinese.
struct PublishedSite {
  struct Diagnostic: Decodable {
    var severity: String
    var path: String
    /// Nil for the file as a whole.
    var line: Int?
    var message: String
    var help: String?

    var text: String { message + "\n" + (help ?? "") }
  }

  private struct Printed: Decodable { var diagnostics: [Diagnostic] }

  /// The day for which it is built where nothing else is said.
  static let day = "2026-11-25"

  let status: Int32
  let diagnostics: [Diagnostic]
  private let folder: TemporaryFolder

  /// - Parameter folder: holds the folder `content`.
  init(_ folder: TemporaryFolder, on day: String) throws {
    self.folder = folder
    let arguments = ["build", "--as-of", day, "--format", "json", "--lang", "zh-Hans"]
    let result = try Program.run(arguments, in: folder.url)
    status = result.status
    diagnostics = try JSONDecoder().decode(Printed.self, from: Data(result.output.utf8)).diagnostics
  }

  /// The text of a published file; nil where there is none.
  func text(_ path: String) throws -> String? {
    folder.exists("public/" + path) ? try folder.text("public/" + path) : nil
  }
}
