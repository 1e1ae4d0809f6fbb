import Foundation
import TestSupport
import Testing

/// What the builds of a site with photos remember and say.
@Suite struct PhotoBuildTests {
  private static let notice =
    "---\ntitle: 联欢会的照片\ndate: 2026-02-10\nkind: 通知\nphotos: [{file: 合影.jpg, alt: 合影}]\n---\n\n见照片。\n"

  private static func site(_ photo: [UInt8]) throws -> TemporaryFolder {
    let site = try TemporaryFolder(goodSite)
    try site.write(notice, to: "content/notices/2026/照片.md")
    try site.write(photo, to: "content/notices/2026/合影.jpg")
    return site
  }

  private static func photo() throws -> [UInt8] {
    Array(try Data(contentsOf: Repository.url.appending(path: "content/activities/2026/lamp.jpg")))
  }

  private func pictures(_ site: TemporaryFolder) throws -> [String: [UInt8]] {
    try site.files("public").filter { $0.key.hasPrefix("pictures/") }
  }

  @Test func `a photo is made smaller once, and again when it is another`() throws {
    let site = try Self.site(Self.photo())
    #expect(try site.run("build", "--as-of", "2026-02-20", "--strict").status == 0)
    let made = try pictures(site)
    #expect(made.count == 2)
    let before = try site.times("public")
    let again = try site.run("build", "--as-of", "2026-02-20", "--strict")
    #expect(again.lastLine.contains(" 0 written, "))
    #expect(try site.times("public") == before)
    // What became of a published picture by accident is put right.
    let path = try #require(made.keys.first)
    try site.write(Array("spoilt".utf8), to: "public/\(path)")
    #expect(try site.run("build", "--as-of", "2026-02-20").lastLine.contains(" 1 written, "))
    #expect(try pictures(site) == made)
    let denser = try Self.photo()
    let other = Array(denser.prefix(15)) + [denser[15] &+ 1] + Array(denser.dropFirst(16))
    try site.write(other, to: "content/notices/2026/合影.jpg")
    #expect(try site.run("build", "--as-of", "2026-02-20").status == 0)
    #expect(Set(try pictures(site).keys) == Set(made.keys))
    #expect(try pictures(site) != made)
    try site.remove("content/notices/2026/照片.md")
    #expect(try site.run("build", "--as-of", "2026-02-20").status == 0)
    #expect(!site.exists("public/pictures"))
  }

  @Test func `a photo that turns out to be damaged is told in every build, and stops one with --strict`() throws {
    // Its head and its end are right, and what lies between is none.
    let photo = try Self.photo()
    let spoilt = Array(photo.prefix(20_000)) + [UInt8](repeating: 0x55, count: 60_000) + Array(photo.suffix(2))
    let site = try Self.site(spoilt)
    let strict = try site.run("build", "--as-of", "2026-02-20", "--strict")
    #expect(strict.status == 1 && !site.exists("public"))
    for _ in 0..<2 {
      let result = try site.run("build", "--as-of", "2026-02-20")
      #expect(result.status == 0)
      #expect(result.errors.contains("content/notices/2026/合影.jpg: warning: "), "\(result.errors)")
      #expect(result.errors.components(separatedBy: "[photo-damaged]").count == 2)
      #expect(result.lastLine.contains("0 errors, 1 warnings"))
    }
    #expect(try pictures(site).count == 2)
  }
}
