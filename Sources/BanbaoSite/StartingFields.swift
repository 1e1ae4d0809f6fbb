import BanbaoDiagnostics
package import BanbaoSource

/// Fields as a starting file gives them: the required and the wanted ones with 待补 where its author has to say what nobody
/// else knows, the others in comments, each with its note. All of it is a draft.
package struct StartingFields: Sendable {
  /// The language of keys and notes.
  package var keys: KeyLanguage
  /// Keys that are given besides the required ones, those in a group as `publicity.from`.
  package var wanted: [String] = []
  /// What is known of a key, those in a group likewise; every other reads 待补. A figure, a name or a choice that stood
  /// there would be published by whoever overlooks it.
  package var known: [String: String] = [:]

  package init(keys: KeyLanguage, wanted: [String] = [], known: [String: String] = [:]) {
    self.keys = keys
    self.wanted = wanted
    self.known = known
  }

  /// The lines of YAML, those in comments last.
  package func lines(_ fields: [Field]) -> [String] {
    var given: [String] = []
    var optional: [String] = []
    // Samples come with a new site; nobody begins one.
    for field in fields where field.name != "sample" {
      if field.name == "draft" {
        given += [draftNote, "\(name(field)): true"]
      } else if field.isRequired || wanted.contains(where: { $0 == field.name || $0.hasPrefix(field.name + ".") }) {
        given += [note(field)] + written(field)
      } else {
        optional += [note(field), "# \(name(field)): \(hint(field.shape))"]
      }
    }
    return given + optional
  }

  private func name(_ field: Field) -> String { keys[field] }

  /// In which the notes are.
  private var language: Language { keys == .chinese ? .chinese : .english }

  private var draftNote: String {
    keys == .chinese
      ? "# 草稿：写好以后删去下面这一行，才会发布"
      : "# draft（草稿）: take the next line away when all is written; until then it is not published"
  }

  private func note(_ field: Field) -> String {
    let label = keys == .chinese ? "# \(field.alias)：" : "# \(field.name)（\(field.alias)）: "
    guard case .choice(let words) = field.shape.main else { return label + field.note[language] }
    let choices = Wording("，写其中一个：\(words.joined(separator: "、"))", en: ", one of: \(words.joined(separator: ", "))")
    return label + field.note[language] + choices[language]
  }

  private func written(_ field: Field) -> [String] {
    let inner: [Field]
    let isList: Bool
    switch field.shape.main {
    case .record(let fields): (inner, isList) = (fields, false)
    case .list(.record(let fields)): (inner, isList) = (fields, true)
    default: return ["\(name(field)): \(known[field.name] ?? Placeholder.value)"]
    }
    let given = inner.filter { $0.isRequired || wanted.contains("\(field.name).\($0.name)") }
    let lines = given.enumerated().map { position, inner in
      let indent = isList ? (position == 0 ? "  - " : "    ") : "  "
      return "\(indent)\(name(inner)): \(known["\(field.name).\(inner.name)"] ?? Placeholder.value)"
    }
    return ["\(name(field)):"] + lines
  }

  /// What stands in the comment of a key that may be left out. Never that a person agrees to be named: nobody but the
  /// person can say so.
  private func hint(_ shape: Field.Shape) -> String {
    switch shape.main {
    case .flag: return "true"
    case .list(.record(let fields)): return "[\(hint(.record(fields)))]"
    case .list: return "[\(Placeholder.value)]"
    case .record(let fields):
      let shown = fields.filter { $0.name != "consent" }
      return "{\(shown.map { "\(name($0)): \(hint($0.shape))" }.joined(separator: ", "))}"
    default: return Placeholder.value
    }
  }
}
