/// The first words of a text that read as a named person, such as 张秀英同志 or 看望张秀英; nil where nobody is named.
///
/// Surnames that are also common words (高, 方, 时, 周, 黄) count only behind a verb of visiting, so that 周末值班医生 is
/// nobody. A guess all the same: it misses names rather than accusing words.
package func personNamed(in text: String) -> String? {
  let scalars = Array(text.unicodeScalars)
  // Most lines of a ledger have no surname in them at all.
  guard scalars.contains(where: { anySurnames.contains($0) || compoundFirsts.contains($0) }) else { return nil }
  for start in scalars.indices {
    if let end = titled(scalars, from: start) ?? visited(scalars, from: start) ?? described(scalars, from: start) {
      return String(String.UnicodeScalarView(scalars[start..<end]))
    }
  }
  return nil
}

/// A surname, one or two Han, and what people are called by: the end of it, or nil.
private func titled(_ text: [Unicode.Scalar], from start: Int) -> Int? {
  guard let given = surnameEnd(text, from: start, plainSurnames) else { return nil }
  if start > 0, let before = wordsBefore[text[start]], before.contains(text[start - 1]) { return nil }
  for length in [2, 1] {
    let end = given + length
    guard end < text.count, text[given..<end].allSatisfy(mayBeGiven) else { continue }
    for honorific in honorifics where text[end...].starts(with: honorific) {
      let after = end + honorific.count
      if after < text.count, text[after] == "们" { continue }
      return after
    }
  }
  return nil
}

/// A verb of visiting, a surname, two Han, and an end: 看望张秀英。
private func visited(_ text: [Unicode.Scalar], from start: Int) -> Int? {
  guard visits.contains(where: { text[start...].starts(with: $0) }) else { return nil }
  let isPast = start + 2 < text.count && pasts.contains(text[start + 2])
  return givenNameEnd(text, from: start + (isPast ? 3 : 2), anySurnames)
}

/// What somebody is, a surname, two Han, and an end: 患病职工张秀英.
private func described(_ text: [Unicode.Scalar], from start: Int) -> Int? {
  guard standings.contains(where: { text[start...].starts(with: $0) }) else { return nil }
  return givenNameEnd(text, from: start + 2, plainSurnames)
}

/// A surname, two Han, and an end.
private func givenNameEnd(_ text: [Unicode.Scalar], from start: Int, _ surnames: Set<Unicode.Scalar>) -> Int? {
  guard let given = surnameEnd(text, from: start, surnames), given + 2 <= text.count,
    text[given..<given + 2].allSatisfy({ mayBeGiven($0) && !places.contains($0) }),
    !text[given...].starts(with: "子女".unicodeScalars)
  else { return nil }
  let end = given + 2
  guard end < text.count, isHan(text[end]) else { return end }
  return followers.contains(where: { text[end...].starts(with: $0) }) ? end : nil
}

/// Whether a text is a name and nothing else, as in a field for something other: `source: 张秀英`. Two characters may as
/// well be a word.
package func isPersonName(_ text: String) -> Bool {
  let scalars = Array(text.unicodeScalars)
  return givenNameEnd(scalars, from: 0, plainSurnames) == scalars.count
}

private func surnameEnd(_ text: [Unicode.Scalar], from start: Int, _ surnames: Set<Unicode.Scalar>) -> Int? {
  guard start < text.count else { return nil }
  if compounds.contains(where: { text[start...].starts(with: $0) }) { return start + 2 }
  return surnames.contains(text[start]) ? start + 1 : nil
}

private func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

private func mayBeGiven(_ scalar: Unicode.Scalar) -> Bool { isHan(scalar) && !neverGiven.contains(scalar) }

private func words(_ text: String) -> [[Unicode.Scalar]] {
  text.split(separator: " ").map { Array($0.unicodeScalars) }
}

/// Surnames that begin hardly any other word.
private let plainSurnames = Set(
  "王李张刘陈杨赵吴徐孙胡朱郭罗郑梁宋唐邓冯韩曹彭萧肖蔡潘袁董吕魏蒋沈姜崔谭廖贾韦薛阎邹熊孟秦邱侯尹姚邵龚郝汪卢".unicodeScalars)

private let anySurnames = plainSurnames.union("周黄林高马何许谢曾范叶苏杜戴余陆田石钟江".unicodeScalars)

private let compounds = words("欧阳 上官 诸葛 司马 皇甫 慕容 令狐 尉迟")
private let compoundFirsts = Set(compounds.compactMap(\.first))

/// What stands before a surname where it is none: 紧张, 一张, 国王, 子孙, 二胡.
private let wordsBefore: [Unicode.Scalar: Set<Unicode.Scalar>] = [
  "张": Set("紧主夸扩开纸舒慌声铺伸一二两三四五六七八九十百千几每半这那0123456789".unicodeScalars),
  "王": Set("国女大天帝霸亲蜂".unicodeScalars), "李": Set("行桃".unicodeScalars), "孙": Set("子外儿长".unicodeScalars),
  "胡": Set("二京板".unicodeScalars), "宋": Set("仿".unicodeScalars), "梁": Set("桥脊鼻".unicodeScalars),
  "侯": Set("诸".unicodeScalars), "唐": Set("荒".unicodeScalars), "罗": Set("包网".unicodeScalars),
]

/// No one bears these as a given name, and sentences are full of them.
private let neverGiven = Set("的了和与在是为等们及或被把给从到位个某这那不没无请让科室部院区组岗员者会班病".unicodeScalars)

/// 走访张家村 visits nobody by name.
private let places = Set("家庄村镇乡县市州路街桥店沟湾河山站台楼局厂校所馆队".unicodeScalars)

private let honorifics = words("同志 女士 先生 老师 师傅 护士 医生 医师 大夫 主任 书记 院长 科长 教授 大姐 阿姨 药师 技师")

private let visits = words("慰问 看望 探望 走访")
private let pasts = Set("了过".unicodeScalars)

private let standings = words("职工 会员 病人 患者 护士 医生 医师 药师 技师")

/// What may follow a name without a break: 看望张秀英一家.
private let followers = words("一家 家庭 家属 父亲 母亲 同志 因 住院 等 及 和 的")
