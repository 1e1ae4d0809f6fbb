import BanbaoDiagnostics
import BanbaoMarkdown
import BanbaoSource

/// All of `content/`, read: what needs nothing but the single file is done.
struct Content: Sendable {
  var settings: SiteSettings
  var workingDays: WorkingDays
  var index: ContentIndex
  /// In the order of their paths.
  var documents: [Document]
  /// In the order of the model.
  var registers: [ReadRegister]
  /// What must never appear.
  var names: PrivateNames
  /// What records mask.
  var maskedNames: PrivateNames
  /// Those of them that `site.yaml` and the files of registers hold, by their place in the list.
  var namesOutsideRecords: Set<Int>
  /// What reading files left out, by their paths in messages.
  var leftOut: [String: LeftOutCharacters]
  /// Of every file but those of documents.
  var diagnostics: [Diagnostic]
  /// Of the cache of documents; nil where there is none.
  var cache: DocumentCache?
  var kept: KeptState?

  /// What other texts than records are searched for.
  var searchedNames: [PrivateNames] { [names, maskedNames] }
}

/// Reads every file of `content/`: what belongs to no kind is told of, and what is there to be read is read by itself.
///
/// - Parameter memo: files that it knows are not read again.
func readContent(_ input: SiteInput, _ model: SiteModel, reusing memo: Memo) async throws -> Content {
  let tree = input.content
  let index = ContentIndex(tree)
  let listing = ContentListing(tree, model)
  let names = try readPrivateNames(tree, index)
  let settings = try readSettings(tree, index, model, names.value)
  let workingDays = try readHolidays(listing.holidays, tree)
  let registers = try await readRegisters(listing.registers, input, model, names.value, reusing: memo)
  let (documents, kept) = try await readDocuments(
    listing.records, index, input, model, names.value, settings.value.lineEnds, reusing: memo)
  return Content(
    settings: settings.value, workingDays: workingDays.value, index: index, documents: documents, registers: registers,
    names: names.value, maskedNames: maskedNames(documents),
    namesOutsideRecords: registers.reduce(into: settings.privateNames) { $0.formUnion($1.privateNames) },
    leftOut: leftOut(tree, documents, registers, settings),
    diagnostics: listing.diagnostics + names.diagnostics + settings.diagnostics + workingDays.diagnostics
      + registers.flatMap(\.diagnostics), cache: memo.cache, kept: kept)
}

private func leftOut(
  _ tree: SourceTree, _ documents: [Document], _ registers: [ReadRegister], _ settings: ReadSettings
) -> [String: LeftOutCharacters] {
  var all = [tree.shown("site.yaml"): settings.leftOut]
  for register in registers { all.merge(register.leftOut) { first, _ in first } }
  for document in documents where !document.leftOut.isEmpty { all[tree.shown(document.path)] = document.leftOut }
  return all
}

private func readDocuments(
  _ records: [ContentListing.Record], _ index: ContentIndex, _ input: SiteInput, _ model: SiteModel,
  _ names: PrivateNames, _ lineEnds: LineEnds, reusing memo: Memo
) async throws -> ([Document], KeptState?) {
  let tree = input.content
  let context = readingContext(
    index, input, model, names, lineEnds, keepsHeads: memo.cache != nil || memo.expectsEdits)
  let isKnown = memo.knowsDocuments(of: input, names, lineEnds)
  let knowsPaths = memo.knowsPaths(of: index)
  @Sendable func read(_ record: ContentListing.Record) throws -> ReadFile {
    try readFile(record.kind, record.file, input, context)
  }
  let key = memo.cache.map { DocumentKey(program: $0.program, label: tree.label, names: names, lineEnds) }
  var kept: KeptDocuments?
  if let cache = memo.cache, let key { kept = try await KeptDocuments(cache, key, tasks: input.tasks) }
  // Those that a cache knows are made anew below.
  var unspooled = context
  unspooled.spool = nil
  // Whom a record masks the others must not name: those that may mask somebody are read first.
  let masking = records.filter { $0.kind.masksPersons }
  let first = try await concurrentMap(masking, tasks: input.tasks) { [kept, unspooled] record in
    if isKnown, let known = memo.document(record.file, index, knowsPaths: knowsPaths) {
      return (document: known, file: ReadFile?.none)
    }
    if let known = kept?.document(record, unspooled) { return (document: known, file: ReadFile?.none) }
    let file = try read(record)
    return (document: file.document, file: file)
  }
  let masked = maskedNames(first.map(\.document))
  let maskedDigest = key.map { _ in DocumentKey.digest(masked: masked) }
  let isAllKnown = isKnown && memo.maskedNames == masked.key
  let files = Dictionary(
    first.compactMap { first in first.file.map { (first.document.path, $0) } }, uniquingKeysWith: { first, _ in first })
  let documents = try await concurrentMap(records, tasks: input.tasks) { [kept] record in
    if isAllKnown, let known = memo.document(record.file, index, knowsPaths: knowsPaths) { return known }
    if let known = kept?.document(record, context, masked: maskedDigest) { return known }
    return try (files[record.file.path] ?? read(record)).checked(masked: masked)
  }
  guard let key, let maskedDigest else { return (documents, nil) }
  return (documents, kept?.state(key, masked: maskedDigest))
}

/// The names that records mask and no record shows, with the place of the first that does.
private func maskedNames(_ documents: [Document]) -> PrivateNames {
  let people = documents.flatMap { document in
    document.entries.flatMap { entry in entry.people.map { (person: $0, entry: entry) } }
  }
  let shown = Set(
    people.filter(\.person.consents).flatMap { BanbaoSite.names(in: $0.person.name.value) }.map(foldedName))
  return PrivateNames(
    people.filter { !$0.person.consents }.flatMap { person, entry in
      BanbaoSite.names(in: person.name.value).filter(readsAsName).compactMap { name in
        let folded = foldedName(name)
        guard !shown.contains(folded) else { return nil }
        return PrivateNames.Name(
          isMasked: true, folded: folded, masked: masked(name, .first), place: entry.place(person.name.mark))
      }
    })
}

/// Reads the file of a record. Throws what the disk threw.
func readFile(
  _ kind: any RecordKind.Type, _ file: SourceTree.File, _ input: SiteInput, _ context: ReadingContext
) throws -> ReadFile {
  try input.observer.measure(.reading, file.path) { kind.read(file, try input.content.read(file), context) }
}

/// What every record of a site is read with.
///
/// - Parameter keepsHeads: whether documents go into a cache, or are held against later ones.
func readingContext(
  _ index: ContentIndex, _ input: SiteInput, _ model: SiteModel, _ names: PrivateNames, _ lineEnds: LineEnds,
  keepsHeads: Bool
) -> ReadingContext {
  let tree = input.content
  let byFolder = Dictionary(model.kinds.map { ($0.folder, $0) }, uniquingKeysWith: { first, _ in first })
  return ReadingContext(
    index: index, label: tree.label, today: input.today, names: names,
    publishedSize: { publishedSize($0, in: tree) }, head: { pictureHead($0, in: tree) }, lineEnds: lineEnds,
    kinds: model.kinds,
    page: { id in
      let folder = id.firstIndex(of: "/").map { String(id[..<$0]) }
      return folder.flatMap { byFolder[$0]?.page(of: id) } ?? id + ".html"
    }, keepsHeads: keepsHeads, spool: input.spool)
}

private func readPrivateNames(_ tree: SourceTree, _ index: ContentIndex) throws -> Diagnosed<PrivateNames> {
  let misnamed = PrivateNames.misnamed(tree)
  guard let file = index[PrivateNames.path] else { return Diagnosed(PrivateNames(), misnamed) }
  let text = try tree.text(file)
  let read = PrivateNames.read(text)
  return Diagnosed(
    read.names, misnamed + read.diagnostics.map(text.leftOut.original))
}
