import BanbaoDiagnostics
import TestSupport
import Testing

@Suite struct ScalarIndexTests {
  @Test(arguments: [0, 1, 255, 256, 257, 1000])
  func `counts what stands before every byte`(size: Int) {
    var numbers = SplitMix64(seed: UInt64(size))
    let bytes = Array((0..<size).map { _ in numbers.pick(["a", "é", "汉", "😀"]) }.joined().utf8)
    bytes.withUnsafeBufferPointer { bytes in
      var index = ScalarIndex()
      for offset in Array(0...bytes.count).shuffled(using: &numbers) {
        #expect(index.count(before: offset, in: bytes) == bytes[..<offset].count { $0 & 0xC0 != 0x80 })
      }
    }
  }
}
