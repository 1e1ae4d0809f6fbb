package import BanbaoHTML

/// What the browser sees at one moment: immutable, swapped whole. A request that has begun keeps the snapshot it
/// began with.
package struct PreviewSnapshot: Sendable {
  /// Something that can be sent. Both closures run in a thread pool of the server, never on its event loop, so they
  /// may take their time and may block.
  package enum Resource: Sendable {
    /// An HTML page in UTF-8, rendered on demand. The preview's script is put into it on the way out.
    case page(@Sendable () -> [UInt8])
    /// Any other file, sent as it is. What throws is answered as not found: the file has gone since.
    case file(contentType: String, @Sendable () throws -> [UInt8])
  }

  /// What stands at a path relative to the root, percent-decoded, such as `notices/2026/a.html`.
  ///
  /// A folder is asked for by its `index.html`; the path is never empty and has no empty, `.` or `..` parts. It is
  /// called on the event loop and must answer from memory. Paths under `-/` that the server does not use itself come
  /// here too, for pages that exist in the preview only.
  package var resource: @Sendable (String) -> Resource?

  /// Shown over the page, such as the faults that keep a newer page from being made; nil when there is nothing to show.
  /// It is set in a typeface of even width, with its line breaks and blanks as they are.
  package var overlay: HTML?

  package init(overlay: HTML? = nil, resource: @escaping @Sendable (String) -> Resource?) {
    self.overlay = overlay
    self.resource = resource
  }
}

/// What an open tab must do about a new snapshot.
package enum PreviewChange: Sendable {
  /// Load the page again, at the same scroll position.
  case pages
  /// Load style sheets again without loading the page.
  case styleSheets
  /// Only the overlay differs. The other two bring a differing overlay with them.
  case overlay
}
