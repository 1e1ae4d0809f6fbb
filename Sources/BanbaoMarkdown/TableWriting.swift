import BanbaoHTML

/// The table that is being written.
struct TableState {
  var alignments: [UInt8] = []
  /// The names of the columns as attributes, where each cell bears its own; else none.
  var labels: [[UInt8]] = []
  var column = 0
  var isHeader = false
  var hasBody = false
}

extension MarkdownWriter {
  /// The frame can be scrolled by keyboard, and is named by the heading above it.
  mutating func enterTable(_ node: MarkdownNode) {
    table = TableState(alignments: node.alignments)
    let form = form(of: node)
    if form.kind == .stacked { table.labels = labels(of: node) }
    freshLine()
    out.append("<div class=\"table-scroll ")
    out.append(contentsOf: form.classes.utf8)
    out.append(UInt8(ascii: "\""))
    if let heading = headings.last {
      out.append(" role=\"group\" aria-labelledby=\"")
      out.append(contentsOf: heading.id.utf8)
      out.append(UInt8(ascii: "\""))
    }
    out.append(" tabindex=\"0\">\n<table>\n")
  }

  mutating func exitTable() {
    if table.hasBody { out.append("</tbody>\n") }
    out.append("</table>\n</div>\n")
  }

  mutating func enterRow(_ node: MarkdownNode) {
    beginBlock(node.startLine, node.startLine)
    transcript.add(.row, node.startLine)
    table.column = 0
    table.isHeader = node.isHeaderRow
    if table.isHeader {
      out.append("<thead>\n")
    } else if !table.hasBody {
      table.hasBody = true
      out.append("<tbody>\n")
    }
    out.append("<tr>")
  }

  mutating func exitRow() {
    out.append("\n</tr>\n")
    if table.isHeader { out.append("</thead>\n") }
    endBlock()
  }

  mutating func enterCell() {
    pendingBreak = nil
    out.append(table.isHeader ? "\n<th scope=\"col\"" : "\n<td")
    if table.column < table.alignments.count {
      switch table.alignments[table.column] {
      case UInt8(ascii: "l"): out.append(" class=\"align-left\"")
      case UInt8(ascii: "c"): out.append(" class=\"align-center\"")
      case UInt8(ascii: "r"): out.append(" class=\"align-right\"")
      default: break
      }
    }
    if !table.isHeader, table.column < table.labels.count {
      out.append(" data-label=\"")
      out.append(contentsOf: table.labels[table.column])
      out.append(UInt8(ascii: "\""))
    }
    table.column += 1
    out.append(UInt8(ascii: ">"))
  }

  private func form(of table: MarkdownNode) -> TableForm {
    var form = TableForm()
    var row = table.firstChild
    while let current = row {
      var column = 0
      var cell = current.firstChild
      while let inside = cell {
        form.beginCell(column: column)
        inside.visitDescendants {
          if $0.kind == .text || $0.kind == .code { form.add(escaper.plainBytes($0.literal), to: column) }
          return true
        }
        column += 1
        cell = inside.next
      }
      row = current.next
    }
    return form
  }

  /// The texts of the header's cells, escaped.
  private func labels(of table: MarkdownNode) -> [[UInt8]] {
    var labels: [[UInt8]] = []
    var cell = table.firstChild?.firstChild
    while let inside = cell {
      var label: [UInt8] = []
      inside.visitDescendants {
        if $0.kind == .text || $0.kind == .code { escaper.appendText($0.literal, to: &label) }
        return true
      }
      labels.append(label)
      cell = inside.next
    }
    return labels
  }
}
