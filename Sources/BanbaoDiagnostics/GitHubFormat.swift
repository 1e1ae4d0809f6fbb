/// Diagnostics as workflow commands of GitHub Actions, one a line, which the service shows beside the changed files.
///
/// The service shows ten annotations of a severity for a step and drops the rest without a word. So at most nine of a
/// severity are written, in the order of `inOrder()`, and a tenth says how many more there are.
package func gitHubForm(_ diagnostics: [Diagnostic], language: Language) -> String {
  var counts: [Severity: Int] = [:]
  var text = ""
  for diagnostic in diagnostics.inOrder() {
    let count = counts[diagnostic.severity, default: 0]
    counts[diagnostic.severity] = count + 1
    if count < 9 { text += command(diagnostic, language) }
  }
  for severity in Severity.allCases {
    let more = counts[severity, default: 0] - 9
    if more > 0 {
      text += "::\(command(severity)) title=banbao::"
      text += escapedMessage(rest(more, severity)[language]) + "\n"
    }
  }
  return text
}

private func command(_ diagnostic: Diagnostic, _ language: Language) -> String {
  let place = diagnostic.place
  var text = "::\(command(diagnostic.severity)) file=\(escapedProperty(place.path))"
  if place.line > 0 {
    text += ",line=\(place.line)"
    if place.column > 0 { text += ",col=\(place.column)" }
  }
  text += ",title=\(escapedProperty(diagnostic.code))::"
  var message = diagnostic.message[language]
  // A file that is no text has no lines beside which the service could show it.
  if place.sheet != nil { message = "\(place.address): \(message)" }
  for related in diagnostic.related {
    message += "\n\(Label.related[language])\(related.place.shown): \(related.message[language])"
  }
  if let help = diagnostic.help { message += "\n" + Label.help[language] + help[language] }
  return text + escapedMessage(message) + "\n"
}

private func command(_ severity: Severity) -> String {
  severity == .note ? "notice" : severity.rawValue
}

private func rest(_ count: Int, _ severity: Severity) -> Wording {
  Wording(
    "另有 \(count) 条\(severity.word.zh)未列出，运行 banbao check 可看全部",
    en: "and \(count) more \(severity.word.en)\(count == 1 ? "" : "s"); run banbao check to see all"
  )
}

private func escapedMessage(_ text: String) -> String {
  escaped(printable(text, keeping: ["\r", "\n", "\t"]), [0x25, 0x0D, 0x0A])
}

private func escapedProperty(_ text: String) -> String {
  escaped(printable(text, keeping: ["\r", "\n"]), [0x25, 0x0D, 0x0A, 0x3A, 0x2C])
}

/// Percent-encodes what would end a command or one of its properties.
private func escaped(_ text: String, _ special: [UInt8]) -> String {
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    if special.contains(byte) {
      bytes += [0x25, hexDigit(byte >> 4), hexDigit(byte & 0xF)]
    } else {
      bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
