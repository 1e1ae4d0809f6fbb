import Foundation
import TestSupport
import Testing

/// The schemas that `banbao schema` prints, as an independent validator reads them.
@Suite(
  "The JSON Schemas of the keys",
  .enabled(
    if: CheckedSite.canBeChecked,
    "the checks are not installed; `bash .ci/setup test` installs them"))
struct SchemaTests {
  @Test func `every record of the sample content is valid, and records with a fault are not`() async throws {
    let scratch = try TemporaryFolder()
    try scratch.write(try await CheckedSite.run(Program.banbao, ["schema"], in: scratch), to: "schemas.json")
    let script = Repository.path("Tests/BrowserTests/checks/check_schemas.py")
    let output = try await CheckedSite.run(
      CheckedSite.python, ["-B", "-X", "utf8", script, scratch("schemas.json"), Repository.path("content")], in: scratch
    )
    for fault in try JSONDecoder().decode([Fault].self, from: Data(output.utf8)) {
      Issue.record("\(fault.page): \(fault.text)")
    }
  }

  @Test(arguments: ["notice", "notices", "通知"])
  func `one kind's schema is asked for by its name, its folder or its Chinese name`(word: String) async throws {
    let scratch = try TemporaryFolder()
    let all = try await CheckedSite.run(Program.banbao, ["schema"], in: scratch)
    let one = try await CheckedSite.run(Program.banbao, ["schema", word], in: scratch)
    #expect(one.contains("\"description\""))
    #expect(all.contains("\"notice\": "))
    #expect(try await CheckedSite.run(Program.banbao, ["schema", "site"], in: scratch).contains("\"站名\""))
  }

  @Test func `a new site tells the editor which schema is for which file`() throws {
    let scratch = try TemporaryFolder()
    #expect(try scratch.run("init", "site").status == 0)
    let settings = try scratch.text("site/.vscode/settings.json")
    struct Settings: Decodable {
      var schemas: [String: [String]]
      enum CodingKeys: String, CodingKey { case schemas = "yaml.schemas" }
    }
    let schemas = try JSONDecoder().decode(Settings.self, from: Data(settings.utf8)).schemas
    #expect(schemas[".vscode/schemas/site.json"] == ["content/site.yaml"])
    #expect(schemas[".vscode/schemas/notice.json"] == ["content/notices/**/*.yaml", "content/notices/**/*.yml"])
    for path in schemas.keys { #expect(scratch.exists("site/" + path), "\(path)") }
  }
}
