import TestSupport
import Testing

@testable import BanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Whether the file system of temporary files has some without names; not every one has.
private let hasUnnamedFiles: Bool = {
  do {
    let folder = try TemporaryFolder()
    return SpoolFile(beside: folder("public")) != nil
  } catch {
    return false
  }
}()

@Suite(.enabled(if: hasUnnamedFiles)) struct SpoolFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func spool(limit: Int = .max) throws -> SpoolFile {
    try #require(SpoolFile(beside: folder("public"), limit: limit))
  }

  @Test func `bytes are read as they were taken in, and nothing of them is seen in the folder`() throws {
    let spool = try spool()
    let pieces = (0..<200).map { [UInt8](repeating: UInt8($0), count: $0 * 37) }
    let offsets = try pieces.map { try #require(spool.append($0)) }
    for index in pieces.indices.reversed() {
      #expect(spool.bytes(at: offsets[index], count: pieces[index].count) == pieces[index])
    }
    #expect(spool.fault == nil)
    #expect(try folder.names() == [])
  }

  @Test func `a folder that is not there yet has no spool`() throws {
    #expect(SpoolFile(beside: folder("a/public")) == nil)
  }

  @Test func `it takes no more than it may`() throws {
    let spool = try spool(limit: 5)
    #expect(spool.append([1, 2, 3]) == 0)
    #expect(spool.append([4, 5, 6]) == nil)
    #expect(spool.append([4, 5]) == 3)
    #expect(spool.append([6]) == nil)
    #expect(spool.bytes(at: 0, count: 5) == [1, 2, 3, 4, 5] && spool.fault == nil)
  }

  @Test func `what is not there any more is a fault`() throws {
    let spool = try spool()
    let offset = try #require(spool.append([1, 2, 3]))
    #expect(ftruncate(spool.descriptor, 1) == 0)
    #expect(spool.bytes(at: offset, count: 3) == [])
    #expect(spool.fault?.errorNumber == EIO)
  }

  @Test func `a disk without room leaves the bytes where they are`() async {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      let spool = try #require(SpoolFile(beside: folder("public")))
      let offset = try #require(spool.append([1, 2, 3]))
      failCalls(from: 1, reason: ENOSPC)
      #expect(spool.append([4]) == nil)
      failCalls(from: nil)
      #expect(spool.append([4]) == nil)
      #expect(spool.bytes(at: offset, count: 3) == [1, 2, 3] && spool.fault == nil)
    }
  }
}
