import TestSupport
import Testing

@testable import BanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An account that owns nothing: `nobody`.
private let stranger: uid_t = 65534

/// Folders of several accounts, which only the administrator can make.
@Suite(.enabled(if: geteuid() == 0, "only root can give folders away"))
struct `A folder of another account` {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    // As /tmp: everyone writes, and nobody removes what is another's.
    #expect(chmod(folder.path, 0o1777) == 0)
  }

  func publish(_ text: String) async throws {
    _ = try await BanbaoDisk.publish(
      [page("a/b", text), page("same", "s")], to: folder("public"), protected: [], tasks: 1)
  }

  /// Gives folders with a marker to the stranger.
  func plant(_ names: String...) throws {
    for name in names {
      try folder.write("x", to: name + "/.banbao")
      #expect(chown(folder(name), stranger, stranger) == 0 && chmod(folder(name), 0o777) == 0)
    }
  }

  func owner(of name: String) throws -> uid_t {
    var found = stat()
    try #require(lstat(folder(name), &found) == 0, "\(name)")
    return found.st_uid
  }

  @Test(arguments: ["public", ".public.banbao-new", ".public.banbao-old"])
  func `is not published to by an account that could not remove it, and nothing is touched`(name: String) async throws {
    if name != "public" { try plant("public") }
    try folder.write("x", to: name + "/.banbao")
    let before = try folder.names()
    await #expect(processExitsWith: .success) { [path = folder.path as String, name = name as String] in
      #expect(setuid(stranger) == 0)
      let fault = await #expect(throws: DiskFault.self) {
        try await BanbaoDisk.publish([page("a", "1")], to: path + "/public", protected: [], tasks: 1)
      }
      #expect(fault?.cause == .refused(.otherOwner))
      #expect(fault?.path.hasSuffix("/" + name) == true)
    }
    #expect(try folder.names() == before)
  }

  @Test func `is refused before the site is read`() async throws {
    try folder.write("x", to: "public/.banbao")
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      #expect(setuid(stranger) == 0)
      #expect(throws: DiskFault(path + "/public", .otherOwner)) { try checkOutput(path + "/public", protected: []) }
    }
  }

  @Test func `planted where the site grows, is made anew by the administrator`() async throws {
    try plant(".public.banbao-new")
    try await publish("1")
    #expect(try owner(of: "public") == 0)
    try plant(".public.banbao-new")
    try await publish("2")
    #expect(try folder.texts(of: "public") == ["a/b": "2", "same": "s"])
    #expect(try owner(of: "public") == 0)
    #expect(try folder.names() == ["public"])
  }

  @Test func `published, is replaced by the administrator, who takes over no file and no right to write`() async throws
  {
    try await publish("1")
    #expect(chown(folder("public"), stranger, stranger) == 0 && chmod(folder("public"), 0o777) == 0)
    let before = try Status(folder("public/same")).inode
    try await publish("1")
    #expect(try Status(folder("public/same")).inode != before)
    #expect(try owner(of: "public") == 0)
    #expect(try Status(folder("public")).mode & 0o777 == 0o755)
  }

  @Test func `set aside under our name, is never brought back as the site`() async throws {
    try plant(".public.banbao-old")
    try folder.write("evil", to: ".public.banbao-old/evil")
    try await publish("1")
    #expect(try folder.texts(of: "public") == ["a/b": "1", "same": "s"])
    try await publish("2")
    #expect(try folder.names() == ["public"])
  }

  @Test func `set aside under our name, stands in the site's place at no moment`() async throws {
    try plant(".public.banbao-old")
    let site = folder("public")
    let page = OutputFile(
      path: "a", content: .page { $0 += Array((access(site, F_OK) == 0 ? "stands" : "none").utf8) })
    _ = try await BanbaoDisk.publish([page], to: site, protected: [], tasks: 1)
    #expect(try folder.texts(of: "public") == ["a": "none"])
  }
}
