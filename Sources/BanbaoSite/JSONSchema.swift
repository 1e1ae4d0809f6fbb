package import BanbaoDiagnostics
package import BanbaoSource

/// What a file may hold, as a JSON Schema (draft 2020-12) for editors and other programs, made from the functions that
/// read it.
///
/// A schema is no stricter than the reader: what a pattern cannot say (a day that the calendar lacks, a record that is
/// not there) is left to `banbao check`.
package struct FileSchema: Sendable {
  /// The name by which `banbao schema` knows it: `notice`, `site`, `book`.
  package var name: String
  package var title: Wording
  /// Where such files lie under `content/`, as patterns of the YAML language server.
  package var files: [String]
  /// Whether a file may also hold a list of such records.
  package var mayBeList: Bool
  package let fields: [Field]

  package init(name: String, title: Wording, files: [String], mayBeList: Bool = false, fields: [Field]) {
    self.name = name
    self.title = title
    self.files = files
    self.mayBeList = mayBeList
    self.fields = fields
  }

  /// Of a kind of record: the keys of every kind, then its own.
  package init(_ reference: KindReference) {
    self.init(
      name: reference.name.en.lowercased(), title: reference.name,
      files: [".yaml", ".yml"].map { "\(reference.folder)/**/*\($0)" }, mayBeList: true,
      fields: reference.common + reference.own)
  }

  /// The schema of one record, or of the front matter of one.
  package var record: JSON { .object(head + object(fields, at: "#")) }

  /// The schema of a whole file.
  package var file: JSON {
    guard mayBeList else { return record }
    let id = FieldReader.describe { _ = $0.read(CommonFields.Keys.id) }
    let record = JSON.object(object(id + fields, at: "#/$defs/record"))
    let either: JSON = [["$ref": "#/$defs/record"], ["type": "array", "items": ["$ref": "#/$defs/record"]]]
    return .object(head + [("anyOf", either), ("$defs", ["record": record])])
  }

  private var head: [(key: String, value: JSON)] {
    [
      ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", .string(title.zh)),
    ]
  }
}

extension SiteModel {
  /// What every YAML file of a site may hold, records first.
  package var schemas: [FileSchema] {
    let own = [
      FileSchema(
        name: "site", title: Wording("站点设置", en: "Site settings"), files: ["site.yaml"],
        fields: FieldReader.describe { _ = SiteSettings(reading: &$0, newsSections) }),
      FileSchema(
        name: "holidays", title: Wording("放假和调休上班的日子", en: "Days off and days worked"), files: ["holidays/*.yaml"],
        fields: FieldReader.describe { _ = WorkingDays.Arrangement(reading: &$0, year: 2026) }),
    ]
    return references.map { FileSchema($0) } + own + registers.flatMap { $0.schemas }
  }
}

/// An object with the fields under their English and Chinese names, of which a record has one.
///
/// - Parameter path: of the object in its schema, as a JSON pointer, so that a name can refer to the other.
private func object(_ fields: [Field], at path: String) -> [(key: String, value: JSON)] {
  var properties: [(key: String, value: JSON)] = []
  var demands: [JSON] = []
  for field in fields {
    let own = "\(path)/properties/\(field.name)"
    properties.append((field.name, property(field, at: own)))
    if field.alias != field.name { properties.append((field.alias, ["$ref": .string(own)])) }
    let names = field.alias == field.name ? [field.name] : [field.name, field.alias]
    let present = names.map { JSON.object([("required", .array([.string($0)]))]) }
    if field.isRequired { demands.append(.object([("anyOf", .array(present))])) }
    if names.count > 1 { demands.append(["not": .object([("required", .array(names.map { .string($0) }))])]) }
  }
  return [
    ("type", "object"), ("properties", .object(properties)), ("additionalProperties", .flag(false)),
    ("allOf", .array(demands)),
  ]
}

private func property(_ field: Field, at path: String) -> JSON {
  let description: (key: String, value: JSON) = ("description", .string("\(field.note.zh)（\(field.form.zh)）"))
  if field.isRequired { return .object([description] + schema(field.shape, at: path)) }
  // A key that nothing follows counts as left out.
  let shapes: [JSON] = [.object(schema(field.shape, at: path + "/anyOf/0")), ["type": "null"]]
  return .object([description, ("anyOf", .array(shapes))])
}

private func schema(_ shape: Field.Shape, at path: String) -> [(key: String, value: JSON)] {
  switch shape {
  // YAML reads `2026` and `true` as a number and a flag where text is meant.
  case .text, .reference, .file: [("type", ["string", "number", "boolean"])]
  case .flag: [("enum", [.flag(true), .flag(false), "是", "否"])]
  case .count: numeric("^[0-9０-９]{1,3}([,，]?[0-9０-９]{3})*$|^[0-9０-９]+$")
  case .day: pattern(day)
  case .daySpan: pattern("\(day)([/至~～—–-]+\(day))?")
  case .timing: pattern("(\(day)|\(month))([/至~～—–-]+(\(day)|\(month)))?")
  case .month: pattern("[0-9０-９]{4}[-－/.．年][0-9０-９]{1,2}月?")
  case .year: numeric("^[0-9]{4}年?$")
  case .period: numeric("^[0-9]{4}(-?[HhQq][1-4]|年.*)?$|^([HhQq][1-4]|year)$")
  case .money: numeric("^-?[0-9０-９,，]+([.．][0-9０-９]{1,2})?\\s*元?$")
  case .choice(let words): [("enum", .array(words.flatMap { scalars($0) }))]
  case .list(let item): [("type", "array"), ("items", .object(schema(item, at: path + "/items")))]
  case .record(let fields): object(fields, at: path)
  case .either(let shapes):
    [
      (
        "anyOf",
        .array(shapes.enumerated().map { .object(schema($1, at: "\(path)/anyOf/\($0)")) })
      )
    ]
  case .pending: [("const", "待补")]
  case .rough: pattern("[近约]?\\s*[0-9０-９,，.．]+\\s*余?\\s*元?")
  }
}

/// A word as YAML may read it: `2021` is a number.
private func scalars(_ word: String) -> [JSON] {
  [.string(word)] + (Int(word).map { [.number($0)] } ?? [])
}

/// A text of a form that YAML may take for a number.
private func numeric(_ pattern: String) -> [(key: String, value: JSON)] {
  [("type", ["string", "number"]), ("pattern", .string(pattern))]
}

private func pattern(_ pattern: String) -> [(key: String, value: JSON)] {
  [("type", "string"), ("pattern", .string("^\(pattern)$"))]
}

private let day = "[0-9０-９]{4}\\s*[-－/.．年]\\s*[0-9０-９]{1,2}\\s*[-－/.．月]\\s*[0-9０-９]{1,2}\\s*日?"
private let month = "[0-9]{4}[-/年][0-9]{1,2}月?"
