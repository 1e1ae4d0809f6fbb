import BanbaoDiagnostics
import BanbaoSource

/// Reads the files of every register that has any, in the order of the model.
///
/// - Parameter files: by the place of the register in the model.
func readRegisters(
  _ files: [Int: [SourceTree.File]], _ input: SiteInput, _ model: SiteModel, _ names: PrivateNames,
  reusing memo: Memo
) throws -> [ReadRegister] {
  let tree = input.content
  return try model.registers.enumerated().compactMap { number, register in
    guard let own = files[number] else { return nil }
    return try memo.register(number, own, names.key, label: tree.label)
      ?? input.observer.measure(.reading, own[0].path) { try readRegister(register, number, own, tree, names) }
  }
}

private func readRegister(
  _ register: any Register.Type, _ number: Int, _ files: [SourceTree.File], _ tree: SourceTree, _ names: PrivateNames
) throws -> ReadRegister {
  let texts = try files.map { try tree.table($0) }
  let read = register.read(texts)
  var kept = ReadRegister(
    number: number, files: files, register: read.register, diagnostics: read.diagnostics, privateNames: [])
  for text in texts {
    kept.leftOut[text.path] = text.leftOut
    if isTable(text.path), tableText(text).text != nil {
      kept.diagnostics += characterFaults(of: text, isTable: true)
    }
    guard let privacy = privacy(of: text, names) else { continue }
    kept.diagnostics += privacy.diagnostics
    kept.privateNames.formUnion(privacy.found)
  }
  return kept
}

/// What a file gives away that is no record: the settings, whose words stand on every page, the books, whose lines are
/// shown one by one.
///
/// Nil where the file cannot be read at all.
func privacy(of file: SourceText, _ names: PrivateNames) -> FilePrivacy? {
  let isTable = isTable(file.path)
  guard isTable || encodingFaults(of: file).isEmpty, let text = isTable ? tableText(file).text : file else {
    return nil
  }
  var privacy = FilePrivacy(text, names)
  privacy.checkNumbers()
  let all = text.start..<text.bytes.count
  if isTable {
    privacy.checkNames(in: all)
  } else if !names.isEmpty, let root = mendedYAML(text, all, firstLine: 1).root {
    privacy.checkNames(in: root, all, people: [])
  }
  return privacy
}

private func isTable(_ path: String) -> Bool { path.hasSuffix(".csv") || isWorkbook(path) }
