package import BanbaoDiagnostics

/// The stray characters of a file that are no obstacle to reading it: one diagnostic of each sort, at the first of them.
///
/// - Parameter isTable: whether nothing was looked for before, as `encodingFaults` does in other files.
package func characterFaults(of text: SourceText, isTable: Bool = false) -> [Diagnostic] {
  strayFaults(in: text, isTable ? [.control, .turning, .lost, .privateUse] : [.turning, .lost, .privateUse])
}

/// What is wrong with the name of a file; nil for one that everybody can see whole.
package func nameFault(_ name: String, at place: Place) -> Diagnostic? {
  let (clean, strays) = name.sifted(tellsOfEmpty: true)
  guard let first = strays.first, let sort = StrayCharacter(first, after: nil) else { return nil }
  let code = codePoint(first)
  let message =
    switch sort {
    case .empty, .control, .turning:
      Wording("文件名里有看不见的字符（\(code)）", en: "an invisible character is in the file's name (\(code))")
    case .lost: Wording("文件名里有一个字丢了（\(code)）", en: "a character of the file's name was lost (\(code))")
    case .privateUse:
      Wording("文件名里的字符（\(code)）只在一种字体里有", en: "a character of the file's name (\(code)) shows with one font only")
    }
  return sort.rule.at(
    place, message,
    help: sort == .lost || sort == .privateUse || clean.isEmpty
      ? Wording("重新取一个文件名", en: "give the file another name")
      : Wording("改名为 \(clean)", en: "rename it to \(clean)"))
}

/// What is wrong with a value that spells characters out in double quotes, such as `"\uFFFE"`.
func escapeFault(_ strays: [Unicode.Scalar], at place: Place) -> Diagnostic {
  let codes = strays.map(codePoint).joined(separator: ", ")
  return EncodingRules.control.at(
    place,
    Wording("值里用反斜杠写出了网页不能有的字符 \(codes)", en: "the value spells out a character that no page can have: \(codes)"),
    help: Wording("去掉双引号里的反斜杠写法", en: "take the backslash escape out of the double quotes"))
}

func strayFaults(in text: SourceText, _ sorts: [StrayCharacter]) -> [Diagnostic] {
  guard text.mayHoldStrays else { return [] }
  var places: [StrayCharacter: [StrayPlace]] = [:]
  forEachStray(in: text.bytes, from: text.start) { found in
    guard sorts.contains(found.stray) else { return true }
    if places[found.stray, default: []].count < 10 { places[found.stray, default: []].append(found) }
    return true
  }
  return sorts.compactMap { sort in places[sort].flatMap { fault(sort, $0, text) } }
}

private func fault(_ sort: StrayCharacter, _ places: [StrayPlace], _ text: SourceText) -> Diagnostic? {
  guard let first = places.first else { return nil }
  let what = sort.message(codePoint(first.scalar))
  return sort.rule.at(
    text.place(at: first.range.lowerBound),
    places.count == 1 ? what : Wording(what.zh + "，后面还有", en: what.en + ", and more follow"),
    help: sort.remedy(first.scalar, isAtLineStart: isAtLineStart(first.range.lowerBound, text.bytes)),
    related: places.dropFirst().map {
      Related(
        text.place(at: $0.range.lowerBound),
        Wording("这里也有（\(codePoint($0.scalar))）", en: "another one stands here (\(codePoint($0.scalar)))"))
    },
    fix: text.grid == nil && (sort == .control || sort == .turning) ? deletion(of: places, in: text) : nil)
}

extension StrayCharacter {
  /// What is said of one of them.
  fileprivate func message(_ name: String) -> Wording {
    switch self {
    case .empty, .control, .turning:
      Wording("这里有一个看不见的字符（\(name)）", en: "an invisible character stands here (\(name))")
    case .lost: Wording("这里有一个字已经丢了（\(name)）", en: "a character was lost here (\(name))")
    case .privateUse:
      Wording("这里的字符（\(name)）只在一种字体里有，别人看到的是空框", en: "the character here (\(name)) shows with one font only")
    }
  }

  fileprivate var rule: Rule {
    switch self {
    case .empty, .control, .turning: EncodingRules.control
    case .lost: EncodingRules.lost
    case .privateUse: EncodingRules.privateUse
    }
  }

  fileprivate func remedy(_ scalar: Unicode.Scalar, isAtLineStart: Bool) -> Wording {
    switch self {
    case .turning: Wording("删掉它：它让后面的字倒着显示", en: "delete it: it turns what follows round")
    case .empty, .control: Wording("删掉它前后的几个字，再重新输入", en: "delete the text around it and type it again")
    case .lost:
      scalar == "\u{FFFC}"
        ? Wording(
          "原来的图片没有粘贴进来：删掉这个字符，把图片存成文件，写 ![说明](文件名)",
          en:
            "a picture was not pasted: delete the character, save the picture as a file and write ![what it shows](file)"
        )
        : Wording("对照原件，重新输入这个字", en: "type it again from the original")
    case .privateUse:
      isAtLineStart
        ? Wording("这是 Word 的项目符号：改成“- ”", en: "this is a bullet of Word: write “- ” instead")
        : Wording("是符号就删掉；是生僻字，用输入法重新输入", en: "delete a sign; type a rare character anew")
    }
  }
}

private func isAtLineStart(_ offset: Int, _ bytes: [UInt8]) -> Bool {
  let before = bytes[..<offset].last { $0 != 0x20 && $0 != 0x09 }
  return before == nil || before == 0x0A || before == 0x0D
}

/// Takes invisible characters away; nil where one of them may stand for a line end or for text that is lost.
private func deletion(of found: [StrayPlace], in text: SourceText) -> Replacement? {
  var edits: [Replacement.Edit] = []
  for place in found {
    switch place.scalar.value {
    case 0x01...0x08, 0x0E...0x1F, 0x7F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF:
      edits.append(Replacement.Edit(text.place(at: place.range.lowerBound), old: String(place.scalar), new: ""))
    default: return nil
    }
  }
  return Replacement(edits)
}
