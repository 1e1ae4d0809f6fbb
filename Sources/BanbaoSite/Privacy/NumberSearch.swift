import BanbaoSource

/// Digits that stand together, in groups with blanks, a hyphen, a dot, a slash or a line end between them:
/// `138-0013-8000`.
struct DigitSeries {
  private struct Group {
    /// Among the digits.
    var digits: Range<Int>
    /// In the bytes.
    var range: Range<Int>
    /// What stands before it; nil for the first.
    var separator: Separator?
    var count: Int { digits.count }
  }

  private enum Separator { case blank, hyphen, dot, slash, lineEnd }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var digits: [UInt8] = []
  private var groups: [Group] = []
  /// Whether the first or the last group is part of a code or an amount.
  private let continuesBefore: Bool
  private let continuesBehind: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    continuesBefore = Self.continues(before: range.lowerBound, bytes)
    continuesBehind = Self.continues(behind: range.upperBound, bytes)
    var index = range.lowerBound
    var separator: Separator?
    while index < range.upperBound {
      let start = index
      let first = digits.count
      var end = index
      while index < range.upperBound {
        if let (digit, length) = Self.digit(bytes, index) {
          digits.append(digit)
          index += length
          end = index
        } else if let length = Self.invisible(bytes, index) {
          index += length
        } else {
          break
        }
      }
      groups.append(Group(digits: first..<digits.count, range: start..<end, separator: separator))
      guard let (kind, length) = Self.separator(bytes, index) else { break }
      separator = kind
      index += length
    }
  }

  // MARK: Reading bytes

  /// An ASCII or full-width digit as ASCII, and its length in bytes.
  static func digit(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (digit: UInt8, length: Int)? {
    guard index < bytes.count else { return nil }
    if bytes[index] &- 0x30 < 10 { return (bytes[index], 1) }
    guard bytes[index] == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBC, bytes[index + 2] &- 0x90 < 10
    else { return nil }
    return (bytes[index + 2] - 0x60, 3)
  }

  /// Where the series ends that begins at a digit, and how many digits it has. Allocates nothing.
  static func extent(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (end: Int, count: Int) {
    var (index, end, count) = (start, start, 0)
    while true {
      if let (_, length) = digit(bytes, index) {
        index += length
        end = index
        count += 1
      } else if let length = invisible(bytes, index) {
        index += length
      } else if let (_, length) = separator(bytes, index), digit(bytes, index + length) != nil {
        index += length
      } else {
        return (end, count)
      }
    }
  }

  /// The length of a character that nobody sees: zero-width spaces and joiners, a soft hyphen.
  private static func invisible(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    guard index + 1 < bytes.count else { return nil }
    switch bytes[index] {
    case 0xC2: return bytes[index + 1] == 0xAD ? 2 : nil
    case 0xE2 where index + 2 < bytes.count:
      let (second, third) = (bytes[index + 1], bytes[index + 2])
      return (second == 0x80 && (0x8B...0x8D).contains(third)) || (second == 0x81 && third == 0xA0) ? 3 : nil
    default: return nil
    }
  }

  /// What may part two groups, ASCII or not, and its length: up to three blanks, two hyphens, or one of anything else.
  private static func separator(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (kind: Separator, length: Int)? {
    guard let first = mark(bytes, index) else { return nil }
    var length = first.length
    var count = 1
    let most = first.kind == .blank ? 3 : first.kind == .hyphen ? 2 : 1
    while count < most, let next = mark(bytes, index + length), next.kind == first.kind {
      length += next.length
      count += 1
    }
    return (first.kind, length)
  }

  private static func mark(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (kind: Separator, length: Int)? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case 0x20, 0x09: return (.blank, 1)
    case 0x2D: return (.hyphen, 1)
    case 0x2E: return (.dot, 1)
    case 0x2F: return (.slash, 1)
    case 0x0A: return (.lineEnd, 1)
    case 0x0D where index + 1 < bytes.count && bytes[index + 1] == 0x0A: return (.lineEnd, 2)
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: return (.blank, 2)
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xB7: return (.dot, 2)
    case 0xE2, 0xE3, 0xEF:
      guard index + 2 < bytes.count else { return nil }
      switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
      case (0xE3, 0x80, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF): return (.blank, 3)
      case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92), (0xEF, 0xBC, 0x8D): return (.hyphen, 3)
      case (0xEF, 0xBC, 0x8E): return (.dot, 3)
      case (0xEF, 0xBC, 0x8F): return (.slash, 3)
      default: return nil
      }
    default: return nil
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Whether letters with digits before them stand right before, as in the code `3f13…`. A word as in `tel138…` does no
  /// harm.
  private static func continues(before start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard start > 0, isLetter(bytes[start - 1]) else { return false }
    var index = start - 1
    while index > 0, isLetter(bytes[index]) { index -= 1 }
    return bytes[index] &- 0x30 < 10
  }

  /// Whether a letter of a code stands right behind.
  private static func continues(behind end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    end < bytes.count && isLetter(bytes[end])
  }

  // MARK: Judging

  /// Appends the personal numbers of the series.
  func search(_ found: inout [PersonalNumber]) {
    var index = 0
    while index < groups.count {
      if let (number, used) = number(at: index) {
        found.append(number)
        index += used
      } else {
        index += 1
      }
    }
  }

  /// The personal number that begins with a group, and how many groups it takes.
  private func number(at index: Int) -> (number: PersonalNumber, groups: Int)? {
    if index == 0, continuesBefore { return nil }
    // The longest first: a card's number of 19 digits may hold one of 16.
    let most = groups[index].count == 1 ? 11 : 5
    for used in stride(from: min(most, groups.count - index), through: 1, by: -1) {
      let last = index + used - 1
      let members = groups[index...last]
      let digits = digits[groups[index].digits.lowerBound..<groups[last].digits.upperBound]
      if digits.count < 11 || digits.count > 19 { continue }
      let range = groups[index].range.lowerBound..<groups[last].range.upperBound
      if last == groups.count - 1, digits.count == 17, let end = letterX(range.upperBound),
        isIdentityNumber(digits + [UInt8(ascii: "X")]) || isMistypedIdentity(digits + [UInt8(ascii: "X")])
      {
        return (
          PersonalNumber(kind: .identity, range: range.lowerBound..<end, digits: Array(digits) + [UInt8(ascii: "X")]),
          used
        )
      }
      if last == groups.count - 1, continuesBehind { continue }
      if isDecimal(members) { continue }
      if let (kind, prefix) = kind(digits, members) {
        return (PersonalNumber(kind: kind, range: range, digits: Array(digits.dropFirst(prefix))), used)
      }
    }
    return nil
  }

  /// Whether `.40` of an amount stands behind or ends the groups, or they stand behind a dot that more than a list's number
  /// precedes.
  private func isDecimal(_ members: ArraySlice<Group>) -> Bool {
    if members.count == 2, let last = members.last, last.separator == .dot, last.count == 2 { return true }
    if members.dropFirst().contains(where: { $0.separator == .dot }) { return false }
    if members.endIndex < groups.count, groups[members.endIndex].separator == .dot { return true }
    return members.startIndex > 0 && members.first?.separator == .dot && groups[members.startIndex - 1].count > 2
  }

  /// What the digits of some groups are, and how many of them are the country's code.
  private func kind(_ digits: ArraySlice<UInt8>, _ groups: ArraySlice<Group>) -> (PersonalNumber.Kind, prefix: Int)? {
    let counts = groups.map(\.count)
    let separators = Set(groups.dropFirst().compactMap(\.separator))
    let isPlain = separators.isSubset(of: [.blank, .hyphen]) || separators.count == 1
    if isPlain, isIdentityNumber(digits), digits.count == 18 || counts == [15] || counts == [6, 6, 3] {
      return (.identity, 0)
    }
    if counts == [18], isMistypedIdentity(digits), !isCode(bytes, groups.first?.range.lowerBound ?? 0) {
      return (.identity, 0)
    }
    if isMobileNumber(digits), isMobile(groups, counts, separators),
      !isCode(bytes, groups.first?.range.lowerBound ?? 0)
    {
      return (.mobile, 0)
    }
    for prefix in ["86", "0086"] where digits.starts(with: prefix.utf8) {
      let rest = digits.dropFirst(prefix.utf8.count)
      if [11 + prefix.utf8.count] == counts, isMobileNumber(rest) { return (.mobile, prefix.utf8.count) }
    }
    guard isBankCard(digits), separators.isEmpty || separators == [.blank] || separators == [.hyphen] else {
      return nil
    }
    let isGrouped = counts.count >= 4 && counts.dropLast().allSatisfy { $0 == 4 } && (counts.last ?? 5) <= 4
    // The bank's own number first.
    if counts.count == 2, counts.first == 6, self.groups.count == 2 { return (.bankCard, 0) }
    return counts.count == 1 || (isGrouped && !isPartOfFours(groups)) ? (.bankCard, 0) : nil
  }

  /// Whether 11 digits are grouped as telephones are.
  private func isMobile(_ members: ArraySlice<Group>, _ counts: [Int], _ separators: Set<Separator>) -> Bool {
    if counts == [11] { return true }
    if separators.contains(.lineEnd) {
      // The number that a line end tears apart is alone.
      let isTorn = separators == [.lineEnd] ? [[3, 8], [7, 4], [8, 3]].contains(counts) : counts == [3, 4, 4]
      return isTorn && separators.count <= 2 && members.count == groups.count
    }
    guard separators.count == 1, standsAlone(members) else { return false }
    if counts == [3, 4, 4] || (counts.count == 11 && separators.isSubset(of: [.blank, .hyphen])) { return true }
    // In a row of figures none begins with a zero.
    return counts.count <= 4 && members.dropFirst().contains { digits[$0.digits.lowerBound] == UInt8(ascii: "0") }
  }

  /// Whether no further group hangs on by a hyphen, unless it is the country's code: a book's number is no telephone.
  private func standsAlone(_ members: ArraySlice<Group>) -> Bool {
    let hyphenBehind =
      members.endIndex < groups.count && groups[members.endIndex].separator == .hyphen
      && groups[members.endIndex].count > 4
    for separator in [Separator.dot, .slash] where members.dropFirst().contains(where: { $0.separator == separator }) {
      if members.first?.separator == separator { return false }
      if members.endIndex < groups.count, groups[members.endIndex].separator == separator { return false }
    }
    guard members.startIndex > 0, members.first?.separator == .hyphen else { return !hyphenBehind }
    let before = digits[groups[members.startIndex - 1].digits]
    return !hyphenBehind && (before.elementsEqual("86".utf8) || before.elementsEqual("0086".utf8))
  }

  /// Whether the groups of four go on before or behind: then they are a row of figures.
  private func isPartOfFours(_ members: ArraySlice<Group>) -> Bool {
    let before = members.startIndex > 0 && groups[members.startIndex - 1].count == 4
    return before || (members.endIndex < groups.count && groups[members.endIndex].count == 4)
  }

  /// Where an X ends that stands at `index` and closes an identity number.
  private func letterX(_ index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    var end = index
    if bytes[index] | 0x20 == 0x78 {
      end = index + 1
    } else if index + 2 < bytes.count, bytes[index] == 0xEF,
      (bytes[index + 1] == 0xBC && bytes[index + 2] == 0xB8) || (bytes[index + 1] == 0xBD && bytes[index + 2] == 0x98)
    {
      end = index + 3
    } else {
      return nil
    }
    if end < bytes.count, Self.isLetter(bytes[end]) || bytes[end] &- 0x30 < 10 { return nil }
    return end
  }
}
