package import BanbaoDiagnostics
import BanbaoSource

/// The addresses of the records of one list: what each says under `id`, else its position, counted from 1.
///
/// An address that is written moves with its record, so nothing moves when another one is put in before it.
struct ListAddresses {
  /// Of every item, below the path of the list.
  private(set) var names: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ items: [Node], path: String, keys: KeyLanguage) {
    var first: [String: Place] = [:]
    for (index, item) in items.enumerated() {
      // Faults of the value's form are reported where the record is read.
      var fields = FieldReader(item, path: path, keys: keys)
      let written = fields.read(CommonFields.Keys.id)
      let position = String(index + 1)
      var name = position
      let place = Place(path, written?.mark ?? item.mark)
      if let written {
        if isAddress(written.value) {
          name = nfc(written.value)
        } else {
          diagnostics.append(Self.form(written.value, place))
        }
      }
      if let earlier = first[name.lowercased()] {
        diagnostics.append(Self.repeated(name, place, earlier, isWritten: written != nil))
        // It is told of once: no page is made twice.
        name += "-\(position)"
      } else {
        first[name.lowercased()] = place
      }
      names.append(name)
    }
  }

  private static func form(_ text: String, _ place: Place) -> Diagnostic {
    ListRules.form.at(
      place, Wording("编号“\(text)”不能作网址", en: "the id “\(text)” cannot be an address"),
      help: Wording(
        "只用汉字、字母、数字和 - _，不留空格，不超过 60 个字，例如 2026-03 或 春节慰问",
        en: "use letters, digits, - and _ only, at most 60 of them, such as 2026-03"))
  }

  private static func repeated(_ name: String, _ place: Place, _ earlier: Place, isWritten: Bool) -> Diagnostic {
    ListRules.repeated.at(
      place,
      isWritten
        ? Wording("编号“\(name)”已经用过", en: "the id “\(name)” is taken")
        : Wording("没有写编号，按次序是 \(name)，这个编号已经用过", en: "without an id it is \(name) by its position, which is taken"),
      help: Wording("每条写一个自己的编号", en: "give each record an id of its own"),
      related: [Related(earlier, Wording("先用这个编号的", en: "the first with this id"))])
  }
}

/// Whether a text can be the last part of a path without anything else meaning it: letters of any script, digits, `-`, `_`.
private func isAddress(_ text: String) -> Bool {
  let scalars = text.unicodeScalars
  return !scalars.isEmpty && scalars.count <= 60
    && scalars.allSatisfy { $0 == "-" || $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil }
}

/// The rules of records in a list.
package enum ListRules {
  /// A list of visits with these ids.
  private static func list(_ ids: String...) -> String {
    let items = zip(ids, ["春节慰问", "元宵慰问"]).map { id, title in
      "- title: \(title)\n  id: \(id)\n  date: 2026-02-10\n  kind: 节日\n  people: 6\n  amount: 1500"
    }
    return "visits/2026.yaml:\n" + items.joined(separator: "\n")
  }

  package static let form = Rule(
    "record-id", .error,
    Wording(
      "列表里每条记录的编号就是它的网址：汉字、字母、数字和 - _。单独成文件的记录不写编号。",
      en:
        "The id of a record in a list is its address: letters, digits, - and _. A record in a file of its own has none."
    ),
    wrong: list("春节/一"), right: list("春节一"))
  package static let repeated = Rule(
    "record-id-repeated", .error,
    Wording(
      "一个列表里，一个编号只给一条记录；没有写编号的，它的次序就是编号。",
      en: "An id is given to one record of a list; one without an id has its position as such."),
    wrong: list("春节", "春节"), right: list("春节", "元宵"))
  package static let all = [form, repeated]
}
