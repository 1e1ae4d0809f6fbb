import BanbaoFiles
import TestSupport
import Testing

@Suite struct ZipWriterTests {
  private static let files: [(name: String, bytes: [UInt8])] = [
    ("[Content_Types].xml", Array("<Types/>".utf8)), ("xl/空.xml", []),
    ("xl/大.xml", (0..<300_000).map { UInt8(truncatingIfNeeded: $0 / 7) }),
  ]

  @Test func `what was packed is unpacked again, byte by byte and in its order`() throws {
    let archive = try #require(zipped(Self.files))
    let read = try #require(
      withZip(archive) { zip in
        zip.entries(limit: 9).map { ($0.path, zip.start(of: $0, limit: 1 << 20) ?? [1]) }
      })
    #expect(read.map(\.0) == Self.files.map(\.name))
    #expect(zip(read, Self.files).allSatisfy { $0.1 == $1.bytes })
  }

  @Test func `the same files give the same archive`() { #expect(zipped(Self.files) == zipped(Self.files)) }
}
