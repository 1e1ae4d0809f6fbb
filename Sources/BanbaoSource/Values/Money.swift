/// An amount of renminbi in whole fen. Never a fraction of one, never floating point.
package struct Money: Hashable, Sendable, Comparable {
  package var fen: Int64

  package init(fen: Int64) { self.fen = fen }

  package static func < (a: Money, b: Money) -> Bool { a.fen < b.fen }

  /// `12118.40`: as files for other programs have it.
  package var ungrouped: String {
    (fen < 0 ? "-" : "") + String(fen.magnitude / 100) + "." + padded(Int(fen.magnitude % 100), 2)
  }

  /// `12,118.40`: as every page prints an amount.
  package var grouped: String {
    // Every line of an account is printed so: written from its end, in one go.
    String(unsafeUninitializedCapacity: 32) { buffer in
      var start = buffer.count
      func put(_ byte: UInt8) {
        start -= 1
        buffer[start] = byte
      }
      func put(digit: UInt64) { put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)) }
      put(digit: fen.magnitude % 10)
      put(digit: fen.magnitude / 10 % 10)
      put(UInt8(ascii: "."))
      var (yuan, digits) = (fen.magnitude / 100, 0)
      repeat {
        if digits > 0, digits % 3 == 0 { put(UInt8(ascii: ",")) }
        put(digit: yuan % 10)
        (yuan, digits) = (yuan / 10, digits + 1)
      } while yuan > 0
      if fen < 0 { put(UInt8(ascii: "-")) }
      let count = buffer.count - start
      for place in 0..<count { buffer[place] = buffer[start + place] }
      return count
    }
  }
}
