import BanbaoKinds
import BanbaoSite
import BanbaoSource

/// A record of one kind that has every key of the kind, each with a word, a number or a day of its own.
///
/// Made from the keys themselves, so that a new key is looked for by itself.
struct LeakRecord {
  /// The lines of its front matter, but for the keys that say whether and when it is published.
  private(set) var fields = ""
  /// Words that no page prints even of a published record: names of other records that are not there, and what is no
  /// person's name, which is for the check alone.
  private(set) var unprinted: Set<String> = []
  /// The names of its files.
  private(set) var files = ["密丑.docx", "密卯.png"]

  static let body = "密壬。\n\n## 密癸\n\n[密子](密丑.docx) ![密寅](密卯.png)\n"

  /// Keys that the states of a held-back record write, each in its own way.
  private static let states: Set<String> = ["date", "draft", "sample", "publish", "expires"]

  /// What is written where the form of a key does not tell what brings it onto most pages, by folder and key; the
  /// items of a list take them in turn.
  private static let chosen: [String: [String]] = [
    "title": ["密甲"], "attachments.file": ["密乙.pdf", "密丙.pdf"], "photos.file": ["密丁.jpg", "密戊.jpg"],
    "notices.kind": ["公示"], "notices.pinned_until": ["2027-01-01"], "notices.publicity.from": ["2026-11-18"],
    "notices.publicity.to": ["2026-11-26"], "notices.publicity.working_days": ["7"],
    "activities.results.kind": ["集体", "个人"], "honours.kind": ["个人"], "matters.status": ["办结"],
    "plans.items.when": ["1987-05-13", "{month: 3, label: 密末}"], "visits.form": ["慰问金"], "pages.order": ["1"],
    "membership.retiree_birthdays.month": ["3", "4"], "site.base_url": ["http://board.example/"],
    "site.time_zone": ["Asia/Shanghai"], "site.menu": ["[notices, pages/密名]"], "site.not_names": ["密"],
  ]

  /// Keys that name another record.
  private static let namesRecord: Set<String> = [
    "activities.honours", "notices.result_of", "honours.evidence", "congress.opinions.matter", "plans.items.record",
    "rules.repealed_by",
  ]

  private let folder: String
  /// Makes a text of a word.
  private let dress: (String) -> String
  /// A character for each word, none twice: the beginning of the Thousand Character Classic, which repeats none.
  private var characters = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰菜重芥姜海咸河淡鳞潜羽翔"[...]
  private var number = 0
  private var turns: [String: Int] = [:]

  init(_ kind: any RecordKind.Type, dress: @escaping (String) -> String = { $0 }) {
    let reference = KindReference(kind)
    self.init(folder: reference.folder, reference.common + reference.own, dress: dress)
  }

  /// - Parameter folder: tells what is chosen for its keys.
  init(folder: String, _ fields: [Field], dress: @escaping (String) -> String) {
    self.folder = folder
    self.dress = dress
    for field in fields where !Self.states.contains(field.name) {
      self.fields += "\(field.name): \(value(field.shape, field.name))\n"
    }
  }

  private mutating func value(_ shape: Field.Shape, _ key: String) -> String {
    if let words = Self.chosen["\(folder).\(key)"] ?? Self.chosen[key] {
      let turn = turns[key, default: 0]
      turns[key] = turn + 1
      let word = words[turn % words.count]
      if key.hasSuffix(".file") {
        let point = word.lastIndex(of: ".") ?? word.endIndex
        let name = dress(String(word[..<point])).replacing("/", with: "|") + word[point...]
        files.append(name)
        return quoted(name)
      }
      return key == "title" ? quoted(dress(word)) : word
    }
    switch shape.main {
    case .text, .reference, .file:
      let word = word()
      let namesRecord = Self.namesRecord.contains("\(folder).\(key)")
      if namesRecord || key == "not_names" { unprinted.insert(word) }
      return namesRecord ? "notices/\(word)" : quoted(dress(word))
    case .flag: return "true"
    case .pending, .rough, .either: return "待补"
    case .count: return "9182\(next())"
    case .money: return "9182\(next()).21"
    case .day: return "1987-05-\(next())"
    case .daySpan, .timing: return "1987-05-\(next())/1987-06-\(next())"
    case .month: return "1987-05"
    case .year, .period: return "1987"
    case .choice(let words): return words.first ?? ""
    case .list(.record(let fields)): return "[\(value(.record(fields), key)), \(value(.record(fields), key))]"
    case .list(let item): return "[\(value(item, key))]"
    case .record(let fields):
      return "{" + fields.map { "\($0.name): \(value($0.shape, "\(key).\($0.name)"))" }.joined(separator: ", ") + "}"
    }
  }

  /// A text as YAML takes it whatever is in it; a bare word stays one.
  func quoted(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || $0 == "." }) { return text }
    let escaped = text.unicodeScalars.map { scalar in
      scalar.value > 0x3000 || scalar.properties.isAlphabetic
        ? String(scalar) : "\\u" + String(scalar.value + 0x10000, radix: 16).dropFirst()
    }
    return "\"\(escaped.joined())\""
  }

  /// 密 and a character of its own.
  private mutating func word() -> String { "密\(characters.popFirst() ?? "密")" }

  /// Two digits that may stand for a day.
  private mutating func next() -> Int {
    number += 1
    return 10 + number % 20
  }
}
