import FuzzTargets
import TestSupport
import Testing

/// A short run of what `.ci/fuzz` does at length: the inputs that libFuzzer found, and fixed changes of them.
@Suite struct FuzzTests {
  @Test(arguments: FuzzTarget.allCases)
  func `every kept input is dealt with`(target: FuzzTarget) async throws {
    let inputs = try Corpus.kept(for: target)
    #expect(inputs.count > 5)
    for input in inputs { #expect(try await target.fault(of: input) == nil, "\(Corpus.line(input))") }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `changes of kept inputs are dealt with`(target: FuzzTarget) async throws {
    let inputs = try Corpus.kept(for: target)
    var numbers = SplitMix64(seed: 1)
    for _ in 0..<300 {
      let input = changed(inputs, &numbers)
      #expect(try await target.fault(of: input) == nil, "\(Corpus.line(input))")
    }
  }

  /// What the program does with longer ones, which looks at the time as well.
  @Test(arguments: FuzzTarget.allCases)
  func `kept inputs with a piece again and again are dealt with`(target: FuzzTarget) async throws {
    let inputs = try Corpus.kept(for: target)
    var numbers = SplitMix64(seed: 2)
    for _ in 0..<30 {
      let input = repetition(of: numbers.pick(inputs), toLength: 2048, &numbers)
      #expect(try await target.fault(of: input) == nil, "\(Corpus.line(input))")
    }
  }

  @Test func `a piece stands in an input as often as its length allows`() {
    var numbers = SplitMix64(seed: 3)
    for _ in 0..<100 {
      let input = Array("a: 1\nb: 22\n".utf8)
      let long = repetition(of: input, toLength: 1000, &numbers)
      #expect((900...4000).contains(long.count))
      #expect(long.last == input.last || long.first == input.first)
    }
    #expect(repetition(of: [], toLength: 10, &numbers) == [])
  }

  @Test(arguments: FuzzTarget.allCases)
  func `an input is written and read as it is`(target: FuzzTarget) throws {
    let inputs = try Corpus.kept(for: target) + [Array(0...255), Array("\\n\n\u{FEFF}e\u{301}汉".utf8)]
    #expect(Corpus.inputs(in: inputs.map(Corpus.line).joined(separator: "\n")) == inputs)
  }

  /// One of some inputs with a few changes: bytes, pieces left out or doubled, pieces of another one.
  private func changed(_ inputs: [[UInt8]], _ numbers: inout SplitMix64) -> [UInt8] {
    var input = numbers.pick(inputs)
    for _ in 0...numbers.below(4) {
      let start = numbers.below(input.count + 1)
      let end = min(input.count, start + numbers.below(20))
      let other = numbers.pick(inputs)
      let from = numbers.below(other.count + 1)
      switch numbers.below(5) {
      case 0: input.insert(UInt8(truncatingIfNeeded: numbers.next()), at: start)
      case 1: input.removeSubrange(start..<end)
      case 2: input.insert(contentsOf: input[start..<end], at: start)
      case 3: input.replaceSubrange(start..<end, with: other[from..<min(other.count, from + 20)])
      default: input = Array(input[..<start] + other[from...])
      }
    }
    return input
  }
}

@Suite struct MarkupFaultTests {
  @Test(arguments: [
    "<p>a<br>b &lt;</p>", "<a href=\"a&quot;>\" title=\"&gt; 1\">x</a>", "<input type=\"checkbox\" disabled>",
  ])
  func `what Markdown may become is let pass`(html: String) { #expect(markupFault(html) == nil) }

  @Test(arguments: [
    "<p>", "</p>", "<b><i></b></i>", "a < b", "<script></script>", "<p onclick=\"x\"></p>", "<p style=\"x\"></p>",
    "<a href=\"JavaScript:x\"></a>", "<p title=\"a", "<p a<b></p>",
  ])
  func `what it may never become is told`(html: String) { #expect(markupFault(html) != nil) }
}
