import BanbaoDiagnostics
import BanbaoMarkdown
import BanbaoSource

/// What an earlier run of the program read of records in Markdown, as a cache keeps it in groups of bytes.
///
/// What is kept of a document are the beginning of its file with the fields, and what became of the text below: the fields
/// are read anew, so that a record's status follows the day. Kept are only documents of which nothing was to be said, and
/// nothing that is not published yet.
package struct DocumentCache: Sendable {
  /// Each group is packed, checked and written as a whole; the number of documents in one grows with the site.
  package static let groupCount = 16

  /// What the program is known by: another reads otherwise.
  package let program: String
  /// The bytes of a group as an earlier run kept them; nil for none.
  package let group: @Sendable (Int) -> [UInt8]?

  package init(program: String, group: @escaping @Sendable (Int) -> [UInt8]?) {
    self.program = program
    self.group = group
  }

  /// The group of a file: paths alone decide, so that a new file changes one group.
  static func group(of path: String) -> Int {
    var hash = StableHash()
    for byte in path.utf8 { hash.mix(UInt64(byte)) }
    return Int(hash.value >> 32) % groupCount
  }
}

/// All that decides what is said of a document, besides its file and the files that it names.
struct DocumentKey: Hashable, Sendable {
  /// The digest of all but what records mask, which is known only once the first documents have been.
  let settled: String

  /// - Parameters:
  ///   - program: of the cache.
  ///   - label: of the content.
  ///   - names: what `private/people.yaml` forbids.
  init(program: String, label: String, names: PrivateNames, _ lineEnds: LineEnds) {
    var packer = Packer()
    packer.add(program)
    packer.add(label)
    packer.add(lineEnds == .kept ? 0 : 1)
    packer.add(names)
    settled = Digest(of: packer.bytes).hexadecimal
  }

  /// The digest of what records mask.
  static func digest(masked names: PrivateNames) -> String {
    var packer = Packer()
    packer.add(names)
    return Digest(of: packer.bytes).hexadecimal
  }
}

extension Packer {
  fileprivate mutating func add(_ names: PrivateNames) {
    add(each: names.key) { packer, name in packer.add(each: name) { $0.add(Int($1)) } }
  }
}

/// What a cache holds, and by what it is known.
struct KeptState: Sendable {
  var key: DocumentKey
  /// The digest of what records mask.
  var maskedNames: String
  /// By the number of a group, how many documents it holds; nil where none of it is known.
  var counts: [Int?]
}

/// The documents of a cache, found by path. Nothing of a document is read before it is asked for.
struct KeptDocuments: Sendable {
  private struct Group: Sendable {
    var bytes: [UInt8]
    /// The digest of what records masked.
    var maskedNames: String
    /// By path.
    var documents: [String: (version: String, range: Range<Int>)] = [:]
  }

  private let groups: [Group?]

  /// - Parameter key: groups that were kept under another are as if they were not there.
  init(_ cache: DocumentCache, _ key: DocumentKey, tasks: Int) async throws {
    groups = try await concurrentMap(Array(0..<DocumentCache.groupCount), tasks: tasks) { number in
      guard let bytes = cache.group(number) else { return nil }
      do throws(Unpacker.Malformed) {
        return try Self.group(bytes, key)
      } catch {
        return nil
      }
    }
  }

  private static func group(_ bytes: [UInt8], _ key: DocumentKey) throws(Unpacker.Malformed) -> Group? {
    var unpacker = Unpacker(bytes)
    guard try unpacker.text() == key.settled else { return nil }
    var group = Group(bytes: bytes, maskedNames: try unpacker.text())
    while !unpacker.isAtEnd {
      let (path, version) = (try unpacker.text(), try unpacker.text())
      group.documents[path] = (version, try unpacker.range())
    }
    return group
  }

  /// - Parameter masked: the digest of what records mask.
  func state(_ key: DocumentKey, masked: String) -> KeptState {
    KeptState(
      key: key, maskedNames: masked, counts: groups.map { $0?.maskedNames == masked ? $0?.documents.count : nil })
  }

  /// The document of a file as reading it would give it; nil where that is not known.
  ///
  /// - Parameter masked: the digest of what records mask; nil for one that is not held against that.
  func document(_ record: ContentListing.Record, _ context: ReadingContext, masked: String? = nil) -> Document? {
    let path = record.file.path
    guard let group = groups[DocumentCache.group(of: path)], let found = group.documents[path],
      found.version == record.file.version, masked ?? group.maskedNames == group.maskedNames
    else { return nil }
    do throws(Unpacker.Malformed) {
      return try revived(record.kind, record.file, Unpacker(group.bytes, found.range), context)
    } catch {
      return nil
    }
  }
}

extension DocumentCache {
  /// What the cache is to hold of a group from now on.
  package struct Change: Sendable {
    package let group: Int
    fileprivate let state: KeptState
    fileprivate let documents: [(version: String, text: ReadText, path: String)]

    /// The group's bytes.
    package var bytes: [UInt8] {
      var packer = Packer()
      packer.add(state.key.settled)
      packer.add(state.maskedNames)
      for document in documents {
        var packed = Packer()
        document.text.pack(into: &packed)
        packer.add(document.path)
        packer.add(document.version)
        packer.add(packed.bytes)
      }
      return packer.bytes
    }
  }

  /// The groups that the cache does not hold as they are now.
  ///
  /// - Parameters:
  ///   - documents: all of the site, with the versions of their files.
  ///   - state: what the cache holds.
  static func changes(
    _ documents: some Sequence<(version: String, document: Document)>, _ state: KeptState
  ) -> [Change] {
    var groups = [[(version: String, text: ReadText, path: String)]](repeating: [], count: groupCount)
    var isKnown = [Bool](repeating: true, count: groupCount)
    for (version, document) in documents {
      guard let text = ReadText(of: document) else { continue }
      let number = group(of: document.path)
      groups[number].append((version, text, document.path))
      if !document.isRevived { isKnown[number] = false }
    }
    return groups.indices.filter { !isKnown[$0] || groups[$0].count != state.counts[$0] }.map {
      Change(group: $0, state: state, documents: groups[$0])
    }
  }
}

private func revived<Kind: RecordKind>(
  _ kind: Kind.Type, _ file: SourceTree.File, _ unpacker: Unpacker, _ context: ReadingContext
) throws(Unpacker.Malformed) -> Document? {
  var unpacker = unpacker
  let path = context.shown(file.path)
  guard let text = try ReadText(unpacking: &unpacker, at: path, context) else { return nil }
  return kind.revived(file, text, context)
}

/// What a cache keeps of a text in Markdown below its fields.
struct ReadText: Sendable {
  /// The bytes of the file before it.
  var head: [UInt8]
  var body: Body
  var links: ReadLinks
}

extension ReadText {
  /// The text of a document; nil of one that is not to be kept.
  init?(of document: Document) {
    guard let head = document.head, document.entries.count == 1, let entry = document.entries.first,
      document.diagnostics.isEmpty, document.untouched.isEmpty, document.unfinished.isEmpty,
      document.leftOut.isEmpty, document.privateNames.isEmpty, document.isReadInFull, !document.isHeldBack
    else { return nil }
    self.head = head
    body = entry.body ?? .empty
    // What its fields name stands in front of the pictures and behind all else.
    let named = entry.files.attachments.count + entry.files.photos.count
    let photos = entry.files.photos.compactMap(\.picture).count
    links = ReadLinks(
      pending: document.links, files: document.namedFiles.dropLast(named),
      pictures: Array(entry.files.pictures.dropFirst(photos)), lookups: document.lookups.dropLast(named))
  }

  func pack(into packer: inout Packer) {
    packer.add(each: links.lookups) { packer, lookup in lookup.pack(into: &packer) }
    packer.add(head)
    packer.add(each: links.pending) { packer, link in link.pack(into: &packer) }
    packer.add(each: links.files) { packer, file in
      packer.add(file.path)
      packer.add(file.place)
      file.lookup.pack(into: &packer)
    }
    packer.add(each: links.pictures) { packer, picture in packer.add(picture.file.path) }
    body.pack(into: &packer)
  }

  /// Nil where another file that it asked for is not what it was.
  init?(unpacking unpacker: inout Unpacker, at path: String, _ context: ReadingContext) throws(Unpacker.Malformed) {
    let lookups = try unpacker.list { unpacker throws(Unpacker.Malformed) in
      try Document.Lookup(unpacking: &unpacker)
    }
    guard lookups.allSatisfy({ $0.isAnswered(by: context.index) }) else { return nil }
    head = try unpacker.content()
    let pending = try unpacker.list { unpacker throws(Unpacker.Malformed) in
      try PendingLink(unpacking: &unpacker, in: path)
    }
    let files = try unpacker.list { unpacker throws(Unpacker.Malformed) in
      NamedFile(
        path: try unpacker.text(), place: try unpacker.place(in: path),
        lookup: try Document.Lookup(unpacking: &unpacker))
    }
    let pictures = try unpacker.list { unpacker throws(Unpacker.Malformed) in
      guard let file = context.index[try unpacker.text()] else { throw Unpacker.Malformed() }
      return ShownPicture(file, context.head(file))
    }
    links = ReadLinks(pending: pending, files: files, pictures: pictures, lookups: lookups)
    body = try Body(unpacking: &unpacker, in: path)
  }
}

extension Document.Lookup {
  fileprivate func pack(into packer: inout Packer) {
    packer.add(path)
    packer.add(size.map { $0 + 2 } ?? 0)
    packer.add(version)
  }

  fileprivate init(unpacking unpacker: inout Unpacker) throws(Unpacker.Malformed) {
    path = try unpacker.text()
    let kept = try unpacker.number()
    size = kept == 0 ? nil : kept &- 2
    version = try unpacker.optionalText()
  }
}

extension PendingLink {
  fileprivate func pack(into packer: inout Packer) {
    switch target {
    case .record(let id, let file):
      packer.add(0)
      packer.add(id)
      packer.add(file)
    case .page(let page):
      packer.add(1)
      packer.add(page)
    case .here: packer.add(2)
    }
    packer.add(fragment)
    packer.add(written)
    packer.add(place)
  }

  /// - Parameter path: of the file, as messages show it.
  fileprivate init(unpacking unpacker: inout Unpacker, in path: String) throws(Unpacker.Malformed) {
    switch try unpacker.number() {
    case 0: target = .record(id: try unpacker.text(), file: try unpacker.text())
    case 1: target = .page(try unpacker.text())
    case 2: target = .here
    default: throw Unpacker.Malformed()
    }
    fragment = try unpacker.optionalText()
    written = try unpacker.text()
    place = try unpacker.place(in: path)
  }
}
