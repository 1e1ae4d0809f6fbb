import BanbaoDiagnostics

/// What a phase of `compile` made, and what it found wrong on the way.
struct Diagnosed<Value: Sendable>: Sendable {
  var value: Value
  var diagnostics: [Diagnostic]

  init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}
