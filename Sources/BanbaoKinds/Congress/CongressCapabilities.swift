package import BanbaoSource
import BanbaoUnion

extension Congress: HasParts {
  package var whole: Located<Count>? { delegates }
}
