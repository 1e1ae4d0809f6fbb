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
    let magnitude = fen.magnitude
    var yuan = Array(String(magnitude / 100).utf8)
    var index = yuan.count - 3
    while index > 0 {
      yuan.insert(UInt8(ascii: ","), at: index)
      index -= 3
    }
    return (fen < 0 ? "-" : "") + String(decoding: yuan, as: UTF8.self) + "." + padded(Int(magnitude % 100), 2)
  }
}
