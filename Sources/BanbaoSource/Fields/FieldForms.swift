package import BanbaoDiagnostics

// Fields whose value has several forms.

extension FieldReader {
  /// A calendar year of four digits, also as `2026年`.
  package mutating func year(
    _ name: String, _ alias: String, _ demand: Demand, _ note: @autoclosure () -> Wording
  ) -> Located<Int>? {
    parsed(name, alias, demand, .year, note) { text throws(Misread) in
      let period = try Period(reading: text)
      guard period.part == .year else {
        throw Misread(
          rule: ValueRules.periodForm, message: Wording("“\(text)”不是一个年份", en: "“\(text)” is no year"),
          help: Wording("写成 \(padded(period.year, 4))", en: "write \(padded(period.year, 4))"))
      }
      return period.year
    }
  }

  /// A year, a half-year or a quarter.
  package mutating func period(
    _ name: String, _ alias: String, _ demand: Demand, _ note: @autoclosure () -> Wording
  ) -> Located<Period>? {
    parsed(name, alias, demand, .period, note) { text throws(Misread) in try Period(reading: text) }
  }

  /// The same, where `H1`, `Q3` or `year` stands for a part of a known year.
  package mutating func period(
    _ name: String, _ alias: String, _ demand: Demand, _ note: @autoclosure () -> Wording, within year: Int
  ) -> Located<Period>? {
    parsed(name, alias, demand, .period, note) { text throws(Misread) in try Period(reading: text, within: year) }
  }

  /// An amount in yuan that may lie below zero.
  package mutating func signedMoney(
    _ name: String, _ alias: String, _ note: @autoclosure () -> Wording
  ) -> Located<Money>? {
    parsed(name, alias, .optional, .money, note) { text throws(Misread) in
      try Money(reading: text, allowsNegative: true)
    }
  }

  /// An amount in yuan, or 待补 where nobody knows it yet: then the value is nil, and pages say 〔待补〕.
  package mutating func moneyOrPending(
    _ name: String, _ alias: String, _ demand: Demand, _ note: @autoclosure () -> Wording
  ) -> Located<Money?>? {
    parsed(name, alias, demand, .money, note) { text throws(Misread) in
      text == "待补" ? nil : try Money(reading: text)
    }
  }

  /// A whole number, or 待补 where nobody knows it yet: then the value is nil, and pages say 〔待补〕.
  package mutating func countOrPending(
    _ name: String, _ alias: String, _ demand: Demand, _ note: @autoclosure () -> Wording
  ) -> Located<Int?>? {
    parsed(name, alias, demand, .count, note) { text throws(Misread) in
      text == "待补" ? nil : try readCount(text)
    }
  }

  /// A text with a form of its own, or fields in its place: `2026-07/2026-08`, or `{month: 3, label: 三八期间}`.
  ///
  /// - Parameters:
  ///   - form: what the text looks like, for the tables of keys.
  ///   - word: reads the text; what it throws is reported at the text.
  package mutating func textOrRecord<Value: Sendable>(
    _ name: String, _ alias: String, _ demand: Demand, _ note: @autoclosure () -> Wording,
    form: Field.Shape, word: (String) throws(Misread) -> Value, _ read: (inout FieldReader) -> Value?
  ) -> Located<Value>? {
    guard let node = node(name, alias, demand, form, note) else { return nil }
    if case .mapping = node.content { return nested(node, read).map { Located($0, node.mark) } }
    guard let text = scalar(node) else {
      lacksRequired = lacksRequired || demand.isRequired
      return nil
    }
    do {
      return Located(try word(text), node.mark)
    } catch {
      lacksRequired = lacksRequired || demand.isRequired
      misread(error, node)
      return nil
    }
  }
}
