internal import CStarter

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a small site with recipes for publishing and settings for web servers. It builds at once.
///
/// The theme stays in the program: a copy of it would stay behind as the program goes on.
///
/// - Parameters:
///   - folder: made with those above it if it does not exist; may hold a `.git` and nothing else.
///   - others: files that are written besides, by their paths below the folder.
///   - hasSamples: whether records that show how such are written are among the files.
/// - Returns: the paths of the files written, below the folder, in their order.
/// - Throws: a fault that `isTaken` where the folder holds anything else; then nothing was touched.
package func startSite(
  in folder: String, besides others: [(path: String, bytes: [UInt8])] = [], hasSamples: Bool = true
) throws(DiskFault) -> [String] {
  if !folder.isEmpty { try makeFolders(folder, shown: folder) }
  let place = folder.isEmpty ? "." : folder
  var isTaken = false
  let opened = try OpenFolder.at(place, follow: true, shown: folder)
  try forEachEntry(of: opened.descriptor, shown: folder) { name, _ in
    if strcmp(name, ".git") != 0 { isTaken = true }
  }
  if isTaken { throw DiskFault(folder, ENOTEMPTY, .makeFolder) }
  var written: [String] = []
  for (path, bytes) in starterFiles() + others where hasSamples || !isSample(path, bytes) {
    try writeNewFile(bytes, at: place + "/" + path)
    written.append(path)
  }
  return written
}

/// Whether a file of the starter is a record that says of itself that it is a sample.
private func isSample(_ path: String, _ bytes: [UInt8]) -> Bool {
  path.hasPrefix("content/")
    && bytes.split(separator: UInt8(ascii: "\n")).contains { $0.elementsEqual("示例: true".utf8) }
}

private func starterFiles() -> [(path: String, bytes: [UInt8])] {
  var count = 0
  let files = starter_files(&count)
  return UnsafeBufferPointer(start: files, count: count).map { file in
    (String(cString: file.path), Array(UnsafeBufferPointer(start: file.bytes, count: file.size)))
  }
}
