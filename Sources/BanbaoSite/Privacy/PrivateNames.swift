package import BanbaoDiagnostics
import BanbaoSource

/// Names that must not appear, and the search for them: those of `private/people.yaml`, which appear nowhere, and those
/// that some record masks for lack of consent, which no other words may give away.
struct PrivateNames: Sendable {
  struct Name: Sendable {
    /// Whether a record masks it, rather than the private list.
    var isMasked = false
    var folded: [UInt32]
    /// As messages show it: they may be read by more people than the file.
    var masked: String
    /// In `private/people.yaml`, or in the record that masks it.
    var place: Place
  }

  /// A name that was found.
  struct Match: Sendable {
    /// Among `names`.
    var name: Int
    /// In the bytes.
    var range: Range<Int>
  }

  private(set) var names: [Name] = []
  /// Longest first.
  private var byFirst: [UInt32: [Int]] = [:]
  /// A bit for the low 16 bits of each first character: nearly every character of a text is passed over by it.
  private var firsts = [UInt64](repeating: 0, count: 1024)
  /// A bit for the low 16 bits of each second character.
  private var seconds = [UInt64](repeating: 0, count: 1024)

  static let path = "private/people.yaml"

  var isEmpty: Bool { names.isEmpty }
  /// Everything that decides what is found.
  var key: [[UInt32]] { names.map(\.folded) }

  init(_ list: [Name] = []) {
    var seen = Set<[UInt32]>()
    for name in list where seen.insert(name.folded).inserted { names.append(name) }
    for (index, name) in names.enumerated() {
      guard let first = name.folded.first else { continue }
      byFirst[first, default: []].append(index)
      firsts[Int(first & 0xFFFF) >> 6] |= 1 << UInt64(first & 63)
      let second = name.folded.count > 1 ? name.folded[1] : 0
      seconds[Int(second & 0xFFFF) >> 6] |= 1 << UInt64(second & 63)
    }
    let lengths = names.map(\.folded.count)
    byFirst = byFirst.mapValues { $0.sorted { lengths[$0] != lengths[$1] ? lengths[$0] > lengths[$1] : $0 < $1 } }
  }

  /// Every name in UTF-8 text, in its order; of names that begin alike the longest.
  func matches(in bytes: [UInt8], _ range: Range<Int>? = nil) -> [Match] {
    if isEmpty { return [] }
    let range = range ?? 0..<bytes.count
    guard bytes.withUnsafeBufferPointer({ mayHold($0, range) }) else { return [] }
    let units = bytes.withUnsafeBufferPointer { folded($0, in: range) }
    var matches: [Match] = []
    var index = 0
    while index < units.count {
      let first = units[index].scalar
      guard firsts[Int(first & 0xFFFF) >> 6] & 1 << UInt64(first & 63) != 0, let candidates = byFirst[first],
        let name = candidates.first(where: { stands($0, units, index) })
      else {
        index += 1
        continue
      }
      let last = index + names[name].folded.count - 1
      matches.append(Match(name: name, range: units[index].range.lowerBound..<units[last].range.upperBound))
      index = last + 1
    }
    return matches
  }

  func matches(in text: String) -> [Match] { isEmpty ? [] : matches(in: Array(text.utf8)) }

  /// Whether the first two characters of some names follow each other, as `folded` would leave them: hardly any text
  /// that names nobody goes further than this, which keeps nothing.
  private func mayHold(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    var followsFirst = false
    while index < range.upperBound {
      let (scalar, length) = decodedScalar(bytes, index, range.upperBound)
      index += length
      guard case .kept(let kept) = NameFold.of(scalar) else { continue }
      let (word, bit) = (Int(kept & 0xFFFF) >> 6, UInt64(1) << UInt64(kept & 63))
      if followsFirst, seconds[word] & bit != 0 { return true }
      followsFirst = firsts[word] & bit != 0
    }
    return false
  }

  /// Whether a name begins at a character. Latin letters must not go on before or behind it: Li Na is not in Carolina.
  private func stands(_ name: Int, _ units: [FoldedUnit], _ start: Int) -> Bool {
    let folded = names[name].folded
    let end = start + folded.count
    guard end <= units.count else { return false }
    for offset in folded.indices where units[start + offset].scalar != folded[offset] { return false }
    if start > 0, !units[start].followsGap, isLatin(folded[0]), isLatin(units[start - 1].scalar) { return false }
    if end < units.count, !units[end].followsGap, isLatin(folded[folded.count - 1]), isLatin(units[end].scalar) {
      return false
    }
    return true
  }

  /// What is wrong with a name standing somewhere.
  ///
  /// - Parameter isConsented: whether the record says that its bearer agreed to be named.
  func fault(_ name: Int, at place: Place, isConsented: Bool = false) -> Diagnostic {
    let name = names[name]
    if name.isMasked {
      return NameRules.maskedName.at(
        place,
        Wording(
          "这里写出了一个没有同意公开的人的全名（\(name.masked)）",
          en: "the whole name of somebody who has not agreed to it stands here (\(name.masked))"),
        help: Wording(
          "改成不写姓名的说法，如“一位职工”；本人同意公开的，在那条记录里写明；只是同名或碰巧同字，在标题下面的“不是人名”里列出这个词",
          en:
            "say it without the name; where its bearer agrees, say so in that record; where it is somebody else or another word, list it under not_names"
        ), related: [Related(name.place, Wording("这条记录隐去了这个姓名", en: "this record masks the name"), isQuoted: false)])
    }
    return NameRules.privateName.at(
      place,
      Wording("这里有不得公开的姓名（\(name.masked)）", en: "a name that must never appear stands here (\(name.masked))"),
      help: isConsented
        ? Wording(
          "这个人在不公开名单里：去掉同意公开那一项；确已同意公开的，先从名单里删去",
          en: "its bearer is on the private list: take the consent away, or the name off the list")
        : Wording(
          "改成不出现姓名的说法，如“一位职工”；只是碰巧同字，换一个词",
          en: "say it without the name; where other words only happen to be spelt so, choose others"),
      related: [Related(name.place, Wording("名单在这里", en: "the list names it here"), isQuoted: false)])
  }
}

/// ASCII letters and those of Latin with marks.
private func isLatin(_ scalar: UInt32) -> Bool {
  (0x61...0x7A).contains(scalar) || (0xC0...0x24F).contains(scalar) && scalar != 0xD7 && scalar != 0xF7
}

package enum NameRules {
  package static let privateName = Rule(
    "private-name", .error,
    Wording(
      "private/people.yaml 里的姓名不得出现在网站的任何地方：标题、正文、表格、照片说明、附件名和 csv、txt 附件里都不行；全角、康熙部首、"
        + "中间加空格或圆点的写法一样查得出来。没有同意公开而按设置隐去的姓名不算。两个字的姓名碰巧出现在别的词里时，换一个词。Word、Excel 和 PDF 附件里的也查；扫描件和图片里的字查不到，请自己看。",
      en:
        "A name of private/people.yaml appears nowhere on the site, however it is spelt: not in titles, texts, captions "
        + "or names of files, nor in attached csv and txt files. A name that is masked for lack of consent does not count. "
        + "Where two characters are a name by chance, choose another word. Word, Excel and PDF files are looked into; what stands in "
        + "scans and pictures is not seen."),
    wrong: "本月看望了张小明", right: "本月看望了患病职工 1 人")
  package static let maskedName = Rule(
    "masked-name", .error,
    Wording(
      "一条记录里没有同意公开而隐去的姓名（李*），别处也不写全名：标题、正文、说明和文件名里都不行，否则等于没有隐去。在任何一条记录里同意公开的人不算。"
        + "落款、联系人和账簿上的签名照写。",
      en:
        "A name that one record masks for lack of consent (李*) stands nowhere else in full: not in titles, texts, captions or "
        + "names of files. Those who agree in any record do not count; nor do contacts and signatures of sheets."),
    wrong: "recipients: [{name: 李青, consent: false}]\n---\n\n李青同志值了两个夜班。",
    right: "recipients: [{name: 李青, consent: false}]\n---\n\n获奖的同志值了两个夜班。")
  package static let guessed = Rule(
    "person-guessed", .warning,
    Wording(
      "集体的名称、责任人、来源这些地方像是写了人的姓名。没有本人同意，网页上只显示姓。",
      en:
        "Where a collective, an office or a source should stand there seems to be a person's name. Pages mask it, as nobody has "
        + "agreed to it."),
    wrong: "kind: 集体\nrecipients: [{name: 张小云, department: 内科}]", right: "kind: 集体\nrecipients: [内科护理组]")
  package static let form = Rule(
    "people-form", .error,
    Wording(
      "private/people.yaml 是姓名的列表，一项写一个人；读不懂的名单等于没有名单，所以要报错。",
      en: "private/people.yaml is a list of names, one person an item; a list that cannot be read would protect nobody."
    ),
    wrong: "people: 甲乙丙、丁戊己", right: "people:\n  - 甲乙丙\n  - 丁戊己")
  package static let all = [privateName, maskedName, guessed, inNeed, form]
}
