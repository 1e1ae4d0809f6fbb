import BanbaoDiagnostics
import BanbaoHTML
import BanbaoMarkdown
import BanbaoSource

/// Where a file's fields and its text stand, for the rules of privacy.
struct FileParts {
  var root: Node?
  var yaml: Range<Int>
  var body: Range<Int>
  /// What became of the text.
  var rendered = HTML.empty
}

/// A file that was read, with its text: whom records mask is known only after all that may mask somebody were read.
struct ReadFile: Sendable {
  let document: Document
  let text: SourceText
  /// Nil for what is no text.
  let parts: FileParts?
  let contactKeys: Set<String>

  /// The document, held against the names that records mask.
  func checked(masked names: PrivateNames) -> Document {
    guard let parts, !names.isEmpty else { return document }
    var checked = document
    checked.checkMasked(names, text, parts, contactKeys: contactKeys)
    return checked
  }
}

extension Document {
  /// Looks for personal numbers and private names. In what is not published yet they are notes.
  mutating func checkPrivacy(
    _ text: SourceText, _ parts: FileParts, _ names: PrivateNames, _ personRule: Rule?
  ) {
    var privacy = FilePrivacy(text, names)
    privacy.checkNumbers(besides: notNames)
    // A file with a text has one record.
    if let entry = entries.first { privacy.checkNumbers(rendered: parts.rendered.bytes, at: entry.place) }
    privacy.checkPath(path)
    if !names.isEmpty {
      // Whose record cannot be read: which of its names are masked is not known yet.
      if let root = parts.root, !entries.isEmpty || !unfinished.isEmpty {
        privacy.checkNames(in: root, parts.yaml, people: entries.flatMap(\.people))
      }
      privacy.checkNames(in: parts.body)
    }
    privateNames = privacy.found
    let tellsOfNeed = entries.contains { $0.people.isEmpty && isOnNeed($0.title) }
    if let personRule = personRule ?? (tellsOfNeed ? NameRules.inNeed : nil) {
      var persons = PersonPrivacy(
        text, personRule, notNames: notNames,
        keys: parts.root.map { KeyLanguage(of: $0) } ?? .chinese)
      persons.check(path: path)
      if let root = parts.root { persons.check(root, parts.yaml) }
      persons.check(parts.body, rendered: entries.isEmpty ? .empty : parts.rendered, title: entries.first?.place)
      // Keys that would name people have been told of.
      let lines = Set(diagnostics.filter { $0.code == personRule.code }.map(\.place.line))
      privacy.add(persons.diagnostics.filter { $0.place.line == 0 || !lines.contains($0.place.line) })
    }
    guard !privacy.diagnostics.isEmpty else { return }
    diagnostics += isHeldBack ? privacy.diagnostics.map(demoted) : privacy.diagnostics
  }

  /// What its records say is no name.
  private var notNames: [String] { entries.flatMap { $0.common.notNames.map(\.value) } }

  /// Looks for names that some record masks.
  mutating func checkMasked(
    _ names: PrivateNames, _ text: SourceText, _ parts: FileParts, contactKeys: Set<String>
  ) {
    var privacy = FilePrivacy(text, names)
    privacy.notNames = notNames
    let own = CommonFields.Keys.notNames.name
    privacy.openKeys = contactKeys.union([own.name, own.alias])
    privacy.checkNamesOfPath(path)
    if let root = parts.root, !entries.isEmpty || !unfinished.isEmpty {
      privacy.checkNames(in: root, parts.yaml, people: entries.flatMap(\.people))
    }
    privacy.checkNames(in: parts.body)
    if let entry = entries.first {
      privacy.checkNames(rendered: parts.rendered.bytes, from: parts.body, at: entry.place)
    }
    diagnostics += isHeldBack ? privacy.diagnostics.map(demoted) : privacy.diagnostics
  }

  /// Whether none of its records is published yet.
  var isHeldBack: Bool {
    !(entries.isEmpty && unfinished.isEmpty) && entries.allSatisfy { $0.status.isDraft || $0.status.isScheduled }
  }
}
