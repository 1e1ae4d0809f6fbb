import BanbaoHTML
import Testing

@testable import BanbaoMarkdown

@Suite struct BodyPartTests {
  private func parts(_ text: String) -> [BodyPart] {
    renderMarkdown(MarkdownSource(path: "a.md", text: text), keepsMarkdown: true) { _ in .keep }.body.parts
  }

  @Test func `a body is cut before each of its highest headings`() {
    let found = parts("开头。\n\n## 甲\n\n一。\n\n### 乙\n\n二。\n\n## 丙\n\n三。\n")
    #expect(found.map { $0.heading?.text } == [nil, "甲", "丙"])
    #expect(
      found.map(\.html.string) == ["<p>开头。</p>\n", "<p>一。</p>\n<h3 id=\"乙\">乙</h3>\n<p>二。</p>\n", "<p>三。</p>\n"])
    #expect(found.map(\.markdown) == ["开头。", "一。\n\n### 乙\n\n二。", "三。"])
  }

  @Test func `headings in quotes and lists cut nothing, and underlined headings cut like others`() {
    let found = parts("> ## 引\n\n甲\n---\n\n一。\r\n\r\n- ## 项\n")
    #expect(found.map { $0.heading?.text } == [nil, "甲"])
    #expect(found.last?.markdown == "一。\n\n- ## 项")
    #expect(found.last?.html.string.contains("id=\"项\"") == true)
  }

  @Test func `headings are as deep in the Markdown as in the page`() {
    let found = parts("# 甲\n\n## 乙\n")
    #expect(found.map { $0.heading?.level } == [2])
    #expect(found.map(\.markdown) == ["### 乙"])
  }

  @Test func `a body that is empty has no parts, and one without headings has one`() {
    #expect(parts("").isEmpty)
    #expect(parts("话。").map(\.markdown) == ["话。"])
    #expect(renderMarkdown(MarkdownSource(path: "a.md", text: "话。")) { _ in .keep }.body.parts.map(\.markdown) == [""])
  }
}
