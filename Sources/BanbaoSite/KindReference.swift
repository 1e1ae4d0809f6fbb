package import BanbaoDiagnostics
package import BanbaoSource

/// The keys that a kind of record may have: what the handbook's tables and `banbao new` are made from.
package struct KindReference: Sendable {
  package let kind: any RecordKind.Type
  package var folder: String
  package var name: Wording
  /// What the section is called in the menu, such as 通知公告.
  package var section: Wording
  /// Of this kind alone.
  package var own: [Field]
  /// Of every kind, as this kind has them.
  package var common: [Field]

  /// Learns the keys from the functions that read them.
  package init(_ kind: (some RecordKind).Type) {
    self.init(kind: kind)
  }

  private init<Kind: RecordKind>(kind: Kind.Type) {
    self.kind = kind
    folder = Kind.folder
    name = Kind.name
    section = Kind.section
    own = FieldReader.describe { _ = Kind(reading: &$0) }
    common = FieldReader.describe {
      _ = CommonFields.read(&$0, allowsSpan: Kind.dateMayBeSpan)
      _ = FileReferences.read(&$0)
    }
  }
}

extension KindReference {
  /// The words for its sorts, such as 公示 of notices; none where the kind tells none apart.
  package var sorts: [String] {
    guard let field = own.first(where: { $0.name == kind.sortKey }), case .choice(let words) = field.shape else {
      return []
    }
    return words
  }
}

extension Field {
  /// What to write, in a word or two: 一天, 整数, 通知 / 公告 / ….
  package var form: Wording {
    switch shape.main {
    case .text: Wording("文字", en: "text")
    case .flag: Wording("true 或 false", en: "true or false")
    case .count: Wording("整数", en: "whole number")
    case .day: Wording("一天，如 2026-03-08", en: "day, such as 2026-03-08")
    case .daySpan, .timing: Wording("一天或一段日期", en: "day or span of days")
    case .month: Wording("月份，如 2026-07", en: "month, such as 2026-07")
    case .year: Wording("年份，如 2026", en: "year, such as 2026")
    case .period: Wording("年、半年或季度，如 2026、2026-H1、2026-Q3", en: "year, half-year or quarter: 2026, 2026-H1, 2026-Q3")
    case .money: Wording("金额，如 12118.40", en: "amount, such as 12118.40")
    case .reference: Wording("记录的路径", en: "path of a record")
    case .file: Wording("文件名", en: "file name")
    case .choice(let words): Wording(words.joined(separator: " / "), en: words.joined(separator: " / "))
    case .list(.record(let fields)):
      Wording(
        "列表，每项：" + fields.map(\.alias).joined(separator: "、"),
        en: "list of: " + fields.map(\.name).joined(separator: ", "))
    case .rough: Wording("近、约或余", en: "近, 约 or 余")
    case .pending, .either: Wording("待补", en: "待补")
    case .list: Wording("列表 [甲, 乙]", en: "list [a, b]")
    case .record(let fields):
      Wording(
        "下分：" + fields.map(\.alias).joined(separator: "、"), en: "with: " + fields.map(\.name).joined(separator: ", "))
    }
  }
}
