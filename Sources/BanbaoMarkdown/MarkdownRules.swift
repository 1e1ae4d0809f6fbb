package import BanbaoDiagnostics

/// What Markdown can break. Each rule is declared beside the code that checks it.
package enum MarkdownRules {
  /// For `banbao explain`.
  package static let all: [Rule] = [
    tooComplex, rawHTML, dangerousURL, unknownScheme, remoteImage, imageWithoutAlt, addressEnd, fenceUnclosed,
    foreignMarkup, markWithSpace, tableBroken, underlinedHeading,
    fullwidthMarkdown,
    headingWithoutSpace, textLost, unusedDefinition, footnoteWithoutMark, markWithoutFootnote, listNumber,
  ]
}
