package import BanbaoSource
import Testing

extension Day: ExpressibleByStringLiteral {
  /// `2026-03-08`. What is no day fails the test.
  package init(stringLiteral text: String) {
    do {
      self = try Day(reading: text)
    } catch {
      Issue.record("no day: \(text)")
      self.init(serial: 0)
    }
  }
}

/// A notice with a title, a day and a kind.
///
/// - Parameter fields: more lines of its front matter.
package func notice(
  _ title: String, _ date: String, kind: String = "通知", _ fields: String = "", body: String = ""
) -> String {
  "---\ntitle: \(title)\ndate: \(date)\nkind: \(kind)\n\(fields)\n---\n\n\(body)\n"
}

/// An honour of a collective, provincial unless said otherwise.
///
/// - Parameter fields: more lines of its front matter.
package func honour(
  _ title: String, _ date: String, level: String = "省", kind: String = "集体", _ fields: String = ""
) -> String {
  "---\ntitle: \(title)\ndate: \(date)\nlevel: \(level)\nkind: \(kind)\nawarded_by: 总工会\n\(fields)\n---\n"
}
