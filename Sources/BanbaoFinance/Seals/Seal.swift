import BanbaoDiagnostics
package import BanbaoSource

/// 封账: what was closed of a period, and its digest, as one item of `seals.yaml`.
package struct Seal: Sendable {
  package let period: Located<Period>
  /// When it was sealed.
  package let day: Located<Day>
  /// The digest of the seal before, which may be of an earlier year; nil for the first of all.
  let previous: Located<String>?
  /// As it is written, whatever that is.
  let written: Located<String>
  let lines: [Located<SealLine>]
  /// What its lines, its period, its day and the seal before come to.
  package let digest: Digest

  /// Seals lines.
  init(_ period: Period, on day: Day, after previous: Digest?, _ lines: [SealLine]) {
    let mark = Mark(line: 1, column: 1)
    self.init(
      period: Located(period, mark), day: Located(day, mark),
      previous: previous.map { Located($0.hexadecimal, mark) }, written: nil,
      lines: lines.map { Located($0, mark) })
  }

  private init(
    period: Located<Period>, day: Located<Day>, previous: Located<String>?, written: Located<String>?,
    lines: [Located<SealLine>]
  ) {
    self.period = period
    self.day = day
    self.previous = previous
    self.lines = lines
    var hashing = Digest.Hashing()
    func add(_ text: String) {
      var line = text + "\n"
      line.withUTF8 { hashing.add($0) }
    }
    add("封账 | 期间 \(period.value.code) | 日期 \(day.value.iso) | 上次 \(previous?.value ?? "无")")
    for line in lines { add(line.value.text) }
    digest = hashing.digest
    self.written = written ?? Located(digest.hexadecimal, period.mark)
  }

  /// Whether nobody changed it since.
  var isIntact: Bool { written.value == digest.hexadecimal }

  /// Its lines of some kinds.
  func lines(_ kind: SealLine.Kind) -> [SealLine] { lines.map(\.value).filter { $0.kind == kind } }

  // MARK: Reading

  enum Keys {
    static let seals = GroupKey("seals", "封账", Wording("封过的各期，先封的在前", en: "what was sealed, oldest first"))
    static let period = Key.period("period", "期间", Wording("封的是哪一期", en: "the period"), .required)
    static let day = Key.day("sealed", "封账日", Wording("哪一天封的", en: "when it was sealed"), .required)
    static let code = Key.text("code", "封账码", Wording("摘要值的短码，电话里念的", en: "the digest's short code"))
    static let previous = Key.text("previous", "上次", Wording("上一次封账的摘要值", en: "the digest of the seal before"))
    static let digest = Key.text("digest", "摘要值", Wording("SHA-256", en: "SHA-256"), .required)
    static let lines = Key.texts("lines", "内容", Wording("封住的内容，一行一条", en: "what is sealed, line by line"))
  }

  static func read(_ fields: inout FieldReader) -> Seal? {
    let period = fields.read(Keys.period)
    let day = fields.read(Keys.day)
    let code = fields.read(Keys.code)
    let previous = fields.read(Keys.previous)
    let digest = fields.read(Keys.digest)
    let lines = fields.read(Keys.lines)
    guard let period, let day, let digest else { return nil }
    let seal = Seal(
      period: period, day: day, previous: previous, written: digest,
      lines: lines.map { Located(SealLine(text: $0.value), $0.mark) })
    if let code, seal.isIntact, code.value != seal.digest.shortCode {
      fields.report(SealRules.edited(fields.place(code.mark), period.value))
    }
    return seal
  }

  // MARK: Writing

  /// A file of seals; the lines of each are read as they stand.
  static func file(_ seals: [Seal], keys: KeyLanguage) -> String {
    var text = "# 由 banbao seal 写成，和 book.yaml 一起提交。不要手改：改一个字，摘要值就对不上。\n\(keys[Keys.seals]):\n"
    for seal in seals {
      text += "  - \(keys[Keys.period]): \(seal.period.value.code)\n"
      text += "    \(keys[Keys.day]): \(seal.day.value.iso)\n"
      text += "    \(keys[Keys.code]): \(seal.digest.shortCode)\n"
      if let previous = seal.previous { text += "    \(keys[Keys.previous]): \"\(previous.value)\"\n" }
      text += "    \(keys[Keys.digest]): \"\(seal.digest.hexadecimal)\"\n"
      text += "    \(keys[Keys.lines]):\n"
      for line in seal.lines { text += "      - \(yamlQuoted(line.value.text))\n" }
    }
    return text
  }
}

/// A text in double quotes, as YAML 1.2 has it.
private func yamlQuoted(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x22, 0x5C: quoted += "\\" + String(scalar)
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFFFE, 0xFFFF:
      let digits = String(scalar.value, radix: 16)
      quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}

extension Digest {
  /// 封账码: 16 digits in groups of four, to be read over a telephone and compared with paper. None begins as a bank card
  /// does, lest it be taken for one.
  package var shortCode: String {
    let number = (UInt64(hexadecimal.prefix(15), radix: 16) ?? 0) % 3_000_000_000_000_000
    let digits = padded(Int(number), 16)
    return stride(from: 0, to: 16, by: 4).map { start in
      String(digits.dropFirst(start).prefix(4))
    }.joined(separator: " ")
  }
}

/// A short code as somebody reads it out or types it: only its digits count.
package func shortCode(reading text: String) -> String {
  let digits = Array(foldedFullWidth(text).unicodeScalars.filter { $0.decimalDigit != nil })
  return stride(from: 0, to: digits.count, by: 4).map { start in
    String(String.UnicodeScalarView(digits[start..<min(start + 4, digits.count)]))
  }.joined(separator: " ")
}
