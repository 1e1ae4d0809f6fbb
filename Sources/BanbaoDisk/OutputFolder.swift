internal import CBanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the site is to stand: a name in a folder that holds it.
struct OutputFolder: Sendable {
  /// As the user named it, for messages.
  var shown: String
  /// Absolute, without links.
  var parent: String
  var name: String
  /// The site in the making. One fixed name, so that two runs meet there and a killed run's remains are found.
  var staging: String { ".\(name).banbao-new" }
  /// The old site, where it cannot be exchanged and must step aside.
  var retired: String { ".\(name).banbao-old" }

  /// An empty folder, made for a moment to see whom it belongs to.
  var probe: String { ".\(name).banbao-owner" }

  /// The path of a name beside the published folder, for messages.
  func path(of name: String) -> String { (parent == "/" ? "" : parent) + "/" + name }

  /// Finds the place, following a link to the folder itself, and refuses what publishing must not replace.
  ///
  /// - Parameter protected: folders, as the user named them, that the site must neither contain nor lie in.
  init(_ folder: String, protected: [String]) throws(DiskFault) {
    shown = folder
    let path = try canonical(folder.isEmpty ? "." : folder, shown: folder)
    guard let slash = path.lastIndex(of: "/"), path.utf8.count > 1 else {
      throw DiskFault(folder, .precious)
    }
    parent = slash == path.startIndex ? "/" : String(path[..<slash])
    name = String(path[path.index(after: slash)...])

    var precious = [try canonical(".", shown: ".")]
    if let home = getenv("HOME").map({ String(cString: $0) }), home.hasPrefix("/") {
      precious.append(try canonical(home, shown: home))
    }
    for other in precious where lies(other, in: path) {
      throw DiskFault(folder, .precious)
    }
    for input in protected {
      let other = try canonical(input.isEmpty ? "." : input, shown: input)
      if lies(other, in: path) || lies(path, in: other) {
        throw DiskFault(folder, .holdsInput(input))
      }
    }
  }
}

/// The nearest folder from one upwards that banbao published; nil for none.
package func publishedFolder(holding folder: String) throws(DiskFault) -> String? {
  var path = try canonical(folder.isEmpty ? "." : folder, shown: folder)
  while true {
    if access("\(path == "/" ? "" : path)/\(markerName)", F_OK) == 0 { return path }
    guard let slash = path.lastIndex(of: "/"), path.utf8.count > 1 else { return nil }
    path = slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// What leads from a folder down to a path, both as they are spelled from the current folder; nil where the path lies elsewhere.
package func wayDown(from folder: String, to path: String) throws(DiskFault) -> String? {
  let (top, whole) = (try canonical(folder, shown: folder), try canonical(path, shown: path))
  guard lies(whole, in: top) else { return nil }
  return String(whole.dropFirst(top.count).drop { $0 == "/" })
}

/// Whether a path is the folder or below it. Both as `canonical` makes them.
private func lies(_ path: String, in folder: String) -> Bool {
  if folder == "/" { return true }
  return path.utf8.starts(with: folder.utf8)
    && (path.utf8.count == folder.utf8.count
      || path.utf8.dropFirst(folder.utf8.count).first == UInt8(ascii: "/"))
}

/// The absolute path without links, `.`, `..` and doubled `/`. What does not exist yet is taken as it is spelled.
private func canonical(_ path: String, shown: String) throws(DiskFault) -> String {
  var known = "/"
  if path.utf8.first != UInt8(ascii: "/") {
    guard let current = realpath(".", nil) else { throw DiskFault(shown, errno, .list) }
    defer { free(current) }
    known = String(cString: current)
  }
  for part in path.split(separator: "/") where part != "." {
    if part == ".." {
      // `known` has no links, so what stands above it is what its spelling says.
      known = known.lastIndex(of: "/").map { String(known[..<$0]) } ?? ""
      if known.isEmpty { known = "/" }
      continue
    }
    let next = (known == "/" ? "" : known) + "/" + part
    if let resolved = realpath(next, nil) {
      defer { free(resolved) }
      known = String(cString: resolved)
    } else if errno == ENOENT || errno == ENOTDIR {
      // ENOTDIR: a part is a file; making the folder below it will say so.
      known = next
    } else {
      throw DiskFault(shown, errno, .list)
    }
  }
  return known
}
