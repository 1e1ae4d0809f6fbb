/// Numbers that are the same on every run, so that a failure can be repeated (Steele, Lea and Flood, 2014).
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Every seed has numbers of its own.
  package init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// From 0 up to a bound, which is left out.
  package mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// One of a list that is not empty.
  package mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// Whether one of so many cases holds.
  package mutating func oneIn(_ count: Int) -> Bool { below(count) == 0 }
}
