import BanbaoDiagnostics

extension MarkdownRules {
  static let fullwidthMarkdown = Rule("fullwidth-markdown", .warning, Wording("", en: ""), wrong: "", right: "")
  static let headingWithoutSpace = Rule("heading-without-space", .warning, Wording("", en: ""), wrong: "", right: "")
}
extension MarkdownWriter {
  mutating func seekSlips(in literal: UnsafeBufferPointer<UInt8>, of node: MarkdownNode) {}
}
