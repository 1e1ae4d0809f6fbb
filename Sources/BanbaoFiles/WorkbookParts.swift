/// The parts of a workbook's archive (ECMA-376 part 2), by their names.
struct WorkbookParts {
  /// What a part says of another.
  struct Relation {
    var id: String
    var type: String
    /// The name of the other part.
    var target: String

    /// The strict form has the same words behind other addresses.
    func isOf(_ word: String) -> Bool { type.hasSuffix("/" + word) }
  }

  private let archive: ZipArchive
  private var entries: [String: ZipArchive.Entry] = [:]

  init(_ archive: ZipArchive) throws(WorkbookFault) {
    self.archive = archive
    var all = 0 as UInt64
    for entry in archive.entries(limit: 10_000) {
      entries[Self.key(entry.path)] = entry
      all = all &+ min(entry.size, WorkbookLimits.unpacked + 1)
    }
    guard self["[Content_Types].xml"] != nil else { throw .none }
    if all > WorkbookLimits.unpacked { throw .tooLarge }
    if entries.keys.contains(where: { $0.hasSuffix("vbaproject.bin") }) { throw .macros }
  }

  /// The part of a name; names are equal without regard to case.
  subscript(name: String) -> ZipArchive.Entry? { entries[Self.key(name)] }

  private static func key(_ name: String) -> String {
    // Some programs write the separators of Windows.
    let parts = name.lowercased().split { $0 == "/" || $0 == "\\" }
    return parts.joined(separator: "/")
  }

  /// The part with the list of sheets.
  func mainPart() throws(WorkbookFault) -> ZipArchive.Entry {
    let document = try relations(of: "").first { $0.isOf("officeDocument") }
    guard let name = document?.target ?? (self["xl/workbook.xml"] == nil ? nil : "xl/workbook.xml") else { throw .none }
    if name.lowercased().hasSuffix(".bin") { throw .binaryForm }
    guard let part = self[name] else { throw .damaged(name) }
    return part
  }

  func relations(of part: ZipArchive.Entry) throws(WorkbookFault) -> [Relation] { try relations(of: part.path) }

  private func relations(of part: String) throws(WorkbookFault) -> [Relation] {
    let folder = part.split { $0 == "/" || $0 == "\\" }
    let file = folder.last.map(String.init) ?? ""
    let base = folder.dropLast().joined(separator: "/")
    guard let entry = self["\(base)/_rels/\(file).rels"] else { return [] }
    let list = RelationList()
    try archive.readXML(entry, list)
    return list.relations.map { relation in
      var relation = relation
      relation.target = Self.resolved(relation.target, in: base)
      return relation
    }
  }

  /// A target is relative to its part's folder, or begins with `/`.
  private static func resolved(_ target: String, in folder: String) -> String {
    var parts: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

private final class RelationList: XMLHandler {
  private(set) var relations: [WorkbookParts.Relation] = []

  func start(_ name: XMLText, _ attributes: XMLAttributes) {
    guard name == "Relationship", let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"]
    else { return }
    relations.append(WorkbookParts.Relation(id: id.string, type: type.string, target: target.string))
  }
  func end(_ name: XMLText) {}
  func text(_ bytes: UnsafeRawBufferPointer) {}
}

/// What no book of account exceeds.
enum WorkbookLimits {
  /// Bytes of all parts unpacked: a million rows have about half.
  static let unpacked: UInt64 = 1 << 29
  /// How many times larger than packed a part may be, where it is large at all. Rows of equal numbers come to 60.
  static let ratio: UInt64 = 250
  static let smallPart: UInt64 = 4 << 20
  /// Bytes of all shared texts, and of the texts of one row.
  static let sharedTexts = 128 << 20
  static let rowText = 4 << 20
  static let rows = 1 << 20
  static let columns = 1 << 14
}

extension ZipArchive {
  /// Reads a part to its end; what it unpacks to is counted, whatever the archive claims.
  ///
  /// - Parameter feed: feeds the parser a piece; false where nothing more is to be read.
  func readXML(
    _ part: Entry, _ handler: any XMLHandler, isDone: () -> Bool = { false },
    _ feed: (XMLReader, UnsafeRawBufferPointer) -> Bool = { $0.read($1) }
  ) throws(WorkbookFault) {
    if part.isEncrypted { throw .encrypted }
    guard let reader = XMLReader(handler) else { throw .tooLarge }
    let byRatio = min(part.packedSize, WorkbookLimits.unpacked) * WorkbookLimits.ratio
    let largest = min(max(WorkbookLimits.smallPart, byRatio), WorkbookLimits.unpacked)
    if part.size > largest { throw .tooLarge }
    var unpacked = 0 as UInt64
    var isXML = true
    let end = read(part) { piece in
      unpacked += UInt64(piece.count)
      guard unpacked <= largest, !isDone() else { return false }
      isXML = feed(reader, piece)
      return isXML
    }
    if isDone() { return }
    if unpacked > largest { throw .tooLarge }
    guard case .whole = end, isXML, reader.finish() else { throw .damaged(part.path) }
  }
}
