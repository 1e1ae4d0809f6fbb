import BanbaoDiagnostics
import BanbaoFinance
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Spending {
  /// Where the money stands in the books, as a sheet says it, the vouchers with the page of their entries.
  func facts<Kind>(of entry: Entry<Kind>, _ library: Library) -> [Fact] {
    [
      Fact(Wording("科目", en: "Account"), account?.value ?? ""),
      Fact(Wording("经费来源", en: "Paid from"), source?.value ?? ""),
      Fact(
        Wording("凭证号", en: "Vouchers"), vouchers.map(\.value).joined(separator: "、"),
        url: entriesURL(of: entry, library)),
    ]
  }

  /// The page of the entries; empty where none is public.
  func entriesURL<Kind>(of entry: Entry<Kind>, _ library: Library) -> String {
    library.derived(EntryPages.self).url(ofRecord: entry.id, on: entry.date.first, vouchers: vouchers)
  }

  /// The amount, or 〔待补〕; none where the record speaks of no amount.
  var figures: [Figure] {
    amount == nil && !isPending ? [] : [Figure(Wording("金额", en: "Amount"), figure)]
  }
}

extension AnyEntry {
  /// 上级文件: what the record carries out; hidden where it names none.
  var upperDocumentFact: Fact {
    Fact(CommonFields.Keys.upperDocument.label, common.upperDocuments.map(\.value).joined(separator: "、"))
  }
}

extension [Part] {
  /// 其中: `太极扇34人、鲜花篮2个共300.00元`.
  func fact(_ library: Library) -> Fact {
    Fact(
      Part.Keys.parts.name.label,
      map { part in
        let count = part.count.map { Wording("\($0.value.printed.zh)\(part.unit)", en: " \($0.value.printed.en)") }
        let amount = part.amount.map { Wording("\($0.value.printed.zh)元", en: " \($0.value.printed.en) yuan") }
        return part.name.value
          + [count, amount].compactMap { $0.map { library.words($0) } }
          .joined(separator: library.words(Wording("共", en: ",")))
      }.joined(separator: library.words(Wording("、", en: ", "))))
  }
}

extension [Rate] {
  /// 标准: `250.00元/人次（慰问品和花圈）`.
  func fact(_ library: Library) -> Fact {
    Fact(
      Wording("标准", en: "Rate"),
      map { rate in
        let item = rate.item.isEmpty ? Wording("", en: "") : Wording("（\(rate.item)）", en: " (\(rate.item))")
        let each = Wording(
          "\(rate.amount.value.grouped)元/\(rate.unit)", en: "\(rate.amount.value.grouped) yuan per \(rate.unit)")
        let count = rate.count.map {
          Wording("×\($0.value.printed.zh)\(rate.unit)", en: " × \($0.value.printed.en)")
        }
        return library.words(each) + (count.map { library.words($0) } ?? "") + library.words(item)
      }.joined(separator: library.words(Wording("；", en: "; "))))
  }
}
