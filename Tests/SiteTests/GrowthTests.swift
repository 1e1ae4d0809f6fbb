import TestSupport
import Testing

/// Sites that once took time by the square of their size or by its cube, held by the references to objects that the work takes,
/// not by time.
@Suite(.serialized, .enabled(if: countsReferences, "references are not counted on this system"))
struct `Work grows as the site does` {
  @Test(arguments: Shape.all) func `and not by the square of it`(_ shape: Shape) async throws {
    let growth = try await Growth(from: shape.size) { try await shape.references($0) }
    #expect(growth.isAtMostLinearithmic, "\(growth)")
  }
}
