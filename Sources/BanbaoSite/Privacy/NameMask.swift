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
    var whole: [(name: String, count: Int)] = []
    for word in words {
      let count = word.count
      // Nobody is called by one character: it belongs to the one before it.
      if let last = whole.indices.last, whole[last].count == 1 || count == 1 {
        whole[last].name += word
        whole[last].count += count
      } else {
        whole.append((word, count))
      }
    }
    names += whole.flatMap { parted($0.name) }
  }
  return names.isEmpty ? [field] : names
}

private func isDot(_ character: Character?) -> Bool { character.map { "·•・‧∙⋅".contains($0) } ?? false }

/// `张小明和李建国` in two. 李和平 and 欧阳和平 stay whole: a name has two characters at least on either side.
private func parted(_ name: String) -> [String] {
  let characters = Array(name)
  guard characters.count >= 5, !characters.contains(where: { isDot($0) }) else { return [name] }
  var parts: [String] = []
  var (start, index) = (0, 2)
  while index < characters.count - 2 {
    guard "和与及或".contains(characters[index]) else {
      index += 1
      continue
    }
    // `以及` and `或者` are words of two characters.
    let isTwo = characters[index] == "及" && characters[index - 1] == "以" && index - start > 2
    parts.append(String(characters[start..<(isTwo ? index - 1 : index)]))
    start = index + 1
    if characters[index] == "或", characters[start] == "者", characters.count - start > 2 { start += 1 }
    index = start + 2
  }
  return parts + [String(characters[start...])]
}

/// 张三 → 张*; 张小明 → 张** or 张*明; 欧阳清越 → 欧阳**; 阿依娜·木合 → 阿**·**.
func masked(_ name: String, _ mask: SiteSettings.NameMask) -> String {
  let characters = Array(name)
  guard characters.count > 1 else { return "*" }
  let last = characters.count - 1
  let hasDot = characters[1..<last].contains { isDot($0) }
  let kept = !hasDot && characters.count > 2 && Surnames.compound.contains(String(characters[..<2])) ? 2 : 1
  let showsLast = mask == .ends && last > kept
  let hidden = characters[kept...].enumerated().map { offset, character -> Character in
    if kept + offset == last, showsLast { return character }
    // How a name with a dot is put together may be seen, no part of it whole.
    return hasDot && (isDot(character) || character == " ") ? character : "*"
  }
  return String(characters[..<kept] + hidden)
}
