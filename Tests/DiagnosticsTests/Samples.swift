import BanbaoDiagnostics
import Foundation

let unknownKey = Rule(
  "unknown-key", .error,
  Wording(
    "每个键都要在表里。写错的键不会被当成别的。", en: "Every key must be a known one. A wrong key is never guessed."),
  wrong: "---\n标体: 通知\n---", right: "---\n标题: 通知\n---")

let keyFault = unknownKey.at(
  Place("content/通知/a b.md", line: 2, column: 1, length: 2), Wording("没有“标体”这个键", en: "there is no key “标体”"),
  help: Wording("写成“标题”", en: "write “标题”"),
  related: [Related(Place("content/b.md", line: 1, column: 3, length: 2), Wording("这里写对了", en: "right here"))])

let fileFault = Diagnostic(
  code: "encoding", severity: .note, place: Place("content/\"x\".md"),
  message: Wording("不是 UTF-8\n\t\\", en: "not UTF-8"))

/// What a JSON text holds at a path of keys and positions, as the text of the value.
func value(_ text: String, _ path: String...) throws -> String? { try value(text, path) }

func value(_ text: String, _ path: [String]) throws -> String? {
  var node: Any = try JSONSerialization.jsonObject(with: Data(text.utf8))
  for step in path {
    if let object = node as? [String: Any], let next = object[step] {
      node = next
    } else if let list = node as? [Any], let position = Int(step), list.indices.contains(position) {
      node = list[position]
    } else {
      return nil
    }
  }
  return "\(node)"
}
