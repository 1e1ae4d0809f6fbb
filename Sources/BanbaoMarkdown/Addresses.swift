/// Marks where bare addresses end before the white space that ends them for GFM: at Chinese punctuation, and at Han in
/// the host, the port or the query, which are ASCII. Han in a path belong to it where more of the path follows them:
/// `https://a.cn/通知/1.pdf`.
func addAddressEnds(_ text: UnsafeBufferPointer<UInt8>, to changes: inout [Change]) {
  var index = 0
  while index < text.count {
    // What an address is told by begins with one of these.
    guard text[index] == UInt8(ascii: ":") || text[index] == UInt8(ascii: "w"),
      let start = addressStart(text, index)
    else {
      index += 1
      continue
    }
    let end = endOfAddress(text, from: index + 3)
    if !isDestination(text, start), end < text.count, text[end] >= 0x80 {
      changes.append(Change(at: end, .addressEnd))
    }
    index = max(end, index + 3)
  }
}

/// Where an address ends whose `://` or `www.` ends at `start` or one byte behind it.
func endOfAddress(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var index = start
  var isPath = false
  while index < text.count, text[index] > 0x20, text[index] != UInt8(ascii: "<") {
    if text[index] < 0x80 {
      switch text[index] {
      case UInt8(ascii: "/"): isPath = true
      case UInt8(ascii: "?"), UInt8(ascii: "#"): isPath = false
      default: break
      }
      index += 1
      continue
    }
    // A host in Han: `http://工会.中国`.
    let mayHoldHan = isPath || (index <= start + 1) || text[index - 1] == UInt8(ascii: ".")
    let end = endOfHan(text, from: index)
    guard mayHoldHan, end > index, goesOn(text, at: end) else { return index }
    index = end
  }
  return index
}

/// Passes letters that are not ASCII; stops at Chinese punctuation.
private func endOfHan(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var index = start
  while index < text.count, text[index] >= 0x80 {
    let (value, length) = scalar(text, at: index)
    if isEastAsianPunctuation(value) { return index }
    index += length
  }
  return index
}

/// Whether an address goes on behind Han: `/a`, `.pdf`, `2.pdf`, `-1`, `_1`, `%20`.
private func goesOn(_ text: UnsafeBufferPointer<UInt8>, at end: Int) -> Bool {
  var index = end
  while index < text.count, isASCIIAlphanumeric(text[index]) { index += 1 }
  guard index + 1 < text.count, !(index - end == 3 && text[end] == UInt8(ascii: "w")) else { return false }
  let next = text[index + 1]
  switch text[index] {
  case UInt8(ascii: "/"): return true
  case UInt8(ascii: "."): return isASCIIAlphanumeric(next) && !(0x30...0x39).contains(next)
  case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "%"): return isASCIIAlphanumeric(next) || next >= 0xE4
  default: return false
  }
}

/// Where an address begins whose `://` or `www.` stands at `index`.
private func addressStart(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
  guard index + 3 < text.count else { return nil }
  if text[index] == UInt8(ascii: ":"), text[index + 1] == UInt8(ascii: "/"),
    text[index + 2] == UInt8(ascii: "/")
  {
    var start = index
    while start > 0, index - start < 5, isASCIIAlphanumeric(text[start - 1]) { start -= 1 }
    return start
  }
  let isHost =
    text[index] == UInt8(ascii: "w") && text[index + 1] == UInt8(ascii: "w")
    && text[index + 2] == UInt8(ascii: "w")
    && text[index + 3] == UInt8(ascii: ".")
  return isHost ? index : nil
}

/// Whether an address is written in `<…>`, as `](…` or behind `]:`, where it may hold anything.
private func isDestination(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
  guard start > 0 else { return false }
  if text[start - 1] == UInt8(ascii: "<") { return true }
  var index = start
  while index > 0, start - index < 8, text[index - 1] <= 0x20 { index -= 1 }
  guard index > 1, text[index - 2] == UInt8(ascii: "]") else { return false }
  return text[index - 1] == UInt8(ascii: "(") || text[index - 1] == UInt8(ascii: ":")
}
