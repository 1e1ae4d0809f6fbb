import BanbaoHTML
import BanbaoSite
package import BanbaoTheme

extension BuiltSite {
  /// What a page's template sees.
  package func view(_ path: String) throws -> View { plan.view(try page(path)) }
}

extension View {
  /// The views of a list of this view; none where the name is something else.
  package func list(_ name: String) -> [View] {
    if case .list(let views)? = self[name] { return views }
    return []
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
  package func view(_ name: String) -> View? {
    if case .view(let view)? = self[name] { return view }
    return nil
  }
}
