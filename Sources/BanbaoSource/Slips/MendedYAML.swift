package import BanbaoDiagnostics

/// YAML as nodes; where it cannot be understood, the slips of the author are named and mended in a copy, and the copy is
/// read, so that the faults of the other lines are found in the same run.
///
/// - Parameters:
///   - text: a file without `encodingFaults`.
///   - range: where in the file the YAML lies.
///   - firstLine: the line in which `range` begins.
/// - Returns: nil for the root where nothing is written or what was meant cannot be told, which a diagnostic says.
package func mendedYAML(
  _ text: SourceText, _ range: Range<Int>, firstLine: Int
) -> (root: Node?, diagnostics: [Diagnostic]) {
  var parsed = YAMLEvents(text.path, text.bytes[range], firstLine: firstLine).read()
  guard parsed.failure != nil || parsed.isText else { return (parsed.root, parsed.diagnostics) }
  var lines = FieldLines(text, range, firstLine: firstLine)
  var found: [Diagnostic] = []
  // Each round reads the whole piece again, so a long piece gets fewer.
  var rounds = min(200, 1 + 2_000_000 / max(1, range.count))
  var mendings = Set<Mending>()
  while rounds > 0 {
    rounds -= 1
    guard parsed.failure != nil || parsed.isText, let (number, slip) = lines.slip(behind: parsed) else { break }
    // What is mended in vain would be mended for ever.
    guard mendings.insert(Mending(place: slip.diagnostic.place, code: slip.diagnostic.code)).inserted else {
      return (nil, found.isEmpty ? [slip.diagnostic] : found)
    }
    var diagnostic = slip.diagnostic
    diagnostic.fix = lines.replacement(number, slip.right)
    found.append(diagnostic)
    guard let mended = slip.mended, mended != lines[number] else { return (nil, found) }
    lines.mend(number, mended)
    parsed = YAMLEvents(text.path, lines.bytes[...], firstLine: firstLine, edits: lines.edits).read()
  }
  guard let failure = parsed.failure else { return (parsed.root, found + parsed.diagnostics) }
  // What cannot be read where a line was mended may be the fault of the mending.
  let isOwn = failure.lines.contains { lines.edits[$0] != nil }
  if rounds == 0 || isOwn, !found.isEmpty { return (nil, found) }
  return (nil, found + parsed.diagnostics + [failure.diagnostic])
}

private struct Mending: Hashable {
  var place: Place
  var code: String
}

extension FieldLines {
  fileprivate func slip(behind parsed: YAMLEvents.Result) -> (number: Int, slip: LineSlip)? {
    guard let failure = parsed.failure else {
      let all = firstLine...max(firstLine, firstLine + lines.count - 1)
      if let found = slip(in: all) { return found }
      // A single text may be meant as such: only where a colon is missing in an obvious field is it a slip.
      guard let number = all.first(where: { self[$0].map { !FieldLine($0).isEmpty } ?? false }),
        let missing = colonMissing(number), missing.mended != nil
      else { return nil }
      return (number, missing)
    }
    if let found = slip(in: failure.lines) { return found }
    if let line = failure.lineWithoutColon, let missing = colonMissing(line) { return (line, missing) }
    if failure.isOutOfPlace {
      for number in [failure.lines.upperBound, firstLine] {
        if let deeper = deeperSlip(number) { return (number, deeper) }
      }
    }
    return nil
  }
}
