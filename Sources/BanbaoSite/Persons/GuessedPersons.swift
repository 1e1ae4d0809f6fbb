import BanbaoDiagnostics
package import BanbaoSource

// Fields for a collective, an office or a source, where authors name persons all the same. They are masked as any person
// without consent is, unless the record says that the word is no name.

/// A field's words, and the persons whom they name.
package struct WordsOnPersons: Sendable {
  package let text: Located<String>
  package let people: [Person]

  /// - Parameter notNames: what the record says is no name.
  package init(_ text: Located<String>, notNames: [String]) {
    self.text = text
    // A path names files.
    people =
      text.value.contains("/")
      ? []
      : personsNamed(inField: text.value).filter { person in !notNames.contains { $0.covers(person.name) } }.map {
        var person = Person(name: Located($0.name, text.mark), consents: false)
        person.guess = Person.Guess(mark: text.mark.of($0, in: text.value), isWinner: false)
        return person
      }
  }
}

extension Library {
  /// The words with the names in them masked: 护士张**.
  package func shown(_ words: WordsOnPersons) -> String {
    words.people.reduce(words.text.value) { text, person in text.replacing(person.name.value, with: shown(person)) }
  }
}

extension Person {
  /// Whether someone who stands where a collective should reads as a person: 李青, or a name with a department that is
  /// itself no office: `{name: 阿依努尔, department: 内科}`.
  ///
  /// - Parameter notNames: what the record says is no name.
  /// - Returns: the person, known for a guess.
  package func amongCollectives(notNames: [String]) -> Person? {
    guard !notNames.contains(where: { $0.covers(name.value) }) else { return nil }
    let parts = names(in: name.value)
    let found = parts.contains(where: readsAsName) || (!department.isEmpty && !parts.contains(where: readsAsOffice))
    guard found else { return nil }
    var person = self
    person.guess = Person.Guess(mark: name.mark, isWinner: true)
    return person
  }
}

extension AnyEntry {
  /// What is to be said of those who stand where nobody was asked for, and did not agree to be named.
  var guessFaults: [Diagnostic] {
    people.compactMap { person in
      guard let guess = person.guess, !person.consents else { return nil }
      let name = person.name.value
      let shown = names(in: name).map { masked($0, .first) }.joined(separator: "、")
      let key = keys[CommonFields.Keys.notNames]
      return NameRules.guessed.at(
        place(guess.mark),
        Wording(
          "“\(name)”像是人的姓名，没有同意公开，网页上隐去（\(shown)）",
          en: "“\(name)” reads as a person's name and is masked for lack of consent (\(shown))"),
        help: Wording(
          (guess.isWinner ? "写集体的名称；是个人得的，类别写“个人”" : "写部门或职务")
            + "；不是姓名的话，在标题下面加一行 \(key): [\(name)]",
          en: (guess.isWinner
            ? "write the collective's name; what one person won is of the kind 个人" : "write an office or a duty")
            + "; if it is no name, add a line \(key): [\(name)]"))
    }
  }
}

extension FieldReader {
  /// What the record says is no name, without counting as having asked.
  package var notNames: [String] {
    var copy = self
    return copy.read(CommonFields.Keys.notNames).map(\.value)
  }
}

/// The persons whom a short field names, which may be nothing but a name: 王强.
private func personsNamed(inField text: String) -> [NamedPerson] {
  // Behind a colon even two characters may be a name.
  personsNamed(in: ":" + text).map { person in
    NamedPerson(name: person.name, range: person.range.lowerBound - 1..<person.range.upperBound - 1)
  }
}

/// Whether all of a field is somebody's name: 张小明, 王强, 阿依娜·木合.
func readsAsName(_ field: String) -> Bool {
  guard let found = personsNamed(inField: field).first else { return false }
  // The last character of an uncommon name may be one that few names have.
  return found.range.lowerBound == 0
    && field.utf8.dropFirst(found.range.upperBound).count { $0 & 0xC0 != 0x80 } <= 1
}

/// Whether a field ends as names of offices, teams and houses do.
private func readsAsOffice(_ field: String) -> Bool {
  field.unicodeScalars.last.map { "科室部院组队班站处所团会家店厂局办社委心区楼层".unicodeScalars.contains($0) } ?? false
}

extension Mark {
  /// Where a name stands in the value of a field that this covers; of quoted values the quote comes first.
  fileprivate func of(_ person: NamedPerson, in value: String) -> Mark {
    let before = value.utf8.prefix(person.range.lowerBound).count { $0 & 0xC0 != 0x80 }
    let quote = length == value.unicodeScalars.count + 2 ? 1 : 0
    return part(from: before + quote, length: person.name.unicodeScalars.count)
  }
}
