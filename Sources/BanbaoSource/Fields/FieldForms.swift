import BanbaoDiagnostics

// Fields whose value has several forms, or a form that needs more than the field.

extension FieldReader {
  /// A period, where `H1`, `Q3` or `year` stands for a part of a known year.
  package mutating func period(_ key: Key<Located<Period>?>, within year: Int) -> Located<Period>? {
    parsed(key.name, key.shape) { text throws(Misread) in try Period(reading: text, within: year) }
  }

  /// A text with a form of its own, or fields in its place: `2026-07/2026-08`, or `{month: 3, label: 三八期间}`.
  ///
  /// - Parameters:
  ///   - form: what the text looks like.
  ///   - word: reads the text; what it throws is reported at the text.
  package mutating func textOrRecord<Value: Sendable>(
    _ key: GroupKey, form: Field.Shape, word: (String) throws(Misread) -> Value, _ read: (inout FieldReader) -> Value?
  ) -> Located<Value>? {
    guard let node = node(key.name, .either([form, .record(FieldReader.describe { _ = read(&$0) })])) else {
      return nil
    }
    if case .mapping = node.content { return nested(node, read).map { Located($0, node.mark) } }
    guard let text = scalar(node) else {
      lacksRequired = lacksRequired || key.name.isRequired
      return nil
    }
    if Placeholder.isValue(text) {
      lacksRequired = lacksRequired || key.name.isRequired
      reportUntouched(text, node, reminder: key.name.reminder)
      return nil
    }
    do {
      return Located(try word(text), node.mark)
    } catch {
      lacksRequired = lacksRequired || key.name.isRequired
      misread(error, node)
      return nil
    }
  }
}
