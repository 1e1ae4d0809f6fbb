import BanbaoDiagnostics
import BanbaoSource

/// A file that is read by its name alone, and what it may be called by who does not know that name.
package struct KnownFile: Sendable {
  /// Below the content; `*` stands for a year: `finance/*/ledger.csv`.
  package var path: String
  /// Words of other names: 账本.
  package var words: [String]

  package init(_ path: String, words: [String]) {
    self.path = path
    self.words = words
  }

  fileprivate var parts: [Substring] { path.split(separator: "/") }
  fileprivate var name: Name { Name(parts.last ?? "") }
}

/// A file that is nearly called as a known one.
struct NearlyKnown {
  /// What it was meant to be called.
  var path: String
  /// Whether it is a workbook of a form that a new name does not make readable.
  var isOtherForm: Bool
  var isWorkbook: Bool

  /// Nil for a file that is like none.
  ///
  /// - Parameter folders: by what an author may call them.
  init?(_ path: String, among known: [KnownFile], folders: [String: String]) {
    let parts = path.split(separator: "/")
    let name = Name(parts.last ?? "")
    var best: (path: String, likeness: Int)?
    for file in known where file.parts.count == parts.count && file.name.isSheet == name.isSheet {
      var meant: [String] = []
      for (part, wanted) in zip(parts, file.parts).dropLast() {
        guard let folder = wanted == "*" ? year(part) : folders[String(part)] ?? part.lowercased(),
          wanted == "*" || folder == wanted
        else { break }
        meant.append(folder)
      }
      guard meant.count == parts.count - 1, let similar = name.likeness(to: file) else { continue }
      // Of two that it may be, it is the one of its own form.
      let likeness = 2 * similar + (file.name.form == name.form ? 1 : 0)
      if likeness > best?.likeness ?? 0 {
        best = ((meant + [String(file.parts.last ?? "")]).joined(separator: "/"), likeness)
      }
    }
    guard let best, best.path != path else { return nil }
    self.path = best.path
    isWorkbook = name.isWorkbook
    isOtherForm = name.isWorkbook && !best.path.hasSuffix("." + name.form)
  }

  func fault(_ file: SourceTree.File, in tree: SourceTree) -> Diagnostic {
    let wanted = fileName(path)
    let isInPlace = parent(path) == parent(file.path)
    let target = isInPlace ? wanted : path
    let what = Wording(
      "这个文件的名字不对，不会读", en: "this file is not read under its name")
    if tree.holds(path) {
      return FileRules.misnamed.at(Place(tree.shown(file.path)), what, help: FileRules.mergingRemedy(target))
    }
    return FileRules.misnamed.at(
      Place(tree.shown(file.path)), what,
      help: isOtherForm
        ? Wording("用 Excel 或 WPS 打开它，另存为 CSV，文件名写 \(target)", en: "save it from Excel or WPS as CSV, named \(target)")
        : Wording("改名为 \(target)", en: "rename it to \(target)"))
  }
}

/// A file's name as it is compared: `Ledger(1).CSV.txt` is `ledger`, a table.
private struct Name {
  var stem: String
  /// Its extension: `xlsx`.
  var form: String
  var isSheet: Bool
  var isWorkbook: Bool

  init(_ name: some StringProtocol) {
    let parts = foldedFullWidth(String(name)).lowercased().split(separator: ".")
    form = parts.count > 1 ? String(parts[1]) : ""
    stem = trimmed((parts.first ?? "").prefix { $0 != "(" && $0 != "-" })
    isWorkbook = ["xls", "xlsx", "xlsm", "et", "ods", "numbers"].contains(form)
    isSheet = isWorkbook || form == "csv"
  }

  /// How sure it is that a file was meant; nil where nothing says so.
  func likeness(to file: KnownFile) -> Int? {
    if stem == file.name.stem { return 3 }
    if file.words.contains(where: stem.contains) || nearest(to: stem, among: [file.name.stem]) != nil { return 2 }
    // A table in the folder of a year can hardly be anything but the year's ledger.
    return isSheet && file.path.contains("*") ? 1 : nil
  }
}

/// The year that a folder is called after: `2026年`, 二〇二六.
private func year(_ folder: Substring) -> String? {
  let digits: [Character: Character] = [
    "〇": "0", "零": "0", "一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9",
  ]
  let year = String(foldedFullWidth(String(folder)).compactMap { $0.isASCII && $0.isNumber ? $0 : digits[$0] })
  return year.count == 4 ? year : nil
}
