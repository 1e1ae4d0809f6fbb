package import BanbaoSource
package import BanbaoUnion

extension Meeting: CountsPeople, HasParts {
  package var whole: Located<Count>? { people }
  package var headcount: Headcount { Headcount(people: people) }
}
