/// Diagnostics as a SARIF 2.1.0 log (OASIS standard) for code-scanning services, with a line feed at its end.
///
/// Columns count scalars, as `columnKind` says. Paths become relative references, percent-encoded. A fault of a
/// file as a whole has no region.
///
/// - Parameters:
///   - rules: every rule that the tool knows; a result whose code is not among them has no `ruleIndex`. Of rules with one
///     code the first in the list counts.
///   - version: of the tool, as in `1.2.3`.
package func sarifForm(
  _ diagnostics: [Diagnostic], rules: [Rule], version: String = "0.0.0", language: Language
) -> String {
  var known: [String: Rule] = [:]
  for rule in rules where known[rule.code] == nil { known[rule.code] = rule }
  let sorted = known.values.sorted { $0.code.precedes($1.code) }
  var positions: [String: Int] = [:]
  for (position, rule) in sorted.enumerated() { positions[rule.code] = position }
  let log: JSON = [
    "$schema":
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    "version": "2.1.0",
    "runs": [
      [
        "tool": [
          "driver": [
            "name": "banbao", "version": .string(version), "semanticVersion": .string(version),
            "rules": .array(sorted.map { descriptor($0, language) }),
          ]
        ],
        "language": language == .chinese ? "zh-CN" : "en-US",
        "columnKind": "unicodeCodePoints",
        "results": .array(
          diagnostics.inOrder().map { result($0, position: positions[$0.code], language) }),
      ]
    ],
  ]
  return log.text + "\n"
}

private func descriptor(_ rule: Rule, _ language: Language) -> JSON {
  let explanation = rule.explanation[language]
  return [
    "id": .string(rule.code),
    "shortDescription": text(firstSentence(of: explanation)),
    "fullDescription": text(explanation),
    "help": text(examples(of: rule, language)),
    "defaultConfiguration": ["level": .string(rule.severity.rawValue)],
  ]
}

private func result(_ diagnostic: Diagnostic, position: Int?, _ language: Language) -> JSON {
  var members: [(key: String, value: JSON)] = [("ruleId", .string(diagnostic.code))]
  if let position { members.append(("ruleIndex", .number(position))) }
  var message = diagnostic.message[language]
  if let help = diagnostic.help { message += "\n" + Label.help[language] + help[language] }
  members += [
    ("level", .string(diagnostic.severity.rawValue)),
    ("message", text(message)),
    ("locations", [logicalLocation(diagnostic.place)]),
  ]
  if !diagnostic.related.isEmpty {
    let related = diagnostic.related.enumerated().map { number, related -> JSON in
      [
        "id": .number(number),
        "physicalLocation": location(related.place),
        "message": text(related.message[language]),
      ]
    }
    members.append(("relatedLocations", .array(related)))
  }
  if let fix = diagnostic.fix { members.append(("fixes", [json(fix)])) }
  return .object(members)
}

/// A fix object: its replacements of one artifact.
private func json(_ fix: Replacement) -> JSON {
  let replacements = fix.edits.map { edit -> JSON in
    [
      "deletedRegion": [
        "startLine": .number(edit.place.line), "startColumn": .number(edit.place.column),
        "endColumn": .number(edit.place.column + edit.length),
      ],
      "insertedContent": text(edit.new),
    ]
  }
  let path = fix.edits.first?.place.path ?? ""
  return [
    "artifactChanges": [
      ["artifactLocation": ["uri": .string(relativeReference(path))], "replacements": .array(replacements)]
    ]
  ]
}

/// A message object.
private func text(_ text: String) -> JSON { ["text": .string(text)] }

/// A location object; a cell of a workbook has its name besides.
private func logicalLocation(_ place: Place) -> JSON {
  var members: [(key: String, value: JSON)] = [("physicalLocation", location(place))]
  if place.sheet != nil {
    members.append(("logicalLocations", [["fullyQualifiedName": .string(place.address)]]))
  }
  return .object(members)
}

private func location(_ place: Place) -> JSON {
  var members: [(key: String, value: JSON)] = [
    ("artifactLocation", ["uri": .string(relativeReference(place.path))])
  ]
  if place.line > 0 {
    var region: [(key: String, value: JSON)] = [("startLine", .number(place.line))]
    if place.column > 0 {
      region.append(("startColumn", .number(place.column)))
      let (end, overflows) = place.column.addingReportingOverflow(place.length)
      if !overflows { region.append(("endColumn", .number(end))) }
    }
    members.append(("region", .object(region)))
  }
  return .object(members)
}

/// A path as a relative reference (RFC 3986): every byte but unreserved ones and `/` is percent-encoded.
private func relativeReference(_ path: String) -> String {
  var bytes: [UInt8] = []
  for byte in path.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: bytes.append(byte)
    default: bytes += [0x25, hexDigit(byte >> 4), hexDigit(byte & 0xF)]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Up to the first full stop that ends a sentence in either language, or everything.
private func firstSentence(of text: String) -> String {
  var sentence = String.UnicodeScalarView()
  var previous: Unicode.Scalar?
  for scalar in text.unicodeScalars {
    if scalar == "\n" || (previous == "." && scalar == " ") { break }
    sentence.append(scalar)
    if scalar == "。" { break }
    previous = scalar
  }
  return String(sentence)
}
