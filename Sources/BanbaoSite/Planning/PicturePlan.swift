package import BanbaoDiagnostics
import BanbaoFiles
package import BanbaoSource
import Synchronization

/// A smaller picture that is published beside the author's, for pages to load. Making it takes tenths of a second, so it
/// ends in a mark by which the next build knows it again.
package struct PicturePlan: Sendable {
  /// Under `public/`, with its extension.
  package var path: String
  let size: ShownSize
  private let source: PictureSource
  /// Whether its author is told already that it is damaged.
  private let isToldOf: Bool

  /// What came of making it.
  package struct Made: Sendable {
    package var bytes: [UInt8]
    /// Whether the author's picture could not be decoded to its end, which nobody was told yet.
    package var isDamaged: Bool
  }

  init(_ path: String, _ size: ShownSize, of source: PictureSource, isToldOf: Bool) {
    self.path = path
    self.size = size
    self.source = source
    self.isToldOf = isToldOf
  }

  package var origin: Place { source.place }

  /// The author's picture under `content/`: plans of equal path and source make equal pictures.
  package var file: SourceTree.File { source.file }

  /// What is said where it turns out to be damaged as it is made.
  package var damage: Diagnostic {
    let name = fileName(file.path)
    return FileRules.damaged.at(
      origin, Wording("图片“\(name)”里面有损坏，网页上有一块显示不对", en: "the picture “\(name)” is damaged: a part of it is wrong"),
      help: FileRules.copyAgain)
  }

  /// Makes it, or takes what is there already. The bytes are the same either way.
  ///
  /// A damaged picture bears no mark: it is made again in every build, which so tells of it every time. What cannot be
  /// decoded at all is published as it is, for browsers to do what they can.
  ///
  /// - Parameter published: what stands in its place; nil for nothing.
  /// - Throws: what the disk threw while the author's picture was read.
  package func made(reusing published: [UInt8]? = nil) throws -> Made {
    if let published, published.count > PictureMark.length {
      let picture = published.dropLast(PictureMark.length)
      let mark = try mark(of: picture)
      if published.suffix(PictureMark.length).elementsEqual(mark) { return Made(bytes: published, isDamaged: false) }
    }
    let original = try source.read()
    guard let small = SmallerPicture(of: original, longerSide: size.rawValue) else {
      return Made(bytes: original, isDamaged: !isToldOf)
    }
    if small.isDamaged { return Made(bytes: small.bytes, isDamaged: !isToldOf) }
    return Made(bytes: small.bytes + (try mark(of: small.bytes[...])), isDamaged: false)
  }

  private func mark(of picture: ArraySlice<UInt8>) throws -> [UInt8] {
    PictureMark.bytes(of: picture, size: size, source: try source.digest())
  }
}

/// The author's picture behind its smaller ones, hashed once for all of them.
final class PictureSource: Sendable {
  let file: SourceTree.File
  /// Gives it as it is published.
  private let tree: SourceTree
  private let known = Mutex<Digest?>(nil)

  init(_ file: SourceTree.File, in tree: SourceTree) {
    self.file = file
    self.tree = tree
  }

  var place: Place { Place(tree.shown(file.path)) }

  func read() throws -> [UInt8] { try tree.read(file) }

  func digest() throws -> Digest {
    try known.withLock { known in
      if let known { return known }
      let digest = Digest(of: try read())
      known = digest
      return digest
    }
  }
}

/// The end of a smaller picture, behind what decoders read: the digest of itself, of what it was made of, and of how.
private enum PictureMark {
  static let length = start.count + 64
  private static let start = Array("\nbanbao ".utf8)
  /// Changes with everything that would make another picture of the same source.
  private static let recipe = "1"

  static func bytes(of picture: ArraySlice<UInt8>, size: ShownSize, source: Digest) -> [UInt8] {
    let made = Array("\(recipe) \(size.rawValue) \(source.hexadecimal)\n".utf8) + picture
    return start + Array(Digest(of: made).hexadecimal.utf8)
  }
}

/// The smaller pictures of what published records show, each once.
///
/// - Parameter damaged: the paths of those whose authors are told that they are.
func picturePlans(_ library: Library, _ content: SourceTree, _ damaged: Set<String>) -> [PicturePlan] {
  let tree = publishedTree(content)
  var seen = Set<String>()
  return library.entries.flatMap(\.files.pictures).filter { seen.insert($0.file.path).inserted }.flatMap { picture in
    let source = PictureSource(picture.file, in: tree)
    return ShownSize.allCases.compactMap { size -> PicturePlan? in
      let path = picture.fitting(size).path
      if path == picture.file.path { return nil }
      return PicturePlan(path, size, of: source, isToldOf: damaged.contains(picture.file.path))
    }
  }
}
