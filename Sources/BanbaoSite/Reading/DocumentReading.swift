package import BanbaoDiagnostics
import BanbaoFiles
import BanbaoHTML
import BanbaoMarkdown
package import BanbaoSource

/// One content file, read: its records, its links, its faults. Nothing of it depends on another file's content.
package struct Document: Sendable {
  package var path: String
  package var entries: [any AnyEntry] = []
  package var links: [PendingLink] = []
  package var diagnostics: [Diagnostic] = []
  /// Drafts that are too unfinished to be read.
  package var unfinished: [UnfinishedDraft] = []
  /// The files that it names, be it published, held back or faulty.
  var namedFiles: [NamedFile] = []
  /// Whether all of it could be read. Else it may name files that nobody knows of.
  var isReadInFull = true
  /// What its drafts still have of their starting files; only the desk shows it.
  var untouched: [Diagnostic] = []
  /// What it asked of the other files, and what the answer was.
  var lookups: [Lookup] = []
  /// What reading it left out, by which its places are those of the file.
  var leftOut = LeftOutCharacters()
  /// The names of `private/people.yaml` that it would give away, by their place in the list.
  var privateNames = Set<Int>()
  /// The bytes of a file in Markdown before its text, for a cache or for an edit of the text; nil where nobody asks for them.
  var head: [UInt8]?
  /// Whether a cache knew it.
  var isRevived = false

  package init(path: String) { self.path = path }

  /// A question to the listing of `content/`: nothing else of other files goes into a document.
  struct Lookup: Sendable, Hashable {
    var path: String
    /// Nil where there is no such file; -1 where only its existence mattered.
    var size: Int?
    /// Where the content of the file mattered, as it decides how large a picture is.
    var version: String?

    /// Whether the answer is still the same.
    func isAnswered(by index: ContentIndex) -> Bool {
      guard let size else { return index[path] == nil }
      guard let found = index[path] else { return false }
      return size < 0 || found.size == size && version.map { $0 == found.version } ?? true
    }
  }
}

/// A draft that lacks what its kind requires: it is left out like any other.
package struct UnfinishedDraft: Sendable {
  /// The path under `content/` without extension, by which other records name it.
  package var id: String
  package var source: String
}

/// What reading needs besides the file itself.
struct ReadingContext: Sendable {
  var index: ContentIndex
  var label: String
  var today: Day
  /// What must never appear.
  var names = PrivateNames()
  /// How large a file is as it is published, in bytes.
  var publishedSize: @Sendable (SourceTree.File) -> Int = { $0.size }
  /// What the head of a picture tells.
  var head: @Sendable (SourceTree.File) -> PictureHead? = { _ in nil }
  var lineEnds = LineEnds.kept
  /// Every kind of record, for one that lies in the wrong folder.
  var kinds: [any RecordKind.Type] = []
  /// The page that shows a record, by its id.
  var page: @Sendable (String) -> String = { $0 + ".html" }
  /// Whether documents keep what stands before their text.
  var keepsHeads = false
  var spool: (any Spool)?

  /// The path of a file under `content/` as messages show it.
  func shown(_ path: String) -> String { joined(label, path) }

  /// A body with its HTML in the spool. What is cut into parts is needed part by part, and stays.
  func spooled(_ body: Body) -> Body {
    guard body.markdown.isEmpty else { return body }
    var spooled = body
    spooled.html = body.html.spooled(in: spool)
    return spooled
  }
}

/// What the links of a text came to.
struct ReadLinks: Sendable {
  var pending: [PendingLink] = []
  var files: [NamedFile] = []
  /// Those of the files that the text shows.
  var pictures: [ShownPicture] = []
  var lookups: [Document.Lookup] = []
}

extension RecordKind {
  /// Reads one file of this kind's folder. Whom other records mask is not looked for yet.
  static func read(_ file: SourceTree.File, _ bytes: [UInt8], _ context: ReadingContext) -> ReadFile {
    let text = SourceText(path: context.shown(file.path), bytes: bytes).sifted()
    let faults = encodingFaults(of: text)
    if !faults.isEmpty {
      var document = Document(path: file.path)
      document.diagnostics += faults
      document.leftOut = text.leftOut
      document.isReadInFull = false
      return ReadFile(document: document, text: text, parts: nil, contactKeys: [])
    }
    var parts = FileParts(yaml: text.start..<text.start, body: text.bytes.count..<text.bytes.count)
    var document = document(file, text, context, &parts)
    document.leftOut = text.leftOut
    let strays = characterFaults(of: text)
    document.diagnostics += document.isHeldBack ? strays.map(demoted) : strays
    document.checkPrivacy(text, parts, context.names, personRule)
    return ReadFile(document: document, text: text, parts: parts, contactKeys: contactKeys)
  }

  private static func document(
    _ file: SourceTree.File, _ text: SourceText, _ context: ReadingContext, _ parts: inout FileParts
  ) -> Document {
    var document = Document(path: file.path)
    let bytes = text.bytes
    guard file.path.hasSuffix(".md") else {
      let parsed = mendedYAML(text, text.start..<bytes.count, firstLine: 1)
      document.addFaults(parsed.diagnostics)
      if parsed.root == nil, !parsed.diagnostics.isEmpty { return document }
      let root = parsed.root ?? Node(.mapping([]), mark: Mark(line: 1, column: 1))
      parts = FileParts(root: root, yaml: text.start..<bytes.count, body: bytes.count..<bytes.count)
      let id = withoutExtension(file.path)
      let keys = KeyLanguage(of: root)
      if case .list(let items) = root.content {
        let addresses = ListAddresses(items, path: text.path, keys: keys)
        document.diagnostics += repeated(items, text.path) + addresses.diagnostics
        for (item, name) in zip(items, addresses.names) {
          document.add(record(item, id: "\(id)/\(name)", isListed: true, text, keys, context, body: nil))
        }
      } else {
        document.add(record(root, id: id, text, keys, context, body: nil))
      }
      return document
    }
    let front: FrontMatter
    switch FrontMatter.find(in: text) {
    case .success(let found): front = found
    case .failure(let fault):
      document.addFaults(fault.diagnostics)
      guard let meant = fault.meant else { return document }
      front = meant
    }
    let parsed = mendedYAML(text, front.yaml, firstLine: front.yamlLine)
    document.addFaults(parsed.diagnostics)
    parts = FileParts(root: parsed.root, yaml: front.yaml, body: front.body)
    let id = withoutExtension(file.path)
    let page = Self.page(of: id)
    var links = LinkReading(
      index: context.index, folder: parent(file.path), pageFolder: parent(page), page: context.page,
      publishedSize: context.publishedSize, head: context.head)
    var (body, faults) = renderMarkdown(
      MarkdownSource(path: text.path, bytes: bytes, body: front.body, firstLine: front.bodyLine),
      lineEnds: context.lineEnds, keepsMarkdown: page != id + ".html"
    ) { links.rewrite($0) }
    parts.rendered = body.html
    body = context.spooled(body)
    let bodyFaults = faults + links.diagnostics + untouchedBody(text, front)
    document.add(links.read)
    if context.keepsHeads { document.head = Array(bytes[..<front.body.lowerBound]) }
    document.isReadInFull = document.isReadInFull && !(faults + links.diagnostics).containErrors
    if let root = parsed.root {
      let read = record(
        root, id: withoutExtension(file.path), text, KeyLanguage(of: root), context,
        body: body.html.isEmpty ? nil : body, inBody: links.read)
      document.add(read, besides: bodyFaults)
      return document
    }
    document.diagnostics += bodyFaults
    if parsed.diagnostics.isEmpty {
      document.add(
        record(
          Node(.mapping([]), mark: Mark(line: 1, column: 1)), id: withoutExtension(file.path), text, .chinese, context,
          body: nil)
      )
    }
    return document
  }

  /// The document of a file whose text was read before, and nothing was to be said of it; nil where something is now.
  static func revived(_ file: SourceTree.File, _ read: ReadText, _ context: ReadingContext) -> Document? {
    let text = SourceText(path: context.shown(file.path), bytes: read.head)
    guard case .success(let front) = FrontMatter.find(in: text) else { return nil }
    let parsed = mendedYAML(text, front.yaml, firstLine: front.yamlLine)
    guard let root = parsed.root, parsed.diagnostics.isEmpty else { return nil }
    var document = Document(path: file.path)
    document.add(read.links)
    document.head = read.head
    document.isRevived = true
    let body = context.spooled(read.body)
    document.add(
      record(
        root, id: withoutExtension(file.path), text, KeyLanguage(of: root), context,
        body: body.html.isEmpty ? nil : body, inBody: read.links))
    // Such as of a day that has come.
    return ReadText(of: document) == nil ? nil : document
  }

  /// Reads the fields of one record: the common ones, then the kind's own.
  private static func record(
    _ node: Node, id: String, isListed: Bool = false, _ text: SourceText, _ keys: KeyLanguage,
    _ context: ReadingContext, body: Body?,
    inBody: ReadLinks = ReadLinks()
  ) -> ReadRecord<Self> {
    let read: (common: CommonFields?, files: FileReferences, own: Self?)
    var fields: FieldReader
    (read, fields) = FieldReader.reading(node, path: text.path, keys: keys) { fields in
      if isListed { _ = fields.read(CommonFields.Keys.id) }
      return (
        common: CommonFields.read(&fields, allowsSpan: dateMayBeSpan), files: FileReferences.read(&fields),
        own: Self(reading: &fields)
      )
    }
    let isReadInFull = !fields.diagnostics.containErrors
    let files = recordFiles(read.files, folder: parent(contentPath(text, context)), &fields, context, inBody)
    guard let common = read.common, let own = read.own, !fields.lacksRequired else {
      var peek = FieldReader(node, path: text.path, keys: keys)
      guard peek.read(CommonFields.Keys.draft)?.value == true else {
        let fault = otherFolder(node, fields, context)
        return ReadRecord(files: files, isReadInFull: false, diagnostics: fault.map { [$0] } ?? fields.diagnostics)
      }
      return ReadRecord(
        unfinished: UnfinishedDraft(id: id, source: text.path), files: files, isReadInFull: false,
        diagnostics: fields.diagnostics)
    }
    let faults = dayFaults(own, common, folder: contentPath(text, context), fields, today: context.today)
    for fault in faults { fields.report(fault) }
    let start = max(
      common.publish?.value ?? context.today, own.waitsForItsDay ? common.date.value.first : context.today)
    let status = RecordStatus(
      isDraft: common.isDraft, isScheduled: context.today < start,
      isExpired: common.expires.map { $0.value < context.today } ?? false)
    let entry = Entry(
      record: own, common: common, pending: fields.pending, id: id, source: text.path, keys: keys, status: status,
      body: body, files: files)
    return ReadRecord(
      entry: entry, files: files, isReadInFull: isReadInFull && !fields.diagnostics.containErrors,
      diagnostics: fields.diagnostics + entry.guessFaults)
  }
}

extension RecordKind {
  /// What is said of one file of this kind's folder where the site has no other.
  package static func faults(in bytes: [UInt8], at path: String, today: Day) -> [Diagnostic] {
    let file = SourceTree.File(path: path, size: bytes.count, version: "")
    let tree = SourceTree(label: "content", files: [file]) { _ in bytes }
    let context = ReadingContext(index: ContentIndex(tree), label: tree.label, today: today)
    let document = read(file, bytes, context).document
    return (document.diagnostics + document.untouched).map(document.leftOut.original)
  }
}

/// The path of the file under `content/`, from which the folder of its attachments follows.
private func contentPath(_ text: SourceText, _ context: ReadingContext) -> String {
  context.label.isEmpty ? text.path : String(text.path.dropFirst(context.label.count + 1))
}

/// What came of reading one record.
private struct ReadRecord<Kind: RecordKind> {
  var entry: Entry<Kind>?
  var unfinished: UnfinishedDraft?
  /// Also of a record that cannot be read.
  var files: RecordFiles
  var isReadInFull: Bool
  var diagnostics: [Diagnostic]

  /// Whether it is a draft or scheduled: what is not published yet never stops the rest from being published.
  var isHeldBack: Bool {
    unfinished != nil || entry.map { $0.status.isDraft || $0.status.isScheduled } ?? false
  }

  var isDraft: Bool { unfinished != nil || entry?.status.isDraft ?? false }
}

extension Document {
  /// What the links of its text came to.
  fileprivate mutating func add(_ read: ReadLinks) {
    links = read.pending
    lookups = read.lookups
    namedFiles = read.files
  }

  /// - Parameter bodyFaults: what is wrong with the text below the fields.
  fileprivate mutating func add(_ read: ReadRecord<some RecordKind>, besides bodyFaults: [Diagnostic] = []) {
    for fault in read.diagnostics + bodyFaults {
      if read.isDraft, fault.code == FieldRules.placeholder.code {
        var note = fault
        note.severity = .note
        untouched.append(note)
      } else {
        diagnostics.append(read.isHeldBack ? demoted(fault) : fault)
      }
    }
    isReadInFull = isReadInFull && read.isReadInFull
    let items = read.files.attachments + read.files.photos
    namedFiles += items.map(\.named)
    lookups += items.map(\.named.lookup)
    if let draft = read.unfinished { unfinished.append(draft) }
    if let entry = read.entry { entries.append(entry) }
  }

  /// Faults of the file's form: what stands behind them may not have been read.
  fileprivate mutating func addFaults(_ faults: [Diagnostic]) {
    diagnostics += faults
    isReadInFull = isReadInFull && !faults.containErrors
  }
}
