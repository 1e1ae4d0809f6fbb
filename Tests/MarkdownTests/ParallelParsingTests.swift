import BanbaoHTML
import BanbaoMarkdown
import Testing

@Suite struct ParallelParsingTests {
  /// Every text of a thread is parsed in the same memory.
  @Test func `a text is rendered alike before and after a text that needs much more memory`() {
    let small = "甲**乙。**丙 [丁](a.md)[^1]\n\n|a|b|\n|-|-|\n|~~1~~|2|\n\n[^1]: 戊"
    let large = String(repeating: "- *甲* [乙](a.md) `丙`\n\n> 丁 www.a.cn\n\n", count: 4000)
    let before = html(small)
    let whole = html(large)
    #expect(whole.count > large.count)
    #expect(html(small) == before)
    #expect(html(large) == whole)
  }

  /// cmark-gfm 0.29.0.gfm.6 gets a fifth of such documents wrong when they are parsed in parallel without care.
  @Test func `100,000 documents parsed in parallel are equal to those parsed one by one`() async {
    let documents = (0..<50).map { number in
      switch number % 5 {
      case 0: "www.a\(number).cn ~~作废\(number)~~ [甲](b.md)"
      case 1: "https://a.cn/\(number) *甲*"
      case 2: "~~a~~ b@c.cn ~\(number)~"
      case 3: "甲**乙。**丙 http://a.cn"
      default: "|a~b|www.a.cn|\n|-|-|\n|~~\(number)~~|c@d.cn|"
      }
    }
    let serial = documents.map { html($0) }
    let rounds = 500
    let tasks = 4
    let differences = await withTaskGroup(of: Int.self) { group in
      for task in 0..<tasks {
        group.addTask {
          var differences = 0
          for round in 0..<rounds {
            for index in documents.indices {
              let number = (index * 7 + task * 13 + round) % documents.count
              if html(documents[number]) != serial[number] { differences += 1 }
            }
          }
          return differences
        }
      }
      return await group.reduce(0, +)
    }
    #expect(tasks * rounds * documents.count == 100_000)
    #expect(differences == 0)
    #expect(serial.allSatisfy { $0.contains("<a href=") || $0.contains("<del>") })
  }
}
