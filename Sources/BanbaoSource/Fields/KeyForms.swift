package import BanbaoDiagnostics

// The forms that values have. Each function declares a key; `en` is its English label, where that is not the name in
// plain words.

extension Key where Value == Located<String>? {
  /// A line of text.
  package static func text(
    _ name: String, _ alias: String, en label: String? = nil, _ note: Wording,
    _ demand: FieldReader.Demand = .optional
  ) -> Key {
    Key(name: KeyName(name, alias, label, demand, note), shape: .text) { $0.text($1.name) }
  }
}

extension Key where Value == Located<Bool>? {
  /// `true` or 是, `false` or 否.
  package static func flag(_ name: String, _ alias: String, en label: String? = nil, _ note: Wording) -> Key {
    Key(name: KeyName(name, alias, label, .optional, note), shape: .flag) { $0.flag($1.name) }
  }
}

extension Key where Value == Located<Int>? {
  /// A whole number from 0.
  package static func count(
    _ name: String, _ alias: String, en label: String? = nil, _ note: Wording,
    _ demand: FieldReader.Demand = .optional
  ) -> Key {
    parsed(KeyName(name, alias, label, demand, note), .count) { text throws(Misread) in try readCount(text) }
  }

  /// A calendar year of four digits, also as `2026年`.
  package static func year(
    _ name: String, _ alias: String, en label: String? = nil, _ note: Wording,
    _ demand: FieldReader.Demand = .optional
  ) -> Key {
    Key(name: KeyName(name, alias, label, demand, note), shape: .year) { fields, key in
      let year = fields.parsed(key.name, .year) { text throws(Misread) in try readYear(text) }
      if let year { fields.years.insert(year.value) }
      return year
    }
  }
}

private func readYear(_ text: String) throws(Misread) -> Int {
  let period = try Period(reading: text)
  guard period.part == .year else {
    throw Misread(
      rule: ValueRules.periodForm, message: Wording("“\(text)”不是一个年份", en: "“\(text)” is no year"),
      help: Wording("写成 \(padded(period.year, 4))", en: "write \(padded(period.year, 4))"))
  }
  return period.year
}

extension Key where Value == Located<Count>? {
  /// How many there are: a whole number from 0 that may be known roughly, `300`, `近300`, `300余`, `约300`, or 待补 where
  /// nobody knows it yet, which the reader remembers (`FieldReader.pending`) and gives as nil.
  package static func roughCount(
    _ name: String, _ alias: String, en label: String? = nil, _ note: Wording,
    _ demand: FieldReader.Demand = .optional
  ) -> Key {
    Key(name: KeyName(name, alias, label, demand, note), shape: .either([.count, .rough, .pending])) { fields, key in
      fields.figure(key) { text throws(Misread) in
        try Rough(reading: text) { text throws(Misread) in try readCount(text) }
      }
    }
  }
}

extension Key where Value == Located<Rough<Money>>? {
  /// An amount in yuan that may be known roughly, as `800余元`, or 待补 where nobody knows it yet, which the reader
  /// remembers (`FieldReader.pending`) and gives as nil.
  package static func roughMoney(
    _ name: String, _ alias: String, en label: String? = nil, _ note: Wording,
    _ demand: FieldReader.Demand = .optional
  ) -> Key {
    Key(name: KeyName(name, alias, label, demand, note), shape: .either([.money, .rough, .pending])) { fields, key in
      let before = fields.diagnostics.count
      let amount = fields.figure(key) { text throws(Misread) in
        try Rough(reading: text) { text throws(Misread) in try Money(reading: text) }
      }
      // Nobody but its author touches an amount, so its faults hold no remedy that could be carried out.
      for index in before..<fields.diagnostics.count { fields.diagnostics[index].fix = nil }
      return amount
    }
  }
}

extension FieldReader {
  /// A figure; nil where the record has none or says 待补.
  fileprivate mutating func figure<Figure: Sendable>(
    _ key: Key<Located<Figure>?>, _ read: (String) throws(Misread) -> Figure
  ) -> Located<Figure>? {
    let written = parsed(key.name, key.shape) { text throws(Misread) in try BanbaoSource.pending(text, read) }
    guard let written else { return nil }
    guard let figure = written.value else {
      pending.insert(key.name.name)
      return nil
    }
    return Located(figure, written.mark)
  }

  /// Whether the record says that nobody knows a figure yet.
  package func isPending<Figure>(_ key: Key<Located<Figure>?>) -> Bool { pending.contains(key.name.name) }
}

extension Key where Value == Located<Day>? {
  package static func day(
    _ name: String, _ alias: String, en label: String? = nil, _ note: Wording,
    _ demand: FieldReader.Demand = .optional
  ) -> Key {
    Key(name: KeyName(name, alias, label, demand, note), shape: .day) { fields, key in
      let day = fields.parsed(key.name, .day) { text throws(Misread) in try DaySpan.readDay(text) }
      if let day { fields.days.append(day) }
      return day
    }
  }
}

extension Key where Value == Located<DaySpan>? {
  /// A day, or a run of days.
  package static func span(
    _ name: String, _ alias: String, en label: String? = nil, _ note: Wording,
    _ demand: FieldReader.Demand = .optional
  ) -> Key {
    Key(name: KeyName(name, alias, label, demand, note), shape: .daySpan) { fields, key in
      let span = fields.parsed(key.name, .daySpan) { text throws(Misread) in try DaySpan(reading: text) }
      if let span { fields.days += [Located(span.value.first, span.mark), Located(span.value.last, span.mark)] }
      return span
    }
  }
}

extension Key where Value == Located<Appointment>? {
  /// A day, or a run of days, and what hour of it.
  package static func appointment(_ name: String, _ alias: String, en label: String? = nil, _ note: Wording) -> Key {
    Key(name: KeyName(name, alias, label, .optional, note), shape: .either([.daySpan, .text])) { fields, key in
      let when = fields.parsed(key.name, key.shape) { text throws(Misread) in try Appointment(reading: text) }
      if let when {
        let days = when.value.days
        fields.days += [Located(days.first, when.mark), Located(days.last, when.mark)]
      }
      return when
    }
  }
}

extension Key where Value == [Located<DaySpan>] {
  /// A list of days or runs of days; a single one may stand without a list.
  package static func spans(_ name: String, _ alias: String, en label: String? = nil, _ note: Wording) -> Key {
    Key(name: KeyName(name, alias, label, .optional, note), shape: .either([.list(.daySpan), .daySpan])) {
      $0.spans($1.name, $1.shape)
    }
  }
}

extension Key where Value == Located<Month>? {
  /// A month of a year.
  package static func month(
    _ name: String, _ alias: String, en label: String? = nil, _ note: Wording,
    _ demand: FieldReader.Demand = .optional
  ) -> Key {
    Key(name: KeyName(name, alias, label, demand, note), shape: .month) { fields, key in
      let month = fields.parsed(key.name, .month) { text throws(Misread) in try Month(reading: text) }
      if let month {
        fields.years.insert(month.value.year)
        fields.days.append(Located(month.value.span.first, month.mark))
      }
      return month
    }
  }
}

extension Key where Value == Located<Period>? {
  /// A year, a half-year or a quarter.
  package static func period(
    _ name: String, _ alias: String, en label: String? = nil, _ note: Wording,
    _ demand: FieldReader.Demand = .optional
  ) -> Key {
    Key(name: KeyName(name, alias, label, demand, note), shape: .period) { fields, key in
      let period = fields.parsed(key.name, .period) { text throws(Misread) in try Period(reading: text) }
      if let period { fields.years.insert(period.value.year) }
      return period
    }
  }
}

extension Key where Value == Located<Money>? {
  /// An amount in yuan, with at most two decimals.
  package static func money(
    _ name: String, _ alias: String, en label: String? = nil, _ note: Wording,
    _ demand: FieldReader.Demand = .optional
  ) -> Key {
    amount(KeyName(name, alias, label, demand, note), .money) { text throws(Misread) in try Money(reading: text) }
  }

  /// An amount in yuan that may lie below zero.
  package static func signedMoney(_ name: String, _ alias: String, en label: String? = nil, _ note: Wording) -> Key {
    amount(KeyName(name, alias, label, .optional, note), .money) { text throws(Misread) in
      try Money(reading: text, allowsNegative: true)
    }
  }
}

extension Key where Value == [Located<String>] {
  /// A list of texts, such as tags. A single text in its place is a fault, because it may hold several.
  ///
  /// - Parameter allowsText: whether one text may stand for the list, parted by 、 or commas: `付-12、付-13`.
  package static func texts(
    _ name: String, _ alias: String, en label: String? = nil, allowsText: Bool = false, _ note: Wording
  ) -> Key {
    Key(
      name: KeyName(name, alias, label, .optional, note),
      shape: allowsText ? .either([.list(.text), .text]) : .list(.text)
    ) {
      $0.texts($1.name, $1.shape, allowsText: allowsText)
    }
  }
}

extension Key where Value == [Located<String>] {
  /// A text, or a list of texts. A single text is one, whatever commas it holds.
  package static func textOrTexts(_ name: String, _ alias: String, en label: String? = nil, _ note: Wording) -> Key {
    Key(name: KeyName(name, alias, label, .optional, note), shape: .either([.text, .list(.text)])) {
      $0.textOrTexts($1.name, $1.shape)
    }
  }
}

extension Key {
  /// One of a closed set of words.
  package static func choice<Word: Choice>(
    _ name: String, _ alias: String, en label: String? = nil, _ type: Word.Type,
    _ note: Wording, _ demand: FieldReader.Demand = .optional
  ) -> Key where Value == Located<Word>? {
    let words = Word.words
    let reminder = Wording(words.joined(separator: "、") + " 里的一个", en: "one of " + words.joined(separator: ", "))
    return Key(
      name: KeyName(name, alias, label, demand, note, reminder: reminder), shape: .choice(words)
    ) { $0.choice($1.name, $1.shape) }
  }

  /// An amount. Nobody but its author touches it, so its faults hold no remedy that could be carried out.
  private static func amount<Parsed: Sendable>(
    _ name: KeyName, _ shape: Field.Shape, _ parse: @escaping @Sendable (String) throws(Misread) -> Parsed
  ) -> Key where Value == Located<Parsed>? {
    Key(name: name, shape: shape) { fields, key in
      let before = fields.diagnostics.count
      let amount = fields.parsed(key.name, shape, parse)
      for index in before..<fields.diagnostics.count { fields.diagnostics[index].fix = nil }
      return amount
    }
  }

  private static func parsed<Parsed: Sendable>(
    _ name: KeyName, _ shape: Field.Shape, _ parse: @escaping @Sendable (String) throws(Misread) -> Parsed
  ) -> Key where Value == Located<Parsed>? {
    Key(name: name, shape: shape) { $0.parsed($1.name, shape, parse) }
  }
}

/// Nil where the author says that nobody knows a figure yet.
private func pending<Value>(_ text: String, _ read: (String) throws(Misread) -> Value) throws(Misread) -> Value? {
  if text == Placeholder.value { return nil }
  do {
    return try read(text)
  } catch {
    // What holds no digit of any kind is no figure mistyped.
    let hasDigits = text.unicodeScalars.contains { $0.properties.numericType != nil }
    if hasDigits { throw error }
    var unknown = error
    unknown.help = Wording(
      "写数字；还不知道就写 \(Placeholder.value)", en: "write a number, or \(Placeholder.value) where nobody knows it yet")
    throw unknown
  }
}
