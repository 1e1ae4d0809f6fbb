/// How text is folded before it is searched, which `theme/assets/search.js` does in the same way: a test holds both equal.
///
/// Letters become small, full-width forms half-width, and signs that are typed for each other one sign. White space
/// parts words; between a Han character and a Latin letter or digit it only spaces them out, and is left out there.
package struct Folding: Sendable {
  /// By UTF-16 unit what it becomes: a unit, `dropped`, or `several`.
  private let units: [UInt16]
  private let longer: [UInt16: [UInt16]]

  private static let dropped: UInt16 = 0
  private static let several: UInt16 = 1
  static let space = UInt16(UInt8(ascii: " "))
  /// Where one block of text ends and another begins.
  static let lineEnd = UInt16(UInt8(ascii: "\n"))

  package init() {
    var units = (0...0xFFFF).map { UInt16($0) }
    func each(_ range: ClosedRange<Int>, _ change: (UInt16) -> UInt16) {
      for code in range { units[code] = change(UInt16(code)) }
    }
    for range in Folding.spaces { each(range) { _ in Folding.space } }
    for code in [0x0A, 0x0D, 0x2028, 0x2029] { units[code] = Folding.lineEnd }
    for range in Folding.invisible { each(range) { _ in Folding.dropped } }
    for (range, distance) in Folding.capitals { each(range) { $0 + distance } }
    each(0xFF01...0xFF5E) { units[Int($0 - 0xFEE0)] }
    for (from, to) in zip(Folding.variants.utf16, Folding.plain.utf16) { units[Int(from)] = to }
    for (from, to) in zip(standingHan.utf16, plainHan.utf16) { units[Int(from)] = to }
    var longer: [UInt16: [UInt16]] = [:]
    for (first, texts) in Folding.longer {
      for (index, text) in texts.split(separator: " ").enumerated() {
        let code = first + UInt16(index)
        units[Int(code)] = Folding.several
        longer[code] = Array(text.utf16)
      }
    }
    self.units = units
    self.longer = longer
  }

  /// The folded text; blocks are parted by line ends, words within them by single spaces.
  package func folded(_ text: [UInt16]) -> [UInt16] {
    var out: [UInt16] = []
    out.reserveCapacity(text.count)
    units.withUnsafeBufferPointer { units in
      var gap: UInt16 = 0
      for unit in text {
        let plain = units[Int(unit)]
        if plain == Folding.space || plain == Folding.lineEnd {
          // A line end in a run of blanks parts blocks.
          if gap != Folding.lineEnd { gap = plain }
          continue
        }
        if plain == Folding.dropped { continue }
        let parts = plain == Folding.several ? longer[unit] : nil
        if gap != 0, let last = out.last {
          if gap == Folding.lineEnd || !Folding.spacesOut(last, parts?.first ?? plain) { out.append(gap) }
        }
        gap = 0
        if let parts { out += parts } else { out.append(plain) }
      }
    }
    return out
  }

  /// Whether a blank between the two only spaces out Han and Latin.
  private static func spacesOut(_ a: UInt16, _ b: UInt16) -> Bool {
    isHan(a) && isWordCharacter(b) || isWordCharacter(a) && isHan(b)
  }

  static func isHan(_ unit: UInt16) -> Bool { unit >= 0x3400 && unit <= 0x9FFF }

  private static func isWordCharacter(_ unit: UInt16) -> Bool {
    unit >= 0x30 && unit <= 0x39 || unit >= 0x61 && unit <= 0x7A
  }
}

extension Folding {
  private static let spaces = [
    0...0x20, 0x7F...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000,
  ]
  private static let invisible = [
    0xAD...0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF...0xFEFF,
  ]
  /// Capital letters, and how far below them their small ones stand.
  private static let capitals: [(ClosedRange<Int>, UInt16)] = [
    (0x41...0x5A, 32), (0xC0...0xD6, 32), (0xD8...0xDE, 32), (0x391...0x3A1, 32), (0x3A3...0x3A9, 32),
    (0x400...0x40F, 80), (0x410...0x42F, 32),
  ]
  /// Signs that are typed for each other, and the one that stands for all of them.
  private static let variants = "“”„‟〝〞‘’‚‛‐‑‒–—―−﹣─•‧∙・･【〔〖﹝】〕〗﹞［］｡､｢｣〜∼￥"
  private static let plain = "\"\"\"\"\"\"''''---------·····[[[[]]]][]。、「」~~¥"
  /// By the first of several neighbours what each of them becomes.
  private static let longer: [(UInt16, String)] = [
    (0x2160, "i ii iii iv v vi vii viii ix x xi xii"), (0x2170, "i ii iii iv v vi vii viii ix x xi xii"),
    (0x2460, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20"),
    (0x2474, "(1) (2) (3) (4) (5) (6) (7) (8) (9) (10) (11) (12) (13) (14) (15) (16) (17) (18) (19) (20)"),
    (0x2488, "1. 2. 3. 4. 5. 6. 7. 8. 9. 10. 11. 12. 13. 14. 15. 16. 17. 18. 19. 20."),
    (0x3220, "(一) (二) (三) (四) (五) (六) (七) (八) (九) (十)"), (0x2103, "°c"), (0x2116, "no"),
    (0x338E, "mg kg"), (0x339C, "mm cm km"), (0x33A1, "m2"), (0x33A5, "m3"),
  ]
}
