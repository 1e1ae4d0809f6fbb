import BanbaoDiagnostics
import BanbaoDisk
import BanbaoSite
import BanbaoSource

/// What a build that passed leaves for the next one: where neither the inputs nor the published folder have changed since,
/// there is nothing to do, and the next build says what this one said.
///
/// It is known by all that goes into a build. Of the folders only states are kept, so no text of a record stands in it
/// but where a diagnostic quotes one.
struct LastBuild: Hashable, Sendable {
  /// Of all that went into the build.
  var inputs: Digest
  /// Of what it published.
  var published: Digest
  /// How many files that is.
  var fileCount: Int
  var said: Said

  /// The name in the cache.
  static let name = "build"
}

/// The place of the last build beside the content, for one request.
struct LastBuildCache: Sendable {
  private let folder: CacheFolder
  private let request: SiteRequest
  private let output: String
  /// Of all that goes into this build.
  private let inputs: Digest
  /// What earlier builds read of single documents.
  let documents: DocumentCache

  /// Nil where this build can be known by nothing.
  init?(_ request: SiteRequest, _ inputs: Inputs, output: String, isDurable: Bool) {
    guard let program = programState(), let state = inputs.state else { return nil }
    folder = CacheFolder(beside: request.folders.content)
    documents = DocumentCache(program, in: folder)
    self.request = request
    self.output = output
    let language = Environment.language(request.lang)?.rawValue ?? ""
    let options = [
      request.folders.content, request.folders.theme, output, request.format.rawValue, language,
      "\(request.showsDrafts) \(request.isStrict) \(request.isQuiet) \(Output.isColoured) \(isDurable)",
    ]
    self.inputs = Digest(of: CacheText.bytes([program.hexadecimal] + options + state))
  }

  /// The last build, if this one would read, publish and say the same.
  func last() -> LastBuild? {
    guard let last = folder.bytes(LastBuild.name).flatMap({ LastBuild(reading: $0) }), last.inputs == inputs,
      publishedState(of: output, protected: request.folders.all)?.digest == last.published
    else { return nil }
    return last
  }

  /// Says what the last build said, of a build that had nothing to do.
  func say(_ last: LastBuild, elapsed: UInt64) {
    var report = PublishReport()
    report.unchanged = last.fileCount
    last.said.printDiagnostics(request.format)
    let line = last.said.tally.line(report, in: output, showsDrafts: request.showsDrafts, elapsed: elapsed)
    last.said.printRest(line, request)
  }

  /// Keeps what a build read.
  ///
  /// - Parameter spool: where bodies wait. What it does not give back is not kept.
  func keep(_ memo: Memo, spool: SpoolFile?) async {
    await folder.keep(
      memo.cacheChanges.map { change in
        CacheFolder.File(name: DocumentCache.name(ofGroup: change.group)) {
          let bytes = change.bytes
          if let fault = spool?.fault { throw fault }
          return bytes
        }
      },
      tasks: request.tasks)
  }

  /// Keeps a build that passed.
  func keep(_ published: PublishReport, _ said: Said) async {
    guard let state = published.state, published.skipped.isEmpty, published.left == nil else { return }
    let last = LastBuild(
      inputs: inputs, published: state.digest, fileCount: published.written + published.unchanged, said: said)
    await folder.keep(last.bytes, as: LastBuild.name)
  }
}

extension DocumentCache {
  /// What builds of a site left, for a command that leaves nothing; nil where the inputs can change unnoticed.
  init?(beside content: String, _ inputs: Inputs) {
    guard let program = programState(), inputs.state != nil else { return nil }
    self.init(program, in: CacheFolder(beside: content))
  }

  fileprivate init(_ program: Digest, in folder: CacheFolder) {
    self.init(program: program.hexadecimal) { folder.bytes(Self.name(ofGroup: $0)) }
  }

  /// The name of a group in the cache.
  fileprivate static func name(ofGroup group: Int) -> String { "documents-\(group)" }
}

extension LastBuild {
  var bytes: [UInt8] {
    let tally = said.tally
    let counts = [
      tally.pages, tally.records, tally.errors, tally.warnings, tally.notes, tally.drafts, tally.scheduled,
      tally.expired, tally.shownDrafts, tally.shownScheduled, fileCount,
    ]
    return CacheText.bytes(
      [inputs.hexadecimal, published.hexadecimal, said.language.rawValue, said.diagnostics.map { "+" + $0 } ?? ""]
        + counts.map { String($0) } + said.lines)
  }

  /// Nil where they are not what `bytes` writes.
  init?(reading bytes: [UInt8]) {
    guard let texts = CacheText.texts(bytes), texts.count >= 15 else { return nil }
    let counts = texts[4..<15].compactMap { Int($0) }
    guard let inputs = Digest(hexadecimal: texts[0]), let published = Digest(hexadecimal: texts[1]),
      let language = Language(rawValue: texts[2]), counts.count == 11
    else { return nil }
    let tally = Tally(
      pages: counts[0], records: counts[1], errors: counts[2], warnings: counts[3], notes: counts[4],
      drafts: counts[5], scheduled: counts[6], expired: counts[7], shownDrafts: counts[8], shownScheduled: counts[9])
    self.init(
      inputs: inputs, published: published, fileCount: counts[10],
      said: Said(
        diagnostics: texts[3].isEmpty ? nil : String(texts[3].dropFirst()), lines: Array(texts[15...]), tally: tally,
        language: language))
  }
}

/// Texts in a row, each behind its length in bytes, as a cache keeps them.
enum CacheText {
  static func bytes(_ texts: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for text in texts { bytes += "\(text.utf8.count):\(text)\n".utf8 }
    return bytes
  }

  /// Nil where they are not what `bytes` writes.
  static func texts(_ bytes: [UInt8]) -> [String]? {
    var texts: [String] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let colon = rest.firstIndex(of: UInt8(ascii: ":")),
        let length = Int(String(decoding: rest[..<colon], as: UTF8.self)),
        length >= 0, length < rest.endIndex - colon - 1,
        let text = String(validating: rest[(colon + 1)...].prefix(length), as: UTF8.self)
      else { return nil }
      texts.append(text)
      rest = rest[(colon + 1)...].dropFirst(length + 1)
    }
    return texts
  }
}
