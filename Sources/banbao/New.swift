import ArgumentParser
import BanbaoDiagnostics
import BanbaoDisk
import BanbaoKinds
import BanbaoSite
import BanbaoSource

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "新建一条记录的文件 Write a starting file for a record, and print its path.",
    discussion: """
      例 Examples:
        banbao new 通知 春节放假安排
        banbao new activity "第二届趣味运动会"
      """)

  @Argument(help: "类别：通知、活动、荣誉、页面 The kind: notice, activity, honour, page.")
  var kind: String

  @Argument(help: "标题 The title.")
  var title: String

  @Option(help: "内容文件夹 The content folder.")
  var content = "content"

  @Option(
    name: .customLong("as-of"), help: "填写的日期 The day to fill in (default: today).",
    transform: { text in
      do {
        return try Day(reading: text)
      } catch let misread as Misread {
        throw ValidationError("\(misread.message.zh) \(misread.message.en)")
      }
    })
  var asOf: Day?

  func run() throws {
    let language = Environment.language ?? .chinese
    let references = Kinds.all.map { KindReference($0) }
    guard let reference = references.first(where: { $0.isCalled(kind) }) else {
      let words = references.flatMap { [$0.name.zh, $0.folder] }
      let near = nearest(to: kind, among: words)
      throw ValidationError(
        "没有“\(kind)”这一类\(near.map { "，是不是“\($0)”？" } ?? "")可以写：\(words.joined(separator: "、")) "
          + "there is no kind “\(kind)”; the kinds are: \(references.map(\.folder).joined(separator: ", "))")
    }
    let name = fileName(of: title)
    guard !name.isEmpty else { throw ValidationError("标题是空的 the title is empty") }
    let today = asOf ?? Environment.today(in: SiteSettings().timeZone)
    let path = "\(content)/\(reference.folder)/\(today.year)/\(name).md"
    do {
      try writeNewFile(Array(startingFile(reference, title: title, today: today).utf8), at: path)
    } catch {
      Output.complain("banbao: \(error.wording[language])")
      if let help = error.help { Output.complain("  = \(help[language])") }
      throw ExitCode(error.isTaken ? 64 : 74)
    }
    Output.print(path)
  }

  /// The title without what a file name cannot hold on some system.
  private func fileName(of title: String) -> String {
    var name = String.UnicodeScalarView()
    for scalar in trimmed(title).unicodeScalars {
      let isUnsafe = scalar.value < 0x20 || "/\\:*?\"<>|#%".unicodeScalars.contains(scalar)
      name.append(isUnsafe ? "-" : scalar)
    }
    let text = nfc(String(name))
    // No file system in use takes more than 255 bytes; what follows the title needs a few of them.
    guard text.utf8.count > 200 else { return text.hasPrefix(".") ? "-" + text.dropFirst() : text }
    var cut = ""
    for character in text where cut.utf8.count + String(character).utf8.count <= 200 { cut.append(character) }
    return cut
  }
}

extension KindReference {
  /// By its folder, its Chinese or its English name, the latter in any case.
  fileprivate func isCalled(_ word: String) -> Bool {
    word == name.zh || word.lowercased() == folder || word.lowercased() == name.en.lowercased()
  }
}
