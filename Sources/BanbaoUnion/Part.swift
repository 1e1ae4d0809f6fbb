import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource

/// 其中: a named part of what a record counts, such as the 34 of a meet who showed 太极扇. Parts may overlap, so that they
/// need not add up to the whole.
package struct Part: Sendable {
  package var name: Located<String>
  /// How many it is; nil where the record only says that it is among them.
  package var count: Located<Count>?
  package var amount: Located<Rough<Money>>?
  /// What is counted, such as 人.
  package var unit: String

  /// The keys of a part.
  package enum Keys {
    package static let parts = GroupKey(
      "parts", "其中", en: "Of these", Wording("其中的一部分：名称、人数、金额", en: "parts of it: name, count, amount")
    ).called("组成", "包括", "分项", "构成")
    static let name = Key.text("name", "名称", Wording("哪一部分", en: "which part"), .required).called(
      "项目", "内容", "类别", "item", "title")
    static let count = Key.roughCount("count", "人数", Wording("有多少", en: "how many")).called("数量", "人次", "people")
    static let amount = Key.roughMoney("amount", "金额", Wording("多少元", en: "in yuan"))
    static let unit = Key.text("unit", "单位", Wording("不写就是 人", en: "what is counted; 人 by default"))
  }

  /// Reads the parts of a record.
  package static func read(_ fields: inout FieldReader) -> [Part] {
    fields.records(
      Keys.parts, word: { Part(name: $0, count: nil, amount: nil, unit: "") }, { Self.readPart(&$0) })
  }

  private static func readPart(_ fields: inout FieldReader) -> Part? {
    let name = fields.read(Keys.name)
    let count = fields.read(Keys.count)
    let amount = fields.read(Keys.amount)
    let unit = fields.read(Keys.unit)?.value
    return name.map { Part(name: $0, count: count, amount: amount, unit: unit ?? "人") }
  }
}

/// A kind whose records tell parts of what they count.
package protocol HasParts: RecordKind {
  var parts: [Part] { get }
  /// What a part in persons is a part of; nil where the record does not count them.
  var whole: Located<Count>? { get }
  /// What the amount of a part is a part of.
  var wholeAmount: Located<Rough<Money>>? { get }
}

extension HasParts {
  package var wholeAmount: Located<Rough<Money>>? { nil }
}

extension Spending {
  /// The amount where the record gives it, roughly or to the fen.
  package var locatedFigure: Located<Rough<Money>>? {
    amount.map { Located(Rough($0.value, precision), $0.mark) }
  }
}
