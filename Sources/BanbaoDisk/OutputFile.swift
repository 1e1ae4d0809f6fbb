package import BanbaoSource

/// One file of the published site.
package struct OutputFile: Sendable {
  /// Where the bytes come from.
  package enum Content: Sendable {
    /// Appends its bytes to a buffer that is empty and, for speed, used again and again. Called once, by any task.
    case page(@Sendable (inout [UInt8]) -> Void)
    /// A copy of an input file: an attachment, a photo, an asset.
    case file(SourceTree, SourceTree.File)
    /// Made at some cost: it is given what stands at its path, nil for nothing, and returns that where it would make the
    /// same. Called once, by any task. Throws what the disk threw.
    case reusing(@Sendable (_ published: [UInt8]?) throws -> [UInt8])
  }

  /// Relative to the published folder, parts joined by `/`, in Unicode form NFC.
  package var path: String
  package var content: Content
  /// Whether the task that makes the file before it makes this one too, behind it.
  package var staysBehind: Bool

  package init(path: String, content: Content, staysBehind: Bool = false) {
    self.path = path
    self.content = content
    self.staysBehind = staysBehind
  }
}

/// What publishing did.
package struct PublishReport: Hashable, Sendable {
  /// How the new folder took its place.
  package enum Replacement: Hashable, Sendable {
    /// Nothing had changed, so nothing was touched.
    case none
    /// There was no folder before.
    case first
    /// Old and new were exchanged in one step.
    case exchanged
    /// The file system has no exchange: for a moment, between two renames, there was no folder.
    case twoRenames
  }

  /// Files that are new or have other bytes than before.
  package var written = 0
  /// Files that stayed what they were, with their times.
  package var unchanged = 0
  /// Files that the site no longer has.
  package var removed = 0
  /// Of all files of the site, written or not.
  package var bytes: Int64 = 0
  package var replacement = Replacement.none
  /// Outputs that were left out because their path leads out of the folder or is taken.
  package var skipped: [DiskFault] = []

  /// The old folder, already replaced, could not be removed; the next run tries again.
  package var left: DiskFault?

  /// What the published folder is known by from now on; nil where nobody asked, or it cannot be told.
  package var state: FolderState?

  package init() {}
}
