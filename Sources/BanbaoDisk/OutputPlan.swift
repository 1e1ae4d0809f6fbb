#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The outputs that may be published, and the folders that they need.
struct OutputPlan: Sendable {
  private(set) var outputs: [OutputFile] = []
  /// Each once, outer ones first.
  private(set) var folders: [String] = []
  private(set) var skipped: [DiskFault] = []
  /// Whether a manifest is published beside them.
  let hasManifest: Bool
  /// Paths that nothing else can have.
  private var taken = Set<PathKey>()

  /// Takes the outputs whose paths stay inside the folder and are not taken by another.
  ///
  /// - Parameter shown: the folder, for messages.
  init(_ outputs: [OutputFile], shown: String, hasManifest: Bool = false) {
    self.hasManifest = hasManifest
    var folders = Set<PathKey>()
    var last = ""
    for output in outputs where isInside(output.path) {
      // Neighbours mostly share their folder.
      var folder = parent(of: output.path)
      if PathKey(folder) == PathKey(last) { continue }
      last = folder
      while !folder.isEmpty, folders.insert(PathKey(folder)).inserted {
        folder = parent(of: folder)
      }
    }
    self.folders = folders.map(\.path).sorted { isOrdered($0, $1) ?? false }
    self.outputs.reserveCapacity(outputs.count)
    taken.reserveCapacity(outputs.count + 1)
    if hasManifest { taken.insert(PathKey(Manifest.fileName)) }
    taken.formUnion(folders)
    for output in outputs {
      let reason: OutputRefusal
      if !isInside(output.path) {
        reason = .outside
      } else if folders.contains(PathKey(output.path)) {
        reason = .isFolder
      } else if !taken.insert(PathKey(output.path)).inserted {
        reason = .taken
      } else {
        self.outputs.append(output)
        continue
      }
      skipped.append(DiskFault(shown + "/" + output.path, reason))
    }
  }

  /// Of outputs that come after these, those whose paths are free.
  func following(_ outputs: [OutputFile]) -> OutputPlan {
    var rest = self
    rest.outputs = []
    for output in outputs where isInside(output.path) {
      if rest.taken.insert(PathKey(output.path)).inserted { rest.outputs.append(output) }
    }
    return rest
  }

  /// Every file of the published folder, with the marker and the manifest, then its folders.
  var paths: [String] {
    outputs.map(\.path) + (hasManifest ? [Manifest.fileName] : []) + [markerName] + folders
  }

  /// The outputs in slices, each of which one task carries out with one buffer.
  func slices(tasks: Int) -> [ArraySlice<OutputFile>] {
    let length = max(1, min(16, outputs.count / max(1, tasks) / 8))
    var slices: [ArraySlice<OutputFile>] = []
    var start = 0
    for end in outputs.indices.dropFirst() where end - start >= length && !outputs[end].staysBehind {
      slices.append(outputs[start..<end])
      start = end
    }
    return start < outputs.count ? slices + [outputs[start...]] : slices
  }
}

extension Array {
  /// The elements in pieces, several for each task.
  func pieces(tasks: Int) -> [ArraySlice<Element>] {
    let length = count / Swift.max(1, tasks) / 8 + 1
    return stride(from: 0, to: count, by: length).map { self[$0..<Swift.min($0 + length, count)] }
  }
}

/// A path compared by its bytes; `String` would normalise at each look.
struct PathKey: Hashable, Sendable {
  var path: String

  init(_ path: String) { self.path = path }

  static func == (a: PathKey, b: PathKey) -> Bool { isOrdered(a.path, b.path) == nil }

  func hash(into hasher: inout Hasher) {
    var path = path
    path.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// The folder of a path, empty at the top.
private func parent(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
  return String(path[..<slash])
}

/// Whether a path names something inside the folder: relative, no part empty, `.` or `..`, no zero byte, and not the
/// marker.
private func isInside(_ path: String) -> Bool {
  if path == markerName { return false }
  var length = 0
  var dots = 0
  for byte in path.utf8 {
    switch byte {
    case 0: return false
    case UInt8(ascii: "/"):
      if length == dots && length <= 2 { return false }
      length = 0
      dots = 0
    default:
      length += 1
      if byte == UInt8(ascii: ".") { dots += 1 }
    }
  }
  return !(length == dots && length <= 2)
}
