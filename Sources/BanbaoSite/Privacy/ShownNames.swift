package import BanbaoDiagnostics
import BanbaoSource

extension Library {
  /// A person's name as a page shows it where no list stands around it: as of `shownName`, by the site's way of masking.
  package func shown(_ person: Person) -> String {
    shownName(person.name.value, consents: person.consents, mask: settings.nameMask)
  }

  /// The names of persons as a page shows them in one list. Who would look alike there is told apart by the department, 张**（外科）,
  /// and where the departments are missing or the same by a letter, 张**（甲）. One person who stands in the list twice
  /// looks the same both times.
  package func shown(_ people: [Person]) -> [String] {
    zip(people, shownParts(people)).map { person, parts in
      // What its bearers let stand whole stays as its author wrote it.
      person.consents && parts == names(in: person.name.value) ? person.name.value : parts.joined(separator: "、")
    }
  }

  /// Everyone whom the page of a record shows, name by name, for the report.
  package func shownPeople(_ entry: any AnyEntry) -> [ShownPerson] { shownPeople(entry.people, of: entry) }

  /// Some of those whom a record names, as its page shows them, name by name, for the report.
  package func shownPeople(_ people: [Person], of entry: any AnyEntry) -> [ShownPerson] {
    guard !people.isEmpty else { return [] }
    return zip(people, shownParts(people)).flatMap { person, parts in
      let place = entry.place(person.consents ? person.consent?.mark ?? person.name.mark : person.name.mark)
      return parts.map { ShownPerson(name: $0, isWhole: person.consents, place: place) }
    }
  }

  /// For each person the names of the field, as a list shows them.
  private func shownParts(_ people: [Person]) -> [[String]] {
    let parts = people.enumerated().flatMap { index, person in
      names(in: person.name.value).map {
        NamePart(
          person: index, name: $0, department: person.department,
          shown: person.consents ? $0 : masked($0, settings.nameMask))
      }
    }
    var shown = people.map { _ in [String]() }
    for (part, note) in zip(parts, notes(parts)) { shown[part.person].append(part.shown + note) }
    return shown
  }

  /// What stands behind each name to tell it from others that look the same; empty for most.
  private func notes(_ parts: [NamePart]) -> [String] {
    var notes = parts.map { _ in "" }
    var alike: [String: [Int]] = [:]
    for (index, part) in parts.enumerated() { alike[part.shown, default: []].append(index) }
    for members in alike.values where members.count > 1 {
      let bearers = bearers(members, parts)
      guard bearers.count > 1 else { continue }
      var letter = 0
      let departments = Dictionary(bearers.map { ($0.department, 1) }, uniquingKeysWith: +)
      let lettered = bearers.count { $0.department.isEmpty || departments[$0.department] != 1 }
      for bearer in bearers {
        let isKnown = !bearer.department.isEmpty && departments[bearer.department] == 1
        // A single one without a department differs from all the others already.
        if !isKnown, lettered == 1 { continue }
        if !isKnown { letter += 1 }
        let note = isKnown ? bearer.department : bearer.department + ordinal(letter)
        for index in bearer.parts { notes[index] = words(Wording("（\(note)）", en: " (\(note))")) }
      }
    }
    return notes
  }

  /// Those who look alike, person by person: the same whole name is the same person unless the departments differ.
  private func bearers(_ members: [Int], _ parts: [NamePart]) -> [(name: String, department: String, parts: [Int])] {
    var bearers: [(name: String, department: String, parts: [Int])] = []
    /// By name: who bears it first, and all by department, one whose department is not told yet by an empty one.
    var known: [String: (first: Int, departments: [String: Int])] = [:]
    for index in members {
      let (name, department) = (parts[index].name, parts[index].department)
      guard var ofName = known[name] else {
        known[name] = (bearers.count, [department: bearers.count])
        bearers.append((name, department, [index]))
        continue
      }
      if department.isEmpty {
        bearers[ofName.first].parts.append(index)
        continue
      }
      if let untold = ofName.departments.removeValue(forKey: "") {
        bearers[untold].department = department
        ofName.departments[department] = untold
      }
      if let bearer = ofName.departments[department] {
        bearers[bearer].parts.append(index)
      } else {
        ofName.departments[department] = bearers.count
        bearers.append((name, department, [index]))
      }
      known[name] = ofName
    }
    return bearers
  }

  /// 甲, 乙 …; from the eleventh on the number.
  private func ordinal(_ number: Int) -> String {
    let stems = words(Wording("甲乙丙丁戊己庚辛壬癸", en: "ABCDEFGHIJ"))
    return number <= stems.count ? String(stems[stems.index(stems.startIndex, offsetBy: number - 1)]) : "\(number)"
  }
}

/// One of the names in a person's field.
private struct NamePart {
  /// Its place among the persons.
  var person: Int
  var name: String
  var department: String
  var shown: String
}
