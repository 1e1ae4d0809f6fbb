/// The table that is being written.
struct TableState {
  var alignments: [UInt8] = []
  var column = 0
  var isHeader = false
  var hasBody = false
}

extension MarkdownWriter {
  /// The frame can be scrolled by keyboard, and is named by the heading above it.
  mutating func enterTable(_ node: MarkdownNode) {
    table = TableState(alignments: node.alignments)
    freshLine()
    out.append("<div class=\"table-scroll\"")
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
    table.column += 1
    out.append(UInt8(ascii: ">"))
  }
}
