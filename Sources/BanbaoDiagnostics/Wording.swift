/// The languages that banbao speaks. Chinese stands first wherever both are shown.
package enum Language: String, Sendable, CaseIterable {
  case chinese = "zh-Hans"
  case english = "en"

  package var other: Language { self == .chinese ? .english : .chinese }
}

/// One thing said in both languages, side by side, so that neither is forgotten.
package struct Wording: Hashable, Sendable {
  package var zh: String
  package var en: String

  package init(_ zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  package subscript(_ language: Language) -> String {
    language == .chinese ? zh : en
  }
}
