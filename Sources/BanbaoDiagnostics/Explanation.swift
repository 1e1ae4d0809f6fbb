/// What a rule demands, with a wrong and a right example, as `banbao explain` prints it: in both languages, the chosen
/// one first. It ends with a line feed.
package func explanation(of rule: Rule, language: Language) -> String {
  let languages = language == .chinese ? [Language.chinese, .english] : [.english, .chinese]
  let severity = languages.map { rule.severity.word[$0] }.joined(separator: " / ")
  let texts = languages.map { printable(rule.explanation[$0], keeping: ["\n"]) + "\n" }
  let calendar = Wording("这是日子到了的提醒：--strict 也不拦。", en: "Only time breaks this rule: it does not fail under --strict.")
  let exempt = rule.followsCalendar ? "\n" + languages.map { calendar[$0] + "\n" }.joined() : ""
  return "\(rule.code) (\(severity))\n\n" + texts.joined(separator: "\n") + exempt + "\n"
    + examples(of: rule, language, besides: languages.last) + "\n"
}

extension Severity {
  /// The word for one such diagnostic.
  package var word: Wording {
    switch self {
    case .error: Wording("错误", en: "error")
    case .warning: Wording("提醒", en: "warning")
    case .note: Wording("说明", en: "note")
    }
  }
}

/// The wrong and the right example, indented below their headings, without a line feed at the end.
///
/// - Parameter besides: a second language for the headings.
func examples(of rule: Rule, _ language: Language, besides: Language? = nil) -> String {
  let headings = [Wording("错：", en: "Wrong:"), Wording("对：", en: "Right:")]
  return zip(headings, [rule.wrong, rule.right]).map { heading, example in
    let second = besides.map { " " + heading[$0] } ?? ""
    let lines = printable(example, keeping: ["\n", "\t"])
      .split(separator: "\n", omittingEmptySubsequences: false)
    return heading[language] + second + "\n\n"
      + lines.map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
  }.joined(separator: "\n\n")
}
