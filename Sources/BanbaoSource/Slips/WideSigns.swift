/// What stands in braces, with ASCII signs between its fields: `金额: 3000, 科目: …` for `金额：3000，科目: …`.
///
/// A comma before what is no field, as in `12,118.40` or in a text, stays as it is.
func withASCIISigns(_ text: some Sequence<Unicode.Scalar>) -> String {
  var fields: [String] = []
  var part: [Unicode.Scalar] = []
  var sign = ""
  func end() {
    let line = FieldLine(FieldLine.text(part))
    if line.key != nil || fields.isEmpty {
      fields.append(line.key == nil ? trimmed(FieldLine.text(part)) : line.showing(FieldLine.text(line.value)))
    } else {
      fields[fields.count - 1] += sign + FieldLine.text(part)
    }
    part = []
  }
  for scalar in text {
    if "，,；;".unicodeScalars.contains(scalar) {
      end()
      sign = String(scalar)
    } else {
      part.append(scalar)
    }
  }
  end()
  return fields.joined(separator: ", ")
}
