import BanbaoSource
import Testing

/// The digests of FIPS 180-4's examples, as NIST publishes them.
struct DigestTests {
  private static let examples = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ]

  @Test(arguments: examples) func `a text has the digest that the standard gives it`(text: String, digest: String) {
    #expect(Digest(of: text).hexadecimal == digest)
  }

  @Test func `bytes in pieces have the digest of the whole`() {
    let bytes = Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)
    for end in 0...bytes.count {
      var hashing = Digest.Hashing()
      bytes[..<end].withUnsafeBufferPointer { hashing.add($0) }
      bytes[end...].withUnsafeBufferPointer { hashing.add($0) }
      #expect(hashing.digest == Digest(of: bytes))
    }
  }

  @Test func `only digests are read as digests`() {
    let text = Digest(of: "abc").hexadecimal
    #expect(Digest(hexadecimal: text) == Digest(of: "abc"))
    #expect(Digest(hexadecimal: text.uppercased()) == nil)
    #expect(Digest(hexadecimal: text.dropLast()) == nil)
    #expect(Digest(hexadecimal: text.dropLast() + "g") == nil)
  }
}
