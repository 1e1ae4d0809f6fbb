/// What it costs to read a run of characters that is no everyday word, in tenths of a nat.
enum WordCosts {
  /// A single character that is no word of the table.
  static let unknown = 160

  /// A family's place or house, and somebody who is masked already: 张家村, 王某.
  static let family = 110

  /// A title that is no word of the table: 出纳.
  static let title = 120
}
