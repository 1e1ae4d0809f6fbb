/// 64-bit FNV-1a: the same in every run.
package struct StableHash {
  /// Of all that was mixed in so far.
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  /// Mixes in a byte, or a number as if it were one.
  package mutating func mix(_ next: UInt64) { value = (value ^ next) &* 0x100_0000_01b3 }
}
