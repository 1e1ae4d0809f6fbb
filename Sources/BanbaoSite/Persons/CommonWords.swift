// Words of everyday Chinese, after the dictionary of jieba (see `.github/NOTICE`): what a name has to be told from.

/// Words of one length that are about as frequent as each other.
struct WordClass: Sendable {
  /// In characters.
  var length: Int
  /// How much it costs to read one of them in a text, in tenths of a nat: the rarer, the more.
  var cost: Int
  /// One behind the other; line ends are none of them.
  var words: String
}

/// The words.
let commonWords = frequentWords + rarerPairs + longerWords + namelikeWords
