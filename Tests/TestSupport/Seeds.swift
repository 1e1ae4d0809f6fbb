import Foundation

/// Whether tests with random input run for all their seeds (`BANBAO_SEEDS=all`), not for a fifth of them.
package let runsAllSeeds = ProcessInfo.processInfo.environment["BANBAO_SEEDS"] == "all"

/// The seeds of a test with random input: all of them on request, else a fifth, so that the suite stays short.
package func seeds(_ count: Int) -> Range<Int> { 0..<(runsAllSeeds ? count : count / 5) }
