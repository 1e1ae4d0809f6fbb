package import TestSupport

/// An input with one piece of it again and again, in about so many bytes: what takes longest wherever work grows faster than
/// what it is given. A number in the piece is another one each time, or each is the same.
///
/// libFuzzer makes short inputs, on which such work still ends at once.
package func repetition(of input: [UInt8], toLength length: Int, _ numbers: inout SplitMix64) -> [UInt8] {
  guard !input.isEmpty else { return input }
  var start = numbers.below(input.count)
  var end = min(input.count, start + 1 << numbers.below(7))
  // Whole lines, or what stands there.
  if numbers.below(2) == 0 {
    start = input[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    end = input[end...].firstIndex(of: 0x0A).map { $0 + 1 } ?? input.count
  }
  let piece = input[start..<end]
  let count = max(1, length / piece.count)
  let digit = numbers.below(3) == 0 ? piece.firstIndex { (0x30...0x39).contains($0) } ?? end : nil
  var result = Array(input[..<start])
  for number in 0..<count {
    if let digit {
      result += piece[..<digit] + Array(String(number).utf8) + piece[digit...].drop { (0x30...0x39).contains($0) }
    } else {
      result += piece
    }
  }
  return result + input[end...]
}
