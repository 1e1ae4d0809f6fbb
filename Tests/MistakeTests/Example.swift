import BanbaoDisk
import BanbaoKinds
import BanbaoSite
import BanbaoSource
import Foundation
import TestSupport
import Testing

/// A rule's wrong or right example, taken apart into files.
///
/// An example may say to which files its lines belong: `notices/2026/甲.md:` stands above them, or `PATH (FORM):` with
/// the forms of `ArchivedFile`, and a blank line before the next such head. One that holds nothing but paths is about
/// those files. Else all its lines belong to one file, which its setting tells.
struct Example {
  private(set) var parts: [(heading: String?, lines: [String])] = []

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    if lines.allSatisfy({ $0.wholeMatch(of: /[^ ]+\/[^ ]*\.\w+( \([\w-]+\))?/) != nil }) {
      parts = lines.map { ($0, []) }
      return
    }
    for line in lines {
      if let match = line.wholeMatch(of: /([^ ]+\.\w+( \([\w-]+\))?):/) {
        if parts.last?.lines.last == "" { parts[parts.count - 1].lines.removeLast() }
        parts.append((String(match.output.1), []))
      } else {
        if parts.isEmpty { parts.append((nil, [])) }
        parts[parts.count - 1].lines.append(line)
      }
    }
  }
}

/// What a site holds besides an example: an item of `Examples.txt`, named by the codes of the rules that it is for.
///
/// An example that says no file belongs to the item's first part. Its lines stand where the part has the line
/// `<example>`, else at the end of the part's fields or of the part; keys that they give replace equal ones there. An
/// example that begins with the part's first line is the whole part.
struct Setting {
  private static let marker = "<example>"

  private var parts: [String: Archive.Part] = [:]
  private var main: String

  /// - Parameter main: the file of an example that says none, where there is no item.
  init(_ item: Archive.Item?, main: String) throws {
    self.main = main
    for (index, part) in (item?.parts ?? []).enumerated() {
      let path = try ArchivedFile(heading: part.heading, lines: []).path
      if index == 0 { self.main = path }
      parts[path] = part
    }
  }

  /// The site that an example makes, by path; what is below `theme/` belongs to its theme, all else to its content.
  func site(with example: Example) throws -> [String: [UInt8]] {
    var laid = parts
    if laid["site.yaml"] == nil { laid["site.yaml"] = Archive.Part(heading: "site.yaml", lines: []) }
    for (path, part) in laid where part.lines.allSatisfy(\.isEmpty) { laid[path]?.lines = try starting(path) }
    for (heading, lines) in example.parts {
      let path = try ArchivedFile(heading: heading ?? main, lines: []).path
      let base = try laid[path]?.lines ?? starting(path)
      let merged = merged(lines, into: base, isYAML: path.hasSuffix(".yaml"))
      laid[path] = Archive.Part(heading: heading ?? laid[path]?.heading ?? path, lines: merged)
    }
    var files: [String: [UInt8]] = [:]
    for part in laid.values {
      let part = try ArchivedFile(heading: part.heading, lines: part.lines.filter { $0 != Self.marker })
      files[part.path] = try part.bytes
    }
    return files
  }

  /// What a file holds of itself: a record's starting file, a proper `site.yaml`, the heads of a ledger, a file of the
  /// default theme.
  private func starting(_ path: String) throws -> [String] {
    if path == "site.yaml" { return ["title: 职工之家", "union: 云麓县第二人民医院工会"] }
    if path.hasSuffix("/ledger.csv") { return ["日期,凭证号,科目,摘要,收入,支出,资金,关联记录"] }
    if path.hasPrefix("theme/") { return try defaultThemeFile(String(path.dropFirst("theme/".count))) }
    let isYAML = path.hasSuffix(".yaml")
    guard let kind = Kinds.all.first(where: { path.hasPrefix($0.folder + "/") }), isYAML || path.hasSuffix(".md")
    else { return [] }
    let reference = KindReference(kind)
    // Two records of one title and day would be told of.
    let stem = path.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? ""
    let fields = (reference.common + reference.own).filter(\.isRequired).map { field in
      "\(field.name): \(field.name == "title" ? "标题 \(stem)" : sample(field.shape))"
    }
    return isYAML ? fields : ["---"] + fields + ["---", "", "正文。"]
  }

  /// The lines of a file with an example's among them.
  private func merged(_ example: [String], into lines: [String], isYAML: Bool) -> [String] {
    if example.isEmpty { return lines }
    if example.first == lines.first { return example }
    let fence = lines.first == "---" ? lines.dropFirst().firstIndex(of: "---") : nil
    let end = isYAML ? lines.endIndex : fence ?? lines.startIndex
    let block = lines.lastIndex { $0 == "{{/main}}" }
    let place = lines.firstIndex(of: Self.marker) ?? fence ?? block ?? lines.endIndex
    func key(_ line: String) -> Substring? { line.prefixMatch(of: /"?(\w+)/)?.output.1 }
    let keys = place <= end ? Set(example.compactMap(key)) : []
    var isReplaced = false
    var merged: [String] = []
    for (index, line) in lines.enumerated() {
      if index == place { merged += example }
      if index >= end || line == "---" {
        isReplaced = false
      } else if let key = key(line) {
        isReplaced = keys.contains(key)
      }
      if !isReplaced { merged.append(line) }
    }
    return merged + (place == lines.endIndex ? example : [])
  }
}

/// A value that a required key may have.
private func sample(_ shape: Field.Shape) -> String {
  switch shape.main {
  case .text, .reference, .file: "甲"
  case .pending, .rough, .either: "待补"
  case .flag: "false"
  case .count: "0"
  case .day, .daySpan, .timing: "2026-11-22"
  case .month: "2026-11"
  case .year, .period: "2026"
  case .money: "0.00"
  case .choice(let words): words.first ?? ""
  case .list(let item): "[\(sample(item))]"
  case .record(let fields):
    "{\(fields.filter(\.isRequired).map { "\($0.name): \(sample($0.shape))" }.joined(separator: ", "))}"
  }
}

/// The lines of a file of the default theme; none where it has no such file.
private func defaultThemeFile(_ path: String) throws -> [String] {
  let theme = embeddedTheme()
  guard let file = theme.files.first(where: { $0.path == path }) else { return [] }
  return String(decoding: try theme.read(file), as: UTF8.self).split(separator: "\n").map { String($0) }
}
