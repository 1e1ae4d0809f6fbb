/// What it costs to read a run of characters as an everyday word, in tenths of a nat.
enum WordCosts {
  /// A single character that is no word of the table.
  static let unknown = 160

  /// A family's place or house, and somebody who is masked already: 张家村, 王某.
  static let family = 110

  /// A title that is no word of the table: 出纳.
  static let title = 120

  /// Nil for what is no word of the table.
  static func cost(_ key: UInt64) -> Int? { table[key] }

  private static let table: [UInt64: Int] = {
    var table = [UInt64: Int](minimumCapacity: 40_000)
    for group in commonWords {
      var (key, length): (UInt64, Int) = (0, 0)
      for code in group.words.utf16 where code != 0x0A {
        key = key << 16 | UInt64(code)
        length += 1
        if length == group.length {
          table[key] = group.cost
          (key, length) = (0, 0)
        }
      }
    }
    return table
  }()
}
