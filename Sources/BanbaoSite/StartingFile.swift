import BanbaoDiagnostics
package import BanbaoSource

/// What `banbao new` writes: the required keys filled in, the others in comments, each with its note.
///
/// It builds without a diagnostic. Made from the functions that read the keys, so a new kind has one by itself.
package func startingFile(_ reference: KindReference, title: String, today: Day) -> String {
  var lines = ["---"]
  for field in reference.common + reference.own {
    let note = "# \(field.alias)：\(field.note.zh)"
    guard field.isRequired else {
      lines += [note, "# \(field.name): \(example(field.shape, today))"]
      continue
    }
    lines.append(note)
    switch field.name {
    case "title": lines.append("title: \(quoted(title))")
    default: lines += ["\(field.name): \(value(field.shape, today))"]
    }
  }
  return (lines + ["---", "", "在这里写正文。一段一段写，段与段之间空一行。", ""]).joined(separator: "\n")
}

/// A title in single quotes, which YAML takes as it is.
private func quoted(_ title: String) -> String {
  var text = ""
  for character in title { text += character == "'" ? "''" : character.isNewline ? " " : String(character) }
  return "'\(text)'"
}

/// A value that is understood and that its author will want to replace.
private func value(_ shape: Field.Shape, _ today: Day) -> String {
  switch shape.main {
  case .text, .reference, .file: "（待填写）"
  case .pending, .either: "待补"
  case .flag: "false"
  case .count: "0"
  case .day, .daySpan, .timing: today.iso
  case .year, .period: String(today.year)
  case .money: "0.00"
  case .choice(let words): words.first ?? ""
  case .list(let item): "[\(value(item, today))]"
  case .record(let fields):
    "{\(fields.filter(\.isRequired).map { "\($0.name): \(value($0.shape, today))" }.joined(separator: ", "))}"
  }
}

/// What stands in the comment of a key that may be left out.
private func example(_ shape: Field.Shape, _ today: Day) -> String {
  switch shape.main {
  case .text, .reference, .file: "…"
  case .pending, .either: "待补"
  case .flag: "true"
  case .count: "10"
  case .day, .daySpan, .timing: today.iso
  case .year: String(today.year)
  case .period: "\(today.year)-H1"
  case .money: "12118.40"
  case .choice(let words): words.joined(separator: " | ")
  case .list(.record(let fields)):
    "[{\(fields.map { "\($0.name): \(example($0.shape, today))" }.joined(separator: ", "))}]"
  case .list: "[甲, 乙]"
  case .record(let fields):
    "{\(fields.map { "\($0.name): \(example($0.shape, today))" }.joined(separator: ", "))}"
  }
}
