import BanbaoDiagnostics
import BanbaoSource

/// How each tag is spelt on the site: HPV, hpv and ＨＰＶ are one tag, spelt as most records spell it.
package struct TagNames: Sendable {
  /// By folded spelling; only of tags that are spelt in more ways than one.
  private let shown: [String: String]

  /// - Parameter entries: every published record.
  init(_ entries: [any AnyEntry]) {
    var counts: [String: Int] = [:]
    for entry in entries { for tag in entry.common.tags { counts[tag.value, default: 0] += 1 } }
    let spellings = Dictionary(grouping: counts.keys, by: Self.folded)
    shown = spellings.filter { $0.value.count > 1 }.compactMapValues { names in
      names.max { a, b in
        let (countA, countB) = (counts[a] ?? 0, counts[b] ?? 0)
        return countA != countB ? countA < countB : b.precedes(a)
      }
    }
  }

  /// The site's spelling of a tag.
  package subscript(_ tag: String) -> String {
    shown.isEmpty ? tag : shown[Self.folded(tag)] ?? tag
  }

  /// Equal for tags that differ in case, width, Unicode form or spaces only.
  private static func folded(_ tag: String) -> String {
    let words = foldedFullWidth(nfc(tag)).lowercased().unicodeScalars.split(separator: " ")
    return words.map { String(Substring($0)) }.joined(separator: " ")
  }
}
