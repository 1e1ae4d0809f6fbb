import BanbaoDiagnostics
import BanbaoSource

extension RecordKind {
  /// The fault of a record that another kind would read without one: it lies in the wrong folder, and all else that could
  /// be said of its keys would mislead. Nil where no kind would, or several.
  static func otherFolder(_ node: Node, _ fields: FieldReader, _ context: ReadingContext) -> Diagnostic? {
    let codes = Set(fields.diagnostics.map(\.code))
    guard !codes.isDisjoint(with: [FieldRules.unknown.code, FieldRules.missing.code, FieldRules.choice.code]) else {
      return nil
    }
    let others = context.kinds.filter { $0.folder != folder && $0.reads(node, path: fields.path) }
    guard others.count == 1, let other = others.first else { return nil }
    return FileRules.misplaced.at(
      fields.place(node.mark),
      Wording(
        "这条记录像是\(other.name.zh)，却放在\(name.zh)的文件夹 \(folder) 里",
        en: "this record looks like one of \(other.folder), but lies in \(folder)"),
      help: Wording("把文件放到 \(other.folder) 文件夹里", en: "move the file to \(other.folder)"))
  }

  /// Whether every key of a record is one of this kind's, and all that it requires is there.
  private static func reads(_ node: Node, path: String) -> Bool {
    FieldReader.accepts(node, path: path) { fields in
      let common = CommonFields.read(&fields, allowsSpan: dateMayBeSpan)
      _ = FileReferences.read(&fields)
      return Self(reading: &fields) != nil && common != nil
    }
  }
}
