/// A person whom a text names.
package struct NamedPerson: Sendable, Hashable {
  /// As it is written.
  package var name: String
  /// In the bytes of the text.
  package var range: Range<Int>
}

/// The persons whom UTF-8 text names, in their order: 张小明, 欧阳清, 王护士长, 老张, 阿依古丽·买买提.
///
/// Each run of Han characters is read in the way that is likeliest word by word, a name being one of the words: it costs
/// what its surname and its given name cost, less what the words around it make it likelier. Nobody is sure: it misses
/// some names and takes some words for names. It takes time in proportion to the text.
package func personsNamed(in bytes: [UInt8], _ range: Range<Int>? = nil) -> [NamedPerson] {
  let units = bytes.withUnsafeBufferPointer { spelt($0, in: range ?? 0..<bytes.count) }
  var search = PersonSearch(units)
  search.readAll()
  return search.found.filter { search.mayStand($0) }.map { found in
    let place = Int(units.offsets[found.lowerBound])..<Int(units.ends[found.upperBound - 1])
    return NamedPerson(name: String(decoding: bytes[place], as: UTF8.self), range: place)
  }
}

/// The persons whom a text names, in their order.
package func personsNamed(in text: String) -> [NamedPerson] { personsNamed(in: Array(text.utf8)) }

/// The words in Han characters of UTF-8 text, names of persons among them, in their order, as places in its bytes.
func wordsRead(in bytes: [UInt8]) -> [Range<Int>] {
  let units = bytes.withUnsafeBufferPointer { spelt($0, in: 0..<bytes.count) }
  var search = PersonSearch(units, keepsWords: true)
  search.readAll()
  return search.words.map { Int(units.offsets[$0.lowerBound])..<Int(units.ends[$0.upperBound - 1]) }
}
