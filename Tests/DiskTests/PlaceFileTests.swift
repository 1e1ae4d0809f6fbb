import BanbaoDisk
import TestSupport
import Testing

@Suite struct PlaceFileTests {
  @Test func `a file is put where there is none, and in place of one`() throws {
    let folder = try TemporaryFolder()
    for text in ["one", "two"] {
      try placeFile(Array(text.utf8), at: folder("a.pdf"))
      #expect(try folder.files() == ["a.pdf": Array(text.utf8)])
    }
    #expect(try fileBytes(at: folder("a.pdf"), limit: 2) == Array("tw".utf8))
  }

  @Test func `what cannot be put there leaves nothing behind`() throws {
    let folder = try TemporaryFolder(["taken/x": ""])
    #expect(throws: DiskFault.self) { try placeFile([1], at: folder("taken")) }
    #expect(throws: DiskFault.self) { try placeFile([1], at: folder("missing/a")) }
    #expect(try folder.files() == ["taken/x": []])
  }

  @Test func `a scratch folder goes with its last reference, with all that is in it`() throws {
    let folder = try TemporaryFolder()
    do {
      let scratch = try ScratchFolder(in: folder.path)
      try placeFile([1], at: scratch.path + "/a")
      #expect(try folder.paths().count == 1)
    }
    #expect(try folder.paths().isEmpty)
    #expect(throws: DiskFault.self) { try ScratchFolder(in: folder("missing")) }
  }

  @Test(arguments: [
    ("site/content", "site/content/a/b.md", "a/b.md"), ("site/content", "site/content/", ""),
    ("site/content", "site/x/../content/a", "a"), ("site/content", "site/contents/a", nil),
    ("site/content", "site", nil),
  ])
  func `the way down leads from a folder to what lies in it, there or not`(from: String, to: String, way: String?)
    throws
  {
    let folder = try TemporaryFolder(["site/content/site.yaml": ""])
    #expect(try wayDown(from: folder(from), to: folder(to)) == way)
  }
}
