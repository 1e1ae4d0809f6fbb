import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSource

/// Persons named in a file that names nobody, each at its place: in values of fields, in the text, in the path.
struct PersonPrivacy {
  private let text: SourceText
  private let rule: Rule
  private let notNames: [String]
  private let keys: KeyLanguage
  private(set) var diagnostics: [Diagnostic] = []
  private var told = Set<String>()

  /// - Parameter notNames: what the records say is no name.
  init(_ text: SourceText, _ rule: Rule, notNames: [String], keys: KeyLanguage) {
    self.text = text
    self.rule = rule
    self.notNames = notNames
    self.keys = keys
  }

  /// Looks through the path, which becomes the address of the page.
  mutating func check(path: String) {
    let stem = withoutExtension(path)
    for person in persons(in: Array(stem.utf8)) {
      report(
        person.name, Place(text.path), Wording("文件名里的“\(person.name)”", en: "“\(person.name)” in the file's name"),
        help: Wording("给文件改名，不写姓名", en: "rename the file without the name"))
    }
  }

  /// Looks through the values of fields.
  ///
  /// - Parameter yaml: where the fields stand in the bytes.
  mutating func check(_ node: Node, _ yaml: Range<Int>) {
    switch node.content {
    case .list(let items): for item in items { check(item, yaml) }
    case .mapping(let entries):
      let own = CommonFields.Keys.notNames.name
      for entry in entries where entry.key != own.name && entry.key != own.alias { check(entry.value, yaml) }
    case .scalar(let value, _):
      let found = persons(in: Array(value.utf8))
      guard !found.isEmpty else { return }
      // What was read may be spelt otherwise in the file: `"\u5F20三"`. Then the place of the value has to do.
      var written = persons(in: text.bytes, text.extent(of: node.mark, value, in: yaml))[...]
      for person in found {
        let index = written.firstIndex { $0.name == person.name }
        report(person.name, index.map { text.place(of: written[$0].range) } ?? Place(text.path, node.mark))
        if let index { written = written[(index + 1)...] }
      }
    }
  }

  /// Looks through the text as it is written, then as it is read: mark-up may part a name, `张**三**丰`.
  mutating func check(_ body: Range<Int>, rendered: HTML, title: Place?) {
    for person in persons(in: text.bytes, body) { report(person.name, text.place(of: person.range)) }
    if rendered.isEmpty { return }
    // What the source has in one run too was read there.
    let written = Set(hanRuns(in: text.bytes, body).map { digest(text.bytes, $0) })
    var plain = PlainText()
    plain.append(html: rendered.bytes)
    var end = 0
    for run in hanRuns(in: plain.bytes, 0..<plain.bytes.count) where run.lowerBound >= end {
      if written.contains(digest(plain.bytes, run)) { continue }
      let line = line(around: run, in: plain.bytes)
      end = line.upperBound
      for person in persons(in: plain.bytes, line) where !told.contains(person.name) {
        let place = text.parted(Array(person.name.unicodeScalars), in: body).map { text.place(of: $0) }
        report(person.name, place ?? title ?? Place(text.path))
      }
    }
  }

  private func digest(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    bytes.withUnsafeBufferPointer { bytes in
      range.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64(bytes[$1])) &* 1_099_511_628_211 }
    }
  }

  /// What stands between two line ends or ends of texts.
  private func line(around run: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    func isEnd(_ byte: UInt8) -> Bool { byte == 0 || byte == 0x0A }
    let start = bytes[..<run.lowerBound].lastIndex(where: isEnd).map { $0 + 1 } ?? 0
    return start..<(bytes[run.upperBound...].firstIndex(where: isEnd) ?? bytes.count)
  }

  private func persons(in bytes: [UInt8], _ range: Range<Int>? = nil) -> [NamedPerson] {
    personsNamed(in: bytes, range).filter { person in
      !notNames.contains { $0.covers(person.name) }
        && !(rule.code == NameRules.inNeed.code && isOfficial(person, in: bytes))
    }
  }

  private mutating func report(_ name: String, _ place: Place) {
    report(
      name, place, Wording("这里的“\(name)”", en: "“\(name)”"),
      help: Wording("只写人数，如“看望住院职工 1 人”", en: "give the number of people only"))
  }

  private mutating func report(_ name: String, _ place: Place, _ what: Wording, help: Wording) {
    told.insert(name)
    let key = keys[CommonFields.Keys.notNames]
    let way =
      notNames.isEmpty
      ? Wording("在标题下面加一行 \(key): [\(name)]", en: "add a line \(key): [\(name)]")
      : Wording("在“\(key)”里加上“\(name)”", en: "add \(name) to \(key)")
    diagnostics.append(
      rule.at(
        place, Wording("\(what.zh)像是写出了姓名", en: "\(what.en) reads as somebody's name"),
        help: Wording(
          "\(help.zh)；不是姓名的话，\(way.zh)", en: "\(help.en); if it is no name, \(way.en)")))
  }
}

/// Where Han characters follow each other in UTF-8, or are parted only as a name may be: by a blank or a dot.
private func hanRuns(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
  bytes.withUnsafeBufferPointer { bytes in
    func isHan(_ index: Int) -> Bool { index < range.upperBound && bytes[index] &- 0xE4 < 6 }
    var runs: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard isHan(index) else {
        index += 1
        continue
      }
      let start = index
      var end = index
      while isHan(index) {
        index += 3
        end = min(index, range.upperBound)
        guard end < range.upperBound else { break }
        switch bytes[end] {
        case 0x20 where isHan(end + 1): index = end + 1
        case 0xC2 where isHan(end + 2): index = end + 2
        case 0xE2, 0xE3: if isHan(end + 3) { index = end + 3 }
        default: break
        }
      }
      runs.append(start..<end)
      index = max(index, end)
    }
    return runs
  }
}

extension String {
  /// Whether a word that its author calls no name is what was found, or holds it, or is held by it.
  package func covers(_ name: String) -> Bool { !isEmpty && (contains(name) || name.contains(self)) }
}

extension SourceText {
  /// Where the characters of a name follow each other with nothing but mark-up between them.
  func parted(_ name: [Unicode.Scalar], in range: Range<Int>) -> Range<Int>? {
    let letters = name.map { Array(String($0).utf8) }
    guard let first = letters.first else { return nil }
    var start = range.lowerBound
    search: while start + first.count <= range.upperBound {
      guard bytes[start...].starts(with: first) else {
        start += 1
        continue
      }
      var end = start + first.count
      for letter in letters.dropFirst() {
        // No mark-up within a line is longer, but for a link's address.
        let limit = min(end + 200, range.upperBound)
        while end < limit, bytes[end] < 0x80 { end += 1 }
        guard end + letter.count <= range.upperBound, bytes[end...].starts(with: letter) else {
          start += first.count
          continue search
        }
        end += letter.count
      }
      return start..<end
    }
    return nil
  }
}
