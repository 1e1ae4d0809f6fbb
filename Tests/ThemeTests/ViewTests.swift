import BanbaoHTML
import BanbaoTheme
import Testing

private let shape: ViewShape = [
  "title": .text, "count": .number, "site": .view(["name": .text]), "rows": .list(["url": .text]),
  "menu": .list(["label": .text, "children": .listOfSame]),
]

private let view: View = [
  "title": .text("a"), "count": .number(1), "site": .view(["name": .text("b")]),
  "rows": .list([["url": .text("c")]]),
  "menu": .list([
    ["label": .text("d"), "children": .list([["label": .text("e"), "children": .absent]])]
  ]),
]

@Test func `a view that has what its shape declares agrees with it`() {
  #expect(view.disagreements(with: shape) == [])
}

@Test(
  "each disagreement of a view with its shape is named",
  arguments: [
    ("title", ViewValue.html(.empty), "title is html, declared as text"),
    ("count", .text("1"), "count is text, declared as number"),
    ("titel", .text("a"), "titel is not declared"),
    ("site", .view([:]), "site.name is declared and missing"),
    (
      "rows", .list([["url": .absent], ["url": .flag(true)]]),
      "rows[1].url is flag, declared as text"
    ),
    ("rows", .text("a"), "rows is text, declared as list"),
    (
      "menu", .list([["label": .text("a"), "children": .list([["label": .text("a")]])]]),
      "menu[0].children[0].children is declared and missing"
    ),
  ])
func disagreement(name: String, value: ViewValue, expected: String) {
  var view = view
  view.set(name, value)
  #expect(view.disagreements(with: shape) == [expected])
}

@Test func `a missing name and a name given twice disagree`() {
  let view: View = ["a": .text("x"), "a": .text("y")]
  #expect(
    view.disagreements(with: ["a": .text, "b": .flag]) == [
      "a is given twice", "b is declared and missing",
    ])
}

@Test func `a name set again keeps its place and takes the new value`() {
  var view: View = ["a": .number(1), "b": .number(2)]
  view.set("a", .number(3))
  #expect(view.names == ["a", "b"])
  #expect(view["a"] == .number(3))
  #expect(view["c"] == nil)
}

@Test func `merging shapes keeps the order and takes the other's kinds`() {
  let merged = (["a": .text, "b": .text] as ViewShape).merging(["b": .html, "c": .flag])
  #expect(merged == ["a": .text, "b": .html, "c": .flag])
}
