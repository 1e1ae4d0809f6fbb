import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoTheme
import BanbaoUnion

/// 封账 at the foot of a sheet: the code that is read out over the telephone, and the whole digest.
struct SealOnPage: Sendable {
  var code: String
  var digest: String
  var sentence: Wording

  static let names = Names<SealOnPage>(
    .text("code") { $0.code },
    .text("digest") { $0.digest },
    .words("sentence") { $0.sentence })
}

/// 更正: what was corrected between two seals, or since the last, with the figures before and after.
struct CorrectionOnPage: Sendable {
  /// What each correction says.
  var facts: [SheetOnPage.Signature]
  var figures: Table

  static let names = Names<CorrectionOnPage>(
    .list("facts", SheetOnPage.Signature.names) { $0.facts },
    .list("figures", Table.names) { [$0.figures] })
}

extension SheetOnPage {
  var seal: SealOnPage? {
    guard sheet != nil, let seal = year.books.seals[period].last else { return nil }
    let isCorrected = year.books.seals.corrected.contains(period)
    return SealOnPage(
      code: seal.digest.shortCode, digest: seal.digest.hexadecimal,
      sentence: Wording(
        "\(seal.day.chinese)封账" + (isCorrected ? "，以后的更正列在下面，还没有再封账" : "") + "，封账码",
        en: "Sealed on \(seal.day.wording.en)" + (isCorrected ? "; what was corrected since stands below" : "")
          + ", code"))
  }

  /// The corrections of the period, oldest first.
  var corrections: [CorrectionOnPage] {
    let seals = year.books.seals[period]
    guard let sheet, let last = seals.last else { return [] }
    var corrections = zip(seals, seals.dropFirst()).compactMap { before, after in
      correction(after.corrections.filter { !before.corrections.contains($0) }, before.sheet, after.sheet)
    }
    if year.books.seals.corrected.contains(period) {
      let new = year.book.corrections(of: period).compactMap(\.line).filter { !last.corrections.contains($0) }
      corrections += correction(new, last.sheet, sheet.sealed(year.chart)).map { [$0] } ?? []
    }
    return corrections
  }

  /// Nil where nothing was corrected: a seal that only adds the day of publication.
  private func correction(_ corrections: [SealLine], _ before: [SealLine], _ after: [SealLine]) -> CorrectionOnPage? {
    guard !corrections.isEmpty else { return nil }
    let facts = corrections.flatMap { line in
      [
        Signature(label: Wording("更正日期", en: "Corrected on"), value: line[.day]),
        Signature(label: Wording("原因", en: "Reason"), value: line[.reason]),
        Signature(label: Wording("议定", en: "Decided by"), value: line[.decidedBy]),
        Signature(
          label: Wording("经审意见", en: "Review"), value: "\(line[.opinion])（\(line[.by])，\(line[.reviewed])）"),
      ]
    }
    let rows = rows(before, after)
    let none = [
      [Table.Cell(library.words(Wording("各项金额没有变", en: "No figure changed"))), Table.Cell(""), Table.Cell("")]
    ]
    return CorrectionOnPage(
      facts: facts,
      figures: Table(
        caption: Wording("更正", en: "Correction"),
        columns: [
          Table.Column(label: Wording("项目", en: "Item")),
          Table.Column(label: Wording("封账数（元）", en: "As sealed, yuan"), isNumber: true),
          Table.Column(label: Wording("更正后（元）", en: "As corrected, yuan"), isNumber: true),
        ], rows: rows.isEmpty ? none : rows))
  }

  /// The lines of a sheet that differ, each figure by itself.
  private func rows(_ before: [SealLine], _ after: [SealLine]) -> [[Table.Cell]] {
    let (old, new) = (figures(before), figures(after))
    let items = after.map { $0[.item] } + before.map { $0[.item] }.filter { new[$0] == nil }
    return items.flatMap { item -> [[Table.Cell]] in
      let parts: [(SealLine.Name, String)] = [
        (.budget, library.words(Wording("（预算）", en: " (budget)"))), (.amount, ""),
      ]
      return parts.compactMap { name, suffix in
        let (was, now) = (old[item]?[name] ?? "", new[item]?[name] ?? "")
        return was == now ? nil : [Table.Cell(item + suffix), Table.Cell(grouped(was)), Table.Cell(grouped(now))]
      }
    }
  }

  private func figures(_ lines: [SealLine]) -> [String: [SealLine.Name: String]] {
    Dictionary(
      lines.map { ($0[.item], [.budget: $0[.budget], .amount: $0[.amount]]) }, uniquingKeysWith: { first, _ in first })
  }

  /// An amount of a seal as pages print it.
  private func grouped(_ amount: String) -> String {
    let isNegative = amount.hasPrefix("-")
    let digits = Array((isNegative ? String(amount.dropFirst()) : amount).utf8)
    guard let money = plainAmount(digits[...]) else { return amount.isEmpty ? "—" : amount }
    return (isNegative ? "-" : "") + money.grouped
  }
}
