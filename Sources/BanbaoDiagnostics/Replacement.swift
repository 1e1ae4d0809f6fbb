/// A remedy that needs no judgement: what to write instead of pieces of one file.
///
/// It says what it replaces, so that a file that has changed since is left alone. What an author has to decide, such as
/// which of two spellings was meant, and whatever is an amount of money never has one.
package struct Replacement: Hashable, Sendable {
  /// A piece of one line, and what is written instead.
  package struct Edit: Hashable, Sendable {
    /// Where the piece begins.
    package var place: Place
    /// What stands there; empty where something is put in before `place`.
    package var old: String
    /// What is written instead; a line feed in it stands for the file's own line end.
    package var new: String

    package init(_ place: Place, old: String, new: String) {
      self.place = old.isEmpty ? place.start : place.spanning(old.unicodeScalars.count)
      self.old = old
      self.new = new
    }

    /// In scalars; 0 where something is put in.
    package var length: Int { old.unicodeScalars.count }
  }

  /// Of one file, in the order of its text, without overlaps; at least one.
  package var edits: [Edit]

  package init(_ edits: [Edit]) { self.edits = edits }

  package init(_ place: Place, old: String, new: String) { self.init([Edit(place, old: old, new: new)]) }

  /// What turns one spelling of a line, or of a part of it, into another: without what both begin and end with.
  ///
  /// - Parameter place: where `old` begins.
  package init(_ place: Place, changing old: String, into new: String) {
    let (before, after) = (Array(old.unicodeScalars), Array(new.unicodeScalars))
    let head = zip(before, after).prefix { $0 == $1 }.count
    let tail = zip(before.dropFirst(head).reversed(), after.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    let start = Place(place.path, line: place.line, column: place.column + head)
    func text(_ scalars: [Unicode.Scalar]) -> String {
      String(String.UnicodeScalarView(scalars.dropFirst(head).dropLast(tail)))
    }
    self.init(start, old: text(before), new: text(after))
  }
}
