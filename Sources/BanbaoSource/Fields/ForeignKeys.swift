import BanbaoDiagnostics

extension FieldReader {
  /// Where keys stand that this record must not have, in the order of the file.
  ///
  /// They count as asked for, so that the kind's own reproach is the only one; they never enter the tables of keys.
  package mutating func foreign(_ names: Set<String>) -> [Located<String>] {
    entries.indices.filter { names.contains(entries[$0].key) }.map { index in
      isUsed[index] = true
      return Located(entries[index].key, entries[index].keyMark)
    }
  }
}
