package import BanbaoSite

/// A person's name as pages show it: whole with consent, masked without (Personal Information Protection Law, art. 25).
package func shownName(_ name: String, consents: Bool, mask: SiteSettings.NameMask) -> String {
  guard !consents else { return name }
  let isSeparator: (Character) -> Bool = { "、，,；; ".contains($0) }
  // Several names in one field are masked each for itself.
  if name.contains(where: isSeparator) {
    var out = ""
    for part in name.split(omittingEmptySubsequences: false, whereSeparator: isSeparator) where !part.isEmpty {
      out += (out.isEmpty ? "" : "、") + masked(String(part), mask)
    }
    return out
  }
  return masked(name, mask)
}

/// 张三 → 张*; 张小明 → 张** or 张*明; 欧阳清越 → 欧阳**; 阿依娜·木合 → 阿依娜·**.
private func masked(_ name: String, _ mask: SiteSettings.NameMask) -> String {
  let characters = Array(name)
  guard characters.count > 1 else { return "*" }
  let kept: Int
  if let dot = characters.firstIndex(where: { "·•・".contains($0) }) {
    kept = dot + 1
  } else {
    kept = characters.count > 2 && compoundSurnames.contains(String(characters[..<2])) ? 2 : 1
  }
  let hidden = characters.count - kept
  guard hidden > 0 else { return String(characters[..<kept]) }
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
