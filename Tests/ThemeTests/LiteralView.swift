import BanbaoDiagnostics
import BanbaoHTML
import BanbaoTheme

/// What a test writes under one name of a view.
indirect enum LiteralValue: Sendable {
  case text(String)
  case html(HTML)
  case number(Int)
  case flag(Bool)
  case list([LiteralView])
  case view(LiteralView)
  case absent
}

/// A view as a test writes it; its declaration is learnt from it.
struct LiteralView: Sendable, ExpressibleByDictionaryLiteral {
  var fields: [(name: String, value: LiteralValue)]

  init(_ fields: [(name: String, value: LiteralValue)] = []) { self.fields = fields }

  init(dictionaryLiteral elements: (String, LiteralValue)...) {
    fields = elements.map { (name: $0.0, value: $0.1) }
  }

  /// An item of a plain list, printed by `{{.}}`.
  init(implicit value: LiteralValue) { self.init([(name: ".", value: value)]) }

  var names: Names<LiteralView> { LiteralView.names(of: [self]) }

  var view: View { names.view(of: self, in: .chinese) }

  private subscript(name: String) -> LiteralValue { fields.first { $0.name == name }?.value ?? .absent }

  /// The names of views that stand in one list: those of all of them.
  private static func names(of views: [LiteralView]) -> Names<LiteralView> {
    var order: [String] = []
    var values: [String: [LiteralValue]] = [:]
    for (name, value) in views.flatMap(\.fields) {
      if values[name] == nil { order.append(name) }
      values[name, default: []].append(value)
    }
    return Names(order.map { self.name($0, values[$0] ?? []) })
  }

  private static func name(_ name: String, _ values: [LiteralValue]) -> Name<LiteralView> {
    let items = values.flatMap { if case .list(let views) = $0 { views } else { [LiteralView]() } }
    let views = values.compactMap { if case .view(let view) = $0 { view } else { nil } }
    for value in values {
      switch value {
      case .list: return .list(name, names(of: items)) { if case .list(let views) = $0[name] { views } else { [] } }
      case .view: return .view(name, names(of: views)) { if case .view(let view) = $0[name] { view } else { nil } }
      case .html: return .html(name) { if case .html(let html) = $0[name] { html } else { nil } }
      case .flag: return .flag(name) { if case .flag(let flag) = $0[name] { flag } else { false } }
      case .number where values.count == 1:
        return .number(name) { if case .number(let number) = $0[name] { number } else { nil } }
      case .text, .number, .absent: continue
      }
    }
    return .text(name) {
      switch $0[name] {
      case .text(let text): text
      case .number(let number): String(number)
      default: nil
      }
    }
  }
}
