package import BanbaoDiagnostics

/// What a key is called, and what its author is told to write under it: said once for reading, messages, pages, the
/// tables of keys, `banbao new` and the JSON Schema.
///
/// A class, because every reading of every field passes one on, and a copy would count up ten references.
package final class KeyName: Sendable {
  /// In English, as in `person_times`.
  package let name: String
  /// In Chinese, as in 人次; either may be written.
  package let alias: String
  /// What pages and messages call the value: the alias, `Person-times`.
  package let label: Wording
  /// What to write, for an author.
  package let note: Wording
  /// What its author is told where it is missing: the note, or the words to choose from.
  let reminder: Wording
  /// Whether a record without it is at fault.
  package let isRequired: Bool
  /// What authors call it who do not know its name: never read, and answered with the name.
  let synonyms: [String]
  /// What authors call the last day of a span whose days they write under two keys.
  let ends: [String]

  /// - Parameter label: the English label, where it is not the name in plain words.
  init(
    _ name: String, _ alias: String, _ label: String?, _ demand: FieldReader.Demand, _ note: Wording,
    reminder: Wording? = nil
  ) {
    self.name = name
    self.alias = alias
    self.label = Wording(alias, en: label ?? plainWords(name))
    self.note = note
    self.reminder = reminder ?? note
    isRequired = demand.isRequired
    synonyms = []
    ends = []
  }

  private init(_ other: KeyName, isRequired: Bool, synonyms: [String], ends: [String]) {
    name = other.name
    alias = other.alias
    label = other.label
    note = other.note
    reminder = other.reminder
    self.isRequired = isRequired
    self.synonyms = synonyms
    self.ends = ends
  }

  /// The key where a record without it is at fault.
  var required: KeyName { KeyName(self, isRequired: true, synonyms: synonyms, ends: ends) }

  /// The key with other words for it.
  func called(_ synonyms: [String], ends: [String] = []) -> KeyName {
    KeyName(self, isRequired: isRequired, synonyms: synonyms, ends: ends)
  }
}

/// `Person times` for `person_times`.
private func plainWords(_ name: String) -> String {
  let words = name.replacing("_", with: " ")
  return words.prefix(1).uppercased() + words.dropFirst()
}

/// A key and how its value is read. Made once, by one of the functions of `KeyForms.swift`, and read by
/// `FieldReader.read`.
package struct Key<Value: Sendable>: Sendable {
  package let name: KeyName
  /// What an author may write.
  let shape: Field.Shape
  let parse: @Sendable (inout FieldReader, Key) -> Value

  package var label: Wording { name.label }

  /// The key where a record without it is at fault.
  package var required: Key { Key(name: name.required, shape: shape, parse: parse) }

  /// The key with what authors call it who do not know its name: 题目 for 标题.
  ///
  /// - Parameter ends: of a span, what they call a key for its last day alone: 结束时间.
  package func called(_ synonyms: String..., ends: [String] = []) -> Key {
    Key(name: name.called(synonyms, ends: ends), shape: shape, parse: parse)
  }
}

/// A key whose value is fields of its own, or a list of such. What reads them may need more than the fields, so it is
/// given where the key is read.
package struct GroupKey: Sendable {
  package let name: KeyName

  package var label: Wording { name.label }

  /// - Parameter label: the English label, where it is not the name in plain words.
  package init(
    _ name: String, _ alias: String, en label: String? = nil, _ note: Wording,
    _ demand: FieldReader.Demand = .optional
  ) {
    self.name = KeyName(name, alias, label, demand, note)
  }

  private init(_ name: KeyName) { self.name = name }

  /// The key with what authors call it who do not know its name.
  package func called(_ synonyms: String...) -> GroupKey { GroupKey(name.called(synonyms)) }
}

extension FieldReader {
  /// Reads a key. Nil, an empty list or false where it is absent, or unreadable and reported.
  package mutating func read<Value>(_ key: Key<Value>) -> Value { key.parse(&self, key) }

  /// Reads a value that has two names, of which a record writes one; it is at fault where it has neither, or both.
  package mutating func read<Value>(
    _ key: Key<Located<Value>?>, or other: Key<Located<Value>?>
  ) -> Located<Value>? {
    if isDescribing {
      _ = read(key)
      return read(other)
    }
    guard mentions(other.name) else { return read(key.required) }
    let value = read(other.required)
    if mentions(key.name), let twice = read(key) {
      report(
        YAMLRules.duplicateKey.at(
          place(twice.mark),
          Wording(
            "“\(keys[key.name])”与“\(keys[other.name])”是同一项",
            en: "“\(keys[key.name])” and “\(keys[other.name])” are one field"),
          help: Wording("只留一个", en: "keep only one")))
    }
    return value
  }

  /// Whether a key stands in the record, even where nothing readable follows it.
  package func mentions(_ key: KeyName) -> Bool { mentions(key.name, key.alias) }
}
