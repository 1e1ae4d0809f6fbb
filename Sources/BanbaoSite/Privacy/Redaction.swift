import BanbaoDiagnostics

extension PrivateNames {
  /// A diagnostic that quotes neither personal numbers nor private names: rules quote their author's words, and what is
  /// said in JSON or SARIF is kept and shown to others.
  func redacted(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    diagnostic.message = redacted(diagnostic.message)
    diagnostic.help = diagnostic.help.map(redacted)
    // A remedy with words left out would write those into the file.
    if let fix = diagnostic.fix, fix.edits.contains(where: { redacted($0.old) != $0.old || redacted($0.new) != $0.new })
    {
      diagnostic.fix = nil
    }
    for index in diagnostic.related.indices {
      diagnostic.related[index].message = redacted(diagnostic.related[index].message)
    }
    return diagnostic
  }

  private func redacted(_ wording: Wording) -> Wording {
    Wording(redacted(wording.zh), en: redacted(wording.en))
  }

  private func redacted(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let hidden =
      personalNumbers(in: bytes).map { ($0.range, $0.masked) }
      + matches(in: bytes).map { ($0.range, names[$0.name].masked) }
    if hidden.isEmpty { return text }
    var out: [UInt8] = []
    var index = 0
    for (range, masked) in hidden.sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) where range.lowerBound >= index {
      out += bytes[index..<range.lowerBound] + Array(masked.utf8)
      index = range.upperBound
    }
    return String(decoding: out + bytes[index...], as: UTF8.self)
  }
}
