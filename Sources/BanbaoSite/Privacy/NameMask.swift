import BanbaoSource

/// A field's names as pages show them: whole with consent, masked without (Personal Information Protection Law,
/// art. 25). Several names in one field are masked each for itself and joined by `、`.
package func shownName(_ name: String, consents: Bool, mask: SiteSettings.NameMask) -> String {
  consents ? name : names(in: name).map { masked($0, mask) }.joined(separator: "、")
}

/// The names in one field, which may hold several: `张小明、李建国`, `张小明和李建国`, `张小明/李建国`. A white space
/// inside a name, as in `张　三`, separates nothing. Where it is in doubt the names stay one, so that all of it is masked.
func names(in field: String) -> [String] {
  var names: [String] = []
  for part in field.split(whereSeparator: { "、，,；;/／|｜\\＼+＋&＆\n\r\t".contains($0) }) {
    let words = part.split(whereSeparator: { $0 == " " || $0 == "\u{3000}" || $0 == "\u{A0}" }).map(String.init)
    // `阿依娜 · 木合`, `John Smith`: the blanks belong to the name.
    if words.contains(where: { isDot($0.first) || isDot($0.last) || $0.utf8.allSatisfy { $0 < 0x80 } }) {
      names.append(words.joined(separator: " "))
      continue
    }
    var whole: [String] = []
    for word in words {
      // Nobody is called by one character: it belongs to the one before it.
      if let last = whole.last, last.count == 1 || word.count == 1 {
        whole[whole.count - 1] = last + word
      } else {
        whole.append(word)
      }
    }
    names += whole.flatMap(parted)
  }
  return names.isEmpty ? [field] : names
}

private func isDot(_ character: Character?) -> Bool { character.map { "·•・‧∙⋅".contains($0) } ?? false }

/// `张小明和李建国` in two. 李和平 and 欧阳和平 stay whole: a name has two characters at least on either side.
private func parted(_ name: String) -> [String] {
  let characters = Array(name)
  guard characters.count >= 5, !characters.contains(where: { isDot($0) }) else { return [name] }
  for index in 2..<characters.count - 2 where "和与及或".contains(characters[index]) {
    var rest = characters[(index + 1)...]
    // `以及` and `或者` are words of two characters.
    if characters[index] == "或", rest.first == "者", rest.count > 2 { rest = rest.dropFirst() }
    var first = characters[..<index]
    if characters[index] == "及", first.last == "以", first.count > 2 { first = first.dropLast() }
    return [String(first)] + parted(String(rest))
  }
  return [name]
}

/// 张三 → 张*; 张小明 → 张** or 张*明; 欧阳清越 → 欧阳**; 阿依娜·木合 → 阿依娜·**.
func masked(_ name: String, _ mask: SiteSettings.NameMask) -> String {
  let characters = Array(name)
  guard characters.count > 1 else { return "*" }
  var kept = 1
  if let dot = characters.firstIndex(where: { isDot($0) }), dot > 0, dot < characters.count - 1 {
    kept = dot + 1
  } else if characters.count > 2, compoundSurnames.contains(String(characters[..<2])) {
    kept = 2
  }
  let hidden = characters.count - kept
  if mask == .ends, hidden > 1, let last = characters.last {
    return String(characters[..<kept]) + String(repeating: "*", count: hidden - 1) + String(last)
  }
  return String(characters[..<kept]) + String(repeating: "*", count: hidden)
}

/// The compound surnames that are still borne; without them 欧阳 would be cut in two.
private let compoundSurnames: Set<String> = [
  "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连", "澹台",
  "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于", "司空", "闾丘",
  "子车", "亓官", "司寇", "巫马", "公西", "颛孙", "壤驷", "公良", "漆雕", "乐正", "宰父", "谷梁", "拓跋", "夹谷", "轩辕", "令狐",
  "段干", "百里", "呼延", "东郭", "南门", "羊舌", "微生", "梁丘", "左丘", "东门", "西门", "第五",
]
