extension MarkdownWriter {
  /// Whether a line that begins with this node begins like an item of a list, though Markdown knows no such item:
  /// `一、`, `（一）`, `1、`, `1.报名`, `①`, `·`, `●`, `-报名`. Authors and Word write one such item a line.
  func beginsItem(_ node: MarkdownNode) -> Bool {
    var node = node
    while node.kind != .text {
      guard let child = node.firstChild else { return false }
      node = child
    }
    let start = escaper.plainBytes(UnsafeBufferPointer(rebasing: node.literal.prefix(40)))
    return start.withUnsafeBufferPointer(isItemMark)
  }
}

/// Whether a line begins with the mark of an item.
func isItemMark(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
  var start = 0
  while start < line.count, isMarkdownSpace(scalar(line, at: start).value) { start += scalar(line, at: start).length }
  let (first, length) = scalar(line, at: start)
  // English lines begin with ASCII marks by chance.
  if first == 0x2A || first == 0x2D { return scalar(line, at: start + length).value >= 0x80 }
  if isEnclosedNumber(first) || isBullet(first) { return true }
  let opens = first == 0xFF08 || first == 0x28 || first == 0x3014
  var index = opens ? start + length : start
  var count = 0
  while count < 4, index < line.count {
    let (value, length) = scalar(line, at: index)
    guard isCounting(value) else { break }
    index += length
    count += 1
  }
  guard count > 0, index < line.count else { return false }
  let mark = scalar(line, at: index)
  if opens { return mark.value == 0xFF09 || mark.value == 0x29 || mark.value == 0x3015 }
  switch mark.value {
  case 0x3001, 0xFF0E, 0xFF09: return true
  case 0x29, 0x2E:
    // `1.5万元` and `2026.3.8` are figures.
    index += mark.length
    while index < line.count, line[index] == 0x20 { index += 1 }
    return scalar(line, at: index).value >= 0x80
  default: return false
  }
}

/// `①` to `⑳`, `⑴`, `⒈`, `㈠`, `㊀`.
private func isEnclosedNumber(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x2460...0x249B, 0x24EB...0x24FF, 0x2776...0x2793, 0x3220...0x3229, 0x3280...0x3289: true
  default: false
  }
}

/// Bullets and dashes.
private func isBullet(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0xB7, 0x2013, 0x2014, 0x2022, 0x2023, 0x203B, 0x25A0...0x25FF, 0x2605, 0x2606, 0x2713...0x2717,
    0x2726, 0x2727, 0x2756, 0x2794...0x27BE, 0x30FB, 0xFF0A, 0xFF0D:
    true
  default: false
  }
}

/// Digits, Chinese numerals, and the heavenly stems.
private func isCounting(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x30...0x39, 0xFF10...0xFF19: true
  default: "一二三四五六七八九十百零〇甲乙丙丁戊己庚辛壬癸".unicodeScalars.contains { $0.value == scalar }
  }
}
