import BanbaoDiagnostics
package import BanbaoFiles
import BanbaoHTML
package import BanbaoMarkdown
package import BanbaoSource
package import BanbaoTheme

/// How large a picture is shown: the longer side in pixels, enough for screens with two or three of them to a point.
package enum ShownSize: Int, Sendable, CaseIterable {
  /// In lists and galleries.
  case small = 640
  /// In a text, and by itself.
  case large = 1280
}

/// A picture that a page shows.
package struct ShownPicture: Sendable, Hashable {
  /// The author's own file.
  package var file: SourceTree.File
  /// Nil of a damaged one: it is shown as it is, and nobody knows its size.
  package var head: PictureHead?

  init(_ file: SourceTree.File, _ head: PictureHead?) {
    self.file = file
    self.head = head
  }

  /// What a page loads to show it: the picture itself, or a smaller one that is published too.
  package func fitting(_ size: ShownSize) -> PublishedPicture {
    guard let head else { return PublishedPicture(path: file.path, size: nil) }
    guard isMadeSmaller(head, size) else {
      return PublishedPicture(path: file.path, size: .init(width: head.width, height: head.height))
    }
    let (width, height) = head.fitting(size.rawValue)
    // A digest instead of the path: it is neither too long nor strange to any disk.
    let name = Digest(of: file.path).hexadecimal.prefix(32) + (head.hasAlpha ? ".png" : ".jpg")
    return PublishedPicture(
      path: "\(SitePlan.pictureFolder)/\(size.rawValue)/\(name)", size: .init(width: width, height: height))
  }

  /// A picture that loads as quickly as a smaller one is shown as it is, which keeps what was drawn sharp. One that was
  /// taken with the camera held upright is not: older browsers show it lying on its side.
  private func isMadeSmaller(_ head: PictureHead, _ size: ShownSize) -> Bool {
    guard SmallerPicture.isPossible(head) else { return false }
    if head.turn != 1 { return true }
    let isQuick = file.size <= Limit.quickSize && head.longerSide <= 2 * size.rawValue
    return head.longerSide > size.rawValue && !isQuick
  }
}

/// A published file of a picture.
package struct PublishedPicture: Sendable, Hashable {
  /// Under `public/`.
  package var path: String
  /// Nil where nobody knows.
  package var size: BodyPicture.Size?
  package var url: String { percentEncoded(path: path) }
}

/// The names of a picture that a page loads. Without a size, `width` and `height` are absent.
package let pictureNames = Names<PublishedPicture>(
  .address("url") { $0.url },
  .number("width") { $0.size?.width },
  .number("height") { $0.size?.height })

extension ShownPicture {
  /// The largest that passes in silence.
  enum Limit {
    /// In pixels: what a phone takes has some 4,000.
    static let longerSide = 4_800
    /// In bytes.
    static let size = 8 << 20
    /// In bytes, of one that loads at once.
    static let quickSize = 48 << 10
    /// Of one that moves, which every page that shows it loads as a whole.
    static let movingSize = 1 << 20
  }

  /// What is said of a picture that is too large.
  func fault(at place: Place) -> Diagnostic? {
    let name = fileName(file.path)
    let size = formatted(size: file.size)
    if head?.isMoving == true {
      guard file.size > Limit.movingSize else { return nil }
      return FileRules.tooLarge.at(
        place, Wording("动图“\(name)”有 \(size)，手机上要等很久才看得到", en: "“\(name)” is \(size), and phones load it for long"),
        help: Wording(
          "换成一张不动的 jpg 照片，或者把动图缩短、缩小到 1 MB 以内",
          en: "use a jpg that does not move, or make it shorter and smaller, at most 1 MB"))
    }
    guard (head?.longerSide ?? 0) > Limit.longerSide || file.size > Limit.size else { return nil }
    let pixels = head.map {
      Wording("\($0.width)×\($0.height) 像素，\(size)", en: "\($0.width) × \($0.height) pixels, \(size)")
    }
    return FileRules.tooLarge.at(
      place,
      Wording("图片“\(name)”太大：\(pixels?.zh ?? size)", en: "“\(name)” is too large: \(pixels?.en ?? size)"),
      help: Wording(
        "用看图软件打开它，把长边改成 2000 像素左右，另存为 jpg，换掉这一张",
        en: "open it, make its longer side some 2000 pixels, and save it as jpg in its place"))
  }
}
