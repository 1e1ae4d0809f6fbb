import Foundation
import TestSupport
import Testing

@testable import BanbaoFiles

/// Pictures made smaller. `pictures/make.py` draws those that are read here: red, green, blue and yellow in the corners.
@Suite struct SmallerPictureTests {
  private static let jpegs = ["baseline.jpg", "progressive.jpg", "profile.jpg", "grey.jpg", "inks.jpg"]
  private static let pngs = ["plain.png", "grey.png", "alpha.png", "palette.png", "palette-alpha.png", "deep.png"]
  private static let webps = ["lossy.webp", "lossless.webp", "alpha.webp"]
  private static let all = jpegs + pngs + webps
  private static let moving = ["moving.gif", "moving.webp"]

  private static func picture(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Repository.url.appending(path: "Tests/FilesTests/pictures/\(name)")))
  }

  /// With an Exif that tells a turn, as a camera writes it.
  private static func turned(_ jpeg: [UInt8], _ turn: UInt8) -> [UInt8] {
    let tiff: [UInt8] = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0]
    let content = Array("Exif\0\0".utf8) + tiff
    return Array(jpeg.prefix(2)) + [0xFF, 0xE1, 0, UInt8(content.count + 2)] + content + jpeg.dropFirst(2)
  }

  /// What a made picture shows at a place, in red, green and blue; its fourth number is how much it covers.
  private func colour(_ made: [UInt8], at place: (x: Double, y: Double)) throws -> [Int] {
    let head = try #require(PictureHead(made))
    let decoded = made[0] == 0xFF ? decodedJPEG(made, head, atLeast: head.longerSide) : decodedPNG(made, head)
    let pixels = try #require(decoded).pixels
    let (x, y) = (Int(place.x * Double(pixels.width)), Int(place.y * Double(pixels.height)))
    let start = y * pixels.pitch + x * PixelMap.depth
    return [2, 1, 0, 3].map { Int(pixels.bytes[start + $0]) }
  }

  private func isNear(_ a: [Int], _ b: [Int]) -> Bool { zip(a, b).allSatisfy { abs($0 - $1) <= 24 } }

  private static let corners: [(x: Double, y: Double)] = [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)]
  private static let colours = [[220, 20, 20], [20, 200, 20], [20, 20, 220], [230, 220, 20]]

  /// As the eye weighs colours.
  private static let greys = colours.map { colour in
    let grey = (299 * colour[0] + 587 * colour[1] + 114 * colour[2]) / 1000
    return [grey, grey, grey]
  }

  @Test(arguments: all, [640, 48, 13, 1])
  func `a picture of any kind has the size that was asked for, and never a larger one`(
    name: String, side: Int
  ) throws {
    let made = try #require(SmallerPicture(of: Self.picture(name), longerSide: side))
    let head = try #require(PictureHead(made.bytes))
    #expect(!made.isDamaged && head.turn == 1 && !head.isMoving)
    let wanted = [640: (96, 64), 48: (48, 32), 13: (13, 9), 1: (1, 1)][side]
    #expect(head.width == wanted?.0 && head.height == wanted?.1)
    let isSeenThrough = name.contains("alpha")
    #expect(head.hasAlpha == isSeenThrough)
    #expect(made.bytes.starts(with: isSeenThrough ? [0x89, 0x50] : [0xFF, 0xD8]))
  }

  @Test(arguments: all, [96, 48, 20])
  func `the colours stay where they are`(name: String, side: Int) throws {
    let made = try #require(SmallerPicture(of: Self.picture(name), longerSide: side))
    let wanted = name.hasPrefix("grey") ? Self.greys : Self.colours
    for (place, colour) in zip(Self.corners, wanted) {
      if name == "palette-alpha.png", place == Self.corners[0] { continue }
      #expect(isNear(try self.colour(made.bytes, at: place), colour), "\(place)")
    }
  }

  @Test func `what may be seen through stays so`() throws {
    for name in ["alpha.png", "alpha.webp"] {
      let made = try #require(SmallerPicture(of: Self.picture(name), longerSide: 20))
      #expect(try colour(made.bytes, at: Self.corners[0])[3] == 255)
      #expect(abs(try colour(made.bytes, at: Self.corners[1])[3] - 128) <= 1)
    }
    let made = try #require(SmallerPicture(of: Self.picture("palette-alpha.png"), longerSide: 20))
    #expect(try colour(made.bytes, at: Self.corners[0])[3] == 0 && colour(made.bytes, at: Self.corners[1])[3] == 255)
  }

  /// The corners at which red, green, blue and yellow are seen, for each way in which a camera may have been held.
  @Test(
    arguments: [
      (1, [0, 1, 2, 3]), (2, [1, 0, 3, 2]), (3, [3, 2, 1, 0]), (4, [2, 3, 0, 1]), (5, [0, 2, 1, 3]), (6, [1, 3, 0, 2]),
      (7, [3, 1, 2, 0]), (8, [2, 0, 3, 1]),
    ] as [(UInt8, [Int])])
  func `a photo stands upright however the camera was held`(turn: UInt8, corners: [Int]) throws {
    let photo = Self.turned(try Self.picture("baseline.jpg"), turn)
    let head = try #require(PictureHead(photo))
    #expect(head.turn == turn && (head.width, head.height) == (turn < 5 ? (96, 64) : (64, 96)))
    for side in [96, 30] {
      let made = try #require(SmallerPicture(of: withoutPrivateData(photo), longerSide: side))
      let small = try #require(PictureHead(made.bytes))
      let size = side == 96 ? (96, 64) : (30, 20)
      #expect(small.turn == 1 && (small.width, small.height) == (turn < 5 ? size : (size.1, size.0)))
      for (corner, colour) in zip(corners, Self.colours) {
        #expect(isNear(try self.colour(made.bytes, at: Self.corners[corner]), colour), "\(corner)")
      }
    }
  }

  @Test func `a colour profile goes along, and nothing else`() throws {
    let photo = try Self.picture("profile.jpg")
    let made = try #require(SmallerPicture(of: photo, longerSide: 48)).bytes
    let profile = colourProfile(ofJPEG: photo)
    #expect(profile.count > 500 && Array(made[20..<20 + profile.count]) == profile)
    #expect(withoutPrivateData(made) == made)
    #expect(colourProfile(ofJPEG: try Self.picture("baseline.jpg")).isEmpty)
    // The inks that a profile of a print shop speaks of are none any more.
    let inks = try Self.picture("inks.jpg")
    let printed = try #require(SmallerPicture(of: Array(inks.prefix(2) + profile + inks.dropFirst(2)), longerSide: 48))
      .bytes
    #expect(colourProfile(ofJPEG: printed).isEmpty)
  }

  @Test(arguments: [(1, 1), (1, 2), (2, 1), (3000, 1), (1, 3000), (1300, 2)])
  func `a picture of a single pixel, and a line, keep at least one pixel each way`(width: Int, height: Int) throws {
    let pixels = PixelMap(width: width, height: height)
    let pictures = [try #require(encodedPNG(pixels)), try #require(encodedJPEG(pixels, [], keepsEdges: true))]
    for picture in pictures {
      let made = try #require(SmallerPicture(of: picture, longerSide: 640))
      let head = try #require(PictureHead(made.bytes))
      #expect(head.longerSide == min(640, max(width, height)) && min(head.width, head.height) == 1 && !made.isDamaged)
    }
  }

  @Test func `equal pictures make equal ones`() throws {
    for name in Self.all {
      let picture = try Self.picture(name)
      #expect(SmallerPicture(of: picture, longerSide: 40) == SmallerPicture(of: picture, longerSide: 40))
    }
  }

  @Test func `what moves is not made to stand still`() throws {
    for name in Self.moving {
      let picture = try Self.picture(name)
      #expect(try #require(PictureHead(picture)).isMoving)
      #expect(SmallerPicture(of: picture, longerSide: 40) == nil)
    }
  }

  @Test(arguments: all)
  func `a picture that was cut off is found by its end, and made as far as it goes`(name: String) throws {
    let picture = try Self.picture(name)
    func isCut(_ picture: [UInt8]) -> Bool {
      isCutOff(
        start: Array(picture.prefix(FileForm.length)), end: picture.suffix(pictureEndLength), size: picture.count,
        whole: { picture })
    }
    #expect(!isCut(picture))
    // What phones add behind a photo is no part of it.
    if !name.hasSuffix("webp") { #expect(!isCut(picture + Array("film".utf8))) }
    for length in 12..<picture.count where PictureHead(Array(picture.prefix(length))) != nil {
      let cut = Array(picture.prefix(length))
      #expect(isCut(cut), "\(length)")
      if length % 7 == 0 { _ = SmallerPicture(of: cut, longerSide: 40) }
    }
    guard name.hasSuffix("jpg") else { return }
    let cut = try #require(SmallerPicture(of: Array(picture.dropLast(40)), longerSide: 40))
    #expect(cut.isDamaged && PictureHead(cut.bytes)?.width == 40)
  }

  @Test(arguments: all)
  func `a picture with any bytes changed neither traps nor grows`(name: String) throws {
    let picture = try Self.picture(name)
    var random = SplitMix64(seed: name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
    for _ in 0..<1000 {
      var spoilt = picture
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        spoilt[Int.random(in: 2..<spoilt.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      // The size that a head promises would only make the test slow.
      guard let head = PictureHead(spoilt), head.pixels <= 1 << 20 else { continue }
      guard let made = SmallerPicture(of: spoilt, longerSide: 40) else { continue }
      let small = try #require(PictureHead(made.bytes))
      #expect(small.longerSide <= 40)
    }
  }

  @Test func `a picture that promises more pixels than memory should hold is not decoded`() throws {
    var jpeg = try Self.picture("baseline.jpg")
    let frame = try #require(jpeg.indices.first { jpeg[$0...].starts(with: [0xFF, 0xC0]) })
    jpeg.replaceSubrange(frame + 5..<frame + 9, with: [0xFF, 0xFF, 0xFF, 0xFF])
    var png = try Self.picture("plain.png")
    png.replaceSubrange(16..<24, with: [0, 0, 0xFF, 0, 0, 0, 0xFF, 0])
    for bomb in [jpeg, png] {
      #expect(try #require(PictureHead(bomb)).pixels > SmallerPicture.mostPixels)
      #expect(SmallerPicture(of: bomb, longerSide: 640) == nil)
    }
  }

  @Test func `a JPEG that would be gone over again and again is not decoded`() throws {
    var jpeg = try Self.picture("progressive.jpg")
    let frame = try #require(jpeg.indices.first { jpeg[$0...].starts(with: [0xFF, 0xC2]) })
    let scan = try #require(jpeg.indices.last { jpeg[$0...].starts(with: [0xFF, 0xDA]) })
    let again = Array(jpeg[scan..<jpeg.count - 2])
    jpeg.insert(contentsOf: Array(repeating: again, count: 600).flatMap { $0 }, at: scan)
    #expect(SmallerPicture(of: jpeg, longerSide: 40) == nil)
    // Of 8,000 by 8,000 pixels, 20 scans would be work for half a minute.
    jpeg.removeSubrange(scan..<scan + 580 * again.count)
    jpeg.replaceSubrange(frame + 5..<frame + 9, with: [0x1F, 0x40, 0x1F, 0x40])
    #expect(try #require(PictureHead(jpeg)).pixels < SmallerPicture.mostPixels)
    #expect(SmallerPicture(of: jpeg, longerSide: 640) == nil)
  }

  @Test func `a head that is none tells nothing`() throws {
    for name in Self.all + Self.moving {
      let picture = try Self.picture(name)
      #expect(PictureHead(picture) != nil)
      for length in 0..<20 { #expect(PictureHead(Array(picture.prefix(length))) == nil || name == "moving.gif") }
    }
    for empty: [UInt8] in [[], [0xFF, 0xD8, 0xFF], Array("GIF89a\0\0\0\0".utf8), Array("RIFF\0\0\0\0WEBPVP8X".utf8)] {
      #expect(PictureHead(empty) == nil)
    }
  }
}
