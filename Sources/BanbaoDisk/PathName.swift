// For `_nfc`: the standard library has no public normalization, and Foundation is imported nowhere.
@_spi(_Unicode) import Swift

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The name in Unicode form NFC.
///
/// Names of ASCII and of the Han block, nearly all there are, are NFC as they stand: bytes up to 0x7F, and three-byte
/// characters U+4000 to U+9FFF, which begin with 0xE4 to 0xE9 and compose with nothing.
func normalised(_ name: String) -> String {
  let isPlain = name.utf8.allSatisfy { $0 < 0xC0 || (0xE4...0xE9).contains($0) }
  if isPlain { return name }
  var result = String.UnicodeScalarView()
  result.append(contentsOf: name._nfc)
  return String(result)
}

/// Whether a name makes one character with the `/` before or behind it, so that what reads paths by characters sees no `/`.
package func isJoined(_ name: String) -> Bool {
  // Nothing below U+0300 and no Han character is joined to what stands before it, or joins what follows.
  func mayJoin(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.value >= 0x300 && !(0x4E00...0x9FFF).contains($0.value) } ?? false
  }
  let scalars = name.unicodeScalars
  guard mayJoin(scalars.first) || mayJoin(scalars.last) else { return false }
  let path = "/\(name)/"
  return path.first != "/" || path.last != "/"
}

/// The name with each byte that is not UTF-8 written as `\xB1`, so that it can be shown and told apart.
func spelledOut(_ name: UnsafeBufferPointer<UInt8>) -> String {
  var result = ""
  var rest = name[...]
  while !rest.isEmpty {
    // The longest beginning that is UTF-8 is found scalar by scalar: a scalar has at most four bytes.
    let valid = (1...4).first { length in
      length <= rest.count && String(validating: rest.prefix(length), as: UTF8.self) != nil
    }
    if let valid {
      result += String(decoding: rest.prefix(valid), as: UTF8.self)
      rest = rest.dropFirst(valid)
    } else {
      let byte = rest[rest.startIndex]
      result += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      rest = rest.dropFirst()
    }
  }
  return result
}

/// Whether a name is no content: hidden (`.git`, `.DS_Store`), or put there by an editor, an office program, a browser, a
/// store of the network or the system.
///
/// - Parameter folder: where it lies below the tree's root, ending in `/` or empty. In `static/`, which is published as it
///   is, web servers and those who verify a site have hidden names of their own.
func isNoContent(_ name: UnsafeBufferPointer<UInt8>, in folder: String) -> Bool {
  guard let first = name.first, let last = name.last else { return true }
  switch first {
  case UInt8(ascii: "."):
    return !(folder.utf8.starts(with: "static/".utf8) && servedHidden.contains { name.elementsEqual($0.utf8) })
  case UInt8(ascii: "#") where name.count > 1 && last == UInt8(ascii: "#"): return true  // Emacs
  case UInt8(ascii: "~"):
    // Word, Excel and WPS: ~$lock files beside an open document, ~WRL0001.tmp while they save it.
    if name.starts(with: "~$".utf8) || name.starts(with: "~WR".utf8) { return true }
  default: break
  }
  return last == UInt8(ascii: "~") || Leftovers.names.contains { equal(name[...], $0) }
    || Leftovers.endings.contains { name.count > $0.utf8.count && equal(name.suffix($0.utf8.count), $0) }
}

/// Hidden names that are for a web server or its visitors (RFC 8615; Apache).
private let servedHidden = [".well-known", ".htaccess"]

/// What is put into folders unasked, in small letters.
private enum Leftovers {
  static let names: [String] = [
    // Windows
    "thumbs.db", "ehthumbs.db", "desktop.ini", "system volume information", "$recycle.bin", "recycler", "recycled",
    "found.000",
    // macOS, and the archives it makes
    "__macosx", "network trash folder", "temporary items", "icon\r",
    // Stores of the network: Synology, QNAP
    "@eadir", "@tmp", "#recycle", "#snapshot", "@recycle", "@recently-snapshot",
    // Linux, and Vim, which tries whether it may write
    "lost+found", "4913",
    // Tools of programmers
    "cvs", "node_modules",
  ]
  static let endings: [String] = [
    ".tmp", ".bak", ".swp", ".swo", ".orig", ".wbk", ".asd", ".crdownload", ".partial", ".part", ".download",
    ".downloading", ".xltd", ":zone.identifier",
  ]
}

/// Whether a name is the word, in small or capital letters.
private func equal(_ name: Slice<UnsafeBufferPointer<UInt8>>, _ word: String) -> Bool {
  name.count == word.utf8.count
    && zip(name, word.utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 && (0x41...0x5A).contains($0) }
}

/// Whether `a` comes before `b` in the order of UTF-8 bytes; nil if they are the same bytes.
///
/// `String`'s own comparison would normalise both.
func isOrdered(_ a: String, _ b: String) -> Bool? {
  var a = a
  var b = b
  return a.withUTF8 { a in
    b.withUTF8 { b in
      let shorter = min(a.count, b.count)
      if let a = a.baseAddress, let b = b.baseAddress {
        let order = memcmp(a, b, shorter)
        if order != 0 { return order < 0 }
      }
      return a.count == b.count ? nil : a.count < b.count
    }
  }
}
