import BanbaoKinds
import BanbaoSource
import TestSupport
import Testing

@testable import BanbaoSite

/// Sites of one shape in any size.
struct Shape: Sendable, CustomTestStringConvertible {
  /// What is counted of the work on a site.
  enum Part {
    /// All of the compilation.
    case compilation
    /// What the rules of records find.
    case rules
    /// Every page, written.
    case pages
  }

  var name: String
  var part: Part
  var size: Int
  var files: @Sendable (Int) -> [String: String]

  var testDescription: String { name }

  /// How many references the part of the work takes.
  func references(_ size: Int) async throws -> Int {
    let files = files(size)
    // The theme is compiled once a process.
    _ = try await BuiltSite([:])
    switch part {
    case .compilation:
      return try await referencesTaken { _ = try await BuiltSite(files) }
    case .rules:
      let sections = Sections(Kinds.model, try await BuiltSite(files).compilation.library)
      return await referencesTaken { for check in sections.checks { _ = check() } }
    case .pages:
      let plan = try await BuiltSite(files).plan
      return await referencesTaken {
        var bytes: [UInt8] = []
        for page in plan.pages { plan.render(page, into: &bytes) }
      }
    }
  }
}

private func record(_ fields: String, _ body: String = "全体会员参加。") -> String {
  "---\n\(fields)\n---\n\n\(body)\n"
}

private func texts(_ size: Int, path: (Int) -> String, text: (Int) -> String) -> [String: String] {
  Dictionary(uniqueKeysWithValues: (0..<size).map { (path($0), text($0)) })
}

private func lines(_ size: Int, _ line: (Int) -> String) -> String {
  (0..<size).map { line($0) + "\n" }.joined()
}

/// A name for each number.
private func person(_ number: Int) -> String {
  let given = Array("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红云海燕春梅建国庆生荣")
  return "王\(given[number / given.count % given.count])\(given[number % given.count])"
}

extension Shape {
  private init(_ name: String, _ part: Part, _ size: Int, _ files: @escaping @Sendable (Int) -> [String: String]) {
    (self.name, self.part, self.size, self.files) = (name, part, size, files)
  }

  static let all = records + members + money + wrongs

  private static let records = [
    Shape("one number for notices with titles one within the other", .rules, 40) { size in
      texts(size) {
        "notices/\($0).md"
      } text: {
        record(
          "title: \(String(repeating: "办", count: $0 + 1))\ndate: 2026-01-05\nkind: 通知\nnumber: 云医工〔2026〕3号")
      }
    },
    Shape("one number for notices that have nothing in common", .rules, 40) { size in
      texts(size) {
        "notices/\($0).md"
      } text: {
        record("title: 第\($0)号通知\ndate: 2026-01-05\nkind: 通知\nnumber: 云医工〔2026〕3号")
      }
    },
    Shape("rules each replaced by the next", .rules, 40) { size in
      texts(size) {
        "rules/\($0).md"
      } text: { number in
        record(
          "title: 第\(number)号制度\ndate: 2020-05-16\nadopted: 2020-05-16"
            + (number < size - 1 ? "\nrepealed: 2024-01-01\nrepealed_by: rules/\(number + 1)" : ""))
      }
    },
    Shape("rules replaced in a circle", .rules, 40) { size in
      texts(size) {
        "rules/\($0).md"
      } text: {
        record(
          "title: 第\($0)号制度\ndate: 2020-05-16\nadopted: 2020-05-16\nrepealed: 2024-01-01\n"
            + "repealed_by: rules/\(($0 + 1) % size)")
      }
    },
    Shape("pages in the menu, on their pages", .pages, 70) { size in
      texts(size) {
        "pages/\($0).md"
      } text: {
        record("title: 第\($0)页\ndate: 2026-03-06\nmenu: true")
      }
    },
    Shape("rules, on their pages", .pages, 40) { size in
      texts(size) {
        "rules/\($0).md"
      } text: {
        record("title: 第\($0)号制度\ndate: 2024-05-16\nadopted: 2024-05-16")
      }
    },
    Shape("a membership record a year", .rules, 40) { size in
      texts(size) {
        "membership/\($0).md"
      } text: {
        record(
          "title: 会员\ndate: \(2025 - $0)-12-31\nperiod: \(2025 - $0)\nopening: 594\njoined: 6\nretired: 3\nleft: 3\n"
            + "closing: 594")
      }
    },
    Shape("a membership record a year, on their pages", .pages, 10) { size in
      texts(size) {
        "membership/\($0).md"
      } text: {
        record(
          "title: 会员\ndate: \(2025 - $0)-12-31\nperiod: \(2025 - $0)\nopening: 594\njoined: 6\nretired: 3\nleft: 3\n"
            + "closing: 594")
      }
    },
    Shape("activities of more years, on their pages", .pages, 10) { size in
      texts(size) {
        "activities/\($0).md"
      } text: {
        record("title: 第\($0)次活动\ndate: \(2025 - $0)-03-06\nkind: 文体\npeople: 30")
      }
    },
  ]

  private static let members = [
    Shape("members of one committee", .rules, 60) { size in
      [
        "committee/a.yaml": "title: 工会委员会\ndate: 2024-05-16\nbody: 工会委员会\nelected: 2024-05-16\nyears: 50\nmembers:\n"
          + lines(size) { "  - {name: \(person($0)), role: \($0 % 2 == 0 ? "出纳" : "委员"), department: 第\($0)科}" }
      ]
    },
    Shape("members of one committee with one name and two duties", .rules, 60) { size in
      let duties = ["出纳", "会计"]
      return [
        "committee/a.yaml": "title: 工会委员会\ndate: 2024-05-16\nbody: 工会委员会\nelected: 2024-05-16\nyears: 50\nmembers:\n"
          + lines(size) { "  - {name: 王伟, role: \(duties[$0 % 2])\($0 % 3 == 0 ? "" : ", department: 第\($0 / 2)科")}" }
      ]
    },
    Shape("a committee and those who review its books", .rules, 40) { size in
      func body(_ name: String, _ role: String, _ family: String) -> String {
        "title: \(name)\ndate: 2024-05-16\nbody: \(name)\nelected: 2024-05-16\nyears: 50\nmembers:\n"
          + lines(size) { "  - {name: \(family)\(person($0).dropFirst()), role: \(role)}" }
      }
      return ["committee/a.yaml": body("工会委员会", "会计", "王"), "committee/b.yaml": body("经费审查委员会", "委员", "李")]
    },
    Shape("union groups, on their pages", .pages, 40) { size in
      texts(size) {
        "committee/\($0).yaml"
      } text: {
        "title: 第\($0)工会小组\ndate: 2024-05-16\nbody: 工会小组\nelected: 2024-05-16\nyears: 0\n"
      }
    },
    Shape("winners who look alike, on the page", .pages, 100) { size in
      [
        "honours/a.md": record(
          "title: 积极分子\ndate: 2025-05-01\nlevel: 本级\nkind: 个人\nawarded_by: 院工会\nrecipients:\n"
            + lines(size) { "  - {name: \(person($0)), department: 第\($0)科}" } + "count: \(size)")
      ]
    },
    Shape("results of one event, on the page", .pages, 100) { size in
      [
        "activities/a.md": record(
          "title: 运动会\ndate: 2026-03-06\nkind: 文体\npeople: 41\nresults:\n"
            + lines(size) { "  - {event: 跳绳, place: 第\($0)名, kind: 个人, recipient: \(person($0))}" })
      ]
    },
  ]

  private static let money = [
    Shape("benefits of one year under its limit", .rules, 40) { size in
      texts(size) {
        "benefits/\($0).md"
      } text: { _ in
        record("title: 慰问品\ndate: 2026-01-05\nkind: 节日福利\npeople: 600\namount: 6.00\nsource: 工会经费")
      }.merging(["limits.yaml": "limits:\n  - {rule: 节日福利, from: 2025-01-01, amount: 2000000, unit: 人年}\n"]) { $1 }
    }
  ]

  private static let wrongs = [
    Shape("photos that are not there", .compilation, 120) { size in
      texts(size) {
        "activities/p\($0).png"
      } text: { _ in
        "PNG"
      }.merging([
        "activities/a.md": record(
          "title: 活动\ndate: 2026-03-06\nkind: 文体\nphotos:\n" + lines(size) { "  - {file: q\($0)x.png, alt: 图}" })
      ]) { $1 }
    },
    Shape("records that name none", .rules, 120) { size in
      texts(size) {
        "notices/\($0).md"
      } text: {
        record("title: 通知\ndate: 2026-01-05\nkind: 通知\nresult_of: notices/y\($0)z", "文。")
      }
    },
    Shape("links to headings that are not there", .compilation, 120) { size in
      [
        "notices/a.md": record(
          "title: 通知\ndate: 2026-01-05\nkind: 通知", lines(size) { "## 第\($0)节\n\n[见](#第\($0)段)\n" })
      ]
    },
    Shape("links to pages that are not there", .compilation, 120) { size in
      texts(size) {
        "notices/\($0).md"
      } text: { number in
        record("title: 通知\ndate: 2026-01-05\nkind: 通知", lines(5) { "[见](x\(5 * number + $0).html)" })
      }
    },
    Shape("numbers behind a day", .compilation, 200) { size in
      [
        "notices/a.md": record(
          "title: 通知\ndate: 2026-01-05\(lines(size) { " \($0 % 90 + 10)" }.replacing("\n", with: ""))\nkind: 通知")
      ]
    },
    Shape("numbers of telephones in one file", .compilation, 200) { size in
      [
        "notices/a.md": record(
          "title: 通知\ndate: 2026-01-05\nkind: 通知", lines(size) { "- 电话 1380013\($0 + 1000)" })
      ]
    },
  ]
}
