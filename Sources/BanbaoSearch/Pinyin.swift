/// How Han characters are read, without tones.
struct Pinyin: Sendable {
  /// By character, from U+3400 on, where its readings stand in `readings`; one more than the last character has.
  private let starts: [UInt16]
  /// The numbers of syllables in the order of the alphabet.
  private let readings: [UInt16]
  /// By the number of a syllable its first letter: 0 for `a`.
  let initials: [UInt16]

  init(_ table: String = pinyinTable) {
    let syllables = Array(table.utf16).split(separator: UInt16(UInt8(ascii: ",")))
    initials = syllables.map { ($0.first ?? 0x61) &- 0x61 }
    var counts = [UInt16](repeating: 0, count: 0xA000 - 0x3400)
    for syllable in syllables {
      for unit in syllable where Folding.isHan(unit) { counts[Int(unit) - 0x3400] += 1 }
    }
    let starts = counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    var places = starts
    var readings = [UInt16](repeating: 0, count: Int(starts.last ?? 0))
    for (number, syllable) in syllables.enumerated() {
      for unit in syllable where Folding.isHan(unit) {
        let index = Int(unit) - 0x3400
        readings[Int(places[index])] = UInt16(number)
        places[index] += 1
      }
    }
    self.starts = starts
    self.readings = readings
  }

  /// The numbers of the syllables that a character may be read as; none for what is no Han character of the table.
  func syllables(of unit: UInt16) -> ArraySlice<UInt16> {
    guard Folding.isHan(unit) else { return [] }
    let index = Int(unit) - 0x3400
    return readings[Int(starts[index])..<Int(starts[index + 1])]
  }
}
