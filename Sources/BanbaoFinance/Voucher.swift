import BanbaoDiagnostics
package import BanbaoSource
import BanbaoUnion

/// 凭证号: the number of a voucher: `付-12`, `收-3`, `12-1/2` (the first of two sheets of voucher 12).
package struct Voucher: Sendable, Hashable, Comparable {
  /// 收, 付, 转, 记 …; empty where vouchers are numbered in one run.
  package var type: String
  package var number: Int
  /// Which sheet of how many, from 1; nil for a voucher of one sheet.
  package var sheet: Sheet?

  /// One sheet of a voucher that has several (《会计基础工作规范》art. 51).
  package struct Sheet: Sendable, Hashable {
    package var number: Int
    package var count: Int
  }

  /// `付-12-1/2`, as every page prints it.
  package var text: String {
    (type.isEmpty ? "" : type + "-") + String(number) + (sheet.map { "-\($0.number)/\($0.count)" } ?? "")
  }

  /// The voucher without its sheet.
  package var whole: Voucher { Voucher(type: type, number: number, sheet: nil) }

  package static func < (a: Voucher, b: Voucher) -> Bool {
    if a.type != b.type { return a.type.utf8.lexicographicallyPrecedes(b.type.utf8) }
    if a.number != b.number { return a.number < b.number }
    return (a.sheet?.number ?? 0) < (b.sheet?.number ?? 0)
  }

  init(type: String, number: Int, sheet: Sheet?) {
    self.type = type
    self.number = number
    self.sheet = sheet
  }

  /// Reads `付-12`, `付12`, `付字第12号`, `12`, `12-1/2`, `付-12-1/2`, also in full-width characters.
  package init(reading text: String) throws(Misread) {
    guard let voucher = Voucher(foldedFullWidth(text)) else {
      throw Misread(
        rule: LedgerRules.voucher, message: Wording("“\(text)”不是凭证号", en: "“\(text)” is no voucher number"),
        help: Wording("像 付-12 这样写；有几张时像 付-12-1/2", en: "write 付-12, or 付-12-1/2 for the first of two sheets"))
    }
    self = voucher
  }

  private init?(_ text: String) {
    var rest = Substring(text)
    let type = rest.prefix { $0.unicodeScalars.allSatisfy { $0.properties.isIdeographic } || $0.isLetter }
    rest = rest.dropFirst(type.count)
    var name = String(type)
    for word in ["字第", "字", "第"] where name.hasSuffix(word) {
      name.removeLast(word.count)
      break
    }
    if rest.hasSuffix("号") { rest.removeLast() }
    var numbers: [Int] = []
    var separators: [Character] = []
    var digits = ""
    for character in rest {
      if character.isASCII, character.isNumber {
        digits.append(character)
        guard digits.utf8.count <= 9 else { return nil }
      } else if "-/#".contains(character) {
        if digits.isEmpty, numbers.isEmpty, separators.isEmpty, character != "/" { continue }
        guard let number = Int(digits) else { return nil }
        numbers.append(number)
        separators.append(character == "#" ? "-" : character)
        digits = ""
      } else if character == " " {
        continue
      } else {
        return nil
      }
    }
    guard let last = Int(digits), name.count <= 4 else { return nil }
    numbers.append(last)
    guard let number = numbers.first, number > 0 else { return nil }
    switch (numbers.count, separators) {
    case (1, _): self.init(type: name, number: number, sheet: nil)
    case (3, ["-", "/"]):
      guard numbers[1] >= 1, numbers[2] >= numbers[1] else { return nil }
      self.init(type: name, number: number, sheet: Sheet(number: numbers[1], count: numbers[2]))
    default: return nil
    }
  }
}
