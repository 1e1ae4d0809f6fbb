import BanbaoDiagnostics

/// What two bytes stand for in an encoding.
struct PairTable: Sendable {
  /// Behind each first byte 190 second bytes; 0 for nothing.
  private let scalars: [UInt32]
  private let first: UInt8

  /// - Parameters:
  ///   - text: a character each; `.` for nothing.
  ///   - first: the first byte of the first 190.
  init(_ text: String, from first: UInt8) {
    self.first = first
    scalars = text.unicodeScalars.map { $0 == "." ? 0 : $0.value }
  }

  func scalar(_ first: UInt8, _ second: UInt8) -> UInt32? {
    guard first >= self.first, second >= 0x40, second != 0x7F, second != 0xFF else { return nil }
    let place = Int(first - self.first) * 190 + Int(second) - (second < 0x7F ? 0x40 : 0x41)
    return place < scalars.count && scalars[place] != 0 ? scalars[place] : nil
  }

  /// Each scalar of the table with its two bytes as a number, by scalar.
  var codes: [(scalar: UInt32, code: Int)] {
    scalars.enumerated().compactMap { place, scalar in
      let (row, column) = place.quotientAndRemainder(dividingBy: 190)
      return scalar == 0 ? nil : (scalar, (Int(first) + row) << 8 + column + (column < 63 ? 0x40 : 0x41))
    }.sorted { $0.scalar < $1.scalar }
  }
}

enum Big5 {
  static let pairs = PairTable(big5Pairs, from: 0xA1)
}

enum GB18030 {
  static let pairs = PairTable(gb18030Pairs, from: 0x81)

  /// Codes of four bytes that follow each other as their scalars do.
  private struct Run {
    var number: Int
    var scalar: Int
    var count: Int
  }

  private static let runs: [Run] =
    gb18030Runs.split(separator: ",").compactMap { line in
      let fields = line.split(separator: " ")
      guard fields.count == 3, let number = Int(fields[0]), let scalar = Int(fields[1], radix: 16),
        let count = Int(fields[2])
      else { return nil }
      return Run(number: number, scalar: scalar, count: count)
    } + [Run(number: 189_000, scalar: 0x1_0000, count: 0x10_0000)]
  private static let runsByScalar = runs.sorted { $0.scalar < $1.scalar }
  private static let codes = pairs.codes

  /// What four bytes stand for.
  static func scalar(_ code: ArraySlice<UInt8>) -> UInt32? {
    var number = 0
    for (byte, digits) in zip(code, [0x81...0xFE, 0x30...0x39, 0x81...0xFE, 0x30...0x39] as [ClosedRange<UInt8>]) {
      guard digits.contains(byte) else { return nil }
      number = number * digits.count + Int(byte - digits.lowerBound)
    }
    let after = runs.leadingCount { $0.number <= number }
    guard after > 0, number - runs[after - 1].number < runs[after - 1].count else { return nil }
    return UInt32(runs[after - 1].scalar + number - runs[after - 1].number)
  }

  /// The bytes of a scalar beyond ASCII.
  static func code(of scalar: UInt32) -> [UInt8]? {
    let pair = codes.leadingCount { $0.scalar < scalar }
    if pair < codes.count, codes[pair].scalar == scalar {
      return [UInt8(truncatingIfNeeded: codes[pair].code >> 8), UInt8(truncatingIfNeeded: codes[pair].code)]
    }
    let after = runsByScalar.leadingCount { $0.scalar <= Int(scalar) }
    guard after > 0, Int(scalar) - runsByScalar[after - 1].scalar < runsByScalar[after - 1].count else { return nil }
    var number = runsByScalar[after - 1].number + Int(scalar) - runsByScalar[after - 1].scalar
    var code: [UInt8] = []
    for (lowest, count) in [(0x30, 10), (0x81, 126), (0x30, 10), (0x81, 126)] {
      code.append(UInt8(lowest + number % count))
      number /= count
    }
    return code.reversed()
  }
}
