/// An archive whose files are stored as they are.
///
/// - Parameters:
///   - files: by name, in order.
///   - flags: of each file: 1 where a password is needed, 0x800 where the name is UTF-8.
///   - claimed: the size that each file claims to have; its own where none is given.
package func storedZip(_ files: [(name: [UInt8], content: [UInt8])], flags: Int = 0x800, claimed: Int? = nil) -> [UInt8]
{
  func little(_ number: Int, _ length: Int) -> [UInt8] {
    (0..<length).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
  var entries: [UInt8] = []
  var directory: [UInt8] = []
  for file in files {
    let size = little(file.content.count, 4) + little(claimed ?? file.content.count, 4)
    let head =
      little(20, 2) + little(flags, 2) + little(0, 2) + little(0x5A21_0000, 4) + little(Int(sum(file.content)), 4)
      + size
    directory += little(0x0201_4B50, 4) + little(20, 2) + head + little(file.name.count, 2) + little(0, 12)
    directory += little(entries.count, 4) + file.name
    entries += little(0x0403_4B50, 4) + head + little(file.name.count, 2) + little(0, 2) + file.name + file.content
  }
  let counts = little(0, 4) + little(files.count, 2) + little(files.count, 2)
  return entries + directory + little(0x0605_4B50, 4) + counts + little(directory.count, 4) + little(entries.count, 4)
    + little(0, 2)
}

/// An archive of texts.
package func storedZip(_ files: KeyValuePairs<String, String>) -> [UInt8] {
  storedZip(files.map { (Array($0.key.utf8), Array($0.value.utf8)) })
}

/// A document of Word with one part besides what each has.
///
/// - Parameter properties: of `docProps/core.xml`.
package func wordFile(_ body: String, properties: String = "", more: KeyValuePairs<String, String> = [:]) -> [UInt8] {
  let document =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:document xmlns:w=\"urn:w\"><w:body>\(body)</w:body></w:document>"
  return storedZip(
    ([
      ("[Content_Types].xml", "<Types/>"),
      ("docProps/core.xml", "<cp:coreProperties>\(properties)</cp:coreProperties>"),
      ("word/document.xml", document),
    ] + more.map { ($0.key, $0.value) }).map { (Array($0.0.utf8), Array($0.1.utf8)) })
}

/// CRC-32, as archives have it.
private func sum(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(~0) { sum, byte in
    (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }
}
