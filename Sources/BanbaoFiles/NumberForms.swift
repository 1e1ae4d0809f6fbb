/// What a number of a workbook is shown as.
package enum NumberForm: Sendable, Hashable {
  case number
  case day
  case dayAndTime
  case time
}

/// The forms of numbers that the styles of a workbook name (ECMA-376 part 1, 18.8.30).
final class NumberForms: XMLHandler {
  private var custom: [Int: NumberForm] = [:]
  /// By the number of a cell's style.
  private var forms: [NumberForm] = []
  private var isInCells = false

  /// The form of a cell of a style.
  subscript(style: Int) -> NumberForm { forms.indices.contains(style) ? forms[style] : .number }

  func start(_ name: XMLText, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      guard let number = (attributes["numFmtId"]?.string).flatMap({ Int($0) }), let code = attributes["formatCode"]
      else { return }
      custom[number] = Self.form(of: code.string)
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      let number = (attributes["numFmtId"]?.string).flatMap { Int($0) } ?? 0
      forms.append(custom[number] ?? Self.builtIn(number))
    default: break
    }
  }

  func end(_ name: XMLText) {
    if name == "cellXfs" { isInCells = false }
  }
  func text(_ bytes: UnsafeRawBufferPointer) {}

  /// The forms that have no code in the file. 27 to 36 and 50 to 58 are those of Chinese, Japanese and Korean; of them
  /// 32 to 35 and 55, 56 tell the time in Chinese.
  private static func builtIn(_ number: Int) -> NumberForm {
    switch number {
    case 14...17, 27...31, 36, 50...54, 57, 58: .day
    case 18...21, 32...35, 45, 47, 55, 56: .time
    case 22: .dayAndTime
    default: .number
    }
  }

  /// What a code such as `yyyy"年"m"月"d"日"` or `[$-804]h:mm` shows; its first section counts.
  static func form(of code: String) -> NumberForm {
    var (hasDay, hasTime, hasMonth) = (false, false, false)
    var rest = Array(code.lowercased().unicodeScalars)[...]
    // `General` holds letters, and no more.
    if code.lowercased().hasPrefix("general") || code.hasPrefix("G/通用格式") { return .number }
    while let scalar = rest.popFirst() {
      switch scalar {
      case ";": rest = []
      case "\\", "_", "*": _ = rest.popFirst()
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "[":
        // `[h]` counts hours beyond a day: a span of time, which is a number.
        let inside = rest.prefix { $0 != "]" }
        if let first = inside.first, "hms".unicodeScalars.contains(first), inside.allSatisfy({ $0 == first }) {
          return .number
        }
        rest = rest.dropFirst(inside.count + 1)
      case "y", "e", "d", "年", "日": hasDay = true
      case "月": (hasDay, hasMonth) = (true, true)
      case "m": hasMonth = true
      case "h", "s", "时", "分", "秒": hasTime = true
      case "0", "#", "?": if !hasTime { return hasDay ? .day : .number }
      default: break
      }
    }
    if hasDay || (hasMonth && !hasTime) { return hasTime ? .dayAndTime : .day }
    return hasTime ? .time : .number
  }
}
