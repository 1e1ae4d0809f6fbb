package import BanbaoDiagnostics
import BanbaoHTML
import BanbaoMarkdown
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

// Records that count people and never name them (DomainNotes 4): who is ill, in need or a child has no name here.

/// Keys under which authors would write whom they visited.
private let nameKeys: Set<String> = [
  "name", "names", "姓名", "名字", "名单", "recipient", "recipients", "获得者", "获奖者", "受益人", "慰问对象", "对象", "被慰问人",
  "受慰问人", "慰问人员", "职工姓名", "person", "persons", "患者", "病人", "儿童姓名", "孩子姓名", "子女姓名",
]

extension Nameless {
  /// Reports the keys of a record that would name people.
  static func reportNameKeys(_ fields: inout FieldReader) {
    for key in fields.foreign(nameKeys) {
      fields.report(
        nameRule.at(
          fields.place(key.mark),
          Wording(
            "“\(key.value)”会写出是谁，这里只写人数", en: "“\(key.value)” would say who it was; here people are only counted"),
          help: Wording(
            "删掉这一项，只写人数；要留底，写在 private 文件夹里",
            en: "delete it and give the number of people; what must be kept goes under private")))
    }
  }
}

/// The rule of every kind that never names those whom it counts.
package struct Namelessness: Overview {
  let library: Library

  package init(_ library: Library) { self.library = library }

  package func check() -> [Diagnostic] {
    library.entries(that: (any Nameless).self).flatMap { entry, record in
      checkNameless(
        entry, type(of: record).nameRule, rates: (record as? any GivesByRate)?.rates ?? [],
        (record as? any Spends)?.outlay)
    }
  }
}

/// Words of a record that read as a named person.
private func checkNameless(
  _ entry: some AnyEntry, _ rule: Rule, rates: [Rate], _ spending: Spending?
) -> [Diagnostic] {
  let title = entry.common.title
  var texts: [(text: String, where: Wording, place: Place)] = [
    (title.value, Wording("标题", en: "the title"), entry.place)
  ]
  texts += entry.common.tags.map {
    ($0.value, Wording("标签", en: "a tag"), entry.place($0.mark))
  }
  // Where a summary, a caption or a paragraph stands is not kept: the record's title stands for them.
  let others: [(String, Wording)] =
    [(entry.common.summary ?? "", Wording("摘要", en: "the summary"))]
    + (entry.files.attachments + entry.files.photos).flatMap {
      [($0.title, Wording("附件或照片的说明", en: "a caption")), ($0.alt, Wording("照片的替代文字", en: "a photo's alt"))]
    } + rates.map { ($0.item, Wording("标准的项目", en: "a rate's item")) }
    + (entry.body.map { [(bareText($0.html.bytes), Wording("正文", en: "the text"))] } ?? [])
  texts += others.map { ($0.0, $0.1, entry.place) }
  let account = [spending?.account, spending?.source].compactMap { $0 } + (spending?.vouchers ?? [])
  texts += account.map {
    ($0.value, Wording("经费", en: "the spending"), entry.place($0.mark))
  }
  return texts.compactMap { text, location, place in
    (personNamed(in: text) ?? (isPersonName(text) ? text : nil)).map { words in
      rule.at(
        place,
        Wording("\(location.zh)里的“\(words)”像是写出了姓名", en: "“\(words)” in \(location.en) reads as somebody's name"),
        help: Wording("只写人数，如“慰问患病职工3人次”", en: "give the number of people only"))
    }
  }
}

/// Rendered HTML as text: marks within a line vanish, all others end it.
private func bareText(_ html: [UInt8]) -> String {
  let inline = ["em", "strong", "del", "a", "code"]
  var out: [UInt8] = []
  var index = 0
  while index < html.count {
    guard html[index] == UInt8(ascii: "<"), let end = html[index...].firstIndex(of: UInt8(ascii: ">")) else {
      out.append(html[index])
      index += 1
      continue
    }
    let tag = html[(index + 1)..<end].drop { $0 == UInt8(ascii: "/") }
      .prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    if !inline.contains(String(decoding: tag, as: UTF8.self)) { out.append(UInt8(ascii: "\n")) }
    index = end + 1
  }
  return String(decoding: out, as: UTF8.self)
}
