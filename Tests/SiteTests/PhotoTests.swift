import BanbaoDiagnostics
import BanbaoFiles
import BanbaoSource
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import BanbaoSite

/// How pages show photos and pictures, and which smaller ones are published for them.
@Suite struct PhotoTests {
  /// A photo of 1600 by 1067 pixels.
  private static func photo() throws -> [UInt8] {
    Array(try Data(contentsOf: Repository.url.appending(path: "content/activities/2026/lamp.jpg")))
  }

  /// The head of a JPEG of a size, with nothing to see in it.
  private static func head(_ width: Int, _ height: Int, turn: UInt8 = 1) -> [UInt8] {
    let tiff: [UInt8] = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0]
    let exif: [UInt8] = [0xFF, 0xE1, 0, 34] + Array("Exif\0\0".utf8) + tiff
    let size = [height, width].flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    return [0xFF, 0xD8] + exif + [0xFF, 0xC0, 0, 11, 8] + size + [1, 1, 0x11, 0, 0xFF, 0xDA, 0, 2, 0xFF, 0xD9]
  }

  private static func site(
    _ name: String, _ bytes: [UInt8], fields: String = "", body: String = "", reusing memo: Memo? = nil
  ) async throws -> BuiltSite {
    let photos = "photos: [{file: \(name), caption: 全体, alt: 合影}]\(fields)"
    return try await BuiltSite(
      content: SourceTree(
        label: "content",
        texts: [
          "site.yaml": Array("title: 板报\nunion: 某医院工会\n".utf8),
          "notices/a.md": Array(notice("甲", "2026-01-01", photos, body: body).utf8), "notices/\(name)": bytes,
        ]), reusing: memo)
  }

  private func pictures(_ site: BuiltSite) -> [PicturePlan] {
    site.plan.files.compactMap { if case .picture(let picture) = $0 { picture } else { nil } }
  }

  /// Every `<img>` of a page but the site's mark, which stands at its top.
  private func images(_ html: String) -> [String] {
    html.matches(of: #/<img [^>]*>/#).map { String($0.output) }.filter { !$0.contains("brand-mark") }
  }

  @Test func `every picture on every page of the sample content has its width and height and waits until it is seen`()
    async throws
  {
    let site = try await BuiltSite(content: Repository.tree("content"))
    var count = 0
    for page in site.plan.pages {
      let all = images(String(decoding: site.plan.bytes(of: page), as: UTF8.self))
      for image in all {
        #expect(image.contains(#/ width="[1-9]\d*" height="[1-9]\d*"/#), "\(page.path): \(image)")
        #expect(image.contains(#/ loading="lazy"/#), "\(page.path): \(image)")
        #expect(image.contains(#/ alt="/#), "\(page.path): \(image)")
      }
      count += all.count
    }
    #expect(count > 10)
  }

  @Test func `a photo is shown small, and leads to the original`() async throws {
    let site = try await Self.site("全体.jpg", Self.photo())
    #expect(site.codes == [])
    let html = try site.html("notices/a.html")
    let image = try #require(images(html).first)
    let made = pictures(site)
    #expect(made.map(\.size) == [.large, .small])
    #expect(image.contains("src=\"../\(made[1].path)\""))
    #expect(image.contains("srcset=\"../\(made[1].path) 640w, ../\(made[0].path) 1280w\""))
    #expect(image.contains(#"alt="合影" width="640" height="427" loading="lazy""#))
    #expect(html.contains("<a href=\"../notices/%E5%85%A8%E4%BD%93.jpg\"><img "))
    #expect(html.contains("<figcaption>全体</figcaption>"))
    for picture in made {
      let head = try #require(PictureHead(try picture.made().bytes))
      #expect(head.longerSide == picture.size.rawValue && head.height == (picture.size == .small ? 427 : 854))
    }
    let copies = site.plan.copies.filter { !$0.isAsset }
    #expect(copies.map(\.path) == ["notices/全体.jpg"])
  }

  @Test func `a picture in a text is larger and a link to the original, but not inside a link`()
    async throws
  {
    let site = try await Self.site(
      "a.jpg", Self.photo(), body: "![走廊](a.jpg \"灯\")\n\n[![走廊](a.jpg)](https://a.cn)\n")
    let html = try site.html("notices/a.html")
    let large = pictures(site)[0].path
    let image = "<img src=\"../\(large)\" alt=\"走廊\" title=\"灯\" width=\"1280\" height=\"854\" loading=\"lazy\" />"
    #expect(html.contains("<p><a href=\"a.jpg\">\(image)</a></p>"))
    #expect(html.contains("<a href=\"https://a.cn\" rel=\"noopener noreferrer\"><img src=\"../\(large)\""))
    #expect(pictures(site).count == 2)
  }

  @Test(arguments: [(640, 480), (400, 640), (1, 1), (1280, 800)])
  func `what is small already is shown as it is`(width: Int, height: Int) async throws {
    let site = try await Self.site("a.jpg", Self.head(width, height))
    #expect(pictures(site).isEmpty && site.codes == [])
    let html = try site.html("notices/a.html")
    #expect(html.contains("<img src=\"../notices/a.jpg\""))
    #expect(html.contains("width=\"\(width)\" height=\"\(height)\"") && !html.contains("srcset"))
  }

  @Test func `a photo that lies on its side is measured as it stands, and published upright at any size`() async throws
  {
    let site = try await Self.site("a.jpg", Self.head(300, 200, turn: 6))
    #expect(try site.html("notices/a.html").contains("width=\"200\" height=\"300\""))
    #expect(pictures(site).count == 2)
  }

  @Test func `photos of drafts are made no smaller`() async throws {
    let site = try await Self.site("a.jpg", Self.photo(), fields: "\ndraft: true")
    #expect(pictures(site).isEmpty)
  }

  @Test(arguments: [
    ("a.jpg", head(4801, 100), "4801×100 像素，57 B"), ("a.jpg", head(100, 4801, turn: 8), "4801×100 像素，57 B"),
    ("a.jpg", head(400, 300) + [UInt8](repeating: 0, count: 8 << 20), "400×300 像素，8.1 MB"),
    ("a.gif", Array("GIF89a".utf8) + [1, 0, 1, 0] + [UInt8](repeating: 0, count: 1 << 20), "1.1 MB"),
  ])
  func `a picture that is too large is warned of where it is named, with what to do`(
    name: String, bytes: [UInt8], words: String
  ) async throws {
    let site = try await Self.site(name, bytes, body: "![走廊](\(name))\n")
    #expect(site.codes == ["photo-too-large", "photo-too-large"], "\(site.said)")
    #expect(site.diagnostics.map(\.place.line) == [5, 8])
    for diagnostic in site.diagnostics {
      #expect(diagnostic.message.zh.contains(words), "\(site.said)")
      #expect(diagnostic.help != nil && diagnostic.severity == .warning)
    }
  }

  @Test func `the largest that passes in silence does`() async throws {
    for bytes in [Self.head(4800, 3600), Self.head(10, 10) + [UInt8](repeating: 0, count: (8 << 20) - 64)] {
      #expect(try await Self.site("a.jpg", bytes).codes == [])
    }
  }

  @Test func `a damaged picture is warned of where it is named, and the page shows what there is`() async throws {
    let photo = try Self.photo()
    let cut = try await Self.site("a.jpg", Array(photo.prefix(photo.count / 2)))
    #expect(cut.codes == ["photo-damaged"])
    #expect(cut.diagnostics.first?.place.path == "content/notices/a.md" && cut.diagnostics.first?.place.line == 5)
    for picture in pictures(cut) {
      let made = try picture.made()
      // It was said above, and is not said again.
      #expect(!made.isDamaged && PictureHead(made.bytes)?.longerSide == picture.size.rawValue)
    }
    let headless = try await Self.site("a.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 1, 0xFF, 0xD9])
    #expect(headless.codes == ["photo-damaged"] && pictures(headless).isEmpty)
    #expect(try images(headless.html("notices/a.html")).first?.contains("width") == false)
  }

  @Test func `what only decoding finds is told as it is made, in each build anew`() async throws {
    // A JPEG of the right form without a table to decode it by.
    let site = try await Self.site(
      "a.jpg", Self.head(2000, 1000) + [UInt8](repeating: 0, count: 60_000) + [0xFF, 0xD9])
    #expect(site.codes == [])
    let picture = pictures(site)[0]
    let first = try picture.made()
    #expect(first.isDamaged)
    #expect(try picture.made(reusing: first.bytes).isDamaged)
    #expect(picture.damage.place.path == "content/notices/a.jpg" && picture.damage.code == "photo-damaged")
  }

  @Test func `what was made before is taken again, where it is whole and of the same picture`() async throws {
    let photo = try Self.photo()
    let site = try await Self.site("a.jpg", photo)
    // Another density makes another file of the same pixels.
    var denser = photo
    denser[15] &+= 1
    let other = try await Self.site("a.jpg", denser)
    for (picture, changed) in zip(pictures(site), pictures(other)) {
      let made = try picture.made().bytes
      #expect(try picture.made(reusing: made).bytes == made)
      var spoilt = made
      spoilt[made.count / 2] ^= 1
      for old in [spoilt, Array(made.dropLast()), [], try changed.made().bytes] {
        #expect(try picture.made(reusing: old).bytes == made)
      }
      #expect(picture.path == changed.path)
      #expect(try changed.made(reusing: made).bytes == changed.made().bytes)
    }
  }

  @Test func `a photo is not read again to be known as it was`() async throws {
    let photo = try Self.photo()
    let readings = Readings()
    let tree = SourceTree(label: "content", files: []) { _ in
      readings.add()
      return photo
    }
    let file = SourceTree.File(path: "a.jpg", size: photo.count, version: "1")
    let source = PictureSource(file, in: tree)
    let plans = ShownSize.allCases.map { PicturePlan("\($0)", $0, of: source, isToldOf: false) }
    let made = try plans.map { try $0.made().bytes }
    let again = PictureSource(file, in: tree)
    let before = readings.count
    for (size, made) in zip(ShownSize.allCases, made) {
      #expect(try PicturePlan("\(size)", size, of: again, isToldOf: false).made(reusing: made).bytes == made)
    }
    #expect(readings.count == before + 1)
  }

  @Test func `a page follows its photo when that changes`() async throws {
    let first = try await Self.site("a.jpg", Self.head(300, 200))
    let second = try await Self.site("a.jpg", Self.head(200, 300), reusing: first.compilation.memo)
    #expect(try second.html("notices/a.html").contains("width=\"200\" height=\"300\""))
  }
}

/// How often a file was read.
private final class Readings: Sendable {
  private let counted = Mutex(0)
  var count: Int { counted.withLock { $0 } }
  func add() { counted.withLock { $0 += 1 } }
}
