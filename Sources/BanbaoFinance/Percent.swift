import BanbaoSource

/// 执行率, 占比: a part of a whole in tenths of a percent, rounded half away from zero.
package struct Percent: Sendable, Hashable {
  private let tenths: UInt128
  private let isNegative: Bool

  /// Nil where the whole is nothing or less: a part of that says nothing.
  init?(_ part: Money, of whole: Money) {
    guard whole.fen > 0 else { return nil }
    let divisor = UInt128(whole.fen.magnitude)
    tenths = (UInt128(part.fen.magnitude) * 2000 + divisor) / (divisor * 2)
    isNegative = part.fen < 0 && tenths > 0
  }

  /// `98.7%`
  package var text: String { "\(isNegative ? "-" : "")\(tenths / 10).\(tenths % 10)%" }
}
