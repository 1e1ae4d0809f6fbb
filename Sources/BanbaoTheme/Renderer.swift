import BanbaoHTML

/// Runs operations over a view. It reads the program through borrowed buffers, and owns the output while it runs.
struct Renderer {
  private enum Context {
    case view(View)
    /// What `{{.}}` prints inside a section over a plain value.
    case value(ViewValue)
  }

  private let code: UnsafeBufferPointer<Operation>
  private let text: UnsafeBufferPointer<UInt8>
  private let paths: UnsafeBufferPointer<Path>
  private let parts: UnsafeBufferPointer<Path.Part>
  private let routines: UnsafeBufferPointer<Range<Int>>
  private var contexts: [Context]
  private var indent: [UInt8] = []
  private var depth = 0
  /// How many more times templates may use themselves.
  private var recursiveCallsLeft: Int
  private var output: [UInt8] = []

  static func run(_ program: Program, routine: Int, view: View, into buffer: inout [UInt8]) {
    program.code.withUnsafeBufferPointer { code in
      program.text.withUnsafeBufferPointer { text in
        program.paths.withUnsafeBufferPointer { paths in
          program.parts.withUnsafeBufferPointer { parts in
            program.routines.withUnsafeBufferPointer { routines in
              var renderer = Renderer(
                code: code, text: text, paths: paths, parts: parts, routines: routines,
                contexts: [.view(view)],
                recursiveCallsLeft: program.maximalRecursiveCalls)
              swap(&renderer.output, &buffer)
              renderer.run(routines[routine])
              swap(&renderer.output, &buffer)
            }
          }
        }
      }
    }
  }

  private mutating func run(_ range: Range<Int>) {
    depth += 1
    defer { depth -= 1 }
    if depth > maximalDepth { return }
    var index = range.lowerBound
    while index < range.upperBound {
      switch code[index] {
      case .text(let start, let count): appendText(start, count)
      case .escaped(let path): printEscaped(value(paths[path]))
      case .html(let path):
        let value = value(paths[path])
        if case .html(let html) = value {
          output.append(contentsOf: html.bytes)
        } else {
          printEscaped(value)
        }
      case .raw(let path): printRaw(value(paths[path]))
      case .section(let path, let body):
        printSection(value(paths[path]), index + 1..<index + 1 + body)
        index += body
      case .inverted(let path, let body):
        if value(paths[path])?.countsAsSomething != true { run(index + 1..<index + 1 + body) }
        index += body
      case .call(let routine): run(routines[routine])
      case .recursiveCall(let routine, let start, let count, let isAdded):
        if recursiveCallsLeft == 0 { break }
        recursiveCallsLeft -= 1
        let outer = indent
        if !isAdded { indent.removeAll() }
        indent.append(contentsOf: text[start..<start + count])
        run(routines[routine])
        indent = outer
      case .indent: output.append(contentsOf: indent)
      }
      index += 1
    }
  }

  private mutating func printSection(_ value: ViewValue?, _ body: Range<Int>) {
    switch value {
    case nil, .absent: break
    case .flag(let flag): if flag { run(body) }
    case .list(let views): for view in views { run(body, in: .view(view)) }
    case .view(let view): run(body, in: .view(view))
    case .text, .html, .number:
      if let value, value.countsAsSomething { run(body, in: .value(value)) }
    }
  }

  private mutating func run(_ body: Range<Int>, in context: Context) {
    contexts.append(context)
    run(body)
    contexts.removeLast()
  }

  private mutating func appendText(_ start: Int, _ count: Int) {
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<start + count]))
  }

  private mutating func printEscaped(_ value: ViewValue?) {
    switch value {
    case .text(let text): output.appendEscaped(text)
    case .html(let html): html.bytes.withUnsafeBufferPointer { output.appendEscaped($0) }
    case .number(let number): output.appendDecimal(number)
    case nil, .flag, .list, .view, .absent: break
    }
  }

  private mutating func printRaw(_ value: ViewValue?) {
    switch value {
    case .text(let text): output.append(contentsOf: text.utf8)
    case .html(let html): output.append(contentsOf: html.bytes)
    default: printEscaped(value)
    }
  }

  private func value(_ path: Path) -> ViewValue? {
    guard var value = firstValue(path) else { return nil }
    for part in parts[path.rest] {
      guard case .view(let view) = value, let next = view.value(part.key, part.name) else {
        return nil
      }
      value = next
    }
    return value
  }

  private func firstValue(_ path: Path) -> ViewValue? {
    if path.isImplicit {
      switch contexts.last {
      case .value(let value): return value
      case .view(let view): return view.value(path.first.key, path.first.name) ?? .view(view)
      case nil: return nil
      }
    }
    var index = contexts.count - 1
    while index >= 0 {
      if case .view(let view) = contexts[index],
        let value = view.value(path.first.key, path.first.name)
      {
        return value
      }
      index -= 1
    }
    return nil
  }
}

extension [UInt8] {
  fileprivate mutating func appendDecimal(_ number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let first = count
    repeat {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    self[first...].reverse()
  }
}
