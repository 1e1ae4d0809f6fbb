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

  @Test func `the data-body element of a record's page holds the record's text and nothing else`() async throws {
    try await expectNoFault(in: .bodies)
  }

  @Test func `the Nu HTML checker finds no error on any page`() async throws { try await expectNoFault(in: .html) }

  @Test func `the sample site has a page of every shape that is looked at`() async throws {
    try await expectNoFault(in: .shapes)
  }

  @Test func `axe-core finds no violation, on a desk in light and dark colours and on a phone`() async throws {
    try await expectNoFault(in: .axe)
  }

  @Test func `nothing is wider than a phone's screen, in normal and in large type`() async throws {
    try await expectNoFault(in: .phone)
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

  private func expectNoFault(in check: Check) async throws {
    let faults = try await CheckedSite.faults.value[check.rawValue]
    for fault in try #require(faults, "the check was not carried out") {
      Issue.record("\(fault.page): \(fault.text)")
    }
  }
}

/// The checks by the names that `checks/check_site.py` prints.
private enum Check: String {
  case links, hosts, bodies, html, shapes, axe, phone, script, keyboard, print
}
