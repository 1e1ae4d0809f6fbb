import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Visit {
  func sheet(_ entry: Entry<Visit>, _ library: Library) -> Sheet {
    var figures = [
      Figure(Keys.people, people, of: entry, Wording("人", en: "")),
      Figure(Keys.visits, visits, of: entry, Wording("次", en: "")),
    ].compactMap { $0 }
    if personTimes != nil || entry.isPending(Keys.personTimes) || figures.isEmpty {
      figures.append(Figure(Keys.personTimes.label, personTimes?.value, Wording("人次", en: "")))
    }
    return Sheet(
      facts: [Fact(Keys.form.label, form.map { library.words($0) } ?? ""), rates.fact(library)]
        + spending.facts(of: entry, library), figures: figures + spending.figures)
  }

  static func tables(_ entries: [Entry<Visit>], in library: Library) -> [Table] {
    careTables(
      entries, in: library, of: section, heads: Keys.personTimes.label,
      label: { library.words($0.sort.value) },
      order: Sort.allCases.map { library.words($0) }, head: \.headcount.attendance, spending: \.spending)
  }
}
