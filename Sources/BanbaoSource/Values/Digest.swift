internal import Crypto

/// A SHA-256 digest (FIPS 180-4): 32 bytes that no other text is known to have.
package struct Digest: Hashable, Sendable {
  /// 64 lower-case hexadecimal digits, as `sha256sum` writes them.
  package let hexadecimal: String

  /// Of some bytes.
  package init(of bytes: some Sequence<UInt8>) {
    var hashing = Hashing()
    if bytes.withContiguousStorageIfAvailable({ hashing.add($0) }) == nil {
      Array(bytes).withUnsafeBufferPointer { hashing.add($0) }
    }
    self = hashing.digest
  }

  /// Of a text's UTF-8 bytes.
  package init(of text: String) { self.init(of: text.utf8) }

  /// Nil where the text is not 64 lower-case hexadecimal digits.
  package init?(hexadecimal text: some StringProtocol) {
    guard text.utf8.count == 64, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else {
      return nil
    }
    hexadecimal = String(text)
  }

  /// The digest of bytes that come piece by piece.
  package struct Hashing {
    private var state = SHA256()

    /// Of nothing yet.
    package init() {}

    /// Adds the next bytes.
    package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
      state.update(bufferPointer: UnsafeRawBufferPointer(bytes))
    }

    /// Of all bytes added so far.
    package var digest: Digest { Digest(state.finalize()) }
  }

  private init(_ digest: SHA256.Digest) {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in digest {
      digits.append(digit(byte >> 4))
      digits.append(digit(byte & 15))
    }
    hexadecimal = String(decoding: digits, as: UTF8.self)
  }
}
