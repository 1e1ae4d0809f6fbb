/// Values in a row as a cache keeps them: who reads them knows their kinds and their order.
package struct Packer: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// A whole number from 0 to `Unpacker.greatest`, in as many bytes as it has groups of seven bits; one that lies outside
  /// counts as the nearest.
  package mutating func add(_ number: Int) {
    var rest = UInt(min(max(0, number), Unpacker.greatest))
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Bytes, behind their number.
  package mutating func add(_ content: some Collection<UInt8>) {
    add(content.count)
    bytes += content
  }

  /// A text's UTF-8 bytes, behind their number.
  package mutating func add(_ text: String) { add(text.utf8) }

  /// A text that may be missing.
  package mutating func add(_ text: String?) {
    add(text == nil ? 0 : 1)
    if let text { add(text) }
  }

  /// The place without its path, which whoever reads it knows.
  package mutating func add(_ place: Place) {
    add(place.line)
    add(place.column)
    add(place.length)
  }

  /// How many there are, then each.
  package mutating func add<Elements: Collection>(
    each elements: Elements, _ add: (inout Packer, Elements.Element) -> Void
  ) {
    self.add(elements.count)
    for element in elements { add(&self, element) }
  }
}

/// Reads what a `Packer` wrote. Other bytes are told of, not believed.
package struct Unpacker: Sendable {
  /// The bytes are not those that a `Packer` would have written.
  package struct Malformed: Error {
    package init() {}
  }

  /// Far from what arithmetic with places and sizes could make too large.
  package static let greatest = 1 << 48

  private let bytes: [UInt8]
  /// What is not read yet.
  private var rest: Range<Int>

  /// - Parameter range: what lies outside the bytes is cut off.
  package init(_ bytes: [UInt8], _ range: Range<Int>? = nil) {
    self.bytes = bytes
    rest = range?.clamped(to: 0..<bytes.count) ?? 0..<bytes.count
  }

  /// Whether all is read.
  package var isAtEnd: Bool { rest.isEmpty }

  /// The next whole number.
  package mutating func number() throws(Malformed) -> Int {
    var number = 0
    var shift = 0
    var index = rest.lowerBound
    while index < rest.upperBound, shift < 49 {
      let byte = bytes[index]
      number |= Int(byte & 0x7F) << shift
      index += 1
      shift += 7
      if byte < 0x80 {
        guard number <= Self.greatest else { throw Malformed() }
        rest = index..<rest.upperBound
        return number
      }
    }
    throw Malformed()
  }

  /// Where the next bytes lie, which are passed over.
  package mutating func range() throws(Malformed) -> Range<Int> {
    let count = try number()
    guard 0...rest.count ~= count else { throw Malformed() }
    let found = rest.prefix(count)
    rest = found.upperBound..<rest.upperBound
    return found
  }

  /// The next bytes.
  package mutating func content() throws(Malformed) -> [UInt8] { Array(bytes[try range()]) }

  /// The next text; what is no UTF-8 in it is replaced.
  package mutating func text() throws(Malformed) -> String { String(decoding: bytes[try range()], as: UTF8.self) }

  /// The next text that may be missing.
  package mutating func optionalText() throws(Malformed) -> String? { try number() == 0 ? nil : try text() }

  /// The next place, of a file by its path.
  package mutating func place(in path: String) throws(Malformed) -> Place {
    let (line, column, length) = (try number(), try number(), try number())
    return Place(path, line: line, column: column, length: length)
  }

  /// The next values, as `add(each:)` wrote them.
  package mutating func list<Element>(
    _ element: (inout Unpacker) throws(Malformed) -> Element
  ) throws(Malformed) -> [Element] {
    let count = try number()
    // Each takes a byte at least.
    guard 0...rest.count ~= count else { throw Malformed() }
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try element(&self)) }
    return list
  }
}
