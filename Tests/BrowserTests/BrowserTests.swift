import Testing

/// The published sample site as browsers, checkers and readers meet it. `checks/` does the looking.
@Suite(
  "The sample site in a browser",
  .enabled(
    if: CheckedSite.canBeChecked,
    "the checks are not installed; `bash .ci/setup test` installs them"))
struct BrowserTests {
  @Test func `every link, source and fragment of every page leads to something that exists`() async throws {
    try await expectNoFault(in: .links)
  }

  @Test func `no page fetches from another host or from the server's root`() async throws {
    try await expectNoFault(in: .hosts)
  }

  @Test
  func `scripts are classic ones of ECMAScript 2017, and styles say what Chromium 63 does instead of what is newer`()
    async throws
  {
    try await expectNoFault(in: .oldBrowsers)
  }

  @Test func `pages load what they need and nothing else, from a folder, below a path, and where a page is missing`()
    async throws
  {
    try await expectNoFault(in: .loading)
  }

  @Test func `the data-body element of a record's page holds the record's text and nothing else`() async throws {
    try await expectNoFault(in: .bodies)
  }

  @Test func `the Nu HTML checker finds no error on any page`() async throws { try await expectNoFault(in: .html) }

  @Test func `the sample site has a page of every shape that is looked at`() async throws {
    try await expectNoFault(in: .shapes)
  }

  @Test func `axe-core finds no violation in any width, colours and size of type`() async throws {
    try await expectNoFault(in: .axe)
  }

  @Test func `nothing is wider than the screen, in any size of type`() async throws {
    try await expectNoFault(in: .phone)
  }

  @Test func `on a phone the words of every page begin within 200 px of its top`() async throws {
    try await expectNoFault(in: .words)
  }

  @Test func `on a phone no table of any page hides a cell without saying so`() async throws {
    try await expectNoFault(in: .tables)
  }

  @Test func `the menu is one row on a desk and a button on a phone, and opens without a script`() async throws {
    try await expectNoFault(in: .menu)
  }

  @Test func `what is pressed measures 44 px on a phone, and 60 px in large type`() async throws {
    try await expectNoFault(in: .targets)
  }

  @Test func `text stands out 7 to 1 from its ground in light, dark and high contrast`() async throws {
    try await expectNoFault(in: .contrast)
  }

  @Test func `a line holds 40 Han characters at most and stands one and a half high`() async throws {
    try await expectNoFault(in: .lines)
  }

  @Test func `nothing moves once it was painted, whatever the reader chose`() async throws {
    try await expectNoFault(in: .shift)
  }

  @Test func `three sizes of type, colours, pointer and ruler are chosen on one page and kept on the next`()
    async throws
  {
    try await expectNoFault(in: .choices)
  }

  @Test func `pages are read aloud by a voice of the machine itself, and by no other`() async throws {
    try await expectNoFault(in: .voice)
  }

  @Test func `what the site says of its accessibility is what was checked of it and held`() async throws {
    try await expectNoFault(in: .claims)
  }

  @Test func `without JavaScript the text is there and the switches are not`() async throws {
    try await expectNoFault(in: .script)
  }

  @Test func `the first Tab reaches the skip link, and Enter there goes to the text`() async throws {
    try await expectNoFault(in: .keyboard)
  }

  @Test func `a notice prints on A4 with its title and text, on few sheets`() async throws {
    try await expectNoFault(in: .print)
  }

  @Test func `the screen in the lobby is read from four metres, turns 10,000 times, stops, and takes up a newer site`()
    async throws
  { try await expectNoFault(in: .board) }

  @Test func `a sheet stands in the middle, and a phone shows who won, who is honoured and when to come`() async throws
  {
    try await expectNoFault(in: .faces)
  }

  private func expectNoFault(in check: Check) async throws {
    let faults = try await CheckedSite.faults.value[check.rawValue]
    for fault in try #require(faults, "the check was not carried out") {
      Issue.record("\(fault.page): \(fault.text)")
    }
  }
}

/// The checks by the names that `checks/check_site.py` prints.
private enum Check: String {
  case links, hosts, bodies, html, shapes, axe, phone, script, keyboard, print, words, menu, tables, board
  case loading, faces
  case oldBrowsers = "old_browsers"
  case targets, contrast, lines, shift, choices, voice, claims
}
