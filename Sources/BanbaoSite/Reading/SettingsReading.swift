package import BanbaoDiagnostics
package import BanbaoSource

/// `site.yaml` as it was read.
struct ReadSettings: Sendable {
  var value = SiteSettings()
  /// Of `private/people.yaml`, by their place in the list.
  var privateNames: Set<Int> = []
  var leftOut = LeftOutCharacters()
  var diagnostics: [Diagnostic] = []
}

/// Reads `site.yaml`; where it cannot be read, what it says by default counts.
func readSettings(
  _ tree: SourceTree, _ index: ContentIndex, _ model: SiteModel, _ names: PrivateNames
) throws -> ReadSettings {
  var read = ReadSettings()
  guard let file = index["site.yaml"] else {
    read.diagnostics.append(
      SettingsRules.missing.at(
        Place(tree.shown("site.yaml")), Wording("没有 site.yaml", en: "there is no site.yaml"),
        help: Wording("新建它，写上“站名: …”和“工会名称: …”两行", en: "make it, with title: … and union: …")))
    return read
  }
  let text = try tree.text(file)
  read.leftOut = text.leftOut
  if let privacy = privacy(of: text, names) {
    read.diagnostics += privacy.diagnostics
    read.privateNames = privacy.found
  }
  let settings = readFields(of: text, &read.diagnostics) { SiteSettings(reading: &$0, model.newsSections) }
  read.value = settings ?? SiteSettings()
  return read
}

/// Reads `holidays/YEAR.yaml` of every year.
func readHolidays(_ files: [SourceTree.File], _ tree: SourceTree) throws -> Diagnosed<WorkingDays> {
  var read = Diagnosed(WorkingDays())
  for file in files {
    let name = withoutExtension(fileName(file.path))
    guard isRecord(file.path), name.utf8.count == 4, let year = Int(name) else {
      read.diagnostics.append(
        FileRules.misplaced.at(
          Place(tree.shown(file.path)), Wording("假期文件以年份为名", en: "a holiday file is named after its year"),
          help: Wording("改名，文件名写四位年份，扩展名 .yaml", en: "rename it to the four digits of its year, with .yaml")))
      continue
    }
    let text = try tree.text(file)
    var faults: [Diagnostic] = []
    let arrangement = readFields(of: text, &faults) { WorkingDays.Arrangement(reading: &$0, year: year) }
    read.diagnostics += faults.map(text.leftOut.original)
    if let arrangement { read.value.add(arrangement) }
  }
  return read
}

/// The site's time zone and where it is written, read ahead of everything else because `today` is an input.
///
/// What is wrong with `site.yaml` is left to `compile`; here its default counts.
package func timeZone(of content: SourceTree) throws -> (name: String, place: Place?) {
  guard let file = content.files.first(where: { $0.path == "site.yaml" }) else { return (SiteSettings().timeZone, nil) }
  var ignored: [Diagnostic] = []
  let text = try content.text(file)
  let zone = readFields(of: text, &ignored) { $0.read(SiteSettings.Keys.timeZone) } ?? nil
  return (zone?.value ?? SiteSettings().timeZone, zone.map { Place(text.path, $0.mark) })
}

/// Reads the fields of a YAML file that is no record, with the checks every file gets; nil, and why, where it cannot be
/// read at all.
///
/// - Parameter read: asks for every key before it gives up, as `FieldReader.reading` wants it.
package func readFields<Value>(
  of text: SourceText, _ diagnostics: inout [Diagnostic], _ read: (inout FieldReader) -> Value
) -> Value? {
  let faults = encodingFaults(of: text)
  diagnostics += faults
  if !faults.isEmpty { return nil }
  diagnostics += characterFaults(of: text)
  let parsed = mendedYAML(text, text.start..<text.bytes.count, firstLine: 1)
  diagnostics += parsed.diagnostics
  if parsed.root == nil, parsed.diagnostics.containErrors { return nil }
  let root = parsed.root ?? Node(.mapping([]), mark: Mark(line: 1, column: 1))
  let (value, reader) = FieldReader.reading(root, path: text.path, read)
  diagnostics += reader.diagnostics
  return value
}
