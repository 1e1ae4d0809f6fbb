import BanbaoHTML
import BanbaoSite
package import BanbaoTheme

/// What a template sees, by name: the innermost view that declares a name counts.
package struct SeenView {
  /// The innermost first.
  private let views: [NamedView]

  fileprivate init(_ views: [NamedView]) { self.views = views }

  /// The value of a name; nil where no view declares it.
  package subscript(name: String) -> ViewValue? { views.lazy.compactMap { $0[name] }.first }

  /// The views of a list; none where the name is something else.
  package func list(_ name: String) -> [SeenView] {
    guard case .list? = self[name] else { return [] }
    return inner(name)
  }

  /// One name of every view in a list.
  package func texts(_ list: String, _ name: String) -> [String] { self.list(list).map { $0.text(name) } }

  /// What a name prints: a text, HTML, a number or a flag; nothing where it is something else.
  package func text(_ name: String) -> String {
    switch self[name] {
    case .text(let text)?: text
    case .html(let html)?: html.string
    case .number(let number)?: String(number)
    case .flag(let flag)?: String(flag)
    default: ""
    }
  }

  /// The view of a name; nil where the name is something else.
  package func view(_ name: String) -> SeenView? {
    guard case .view? = self[name] else { return nil }
    return inner(name).first
  }

  private func inner(_ name: String) -> [SeenView] {
    (views.first { $0[name] != nil }?.views(name) ?? []).map { SeenView([$0]) }
  }
}

extension BuiltSite {
  /// What a page's template sees.
  package func view(_ path: String) throws -> SeenView { SeenView(plan.namedViews(try page(path))) }
}
