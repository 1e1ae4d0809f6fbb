import BanbaoDiagnostics
import TestSupport
import Testing

@testable import BanbaoSource

/// What banbao carries itself, held to the C library's iconv.
@Suite struct EncodingsTests {
  /// Of 65,536 scalars each. Those without a table are all alike, so two of them stand for all unless all are asked for.
  private static let planes: [UInt32] = runsAllSeeds ? Array(0...16) : [0, 1, 2, 16]

  @Test(arguments: planes)
  func `every scalar has the code in GB18030 that iconv gives it, and is read from it again`(plane: UInt32) throws {
    let iconv = try Iconv(from: "UTF-8", to: "GB18030")
    // In blocks, so that a difference is told closely; the 24 scalars without a code are asked for one by one.
    for block in stride(from: plane << 16, to: (plane + 1) << 16, by: 256) {
      let scalars = (block..<(block + 256)).compactMap(Unicode.Scalar.init)
      let text = String(String.UnicodeScalarView(scalars))
      let expected = iconv.convert(Array(text.utf8))
      if expected.isWhole {
        let code = try #require(gb18030(text), "\(block)")
        try #require(code == expected.bytes, "\(block)")
        let back = converted(code, from: .gb18030)
        try #require(back.isWhole && back.bytes == Array(text.utf8), "\(block)")
      } else {
        for scalar in scalars {
          let one = iconv.convert(Array(String(scalar).utf8))
          try #require(gb18030(String(scalar)) == (one.isWhole ? one.bytes : nil), "\(scalar.value)")
        }
      }
    }
  }

  private static let encodings: [(ForeignEncoding, String)] = [
    (.gb18030, "GB18030"), (.big5, "BIG5"), (.utf16BigEndian, "UTF-16BE"), (.utf16LittleEndian, "UTF-16LE"),
  ]

  @Test(arguments: encodings)
  func `any two bytes are read as iconv reads them`(encoding: ForeignEncoding, name: String) throws {
    let iconv = try Iconv(from: name, to: "UTF-8")
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        let (ours, theirs) = (converted([first, second], from: encoding), iconv.convert([first, second]))
        try #require(ours == theirs, "\(name) \(first) \(second)")
      }
    }
  }

  @Test(arguments: encodings)
  func `malformed bytes are read as far as iconv reads them`(encoding: ForeignEncoding, name: String) throws {
    let iconv = try Iconv(from: name, to: "UTF-8")
    // Those on which codes begin and end.
    let edges: [UInt8] = [
      0x00, 0x30, 0x39, 0x3A, 0x40, 0x7E, 0x7F, 0x80, 0x81, 0x84, 0x90, 0xA1, 0xD8, 0xDC, 0xE3, 0xFE, 0xFF,
    ]
    for seed in seeds(20_000) {
      var random = SplitMix64(seed: UInt64(seed))
      let bytes = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        Bool.random(using: &random)
          ? edges[Int.random(in: 0..<edges.count, using: &random)] : .random(in: 0...255, using: &random)
      }
      try #require(converted(bytes, from: encoding) == iconv.convert(bytes), "\(name) \(bytes)")
    }
  }

  @Test func `a code of four bytes is read as iconv reads it`() throws {
    let iconv = try Iconv(from: "GB18030", to: "UTF-8")
    for first in UInt8(0x81)...0xFE {
      for second in UInt8(0x30)...0x39 {
        // The third and fourth bytes at which a run or the encoding may begin or end.
        for third in [UInt8(0x80), 0x81, 0x82, 0x95, 0x9A, 0xA6, 0xFE, 0xFF] {
          for fourth in UInt8(0x2F)...0x3A {
            let code = [first, second, third, fourth]
            try #require(converted(code, from: .gb18030) == iconv.convert(code), "\(code)")
          }
        }
      }
    }
  }
}

/// What is told of a table whose bytes are in no encoding.
@Suite struct DamagedTableTests {
  @Test func `a byte that is missing from UTF-8 is told where it stands in UTF-8`() {
    // Read as GB18030, the bytes before it are six characters and not four.
    let text = SourceText(path: "ledger.csv", bytes: Array("日期,凭".utf8) + [0xE8, 0xAF, 0x0A] + Array("甲,乙\n".utf8))
    #expect(tableText(text).diagnostics.map(\.place) == [Place("ledger.csv", line: 1, column: 5)])
    #expect(text.decoded.line(1) == "日期,凭\u{FFFD}")
  }

  @Test func `a byte that is missing from GB18030 is told where it stands in GB18030`() {
    let text = SourceText(path: "ledger.csv", bytes: [0xC8, 0xD5, 0xC6, 0xDA, 0x2C, 0xC6, 0xBE, 0xD6, 0x0A])
    #expect(tableText(text).diagnostics.map(\.place) == [Place("ledger.csv", line: 1, column: 5)])
    #expect(text.decoded.line(1)?.hasPrefix("日期,凭") == true)
  }
}
