import BanbaoDiagnostics

extension String {
  /// Whether it takes less of a line than the day below it, as set in Han type: of a signature without a seal then the
  /// day is what ends two characters from the right (GB/T 9704-2012, 7.3.5.2).
  func isNarrower(than day: String) -> Bool { displayWidth(of: self) < displayWidth(of: day) }
}
