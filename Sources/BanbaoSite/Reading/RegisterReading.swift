import BanbaoDiagnostics
import BanbaoSource

/// Reads the files of every register that has any, in the order of the model.
///
/// - Parameter files: by the place of the register in the model.
func readRegisters(
  _ files: [Int: [SourceTree.File]], _ input: SiteInput, _ model: SiteModel, _ names: PrivateNames,
  reusing memo: Memo
) async throws -> [ReadRegister] {
  let tree = input.content
  var read: [ReadRegister] = []
  for (number, register) in model.registers.enumerated() {
    guard let own = files[number] else { continue }
    if let known = memo.register(number, own, names.key, label: tree.label) {
      read.append(known)
      continue
    }
    read.append(
      try await input.observer.measure(.reading, own[0].path) {
        try await readRegister(register, number, own, tree, names, tasks: input.tasks)
      })
  }
  return read
}

/// Of long books, what they say and what they give away are looked for at once.
private func readRegister(
  _ register: any Register.Type, _ number: Int, _ files: [SourceTree.File], _ tree: SourceTree, _ names: PrivateNames,
  tasks: Int
) async throws -> ReadRegister {
  var read: [SourceText] = []
  for file in files { read.append(try await tree.table(file, tasks: tasks)) }
  let texts = read
  let parts = try await concurrentMap([nil] + texts, tasks: tasks) { text -> RegisterPart in
    guard let text else {
      let read = register.read(texts)
      return RegisterPart(register: read.register, diagnostics: read.diagnostics)
    }
    var part = RegisterPart()
    if isTable(text.path), tableText(text).text != nil {
      part.diagnostics += characterFaults(of: text, isTable: true)
    }
    if let privacy = privacy(of: text, names) {
      part.diagnostics += privacy.diagnostics
      part.privateNames = privacy.found
    }
    return part
  }
  return ReadRegister(
    number: number, files: files, register: parts[0].register ?? register.read(texts).register,
    diagnostics: parts.flatMap(\.diagnostics),
    privateNames: parts.reduce(into: []) { $0.formUnion($1.privateNames) },
    leftOut: Dictionary(texts.map { ($0.path, $0.leftOut) }, uniquingKeysWith: { first, _ in first }))
}

/// What came of reading the files of a register, or of looking through one of them.
private struct RegisterPart: Sendable {
  /// Nil for a file by itself.
  var register: (any Register)?
  var diagnostics: [Diagnostic] = []
  var privateNames: Set<Int> = []
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
