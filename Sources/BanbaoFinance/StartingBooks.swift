import BanbaoSite
package import BanbaoSource

extension Books {
  package static let names = ["账本", "财务", "账簿", "账", "books", "finance", "ledger", "book"]

  /// A draft of `book.yaml`, and a ledger with its heads alone. The mark at its beginning tells Excel that it is UTF-8.
  package static func startingFiles(year: Int, keys: KeyLanguage) -> [(path: String, text: String)] {
    let folder = "finance/\(padded(year, 4))"
    let fields = schemas.flatMap(\.fields)
    let book = StartingFields(keys: keys, wanted: ["opening.cash", "opening.bank"]).lines(fields)
    let heads = LedgerColumn.usual.map { keys == .chinese ? $0.alias : $0.rawValue }.joined(separator: ",")
    return [
      ("\(folder)/book.yaml", book.joined(separator: "\n") + "\n"), ("\(folder)/ledger.csv", "\u{FEFF}\(heads)\r\n"),
    ]
  }
}
