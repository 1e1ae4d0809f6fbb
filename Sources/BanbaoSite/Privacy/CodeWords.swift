/// Whether digits stand behind a word or in an address that says they are something else: 资产编号, 群号, `?id=`.
func isCode(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
  let before = String(decoding: bytes[max(0, start - 40)..<start], as: UTF8.self)
  let word = before.droppingSuffix { " \u{3000}:：#（(“\"".contains($0) }
  if codeWords.contains(where: { word.hasSuffix($0) }) { return true }
  guard word.hasSuffix("=") else { return false }
  let key = word.dropLast().reversed().prefix { $0.isASCII && $0.isLetter }.reversed()
  return !key.isEmpty && !["tel", "phone", "mobile"].contains(String(key).lowercased())
}

private let codeWords = [
  "编号", "编码", "群号", "群", "单号", "流水号", "序列号", "条码", "条形码", "货号", "税号", "批号", "识别号", "QQ", "订单", "案号",
]

extension String {
  fileprivate func droppingSuffix(while isDropped: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return rest
  }
}
