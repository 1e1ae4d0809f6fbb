import BanbaoDiagnostics
package import BanbaoSource
import BanbaoUnion

/// 凭证号: the number of a voucher: `付-12`, `收-3`, `12-1/2` (the first of two sheets of voucher 12).
package struct Voucher: Sendable, Hashable, Comparable {
  /// 收, 付, 转, 记 …; empty where vouchers are numbered in one run.
  package var type: VoucherType
  package var number: Int
  /// Which sheet of how many, from 1; nil for a voucher of one sheet.
  package var sheet: Sheet?

  /// One sheet of a voucher that has several (《会计基础工作规范》art. 51).
  package struct Sheet: Sendable, Hashable {
    package var number: Int32
    package var count: Int32
  }

  /// `付-12-1/2`, as every page prints it.
  package var text: String {
    type.prefix + String(number) + (sheet.map { "-\($0.number)/\($0.count)" } ?? "")
  }

  /// The voucher without its sheet.
  package var whole: Voucher { Voucher(type: type, number: number, sheet: nil) }

  package static func < (a: Voucher, b: Voucher) -> Bool {
    if a.type != b.type { return a.type < b.type }
    if a.number != b.number { return a.number < b.number }
    return (a.sheet?.number ?? 0) < (b.sheet?.number ?? 0)
  }

  init(type: VoucherType, number: Int, sheet: Sheet?) {
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
    let letters = rest.prefix { $0.unicodeScalars.allSatisfy { $0.properties.isIdeographic } || $0.isLetter }
    rest = rest.dropFirst(letters.count)
    var name = String(letters)
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
    guard let last = Int(digits), let type = VoucherType(name) else { return nil }
    numbers.append(last)
    guard let number = numbers.first, number > 0 else { return nil }
    switch (numbers.count, separators) {
    case (1, _): self.init(type: type, number: number, sheet: nil)
    case (3, ["-", "/"]):
      guard numbers[1] >= 1, numbers[2] >= numbers[1] else { return nil }
      let sheet = Sheet(number: Int32(clamping: numbers[1]), count: Int32(clamping: numbers[2]))
      self.init(type: type, number: number, sheet: sheet)
    default: return nil
    }
  }
}

/// 凭证字: 收, 付, 转, 记, 银付 …; empty where vouchers are numbered in one run.
///
/// Held as numbers, not as a text: every line of a ledger has one, and is copied again and again.
package struct VoucherType: Sendable, Hashable, Comparable {
  /// Its scalars, two in each, the first in the upper half; 0 for none.
  private var first: UInt64
  private var second: UInt64

  /// Nil for a text of more than four scalars, which is no type of voucher.
  package init?(_ text: String) {
    var scalars = text.unicodeScalars.map { UInt64($0.value) }
    guard scalars.count <= 4 else { return nil }
    scalars += [UInt64](repeating: 0, count: 4 - scalars.count)
    first = scalars[0] << 32 | scalars[1]
    second = scalars[2] << 32 | scalars[3]
  }

  private init() { (first, second) = (0, 0) }

  static let none = VoucherType()

  package var isEmpty: Bool { first == 0 }

  package var text: String {
    String(unsafeUninitializedCapacity: 16) { buffer in
      var count = 0
      func put(_ half: UInt64) {
        guard let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: half)), scalar != "\0" else { return }
        for byte in UTF8.encode(scalar) ?? .init() {
          buffer[count] = byte
          count += 1
        }
      }
      put(first >> 32)
      put(first)
      put(second >> 32)
      put(second)
      return count
    }
  }

  /// What stands before a number: `付-`; empty for none.
  var prefix: String { isEmpty ? "" : text + "-" }

  /// In the order of their UTF-8, which is that of their scalars.
  package static func < (a: VoucherType, b: VoucherType) -> Bool { (a.first, a.second) < (b.first, b.second) }
}
