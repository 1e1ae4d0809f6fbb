import Testing

/// The published sample site as browsers, checkers and readers meet it. `checks/` does the looking.
@Suite(
  "The sample site in a browser",
  .enabled(
    if: CheckedSite.canBeChecked,
    "the checks are not installed; `bash .ci/setup test` installs them"))
struct BrowserTests {
  @Test("every link, source and fragment of every page leads to something that exists")
  func links() async throws { try await expectNoFault(in: .links) }

  @Test("no page fetches from another host or from the server's root")
  func hosts() async throws { try await expectNoFault(in: .hosts) }

  @Test("the data-body element of a record's page holds the record's text and nothing else")
  func bodies() async throws { try await expectNoFault(in: .bodies) }

  @Test("the Nu HTML checker finds no error on any page")
  func html() async throws { try await expectNoFault(in: .html) }

  @Test("the sample site has a page of every shape that is looked at")
  func shapes() async throws { try await expectNoFault(in: .shapes) }

  @Test("axe-core finds no violation, on a desk in light and dark colours and on a phone")
  func axe() async throws { try await expectNoFault(in: .axe) }

  @Test("nothing is wider than a phone's screen, in normal and in large type")
  func phone() async throws { try await expectNoFault(in: .phone) }

  @Test("without JavaScript the text is there and the switches are not")
  func script() async throws { try await expectNoFault(in: .script) }

  @Test("the first Tab reaches the skip link, and Enter there goes to the text")
  func keyboard() async throws { try await expectNoFault(in: .keyboard) }

  @Test("a notice prints on A4 with its title and text, on few sheets")
  func print() async throws { try await expectNoFault(in: .print) }

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
