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
  @Test(arguments: [false, true])
  func `what cannot be read again is not kept for the next build`(isBroken: Bool) async throws {
    let folder = try TemporaryFolder(goodSite)
    guard let spool = SpoolFile(beside: folder("public")) else { return }
    var request = SiteRequest()
    request.folders = SiteFolders(content: folder("content"), theme: folder("theme"))
    request.asOf = "2026-02-20"
    usleep(20_000)  // Files changed in this tick of their clock are not believed.
    let inputs = try Inputs(request.folders, asOf: request.asOf)
    let cache = try #require(LastBuildCache(request, inputs, output: folder("public"), isDurable: false))
    let site = try await request.checkedSite(
      of: inputs, request.profile(), spool: spool, reusing: Memo(cache: cache.documents))
    if isBroken { #expect(ftruncate(spool.descriptor, 0) == 0) }
    await cache.keep(site.compilation.memo, spool: spool)
    let next = try await request.checkedSite(
      of: inputs, request.profile(), reusing: Memo(cache: cache.documents))
    let page = try next.compilation.plan.bytes(of: next.compilation.plan.page("notices/2026/春节.html"))
    #expect(String(decoding: page, as: UTF8.self).contains("活动</a>"))
  }

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
