import BanbaoDiagnostics

/// What stands in a starting file where its author has to write: `banbao new` writes these words, and what looks for
/// words that were left as they were reads the same ones.
package enum Placeholder {
  /// In place of a value: a name, a figure, a choice.
  package static let value = "待补"
  /// How the body begins. The sentence behind it may be edited or not.
  package static let body = "在这里写正文"
  /// The whole of what stands in the body.
  package static let bodyText = body + "。一段一段写，段与段之间空一行。"
  /// Values of starting files that earlier versions wrote, and of forms that go around.
  private static let others = ["（待填写）", "(待填写)", "待填写"]

  /// Whether a value is still the one that a starting file had.
  static func isValue(_ text: String) -> Bool {
    // Every scalar of every record is asked; hardly one is so short.
    guard text.utf8.count <= 15 else { return false }
    return text == value || others.contains(text)
  }

  /// Where the words with which a body begins stand at a line's beginning; nil where they do not.
  package static func bodyStart(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let wanted = Array(body.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      var start = range.lowerBound
      while start + wanted.count <= range.upperBound {
        if bytes[start] == wanted[0], bytes[start..<(start + wanted.count)].elementsEqual(wanted) { return start }
        let rest = bytes[start..<range.upperBound]
        guard let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
        start = end + 1
      }
      return nil
    }
  }
}

extension FieldReader {
  /// Reports a value that is still that of a starting file.
  ///
  /// - Parameter reminder: what its author is to write; nil where nothing is known of it.
  mutating func reportUntouched(_ text: String, _ node: Node, reminder: Wording? = nil) {
    let what = reminder.map { Wording("（\($0.zh)）", en: " (\($0.en))") } ?? Wording("", en: "")
    report(
      FieldRules.placeholder.at(
        place(node.mark),
        Wording("“\(written)”还没有填，仍是“\(text)”", en: "“\(written)” still reads “\(text)”"),
        help: Wording(
          "把“\(text)”换成要写的内容\(what.zh)；还不知道，就先标成草稿，不发布",
          en: "put in its place what is to be said\(what.en); as long as nobody knows it, keep it a draft")))
  }
}
