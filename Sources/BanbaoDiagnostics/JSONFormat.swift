/// Diagnostics, what was left out and who is shown, as one JSON object for programs, with a line feed at its end.
///
/// Every diagnostic has `code`, `severity`, `path`, `line` and `column` (from 1; null for the file as a whole), `message`
/// and `help` (null where there is none); `related` only where there are other places, and `fix` only where there is a
/// remedy that needs no judgement: the pieces of the file to replace, each with `line`, `column`, `length` in scalars (0
/// to put something in) and the new `text`. Diagnostics stand in the order of `inOrder()`, what was left out by path. The
/// program gives it at most 50 faults of one rule in one file, the last of them counting the rest (`abridged`). Of
/// each person that a page shows, `people` has the `page`, the `name` as it stands there, whether it is `masked`, and the
/// place of the consent, or of the name where it is masked.
package func jsonForm(
  _ diagnostics: [Diagnostic], leftOut: [LeftOut], people: [(page: String, people: [ShownPerson])] = [],
  language: Language
) -> String {
  let object: JSON = [
    "diagnostics": .array(diagnostics.inOrder().map { json($0, language) }),
    "left_out": .array(
      leftOut.sorted().map { ["path": .string($0.path), "reason": .string($0.reason.rawValue)] }),
    "people": .array(
      people.flatMap { page, people in
        people.map { person in
          .object(
            [("page", .string(page)), ("name", .string(person.name)), ("masked", .flag(!person.isWhole))]
              + json(person.place))
        }
      }),
  ]
  return object.text + "\n"
}

private func json(_ diagnostic: Diagnostic, _ language: Language) -> JSON {
  var members: [(key: String, value: JSON)] = [
    ("code", .string(diagnostic.code)),
    ("severity", .string(diagnostic.severity.rawValue)),
  ]
  members += json(diagnostic.place)
  members += [
    ("message", .string(diagnostic.message[language])),
    ("help", diagnostic.help.map { .string($0[language]) } ?? .null),
  ]
  if !diagnostic.related.isEmpty {
    let related = diagnostic.related.map { related in
      JSON.object(json(related.place) + [("message", .string(related.message[language]))])
    }
    members.append(("related", .array(related)))
  }
  if let fix = diagnostic.fix { members.append(("fix", .array(fix.edits.map(json)))) }
  return .object(members)
}

private func json(_ edit: Replacement.Edit) -> JSON {
  [
    "line": .number(edit.place.line), "column": .number(edit.place.column), "length": .number(edit.length),
    "text": .string(edit.new),
  ]
}

private func json(_ place: Place) -> [(key: String, value: JSON)] {
  [
    ("path", .string(place.address)), ("line", place.line > 0 ? .number(place.line) : .null),
    ("column", place.column > 0 ? .number(place.column) : .null),
  ]
}
