import BanbaoSite
import TestSupport
import Testing

@testable import BanbaoDisk
@testable import banbao

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct SpooledBuildTests {
  @Test func `what cannot be read again is not published`() async throws {
    let folder = try TemporaryFolder(goodSite)
    guard let spool = SpoolFile(beside: folder("public")) else { return }
    var request = SiteRequest()
    request.folders = SiteFolders(content: folder("content"), theme: folder("theme"))
    request.asOf = "2026-02-20"
    let site = try await request.checkedSite(
      of: Inputs(request.folders, asOf: request.asOf), request.profile(), spool: spool)
    #expect(ftruncate(spool.descriptor, 0) == 0)
    let searched = SearchedOutputs(site, spool: spool)
    await #expect(throws: DiskFault.self) {
      try await publish(
        searched.outputs, to: folder("public"), protected: [], hasManifest: true, tasks: 1,
        following: searched.following)
    }
    #expect(!folder.exists("public") && !folder.exists(".public.banbao-new"))
  }
}
