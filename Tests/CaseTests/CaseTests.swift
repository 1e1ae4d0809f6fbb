import Foundation
import TestSupport
import Testing

/// What people complain of in programs like this one, each as a small site that the program builds.
@Suite struct `A complaint` {
  /// A site, and what is expected of it.
  struct Case: CustomTestStringConvertible {
    var name: String
    var files: [String: [UInt8]]
    var day: String
    var expectations: [Expectation]

    var testDescription: String { name }
  }

  /// The sites of `Cases.txt`: the parts of an item are the files of the content, then `expect`.
  static func own() throws -> [Case] {
    try archive("Cases.txt").items.map { item in
      var files = ["site.yaml": Array("站名: 职工之家\n工会名称: 云麓县第二人民医院工会\n网址: http://board.example/\n".utf8)]
      for part in item.parts where part.heading != "expect" {
        let file = try ArchivedFile(heading: part.heading, lines: part.lines)
        files[file.path] = try file.bytes
      }
      let expected = item["expect"]?.lines ?? []
      return Case(
        name: item.name, files: files, day: Expectation.day(expected), expectations: Expectation.all(expected))
    }
  }

  @Test(arguments: try own()) func `in our own words does not hold`(_ one: Case) throws {
    let files = one.files.map { ("content/" + $0.key, $0.value) }
    let site = try PublishedSite(
      try TemporaryFolder(bytes: Dictionary(uniqueKeysWithValues: files)), on: one.day)
    #expect(!one.expectations.isEmpty)
    for expectation in one.expectations {
      #expect(try expectation.holds(of: site), "\(expectation.line)\n\(Self.said(site))")
    }
  }

  /// The folders of `shared/cases` beside the repository that `SharedCases.txt` says something of: the first word of an
  /// item's name. Its parts besides `expect` take the place of the folder's files.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: shared)), arguments: try archive("SharedCases.txt").items)
  func `of the public does not hold`(_ item: Archive.Item) throws {
    let content = "\(Self.shared)/\(item.name.prefix { $0 != " " })/content"
    try #require(FileManager.default.fileExists(atPath: content), "there is no \(content)")
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: content, toPath: folder("content"))
    for part in item.parts where part.heading != "expect" {
      let file = try ArchivedFile(heading: part.heading, lines: part.lines)
      if let bytes = try file.bytes {
        try folder.write(bytes, to: "content/" + file.path)
      } else {
        try folder.remove("content/" + file.path)
      }
    }
    let expected = item["expect"]?.lines ?? []
    let site = try PublishedSite(folder, on: Expectation.day(expected))
    for expectation in Expectation.all(expected) {
      #expect(try expectation.holds(of: site), "\(expectation.line)\n\(Self.said(site))")
    }
  }

  @Test func `of the public is held in our own words too`() throws {
    let names = { (name: String) in Set(try Self.archive(name).items.map { $0.name.prefix { $0 != " " } }) }
    #expect(try names("SharedCases.txt").subtracting(names("Cases.txt")).sorted() == [])
  }

  private static let shared = Repository.url.deletingLastPathComponent().appending(path: "shared/cases")
    .path(percentEncoded: false)

  private static func archive(_ name: String) throws -> Archive {
    try Archive(at: URL(filePath: #filePath).deletingLastPathComponent().appending(path: name))
  }

  private static func said(_ site: PublishedSite) -> String {
    site.diagnostics.map { "\($0.path):\($0.line ?? 0): \($0.severity): \($0.text)" }.joined(separator: "\n")
  }
}

extension Archive.Item: CustomTestStringConvertible {
  public var testDescription: String { name }
}
