import BanbaoSource
import TestSupport
import Testing

@testable import BanbaoDisk

@Suite struct `The default theme` {
  @Test func `is the folder theme, file by file and byte by byte (else run .ci/embed-theme)`()
    throws
  {
    let theme = try Repository.tree("theme")
    let embedded = embeddedTheme()
    try #require(embedded.files.map(\.path) == theme.files.map(\.path))
    for (one, other) in zip(embedded.files, theme.files) {
      let isEqual = try embedded.read(one) == theme.read(other)
      #expect(isEqual, "\(one.path)")
      #expect(one.size == other.size)
    }
  }

  @Test func `is overridden file by file, and what is covered stays readable`() throws {
    let top = SourceTree(label: "theme", texts: ["a": [1], "c": [2]])
    let base = SourceTree(label: "default", texts: ["a": [3], "b": [4]])
    let both = overlay(top, over: base)
    #expect(both.files.map(\.path) == ["a", "b", "c", "covered/a"])
    #expect(try both.files.map(both.read) == [[1], [4], [2], [3]])
    #expect(both.label == "theme")
  }
}
