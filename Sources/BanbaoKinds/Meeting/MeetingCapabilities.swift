package import BanbaoUnion

extension Meeting: CountsPeople {
  package var headcount: Headcount { Headcount(people: people) }
}
