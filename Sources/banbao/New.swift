import ArgumentParser
import BanbaoDiagnostics
import BanbaoDisk
import BanbaoKinds
import BanbaoSite
import BanbaoSource

struct New: Command {
  static let configuration = CommandConfiguration(
    abstract: "新建一条记录的文件 Write a starting file for a record, and print its path.",
    discussion: """
      例 Examples:
        banbao new 通知 春节放假安排
        banbao new activity "第二届趣味运动会"
      """)

  @Argument(help: ArgumentHelp(kindHelp))
  var kind: String

  @Argument(help: "标题 The title.")
  var title: String

  @Option(help: "内容文件夹 The content folder.")
  var content = "content"

  @Option(
    name: .customLong("as-of"), help: "填写的日期 The day to fill in (default: today).",
    transform: readDay)
  var asOf: Day?

  var lang: Language? { nil }

  mutating func validate() throws { if asOf == nil { try checkEpoch() } }

  func execute() throws -> ExitCode {
    let references = Kinds.all.map { KindReference($0) }
    guard let reference = references.first(where: { $0.isCalled(kind) }) else {
      let near = nearest(to: kind, among: references.flatMap { [$0.name.zh, $0.name.en.lowercased(), $0.folder] })
      throw ValidationError(
        "没有“\(kind)”这一类\(near.map { "，是不是“\($0)”？" } ?? "；")可以写：\(references.map(\.name.zh).joined(separator: "、")) "
          + "there is no kind “\(kind)”\(near.map { ", did you mean “\($0)”? The" } ?? "; the") kinds are: "
          + references.map(\.folder).joined(separator: ", "))
    }
    let title = oneLine(self.title)
    guard !title.isEmpty else { throw ValidationError("标题是空的 the title is empty") }
    let today = try day()
    let path = "\(withoutSlash(content))/\(reference.folder)/\(today.year)/\(fileName(of: title)).md"
    do {
      try writeNewFile(Array(startingFile(reference, title: title, today: today).utf8), at: path)
    } catch {
      guard error.isTaken else { throw error }
      Output.complain(
        Wording("“\(path)”已经有了，没有改动它", en: "“\(path)” is there already and was not changed"),
        Wording("换一个标题，或直接修改这个文件", en: "take another title, or edit that file"), in: language)
      return .validationFailure
    }
    Output.print(path)
    return .success
  }

  /// The title without the characters that no content file may hold, such as line feeds (`control-character`).
  private func oneLine(_ title: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in title.unicodeScalars {
      switch scalar.value {
      case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xFEFE, 0xFF00...0xFFFD, 0x1_0000...: text.append(scalar)
      default: text.append(" ")
      }
    }
    return trimmed(String(text))
  }

  /// The day to fill in; where there is no site yet, that of the default time zone.
  private func day() throws -> Day {
    if let asOf { return asOf }
    let tree: SourceTree
    do {
      tree = try readTree(at: content, label: withoutSlash(content)).tree
    } catch {
      guard error.isMissing else { throw error }
      return Environment.today(in: SiteSettings().timeZone)
    }
    let day = try SiteDay(tree, asOf: nil)
    if !day.diagnostics.isEmpty {
      Output.complain(
        textForm(day.diagnostics, in: [tree], language: language, colour: Output.isColoured) + "\n")
    }
    return day.today
  }

  /// The title without what a file name cannot hold on some system, and never a name that `readTree` passes over.
  private func fileName(of title: String) -> String {
    var name = String.UnicodeScalarView()
    var size = 0
    for scalar in nfc(title).unicodeScalars {
      size += UTF8.width(scalar)
      // No file system in use takes more than 255 bytes; what follows the title needs a few of them.
      if size > 200 { break }
      name.append("/\\:*?\"<>|#%".unicodeScalars.contains(scalar) ? "-" : scalar)
    }
    let text = String(name)
    return text.hasPrefix(".") || text.hasPrefix("~") ? "-" + text.dropFirst() : text
  }
}

/// The kinds by their names, so that a new kind is in it by itself.
private let kindHelp: String = {
  let names = Kinds.all.map { $0.name }
  return "类别：\(names.map(\.zh).joined(separator: "、")) "
    + "The kind: \(names.map { $0.en.lowercased() }.joined(separator: ", "))."
}()

extension KindReference {
  /// By its folder, its Chinese or its English name, the latter in any case.
  fileprivate func isCalled(_ word: String) -> Bool {
    word == name.zh || word.lowercased() == folder || word.lowercased() == name.en.lowercased()
  }
}
