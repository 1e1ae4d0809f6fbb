import BanbaoSite
import BanbaoSource
import Synchronization

/// The smaller pictures that browsers have asked the preview for: made when the first asks, and kept while the author's
/// pictures stay what they are.
final class PreviewPictures: Sendable {
  private struct Kept {
    var file: SourceTree.File
    var bytes: [UInt8]
  }

  private struct State {
    /// By path under `public/`.
    var kept: [String: Kept] = [:]
    var size = 0
  }

  /// In bytes: some hundreds of pictures. Beyond it all are forgotten, and made again when asked for.
  private static let room = 64 << 20

  private let state = Mutex(State())

  /// Throws what the disk threw.
  func bytes(of picture: PicturePlan) throws -> [UInt8] {
    if let kept = state.withLock({ $0.kept[picture.path] }), kept.file == picture.file { return kept.bytes }
    // Outside the lock, so that several are made at once.
    let bytes = try picture.made().bytes
    state.withLock { state in
      if state.size + bytes.count > Self.room { state = State() }
      let before = state.kept.updateValue(Kept(file: picture.file, bytes: bytes), forKey: picture.path)
      state.size += bytes.count - (before?.bytes.count ?? 0)
    }
    return bytes
  }
}
