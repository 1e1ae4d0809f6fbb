import BanbaoDiagnostics
import BanbaoSource

/// What one content file gives away: personal numbers anywhere in it or in its path, and private names where a page
/// would show them.
struct FilePrivacy {
  let text: SourceText
  let names: PrivateNames
  /// Words that its records say are no names, which only those of masked persons are held against.
  var notNames: [String] = []
  /// Keys under which whoever is to be asked is named on purpose.
  var openKeys: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The private names that were found.
  private(set) var found = Set<Int>()

  init(_ text: SourceText, _ names: PrivateNames) {
    self.text = text
    self.names = names
  }

  /// Adds what another search found.
  mutating func add(_ faults: [Diagnostic]) { diagnostics += faults }

  /// Looks through all of the bytes for personal numbers.
  ///
  /// - Parameter offices: addresses and accounts that the record says are nobody's own.
  mutating func checkNumbers(besides offices: [String] = []) { diagnostics += text.numberFaults(besides: offices) }

  /// Looks through rendered Markdown for personal numbers that its source hides: `138**0013**8000`, `138&#48;0138000`.
  mutating func checkNumbers(rendered html: [UInt8], at place: Place) {
    guard mayHideNumber(html, source: text.bytes) else { return }
    var plain = PlainText()
    plain.append(html: html)
    var told = Set(personalNumbers(in: text.bytes).map(\.digits))
    for number in personalNumbers(in: plain.bytes) where told.insert(number.digits).inserted {
      diagnostics.append(number.fault(at: place))
    }
  }

  /// Looks through the path, which becomes the address of the page.
  mutating func checkPath(_ path: String) {
    let bytes = Array(path.utf8)
    diagnostics += personalNumbers(in: bytes).map { $0.fault(at: Place(text.path)) }
    checkNamesOfPath(path)
  }

  /// Looks through the path for names alone.
  mutating func checkNamesOfPath(_ path: String) {
    for match in names.matches(in: path) { report(match.name, at: Place(text.path)) }
  }

  /// Looks through text for private names, at their exact places.
  mutating func checkNames(in range: Range<Int>) {
    for match in names.matches(in: text.bytes, range) { report(match, isConsented: false) }
  }

  /// Looks through rendered Markdown for names that mark-up parts or that are spelt by numbers: `张**三**丰`.
  ///
  /// - Parameters:
  ///   - body: where its source stands in the bytes.
  ///   - place: of what is not found there.
  mutating func checkNames(rendered html: [UInt8], from body: Range<Int>, at place: Place) {
    guard !names.isEmpty, mayHideName(html, source: text.bytes) else { return }
    var plain = PlainText()
    plain.append(html: html)
    for match in names.matches(in: plain.bytes) where !found.contains(match.name) {
      let name = names.names[match.name].folded.compactMap(Unicode.Scalar.init)
      report(match.name, at: text.parted(name, in: body).map { text.place(of: $0) } ?? place)
    }
  }

  /// Looks through the values of fields for private names: comments are in no page, and neither are the names of
  /// `people` that are masked.
  ///
  /// - Parameter yaml: where the fields stand in the bytes.
  mutating func checkNames(in root: Node, _ yaml: Range<Int>, people: [Person]) {
    if names.isEmpty { return }
    let consents = Dictionary(
      people.map { (Position($0.name.mark), $0.consents) }, uniquingKeysWith: { first, second in first || second })
    check(root, yaml, consents)
  }

  private struct Position: Hashable {
    var line: Int
    var column: Int
    init(_ mark: Mark) { (line, column) = (mark.line, mark.column) }
  }

  private mutating func check(_ node: Node, _ yaml: Range<Int>, _ consents: [Position: Bool]) {
    switch node.content {
    case .list(let items): for item in items { check(item, yaml, consents) }
    case .mapping(let entries):
      for entry in entries where !openKeys.contains(entry.key) { check(entry.value, yaml, consents) }
    case .scalar(let value, _):
      let matches = names.matches(in: value)
      guard !matches.isEmpty else { return }
      let consent = consents[Position(node.mark)]
      if consent == false { return }
      // What was read may be spelt otherwise in the file: `"\u5F20三"`. Then the place of the value has to do.
      var written = names.matches(in: text.bytes, text.extent(of: node.mark, value, in: yaml))[...]
      for match in matches {
        if let place = written.firstIndex(where: { $0.name == match.name }) {
          report(written[place], isConsented: consent == true)
          written = written[(place + 1)...]
        } else {
          report(match.name, at: place(node.mark), isConsented: consent == true)
        }
      }
    }
  }

  private func place(_ mark: Mark) -> Place { Place(text.path, mark) }

  private mutating func report(_ match: PrivateNames.Match, isConsented: Bool) {
    report(match.name, at: text.place(of: match.range), isConsented: isConsented)
  }

  private mutating func report(_ name: Int, at place: Place, isConsented: Bool = false) {
    if !notNames.isEmpty, notNames.contains(where: { foldedName($0) == names.names[name].folded }) { return }
    found.insert(name)
    diagnostics.append(names.fault(name, at: place, isConsented: isConsented))
  }
}

extension SourceText {
  /// The bytes of a value: what its mark covers, or all behind it where it is longer than its first line.
  func extent(of mark: Mark, _ value: String, in yaml: Range<Int>) -> Range<Int> {
    guard let line = range(ofLine: mark.line) else { return yaml }
    func offset(_ column: Int) -> Int {
      var index = line.lowerBound
      for _ in 1..<max(1, column) where index < line.upperBound {
        index += 1
        while index < line.upperBound, bytes[index] & 0xC0 == 0x80 { index += 1 }
      }
      return min(max(index, yaml.lowerBound), yaml.upperBound)
    }
    let start = offset(mark.column)
    let isOneLine = value.unicodeScalars.count <= mark.length
    return start..<(isOneLine ? max(start, offset(mark.column + mark.length)) : yaml.upperBound)
  }
}

/// Whether a tag stands between two characters beyond ASCII, or the source writes characters by their numbers.
private func mayHideName(_ html: [UInt8], source: [UInt8]) -> Bool {
  for index in html.indices.dropFirst() where html[index] == UInt8(ascii: "<") && html[index - 1] >= 0x80 {
    guard let end = html[index...].firstIndex(of: UInt8(ascii: ">")), end + 1 < html.count else { break }
    if html[end + 1] >= 0x80 || html[end + 1] == UInt8(ascii: "<") { return true }
  }
  return spellsByNumber(source)
}

/// Whether a tag within a line stands between two digits, or the source writes characters by their numbers. Nearly no
/// text does.
private func mayHideNumber(_ html: [UInt8], source: [UInt8]) -> Bool {
  html.withUnsafeBufferPointer(tearsNumber) || spellsByNumber(source)
}

private func tearsNumber(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
  func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  var index = 1
  while index + 1 < html.count {
    if html[index] == UInt8(ascii: "<"), isDigit(html[index - 1]) {
      guard let end = html[index...].firstIndex(of: UInt8(ascii: ">")), end + 1 < html.count else { return false }
      if isDigit(html[end + 1]) || html[end + 1] == UInt8(ascii: "<") { return true }
    }
    index += 1
  }
  return false
}

/// Whether a source holds `&#`.
private func spellsByNumber(_ source: [UInt8]) -> Bool {
  source.withUnsafeBufferPointer { source in
    var index = 0
    while let found = source[index...].firstIndex(of: UInt8(ascii: "&")) {
      index = found + 1
      if index < source.count, source[index] == UInt8(ascii: "#") { return true }
    }
    return false
  }
}
