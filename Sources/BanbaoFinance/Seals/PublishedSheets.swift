package import BanbaoDiagnostics
import BanbaoSource

/// The sheets of a published site as its files show them: the rows of each table, and the short code on its page.
package struct PublishedSheets: Sendable {
  /// One sheet, by its files.
  struct Sheet: Sendable {
    /// In the order of the file: what a row tells of, and its figures.
    var rows: [(item: String, figures: String)] = []
    /// 封账码; nil where its page bears none.
    var code: String?
    var hasPage = false
  }

  /// By path without extension: `finance/2026-h1`.
  private(set) var sheets: [String: Sheet] = [:]

  /// - Parameter files: by path in the folder. What is no sheet is passed over.
  package init(_ files: [(path: String, bytes: [UInt8])]) {
    for (path, bytes) in files where Self.isOfSheet(path) {
      let name = String(path.prefix { $0 != "." })
      let text = String(decoding: bytes, as: UTF8.self)
      if path.hasSuffix(".csv") {
        sheets[name, default: Sheet()].rows = Self.rows(text)
      } else {
        sheets[name, default: Sheet()].hasPage = true
        sheets[name]?.code = Self.code(text)
      }
    }
  }

  /// Whether a file of a published site belongs to a sheet: `finance/2026-h1.csv`, `finance/2026-h1.html`.
  package static func isOfSheet(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard parts.count == 2, parts[0] == "finance", path.hasSuffix(".csv") || path.hasSuffix(".html") else {
      return false
    }
    return parts[1].prefix(4).utf8.count { (48...57).contains($0) } == 4
  }

  /// How many there are.
  package var count: Int { sheets.count }

  /// The page that bears a code; nil for none.
  package func page(bearing code: String) -> String? {
    sheets.filter { $0.value.code == code }.keys.min().map { $0 + ".html" }
  }

  /// Without those of the seal, whose code stands on the page too.
  private static func rows(_ text: String) -> [(item: String, figures: String)] {
    text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      let cells = line.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false).map { String($0) }
      let item = cells.prefix(2).filter { !$0.isEmpty }.joined(separator: " ")
      return (item, cells.count > 2 ? cells[2] : "")
    }.filter { !$0.0.hasPrefix("封账") }
  }

  private static func code(_ text: String) -> String? {
    guard let start = text.firstRange(of: "data-seal=\"")?.upperBound else { return nil }
    return String(text[start...].prefix { $0 != "\"" })
  }

  // MARK: Comparing

  /// What an older copy of the same site has differently, by path. A sheet that only the newer one has is no difference.
  package func changes(since older: PublishedSheets) -> [(path: String, message: Wording)] {
    older.sheets.sorted { $0.key < $1.key }.flatMap { name, before -> [(path: String, message: Wording)] in
      guard let now = sheets[name] else {
        return [(name + ".html", Wording("旧的里有，现在没有了", en: "was there, and is not there now"))]
      }
      var changes: [(path: String, message: Wording)] = []
      if before.hasPage, now.hasPage, before.code != now.code {
        changes.append(
          (
            name + ".html",
            Wording(
              "封账码原来是 \(before.code ?? "没有")，现在是 \(now.code ?? "没有")",
              en: "the code of the seal was \(before.code ?? "none") and is \(now.code ?? "none")")
          ))
      }
      return changes + Self.changes(before.rows, now.rows).map { (name + ".csv", $0) }
    }
  }

  private static func changes(
    _ before: [(item: String, figures: String)], _ now: [(item: String, figures: String)]
  ) -> [Wording] {
    let present = Dictionary(now, uniquingKeysWith: { first, _ in first })
    let known = Set(before.map(\.item))
    let changed = before.compactMap { row -> Wording? in
      guard let figures = present[row.item] else {
        return Wording(
          "“\(row.item)”原来是 \(told(row.figures))，现在没有了", en: "“\(row.item)” was \(told(row.figures)) and is gone")
      }
      guard figures != row.figures else { return nil }
      return Wording(
        "“\(row.item)”原来是 \(told(row.figures))，现在是 \(told(figures))",
        en: "“\(row.item)” was \(told(row.figures)) and is \(told(figures))")
    }
    let added = now.filter { !known.contains($0.item) }.map { row in
      Wording("“\(row.item)”原来没有，现在是 \(told(row.figures))", en: "“\(row.item)” is new: \(told(row.figures))")
    }
    return changed + added
  }

  /// 预算 and 金额 of a row, as a sentence has them.
  private static func told(_ figures: String) -> String {
    let parts = figures.split(separator: ",", omittingEmptySubsequences: false).filter { !$0.isEmpty }
    return parts.isEmpty ? "—" : parts.joined(separator: " / ")
  }

  /// What the pages say of seals and the seals do not, by path.
  ///
  /// - Parameter seals: in the order of their chain.
  package func disagreements(with seals: [YearSeals.Kept]) -> [(path: String, message: Wording)] {
    let codes = Dictionary(seals.map { (sheetName($0.period), $0.digest.shortCode) }, uniquingKeysWith: { $1 })
    return sheets.filter(\.value.hasPage).sorted { $0.key < $1.key }.compactMap { name, sheet in
      guard sheet.code != codes[name] else { return nil }
      return (
        name + ".html",
        Wording(
          "网页上的封账码是 \(sheet.code ?? "没有")，seals.yaml 里是 \(codes[name] ?? "没有")",
          en: "its code is \(sheet.code ?? "none"), that of seals.yaml is \(codes[name] ?? "none")")
      )
    }
  }
}

/// The files of a sheet without their extension.
private func sheetName(_ period: Period) -> String { String(sheetPath(period).dropLast(".html".count)) }
