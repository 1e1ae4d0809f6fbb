import BanbaoDiagnostics
import BanbaoSource

/// 发文字号: who issued a document, in which year, and which one it was (GB/T 9704-2012; DomainNotes 2.2).
struct DocumentNumber: Hashable, Sendable {
  /// 机关代字, such as 云医工; empty where it is not written.
  var office: String
  var year: Int
  var serial: Int

  /// The one right form: `云医工〔2026〕3号`.
  var text: String { "\(office)〔\(padded(year, 4))〕\(serial)号" }
}

/// A document number as its author wrote it.
struct WrittenNumber: Sendable {
  var written: String
  var number: DocumentNumber
  /// What is wrong with the form, in the order of the text; empty where it is right.
  var faults: [Wording] = []
}

/// Every document number in a text, also in wrong forms: what has a year in brackets and then a number.
func documentNumbers(in text: String) -> [WrittenNumber] {
  let scalars = Array(text.unicodeScalars)
  var found: [WrittenNumber] = []
  var free = 0
  var index = 0
  while index < scalars.count {
    var reader = NumberReader(scalars, at: index)
    guard openings.contains(scalars[index]), let (year, serial) = reader.yearAndSerial() else {
      index += 1
      continue
    }
    var officeEnd = index
    while officeEnd > free, isBlank(scalars[officeEnd - 1]) { officeEnd -= 1 }
    var start = officeEnd
    while start > free, scalars[start - 1].properties.isAlphabetic { start -= 1 }
    if start < officeEnd, officeEnd < index { reader.faults.insert(blankFault, at: 0) }
    if start == officeEnd {
      start = index
      officeEnd = index
      // 〔2026〕3号 alone is how committees speak of their own numbers.
      if !reader.faults.isEmpty {
        reader.faults.insert(Wording("前面要写机关代字", en: "the office's name stands in front"), at: 0)
      }
    }
    found.append(
      WrittenNumber(
        written: string(scalars[start..<reader.index]),
        number: DocumentNumber(office: string(scalars[start..<officeEnd]), year: year, serial: serial),
        faults: reader.faults))
    free = reader.index
    index = reader.index
  }
  return found
}

private let openings: Set<Unicode.Scalar> = [
  "〔", "[", "［", "【", "(", "（", "〈", "<", "＜", "《", "{", "｛", "〖", "〘", "「", "『",
]
private let closings: Set<Unicode.Scalar> = [
  "〕", "]", "］", "】", ")", "）", "〉", ">", "＞", "》", "}", "｝", "〗", "〙", "」", "』",
]
private let blankFault = Wording("中间不留空格", en: "no spaces")

private func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\u{3000}" || scalar == "\u{A0}" }

private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }

/// Reads what stands from a bracket on: the year, its brackets, the serial number.
private struct NumberReader {
  let scalars: [Unicode.Scalar]
  var index: Int
  var faults: [Wording] = []

  init(_ scalars: [Unicode.Scalar], at index: Int) {
    self.scalars = scalars
    self.index = index
  }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func fault(_ fault: Wording) {
    if !faults.contains(fault) { faults.append(fault) }
  }

  private mutating func skipBlanks() {
    guard let next, isBlank(next) else { return }
    while let next = self.next, isBlank(next) { index += 1 }
    fault(blankFault)
  }

  /// Nil where a scalar is absent, and `index` stays.
  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  /// Digits, at most six of them, also full-width.
  private mutating func number() -> (value: Int, digits: Int, isPadded: Bool)? {
    var value = 0
    var digits = 0
    var isPadded = false
    while let scalar = next {
      let isWide = (0xFF10...0xFF19).contains(scalar.value)
      guard let digit = isWide ? Int(scalar.value) - 0xFF10 : scalar.decimalDigit else { break }
      if isWide { fault(Wording("数字用半角", en: "digits are half-width")) }
      if digits == 0 { isPadded = digit == 0 }
      guard digits < 6 else { return nil }
      value = value * 10 + digit
      digits += 1
      index += 1
    }
    return digits == 0 ? nil : (value, digits, isPadded)
  }

  /// Reads on from the opening bracket; nil where this is no document number.
  mutating func yearAndSerial() -> (year: Int, serial: Int)? {
    guard let opening = next else { return nil }
    index += 1
    if opening != "〔" { fault(bracketFault) }
    skipBlanks()
    guard let written = number(), written.digits == 2 || written.digits == 4 else { return nil }
    var year = written.value
    if written.digits == 2 {
      year += year < 50 ? 2000 : 1900
      fault(Wording("年份写四位", en: "the year has four digits"))
    }
    skipBlanks()
    if take("年") { fault(Wording("年份后不写“年”", en: "no 年 behind the year")) }
    skipBlanks()
    guard let closing = next, closings.contains(closing) else { return nil }
    index += 1
    if closing != "〕" { fault(bracketFault) }
    skipBlanks()
    if take("第") { fault(Wording("不写“第”", en: "no 第")) }
    skipBlanks()
    guard let serial = number(), serial.value > 0, year > 0 else { return nil }
    if serial.isPadded { fault(Wording("序号不补零", en: "no zeros before the number")) }
    return end() ? (year, serial.value) : nil
  }

  /// Reads 号. Without it the number must be the end of a word, or `（2026）3月` would be one.
  private mutating func end() -> Bool {
    let (start, before) = (index, faults)
    skipBlanks()
    if take("号") { return true }
    (index, faults) = (start, before)
    if let next, next.properties.isAlphabetic || "-—–/.．".unicodeScalars.contains(next) { return false }
    fault(Wording("末尾写“号”", en: "号 at the end"))
    return true
  }
}

private let bracketFault = Wording("年份用六角括号〔〕", en: "the year stands in 〔〕")
