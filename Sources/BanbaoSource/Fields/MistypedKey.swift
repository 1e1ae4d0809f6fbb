import BanbaoDiagnostics

/// A key that is one of ours but for what an input method put into it: a full-width or invisible space, or a full-width
/// colon inside braces, as in `{from：2026-11-18}`.
struct MistypedKey: Sendable {
  /// Its index among the entries.
  let index: Int
  /// The key as it was meant.
  let name: String
  let mark: Mark
  let value: Node
  private let original: String
  private let colon: (index: Int, mark: Mark)?
  private let isQuoted: Bool

  /// Nil for a key that is well typed.
  ///
  /// - Parameter index: of the key. What follows it may have been cut off by the comma of an amount: `{金额：12,118.40}`.
  init?(_ entries: [(key: String, keyMark: Mark, value: Node)], _ index: Int) {
    let entry = entries[index]
    // The first bytes of the characters that are looked for; few keys have any.
    guard
      entry.key.utf8.contains(where: {
        $0 == 0x20 || $0 == 0xC2 || $0 == 0xE2 || $0 == 0xE3 || $0 == 0xEF
      })
    else { return nil }
    let scalars = Array(entry.key.unicodeScalars)
    self.index = index
    original = entry.key + Self.cutOff(entries, index)
    isQuoted = entry.keyMark.length != scalars.count
    if entry.value.isEmpty, let colon = scalars.firstIndex(where: { $0 == "：" || $0 == "﹕" }) {
      self.colon = (colon, entry.keyMark.part(from: colon))
      name = trimmed(FieldLine.text(scalars[..<colon]))
      mark = entry.keyMark.part(from: 0, length: colon)
      let rest = scalars[(colon + 1)...]
      value = Node(
        .scalar(trimmed(FieldLine.text(rest)), isPlain: true),
        mark: entry.keyMark.part(from: colon + 1, length: rest.count))
      return
    }
    let bare = FieldLine.text(scalars.filter { $0 != " " && !FieldLine.isWideSpace($0) })
    guard bare != entry.key else { return nil }
    colon = nil
    name = bare
    mark = entry.keyMark
    value = entry.value
  }

  private static func cutOff(_ entries: [(key: String, keyMark: Mark, value: Node)], _ index: Int) -> String {
    guard index + 1 < entries.count, entries[index].key.last?.isNumber == true else { return "" }
    let next = entries[index + 1]
    guard next.key.first?.isNumber == true else { return "" }
    guard case .scalar(let text, _) = next.value.content, !text.isEmpty else { return "," + next.key }
    return ",\(next.key): \(text)"
  }

  func diagnostic(_ path: String) -> Diagnostic {
    guard let colon else {
      return SlipRules.fullWidthSpace.at(
        Place(path, mark),
        Wording(
          "“\(name)”里或前后有多余的空格", en: "“\(name)” has spaces in it or beside it"),
        help: Wording("删掉它们，只写 \(name)", en: "delete them and write \(name)"),
        fix: Replacement(path, mark, from: original, to: name))
    }
    let text = if case .scalar(let text, _) = value.content { text } else { "" }
    let place = Place(path, colon.mark)
    let sign = String(Array(original.unicodeScalars)[colon.index])
    let alone = "\(name): \(text)"
    let mended = withASCIISigns(original.unicodeScalars)
    let all = mended.hasPrefix("\(name): ") ? mended : alone
    let isSpaced = original.unicodeScalars.dropFirst(colon.index + 1).first == " "
    return SlipRules.fullWidthColon.at(
      place, Wording("“\(name)”后面是中文冒号", en: "a full-width colon follows “\(name)”"),
      help: Wording("写成 \(all)", en: "write \(all)"),
      fix: isQuoted || all != alone ? nil : Replacement(place, old: sign, new: isSpaced ? ":" : ": "))
  }
}
