#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A new folder that nobody else enters, removed with all that is in it when the last reference to it goes.
package final class ScratchFolder: Sendable {
  package let path: String

  /// - Parameter folder: where to make it, such as `/tmp`.
  package init(in folder: String) throws(DiskFault) {
    guard let whole = realpath(folder, nil) else { throw DiskFault(folder, errno, .list) }
    defer { free(whole) }
    var template = Array((String(cString: whole) + "/banbao-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw DiskFault(folder, errno, .makeFolder) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    do {
      try removeTree(path, in: AT_FDCWD, shown: path)
    } catch {
      return  // What is left of it lies where the machine itself clears up.
    }
  }
}
