import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Benefit {
  func sheet(_ entry: Entry<Benefit>, _ library: Library) -> Sheet {
    var figures = [Figure(Keys.people.label, people?.value, Wording("人", en: ""))]
    figures += spending.figures.map { figure in
      guard isPaidByOthers else { return figure }
      var figure = figure
      figure.label =
        sort.value == .offer ? Wording("合作单位回馈", en: "Given by partners") : Wording("他人出资", en: "Paid by others")
      return figure
    }
    if let paid = Figure(Keys.paidByMembers, paidByMembers, of: entry, Wording("元", en: "yuan")) {
      figures.append(paid)
    }
    return Sheet(
      facts: [rates.fact(library)] + spending.facts(of: entry, library), figures: figures)
  }

  static func tables(_ entries: [Entry<Benefit>], in library: Library) -> [Table] {
    careTables(
      entries, in: library, of: section, heads: Wording("受益人次", en: "Person-times"),
      label: { library.words($0.sort.value) }, order: Sort.allCases.map { library.words($0) }, head: \.people?.value,
      spending: \.ownOutlay)
  }
}
