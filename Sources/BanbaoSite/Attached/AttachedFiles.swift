import BanbaoDiagnostics
import BanbaoSource

/// The files that records name and those that are published as they are, each looked into once, and what that found at the
/// places that name them.
///
/// What the file is for decides how far it is looked into: the first bytes tell what it is; of documents all is read.
///
/// - Parameter memo: what an earlier compilation looked into is not read again.
/// - Returns: what was found in each file.
func attachedFiles(
  _ content: Content, _ input: SiteInput, reusing memo: Memo
) async throws -> Diagnosed<[Inspection]> {
  var places = namingPlaces(content.documents)
  // An empty file may be all that a server wants to see.
  for file in input.content.files where isStatic(file.path) && file.size > 0 {
    places[file.path, default: []].append((Place(input.content.shown(file.path)), false))
  }
  let files = places.keys.sorted().compactMap { content.index[$0] }
  let known = KnownWords(names: content.searchedNames, settings: content.settings)
  let tree = input.content
  let inspections = try await concurrentMap(files, tasks: input.tasks) { file in
    try memo.inspection(file, known.key)
      ?? input.observer.measure(.checking, file.path) {
        Inspection(file: file, key: known.key, findings: try inspect(file, in: tree, known))
      }
  }
  let diagnostics = inspections.flatMap { inspection in
    inspection.findings.flatMap { finding in
      (places[inspection.file.path] ?? []).map { named in
        var diagnostic = finding
        diagnostic.place = named.place
        return named.isHeldBack ? demoted(diagnostic) : diagnostic
      }
    }
  }
  return Diagnosed(inspections, diagnostics)
}

/// What was found in one file; its diagnostics stand at no place yet.
struct Inspection: Sendable {
  var file: SourceTree.File
  /// What else the findings depend on.
  var key: KnownWords.Key
  var findings: [Diagnostic]

  var isDamagedPicture: Bool { findings.contains { $0.code == FileRules.damaged.code } }
}

/// The words that files are searched for, and those that are no finding.
struct KnownWords: Sendable {
  /// What must never appear, and what records mask.
  var names: [PrivateNames]
  /// The site's own: as the author of a document they name no person.
  var own: Set<String>
  var key: Key { Key(names: names.map(\.key), own: own) }

  struct Key: Sendable, Hashable {
    var names: [[[UInt32]]]
    var own: Set<String>
  }

  init(names: [PrivateNames], settings: SiteSettings) {
    self.names = names
    own = [settings.title, settings.union]
  }
}

/// Where each file is named, at most once a record; where one that is published names it, those that are held back do not
/// count.
private func namingPlaces(_ documents: [Document]) -> [String: [(place: Place, isHeldBack: Bool)]] {
  var places: [String: [(place: Place, isHeldBack: Bool)]] = [:]
  for document in documents where !document.namedFiles.isEmpty {
    var seen = Set<String>()
    for named in document.namedFiles where seen.insert(named.path).inserted {
      places[named.path, default: []].append((named.place, document.isHeldBack))
    }
  }
  return places.mapValues { places in
    let published = places.filter { !$0.isHeldBack }
    return published.isEmpty ? places : published
  }
}
