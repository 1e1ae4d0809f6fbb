import BanbaoDiagnostics
import BanbaoHTML
import BanbaoTheme
import Testing

private struct Item: Sendable {
  var label: String
  var children: [Item] = []

  static let names = Names<Item>(.text("label") { $0.label }, .listOfSame("children") { $0.children })
}

private struct Model: Sendable {
  var title: Wording
  var count: Int?
  var body: HTML?
  var items: [Item]
}

private let names = Names<Model>(
  .words("title") { $0.title },
  .otherWords("title2") { $0.title },
  .number("count") { $0.count },
  .html("body") { $0.body },
  .list("items", Item.names) { $0.items },
  .view("first", Item.names) { $0.items.first },
  .of(Names<Int>(.flag("many") { $0 > 1 })) { $0.items.count })

private let model = Model(
  title: Wording("通知", en: "Notice"), count: 2, body: HTML(escaping: "<"),
  items: [Item(label: "a", children: [Item(label: "b")]), Item(label: "c")])

@Test func `a declaration gives the names in order and the value of each`() {
  #expect(names.declared.map(\.name) == ["title", "title2", "count", "body", "items", "first", "many"])
  let view = NamedView(names.view(of: model, in: .chinese), names.declared)
  #expect(view["title"] == .text("通知"))
  #expect(view["title2"] == .text("Notice"))
  #expect(view["count"] == .number(2))
  #expect(view["many"] == .flag(true))
  #expect(view["nothing"] == nil)
  #expect(view.views("items").map { $0["label"] } == [.text("a"), .text("c")])
  #expect(view.views("items")[0].views("children").map { $0["label"] } == [.text("b")])
  #expect(view.views("first").map { $0["label"] } == [.text("a")])
}

@Test func `words follow the site's language`() {
  let view = NamedView(names.view(of: model, in: .english), names.declared)
  #expect(view["title"] == .text("Notice"))
  #expect(view["title2"] == .text("通知"))
}

@Test func `what a model lacks is empty or absent, and its presence is asked by has_NAME`() {
  let empty = Model(title: Wording("", en: ""), count: nil, body: nil, items: [])
  let view = NamedView(names.view(of: empty, in: .chinese), names.declared)
  #expect(view["count"] == .absent)
  #expect(view["body"] == .absent)
  #expect(view["first"] == .absent)
  #expect(view["has_items"] == .flag(false))
  #expect(view["has_first"] == .flag(false))
  #expect(view["has_title"] == nil, "a text is asked by its own name")
  #expect(NamedView(names.view(of: model, in: .chinese), names.declared)["has_items"] == .flag(true))
}

@Test func `a template carries what it sees`() {
  let template = Template("page", names)
  #expect(template.declaration == TemplateDeclaration(template: "page", names: names.declared))
}
