import ArgumentParser
import BanbaoDiagnostics
import BanbaoKinds
import BanbaoSite

struct SchemaCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: usageText("打印各项的 JSON Schema，编辑器可以边写边提示", en: "Print the JSON Schema of the keys, for editors."),
    discussion: usageText(
      """
      例：
        banbao schema notice             一类记录
        banbao schema site               site.yaml；也可以写 book、limits、holidays
        banbao schema                    全部，合成一个对象
      """,
      en: """
        Examples:
          banbao schema notice             one kind of record
          banbao schema site               site.yaml; also book, limits, holidays
          banbao schema                    all of them, as one object
        """))

  @Argument(
    help: .words("类别，或 site、book、limits、holidays", en: "A kind, or site, book, limits, holidays."),
    completion: .list(Kinds.model.schemas.map(\.name)))
  var kind: String?

  var lang: Language? { nil }

  func execute() throws -> ExitCode {
    let schemas = Kinds.model.schemas
    guard let kind else {
      Output.print(form: JSON.object(schemas.map { ($0.name, $0.record) }).text)
      return .success
    }
    let folders = Dictionary(
      Kinds.all.map { ($0.folder, $0.name.en.lowercased()) }, uniquingKeysWith: { first, _ in first })
    let word = folders[kind.lowercased()] ?? kind.lowercased()
    guard let schema = schemas.first(where: { $0.name == word || $0.title.zh == kind }) else {
      let near = nearest(to: kind, among: schemas.flatMap { [$0.name, $0.title.zh] })
      throw ValidationError(
        "没有“\(kind)”\(near.map { "，是不是“\($0)”？" } ?? "；")可以写：\(schemas.map(\.name).joined(separator: "、"))",
        en: "there is no “\(kind)”\(near.map { ", did you mean “\($0)”?" } ?? ";") there are: "
          + schemas.map(\.name).joined(separator: ", "))
    }
    Output.print(form: schema.record.text)
    return .success
  }
}

/// What makes an editor know the keys: the schemas, and which files each is for.
///
/// - Returns: paths in a new site with the bytes of each.
func editorFiles() -> [(path: String, bytes: [UInt8])] {
  let schemas = Kinds.model.schemas
  let files = schemas.map { (".vscode/schemas/\($0.name).json", Array(($0.file.text + "\n").utf8)) }
  let associations = schemas.map { schema in
    (key: ".vscode/schemas/\(schema.name).json", value: JSON.array(schema.files.map { .string("content/" + $0) }))
  }
  let settings: JSON = ["yaml.schemas": .object(associations)]
  // The YAML language server of VS Code.
  let extensions: JSON = ["recommendations": ["redhat.vscode-yaml"]]
  return files + [
    (".vscode/settings.json", Array((settings.text + "\n").utf8)),
    (".vscode/extensions.json", Array((extensions.text + "\n").utf8)),
  ]
}
