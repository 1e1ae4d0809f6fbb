import BanbaoDiagnostics
import BanbaoSource

/// A colour of the sRGB space.
package struct Colour: Sendable, Hashable {
  /// From 0 to 255.
  var red: Double
  var green: Double
  var blue: Double

  init(_ red: Int, _ green: Int, _ blue: Int) {
    (self.red, self.green, self.blue) = (Double(red), Double(green), Double(blue))
  }

  /// Reads `#9c1a1e` or `#91e`, also without the `#`, which begins a comment in YAML.
  init?(reading text: String) {
    let folded = foldedFullWidth(text)
    let digits = Array((folded.hasPrefix("#") ? folded.dropFirst() : folded[...]).unicodeScalars)
    let values = digits.compactMap { digit in Int(String(digit), radix: 16) }
    guard values.count == digits.count else { return nil }
    switch values.count {
    case 3: self.init(values[0] * 17, values[1] * 17, values[2] * 17)
    case 6: self.init(values[0] * 16 + values[1], values[2] * 16 + values[3], values[4] * 16 + values[5])
    default: return nil
    }
  }

  /// `#9c1a1e`.
  var text: String {
    func two(_ part: Double) -> String {
      let number = min(255, max(0, Int(part.rounded())))
      return (number < 16 ? "0" : "") + String(number, radix: 16)
    }
    return "#" + two(red) + two(green) + two(blue)
  }

  /// How bright it is, from 0 for black to 1 for white (WCAG 2.2, relative luminance).
  private var luminance: Double {
    func linear(_ part: Double) -> Double {
      let share = part / 255
      return share <= 0.04045 ? share / 12.92 : raisedTo2Point4((share + 0.055) / 1.055)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// From 1 to 21 (WCAG 2.2, contrast ratio).
  func contrast(with other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// So much of another colour, from 0 to 1, in this one.
  func mixed(with other: Colour, _ share: Double) -> Colour {
    var mixed = self
    mixed.red += (other.red - red) * share
    mixed.green += (other.green - green) * share
    mixed.blue += (other.blue - blue) * share
    return mixed
  }

  /// The nearest colour on the way to another that stands out from a ground as far as wanted; that other where none does.
  func reaching(_ contrast: Double, on ground: Colour, towards other: Colour) -> Colour {
    for step in 0..<100 {
      // As it is written, since that is what readers see.
      let tried = mixed(with: other, Double(step) / 100).rounded
      if tried.contrast(with: ground) >= contrast { return tried }
    }
    return other
  }

  private var rounded: Colour { Colour(Int(red.rounded()), Int(green.rounded()), Int(blue.rounded())) }
}

extension Colour {
  static let black = Colour(0, 0, 0)
  static let white = Colour(255, 255, 255)
  /// The ground of the default theme's pages by day, and that of its sheets by night, both the lightest that text stands on.
  static let paper = Colour(0xF8, 0xF4, 0xEA)
  static let night = Colour(0x2A, 0x26, 0x22)
}

/// x to the power of 2.4, for 0 to 1: x² times the fifth root of x², which Newton's method finds.
private func raisedTo2Point4(_ x: Double) -> Double {
  guard x > 0 else { return 0 }
  let square = x * x
  var root = 1.0
  for _ in 0..<60 {
    let fourth = root * root * root * root
    root -= (fourth * root - square) / (5 * fourth)
  }
  return square * root
}
