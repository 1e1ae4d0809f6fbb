import BanbaoDiagnostics

/// A folder of input files as one value: what there is, and a way to read it.
///
/// The pure modules see the disk only through this. A tree in a test is a dictionary of texts.
package struct SourceTree: Sendable {
  /// One file of the tree.
  package struct File: Sendable, Hashable {
    /// Relative to the tree's root, parts joined by `/`, in Unicode form NFC.
    package var path: String
    /// In bytes.
    package var size: Int
    /// Changes whenever the file's content may have changed: two files of equal path and version have equal bytes.
    package var version: String
    /// The name by which `read` finds the file: the path as the disk spells it, which may not be NFC.
    package var diskPath: String

    /// The version of every file that the program carries: it changes only with the program.
    package static let builtIn = "default"

    /// Whether the program carries it, so that no author can change it.
    package var isBuiltIn: Bool { version == Self.builtIn }

    package init(path: String, size: Int, version: String, diskPath: String? = nil) {
      self.path = path
      self.size = size
      self.version = version
      self.diskPath = diskPath ?? path
    }
  }

  /// Where a file is found that one of the same path covers.
  package static let coveredFolder = "covered/"

  /// What stands before every path in messages, such as `content`.
  package let label: String
  /// Sorted by path, in the order of UTF-8 bytes.
  package let files: [File]
  /// The bytes of a file. Throws what the disk threw.
  package let read: @Sendable (File) throws -> [UInt8]
  /// The first bytes of a file, at most so many. Throws what the disk threw.
  package let start: @Sendable (File, Int) throws -> [UInt8]
  /// The last bytes of a file, at most so many. Throws what the disk threw.
  package let end: @Sendable (File, Int) throws -> [UInt8]

  /// - Parameters:
  ///   - start: where the beginning of a file can be read without the rest.
  ///   - end: where the end of a file can be read without the rest.
  package init(
    label: String, files: [File], read: @escaping @Sendable (File) throws -> [UInt8],
    start: (@Sendable (File, Int) throws -> [UInt8])? = nil, end: (@Sendable (File, Int) throws -> [UInt8])? = nil
  ) {
    self.end = end ?? { Array(try read($0).suffix($1)) }
    self.start = start ?? { Array(try read($0).prefix($1)) }
    self.label = label
    self.files = files.sorted { $0.path.precedes($1.path) }
    self.read = read
  }

  /// A tree in memory.
  package init(label: String, texts: [String: [UInt8]]) {
    self.init(
      label: label, files: texts.map { File(path: $0.key, size: $0.value.count, version: "\($0.value.hashValue)") },
      read: { texts[$0.diskPath] ?? [] })
  }

  /// The file of a path; nil for none.
  package func file(_ path: String) -> File? { files.first(with: path) { $0.path }.map { files[$0] } }

  /// Whether there is a file of a path.
  package func holds(_ path: String) -> Bool { file(path) != nil }

  /// The file whose path messages show so; nil for none.
  package func file(shownAs shown: String) -> File? {
    if label.isEmpty { return file(shown) }
    return shown.hasPrefix(label + "/") ? file(String(shown.dropFirst(label.count + 1))) : nil
  }

  /// The text of a file as everything reads it: a table in UTF-8, and nothing without what nobody sees and needs.
  package func text(_ file: File) throws -> SourceText {
    let text = SourceText(path: shown(file.path), bytes: try read(file))
    return (file.path.hasSuffix(".csv") ? tableText(text).text ?? text : text).sifted()
  }

  /// The path of a file as messages show it: `content/notices/a.md`.
  package func shown(_ path: String) -> String { label.isEmpty ? path : label + "/" + path }
}
