import BanbaoDiagnostics
import BanbaoSite
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
