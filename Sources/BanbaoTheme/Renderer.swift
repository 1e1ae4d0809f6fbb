import BanbaoHTML

/// Runs operations over a view. It reads the program through borrowed buffers, and owns the output while it runs.
struct Renderer {
  private let code: UnsafeBufferPointer<Operation>
  private let text: UnsafeBufferPointer<UInt8>
  private let paths: UnsafeBufferPointer<Path>
  private let slots: UnsafeBufferPointer<Int>
  private let routines: UnsafeBufferPointer<Range<Int>>
  /// From the page's outermost view inwards; plain values where a section was opened over one.
  private var stack: [ViewValue]
  private var indent: [UInt8] = []
  private var depth = 0
  /// How many more times templates may use themselves.
  private var recursiveCallsLeft: Int
  private var output: [UInt8] = []

  static func run(_ program: Program, routine: Int, views: [View], into buffer: inout [UInt8]) {
    program.code.withUnsafeBufferPointer { code in
      program.text.withUnsafeBufferPointer { text in
        program.paths.withUnsafeBufferPointer { paths in
          program.slots.withUnsafeBufferPointer { slots in
            program.routines.withUnsafeBufferPointer { routines in
              var renderer = Renderer(
                code: code, text: text, paths: paths, slots: slots, routines: routines,
                stack: views.map { .view($0) },
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
      case .section(let path, let body, let hidden):
        printSection(value(paths[path]), index + 1..<index + 1 + body, hidden)
        index += body
      case .when(let path, let body):
        if value(paths[path]).countsAsSomething { run(index + 1..<index + 1 + body) }
        index += body
      case .inverted(let path, let body):
        if !value(paths[path]).countsAsSomething { run(index + 1..<index + 1 + body) }
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

  private mutating func printSection(_ value: ViewValue, _ body: Range<Int>, _ hidden: Int) {
    guard value.countsAsSomething else { return }
    let kept = hidden < 0 ? nil : stack.remove(at: hidden)
    switch value {
    case .absent: break
    case .list(let views): views.visitAll { run(body, with: .view($0)) }
    case .flag, .view, .text, .html, .number: run(body, with: value)
    }
    if let kept { stack.insert(kept, at: hidden) }
  }

  private mutating func run(_ body: Range<Int>, with value: ViewValue) {
    stack.append(value)
    run(body)
    stack.removeLast()
  }

  private mutating func appendText(_ start: Int, _ count: Int) {
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<start + count]))
  }

  private mutating func printEscaped(_ value: ViewValue) {
    switch value {
    case .text(let text): output.appendEscaped(text)
    case .html(let html): html.bytes.withUnsafeBufferPointer { output.appendEscaped($0) }
    case .number(let number): output.appendDecimal(number)
    case .flag, .list, .view, .absent: break
    }
  }

  private mutating func printRaw(_ value: ViewValue) {
    switch value {
    case .text(let text): output.append(contentsOf: text.utf8)
    case .html(let html): output.append(contentsOf: html.bytes)
    default: printEscaped(value)
    }
  }

  /// The compiler has counted entries and slots by the declarations that the views are made from.
  private func value(_ path: Path) -> ViewValue {
    guard path.entry < stack.count else { return .absent }
    var value = stack[path.entry]
    for slot in slots[path.slots] {
      guard case .view(let view) = value, slot < view.values.count else { return .absent }
      value = view.values[slot]
    }
    return value
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
